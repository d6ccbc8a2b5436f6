/** The JSON shapes of cli.md, keys in a fixed order; what does not apply is left out. */
import type { CountedDay } from "../domain/calendar/workdays.ts";
import type { Interval } from "../domain/clocks/clock.ts";
import type { TodoItem } from "../domain/clocks/todo.ts";
import type { Opening } from "../domain/engine/openings.ts";
import type { CaseRecord, HistoryEntry, Lang } from "../domain/records/record.ts";
import { type Finding, worded } from "../domain/words/findings.ts";
import type { Words } from "../domain/words/words.ts";
import type { Status } from "./status.ts";
import type { Link } from "./trace.ts";

type Shape = Readonly<Record<string, unknown>>;

/** JSON as printed: two blanks deep, without a line feed at the end. */
export const toJson = (value: unknown): string => JSON.stringify(value, null, 2);

/** Every day of a count; the reason where it is no ordinary working day. */
const daysShape = (days: readonly CountedDay[], lang: Lang): Shape[] =>
  days.map(({ date, counted, reason }) =>
    defined({ date, counted, reason: reason && (lang === "zh" ? reason.name : reason.name_en) }),
  );

/** `_due`: a deadline of a record. */
const dueShape = (interval: Interval, lang: Lang): Shape => ({
  deadline: interval.deadline,
  due: interval.due,
  status: interval.status,
  guideline: interval.guideline,
  assumed: interval.assumed,
  days: daysShape(interval.days, lang),
});

const openingShape = (opening: Opening, words: Words): Shape => ({
  event: opening.step.event,
  to: opening.step.to,
  roles: opening.roles,
  missing: opening.missing,
  blocked_by: opening.findings.map((found) => findingShape(found, words)),
});

/** `_next`, and `advance ID` without event. */
export const openingsJson = (openings: readonly Opening[], words: Words): string =>
  toJson(openings.map((opening) => openingShape(opening, words)));

export interface Computed {
  readonly due: readonly Interval[];
  readonly next?: readonly Opening[];
  readonly path: string;
  /** Absent in a rehearsal. */
  readonly commit?: string;
}

/** A record as in its file, with the `_` keys computed at reading. */
export function recordJson(record: CaseRecord, computed: Computed, words: Words): string {
  return toJson({
    ...record,
    ...defined({
      _due: computed.due.map((due) => dueShape(due, words.lang)),
      _next: computed.next?.map((opening) => openingShape(opening, words)),
      _path: computed.path,
      _commit: computed.commit,
    }),
  });
}

/** One of many records: with what the index alone can compute. */
export const listedJson = (
  record: CaseRecord,
  { due, path }: Pick<Computed, "due" | "path">,
  lang: Lang,
): Shape => ({ ...record, _due: due.map((one) => dueShape(one, lang)), _path: path });

function findingShape(found: Finding, words: Words): Shape {
  const { message, remedy } = worded(found, words);
  const { code, level, record, path, file, line, clause } = found;
  return defined({ code, level, record, path, file, line, message, clause, remedy });
}

/** `check`: every finding, of every level. */
export const findingsJson = (findings: readonly Finding[], words: Words): string =>
  toJson(findings.map((found) => findingShape(found, words)));

/** `log`: the history entries, each with its commit. */
export const logJson = (entries: readonly (HistoryEntry & { readonly commit?: string })[]): string =>
  toJson(entries.map(({ commit, ...entry }) => ({ ...entry, commit: commit ?? null })));

/** `trace`. */
export const traceJson = (links: readonly Link[]): string =>
  toJson(links.map(({ from, to, relation }) => ({ from, to, relation })));

const todoShape = (item: TodoItem, words: Words, why: boolean): Shape => ({
  record: item.record,
  kind: item.kind,
  title: item.title,
  deadline: item.deadline,
  due: item.due,
  status: item.status,
  event: item.event,
  roles: item.roles,
  department: item.department,
  ...defined({ period: item.period, days: why ? daysShape(item.days, words.lang) : undefined }),
});

/** `todo`; with `why` the days behind each due date. */
export const todoJson = (items: readonly TodoItem[], words: Words, why = false): string =>
  toJson(items.map((item) => todoShape(item, words, why)));

/** `status`. */
export const statusJson = (status: Status, words: Words): string =>
  toJson({
    company: status.company,
    now: status.now,
    person: status.person ?? null,
    roles: status.roles,
    todo: status.mine.map((item) => todoShape(item, words, false)),
    open: Object.fromEntries(status.open),
    overdue: status.overdue.length,
    reminders: status.reminders.map((found) => findingShape(found, words)),
  });

export interface ErrorTold {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  readonly findings: readonly Finding[];
}

/** An error on stderr, one line. */
export function errorJson({ code, message, remedy, findings }: ErrorTold, words: Words): string {
  const told = defined({
    code,
    message,
    remedy: remedy === "" ? undefined : remedy,
    findings: findings.map((found) => findingShape(found, words)),
  });
  return JSON.stringify({ error: told });
}

/** A warning on stderr, one line. */
export const warningJson = (found: Finding, words: Words): string =>
  JSON.stringify({ warning: findingShape(found, words) });

const defined = (shape: Shape): Shape =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined));
