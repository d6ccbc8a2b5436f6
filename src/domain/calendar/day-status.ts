/** Is it a working day, and why (not)? Company days win over the state's; what no table knows is estimated (4.1, 4.3). */
import type { Day } from "../records/record.ts";
import { dayNames } from "../words/day-names.ts";
import { dayFrom, dayNumber, weekdayOf, yearOf } from "./days.ts";
import { englishName, type HolidayName, statutoryDays } from "./statutory.ts";
import type { Calendar, CalendarYear } from "./table.ts";

export type ReasonKind = "weekend" | "holiday" | "makeup" | "company_off" | "company_work";
export interface DayReason extends HolidayName {
  readonly kind: ReasonKind;
}
export interface DayStatus {
  readonly works: boolean;
  /** Left out for an ordinary working weekday. */
  readonly reason?: DayReason;
  /** No table knows the year: what the law says, without the make-up days of the notice. */
  readonly estimated: boolean;
  /** The notice of the next year can still move it (25–31 December of the last known year). */
  readonly provisional: boolean;
}

interface Index {
  readonly company: ReadonlyMap<number, DayReason>;
  readonly state: ReadonlyMap<number, DayReason>;
  readonly years: ReadonlySet<number>;
  readonly estimates: Map<number, ReadonlyMap<number, HolidayName>>;
}

const SATURDAY: DayReason = { kind: "weekend", ...dayNames.saturday };
const SUNDAY: DayReason = { kind: "weekend", ...dayNames.sunday };
const weekends: Readonly<Record<number, DayReason>> = { 0: SUNDAY, 6: SATURDAY };

const indexes = new WeakMap<Calendar, Index>();

function indexOf(calendar: Calendar): Index {
  const known = indexes.get(calendar);
  if (known) return known;
  const made: Index = {
    company: marks(calendar.company, {
      off: "company_off",
      work: "company_work",
      workName: dayNames.company,
    }),
    state: marks(calendar.state, {
      off: "holiday",
      work: "makeup",
      workName: dayNames.makeup,
    }),
    years: new Set(calendar.state.map((year) => year.year)),
    estimates: new Map(),
  };
  indexes.set(calendar, made);
  return made;
}

interface Kinds {
  readonly off: ReasonKind;
  readonly work: ReasonKind;
  readonly workName: HolidayName;
}

/** Every day a list of years names. A single workday wins over the range of days off around it. */
function marks(years: readonly CalendarYear[], kinds: Kinds): ReadonlyMap<number, DayReason> {
  const found = new Map<number, DayReason>();
  for (const { from, to, name, name_en } of years.flatMap((year) => year.holidays)) {
    const reason: DayReason = { kind: kinds.off, name, name_en: name_en ?? englishName(name) };
    for (let day = dayNumber(from); day <= dayNumber(to); day++) found.set(day, reason);
  }
  for (const { day, name, name_en } of years.flatMap((year) => year.workdays)) {
    const named = {
      name: name ?? kinds.workName.name,
      name_en: name_en ?? (name ? englishName(name) : kinds.workName.name_en),
    };
    found.set(dayNumber(day), { kind: kinds.work, ...named });
  }
  return found;
}

const works = (reason: DayReason | undefined): boolean =>
  reason === undefined || reason.kind === "makeup" || reason.kind === "company_work";

const status = (reason: DayReason | undefined, estimated: boolean, provisional: boolean): DayStatus =>
  reason ? { works: works(reason), reason, estimated, provisional } : { works: true, estimated, provisional };

/** A notice reaches back into the year before it: the last week of a year is open until the next notice is known (4.3). */
const isLastWeek = (day: Day): boolean => day.slice(5) >= "12-25";

/**
 * What a day is.
 * @param day a date that exists
 * @returns whether it is a working day, the reason where it is no ordinary weekday, and how sure that is
 */
export function dayStatus(calendar: Calendar, day: Day): DayStatus {
  return statusOf(calendar, dayNumber(day));
}

/** The same by day number, for counting. */
export function statusOf(calendar: Calendar, number: number): DayStatus {
  const index = indexOf(calendar);
  const company = index.company.get(number);
  if (company) return status(company, false, false);
  const day = dayFrom(number);
  const year = yearOf(day);
  const provisional = index.years.has(year) && !index.years.has(year + 1) && isLastWeek(day);
  const named = index.state.get(number);
  if (named) return status(named, false, provisional);
  const weekend = weekends[weekdayOf(number)];
  if (index.years.has(year)) return status(weekend, false, provisional);
  const holiday = estimateOf(index, year).get(number);
  return status(holiday ? { kind: "holiday", ...holiday } : weekend, true, false);
}

function estimateOf(index: Index, year: number): ReadonlyMap<number, HolidayName> {
  const known = index.estimates.get(year);
  if (known) return known;
  const made = statutoryDays(year, isAfterTable(index, year));
  index.estimates.set(year, made);
  return made;
}

/** Years before the table get the fixed days only (4.3). */
const isAfterTable = (index: Index, year: number): boolean =>
  index.years.size === 0 || year > Math.min(...index.years);

/** Years of the state that the calendar holds. */
export const knownYears = (calendar: Calendar): number[] =>
  [...indexOf(calendar).years].sort((a, b) => a - b);
