/** Values as they come in: text of `--set` and prompts, and typed values of `--from`, read by the type of their field. */
import type { Field } from "../records/model.ts";
import { near } from "../records/nearest.ts";
import type { Json } from "../records/record.ts";
import { all, inside, keyed, type Place, type Read, wrong } from "./reading.ts";
import { isMoney, readLeaf, readMoney } from "./scalars.ts";

const COMMA = /\s*[,\uff0c\u3001]\s*/;
const SIMPLE = new Set(["enum", "ref", "date", "datetime", "int", "number", "bool"]);
const GROUPS = new Set(["object", "map", "any"]);
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype", "<<"]);
/** As deep as a record file may be (store.md 6). */
const DEEPEST = 32;

/**
 * Reads what was typed for a field, by the field's type: text as it stands, enumerations by key or label, dates, times
 * (kept with +08:00), numbers, yes and no, lists and groups as YAML/JSON flow; `null` empties.
 * @returns the value as it is stored, or everything that is wrong with it
 */
export function readValue(field: Field, text: string, place: Place): Read {
  const trimmed = text.trim();
  if (trimmed === "") return wrong("value-empty", {}, place);
  if (trimmed === "null") return { value: null };
  if (field.type === "list") return readList(field, trimmed, place);
  return GROUPS.has(field.type) ? readGroup(field, trimmed, place) : readLeaf(field, text, place);
}

/**
 * Checks a value that has a type already (of `--from`, the form, flow text), deeply; texts in it are read as `readValue` does.
 * @returns the value as it is stored, or everything that is wrong with it, each finding with its own path
 */
export function checkTyped(field: Field, value: Json, place: Place): Read {
  if (value === null) return { value };
  if (field.type === "any") return checkAny(value, place, 0);
  if (field.type === "list") return checkList(field, value, place);
  return field.type === "object" || field.type === "map"
    ? checkGroup(field, value, place)
    : checkLeaf(field, value, place);
}

function readList(field: Field, text: string, place: Place): Read {
  if (text.startsWith("[") || text.includes("\n")) return readFlow(field, text, place);
  const item = field.items;
  return item === undefined || text.startsWith("{")
    ? wrong("list-form", { value: text, keys: keysOf(field) }, place)
    : readItems(item, text, place);
}

/** `quality,production`: several simple values. A text may hold commas, so a list of texts is read so only when it has none. */
function readItems(item: Field, text: string, place: Place): Read {
  const parts = text.split(COMMA).filter((part) => part !== "");
  const plain = item.type === "string" || item.type === "text";
  if (!SIMPLE.has(item.type) && !(plain && parts.length === 1))
    return wrong("list-form", { value: text, keys: Object.keys(item.properties ?? {}) }, place);
  return all(parts.map((part, i) => readLeaf(item, part, inside(place, `[${i}]`))));
}

function readGroup(field: Field, text: string, place: Place): Read {
  return isMoney(field) && !text.startsWith("{") ? readMoney(text, place) : readFlow(field, text, place);
}

function readFlow(field: Field, text: string, place: Place): Read {
  const flow = place.reading.parseFlow(text);
  if (!flow.ok)
    return { findings: flow.findings.map(({ file: _, ...found }) => ({ ...found, path: place.path })) };
  // a text that flow leaves as text is no list and no group: without this, reading it as a list would begin again
  if (typeof flow.value === "string" && field.type === "list")
    return wrong("list-form", { value: text, keys: keysOf(field) }, place);
  return checkTyped(field, flow.value, place);
}

function checkLeaf(field: Field, value: Json, place: Place): Read {
  if (typeof value === "string") return value.trim() === "" ? { value: null } : readLeaf(field, value, place);
  if (typeof value === "number" && isNumberFor(field, value)) return { value };
  const isText = field.type === "text" || field.type === "string";
  return isText ? wrong("text-form", { value: shown(value) }, place) : readLeaf(field, shown(value), place);
}

function isNumberFor(field: Field, value: number): boolean {
  return field.type === "int"
    ? Number.isSafeInteger(value)
    : field.type === "number" && Number.isFinite(value);
}

function checkList(field: Field, value: Json, place: Place): Read {
  if (value === "") return { value: null };
  if (typeof value === "string") return readList(field, value.trim(), place);
  if (!Array.isArray(value)) return wrong("list-form", { value: shown(value), keys: keysOf(field) }, place);
  const item: Field = field.items ?? { type: "any" };
  return all(
    value.map((each, i) => {
      const here = inside(place, `[${i}]`);
      return each === null && item.nullable !== true
        ? wrong("item-empty", {}, here)
        : checkTyped(item, each, here);
    }),
  );
}

function checkGroup(field: Field, value: Json, place: Place): Read {
  if (typeof value === "string" && isMoney(field)) return readMoney(value.trim(), place);
  if (!isMap(value))
    return wrong("map-form", { value: shown(value), keys: Object.keys(field.properties ?? {}) }, place);
  const reads = Object.entries(value).map(([key, each]) => checkKey(field, key, each, place));
  return keyed(reads.flat());
}

/** The entry of one key; none where `null` only says that nothing is there (a question left blank is a value). */
function checkKey(field: Field, key: string, value: Json, place: Place): [string, Read][] {
  const inner = FORBIDDEN.has(key) ? undefined : innerField(field, key);
  if (inner === undefined) return [[key, unknownKey(field, key, place)]];
  if (value === null && inner.nullable !== true) return [];
  return [[key, checkTyped(inner, value, inside(place, key))]];
}

function innerField(field: Field, key: string): Field | undefined {
  if (field.type === "map") return field.items ?? { type: "any" };
  return Object.hasOwn(field.properties ?? {}, key) ? field.properties?.[key] : undefined;
}

/** Keys of the things in a list, where it is a list of things. */
const keysOf = (field: Field): string[] => Object.keys(field.items?.properties ?? {});

function unknownKey(field: Field, key: string, place: Place): Read {
  if (FORBIDDEN.has(key)) return wrong("key-forbidden", { key }, place);
  const keys = Object.keys(field.properties ?? {});
  return wrong("key-unknown", { key, near: near(key, keys), keys }, place);
}

function checkAny(value: Json, place: Place, depth: number): Read {
  if (depth > DEEPEST) return wrong("value-too-deep", {}, place);
  if (Array.isArray(value))
    return all(value.map((each, i) => checkAny(each, inside(place, `[${i}]`), depth + 1)));
  if (!isMap(value)) return typeof value === "string" ? readLeaf({ type: "text" }, value, place) : { value };
  return keyed(Object.entries(value).map(([key, each]) => [key, checkAnyKey(key, each, place, depth)]));
}

function checkAnyKey(key: string, value: Json, place: Place, depth: number): Read {
  return FORBIDDEN.has(key)
    ? wrong("key-forbidden", { key }, place)
    : checkAny(value, inside(place, key), depth + 1);
}

const isMap = (value: Json): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value as a person would recognise it in a sentence. */
function shown(value: Json): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
