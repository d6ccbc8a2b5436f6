/** Working days: the table of the state, the days of the company, and counting on both (specification 4). */
import type { Day, Instant } from "../records/record.ts";
import { type DayReason, type DayStatus, knownYears, statusOf } from "./day-status.ts";
import { dayFrom, dayNumber, dayOf, yearOf } from "./days.ts";
import type { Calendar } from "./table.ts";

export type { Calendar, CalendarYear } from "./table.ts";
export { dayOf };

export interface CountedDay {
  readonly date: Day;
  readonly counted: boolean;
  readonly reason?: DayReason;
  readonly estimated?: true;
}
export interface Count {
  /** Due at the end of this day in the company's zone; null: it cannot be told (unknown year, setting `refuse`). */
  readonly due: Day | null;
  /** It needs days of a year that no table knows: never called late or overdue. */
  readonly estimated: boolean;
  /** It needs days that the notice of the next year can still move. */
  readonly provisional: boolean;
  /** Every day from the day after the start to the due day. */
  readonly days: readonly CountedDay[];
}

/**
 * The n-th working day after a day; the start day is not counted (民法典 art. 201), whatever the hour and whether it is one.
 * @param count 0 gives the day itself, or the next working day
 */
export function addWorkdays(calendar: Calendar, start: Day, count: number): Count {
  const days: CountedDay[] = [];
  const first = statusOf(calendar, dayNumber(start));
  let provisional = false;
  let estimated = false;
  let number = dayNumber(start);
  let left = count;
  if (count === 0) {
    if (first.works || isRefused(calendar, first)) return counted(calendar, start, first);
    left = 1;
  }
  while (left > 0) {
    number++;
    const status = statusOf(calendar, number);
    if (isRefused(calendar, status)) return { due: null, estimated: true, provisional, days };
    if (status.works) left--;
    provisional ||= status.provisional;
    estimated ||= status.estimated;
    days.push(countedDay(number, status));
  }
  return { due: dayFrom(number), estimated, provisional, days };
}

const isRefused = (calendar: Calendar, status: DayStatus): boolean =>
  status.estimated && calendar.unknownYear === "refuse";

const counted = (calendar: Calendar, day: Day, { estimated, provisional }: DayStatus): Count => ({
  due: estimated && calendar.unknownYear === "refuse" ? null : day,
  estimated,
  provisional,
  days: [],
});

const countedDay = (number: number, { works, reason, estimated }: DayStatus): CountedDay => ({
  date: dayFrom(number),
  counted: works,
  ...(reason ? { reason } : {}),
  ...(estimated ? { estimated: true as const } : {}),
});

/**
 * Calendar days after a day, each counted: for deadlines that run on without weekends (`verify`, `notify_quality`).
 * @returns as addWorkdays; never estimated
 */
export function addCalendarDays(start: Day, count: number): Count {
  const first = dayNumber(start);
  const days = Array.from({ length: count }, (_, i) => ({ date: dayFrom(first + i + 1), counted: true }));
  return { due: dayFrom(first + count), estimated: false, provisional: false, days };
}

/** Working days after `from` up to and with `to`; 0 when `to` is not later. */
export function workdaysBetween(calendar: Calendar, from: Day, to: Day): number {
  let found = 0;
  for (let day = dayNumber(from) + 1; day <= dayNumber(to); day++) if (statusOf(calendar, day).works) found++;
  return found;
}

/** How many working days something is late: `逾期 2 个工作日`; 0 while it is in time. */
export const workdaysLate = (calendar: Calendar, due: Day, now: Instant | Day): number =>
  workdaysBetween(calendar, due, dayOf(now));

/** Years between two days, both included, that no table of the state knows. */
export function missingYears(calendar: Calendar, from: Day, to: Day): number[] {
  const known = knownYears(calendar);
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, i) => yearOf(from) + i);
  return years.filter((year) => !known.includes(year));
}
