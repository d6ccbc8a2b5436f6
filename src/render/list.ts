/** `list`: a row a record. On the way of every big list, so it loads and does no more than it must. */

import { dayOf } from "../domain/calendar/days.ts";
import type { ClockStatus } from "../domain/clocks/clock.ts";
import { cellAt, type Row } from "../domain/clocks/row.ts";
import type { Field, KindModel } from "../domain/records/model.ts";
import type { Day, Kind } from "../domain/records/record.ts";
import { columns } from "./columns.ts";
import { daysBetween, shortDay } from "./dates.ts";
import { labelText } from "./labels.ts";
import { common } from "./messages.ts";
import { listWords } from "./messages-list.ts";
import { dim, type Line, type Page, print, type Span, toned } from "./page.ts";

/** A row with the deadline that falls due first, if one runs. */
export interface Listed {
  readonly row: Row;
  readonly due?: { readonly due: Day | null; readonly status: ClockStatus };
}

export interface ListView {
  readonly rows: readonly Listed[];
  /** How many there are, shown or not. */
  readonly all: number;
  /** The command that shows the rest. */
  readonly rest: string;
  readonly kindOf: (kind: string) => KindModel | undefined;
  /** The kind asked for; without it kinds are mixed. */
  readonly kind?: Kind;
  /** `--columns`; else those that tell most of the kind. */
  readonly columns?: readonly string[];
}

const MIXED = ["id", "kind", "state", "customer_id", "title", "due"];
const OF_KIND: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  customer: ["id", "short_name", "state", "grade", "country", "salesperson"],
  order: ["id", "state", "order_class", "customer_id", "title", "delivery_date"],
  amendment: ["id", "state", "order_id", "customer_id", "title", "due"],
  complaint: ["id", "state", "severity", "customer_id", "title", "due", "age"],
  return: ["id", "state", "customer_id", "complaint_id", "title", "due", "age"],
  capa: ["id", "state", "severity", "responsible_department", "title", "due", "age"],
  survey_response: ["id", "state", "customer_id", "updated"],
};

/**
 * The rows, in the order given.
 * @returns the screen without a line feed at the end, with headings on a terminal only; empty when there are no rows
 */
export function listScreen(view: ListView, page: Page): string {
  const names = view.columns ?? defaultColumns(view.kind, page);
  const rows = view.rows.map(
    (listed): Line => [mark(listed, page), ...names.map((name) => cell(name, listed, view, page))],
  );
  if (rows.length === 0) return "";
  const heading: Line = ["", ...names.map((name) => dim(headingOf(name, view, page)))];
  const all = Number.isFinite(page.columns) ? [heading, ...rows] : rows;
  const layout = {
    flexible: flexibleOf(names),
    marker: true as const,
    right: rightOf(names),
  };
  return print(columns(all, page, layout), page);
}

/** On a narrow terminal the title needs the room of the age. */
function defaultColumns(kind: Kind | undefined, page: Page): readonly string[] {
  const all = kind === undefined ? MIXED : (OF_KIND[kind] ?? MIXED.filter((name) => name !== "kind"));
  return page.columns < 100 ? all.filter((name) => name !== "age") : all;
}

const FLEXIBLE = new Set(["title", "state", "kind", "responsible_department", "name", "description"]);
const flexibleOf = (names: readonly string[]): number[] =>
  names.flatMap((name, i) => (FLEXIBLE.has(name) ? [i + 1] : []));
const rightOf = (names: readonly string[]): number[] =>
  names.flatMap((name, i) => (name === "age" ? [i + 1] : []));

/** `共 20 条`, or `129 条中的 20 条,查看其余:…`: for stderr. */
export function listCount(view: ListView, page: Page): string {
  const say = listWords[page.words.lang];
  const shown = view.rows.length;
  if (view.all === 0) return say.none;
  const count = say.count(shown, view.all);
  return shown === view.all ? count : `${count}${common[page.words.lang].comma}${say.rest(view.rest)}`;
}

function mark({ due }: Listed, page: Page): Span {
  if (due?.status === "overdue") return toned("late", "!");
  return due?.due && daysBetween(page.today, due.due) <= 1 ? toned("soon", "·") : "";
}

function headingOf(name: string, view: ListView, page: Page): string {
  const own = (listWords[page.words.lang].headings as Readonly<Record<string, string>>)[name];
  if (own !== undefined) return own;
  const label = fieldOf(name, view, view.rows[0]?.row.kind)?.label;
  return label ? labelText(label, page.words.lang) : name;
}

const fieldOf = (name: string, view: ListView, kind: string | undefined): Field | undefined =>
  kind === undefined ? undefined : view.kindOf(kind)?.fields[name];

function cell(name: string, { row, due }: Listed, view: ListView, page: Page): Span {
  const { words } = page;
  switch (name) {
    case "id":
      return row.id;
    case "kind":
      return words.kind(row.kind);
    case "state":
      return row.final ? dim(words.state(row.kind, row.state)) : words.state(row.kind, row.state);
    case "title":
    case "customer_id":
      // Known to be text and no key: the fields of the kind, a tenth of a start for all kinds, are not read for them.
      return String(cellAt(row, name) ?? "");
    case "due":
      return due ? dueCell(due, page) : "";
    case "age":
      return row.final ? "" : dim(listWords[words.lang].days(daysBetween(dayOf(row.created_at), page.today)));
    case "updated":
      return row.at.slice(0, 10);
    default:
      return fieldCell(name, row, view, page);
  }
}

function dueCell(due: NonNullable<Listed["due"]>, page: Page): Span {
  if (due.due === null) return "?";
  const text = shortDay(due.due, page.today, page.words.lang);
  return due.status === "overdue" ? toned("late", text) : text;
}

/** A simple value of the record: key as label, person with name, the rest as it is. */
function fieldCell(name: string, row: Row, view: ListView, page: Page): string {
  const value = cellAt(row, name);
  if (value === undefined) return "";
  if (typeof value === "boolean") return common[page.words.lang][value ? "yes" : "no"];
  const field = fieldOf(name, view, row.kind);
  if (field?.enum !== undefined) return page.words.value(field.enum, String(value));
  if (field?.refs?.includes("staff")) return page.words.person(String(value));
  return typeof value === "string" && field?.type === "datetime"
    ? value.slice(0, 16).replace("T", " ")
    : String(value);
}
