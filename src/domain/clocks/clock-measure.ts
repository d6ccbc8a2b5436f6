/** A clock on a calendar: when it is due, how the days were counted, and how it stands on a day (engine.md 7). */
import { addDays, dayOf } from "../calendar/days.ts";
import {
  addCalendarDays,
  addWorkdays,
  type Calendar,
  type Count,
  type CountedDay,
} from "../calendar/workdays.ts";
import type { Settings } from "../procedure/step.ts";
import type { Deadline, SharedModel } from "../records/model.ts";
import type { Day, Instant } from "../records/record.ts";
import type { ClockStatus, Interval, RawClock } from "./clock.ts";

/** What turns a stored clock into an interval. */
export interface AsOf {
  readonly shared: Pick<SharedModel, "deadlines">;
  readonly settings: Settings;
  readonly calendar: Calendar;
  readonly now: Instant;
}

/** Length of a deadline in this company; the latest day of a verification has its own setting as well (3.18). */
export function lengthOf(deadline: Deadline, settings: Settings): number {
  const shipped = deadline.id === "verify" ? settings.verify.max_days : deadline.length;
  return settings.deadlines[deadline.id] ?? shipped ?? 0;
}

interface Begun {
  readonly start: Instant | Day;
  readonly assumed: boolean;
}

/**
 * When the clock began. Receipt is assumed when it did not come within `ack`; until that is certain nothing runs.
 * @returns null while a receipt may still come in time
 */
function beginning(clock: RawClock, asOf: AsOf): Begun | null {
  if (!clock.assumable) return { start: clock.start, assumed: false };
  const ack = asOf.shared.deadlines["ack"];
  const limit = addWorkdays(asOf.calendar, dayOf(clock.start), ack ? lengthOf(ack, asOf.settings) : 0);
  const missed = (day: Day) => limit.due !== null && !limit.estimated && day > limit.due;
  const assumed = { start: clock.start, assumed: true };
  if (clock.received !== undefined) {
    return missed(dayOf(clock.received)) ? assumed : { start: clock.received, assumed: false };
  }
  if (clock.ended) return assumed;
  return missed(dayOf(clock.void?.at ?? asOf.now)) ? assumed : null;
}

function countOf(clock: RawClock, deadline: Deadline, start: Day, asOf: AsOf): Count {
  const length = lengthOf(deadline, asOf.settings);
  if (deadline.unit === "day") return addCalendarDays(start, length);
  if (clock.due !== undefined) return until(start, clock.due);
  return addWorkdays(asOf.calendar, start, length);
}

/** A day that the record or the calendar names: every day up to it counts. */
const until = (start: Day, due: Day): Count => ({
  due,
  estimated: false,
  provisional: false,
  days: daysUntil(start, due),
});

function daysUntil(start: Day, due: Day): CountedDay[] {
  const days: CountedDay[] = [];
  for (let day = addDays(start, 1); day <= due; day = addDays(day, 1))
    days.push({ date: day, counted: true });
  return days;
}

/** The first day of the count that no table knows: the due day does not lie before it. */
function firstUnsure(count: Count, start: Day): Day | undefined {
  if (!count.estimated) return undefined;
  return count.days.find((day) => day.estimated)?.date ?? addDays(start, count.days.length + 1);
}

/** An earlier day wins where it is certain to be earlier. */
function shortened(count: Count, start: Day, earlier: Day | undefined): Count {
  if (earlier === undefined) return count;
  const unsure = firstUnsure(count, start);
  const wins = unsure === undefined ? count.due !== null && earlier < count.due : earlier < unsure;
  if (!wins) return count;
  const days = count.days.filter((day) => day.date <= earlier);
  return { due: earlier, estimated: false, provisional: false, days };
}

interface Standing {
  readonly clock: RawClock;
  readonly count: Count;
  readonly start: Day;
  readonly today: Day;
  readonly reminder: boolean;
}

function statusOf({ clock, count, start, today, reminder }: Standing): ClockStatus {
  if (clock.void) return "void";
  const day = clock.ended ? dayOf(clock.ended.at) : today;
  const unsure = firstUnsure(count, start);
  // What ended before the first unknown day was in time, whatever the calendar will say.
  if (unsure !== undefined && !(clock.ended && day < unsure)) return "estimated";
  const past = unsure === undefined && count.due !== null && day > count.due && !reminder;
  if (clock.ended) return past ? "late" : "met";
  return past ? "overdue" : "open";
}

/**
 * A clock as an interval.
 * @returns null while it does not run yet, or when the procedure no longer knows its deadline
 */
export function measure(clock: RawClock, asOf: AsOf): Interval | null {
  const deadline = asOf.shared.deadlines[clock.deadline];
  const begun = deadline ? beginning(clock, asOf) : null;
  if (!deadline || !begun) return null;
  const start = dayOf(begun.start);
  const count = shortened(countOf(clock, deadline, start, asOf), start, clock.earlier);
  const reminder = deadline.reminder === true;
  const status = statusOf({ clock, count, start, today: dayOf(asOf.now), reminder });
  const { due, provisional, days } = count;
  const told = {
    deadline: deadline.id,
    due,
    status,
    guideline: deadline.guideline,
    assumed: begun.assumed,
    provisional,
    days,
  };
  return {
    ...told,
    start: begun.start,
    step: clock.step,
    seq: clock.seq,
    ...detailsOf(clock, deadline, start, asOf),
  };
}

type Details = Pick<
  Interval,
  "ended" | "round" | "attempt" | "department" | "not_before" | "reminder" | "clause"
>;

function detailsOf(clock: RawClock, deadline: Deadline, start: Day, { settings }: AsOf): Details {
  const { min_days, min_lots } = settings.verify;
  return {
    ...(clock.ended ? { ended: clock.ended.at } : {}),
    ...(clock.round === undefined ? {} : { round: clock.round }),
    ...(clock.attempt === undefined ? {} : { attempt: clock.attempt }),
    ...(clock.department === undefined ? {} : { department: clock.department }),
    ...(deadline.not_before ? { not_before: { day: addDays(start, min_days), lots: min_lots } } : {}),
    ...(deadline.reminder ? { reminder: true as const } : {}),
    ...(deadline.clause === undefined ? {} : { clause: deadline.clause }),
  };
}
