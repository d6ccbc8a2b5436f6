/** What reading a value needs and gives: the place it is for, the procedure's words, a value or everything wrong with it. */

import { join } from "../records/fields.ts";
import type { SharedModel } from "../records/model.ts";
import type { Instant, Json } from "../records/record.ts";
import { type Finding, type FindingCode, finding, type ParamsOf } from "../words/findings.ts";

/** Text as the YAML door reads it: a value, or why it cannot be read. */
export type Parsed =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Everything reading depends on besides field and text. */
export interface Reading {
  /** Kind of the record, or whatever names the labels of its fields. */
  readonly kind: string;
  readonly shared: Pick<SharedModel, "enums" | "kinds">;
  /** What `now` and `today` stand for. */
  readonly now: Instant;
  /** Reads YAML/JSON flow; the door to the yaml package is in the store. */
  readonly parseFlow: (text: string) => Parsed;
}

/** Where a value is for. */
export interface Place {
  readonly path: string;
  readonly reading: Reading;
}

export type Read = { readonly value: Json } | { readonly findings: readonly Finding[] };

/** The place below another one. */
export const inside = (place: Place, below: string): Place => ({ ...place, path: join(place.path, below) });

type Here = "kind" | "path";

/** A single finding at a place. */
export function wrong<C extends FindingCode>(code: C, params: Omit<ParamsOf<C>, Here>, place: Place): Read {
  const here = { kind: place.reading.kind, path: place.path };
  return {
    findings: [finding(code, { ...params, ...here } as unknown as ParamsOf<C>, { path: place.path })],
  };
}

/** Several reads as one list: all values, or the findings of all. */
export function all(reads: readonly Read[]): Read {
  const findings = reads.flatMap(findingsOf);
  return findings.length > 0
    ? { findings }
    : { value: reads.flatMap((read) => ("value" in read ? [read.value] : [])) };
}

/** Several reads as one map. */
export function keyed(reads: readonly (readonly [string, Read])[]): Read {
  const findings = reads.flatMap(([, read]) => findingsOf(read));
  if (findings.length > 0) return { findings };
  return {
    value: Object.fromEntries(reads.flatMap(([key, read]) => ("value" in read ? [[key, read.value]] : []))),
  };
}

export const findingsOf = (read: Read): readonly Finding[] => ("findings" in read ? read.findings : []);
