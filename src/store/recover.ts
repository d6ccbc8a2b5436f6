/** What a crash left behind is brought to its end before anything new is written (store.md 1). */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openBlobs } from "./blobs.ts";
import { dropScratch, moveBranch } from "./commit.ts";
import { readIfThere, removeFile } from "./disk.ts";
import { dropEntry, type Journal, type JournalEntry, journalOf, keepEntry, readEntries } from "./journal.ts";
import type { Location } from "./location.ts";
import { runGit } from "./plumbing.ts";
import { bringFiles, bringIndex } from "./worktree.ts";

const SCRATCH = "refs/casetrail";
/** For steps of which nobody asked any more. */
const FORGOTTEN = 7 * 24 * 3600_000;
/** A git that a dead casetrail started may still be about to finish. */
const ORPHAN = 2_000;
/** Longer than this no step takes from its journal to its end: a git lock made later is somebody else's. */
const LONGEST_STEP = 15_000;

/** The ref that keeps new objects until the branch does. */
export const scratchRef = (token: string): string => `${SCRATCH}/${token}`;

/**
 * Brings every unfinished step to its end; the caller holds the lock.
 * @returns steps that are in but whose answer nobody may have seen
 */
export async function recover(location: Location): Promise<JournalEntry[]> {
  const journal = journalOf(location.gitDir);
  for (const entry of readEntries(journal)) {
    if (!entry.applied) await finish(location, journal, entry);
    else if (Date.now() - Date.parse(entry.owner.at) > FORGOTTEN) dropEntry(journal, entry);
  }
  const entries = readEntries(journal);
  await clearScratch(location, entries);
  return entries;
}

async function finish(location: Location, journal: Journal, entry: JournalEntry): Promise<void> {
  await clearLocks(location, journal, entry);
  const author = { name: "", email: "" };
  const isIn = (await moveBranch(location, entry, author)) || (await holds(location, entry));
  if (!isIn) {
    dropEntry(journal, entry);
    return;
  }
  if ((await branchOf(location)) === entry.branch) await bringAfter(location, entry);
  await keepEntry(journal, { ...entry, applied: true });
}

/** Is the step's commit part of the branch? */
async function holds(location: Location, { to, branch }: JournalEntry): Promise<boolean> {
  const args = ["merge-base", "--is-ancestor", to, branch];
  return (await runGit(location, args, { ok: [0, 1, 128] })).code === 0;
}

async function bringAfter(location: Location, entry: JournalEntry): Promise<void> {
  const blobs = openBlobs(location);
  try {
    const at = async (commit: string, path: string): Promise<{ id: string; bytes: Buffer } | null> =>
      (await blobs.read(`${commit}:${path}`)) ?? null;
    const turns = await Promise.all(
      entry.files.map(async ({ path }) => {
        const [before, after] = [await at(entry.from, path), await at(entry.branch, path)];
        return { path, before: before?.bytes ?? null, after: after?.bytes ?? null, blob: after?.id ?? null };
      }),
    );
    await bringFiles(location.root, turns, entry.owner.token, entry.to);
    await bringIndex(location, turns);
  } finally {
    await blobs.close();
  }
}

/** Locks of git that a step of ours took and could not give back: those of its time, after a wait for one still at work. */
async function clearLocks(location: Location, journal: Journal, entry: JournalEntry): Promise<void> {
  const written = statSync(join(journal.dir, `${entry.owner.token}.json`)).mtimeMs;
  const names = [
    join(location.gitDir, "index"),
    join(location.gitDir, "HEAD"),
    join(location.commonDir, "packed-refs"),
  ];
  const files = [...names, join(location.commonDir, entry.branch)].map((name) => `${name}.lock`);
  const isOurs = (file: string): boolean => {
    const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    return made !== undefined && made > written - 1_000 && made < written + LONGEST_STEP;
  };
  for (const until = Date.now() + ORPHAN; files.some(isOurs) && Date.now() < until; ) await sleep(20);
  for (const file of files) if (isOurs(file)) removeFile(file);
}

/** Refs of steps that died before their journal was written. */
async function clearScratch(location: Location, entries: readonly JournalEntry[]): Promise<void> {
  const dir = join(location.commonDir, SCRATCH);
  const kept = new Set(entries.map(({ scratch }) => scratch));
  const names = existsSync(dir) ? readdirSync(dir).filter((name) => !name.endsWith(".lock")) : [];
  for (const name of names)
    if (!kept.has(`${SCRATCH}/${name}`)) await dropScratch(location, `${SCRATCH}/${name}`);
}

/** The branch that HEAD stands on; undefined when it is detached. Read from the file where git keeps it there. */
export async function branchOf(location: Location): Promise<string | undefined> {
  const told = readIfThere(join(location.gitDir, "HEAD"))?.toString() ?? "";
  const [, inFile] = /^ref: (refs\/heads\/[^\n]+)\n$/.exec(told) ?? [];
  if (inFile !== undefined && !inFile.endsWith("/.invalid")) return inFile;
  const { code, out } = await runGit(location, ["symbolic-ref", "--quiet", "HEAD"], { ok: [0, 1] });
  return code === 0 ? out.toString().trim() : undefined;
}
