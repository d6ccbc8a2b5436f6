/** The only door to simple-git: porcelain where time does not press. Steps and reads use `plumbing.ts`. */
import { type SimpleGit, simpleGit } from "simple-git";
import type { Git } from "./plumbing.ts";

const CONFIG = ["core.quotePath=false", "gc.auto=0", "maintenance.auto=false"];

/** Variables of git that only make it stricter. */
const OURS = ["GIT_CONFIG_NOSYSTEM", "GIT_NO_REPLACE_OBJECTS"];

/** What git needs of the environment. Editors, pagers, helpers and paths to other configuration stay outside: simple-git calls them unsafe. */
const NEEDED =
  /^(?:PATH|HOME|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|LOCALAPPDATA|PROGRAMDATA|SYSTEMROOT|WINDIR|TEMP|TMP|TMPDIR|XDG_CONFIG_HOME|GIT_CONFIG_NOSYSTEM)$/i;

function porcelain({ dir, vars }: Git): SimpleGit {
  const kept = Object.entries(vars).filter(([name, value]) => NEEDED.test(name) && value !== undefined);
  const environment = { ...Object.fromEntries(kept), LC_ALL: "C", GIT_NO_REPLACE_OBJECTS: "1" };
  return simpleGit({ baseDir: dir, config: CONFIG, allowEnvironment: OURS }).env(
    environment as Record<string, string>,
  );
}

/**
 * Makes an empty repository whose files no checkout changes, on any system (store.md 7).
 * @param git `dir` exists and is empty
 */
export async function initRepository(git: Git): Promise<void> {
  const repository = porcelain(git);
  await repository.init(["--initial-branch=main"]);
  await repository.addConfig("core.autocrlf", "false");
  await repository.addConfig("core.safecrlf", "false");
  await repository.addConfig("core.quotePath", "false");
  await repository.addConfig("core.longPaths", "true");
}

export interface FileCommit {
  readonly commit: string;
  /** Author's time, with offset. */
  readonly at: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly message: string;
}

/**
 * The commits that touched a file, oldest first.
 * @param path from the top of the repository
 */
export async function commitsOfFile(git: Git, path: string): Promise<FileCommit[]> {
  const out = await porcelain(git).raw([
    "log",
    "-z",
    "--format=%H%n%aI%n%an%n%ae%n%B",
    "HEAD",
    "--",
    `:(literal)${path}`,
  ]);
  return out
    .split("\0")
    .filter((text) => text !== "")
    .map((text) => {
      const [commit = "", at = "", name = "", email = "", ...message] = text.split("\n");
      return { commit, at, author: { name, email }, message: message.join("\n") };
    })
    .reverse();
}
