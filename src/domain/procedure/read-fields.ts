/** From JSON schemas to field trees: `$ref`s resolved, annotations read (schemas/README.md). */

import type { Field, FieldType } from "../records/model.ts";
import type { Json, Label } from "../records/record.ts";
import { refusal } from "../words/refusals.ts";

/** Path below `schemas/` → parsed content. */
export type ProcedureFiles = Readonly<Record<string, Json>>;
export type JsonMap = { readonly [key: string]: Json };

/** Keywords of ours in the schemas: what a strict validator must be told of. */
export const ANNOTATIONS = [
  "x-label",
  "x-labels",
  "x-role",
  "x-required",
  "x-example",
  "x-ref",
  "x-printed",
  "x-parts",
  "x-form",
] as const;

/** A schema with its `$ref`s merged in, the file it stands in and the definitions it came through. */
interface Resolved {
  readonly schema: JsonMap;
  readonly file: string;
  readonly named: readonly string[];
}

/** Definitions of common.schema.json that are types of their own. */
const NAMED_TYPES: Readonly<Record<string, FieldType>> = {
  "common.schema.json#/$defs/text": "text",
  "common.schema.json#/$defs/date": "date",
  "common.schema.json#/$defs/datetime": "datetime",
};
/** A reference that is built on this may be a word as well: `unknown`, the name of a prospect. */
const FREE_TEXT = "common.schema.json#/$defs/string";
const ENUM_REF = /^enums\.schema\.json#\/\$defs\/(\w+)$/;
const PLAIN_TYPES: Readonly<Record<string, FieldType>> = {
  string: "string",
  boolean: "bool",
  integer: "int",
  number: "number",
  array: "list",
};

/**
 * A part of the procedure's files that must be there.
 * @throws procedure-incomplete when it is not
 */
export function part(files: ProcedureFiles, file: string): JsonMap {
  const found = asMap(files[file]);
  if (found === undefined) throw refusal("procedure-incomplete", { file: `schemas/${file}` });
  return found;
}

/** A value as a map; undefined where it is none. */
export function asMap(value: Json | undefined): JsonMap | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
}

/**
 * The fields of a record kind in the order of its schema.
 * @param files the procedure's files
 * @param file `complaint.schema.json`
 * @throws procedure-incomplete for a file or definition that is missing
 */
export function readFields(files: ProcedureFiles, file: string): Readonly<Record<string, Field>> {
  return fieldOf(files, { schema: part(files, file), file, named: [] }).properties ?? {};
}

function fieldOf(files: ProcedureFiles, start: Resolved): Field {
  const { inner, nullable } = withoutNull(files, resolve(files, start));
  const enumName = inner.named.map((name) => ENUM_REF.exec(name)?.[1]).find((name) => name !== undefined);
  const refs = inner.schema["x-ref"] as string[] | undefined;
  return {
    type: typeOf(inner, enumName !== undefined),
    ...(enumName !== undefined && { enum: enumName }),
    ...(refs !== undefined && { refs }),
    ...(nullable && { nullable: true as const }),
    ...annotations(inner.schema),
    ...below(files, inner),
  };
}

function typeOf({ schema, named }: Resolved, isEnum: boolean): FieldType {
  if (isEnum) return "enum";
  if (schema["x-ref"] !== undefined && !named.includes(FREE_TEXT)) return "ref";
  const own = named.map((name) => NAMED_TYPES[name]).find((type) => type !== undefined);
  if (own !== undefined) return own;
  if (schema["type"] === "object") return schema["properties"] === undefined ? "map" : "object";
  return PLAIN_TYPES[String(schema["type"])] ?? "any";
}

function annotations(schema: JsonMap): Pick<Field, "label" | "role" | "required" | "example"> {
  const label = schema["x-label"] as unknown as Label | undefined;
  const role = schema["x-role"] as string | undefined;
  const required = schema["x-required"] as string | undefined;
  const example = schema["x-example"] as string | undefined;
  return {
    ...(label !== undefined && { label }),
    ...(role !== undefined && { role }),
    ...(required !== undefined && { required }),
    ...(example !== undefined && { example }),
  };
}

function below(
  files: ProcedureFiles,
  { schema, file }: Resolved,
): Pick<Field, "items" | "properties" | "needed"> {
  const properties = asMap(schema["properties"]);
  if (properties !== undefined) {
    const entries = Object.entries(properties).map(
      ([key, value]) => [key, child(files, value, file)] as const,
    );
    const needed = schema["required"] as string[] | undefined;
    return { properties: Object.fromEntries(entries), ...(needed !== undefined && { needed }) };
  }
  const items = asMap(schema["items"]) ?? asMap(schema["additionalProperties"]);
  return items === undefined ? {} : { items: child(files, items, file) };
}

const child = (files: ProcedureFiles, value: Json, file: string): Field =>
  fieldOf(files, { schema: asMap(value) ?? {}, file, named: [] });

/** What stands beside a `$ref` wins over what it names: a place may have its own label. */
function resolve(files: ProcedureFiles, { schema, file, named }: Resolved): Resolved {
  const ref = schema["$ref"];
  if (typeof ref !== "string") return { schema, file, named };
  const [where = "", pointer = ""] = ref.split("#");
  const target = where === "" ? file : where;
  const found = at(part(files, target), pointer.split("/").slice(1));
  if (found === undefined) throw refusal("procedure-incomplete", { file: `schemas/${target}#${pointer}` });
  const name = `${target}#${pointer}`;
  const inner = resolve(files, { schema: found, file: target, named: [...named, name] });
  const { $ref: _, ...beside } = schema;
  return { ...inner, schema: { ...inner.schema, ...beside } };
}

function at(schema: JsonMap, keys: readonly string[]): JsonMap | undefined {
  return keys.reduce<JsonMap | undefined>((now, key) => asMap(now?.[key]), schema);
}

/** `anyOf: [T, null]` is a T that may be null. */
function withoutNull(files: ProcedureFiles, resolved: Resolved): { inner: Resolved; nullable: boolean } {
  const choices = resolved.schema["anyOf"];
  if (!Array.isArray(choices)) return { inner: resolved, nullable: false };
  const rest = choices.map(asMap).find((choice) => choice !== undefined && choice["type"] !== "null") ?? {};
  const { anyOf: _, ...beside } = resolved.schema;
  const inner = resolve(files, { ...resolved, schema: rest });
  return { inner: { ...inner, schema: { ...inner.schema, ...beside } }, nullable: true };
}
