/** A record file: its bytes read into a record, a record written into its text. Loads YAML only when somebody's hand was in it. */
import type { KindModel } from "../domain/records/model.ts";
import type { CaseRecord, Json } from "../domain/records/record.ts";
import { type Finding, finding } from "../domain/words/findings.ts";
import { printRecord } from "./canonical.ts";
import { readCanonical } from "./canonical-read.ts";
import { inOrder } from "./key-order.ts";
import { decode } from "./text-guard.ts";

export type ReadFile =
  | {
      readonly ok: true;
      readonly record: CaseRecord /** Written by the tool as it stands, so without comments. */;
      readonly plain: boolean;
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Reads the bytes of a record file.
 * @param file path in the repository
 * @returns the record, or why it is none, with line and column
 */
export async function parseRecord(bytes: Uint8Array | string, file: string): Promise<ReadFile> {
  const fast = readPlain(bytes, file);
  if (fast) return fast;
  const { parseYaml } = await import("./yaml.ts");
  const parsed = parseYaml(bytes, file);
  return parsed.ok ? asRecord(parsed.value, file, false) : parsed;
}

/**
 * Reads a record file that stands in canonical form.
 * @returns null when it does not: then `parseRecord` says what it is
 */
export function readPlain(bytes: Uint8Array | string, file: string): ReadFile | null {
  const decoded = decode(bytes, file);
  const value = decoded.ok ? readCanonical(decoded.text) : null;
  return value === null ? null : asRecord(value, file, true);
}

/** Is it a record at all: the keys that every reader relies on? */
function asRecord(value: Json, file: string, plain: boolean): ReadFile {
  const bad = misfit(value);
  if (bad === "") return { ok: false, findings: [finding("yaml-not-a-map", {}, { file })] };
  if (bad !== null) return { ok: false, findings: [finding("record-misfit", { path: bad }, { file })] };
  return { ok: true, record: value as unknown as CaseRecord, plain };
}

function misfit(value: Json): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "";
  const text = ["id", "kind", "state"].find((name) => typeof value[name] !== "string");
  if (text !== undefined) return text;
  const { history } = value;
  if (!Array.isArray(history) || history.length === 0) return "history";
  const odd = history.findIndex((entry) => !isEntry(entry));
  return odd < 0 ? null : `history[${odd}]`;
}

const isEntry = (entry: Json): boolean =>
  typeof entry === "object" &&
  entry !== null &&
  !Array.isArray(entry) &&
  typeof entry["at"] === "string" &&
  typeof entry["event"] === "string";

/**
 * The text of a record file after a step. Comments that somebody wrote into it survive.
 * @param old the file as it stands; null for a new record
 */
export async function writeRecord(record: CaseRecord, kind: KindModel, old: string | null): Promise<string> {
  if (old === null || !old.includes("#") || readCanonical(old) !== null) return printRecord(record, kind);
  const { rewriteYaml } = await import("./yaml.ts");
  return rewriteYaml(old, inOrder(record, kind) as unknown as { [key: string]: Json });
}

/** Does a file stand in the form in which the tool would write it, comments aside? */
export async function isCanonical(text: string, record: CaseRecord, kind: KindModel): Promise<boolean> {
  return (await writeRecord(record, kind, text)) === text;
}
