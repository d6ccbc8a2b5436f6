/** One step: lock, recover, plan on HEAD, objects, journal, branch, worktree and index (store.md 1). Each point has a name. */
import { join } from "node:path";
import { refusal } from "../domain/words/refusals.ts";
import { type BlobReader, openBlobs } from "./blobs.ts";
import type { Change } from "./change.ts";
import { dropScratch, type Made, makeCommit, moveBranch } from "./commit.ts";
import { checkConfig } from "./config-guard.ts";
import { makeFolders } from "./disk.ts";
import { dropEntry, isKept, type JournalEntry, journalOf, keepEntry } from "./journal.ts";
import type { Location } from "./location.ts";
import { type Lock, type LockRequest, takeLock } from "./lock.ts";
import { lifeOf } from "./lock-owner.ts";
import { checkVersion } from "./plumbing.ts";
import { branchOf, recover, scratchRef } from "./recover.ts";
import { checkPaths } from "./safe-paths.ts";
import { bringFiles, bringIndex, inTheWay, type Turn } from "./worktree.ts";

/** The points of a step, in order; a test may end the process at any of them. */
export const POINTS = [
  "locked",
  "recovered",
  "planned",
  "objects",
  "journal",
  "moved",
  "files",
  "index",
  "applied",
] as const;
export type Point = (typeof POINTS)[number];

export interface StepRequest extends Pick<LockRequest, "who" | "wait" | "onWait"> {
  /** What the command is: event, record, person, input. */
  readonly fingerprint: string;
  /** The change on the commit that HEAD is now; `blobs` reads from it. */
  readonly plan: (location: Location, blobs: BlobReader) => Promise<Change>;
  readonly point?: (name: Point) => void;
}

export interface Step {
  readonly commit: string;
  /** The step was in already: an earlier run was cut off before it could say so. */
  readonly repeated: boolean;
  readonly files: Made["blobs"];
  /** To be called when the answer has been printed: from then on the same command is a new wish. */
  readonly settle: () => void;
}

/**
 * Takes a step.
 * @throws Refusal locked, locked-elsewhere, repository-config, detached-head, hand-edited, unsafe-path, branch-moved,
 *   worktree-behind, git-failed, and whatever `plan` refuses
 */
export async function writeStep(location: Location, request: StepRequest): Promise<Step> {
  const file = join(location.commonDir, "casetrail", "lock");
  makeFolders(join(location.commonDir, "casetrail"));
  const lock = await takeLock({ ...request, file });
  try {
    request.point?.("locked");
    return await underLock(location, request, lock, file);
  } finally {
    lock.release();
  }
}

async function underLock(
  location: Location,
  request: StepRequest,
  lock: Lock,
  lockFile: string,
): Promise<Step> {
  const entries = await recover(location);
  const branch = await branchOf(location);
  if (branch === undefined) throw refusal("detached-head", {});
  const checks = Promise.all([checkConfig(location), checkVersion(location)]);
  checks.catch(() => undefined); // awaited before anything is written
  const blobs = openBlobs(location);
  try {
    const now = { ...location, head: await headOf(branch, blobs) };
    request.point?.("recovered");
    const journal = journalOf(location.gitDir);
    const isCutOff = (entry: JournalEntry): boolean =>
      lifeOf(entry.owner, lockFile) === "dead" && isKept(journal, entry);
    const cutOff = entries.filter((entry) => entry.fingerprint === request.fingerprint && isCutOff(entry));
    for (const entry of cutOff) if (await stillStands(entry, branch, blobs)) return repeatedStep(now, entry);
    return await take(now, branch, { request, lock, blobs, checks });
  } finally {
    await blobs.close();
  }
}

async function headOf(branch: string, blobs: BlobReader): Promise<string> {
  const commit = await blobs.read(branch);
  if (!commit) throw refusal("branch-moved", { branch: branch.replace("refs/heads/", "") });
  return commit.id;
}

/** Nobody has moved the record since: the same command can only mean the same step. */
async function stillStands(entry: JournalEntry, branch: string, blobs: BlobReader): Promise<boolean> {
  const found = await Promise.all(entry.files.map(({ path }) => blobs.read(`${branch}:${path}`)));
  return entry.branch === branch && entry.files.every(({ blob }, i) => (found[i]?.id ?? null) === blob);
}

function repeatedStep(location: Location, entry: JournalEntry): Step {
  const settle = (): void => dropEntry(journalOf(location.gitDir), entry);
  return { commit: entry.to, repeated: true, files: entry.files, settle };
}

interface Hands {
  readonly request: StepRequest;
  readonly lock: Lock;
  readonly blobs: BlobReader;
  readonly checks: Promise<unknown>;
}

async function take(
  location: Location,
  branch: string,
  { request, lock, blobs, checks }: Hands,
): Promise<Step> {
  const { head, root } = location;
  const { point, fingerprint } = request;
  const { change, before } = await prepare(location, request, blobs);
  await checks;
  point?.("planned");
  const { token } = lock.owner;
  const scratch = scratchRef(token);
  const made = await makeCommit(location, change, scratch, head);
  point?.("objects");
  const entry = {
    fingerprint,
    branch,
    from: head,
    to: made.commit,
    scratch,
    files: made.blobs,
    owner: lock.owner,
    applied: false,
  };
  await move(location, entry, change.author, point);
  const turns = turnsOf(change, before, made);
  await bringFiles(root, turns, token, made.commit);
  point?.("files");
  await bringIndex(location, turns);
  point?.("index");
  const journal = journalOf(location.gitDir);
  await keepEntry(journal, { ...entry, applied: true });
  point?.("applied");
  return { commit: made.commit, repeated: false, files: made.blobs, settle: () => dropEntry(journal, entry) };
}

/** The change on HEAD, and what stands there now; nothing of it in the way of a person's edits. */
async function prepare(
  location: Location,
  request: StepRequest,
  blobs: BlobReader,
): Promise<{ change: Change; before: (Buffer | null)[] }> {
  const change = await request.plan(location, blobs);
  const paths = change.files.map(({ path }) => path);
  checkPaths(location.root, paths);
  const read = async (path: string): Promise<Buffer | null> =>
    (await blobs.read(`${location.head}:${path}`))?.bytes ?? null;
  const before = await Promise.all(paths.map(read));
  const files = paths.map((path, i) => ({ path, before: before[i] ?? null }));
  const edited = inTheWay(location.root, files);
  if (edited.length > 0) throw refusal("hand-edited", { paths: edited });
  return { change, before };
}

/** What each file was and is to be. */
const turnsOf = ({ files }: Change, before: readonly (Buffer | null)[], made: Made): Turn[] =>
  files.map(({ path, content }, i) => ({
    path,
    before: before[i] ?? null,
    after: content === null ? null : Buffer.from(content),
    blob: made.blobs[i]?.blob ?? null,
  }));

/** Journal, then branch: from here on the step happens, whatever becomes of this process. */
async function move(
  location: Location,
  entry: JournalEntry,
  author: Change["author"],
  point: StepRequest["point"],
): Promise<void> {
  const journal = journalOf(location.gitDir);
  await keepEntry(journal, entry);
  point?.("journal");
  if (!(await moveBranch(location, entry, author))) {
    dropEntry(journal, entry);
    await dropScratch(location, entry.scratch);
    throw refusal("branch-moved", { branch: entry.branch.replace("refs/heads/", "") });
  }
  point?.("moved");
}
