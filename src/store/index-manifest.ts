/** The manifest of the index: for one commit, which files hold what. A warm start reads it and asks git nothing more. */
import { readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Kind } from "../domain/records/record.ts";
import type { Finding } from "../domain/words/findings.ts";
import { removeFile } from "./disk.ts";
import { readSummed, writeSummed } from "./index-files.ts";
import type { Segment } from "./index-segment.ts";

/** git's ids of what is not a record; null where the repository has none. */
export interface PartIds {
  readonly "casetrail.yaml": string | null;
  readonly "people.yaml": string | null;
  readonly schemas: string | null;
  readonly calendars: string | null;
}

/** Values as JSON in one file, each at its place. */
export interface PartFile {
  readonly file: string;
  readonly sum: number;
  readonly places: Readonly<Record<string, readonly [at: number, length: number]>>;
}

/** Settings, people, calendar and procedure as commands read them; the files of the procedure as the validator reads them. */
export interface Parts {
  readonly main: PartFile;
  readonly procedure: PartFile;
}

export interface Manifest {
  readonly head: string;
  readonly ids: PartIds;
  readonly parts: Parts;
  /** Of each kind a base and at most one segment of what changed since. */
  readonly kinds: Readonly<Partial<Record<Kind, readonly Segment[]>>>;
  /** Files under `records/` that are no readable record. */
  readonly unreadable: Readonly<Record<string, readonly Finding[]>>;
}

const fileOf = (dir: string, head: string): string => join(dir, "heads", `${head}.json`);

/** The manifest of a commit; undefined where there is none that is whole. */
export function readManifest(dir: string, head: string): Manifest | undefined {
  const text = readSummed(fileOf(dir, head));
  const manifest = text === undefined ? undefined : (JSON.parse(text) as Manifest);
  return manifest?.head === head ? manifest : undefined;
}

/** Commits that have a manifest, the one written last first. */
export function knownHeads(dir: string): string[] {
  return stamped(join(dir, "heads"))
    .filter(({ name }) => /^[0-9a-f]{40,64}\.json$/.test(name))
    .map(({ name }) => name.slice(0, -".json".length));
}

function stamped(dir: string): { name: string; time: number }[] {
  return readdirSync(dir)
    .flatMap((name) => {
      const found = statSync(join(dir, name), { throwIfNoEntry: false });
      return found ? [{ name, time: found.mtimeMs }] : [];
    })
    .sort((a, b) => b.time - a.time);
}

const KEPT_HEADS = 4;
const KEPT_VERSIONS = 3;
/** Somebody who starts reading now may need what the last writer has just replaced. */
const GRACE = 60_000;

/** Writes a manifest and clears away what no recent one names. */
export function writeManifest(dir: string, manifest: Manifest): void {
  writeSummed(fileOf(dir, manifest.head), JSON.stringify(manifest));
  const [kept, old] = split(knownHeads(dir), KEPT_HEADS);
  for (const head of old) removeFile(fileOf(dir, head));
  if (old.length > 0) sweep(dir, kept);
}

const split = <T>(list: readonly T[], at: number): [T[], T[]] => [list.slice(0, at), list.slice(at)];

function sweep(dir: string, heads: readonly string[]): void {
  const manifests = heads.flatMap((head) => readManifest(dir, head) ?? []);
  const named = new Set(manifests.flatMap(filesOf));
  for (const { name, time } of stamped(dir)) {
    if (/\.(?:seg|parts)$/.test(name) && !named.has(name) && Date.now() - time > GRACE) {
      removeFile(join(dir, name));
    }
  }
  const versions = stamped(dirname(dir));
  for (const { name } of versions.slice(KEPT_VERSIONS))
    rmSync(join(dirname(dir), name), { recursive: true, force: true });
}

const filesOf = (manifest: Manifest): string[] => [
  manifest.parts.main.file,
  manifest.parts.procedure.file,
  ...Object.values(manifest.kinds).flatMap((segments) => segments.map(({ name }) => `${name}.seg`)),
];

/** Forgets everything: the next reader builds anew. */
export function dropIndex(dir: string): void {
  for (const head of knownHeads(dir)) removeFile(fileOf(dir, head));
}
