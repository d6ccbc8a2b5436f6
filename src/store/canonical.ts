/**
 * The one form in which a record stands on disk (store.md 2): keys in the order of the schema, block style, each history
 * entry on one line, texts with line breaks double-quoted, nothing empty. Written without a YAML library, because every
 * step needs it and loading one costs half a start of node; a test holds it equal to the library, byte by byte.
 */
import type { KindModel } from "../domain/records/model.ts";
import type { CaseRecord, Json } from "../domain/records/record.ts";
import { inOrder } from "./key-order.ts";

type Map = { readonly [key: string]: Json };

/** Not allowed in a plain scalar: indicators at the start, `: `, ` #`, blanks at the ends. */
const SPECIAL = /^[\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n\r]|:[ \t]|[\t ]#|[\t :]$/;
const CONTROL = /[\p{Cc}\p{Cs}]/u;
const FLOW = /[[\]{},]/;
/** What YAML 1.2 (core) reads as null, bool or number. */
const NOT_TEXT =
  /^(?:~|[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;
const DOCUMENT_MARKER = /^(?:%|---|\.\.\.)/;

/** Nearly all texts: a word, a sentence without signs that YAML knows, a day, a time. Only to spare them the tests above. */
const SURELY_PLAIN =
  /^(?:[A-Za-z\u4e00-\u9fff][A-Za-z0-9_./()\u4e00-\u9fff -]*[A-Za-z0-9_)\u4e00-\u9fff]|\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d\+\d\d:\d\d)?)$/;
const WORD_OF_YAML = /^(?:null|true|false)$/i;

/** A text as it stands in the file: plain where that is safe, else double-quoted as in JSON. */
function text(value: string, flow: boolean): string {
  if (SURELY_PLAIN.test(value) && !WORD_OF_YAML.test(value)) return value;
  const plain =
    value !== "" &&
    !SPECIAL.test(value) &&
    !CONTROL.test(value.replaceAll("\t", "")) &&
    !(flow && FLOW.test(value)) &&
    !NOT_TEXT.test(value);
  return plain ? value : JSON.stringify(value);
}

const scalar = (value: string | number | boolean | null, flow: boolean): string =>
  typeof value === "string" ? text(value, flow) : JSON.stringify(value);

const key = (name: string, indent: string, flow: boolean): string =>
  indent === "" && DOCUMENT_MARKER.test(name) ? JSON.stringify(name) : text(name, flow);

/** A value on one line. */
function flow(value: Json): string {
  if (typeof value !== "object" || value === null) return scalar(value, true);
  const parts = Array.isArray(value)
    ? value.map(flow)
    : Object.entries(value).map(([name, child]) => `${key(name, " ", true)}: ${flow(child)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return parts.length === 0 ? open + close : `${open} ${parts.join(", ")} ${close}`;
}

function block(value: Json, indent: string): string {
  if (typeof value !== "object" || value === null) return scalar(value, false);
  if (Array.isArray(value)) return blockList(value, indent);
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  return entries.map(([name, child]) => pair(name, child, indent)).join(`\n${indent}`);
}

const blockList = (list: readonly Json[], indent: string): string =>
  list.length === 0 ? "[]" : list.map((item) => `- ${block(item, `${indent}  `)}`).join(`\n${indent}`);

function pair(name: string, value: Json, indent: string): string {
  const below = `${indent}  `;
  const label = `${key(name, indent, false)}:`;
  if (indent === "" && name === "history" && Array.isArray(value) && value.length > 0) {
    return `${label}${value.map((entry) => `\n${below}- ${flow(entry)}`).join("")}`;
  }
  const nested = typeof value === "object" && value !== null && Object.keys(value).length > 0;
  return `${label}${nested ? `\n${below}` : " "}${block(value, below)}`;
}

/**
 * Prints a map as it is: keys in the order they have.
 * @returns canonical YAML with a final line break
 */
export const printMap = (map: Map): string => `${block(map, "")}\n`;

/**
 * Prints a record in canonical form.
 * @param kind gives the order of the keys; without it they keep theirs
 * @returns the text of the file
 */
export const printRecord = (record: CaseRecord, kind?: KindModel): string =>
  printMap((kind ? inOrder(record, kind) : record) as Map);
