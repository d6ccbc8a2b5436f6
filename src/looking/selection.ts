/** Which records `list` shows, in which order. */
import { intervals } from "../domain/clocks/clocks.ts";
import { cellAt, type Row } from "../domain/clocks/row.ts";
import { KINDS, type Kind } from "../domain/records/record.ts";
import { refusal } from "../domain/words/refusals.ts";
import { notAmong } from "../names.ts";
import type { Listed } from "../render/list.ts";
import type { Session } from "../session.ts";
import { conditionsOf, type Filter } from "./conditions.ts";

export interface ListOptions extends Filter {
  readonly overdue?: true;
  readonly sort?: string;
  readonly limit?: string;
  readonly columns?: string;
  readonly format?: string;
}

export interface Selected {
  readonly rows: readonly Row[];
  readonly listed: readonly Listed[];
  readonly all: number;
  /** The command that shows the rest. */
  readonly rest: string;
  readonly kind?: Kind;
  /** `--columns`, each known. */
  readonly columns?: readonly string[];
}

/** Columns that every list can show. */
const IN_EVERY = ["id", "kind", "state", "title", "customer_id"];
/** Columns that are no field of the record. */
const COMPUTED = ["due", "age", "updated"];

/**
 * Selects rows.
 * @throws Refusal bad-value for a state, day, number, format, column or condition that cannot be; unknown-record for a customer
 */
export function select(session: Session, kind: Kind | undefined, options: ListOptions): Selected {
  checkFormat(options.format);
  const columns = columnsOf(session, kind, options);
  const tests = conditionsOf(session, kind, options);
  const passed = session.repository.rows(kind).filter((row) => tests.every((test) => test(row)));
  const due = dueOf(session);
  const late = options.overdue ? passed.filter((row) => due(row)?.status === "overdue") : passed;
  const sorted = sort(late, options.sort, due);
  const limit = limitOf(options.limit);
  const rows = limit === undefined ? sorted : sorted.slice(0, limit);
  const listed = rows.map((row) => withDue(row, due(row)));
  const rest = commandFor(kind, options);
  return { rows, listed, all: sorted.length, rest, ...(kind === undefined ? {} : { kind }), ...columns };
}

/** The same list without its limit. */
function commandFor(kind: Kind | undefined, options: ListOptions): string {
  const { state, customer, since, where = [], overdue, sort: by, columns } = options;
  const given = { state, customer, since, sort: by, columns };
  const flags = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const all = [...flags, ...where.map((one) => ["where", one])];
  const words = all.map(
    ([name, value = ""]) => `--${name} ${/^[\w.,=+-]+$/.test(value) ? value : `'${value}'`}`,
  );
  return ["casetrail list", ...(kind ? [kind] : []), ...words, ...(overdue ? ["--overdue"] : [])].join(" ");
}

/** Fields at the top of a record of this kind, or of any. */
function fieldsOf({ repository }: Session, kind: Kind | undefined): string[] {
  const kinds = kind === undefined ? KINDS : [kind];
  return [...new Set(kinds.flatMap((one) => Object.keys(repository.kind(one).fields)))];
}

function columnsOf(
  session: Session,
  kind: Kind | undefined,
  { columns, sort: by }: ListOptions,
): { readonly columns?: readonly string[] } {
  if (columns === undefined && by === undefined) return {};
  const known = [...new Set([...IN_EVERY, ...COMPUTED, ...fieldsOf(session, kind)])];
  const checked = (option: string, value: string): string => {
    if (known.includes(value)) return value;
    throw notAmong({ option, value }, known);
  };
  if (by !== undefined) checked("--sort", by.replace(/^-/, ""));
  const names = columns?.split(",").map((name) => checked("--columns", name.trim()));
  return names === undefined ? {} : { columns: names };
}

type Due = NonNullable<Listed["due"]>;
const withDue = (row: Row, due: Due | undefined): Listed => (due === undefined ? { row } : { row, due });

/** The deadline of a row that falls due first; counted once a row. */
function dueOf({ repository, now }: Session): (row: Row) => Due | undefined {
  const { shared, settings, calendar } = repository;
  const counted = new Map<Row, Due | undefined>();
  return (row) => {
    if (!counted.has(row)) counted.set(row, count(row));
    return counted.get(row);
  };

  function count(row: Row): Due | undefined {
    const running = row.clocks.filter((clock) => !clock.ended && !clock.void);
    const open = intervals(running, { shared, settings, calendar, now }).filter(
      (one) => one.reminder !== true,
    );
    return open.toSorted((a, b) => ((a.due ?? "9") < (b.due ?? "9") ? -1 : 1))[0];
  }
}

function sort(rows: readonly Row[], by: string | undefined, due: (row: Row) => Due | undefined): Row[] {
  const down = by?.startsWith("-") ?? false;
  const column = (by ?? "id").replace(/^-/, "");
  const key = (row: Row): string | number => {
    if (column === "due") return due(row)?.due ?? "9";
    if (column === "updated") return row.at;
    if (column === "age") return row.created_at;
    const cell = cellAt(row, column);
    return typeof cell === "boolean" ? String(cell) : (cell ?? "");
  };
  const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
  const sorted = rows.toSorted((a, b) => compare(key(a), key(b)));
  return down ? sorted.toReversed() : sorted;
}

function limitOf(limit: string | undefined): number | undefined {
  if (limit === undefined) return undefined;
  const wanted = { zh: "正整数", en: "a whole number from 1" };
  if (!/^[1-9]\d*$/.test(limit)) throw refusal("bad-value", { option: "--limit", value: limit, wanted });
  return Number(limit);
}

function checkFormat(format: string | undefined): void {
  if (format === undefined || ["table", "json", "ndjson"].includes(format)) return;
  const wanted = { zh: "table、json 或 ndjson", en: "table, json or ndjson" };
  throw refusal("bad-value", { option: "--format", value: format, wanted });
}
