/** Many commits in one stream: a year of steps replayed into a fresh repository in seconds, dated and authored as given. */
import { once } from "node:events";
import { join } from "node:path";
import { refusal } from "../domain/words/refusals.ts";
import { type Change, importText } from "./change.ts";
import { DURABLE, dropScratch, moveBranch } from "./commit.ts";
import { checkConfig } from "./config-guard.ts";
import { makeFolders } from "./disk.ts";
import type { Location } from "./location.ts";
import { takeLock } from "./lock.ts";
import { gitFailed, runGit, type Started, startGit } from "./plumbing.ts";
import { branchOf, scratchRef } from "./recover.ts";
import { checkPaths } from "./safe-paths.ts";

type Changes = Iterable<Change> | AsyncIterable<Change>;

const ARGS = [...DURABLE, "fast-import", "--quiet", "--done", "--date-format=raw"];

/**
 * Appends commits to the branch, in order; all of them or none.
 * @param changes are asked for one by one, while git writes the earlier ones
 * @returns the last commit
 * @throws Refusal locked, repository-config, detached-head, branch-moved, unsafe-path, and what `changes` throws
 */
export async function appendHistory(
  repository: { readonly location: Location },
  changes: Changes,
): Promise<string> {
  const { location } = repository;
  makeFolders(join(location.commonDir, "casetrail"));
  const lock = await takeLock({ file: join(location.commonDir, "casetrail", "lock"), who: "", wait: 10 });
  try {
    await checkConfig(location);
    const branch = await branchOf(location);
    if (branch === undefined) throw refusal("detached-head", {});
    const head = (await runGit(location, ["rev-parse", branch])).out.toString().trim();
    const scratch = scratchRef(lock.owner.token);
    const last = await stream({ ...location, head }, scratch, changes);
    if (last === undefined) return head;
    if (!(await moveBranch(location, { branch, from: head, to: last.commit, scratch }, last.author))) {
      await dropScratch(location, scratch);
      throw refusal("branch-moved", { branch: branch.replace("refs/heads/", "") });
    }
    await runGit(location, ["read-tree", "-m", "-u", head, last.commit]);
    return last.commit;
  } finally {
    lock.release();
  }
}

interface Last {
  readonly commit: string;
  readonly author: Change["author"];
}

/** Feeds git; when the changes end in a refusal, nothing of them stays. */
async function stream(location: Location, scratch: string, changes: Changes): Promise<Last | undefined> {
  const git = startGit(location, ARGS);
  const out: Buffer[] = [];
  git.child.stdout.on("data", (part: Buffer) => out.push(part));
  const fed: { author?: Change["author"] } = {};
  try {
    for await (const change of changes) {
      await feed(git, location, importText(change, scratch, fed.author ? undefined : location.head), change);
      fed.author = change.author;
    }
  } catch (thrown) {
    git.child.stdin.end("done\n");
    await git.ended;
    if (fed.author) await dropScratch(location, scratch);
    throw thrown;
  }
  git.child.stdin.end(fed.author ? "get-mark :1\ndone\n" : "done\n");
  const { code, err } = await git.ended;
  if (code !== 0) throw gitFailed(location, ARGS, { code, err });
  return fed.author && { commit: Buffer.concat(out).toString().trim(), author: fed.author };
}

/** One commit, no faster than git takes them. */
async function feed(
  { child, ended }: Started,
  { root }: Location,
  text: Buffer,
  { files }: Change,
): Promise<void> {
  checkPaths(
    root,
    files.map(({ path }) => path),
  );
  if (!child.stdin.write(text)) await Promise.race([once(child.stdin, "drain"), ended]);
}
