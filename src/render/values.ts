/** A value of a record as people read it: labels for keys, names for persons, dates with their weekday. */
import type { Field } from "../domain/records/model.ts";
import { readableDate, shortMoment } from "./dates.ts";
import { labelText } from "./labels.ts";
import { common } from "./messages.ts";
import type { Page } from "./page.ts";

type Entries = Readonly<Record<string, unknown>>;
export const isMap = (value: unknown): value is Entries =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What is known of a value: its field, its key, the kind of the record it stands in. */
export interface Meaning {
  readonly field?: Field | undefined;
  readonly key?: string;
  readonly kind?: string;
  /** In a table there is no room for the weekday of a date. */
  readonly brief?: true;
}

/**
 * A value as text, possibly of several lines.
 * @param meaning what the schema says of it; without it only the form of the value is known
 */
export function valueText(value: unknown, meaning: Meaning, page: Page): string {
  if (Array.isArray(value)) return listText(value, meaning, page);
  if (isMap(value)) return mapText(value, meaning, page);
  if (typeof value === "boolean") return common[page.words.lang][value ? "yes" : "no"];
  if (typeof value === "number") return numberText(value, meaning, page);
  return typeof value === "string" ? textText(value, meaning, page) : "";
}

function numberText(value: number, { field }: Meaning, page: Page): string {
  return field?.enum === undefined ? String(value) : page.words.value(field.enum, String(value));
}

/** Fields that hold a state or an event of the record itself: a key without an enumeration. */
const STATES = new Set(["from_state", "state_before_amending"]);

function textText(value: string, { field, key = "", kind = "", brief }: Meaning, page: Page): string {
  if (field?.enum !== undefined) return page.words.value(field.enum, value);
  if (STATES.has(key)) return page.words.state(kind, value);
  // The survey's limits name a question, a customer or the whole (`overall`) by one key.
  if (key === "key") return page.words.value("limit_scope", value);
  if (key === "event") return page.words.event(kind, value);
  if (field?.refs?.includes("staff")) return page.words.person(value);
  if (field?.refs !== undefined)
    return [value, page.nameOf?.(value)].filter((part) => part !== undefined).join(" ");
  return brief && value.length === 10 ? value : readableDate(value, page.words.lang);
}

function listText(values: readonly unknown[], { field, kind = "" }: Meaning, page: Page): string {
  const items = values.map((value) => valueText(value, { field: field?.items, kind }, page));
  const inline = !values.some(isMap) && items.every((item) => !item.includes("\n"));
  return inline ? page.words.list(items) : items.join("\n");
}

/** `{by, at}` is a signature, `{amount, currency}` is money; the rest is labelled part by part. */
function mapText(value: Entries, meaning: Meaning, page: Page): string {
  if (typeof value["amount"] === "number" && Object.keys(value).length <= 2) {
    return [value["amount"], value["currency"]].filter((part) => part !== undefined).join(" ");
  }
  const parts = Object.entries(value)
    .filter(([key]) => !SIGNATURE.has(key))
    .map(([key, part]) => partText(key, part, meaning, page));
  return [...parts, signature(value, meaning, page)].filter((part) => part !== "").join(" · ");
}

const SIGNATURE = new Set(["by", "at", "seal"]);
/** Parts that speak for themselves: their label is left out. */
const PLAIN_PARTS = new Set(["text", "comment", "value", "what"]);

function partText(key: string, part: unknown, { field, kind = "" }: Meaning, page: Page): string {
  const inner = field?.properties?.[key] ?? (field?.type === "map" ? field.items : undefined);
  const text = valueText(part, { field: inner, key, kind }, page);
  if (PLAIN_PARTS.has(key) || inner?.enum !== undefined) return text;
  return `${inner?.label ? labelText(inner.label, page.words.lang) : key} ${text}`;
}

function signature(value: Entries, { field }: Meaning, page: Page): string {
  const person = { field: field?.properties?.["by"] ?? PERSON };
  const by = typeof value["by"] === "string" ? valueText(value["by"], person, page) : "";
  const at = typeof value["at"] === "string" ? shortMoment(value["at"], page.today) : "";
  return [by, at].filter((part) => part !== "").join(" ");
}

const PERSON: Field = { type: "ref", refs: ["staff"] };
