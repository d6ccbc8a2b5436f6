/**
 * Does a value keep to its schema? A plain walk that says yes or "ask ajv", never no: loading and compiling ajv costs two
 * starts of node, and nearly every record is in order. A test holds its yes against ajv's.
 */
import type { Json } from "../domain/records/record.ts";

type Schema = { readonly [keyword: string]: Json };
type Files = Readonly<Record<string, Json>>;

/** Where a schema stands, so that its `$ref`s can be followed. */
interface Place {
  readonly files: Files;
  readonly file: string;
}

type Test = (wanted: Json, value: unknown, schema: Schema, place: Place) => boolean;

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  number: (value) => typeof value === "number" && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  null: (value) => value === null,
  array: Array.isArray,
  object: isMap,
};

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d[+-]([01]\d|2[0-3]):[0-5]\d$/;

function isDay(text: string): boolean {
  const [, year, month, day] = (DAY.exec(text) ?? []).map(Number);
  const date = new Date(Date.UTC(year ?? Number.NaN, (month ?? 0) - 1, day));
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDay,
  "date-time": (text) => isDay(TIME.exec(text)?.[1] ?? ""),
};

const patterns = new Map<string, RegExp | null>();
function matches(pattern: string, text: string): boolean {
  if (!patterns.has(pattern)) patterns.set(pattern, compiled(pattern));
  return patterns.get(pattern)?.test(text) === true;
}

/** A pattern that is none is for ajv to name. */
function compiled(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return null;
  }
}

const list = (value: Json): readonly Json[] => (Array.isArray(value) ? value : []);
const onText =
  (test: (wanted: Json, text: string) => boolean): Test =>
  (wanted, value) =>
    typeof value !== "string" || test(wanted, value);
const onNumber =
  (test: (limit: number, value: number) => boolean): Test =>
  (wanted, value) =>
    typeof value !== "number" || test(Number(wanted), value);
const onList =
  (test: (limit: number, length: number) => boolean): Test =>
  (wanted, value) =>
    !Array.isArray(value) || test(Number(wanted), value.length);
const length = (text: string): number => [...text].length;

const TESTS: Readonly<Record<string, Test>> = {
  $ref: (wanted, value, _, place) => followed(String(wanted), value, place),
  type: (wanted, value) => [wanted].flat().some((name) => TYPES[String(name)]?.(value) === true),
  enum: (wanted, value) => list(wanted).some((one) => same(one, value)),
  const: (wanted, value) => same(wanted, value),
  pattern: onText((wanted, text) => matches(String(wanted), text)),
  format: onText((wanted, text) => FORMATS[String(wanted)]?.(text) === true),
  minLength: onText((limit, text) => length(text) >= Number(limit)),
  maxLength: onText((limit, text) => length(text) <= Number(limit)),
  minimum: onNumber((limit, value) => value >= limit),
  maximum: onNumber((limit, value) => value <= limit),
  minItems: onList((limit, count) => count >= limit),
  maxItems: onList((limit, count) => count <= limit),
  uniqueItems: (_, value) =>
    !Array.isArray(value) || new Set(value.map((item) => JSON.stringify(item))).size === value.length,
  items: (wanted, value, _, place) =>
    !Array.isArray(value) || [...value].every((item) => keeps(wanted, item, place)),
  required: (wanted, value) =>
    !isMap(value) || list(wanted).every((name) => Object.hasOwn(value, String(name))),
  minProperties: (limit, value) => !isMap(value) || Object.keys(value).length >= Number(limit),
  properties: (wanted, value, _, place) => !isMap(value) || properties(wanted as Schema, value, place),
  additionalProperties: (wanted, value, schema, place) =>
    !isMap(value) || others(wanted, value, schema, place),
  propertyNames: (wanted, value, _, place) =>
    !isMap(value) || Object.keys(value).every((name) => keeps(wanted, name, place)),
  anyOf: (wanted, value, _, place) => list(wanted).some((one) => keeps(one, value, place)),
};

/** Keywords that say nothing about the value. */
const SILENT = /^(?:x-|\$(?:schema|id|defs|comment)$|(?:title|description|examples|default)$)/;

function keeps(schema: Json, value: unknown, place: Place): boolean {
  if (typeof schema === "boolean") return schema;
  if (!isMap(schema) || value === undefined) return false;
  return Object.entries(schema as Schema).every(([keyword, wanted]) => {
    const test = TESTS[keyword];
    return test ? test(wanted, value, schema as Schema, place) : SILENT.test(keyword);
  });
}

function followed(ref: string, value: unknown, { files, file }: Place): boolean {
  const [name = "", pointer = ""] = ref.split("#");
  const target = name === "" ? file : name;
  const parts = pointer.split("/").slice(1);
  const found = parts.reduce<unknown>(
    (at, part) => (isMap(at) && Object.hasOwn(at, part) ? at[part] : undefined),
    files[target],
  );
  return found !== undefined && keeps(found as Json, value, { files, file: target });
}

const properties = (wanted: Schema, value: Record<string, unknown>, place: Place): boolean =>
  Object.entries(wanted).every(
    ([name, schema]) => !Object.hasOwn(value, name) || keeps(schema, value[name], place),
  );

function others(wanted: Json, value: Record<string, unknown>, schema: Schema, place: Place): boolean {
  const known = isMap(schema["properties"]) ? schema["properties"] : {};
  return Object.entries(value).every(
    ([name, child]) => Object.hasOwn(known, name) || keeps(wanted, child, place),
  );
}

/**
 * Walks a value along its schema.
 * @param file name of the schema below `schemas/`
 * @returns true when the value surely keeps to it; false when only ajv can tell, and say why not
 */
export function surelyKeeps(file: string, files: Files, value: unknown): boolean {
  const schema = files[file];
  return schema !== undefined && keeps(schema, value, { files, file });
}
