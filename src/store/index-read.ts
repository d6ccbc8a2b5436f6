/** The records of a manifest: rows for lists, whole records one by one, without YAML and without git. */

import type { Row } from "../domain/clocks/row.ts";
import { parseId, recordPath } from "../domain/procedure/number.ts";
import type { Facts } from "../domain/procedure/step.ts";
import { hasValue } from "../domain/records/facts.ts";
import type { CaseRecord, Id, Kind } from "../domain/records/record.ts";
import type { Manifest } from "./index-manifest.ts";
import type { PartReader } from "./index-parts.ts";
import { GONE, openSegment, type Place, type SegmentReader } from "./index-segment.ts";

/** A record as it was found, with what a writer needs to know of its file. */
export interface Found {
  readonly record: CaseRecord;
  readonly path: string;
  readonly blob: string;
  /** Its file is as the tool wrote it: no comment in it. */
  readonly plain: boolean;
}

export interface Records {
  readonly facts: Facts;
  rows(kind?: Kind): readonly Row[];
  ids(kind?: Kind): readonly Id[];
  row(id: Id): Row | undefined;
  record(id: Id): Found | undefined;
}

/** The segments of a kind: what the later one holds replaces what the earlier one says. */
interface KindReader {
  readonly base: SegmentReader | undefined;
  readonly delta: SegmentReader | undefined;
}

/**
 * Opens the records of a manifest.
 * @throws an error that `isDamaged` knows
 */
export function openRecords(dir: string, manifest: Manifest, parts: PartReader): Records {
  const readers = new Map<Kind, KindReader>();
  for (const [kind, segments] of Object.entries(manifest.kinds)) {
    const [base, delta] = segments.map((segment) => openSegment(dir, segment));
    readers.set(kind as Kind, { base, delta });
  }
  const known = new Map<Id, Found | undefined>();
  const record = (id: Id): Found | undefined => {
    if (!known.has(id)) known.set(id, lookUp(readers, parts, id));
    return known.get(id);
  };
  const of = (kind?: Kind): KindReader[] =>
    kind === undefined ? [...readers.values()] : [readers.get(kind)].flatMap((one) => one ?? []);
  return {
    facts: { record: (id) => record(id)?.record, where: (...asked) => where(readers, record, asked) },
    rows: (kind) => of(kind).flatMap(rowsOf),
    ids: (kind) => of(kind).flatMap((reader) => spotsOf(reader).map(({ id }) => id)),
    row: (id) => rowFor(readers.get(parseId(id, parts.shared().kinds)?.kind ?? ("" as Kind)), id),
    record,
  };
}

function lookUp(readers: ReadonlyMap<Kind, KindReader>, parts: PartReader, id: Id): Found | undefined {
  const { kinds } = parts.shared();
  const path = recordPath(id, kinds);
  const reader = readers.get(parseId(id, kinds)?.kind ?? ("" as Kind));
  const spot = reader?.delta?.place(id) ?? reader?.base?.place(id);
  if (path === null || !reader || !spot || spot.blob === GONE) return undefined;
  const segment = reader.delta?.place(id) ? reader.delta : reader.base;
  const record = JSON.parse(segment?.json(spot) ?? "null") as CaseRecord;
  return { record, path, blob: spot.blob, plain: spot.plain };
}

/** Places and rows of a kind in order of their numbers, without what is gone or replaced. */
function merged<T>(reader: KindReader, of: (segment: SegmentReader) => readonly T[]): T[] {
  const { base, delta } = reader;
  const pairs = (segment: SegmentReader | undefined): (readonly [Place, T])[] => {
    const values = segment ? of(segment) : [];
    return segment?.places().map((spot, i) => [spot, values[i] as T] as const) ?? [];
  };
  if (!delta) return pairs(base).map(([, value]) => value);
  const later = new Set(delta.places().map(({ id }) => id));
  return [
    ...pairs(base).filter(([{ id }]) => !later.has(id)),
    ...pairs(delta).filter(([{ blob }]) => blob !== GONE),
  ]
    .sort(([a], [b]) => (a.id < b.id ? -1 : 1))
    .map(([, value]) => value);
}

const rowsOf = (reader: KindReader): Row[] => merged(reader, (segment) => segment.rows() as Row[]);
const spotsOf = (reader: KindReader): Place[] => merged(reader, (segment) => segment.places());

function rowFor(reader: KindReader | undefined, id: Id): Row | undefined {
  const later = reader?.delta?.row(id);
  return (later === undefined ? reader?.base?.row(id) : later) ?? undefined;
}

/** Only records whose text holds the value are parsed. */
function where(
  readers: ReadonlyMap<Kind, KindReader>,
  find: (id: Id) => Found | undefined,
  [kind, path, value]: Parameters<Facts["where"]>,
): CaseRecord[] {
  const { base, delta } = readers.get(kind) ?? {};
  const needle = JSON.stringify(value);
  const ids = new Set(
    [base, delta].flatMap((segment) => [...(segment?.scan(needle) ?? [])].map(({ id }) => id)),
  );
  return [...ids].sort().flatMap((id) => {
    const record = find(id)?.record;
    return record && hasValue(record, path, value) ? [record] : [];
  });
}
