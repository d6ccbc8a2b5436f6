/** The only door to simple-git: porcelain where time does not press. Steps and reads use `plumbing.ts`. */
import { type SimpleGit, simpleGit } from "simple-git";
import type { Git } from "./plumbing.ts";

/** Hooks and helpers of the repository off, as in `plumbing.ts`; its own unsafe options stay off by themselves. */
const CONFIG = ["core.quotePath=false", "gc.auto=0", "maintenance.auto=false"];

function porcelain({ dir, vars }: Git): SimpleGit {
  const kept = Object.entries(vars).filter(
    ([name]) => !name.startsWith("GIT_") || /^GIT_(?:CONFIG_|EXEC_PATH|SSH|AUTHOR|COMMITTER)/.test(name),
  );
  return simpleGit({ baseDir: dir, config: CONFIG }).env(Object.fromEntries(kept) as Record<string, string>);
}

/**
 * Makes an empty repository whose files no checkout changes, on any system (store.md 7).
 * @param git `dir` exists and is empty
 */
export async function initRepository(git: Git): Promise<void> {
  const repository = porcelain(git);
  await repository.init(["--initial-branch=main", "--template="]);
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
