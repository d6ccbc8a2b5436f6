/** What the validator complains of, as findings in our words: path, value, what is allowed. Knows no validator. */

import { near } from "../domain/records/nearest.ts";
import type { Json } from "../domain/records/record.ts";
import { type Finding, finding } from "../domain/words/findings.ts";

/** A complaint of the validator, as far as it is used. */
export interface Complaint {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Record<string, unknown>;
  readonly data?: unknown;
  readonly parentSchema?: Record<string, unknown>;
}

/** A finding and the keys and indexes that lead to its place. */
export interface Placed {
  readonly found: Finding;
  readonly at: readonly (string | number)[];
}

/**
 * @param kind what is judged: the kind of the record, or the name of another file
 * @param complaints all of them; where one of several forms would do, only what is wrong with the nearest is kept
 */
export function findingsOf(kind: string, complaints: readonly Complaint[]): Placed[] {
  return merged(complaints).map((complaint) => {
    const at = partsOf(complaint);
    const path = pathOf(at);
    return { at, found: worded(complaint, { kind, path }) };
  });
}

const unescaped = (part: string): string => part.replaceAll("~1", "/").replaceAll("~0", "~");

function partsOf({ instancePath, keyword, params }: Complaint): (string | number)[] {
  const parts = instancePath
    .split("/")
    .slice(1)
    .map(unescaped)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const last = keyword === "required" ? params["missingProperty"] : params["additionalProperty"];
  return typeof last === "string" ? [...parts, last] : parts;
}

const pathOf = (parts: readonly (string | number)[]): string =>
  parts.map((part, i) => (typeof part === "number" ? `[${part}]` : i === 0 ? part : `.${part}`)).join("");

/** Branches of a choice complain each for itself: types at one place become one complaint, the choice itself says nothing. */
function merged(complaints: readonly Complaint[]): Complaint[] {
  const told = complaints.filter(
    ({ keyword }) => !["anyOf", "oneOf", "if", "propertyNames"].includes(keyword),
  );
  const kept: Complaint[] = [];
  for (const complaint of told.length > 0 ? told : complaints) {
    const before = kept.findIndex(
      (one) => one.instancePath === complaint.instancePath && one.keyword === complaint.keyword,
    );
    const twin = kept[before];
    if (twin && complaint.keyword === "type")
      kept[before] = { ...twin, params: { type: [...types(twin), ...types(complaint)] } };
    else if (!twin || ["required", "additionalProperties"].includes(complaint.keyword)) kept.push(complaint);
  }
  return deepest(kept);
}

const types = ({ params }: Complaint): string[] => [params["type"] as string | string[]].flat();

/**
 * Of several complaints about one value the one that says most. Where a value has another type than one branch wants, but
 * a fault deeper inside, the branch was the other one.
 */
function deepest(complaints: readonly Complaint[]): Complaint[] {
  const says = (place: string, ...keywords: string[]): boolean =>
    complaints.some((other) => other.instancePath === place && keywords.includes(other.keyword));
  return complaints.filter(({ keyword, instancePath: place }) => {
    if (keyword === "pattern") return !says(place, "format", "minLength");
    if (keyword !== "type") return true;
    return (
      !says(place, "enum", "const") && !complaints.some((other) => other.instancePath.startsWith(`${place}/`))
    );
  });
}

interface At {
  readonly kind: string;
  readonly path: string;
}

function worded(complaint: Complaint, at: At): Finding {
  const { keyword, params, parentSchema = {} } = complaint;
  const where = { path: at.path };
  const value = shown(complaint.data);
  const make: Readonly<Record<string, () => Finding>> = {
    enum: () =>
      finding(
        "schema-enum",
        { ...at, value, allowed: allowedBy(params["allowedValues"] as Json[], parentSchema) },
        where,
      ),
    const: () =>
      finding("schema-enum", { ...at, value, allowed: [{ key: String(params["allowedValue"]) }] }, where),
    type: () => finding("schema-type", { ...at, value, types: types(complaint) }, where),
    pattern: () => finding("schema-form", { ...at, value, form: "", ...exampleOf(parentSchema) }, where),
    format: () => finding("schema-form", { ...at, value, form: String(params["format"]) }, where),
    required: () => finding("schema-required", at, where),
    additionalProperties: () => unknownKey(at, String(params["additionalProperty"]), parentSchema),
    minimum: () =>
      finding("schema-range", { ...at, value, bound: "min", limit: Number(params["limit"]) }, where),
    maximum: () =>
      finding("schema-range", { ...at, value, bound: "max", limit: Number(params["limit"]) }, where),
    minItems: () => finding("schema-count", { ...at, bound: "min", limit: Number(params["limit"]) }, where),
    maxItems: () => finding("schema-count", { ...at, bound: "max", limit: Number(params["limit"]) }, where),
    minProperties: () =>
      finding("schema-count", { ...at, bound: "min", limit: Number(params["limit"]) }, where),
    minLength: () =>
      finding("schema-length", { ...at, value, bound: "min", limit: Number(params["limit"]) }, where),
    maxLength: () =>
      finding("schema-length", { ...at, value, bound: "max", limit: Number(params["limit"]) }, where),
    uniqueItems: () => finding("schema-twice", at, where),
  };
  return make[keyword]?.() ?? finding("schema-other", { ...at, value, rule: keyword }, where);
}

const LONGEST = 60;

/** A value as it may stand in a sentence. */
function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function allowedBy(
  values: readonly Json[],
  schema: Record<string, unknown>,
): { key: string; zh?: string; en?: string }[] {
  const labels = (schema["x-labels"] ?? {}) as Record<string, { zh: string; en: string } | undefined>;
  return values.map((value) => ({ key: String(value), ...labels[String(value)] }));
}

function exampleOf(schema: Record<string, unknown>): { example?: string } {
  const example = schema["x-example"];
  return typeof example === "string" ? { example } : {};
}

function unknownKey(at: At, key: string, schema: Record<string, unknown>): Finding {
  const known = Object.keys((schema["properties"] ?? {}) as object);
  return finding("schema-unknown", { ...at, key, near: near(key, known) }, { path: at.path });
}
