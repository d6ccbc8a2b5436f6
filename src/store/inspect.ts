/** Every file under `records/` as it stands in the worktree, tracked or not, read and judged: what `check` looks at. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { recordPath } from "../domain/procedure/number.ts";
import type { KindModel, SharedModel } from "../domain/records/model.ts";
import { type CaseRecord, type Id, KINDS, type Kind } from "../domain/records/record.ts";
import { type Finding, finding } from "../domain/words/findings.ts";
import { readIfThere } from "./disk.ts";
import { isCanonical, parseRecord } from "./record-file.ts";

/** What inspecting needs of a repository. */
export interface Inspecting {
  readonly root: string;
  readonly shared: SharedModel;
  kind(kind: Kind): KindModel;
  /** Judges a record by its schema; with the text, findings have line and column. */
  validate(kind: Kind, record: CaseRecord, text?: string, file?: string): Promise<readonly Finding[]>;
}

export interface Inspected {
  readonly records: readonly CaseRecord[];
  readonly findings: readonly Finding[];
  /** Text of every file that a finding may point into, by its path. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads and judges files.
 * @param wanted limits what is judged to some files (paths); everything is read, because rules look at other records
 */
export async function inspectRecords(
  repository: Inspecting,
  wanted: ReadonlySet<string> | null,
): Promise<Inspected> {
  const records: CaseRecord[] = [];
  const findings: Finding[] = [];
  const texts = new Map<string, string>();
  const places = new Map<Id, string>();
  for (const path of recordFiles(repository.root)) {
    const read = await inspectFile(repository, path);
    const judged = wanted === null || wanted.has(path);
    if (judged) findings.push(...read.findings);
    texts.set(path, read.text);
    if (!read.record) continue;
    const other = places.get(read.record.id);
    if (other !== undefined && judged)
      findings.push(finding("number-twice", { id: read.record.id, other }, { file: path, clause: "4.10" }));
    places.set(read.record.id, path);
    records.push(read.record);
  }
  return { records, findings, texts };
}

/** Paths of all files under `records/`, with `/`, in order. */
export function recordFiles(root: string): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) =>
        entry.isDirectory() ? walk(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
      );
  return readIfFolder(root) ? walk("records") : [];
}

const readIfFolder = (root: string): boolean => readdirSync(root).includes("records");

interface InspectedFile {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly record?: CaseRecord;
}

async function inspectFile(repository: Inspecting, path: string): Promise<InspectedFile> {
  if (!path.endsWith(".yaml"))
    return { text: "", findings: [finding("foreign-file", { path }, { file: path })] };
  const bytes = readFileSync(join(repository.root, path));
  const text = bytes.toString("utf8");
  const read = await parseRecord(bytes, path);
  if (!read.ok) return { text, findings: read.findings };
  const { record } = read;
  if (!KINDS.includes(record.kind))
    return { text, findings: [finding("record-misfit", { path: "kind" }, { file: path })] };
  const findings = [
    ...misplaced(repository, record, path),
    ...(await repository.validate(record.kind, record, text, path)),
    ...(await form(repository, record, text, path)),
  ];
  return { text, record, findings: findings.map((found) => ({ record: record.id, ...found })) };
}

function misplaced({ shared }: Inspecting, record: CaseRecord, path: string): Finding[] {
  const expected = recordPath(record.id, shared.kinds) ?? "";
  return expected === path ? [] : [finding("record-misplaced", { id: record.id, expected }, { file: path })];
}

async function form(
  repository: Inspecting,
  record: CaseRecord,
  text: string,
  path: string,
): Promise<Finding[]> {
  if (await isCanonical(text, record, repository.kind(record.kind))) return [];
  return [finding("not-canonical", { id: record.id }, { file: path })];
}

/** The stored file under a path of `attachments`, by its hash; undefined where there is none. */
export function attachmentOf(root: string, path: string): { sha256: string } | undefined {
  if (!path.startsWith("evidence/") || path.split("/").includes("..")) return undefined;
  const bytes = readIfThere(join(root, path));
  return bytes && { sha256: createHash("sha256").update(bytes).digest("hex") };
}
