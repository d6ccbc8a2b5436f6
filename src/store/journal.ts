/** What a writing command was about to do, kept until its answer has been printed (store.md 1 and 10). */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { errorCode, makeFolders, readIfThere, removeFile, syncFolder, writeWhole } from "./disk.ts";
import type { Owner } from "./lock-owner.ts";

export interface JournalEntry {
  /** What the command was: event, record, person, input. */
  readonly fingerprint: string;
  /** Full name of the branch. */
  readonly branch: string;
  /** Commit before and after. */
  readonly from: string;
  readonly to: string;
  /** Keeps the new objects until the branch holds them. */
  readonly scratch: string;
  readonly files: readonly { readonly path: string; readonly blob: string | null }[];
  readonly owner: Owner;
  /** Worktree and index are in step; only the answer is not acknowledged yet. */
  readonly applied: boolean;
}

export interface Journal {
  readonly dir: string;
}

export const journalOf = (gitDir: string): Journal => ({ dir: join(gitDir, "casetrail", "journal") });

const fileOf = (journal: Journal, entry: Pick<JournalEntry, "owner">): string =>
  join(journal.dir, `${entry.owner.token}.json`);

/** Writes an entry. Before the branch moves it must be on the disk; afterwards losing it only costs a look. */
export async function keepEntry(journal: Journal, entry: JournalEntry): Promise<void> {
  makeFolders(journal.dir);
  await writeWhole(fileOf(journal, entry), JSON.stringify(entry), "new");
  if (!entry.applied) syncFolder(journal.dir);
}

/** Forgets an entry. */
export function dropEntry(journal: Journal, entry: Pick<JournalEntry, "owner">): void {
  removeFile(fileOf(journal, entry));
}

/**
 * Is the entry still there? Who has answered drops it before they end: of a process found dead, asked in this order,
 * a kept entry means that nobody has seen the answer.
 */
export const isKept = (journal: Journal, entry: Pick<JournalEntry, "owner">): boolean =>
  readIfThere(fileOf(journal, entry)) !== undefined;

/** Every entry there is, oldest first; what is not whole was never acted on. */
export function readEntries(journal: Journal): JournalEntry[] {
  return namesIn(journal.dir)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => parsed(readIfThere(join(journal.dir, name))))
    .sort((a, b) => a.owner.at.localeCompare(b.owner.at));
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch (thrown) {
    if (errorCode(thrown) === "ENOENT") return [];
    throw thrown;
  }
}

function parsed(bytes: Buffer | undefined): JournalEntry[] {
  try {
    const entry = JSON.parse(bytes?.toString() ?? "null") as JournalEntry | null;
    return entry?.owner.token ? [entry] : [];
  } catch {
    return [];
  }
}

/** Is there a step of this command whose answer nobody has seen: cut off before it could say that it is in? */
export const isUnacknowledged = (gitDir: string, fingerprint: string): boolean =>
  readEntries(journalOf(gitDir)).some((entry) => entry.fingerprint === fingerprint);
