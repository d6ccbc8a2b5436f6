/** Work lists: open clocks joined with what each case waits for (cli.md `todo`, screens.md 1 and 2). */
import { dayOf } from "../calendar/days.ts";
import { workdaysLate } from "../calendar/workdays.ts";
import type { Day, Id } from "../records/record.ts";
import type { Interval } from "./clock.ts";
import type { AsOf } from "./clock-measure.ts";
import { intervals } from "./clocks.ts";
import { isThere, linkedItems } from "./duty-links.ts";
import type { Row } from "./row.ts";
import { sortTodo, type TodoItem, UNDATED } from "./todo.ts";
import type { Wait } from "./wait.ts";

export { workdaysLate };

interface Listing extends AsOf {
  readonly byId: ReadonlyMap<Id, Row>;
}

/**
 * Everything that somebody is waited for, one line each: a running clock with the step that ends it, or a state without a clock.
 * @param rows all rows: on path A a complaint is listed only when its CAPAs have come so far
 */
export function todoItems(rows: readonly Row[], asOf: AsOf): TodoItem[] {
  const listing: Listing = { ...asOf, byId: new Map(rows.map((row) => [row.id, row])) };
  const own = rows.filter((row) => !row.final).flatMap((row) => itemsOf(row, listing));
  return sortTodo([...own, ...linkedItems(rows, listing.byId)]);
}

function itemsOf(row: Row, listing: Listing): TodoItem[] {
  const running = row.clocks.filter((clock) => !clock.ended && !clock.void);
  const open = intervals(running, listing);
  const dated = open.flatMap((interval) => datedItem(row, interval, listing) ?? []);
  return [
    ...dated,
    ...undatedWaits(row, open)
      .filter((wait) => isReady(wait, listing))
      .map((wait) => undatedItem(row, wait, listing)),
  ];
}

/** What is waited for without a clock: the case itself where no clock of its own runs, owners, departments without a clock. */
function undatedWaits(row: Row, open: readonly Interval[]): Wait[] {
  const clocked = (wait: Wait) =>
    open.some((interval) => interval.department && wait.departments?.includes(interval.department));
  const owned = row.waits.filter((wait) => wait.persons || (wait.each && !clocked(wait)));
  const [main] = row.waits.filter(isOfTheCase);
  const isHeldUp = open.some(
    (interval) => interval.department === undefined || interval.deadline === "review",
  );
  return main && !isHeldUp ? [main, ...owned] : owned;
}

const isOfTheCase = (wait: Wait): boolean => !wait.each && !wait.persons;

/** The wait that an interval belongs to: the step that ends it, else what the case waits for next. */
function waitFor(row: Row, { deadline, department }: Interval, { shared }: Listing): Wait | undefined {
  const ends = shared.deadlines[deadline]?.ends ?? [];
  const own = row.waits.filter((wait) => (department === undefined) === isOfTheCase(wait));
  return own.find((wait) => ends.includes(wait.step)) ?? (department === undefined ? own[0] : undefined);
}

/** Have the records that must come first come so far? */
const isReady = ({ after }: Wait, { byId }: Listing): boolean =>
  after === undefined || after.records.every((id) => isThere(after, byId.get(id)));

function datedItem(row: Row, interval: Interval, listing: Listing): TodoItem | null {
  const wait = waitFor(row, interval, listing);
  if (!wait || !isReady(wait, listing)) return null;
  const { deadline, due, status, days, start, guideline, assumed, provisional, department } = interval;
  const departments = department === undefined ? (wait.departments ?? []) : [department];
  return {
    ...headOf(row, wait, departments),
    ...{ deadline, due, status, days, start, guideline, assumed, provisional },
    late: status === "overdue" && due !== null ? workdaysLate(listing.calendar, due, listing.now) : 0,
    reminder: interval.reminder === true,
    not_before: interval.not_before?.day ?? null,
  };
}

function headOf(row: Row, wait: Wait, departments: readonly string[]) {
  const { id: record, kind, state } = row;
  const department = departments.length === 1 ? (departments[0] ?? null) : null;
  const { event, roles, persons = [] } = wait;
  return {
    ...UNDATED,
    record,
    kind,
    state,
    title: row.title ?? null,
    event,
    roles,
    persons,
    department,
    departments,
  };
}

function undatedItem(row: Row, wait: Wait, { calendar, now }: Listing): TodoItem {
  const item = headOf(row, wait, wait.departments ?? []);
  const due: Day | undefined = wait.due;
  if (due === undefined) return item;
  const isPast = dayOf(now) > due;
  return { ...item, due, status: isPast ? "overdue" : "open", late: workdaysLate(calendar, due, now) };
}
