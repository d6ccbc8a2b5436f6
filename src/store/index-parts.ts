/** Settings, people, calendar and procedure, parsed once and kept as JSON beside the index of records. */
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Calendar } from "../domain/calendar/table.ts";
import type { KindModel, SharedModel } from "../domain/records/model.ts";
import { readKind, readShared } from "../domain/procedure/read.ts";
import type { People, Settings } from "../domain/procedure/step.ts";
import { type Json, KINDS, type Kind } from "../domain/records/record.ts";
import { refusal } from "../domain/words/refusals.ts";
import { openBlobs } from "./blobs.ts";
import { calendarOf } from "./calendars.ts";
import { damaged } from "./index-files.ts";
import type { Parts } from "./index-manifest.ts";
import type { Model } from "./index-records.ts";
import { peopleOf } from "./people.ts";
import { type Git, runGit } from "./plumbing.ts";
import { settingsOf } from "./settings.ts";

/** Path → parsed content. */
export type Files = Readonly<Record<string, Json>>;

/** What stands beside the records at a commit. */
export const BESIDE = ["casetrail.yaml", "people.yaml", "schemas", "calendars"] as const;

/**
 * Reads the files beside the records at a commit.
 * @throws Refusal no-repository (casetrail.yaml is missing), file-unreadable
 */
export async function readBeside(git: Git, commit: string): Promise<Files> {
  const listing = (await runGit(git, ["ls-tree", "-r", "-z", commit, "--", ...BESIDE])).out.toString();
  const blobs = openBlobs(git);
  try {
    const found = listing.split("\0").flatMap((line) => {
      const [, id, path] = /^100(?:644|755) blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      return id !== undefined && path !== undefined && /\.(?:json|yaml)$/.test(path) ? [{ id, path }] : [];
    });
    const read = found.map(
      async ({ id, path }) => [path, await parsed((await blobs.read(id))?.bytes, path)] as const,
    );
    return Object.fromEntries(await Promise.all(read));
  } finally {
    await blobs.close();
  }
}

async function parsed(bytes: Buffer | undefined, path: string): Promise<Json> {
  const fast = path.endsWith(".json") ? json(bytes?.toString() ?? "") : undefined;
  if (fast !== undefined) return fast;
  const { parseYaml } = await import("./yaml.ts");
  const read = parseYaml(bytes ?? "", path, { numericKeys: true });
  if (read.ok) return read.value;
  throw refusal("file-unreadable", { path }, { findings: read.findings });
}

/** undefined when it is no JSON: the YAML reader then says where it goes wrong. */
function json(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Everything that is kept, by name. `procedure` are the files of `schemas/` as they are, for the validator. */
function valuesOf(files: Files): Record<string, unknown> {
  const settings = settingsOf(mapAt(files, "casetrail.yaml"));
  const procedure = below(files, "schemas/");
  return {
    settings,
    people: peopleOf(mapAt(files, "people.yaml")),
    calendar: calendarOf(below(files, "calendars/"), settings),
    shared: readShared(procedure),
    ...Object.fromEntries(KINDS.map((kind) => [kind, readKind(kind, procedure)])),
    procedure,
  };
}

function mapAt(files: Files, path: string): { readonly [key: string]: Json } {
  const value = files[path];
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw refusal("file-unreadable", { path });
}

const below = (files: Files, folder: string): Files =>
  Object.fromEntries(
    Object.entries(files).flatMap(([path, value]) =>
      path.startsWith(folder) ? [[path.slice(folder.length), value]] : [],
    ),
  );

/** Keeps the parts in a file of the index. */
export function writeParts(dir: string, files: Files): Parts {
  const file = `${randomBytes(8).toString("hex")}.parts`;
  const places: Record<string, readonly [number, number]> = {};
  const pieces: Buffer[] = [];
  let at = 0;
  for (const [name, value] of Object.entries(valuesOf(files))) {
    const bytes = Buffer.from(JSON.stringify(value));
    places[name] = [at, bytes.length];
    pieces.push(bytes);
    at += bytes.length;
  }
  const all = Buffer.concat(pieces);
  writeFileSync(join(dir, file), all, { flag: "wx" });
  return { file, sum: crc32(all), places };
}

/** The parts, each parsed when it is asked for. */
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
export function openParts(dir: string, parts: Parts): PartReader {
  const bytes = readFileSync(join(dir, parts.file));
  if (crc32(bytes) !== parts.sum) throw damaged("parts");
  const made = new Map<string, unknown>();
  const get = (name: string): unknown => {
    const [at, length] = parts.places[name] ?? [0, 0];
    if (!made.has(name)) made.set(name, JSON.parse(bytes.toString("utf8", at, at + length)));
    return made.get(name);
  };
  return {
    settings: () => get("settings") as Settings,
    people: () => get("people") as People,
    calendar: () => get("calendar") as Calendar,
    shared: () => get("shared") as SharedModel,
    kind: (kind) => get(kind) as KindModel,
    procedure: () => get("procedure") as Files,
  };
}

/** What rows are made with. The validator is loaded only when a record does not fit its kind. */
export function modelOf(parts: PartReader): Model {
  return {
    shared: parts.shared(),
    settings: parts.settings(),
    kind: parts.kind,
    validate: async (kind, record) => {
      const { validatorFor } = await import("./schemas.ts");
      return validatorFor(kind, parts.procedure())(record);
    },
  };
}
