/** Input that was refused or interrupted, under the git directory, never in commits (store.md 10). */
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Changes, Id, Instant, Kind, PersonId } from "../domain/records/record.ts";

export interface Draft {
  /** `D-3` */
  readonly name: string;
  readonly kind: Kind;
  /** Absent: a record was to be made. */
  readonly record?: Id;
  readonly event: string;
  readonly by: PersonId;
  readonly kept_at: Instant;
  readonly changes: Changes;
  readonly note?: string;
  readonly at?: Instant;
  /** Why it was refused: codes and paths. */
  readonly reasons: readonly { readonly code: string; readonly path?: string }[];
}

/** Where drafts of a repository stand. */
interface Place {
  readonly gitDir: string;
}
const folder = (place: Place): string => join(place.gitDir, "casetrail", "drafts");
const NAME = /^D-(\d+)\.json$/;

async function numbers(place: Place): Promise<number[]> {
  const files = await readdir(folder(place)).catch(() => []);
  return files
    .flatMap((file) => NAME.exec(file)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

/**
 * Keeps input; under the name of an earlier draft it takes that one's place.
 * @returns the draft's name
 */
export async function saveDraft(
  place: Place,
  draft: Omit<Draft, "name"> & { readonly name?: string },
): Promise<string> {
  await mkdir(folder(place), { recursive: true });
  const name = draft.name ?? (await freshName(place));
  const file = join(folder(place), `${name}.json`);
  await writeFile(`${file}.tmp`, `${JSON.stringify({ ...draft, name }, null, 1)}\n`);
  await rename(`${file}.tmp`, file);
  return name;
}

/** The next free number, claimed by an exclusive create: two commands never share one. */
async function freshName(place: Place): Promise<string> {
  for (let n = ((await numbers(place)).at(-1) ?? 0) + 1; ; n++) {
    const claimed = await writeFile(join(folder(place), `D-${n}.json`), "", { flag: "wx" }).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "EEXIST") return false;
        throw error;
      },
    );
    if (claimed) return `D-${n}`;
  }
}

/** A draft by its name (`D-3`, `d-3` or `3`), or undefined. */
export async function readDraft(place: Place, name: string): Promise<Draft | undefined> {
  const number = /^(?:d-)?(\d+)$/i.exec(name)?.[1];
  if (number === undefined) return undefined;
  const text = await readFile(join(folder(place), `D-${number}.json`), "utf8").catch(() => "");
  return text === "" ? undefined : (JSON.parse(text) as Draft);
}

/** All drafts, the oldest first. */
export async function listDrafts(place: Place): Promise<Draft[]> {
  const drafts = await Promise.all((await numbers(place)).map((n) => readDraft(place, String(n))));
  return drafts.filter((draft) => draft !== undefined);
}

/** Takes a draft away: its step was taken, or the user dropped it. */
export async function dropDraft(place: Place, draft: Pick<Draft, "name">): Promise<void> {
  await rm(join(folder(place), `${draft.name}.json`), { force: true });
}
