/** The column `type` of the specification by its own grammar (types.json), and the same of a field: to be compared. */
import type { Field } from "../../src/domain/records/model.ts";
import { type Row, spec, tables } from "./spec-fields.ts";

const grammar = spec<{
  types: Record<string, string>;
  parts: Record<string, string>;
  parts_at: Record<string, string>;
}>("types");

/** The type of a field in short: `text`, `[enum:remedy]`, `{by: ref:staff, at: datetime}`. */
export function shapeOf(field: Field): string {
  const shape = bareShape(field);
  return field.nullable ? `${shape}|null` : shape;
}

/** Keys that other pages of the design ask for (store.md 8, specification 3.17 STD-04). */
const BESIDE = ["seal", "approved_seal", "reviewed_seal"];

function bareShape(field: Field): string {
  const { type, items, properties } = field;
  if (type === "list") return `[${items ? shapeOf(items) : ""}]`;
  if (type === "map") return `<${items ? shapeOf(items) : ""}>`;
  if (type === "enum") return `enum:${field.enum}`;
  if (type === "ref") return `ref:${field.refs?.join("|")}`;
  if (type !== "object") return type;
  const own = Object.entries(properties ?? {}).filter(([key]) => !BESIDE.includes(key));
  return `{${own.map(([key, inner]) => `${key}: ${shapeOf(inner)}`).join(", ")}}`;
}

/** Places where the schema is narrower or wider than the wording, on purpose (schemas/README.md). */
const ON_PURPOSE: Record<string, string> = {
  "complaint.order_id": "string",
  "common.links":
    "[{kind: string, id: ref:customer|order|amendment|inquiry|outreach|complaint|return|capa|survey_wave|survey_response|monthly_summary|standardisation_meeting, relation: enum:link_relation}]",
  "standardisation_meeting.decisions":
    "[{case: ref:complaint|capa, decision: enum:standard_decision, text: text, owner: ref:staff, due: date, done_at: datetime, document: string, from_rev: string, to_rev: string, evidence: text}]",
};

/** The type of a row as the specification words it, in the same short form. */
export function typeInWords(row: Row): string {
  return ON_PURPOSE[`${row.table}.${row.key}`] ?? read(row.type, `${row.table}.${row.key}`);
}

function read(words: string, at: string): string {
  const type = grammar.types[words.trim()] ?? words.trim();
  if (type.startsWith("as ")) return readElsewhere(type.slice(3));
  if (type.startsWith("list<")) return `[${read(inside(type, "<", ">"), at)}]`;
  if (type.startsWith("map<")) return `<${read(inside(type, "<", ">"), at)}>`;
  if (type.startsWith("{rows ")) return readRows(type.slice(6, -3));
  if (type.startsWith("{"))
    return `{${split(inside(type, "{", "}"))
      .map((part) => readPart(part, at))
      .join(", ")}}`;
  if (type.endsWith("|null")) return `${read(type.slice(0, -5), at)}|null`;
  return readPlain(type);
}

function readPlain(type: string): string {
  const named = /^(enum|ref):[\w|]+/.exec(type);
  if (named) return named[0];
  if (type === "not stored") return type;
  if (type.startsWith("/") || type.startsWith("string")) return "string";
  return /^\w+/.exec(type)?.[0] ?? type;
}

function readPart(part: string, at: string): string {
  const [, key = "", list, , own] = /^([a-z_0-9]+)(\[\])?(\?)?(?::\s*(.*))?$/s.exec(part.trim()) ?? [];
  const place = `${at}.${key}`;
  const words = own?.replace(/^enum (?=\w)/, "enum:") ?? grammar.parts_at[place] ?? grammar.parts[key] ?? "?";
  const type = read(words, place);
  return `${key}: ${list && !type.startsWith("[") ? `[${type}]` : type}`;
}

function readElsewhere(place: string): string {
  const [table = "", key = ""] = place.split(".");
  const row = tables.kinds[table]?.rows.find((one) => one.key === key);
  return row === undefined ? "?" : read(row.type, place);
}

/** `opinions.items`, `rounds`, `production_notice`: the rows of that name are the keys. */
function readRows(name: string): string {
  const table = name === "opinions.items" ? "order_review" : name === "rounds" ? "complaint" : name;
  const prefix = table === name ? "" : `${name}.`;
  const rows = (tables.kinds[table]?.rows ?? []).filter(
    (row) => row.key.startsWith(prefix) && !row.required.startsWith("printed"),
  );
  const keys = rows.map(
    (row) => [row.key.slice(prefix.length), read(row.type, `${table}.${row.key}`)] as const,
  );
  const ordered = name === "rounds" ? inOrder(keys) : keys;
  return `{${ordered.map(([key, type]) => `${key}: ${type}`).join(", ")}}`;
}

/** A round reads in the order in which it happens, not in that of the table. */
const ROUND =
  "round received_at countermeasure proposed_at completed_at followup confirm_gm confirm_quality review approval reply receipt_call contact_attempts customer_response".split(
    " ",
  );
const inOrder = (keys: (readonly [string, string])[]): (readonly [string, string])[] =>
  keys.toSorted(([a], [b]) => ROUND.indexOf(a) - ROUND.indexOf(b));

function inside(text: string, open: string, close: string): string {
  const start = text.indexOf(open);
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    if (text[i] === open) depth++;
    if (text[i] === close && --depth === 0) return text.slice(start + 1, i);
  }
  return "";
}

const DEPTH: Record<string, number> = { "{": 1, "<": 1, "(": 1, "}": -1, ">": -1, ")": -1 };

/** Parts between commas that stand in no inner bracket. */
function split(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const sign of text) {
    depth += DEPTH[sign] ?? 0;
    if (sign === "," && depth === 0) parts.push("");
    else parts.push(`${parts.pop()}${sign}`);
  }
  return parts.filter((part) => part.trim() !== "");
}
