/**
 * Writing a segment of the reading index: whole records as JSON lines, then a line of facts for each (where its JSON
 * stands, its blob id, a checksum), then their rows.
 */
import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { freeName } from "./index-files.ts";
import type { Segment } from "./index-segment.ts";

/** A record as the index keeps it. */
export interface Entry {
  readonly id: string;
  /** Blob id of its file; `-` says that the record is gone. */
  readonly blob: string;
  /** Its file stands in canonical form, so that no comment is in it. */
  readonly plain: boolean;
  readonly json: string;
  readonly row: string;
}

const FLUSH = 1 << 20;

/** Writes a segment, one record after another; memory holds the rows only. */
export function segmentWriter(dir: string): { add(entry: Entry): void; finish(): Segment } {
  const name = freeName();
  const file = openSync(join(dir, `${name}.seg`), "wx");
  const facts: string[] = [];
  const rows: string[] = [];
  let held: Buffer[] = [];
  let heldBytes = 0;
  let at = 0;
  let sum = 0;
  const flush = (): void => {
    const bytes = Buffer.concat(held);
    sum = crc32(bytes, sum);
    writeAll(file, bytes);
    held = [];
    heldBytes = 0;
  };
  return {
    add: ({ id, blob, plain, json, row }) => {
      const bytes = Buffer.from(`${json}\n`);
      facts.push(`${id}\t${blob}\t${plain ? 1 : 0}\t${at}\t${bytes.length}\t${crc32(bytes)}\n`);
      rows.push(row);
      held.push(bytes);
      at += bytes.length;
      heldBytes += bytes.length;
      if (heldBytes > FLUSH) flush();
    },
    finish: () => {
      flush();
      const factBytes = Buffer.from(facts.join(""));
      const rowBytes = Buffer.from(`[${rows.join(",\n")}]`);
      writeAll(file, factBytes);
      writeAll(file, rowBytes);
      closeSync(file);
      return {
        name,
        count: facts.length,
        full: [at, sum],
        facts: [factBytes.length, crc32(factBytes)],
        rows: [rowBytes.length, crc32(rowBytes)],
      };
    },
  };
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
