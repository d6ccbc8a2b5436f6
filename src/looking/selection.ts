/** Which records `list` shows, in which order. */
import { intervals } from "../domain/clocks/clocks.ts";
import { cellAt, type Row } from "../domain/clocks/row.ts";
import { parseAssignment } from "../domain/input/assignments.ts";
import { nearest } from "../domain/records/nearest.ts";
import { valuesAt } from "../domain/records/paths.ts";
import type { Kind } from "../domain/records/record.ts";
import { dayProblem } from "../domain/records/times.ts";
import { refusal } from "../domain/words/refusals.ts";
import type { Listed } from "../render/list.ts";
import type { Session } from "../session.ts";

export interface ListOptions {
  readonly state?: string;
  readonly customer?: string;
  readonly overdue?: true;
  readonly since?: string;
  readonly where?: readonly string[];
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
}

type Test = (row: Row) => boolean;

/**
 * Selects rows.
 * @throws Refusal bad-value for a state, day, number, format or condition that cannot be
 */
export function select(session: Session, kind: Kind | undefined, options: ListOptions): Selected {
  checkFormat(options.format);
  const tests = [
    ...stateTest(session, kind, options.state),
    ...customerTest(session, options.customer),
    ...sinceTest(options.since),
  ];
  const conditions = (options.where ?? []).map((given) => whereTest(session, given));
  const passed = session.repository
    .rows(kind)
    .filter((row) => [...tests, ...conditions].every((test) => test(row)));
  const due = dueOf(session);
  const late = options.overdue ? passed.filter((row) => due(row)?.status === "overdue") : passed;
  const sorted = sort(late, options.sort, due);
  const limit = limitOf(options.limit);
  const rows = limit === undefined ? sorted : sorted.slice(0, limit);
  const listed = rows.map((row) => withDue(row, due(row)));
  const rest = `casetrail list${kind === undefined ? "" : ` ${kind}`}`;
  return { rows, listed, all: sorted.length, rest, ...(kind === undefined ? {} : { kind }) };
}

type Due = NonNullable<Listed["due"]>;
const withDue = (row: Row, due: Due | undefined): Listed => (due === undefined ? { row } : { row, due });

/** The deadline of a row that falls due first. */
function dueOf({ repository, now }: Session): (row: Row) => Due | undefined {
  const { shared, settings, calendar } = repository;
  return (row) => {
    const running = row.clocks.filter((clock) => !clock.ended && !clock.void);
    const open = intervals(running, { shared, settings, calendar, now }).filter(
      (one) => one.reminder !== true,
    );
    return open.toSorted((a, b) => ((a.due ?? "9") < (b.due ?? "9") ? -1 : 1))[0];
  };
}

function stateTest(session: Session, kind: Kind | undefined, state: string | undefined): Test[] {
  if (state === undefined) return [];
  if (state === "open") return [(row) => !row.final];
  const kinds = kind === undefined ? [...new Set(session.repository.rows().map((row) => row.kind))] : [kind];
  const states = kinds.flatMap((one) => session.repository.kind(one).workflow.states);
  const meant = states
    .filter(({ id, zh, en }) => [id, zh, en.toLowerCase()].includes(state.toLowerCase()))
    .map(({ id }) => id);
  if (meant.length > 0) return [(row) => meant.includes(row.state)];
  const keys = [...new Set(states.map(({ id }) => id))];
  const near = nearest(state, keys);
  const named = near === undefined ? keys : [near, ...keys.filter((key) => key !== near)];
  throw refusal("bad-value", {
    option: "--state",
    value: state,
    wanted: { zh: named.join("、"), en: named.join(", ") },
  });
}

/** A customer by number, short name or alias; what names none selects nothing. */
function customerTest(session: Session, given: string | undefined): Test[] {
  if (given === undefined) return [];
  const low = given.toLowerCase();
  const meant = session.repository.rows("customer").filter((row) => {
    const { record } = session.repository.read(row.id);
    const names = ["short_name", "name", "name_en", "aliases"].flatMap((path) =>
      valuesAt(record, path).flat(),
    );
    return [row.id, ...names].some((name) => String(name).toLowerCase() === low);
  });
  const ids = meant.length > 0 ? meant.map((row) => row.id) : [given.toUpperCase()];
  return [(row) => ids.includes(row.customer_id ?? "") || ids.includes(row.id)];
}

function sinceTest(since: string | undefined): Test[] {
  if (since === undefined) return [];
  const wanted = { zh: "日期 YYYY-MM-DD", en: "a date YYYY-MM-DD" };
  if (dayProblem(since) !== null) throw refusal("bad-value", { option: "--since", value: since, wanted });
  return [(row) => row.created_at.slice(0, 10) >= since];
}

/** `path=value` on the record itself; a list matches when it contains the value, a key also by its label. */
function whereTest(session: Session, given: string): Test {
  const condition = parseAssignment(given);
  if ("code" in condition || !("text" in condition)) {
    throw refusal("bad-value", {
      option: "--where",
      value: given,
      wanted: { zh: "path=value", en: "path=value" },
    });
  }
  const { path, text } = condition;
  return (row) => {
    const cell = cellAt(row, path);
    const values =
      cell === undefined ? valuesAt(session.repository.read(row.id).record, path).flat() : [cell];
    return values.some((value) => String(value) === text);
  };
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
