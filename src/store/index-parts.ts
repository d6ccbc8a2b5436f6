/** Settings, people, calendar and procedure of a commit, kept as JSON (index-parts-write.ts), each parsed when it is asked for. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Calendar } from "../domain/calendar/table.ts";
import type { People, Settings } from "../domain/procedure/step.ts";
import type { Field, KindModel, SharedModel, Workflow } from "../domain/records/model.ts";
import type { Json, Kind } from "../domain/records/record.ts";
import { damaged } from "./index-files.ts";
import type { PartFile, Parts } from "./index-manifest.ts";

/** Path → parsed content. */
export type Files = Readonly<Record<string, Json>>;

/** What stands beside the records at a commit. */
export const BESIDE = ["casetrail.yaml", "people.yaml", "schemas", "calendars"] as const;

export interface PartReader {
  readonly settings: () => Settings;
  readonly people: () => People;
  readonly calendar: () => Calendar;
  readonly shared: () => SharedModel;
  readonly kind: (kind: Kind) => KindModel;
  /** The files of `schemas/` as they are, for the validator. */
  readonly procedure: () => Files;
}

/**
 * Opens the parts.
 * @throws an error that `isDamaged` knows
 */
export function openParts(dir: string, { main, procedure }: Parts): PartReader {
  const get = partsIn(dir, main);
  const shared = kept(() => sharedOf(get));
  const kinds = new Map<Kind, KindModel>();
  const kind = (name: Kind): KindModel => {
    const known = kinds.get(name) ?? kindModel(get, name);
    kinds.set(name, known);
    return known;
  };
  return {
    settings: () => get("settings") as Settings,
    people: () => get("people") as People,
    calendar: () => get("calendar") as Calendar,
    procedure: kept(() => partsIn(dir, procedure)("procedure") as Files),
    shared,
    kind,
  };
}

/** The 127 duties are long, and few commands read them. */
function sharedOf(get: (name: string) => unknown): SharedModel {
  const requirements = kept(() => get("requirements") as SharedModel["requirements"]);
  return Object.defineProperty({ ...(get("shared") as SharedModel) }, "requirements", {
    get: requirements,
    enumerable: true,
  });
}

/** A list needs the states of a kind, not its fields. */
function kindModel(get: (name: string) => unknown, kind: Kind): KindModel {
  return {
    workflow: get(kind) as Workflow,
    get fields() {
      return get(`${kind}.fields`) as Readonly<Record<string, Field>>;
    },
  };
}

function kept<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The values of a file by name, each parsed once. */
function partsIn(dir: string, { file, sum, places }: PartFile): (name: string) => unknown {
  const bytes = readFileSync(join(dir, file));
  if (crc32(bytes) !== sum) throw damaged("parts");
  const made = new Map<string, unknown>();
  return (name) => {
    const [at, length] = places[name] ?? [0, 0];
    if (!made.has(name)) made.set(name, JSON.parse(bytes.toString("utf8", at, at + length)));
    return made.get(name);
  };
}
