/** Files that a person changed beside the tool: what differs from HEAD in the worktree. */
import { join } from "node:path";
import { hostileConfig } from "./config-guard.ts";
import { readIfThere } from "./disk.ts";
import type { Location } from "./location.ts";
import { runGit } from "./plumbing.ts";

/**
 * Paths that differ from HEAD, new files too; git compares by size and time where it can.
 * @returns paths from the top of the repository
 */
export async function editedPaths(location: Location): Promise<string[]> {
  const args = [
    ...(await harmless(location)),
    "status",
    "--porcelain=v1",
    "-z",
    "--no-renames",
    "--untracked-files=all",
  ];
  const out = (await runGit(location, args)).out.toString();
  return out.split("\0").flatMap((line) => (line === "" ? [] : [line.slice(3)]));
}

/** Reading goes on in a repository whose configuration is hostile, without the programs that it names (store.md 10). */
async function harmless(location: Location): Promise<string[]> {
  const config = [location.commonDir, location.gitDir].map(
    (dir) => readIfThere(join(dir, "config"))?.toString() ?? "",
  );
  if (!config.some((text) => /^\s*\[\s*(?:filter|include)/im.test(text))) return [];
  return (await hostileConfig(location))
    .filter((name) => name.startsWith("filter."))
    .flatMap((name) => ["-c", `${name}=`]);
}
