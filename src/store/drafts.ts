/** Input that was refused or interrupted, and steps that `sync` could not take over: under git's folder, never in commits (store.md 10). */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Changes, Id, Instant, Kind, PersonId } from "../domain/records/record.ts";
import { createFile, errorCode, makeFolders, readIfThere, removeFile, writeWhole } from "./disk.ts";
import { type Lock, takeLock } from "./lock.ts";

export interface Draft {
  /** `D-3` */
  readonly name: string;
  readonly kind: Kind;
  /** Absent when a record was to be made. */
  readonly record?: Id;
  readonly event: string;
  readonly by: PersonId;
  readonly kept_at: Instant;
  readonly changes: Changes;
  readonly note?: string;
  readonly at?: Instant;
  readonly reasons: readonly { readonly code: string; readonly path?: string }[];
}

/** Whose drafts: each worktree has its own. */
export interface Keeper {
  readonly gitDir: string;
}

const NAME = /^D-([1-9]\d{0,8})$/;
const folderOf = ({ gitDir }: Keeper): string => join(gitDir, "casetrail", "drafts");
const fileOf = (keeper: Keeper, name: string): string => join(folderOf(keeper), `${name}.json`);

/**
 * Keeps a draft; one with a name replaces the one of that name.
 * @returns its name
 */
export async function saveDraft(
  keeper: Keeper,
  draft: Omit<Draft, "name"> & { readonly name?: string },
): Promise<string> {
  makeFolders(folderOf(keeper));
  const name = draft.name ?? nextName(keeper);
  await writeWhole(fileOf(keeper, name), `${JSON.stringify({ ...draft, name }, null, 2)}\n`, "new");
  return name;
}

/** A number that nobody else takes: its file is made before anything is written into it. */
function nextName(keeper: Keeper): string {
  for (let number = Math.max(0, ...numbers(keeper)) + 1; ; number += 1) {
    try {
      createFile(fileOf(keeper, `D-${number}`), "");
      return `D-${number}`;
    } catch (thrown) {
      if (errorCode(thrown) !== "EEXIST") throw thrown;
    }
  }
}

function numbers(keeper: Keeper): number[] {
  return namesIn(keeper).map((name) => Number(NAME.exec(name)?.[1] ?? 0));
}

function namesIn(keeper: Keeper): string[] {
  try {
    return readdirSync(folderOf(keeper)).flatMap((file) =>
      file.endsWith(".json") ? [file.slice(0, -".json".length)] : [],
    );
  } catch (thrown) {
    if (errorCode(thrown) === "ENOENT") return [];
    throw thrown;
  }
}

/**
 * Takes a draft in hand, so that two terminals never fill in the same one: what one of them writes, the other would lose.
 * @param who the person, for whoever comes second
 * @throws Refusal locked, locked-elsewhere at once when another living process has it
 */
export function holdDraft(keeper: Keeper, name: string, who: string): Promise<Lock> {
  return takeLock({ file: join(folderOf(keeper), `${name}.lock`), who, wait: 0 });
}

/** A draft by its name (`D-3`, case does not matter); undefined where there is none. */
export function readDraft(keeper: Keeper, name: string): Draft | undefined {
  return drafts(keeper).find((draft) => draft.name === name.trim().toUpperCase());
}

/** All drafts, oldest first. */
export function listDrafts(keeper: Keeper): Draft[] {
  return drafts(keeper);
}

function drafts(keeper: Keeper): Draft[] {
  return numbers(keeper)
    .filter((number) => number > 0)
    .sort((a, b) => a - b)
    .flatMap((number) => parsed(readIfThere(fileOf(keeper, `D-${number}`))));
}

/** A draft that was just being made is none yet. */
function parsed(bytes: Buffer | undefined): Draft[] {
  return bytes === undefined || bytes.length === 0 ? [] : [JSON.parse(bytes.toString()) as Draft];
}

/** Forgets a draft. */
export function dropDraft(keeper: Keeper, draft: Pick<Draft, "name">): void {
  if (NAME.test(draft.name)) removeFile(fileOf(keeper, draft.name));
}
