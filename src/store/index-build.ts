/** Bringing the index to a commit: from the nearest one it knows, parsing changed files only, or from nothing. */
import type { Finding } from "../domain/words/findings.ts";
import { refusal } from "../domain/words/refusals.ts";
import { openBlobs } from "./blobs.ts";
import { isDamaged } from "./index-files.ts";
import {
  dropIndex,
  knownHeads,
  type Manifest,
  type PartIds,
  type Parts,
  readManifest,
  writeManifest,
} from "./index-manifest.ts";
import { changeSink, freshSink, type Sink } from "./index-merge.ts";
import { BESIDE, openParts } from "./index-parts.ts";
import { type Model, modelOf, type Read, readSource, type Source, slotOf } from "./index-records.ts";
import type { Location } from "./location.ts";
import { runGit } from "./plumbing.ts";

/** Where the index lies, for which commit, and whom to tell how far a long build has come. */
export interface Place {
  readonly location: Location;
  readonly dir: string;
  readonly progress?: (done: number, total: number) => void;
}

/**
 * Builds the manifest of HEAD.
 * @throws Refusal no-repository, file-unreadable, procedure-incomplete
 */
export async function buildIndex(place: Place): Promise<Manifest> {
  const { dir } = place;
  try {
    const base = knownHeads(dir).flatMap((head) => readManifest(dir, head) ?? [])[0];
    const sources = base && (await changedSince(place.location, base.head));
    if (sources && !sources.some(({ path }) => decidesRows(path))) return await bring(place, base, sources);
  } catch (thrown) {
    if (!isDamaged(thrown)) throw thrown;
    dropIndex(dir);
  }
  return bring(place, undefined, await everything(place.location));
}

/** Rows are made with the procedure and the settings: when these change, every row is made anew. */
const decidesRows = (path: string): boolean => path === "schemas" || path === "casetrail.yaml";

async function everything(location: Location): Promise<Source[]> {
  const out = (await runGit(location, ["ls-tree", "-r", "-t", "-z", location.head])).out.toString();
  return out.split("\0").flatMap((line) => {
    const [, mode, blob, path] = /^(\d{6}) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    return mode && blob && path ? [{ path, mode, blob }] : [];
  });
}

/** What differs from another commit; undefined when git no longer has it. */
async function changedSince(location: Location, head: string): Promise<Source[] | undefined> {
  const args = ["diff-tree", "-r", "-t", "-z", "--raw", "--no-renames", "--no-ext-diff", head, location.head];
  const { code, out } = await runGit(location, args, { ok: [0, 128] });
  if (code !== 0) return undefined;
  const parts = out.toString().split("\0");
  const found: Source[] = [];
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const [, mode = "", , blob = "", status] = (parts[i] ?? "").split(" ");
    found.push({ path: parts[i + 1] ?? "", mode, blob: status === "D" ? null : blob });
  }
  return found;
}

/**
 * A manifest from another one and what changed since.
 * @param base undefined: from nothing, and `sources` are all files
 * @param contents of changed files where they are at hand
 * @throws an error that `isDamaged` knows
 */
export async function bring(
  place: Place,
  base: Manifest | undefined,
  sources: readonly Source[],
  contents: ReadonlyMap<string, Buffer> = new Map(),
): Promise<Manifest> {
  const { dir, location } = place;
  const ids = idsOf(base, sources);
  if (ids["casetrail.yaml"] === null) throw refusal("no-repository", { dir: location.root });
  const same = base && BESIDE.every((name) => base.ids[name] === ids[name]);
  const parts = same ? base.parts : await partsAt(place);
  const records = sources.filter(({ path, mode }) => path.startsWith("records/") && mode !== "040000");
  const sink = base ? changeSink(dir, base.kinds) : freshSink(dir);
  const reading = { place, model: modelOf(openParts(dir, parts)), contents, sink };
  const unreadable = await readRecords(reading, records);
  const touched = new Set(records.map(({ path }) => path));
  const before = Object.entries(base?.unreadable ?? {}).filter(([path]) => !touched.has(path));
  const manifest = {
    head: location.head,
    ids,
    parts,
    kinds: sink.finish(),
    unreadable: Object.fromEntries([...before, ...unreadable]),
  };
  writeManifest(dir, manifest);
  return manifest;
}

/** Settings, people, calendars and procedure of HEAD; rarely needed, and then with much code. */
async function partsAt({ dir, location }: Place): Promise<Parts> {
  const { readBeside, writeParts } = await import("./index-parts-write.ts");
  return writeParts(dir, await readBeside(location, location.head));
}

function idsOf(base: Manifest | undefined, sources: readonly Source[]): PartIds {
  const now = new Map(sources.map(({ path, blob }) => [path, blob]));
  const id = (name: (typeof BESIDE)[number]): string | null => {
    const changed = now.get(name);
    return changed === undefined ? (base?.ids[name] ?? null) : changed;
  };
  return {
    "casetrail.yaml": id("casetrail.yaml"),
    "people.yaml": id("people.yaml"),
    schemas: id("schemas"),
    calendars: id("calendars"),
  };
}

interface Reading {
  readonly place: Place;
  readonly model: Model;
  readonly contents: ReadonlyMap<string, Buffer>;
  readonly sink: Sink;
}

/** Files read and parsed together: enough to keep git busy, few enough to keep memory flat. */
const AT_ONCE = 256;

/** Puts every record into the sink; what is none is returned with the reason. */
async function readRecords(
  reading: Reading,
  sources: readonly Source[],
): Promise<[path: string, findings: readonly Finding[]][]> {
  const { place, contents, sink, model } = reading;
  const unreadable: [string, readonly Finding[]][] = [];
  const needed = sources.some(({ path, blob }) => blob !== null && !contents.has(path));
  const blobs = needed ? openBlobs(place.location) : undefined;
  const bytesOf = async ({ path, blob }: Source): Promise<Buffer | undefined> =>
    contents.get(path) ?? (blob === null ? undefined : (await blobs?.read(blob))?.bytes);
  for (let at = 0; at < sources.length; at += AT_ONCE) {
    const some = sources.slice(at, at + AT_ONCE);
    const reads = await Promise.all(
      some.map(async (source) => readOne(source, await bytesOf(source), model)),
    );
    some.forEach(({ path }, i) => {
      const read = reads[i];
      const slot = slotOf(path, model.shared);
      if (slot) sink.put(slot.kind, slot.id, read?.ok ? read.entry : null);
      if (read?.ok === false) unreadable.push([path, read.findings]);
    });
    place.progress?.(Math.min(at + AT_ONCE, sources.length), sources.length);
  }
  await blobs?.close();
  return unreadable;
}

/** undefined: nothing stands there, or a file of another sort (a note, a picture). */
async function readOne(source: Source, bytes: Buffer | undefined, model: Model): Promise<Read | undefined> {
  const { path, blob } = source;
  if (blob === null || bytes === undefined || !path.endsWith(".yaml")) return undefined;
  return await readSource({ ...source, blob }, bytes, model);
}
