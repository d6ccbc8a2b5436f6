/** Making the parts of the index: settings, people, calendars and procedure of a commit, parsed once. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { readKind, readShared } from "../domain/procedure/read.ts";
import { type Json, KINDS } from "../domain/records/record.ts";
import { refusal } from "../domain/words/refusals.ts";
import { openBlobs } from "./blobs.ts";
import { calendarOf } from "./calendars.ts";
import { freeName } from "./index-files.ts";
import type { PartFile, Parts } from "./index-manifest.ts";
import { BESIDE, type Files } from "./index-parts.ts";
import { peopleOf } from "./people.ts";
import { type Git, runGit } from "./plumbing.ts";
import { settingsOf } from "./settings.ts";

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

/** What commands read, by name. */
function valuesOf(files: Files, procedure: Files): Record<string, unknown> {
  const settings = settingsOf(mapAt(files, "casetrail.yaml"));
  const { requirements, ...shared } = readShared(procedure);
  const kinds = KINDS.map((kind) => readKind(kind, procedure));
  return {
    settings,
    people: peopleOf(mapAt(files, "people.yaml")),
    calendar: calendarOf(below(files, "calendars/"), settings),
    shared,
    requirements,
    ...Object.fromEntries(kinds.map(({ workflow }) => [workflow.kind, workflow])),
    ...Object.fromEntries(kinds.map(({ workflow, fields }) => [`${workflow.kind}.fields`, fields])),
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

/** Keeps the parts in two files of the index; only the validator reads the second, the files of `schemas/` as they are. */
export function writeParts(dir: string, files: Files): Parts {
  const procedure = below(files, "schemas/");
  return { main: writePart(dir, valuesOf(files, procedure)), procedure: writePart(dir, { procedure }) };
}

function writePart(dir: string, values: Readonly<Record<string, unknown>>): PartFile {
  const file = `${freeName()}.parts`;
  const places: Record<string, readonly [number, number]> = {};
  const pieces: Buffer[] = [];
  let at = 0;
  for (const [name, value] of Object.entries(values)) {
    const bytes = Buffer.from(JSON.stringify(value));
    places[name] = [at, bytes.length];
    pieces.push(bytes);
    at += bytes.length;
  }
  const all = Buffer.concat(pieces);
  writeFileSync(join(dir, file), all, { flag: "wx" });
  return { file, sum: crc32(all), places };
}
