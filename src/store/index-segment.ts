/** Reading a segment of the index (index-segment-write.ts): one record is found and read without parsing the others. */
import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Row } from "../domain/clocks/row.ts";
import { damaged } from "./index-files.ts";

/** What the manifest knows of a segment: its file, the length of its parts and their checksums. */
export interface Segment {
  readonly name: string;
  readonly count: number;
  readonly full: readonly [length: number, sum: number];
  readonly facts: readonly [length: number, sum: number];
  readonly rows: readonly [length: number, sum: number];
}

/** Where a record stands in its segment. */
export interface Place {
  readonly id: string;
  readonly blob: string;
  readonly plain: boolean;
  readonly at: number;
  readonly length: number;
  readonly sum: number;
}

export const GONE = "-";

/** Up to this size a segment is read and verified whole when it is opened; a larger one part by part, when it is used. */
const SMALL = 4 << 20;
const CHUNK = 8 << 20;

export interface SegmentReader {
  readonly segment: Segment;
  /** Every record in it, also those that are gone. */
  places(): readonly Place[];
  place(id: string): Place | undefined;
  /** The row of one record, without parsing the others. */
  row(id: string): Row | null | undefined;
  /** In the order of the places; null for what is gone. */
  rows(): readonly (Row | null)[];
  json(place: Place): string;
  /** The JSON of every record whose text contains the needle. */
  scan(needle: string): Generator<{ id: string; json: string }>;
}

/**
 * Opens a segment.
 * @throws an error that `isDamaged` knows, when it is not what the manifest says
 */
export function openSegment(dir: string, segment: Segment): SegmentReader {
  const [fullLength] = segment.full;
  const [factsLength] = segment.facts;
  const total = fullLength + factsLength + segment.rows[0];
  const read = reading(join(dir, `${segment.name}.seg`), total);
  const part = (at: number, [length, sum]: readonly [number, number]): Buffer =>
    verified(read(at, length), sum);
  if (total <= SMALL) part(0, segment.full);
  const facts = once(() => part(fullLength, segment.facts));
  const rowBytes = once(() => part(fullLength + factsLength, segment.rows));
  if (total <= SMALL) for (const read of [facts, rowBytes]) read();
  const places = once(() => facts().toString().split("\n").slice(0, -1).map(placeOf));
  const rows = once(() => JSON.parse(rowBytes().toString()) as (Row | null)[]);
  const json = (place: Place): string =>
    verified(read(place.at, place.length), place.sum).toString("utf8", 0, place.length - 1);
  return {
    segment,
    places,
    rows,
    json,
    place: (id) => find(facts(), id),
    row: (id) => rowOf(facts(), rowBytes(), id),
    scan: (needle) => scanning(places(), read, needle),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Reads pieces of a file; a small one is read once. */
function reading(path: string, total: number): (at: number, length: number) => Buffer {
  const whole = total <= SMALL ? piece(path, 0, total) : undefined;
  return (at, length) => whole?.subarray(at, at + length) ?? piece(path, at, length);
}

function piece(path: string, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  const file = openSync(path, "r");
  try {
    let done = 0;
    for (let got = 1; got > 0 && done < length; done += got)
      got = readSync(file, bytes, done, length - done, at + done);
    return bytes.subarray(0, done);
  } finally {
    closeSync(file);
  }
}

function verified(bytes: Buffer, sum: number): Buffer {
  if (crc32(bytes) !== sum) throw damaged("checksum");
  return bytes;
}

function placeOf(line: string): Place {
  const [id = "", blob = "", plain, at, length, sum] = line.split("\t");
  return { id, blob, plain: plain === "1", at: Number(at), length: Number(length), sum: Number(sum) };
}

function find(facts: Buffer, id: string): Place | undefined {
  const start = startOf(facts, id);
  return start === undefined ? undefined : placeOf(facts.toString("utf8", start, facts.indexOf(10, start)));
}

/** Where the line of a record begins. */
function startOf(facts: Buffer, id: string): number | undefined {
  if (facts.subarray(0, id.length + 1).toString() === `${id}\t`) return 0;
  const before = facts.indexOf(`\n${id}\t`);
  return before < 0 ? undefined : before + 1;
}

/** Rows stand one a line, in the order of the facts: `[…,` … `…]`. */
function rowOf(facts: Buffer, rows: Buffer, id: string): Row | null | undefined {
  const start = startOf(facts, id);
  if (start === undefined) return undefined;
  let from = 0;
  for (let at = facts.indexOf(10); at >= 0 && at < start; at = facts.indexOf(10, at + 1))
    from = rows.indexOf(10, from) + 1;
  const end = rows.indexOf(10, from);
  const line = rows.toString("utf8", from, end < 0 ? rows.length : end);
  return JSON.parse(line.slice(from === 0 ? 1 : 0, -1)) as Row | null;
}

function* scanning(
  places: readonly Place[],
  read: (at: number, length: number) => Buffer,
  needle: string,
): Generator<{ id: string; json: string }> {
  const wanted = Buffer.from(needle);
  for (let from = 0; from < places.length; ) {
    const group = groupFrom(places, from);
    from += group.length;
    const start = group[0]?.at ?? 0;
    const bytes = read(
      start,
      group.reduce((sum, place) => sum + place.length, 0),
    );
    for (const { id, at, length, sum } of group) {
      const own = bytes.subarray(at - start, at - start + length);
      if (own.includes(wanted)) yield { id, json: verified(own, sum).toString("utf8", 0, length - 1) };
    }
  }
}

/** As many records as are worth reading at once. */
function groupFrom(places: readonly Place[], from: number): Place[] {
  const group: Place[] = [];
  let bytes = 0;
  for (const place of places.slice(from, from + 10_000)) {
    group.push(place);
    bytes += place.length;
    if (bytes > CHUNK) break;
  }
  return group;
}
