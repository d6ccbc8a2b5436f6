/** One line of a work list: somebody is to take a step by a day (cli.md, `todo`). */
import type { CountedDay } from "../calendar/workdays.ts";
import type { Department, Role } from "../records/model.ts";
import type { Day, Id, Instant, Kind, PersonId } from "../records/record.ts";
import type { ClockStatus } from "./clock.ts";

export interface TodoItem {
  /** null: the duty has no record yet, see `period`. */
  readonly record: Id | null;
  readonly kind: Kind;
  readonly title: string | null;
  /** null: waited for, without a clock. */
  readonly deadline: string | null;
  readonly due: Day | null;
  readonly status: ClockStatus;
  readonly event: string;
  readonly roles: readonly Role[];
  /** The department where it is one; of several responsible ones any may act. */
  readonly department: Department | null;
  readonly departments: readonly Department[];
  /** Named persons, in place of whoever holds a role; empty where it is a matter of roles. */
  readonly persons: readonly PersonId[];
  /** Every day from the day after the start to the due day. */
  readonly days: readonly CountedDay[];
  readonly start: Instant | Day | null;
  /** Working days past the due day; 0 while in time. */
  readonly late: number;
  readonly guideline: boolean;
  readonly assumed: boolean;
  readonly provisional: boolean;
  readonly reminder: boolean;
  readonly not_before: Day | null;
  readonly state: string | null;
  readonly period?: string;
}

/** What stands where nothing else is said: waited for by the company's custom, without a clock. */
export const UNDATED = {
  deadline: null,
  due: null,
  status: "open",
  departments: [],
  department: null,
  persons: [],
  days: [],
  start: null,
  late: 0,
  guideline: true,
  assumed: false,
  provisional: false,
  reminder: false,
  not_before: null,
} as const satisfies Partial<TodoItem>;

const rank = (item: TodoItem): number => (item.status === "overdue" ? 0 : item.due === null ? 2 : 1);

/** Overdue first, then by due day, then what has none; within a day breaches before guidelines, then by number. */
export function sortTodo(items: readonly TodoItem[]): TodoItem[] {
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return items.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      text(a.due ?? "", b.due ?? "") ||
      Number(a.guideline) - Number(b.guideline) ||
      text(a.record ?? "", b.record ?? ""),
  );
}
