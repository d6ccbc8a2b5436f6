/** The segments of a kind after a change: what did not change is taken over, never parsed again. */

import type { Row } from "../domain/clocks/row.ts";
import type { Kind } from "../domain/records/record.ts";
import type { Manifest } from "./index-manifest.ts";
import { GONE, openSegment, type Place, type Segment, type SegmentReader } from "./index-segment.ts";
import { type Entry, segmentWriter } from "./index-segment-write.ts";

/** Below this many records a kind is simply written anew. */
const SIMPLE = 256;
/** A second segment may grow to this part of the first. */
const PART = 1 / 8;

/** Where entries go, in the order in which they are read. */
export interface Sink {
  /** null: there is no such record any more. */
  put(kind: Kind, id: string, entry: Entry | null): void;
  finish(): Manifest["kinds"];
}

/** A sink for a build from nothing: entries go to the disk as they come. */
export function freshSink(dir: string): Sink {
  const writers = new Map<Kind, ReturnType<typeof segmentWriter>>();
  return {
    put: (kind, _, entry) => {
      const writer = writers.get(kind) ?? segmentWriter(dir);
      writers.set(kind, writer);
      if (entry) writer.add(entry);
    },
    finish: () => Object.fromEntries([...writers].map(([kind, writer]) => [kind, [writer.finish()]])),
  };
}

/** A sink for what changed since a manifest was written. */
export function changeSink(dir: string, kinds: Manifest["kinds"]): Sink {
  const changes = new Map<Kind, Map<string, Entry | null>>();
  return {
    put: (kind, id, entry) => {
      changes.set(kind, (changes.get(kind) ?? new Map<string, Entry | null>()).set(id, entry));
    },
    finish: () => {
      const merged = [...changes].map(
        ([kind, own]) => [kind, mergeKind(dir, kinds[kind] ?? [], own)] as const,
      );
      return { ...kinds, ...Object.fromEntries(merged) };
    },
  };
}

type Changes = ReadonlyMap<string, Entry | null>;

/** Writes what changed: as a second, small segment, or with all the rest as one new one. */
function mergeKind(dir: string, old: readonly Segment[], changes: Changes): Segment[] {
  const [base, delta] = old.map((segment) => openSegment(dir, segment));
  const changed = (delta?.segment.count ?? 0) + changes.size;
  if (base && base.segment.count >= SIMPLE && changed <= base.segment.count * PART) {
    return [base.segment, write(dir, [...entriesOf(delta, changes), ...entriesFrom(changes)])];
  }
  const later = new Map<string, unknown>([
    ...(delta?.places() ?? []).map(({ id }) => [id, 0] as const),
    ...changes,
  ]);
  const all = [...entriesOf(base, later), ...entriesOf(delta, changes), ...entriesFrom(changes)];
  const kept = all.filter(({ blob }) => blob !== GONE).sort((a, b) => (a.id < b.id ? -1 : 1));
  return kept.length === 0 ? [] : [write(dir, kept)];
}

const entriesFrom = (changes: Changes): Entry[] =>
  [...changes].map(([id, entry]) => entry ?? { id, blob: GONE, plain: true, json: "", row: "null" });

/** The entries of a segment that nothing later replaces. */
function entriesOf(reader: SegmentReader | undefined, later: ReadonlyMap<string, unknown>): Entry[] {
  if (!reader) return [];
  const rows = reader.rows();
  return reader
    .places()
    .flatMap((place, i) => (later.has(place.id) ? [] : [entryOf(reader, place, rows[i] ?? null)]));
}

const entryOf = (reader: SegmentReader, place: Place, row: Row | null): Entry => ({
  id: place.id,
  blob: place.blob,
  plain: place.plain,
  json: reader.json(place),
  row: JSON.stringify(row),
});

function write(dir: string, entries: readonly Entry[]): Segment {
  const writer = segmentWriter(dir);
  for (const entry of entries) writer.add(entry);
  return writer.finish();
}
