/** The files of `calendars/` as one calendar: the state's years and the company's own days. */
import type { Calendar, CalendarYear } from "../domain/calendar/table.ts";
import type { Settings } from "../domain/procedure/step.ts";

/**
 * @param files name → parsed file, as `CN-2026.yaml` and `company-2026.yaml` hold it
 * @param settings say what to do with a year that no table knows
 * @returns the calendar, years in order
 */
export function calendarOf(files: Readonly<Record<string, unknown>>, settings: Settings): Calendar {
  const years = Object.values(files) as (CalendarYear & { readonly calendar: string })[];
  const of = (company: boolean): CalendarYear[] =>
    years
      .filter(({ calendar }) => (calendar === "company") === company)
      .map(({ calendar: _, ...year }) => year)
      .sort((a, b) => a.year - b.year);
  return { state: of(false), company: of(true), unknownYear: settings.calendar.unknown_year };
}
