/** Which tables are missing, and from when on a count can only be estimated (specification 4.3, 5). */
import type { Day } from "../records/record.ts";
import { addDays, yearOf } from "./days.ts";
import { addWorkdays, type Calendar, missingYears } from "./workdays.ts";

/** From November on the notice of the next year should be there. */
const NOVEMBER = "11";

/**
 * Years that deadlines need now and that no table knows: those of the given days, the running year, from November the next.
 * @param needed due days, start days: whatever shall be counted
 */
export function yearsMissing(calendar: Calendar, today: Day, needed: readonly Day[] = []): number[] {
  const next = today.slice(5, 7) >= NOVEMBER ? [yearOf(today) + 1] : [];
  const years = new Set([yearOf(today), ...next, ...needed.map(yearOf)]);
  return [...years]
    .filter((year) => missingYears(calendar, `${year}-01-01`, `${year}-01-01`).length > 0)
    .sort((a, b) => a - b);
}

/**
 * The first day, from `after` on, whose n-th working day can only be estimated (`12-29 以后开始的三日期限只能估算`).
 * @returns null when a year ahead is known
 */
export function estimatedFrom(calendar: Calendar, count: number, after: Day): Day | null {
  for (let ahead = 0; ahead <= 366; ahead++) {
    const day = addDays(after, ahead);
    if (addWorkdays(calendar, day, count).estimated) return day;
  }
  return null;
}
