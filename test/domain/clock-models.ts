/** Small records with a history, for the tests of clocks, rows and duties. */
import type { Interval } from "../../src/domain/clocks/clock.ts";
import { foldClocks, intervals } from "../../src/domain/clocks/clocks.ts";
import { type Row, rowOf } from "../../src/domain/clocks/row.ts";
import type { KindModel } from "../../src/domain/records/model.ts";
import { setAt } from "../../src/domain/records/paths.ts";
import type { CaseRecord, HistoryEntry, Json, Kind } from "../../src/domain/records/record.ts";
import { kinds, people, settings, shared } from "../support/procedure.ts";
import { estimating, readSpec } from "./calendar-tables.ts";

export { people, settings, shared };
export const NOW = "2026-11-24T17:30:00+08:00";
export const asOf = { shared, settings, calendar: estimating, now: NOW };

/** A time of the example year: `03-02` at nine, or `03-02 17:40`. */
export const time = (short: string): string => {
  const [day = "", clock = "09:00"] = short.split(" ");
  return `${day.length === 5 ? `2026-${day}` : day}T${clock}:00+08:00`;
};

/** `CMP-02 03-02 10:00` or `CMP-02 03-02 10:00 by P01`. */
function entryOf({ workflow }: KindModel, line: string, before: HistoryEntry | undefined): HistoryEntry {
  const [rest = "", by = "Q01"] = line.split(" by ");
  const [id = "", ...when] = rest.split(" ");
  const step = workflow.steps.find((s) => s.id === id);
  const from = before?.to ?? null;
  const to = step && step.to !== "=" ? (step.to === "@prev" ? "in_production" : step.to) : (from ?? "");
  const event = step?.event ?? id;
  return {
    seq: (before?.seq ?? 0) + 1,
    at: time(when.join(" ")),
    by,
    role: "",
    event,
    transition: id,
    from,
    to,
  };
}

/** A record with a history of such lines; `fields` as paths. */
export function recordOf(
  kind: Kind,
  lines: readonly string[],
  fields: Readonly<Record<string, unknown>> = {},
): CaseRecord {
  const history: HistoryEntry[] = [];
  for (const line of lines) history.push(entryOf(kinds[kind], line, history.at(-1)));
  const record: CaseRecord = { id: `${kind}-1`, kind, state: history.at(-1)?.to ?? "", history };
  return Object.entries(fields).reduce(
    (now, [path, value]) => setAt(now, path, value as Json) ?? now,
    record,
  );
}

/** Intervals of a record, or of one deadline of it. */
export function clocksOf(record: CaseRecord, deadline?: string, seen: Partial<typeof asOf> = {}): Interval[] {
  const context = { ...asOf, ...seen };
  const raw = foldClocks(kinds[record.kind], shared, context.settings, record);
  const found = intervals(raw, context);
  return deadline === undefined ? found : found.filter((interval) => interval.deadline === deadline);
}

/** `due status`, the shortest form to compare. */
export const told = (found: readonly Interval[]): string[] =>
  found.map(({ due, status }) => `${due?.slice(5) ?? "?"} ${status}`);

export const row = (record: CaseRecord): Row => rowOf(kinds[record.kind], shared, settings, record);

const files = [
  "orders",
  "amendments",
  "inquiries",
  "complaints",
  "returns",
  "capas",
  "surveys/waves",
  "standardisation_meetings",
];
/** The cases of the worked example. */
export const sampleRecords: readonly CaseRecord[] = files.flatMap((file) =>
  readSpec<CaseRecord[]>(`samples/${file}.json`),
);

/** A complaint on the direct path up to the assignment, and a round of it up to the call. */
export const direct = ["CMP-01 03-02 10:00", "CMP-02 03-02 11:00", "CMP-09 03-04 16:00"];
export const round = [
  "CMP-27 03-05 08:00",
  "CMP-10 03-06 10:00",
  "CMP-11 03-10 10:00",
  "CMP-12 03-11 10:00",
  "CMP-14 03-12 10:00",
  "CMP-15 03-12 11:00",
  "CMP-16 03-13 10:00",
];
/** Start, round and whether receipt is assumed. */
export const starts = (found: readonly Interval[]) =>
  found.map(({ start, round: r, assumed }) => [start.slice(5, 16), r, assumed]);
