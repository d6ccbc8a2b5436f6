/** From `--set path=value` and the map of `--from` to changes: path → value, each read by the type of its field. */

import { fieldAt, join, nearPaths } from "../records/fields.ts";
import type { Field, KindModel } from "../records/model.ts";
import { isKey, parsePath } from "../records/paths.ts";
import type { Changes, Json } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";
import { findingsOf, type Reading } from "./reading.ts";
import { isMoney } from "./scalars.ts";
import { checkTyped, readValue } from "./values.ts";

/** One `--set`: the text itself, or the file that holds it (`@FILE`). */
export type Assignment =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly file: string };

/**
 * Reads `path=value`. A value beginning with `@` names a file, `@@` stands for a text that begins with `@`.
 * @returns the assignment, or a finding: no `=`, no path, a path that nothing can be written to (`[]`, `__proto__`, `..`)
 */
export function parseAssignment(given: string): Assignment | Finding {
  const cut = given.indexOf("=");
  if (cut < 1) return finding("assignment-form", { text: given });
  const path = given.slice(0, cut).trim();
  const text = given.slice(cut + 1);
  if (!isWritable(path)) return finding("path-form", { path }, { path });
  if (text.startsWith("@@")) return { path, text: text.slice(1) };
  return text.startsWith("@") && text.length > 1 ? { path, file: text.slice(1) } : { path, text };
}

/** The text of a file as a value: without byte order mark and last line end, lines ended as everywhere. */
export function textOfFile(content: string): string {
  return content
    .replace(/^\ufeff/, "")
    .replaceAll("\r\n", "\n")
    .replace(/\n+$/, "");
}

/** What was given for a step. */
export interface Input {
  /** `--set`, files already read. */
  readonly set?: readonly { readonly path: string; readonly text: string }[];
  /** The content of `--from`. */
  readonly from?: Json;
}

/**
 * All that was given as changes, `--set` before `--from`: it wins at its path and below.
 * @returns the changes that can be read, and everything wrong with the rest
 */
export function readChanges(
  kind: KindModel,
  input: Input,
  reading: Reading,
): { changes: Changes; findings: Finding[] } {
  const flat = input.from === undefined ? { entries: [], findings: [] } : flattened(kind, input.from);
  const set = input.set ?? [];
  const kept = flat.entries.filter(([path]) => !set.some((given) => overrules(given.path, path)));
  const reads = [
    ...kept.map(([path, value]) => ({
      path,
      read: (field: Field) => checkTyped(field, value, { path, reading }),
    })),
    ...set.map(({ path, text }) => ({
      path,
      read: (field: Field) => readValue(field, text, { path, reading }),
    })),
  ];
  const findings = [...flat.findings];
  const changes: Record<string, Json> = {};
  for (const { path, read } of reads) {
    const value = Object.hasOwn(changes, path) ? twice(kind, path) : readAt(kind, path, read);
    findings.push(...findingsOf(value));
    if ("value" in value) changes[path] = value.value;
  }
  return { changes, findings };
}

type Entries = { entries: [string, Json][]; findings: Finding[] };

/**
 * The map of `--from` as path → value: keys are paths, maps below them are opened as far as the fields are groups.
 * A list, a map of free keys and a sum of money are values.
 */
export function flattened(kind: KindModel, from: Json, above = ""): Entries {
  if (!isMap(from)) return { entries: [], findings: [finding("input-not-a-map", {})] };
  const parts = Object.entries(from).map(([key, value]) => flattenedKey(kind, join(above, key), value));
  return { entries: parts.flatMap((part) => part.entries), findings: parts.flatMap((part) => part.findings) };
}

function flattenedKey(kind: KindModel, path: string, value: Json): Entries {
  if (!isWritable(path)) return { entries: [], findings: [finding("path-form", { path }, { path })] };
  // what is appended is one element: opened, every key would append its own
  return isMap(value) && !path.includes("[+]") && opens(fieldAt(kind, path), value)
    ? flattened(kind, value, path)
    : { entries: [[path, value]], findings: [] };
}

function opens(field: Field | undefined, value: { [key: string]: Json }): boolean {
  const keys = Object.keys(value);
  if (field === undefined || keys.length === 0) return false;
  if (field.type === "list") return keys.every((key) => key.startsWith("["));
  return field.type === "object" && !isMoney(field);
}

/** Can something be written there? `[]` names every element and so none. */
function isWritable(path: string): boolean {
  const parts = parsePath(path);
  return parts?.every((part) => isKey(part) || part.index !== "*") ?? false;
}

/** Does what is set at a path leave nothing of what stands at another? Two `[+]` are two elements. */
function overrules(set: string, path: string): boolean {
  return path === set ? !path.includes("[+]") : path.startsWith(`${set}.`) || path.startsWith(`${set}[`);
}

function readAt(
  kind: KindModel,
  path: string,
  read: (field: Field) => ReturnType<typeof readValue>,
): ReturnType<typeof readValue> {
  const field = fieldAt(kind, path);
  if (field !== undefined) return read(field);
  const name = kind.workflow.kind;
  return {
    findings: [finding("field-unknown", { kind: name, path, near: nearPaths(kind, path) }, { path })],
  };
}

const twice = (kind: KindModel, path: string): ReturnType<typeof readValue> => ({
  findings: [finding("path-twice", { kind: kind.workflow.kind, path }, { path })],
});

const isMap = (value: Json): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
