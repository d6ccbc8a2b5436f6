/** Where a record repository lies: found with one start of git, which every command pays. */
import { refusal } from "../domain/words/refusals.ts";
import { checkVersion, type Git, gitFailed, gitSync } from "./plumbing.ts";

export interface Location extends Git {
  /** Top folder of the worktree. */
  readonly root: string;
  /** Belongs to this worktree: HEAD, index, drafts. */
  readonly gitDir: string;
  /** Shared by all worktrees: objects, branches, lock, reading index. */
  readonly commonDir: string;
  /** Commit id of HEAD. */
  readonly head: string;
}

const ARGS = [
  "rev-parse",
  "--path-format=absolute",
  "--show-toplevel",
  "--git-dir",
  "--git-common-dir",
  "HEAD",
];

/**
 * Looks upward from a folder.
 * @throws Refusal no-repository, no-first-commit, repository-not-owned, git-missing, git-too-old
 */
export async function locate(vars: Git["vars"], dir: string): Promise<Location> {
  const git = { dir, vars };
  const { code, out, err } = gitSync(git, ARGS);
  const [root, gitDir, commonDir, head] = out.toString().split(/\r?\n/);
  if (code === 0 && root && gitDir && commonDir && head && /^[0-9a-f]{40,64}$/.test(head)) {
    return { vars, dir: root, root, gitDir, commonDir, head };
  }
  const failed = gitFailed(git, ARGS, { code, err });
  if (/not a git repository|must be run in a work tree|cannot change to/.test(err)) {
    throw refusal("no-repository", { dir }, { cause: failed });
  }
  await checkVersion(git);
  if (root && gitDir && /ambiguous argument 'HEAD'/.test(err)) {
    throw refusal("no-first-commit", { dir: root }, { cause: failed });
  }
  throw failed;
}

/** Where a repository lies that was just made and has no commit yet. */
export function locateNew(vars: Git["vars"], dir: string): Location {
  const { code, out, err } = gitSync({ dir, vars }, ARGS.slice(0, -1));
  if (code !== 0) throw gitFailed({ dir, vars }, ARGS, { code, err });
  const [root = dir, gitDir = "", commonDir = ""] = out.toString().split(/\r?\n/);
  return { vars, dir: root, root, gitDir, commonDir, head: "" };
}
