/** The fields of a record as a form: labels in the order of the schema, lists as small tables, rounds and attempts headed. */
import type { Field, KindModel } from "../domain/records/model.ts";
import { isEmpty } from "../domain/records/paths.ts";
import type { CaseRecord } from "../domain/records/record.ts";
import { labelText } from "./labels.ts";
import { showWords } from "./messages-show.ts";
import { bold, dim, type Line, type Page } from "./page.ts";
import { table } from "./table.ts";
import { pad, widthOf, wrap } from "./text.ts";
import { isMap, valueText } from "./values.ts";

/** In the title, or in a part of the screen of their own. */
const ELSEWHERE = new Set(["id", "kind", "state", "title", "history", "created_at", "created_by", "seal"]);
/** No label takes more room than this; longer ones stand on a line of their own. */
const WIDEST_LABEL = 26;
/** An object of more parts than this is a block with a heading. */
const INLINE_PARTS = 4;

interface Part {
  readonly kind: string;
  readonly key: string;
  readonly label: string;
  readonly field: Field | undefined;
  readonly value: unknown;
}

/** The filled fields of a record, without what stands in its title and its history. */
export function formLines(record: CaseRecord, kind: KindModel, page: Page): Line[] {
  const known = Object.keys(kind.fields);
  const unknown = Object.keys(record).filter(
    (key) => !Object.hasOwn(kind.fields, key) && !key.startsWith("_"),
  );
  const parts = [...known, ...unknown]
    .filter((key) => !ELSEWHERE.has(key))
    .map((key) => partOf({ kind: record.kind, key, field: kind.fields[key], value: record[key] }, page));
  return partsLines(parts, 2, page);
}

const partOf = (part: Omit<Part, "label">, page: Page): Part => ({
  ...part,
  label: part.field?.label ? labelText(part.field.label, page.words.lang) : part.key,
});

/** Simple parts side by side with their labels, the others below as blocks; the order of the form is kept. */
function partsLines(parts: readonly Part[], indent: number, page: Page): Line[] {
  const filled = parts.filter((part) => !isEmpty(part.value));
  const simple = filled.filter((part) => !isBlock(part)).map((part) => widthOf(part.label));
  const width = Math.min(WIDEST_LABEL, Math.max(0, ...simple));
  return filled.flatMap((part) =>
    isBlock(part) ? blockLines(part, indent, page) : simpleLines(part, { indent, width }, page),
  );
}

function isBlock({ value, field }: Part): boolean {
  if (Array.isArray(value)) return value.some(isMap);
  if (!isMap(value)) return false;
  const parts = Object.entries(value);
  const nested = parts.some(([key, part]) =>
    isBlock({ kind: "", key, label: key, field: field?.properties?.[key], value: part }),
  );
  return (
    nested || parts.filter(([key]) => key !== "by" && key !== "at" && key !== "seal").length > INLINE_PARTS
  );
}

interface Place {
  readonly indent: number;
  readonly width: number;
}

function simpleLines(part: Part, { indent, width }: Place, page: Page): Line[] {
  const label = pad(part.label, width);
  const beside = widthOf(label) <= width;
  const room = Math.max(20, Math.min(page.columns, 120) - indent - width - 2);
  const lines = wrap(valueText(part.value, part, page), room);
  const gap = " ".repeat(indent + width + 2);
  const first: Line[] = beside
    ? [[" ".repeat(indent), dim(label), "  ", lines[0] ?? ""]]
    : [
        [" ".repeat(indent), dim(label)],
        [gap, lines[0] ?? ""],
      ];
  return [...first, ...lines.slice(1).map((text): Line => [gap, text])];
}

function blockLines(part: Part, indent: number, page: Page): Line[] {
  const head: Line = [" ".repeat(indent), bold(part.label)];
  if (Array.isArray(part.value)) return [head, ...listLines(part, indent + 2, page)];
  return [head, ...partsLines(partsOf(part.value, part, page), indent + 2, page)];
}

function partsOf(value: unknown, { field, kind }: Pick<Part, "field" | "kind">, page: Page): Part[] {
  if (!isMap(value)) return [];
  const known = Object.keys(field?.properties ?? {}).filter((key) => Object.hasOwn(value, key));
  const others = Object.keys(value).filter((key) => !known.includes(key));
  const inner = (key: string): Field | undefined =>
    field?.properties?.[key] ?? (field?.type === "map" ? field.items : undefined);
  return [...known, ...others]
    .filter((key) => key !== "seal")
    .map((key) => partOf({ kind, key, field: inner(key), value: value[key] }, page));
}

/** A list of plain rows is a table; rounds, attempts and what does not fit are headed blocks. */
function listLines(part: Part, indent: number, page: Page): Line[] {
  const items = (part.value as unknown[]).map((item) =>
    partsOf(item, { field: part.field?.items, kind: part.kind }, page),
  );
  const flat = items.every((parts) => !parts.some(isBlock));
  const grid = flat ? tableLines(items, indent, page) : null;
  return grid ?? items.flatMap((parts, i) => itemLines(parts, i, indent, page));
}

function tableLines(items: readonly (readonly Part[])[], indent: number, page: Page): Line[] | null {
  const head = [
    ...new Set(
      items.flatMap((parts) => parts.filter((part) => !isEmpty(part.value)).map((part) => part.label)),
    ),
  ];
  const cell = (parts: readonly Part[], label: string): string => {
    const part = parts.find((one) => one.label === label);
    return part ? valueText(part.value, { ...part, brief: true }, page) : "";
  };
  const rows = items.map((parts) => head.map((label) => cell(parts, label)));
  const right = head.flatMap((label, i) => (items.every((parts) => isNumber(parts, label)) ? [i] : []));
  return table({ head, rows, right, indent }, page);
}

const isNumber = (parts: readonly Part[], label: string): boolean => {
  const value = parts.find((part) => part.label === label)?.value;
  return typeof value === "number" || value === undefined;
};

function itemLines(parts: readonly Part[], index: number, indent: number, page: Page): Line[] {
  return [
    [" ".repeat(indent), bold(itemTitle(parts, index, page))],
    ...partsLines(
      parts.filter((part) => !isCount(part, index)),
      indent + 2,
      page,
    ),
  ];
}

/** The number of a round, attempt or line stands in the heading. */
const isCount = (part: Part, index: number): boolean => COUNTS.has(part.key) && part.value === index + 1;
const COUNTS = new Set(["round", "attempt", "line", "no"]);

function itemTitle(parts: readonly Part[], index: number, page: Page): string {
  const say = showWords[page.words.lang];
  const counted = parts.find((part) => isCount(part, index))?.key;
  if (counted === "round") return say.round(index + 1);
  return counted === "attempt" ? say.attempt(index + 1) : say.item(index + 1);
}
