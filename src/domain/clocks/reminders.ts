/** What `status` reminds of: the survey of the half-year, calendars that are missing (screens.md 1). */
import { dayOf } from "../calendar/days.ts";
import { estimatedFrom, yearsMissing } from "../calendar/missing.ts";
import type { Calendar } from "../calendar/workdays.ts";
import type { Day, Instant } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";
import { type AsOf, lengthOf } from "./clock-measure.ts";
import { intervals } from "./clocks.ts";
import { waveOfHalfYear } from "./duties-unrecorded.ts";
import type { Row } from "./row.ts";

/** Reminders of the day, worded as findings. */
export function remindersOf(rows: readonly Row[], asOf: AsOf): Finding[] {
  return [...surveyReminders(rows, asOf), ...calendarReminders(rows, asOf)];
}

/** No wave, or one that has been planned and not sent (4.11.1). */
function surveyReminders(rows: readonly Row[], asOf: AsOf): Finding[] {
  const unplanned = waveOfHalfYear(rows, asOf);
  const today = dayOf(asOf.now);
  const planned = rows
    .filter((row) => row.kind === "survey_wave")
    .flatMap((row) =>
      row.clocks.filter((clock) => clock.deadline === "survey_halfyear" && !clock.ended && !clock.void),
    )
    .filter((clock) => dayOf(clock.start) <= today)
    .map((clock) => clock.due ?? "");
  const dues = [...(unplanned?.due ? [unplanned.due] : []), ...planned];
  return dues.map((due) => finding("survey-not-sent", { half_year: halfOf(due), due }, { clause: "4.11.1" }));
}

const halfOf = (due: Day): string => `${due.slice(0, 4)}H${due.slice(5, 7) === "06" ? 1 : 2}`;

/** The year has no table, or the next one has none in November, or a running deadline needs one. */
function calendarReminders(rows: readonly Row[], asOf: AsOf): Finding[] {
  const running = rows
    .filter((row) => !row.final)
    .flatMap((row) =>
      intervals(
        row.clocks.filter((c) => !c.ended && !c.void),
        asOf,
      ),
    );
  const needed = running
    .filter(({ status }) => status === "estimated")
    .map(({ due, start }) => due ?? dayOf(start));
  const countermeasure = asOf.shared.deadlines["countermeasure"];
  return calendarFindingsOf(
    asOf.calendar,
    asOf.now,
    needed,
    countermeasure ? lengthOf(countermeasure, asOf.settings) : 0,
  );
}

/**
 * The tables that are missing, as `calendar check` says it.
 * @param needed due days that rest on an estimate
 * @param count length of the term by which the gap is told: the three working days of 4.6.3.1
 */
export function calendarFindingsOf(
  calendar: Calendar,
  now: Instant,
  needed: readonly Day[],
  count: number,
): Finding[] {
  const today = dayOf(now);
  const from = estimatedFrom(calendar, count, today);
  return yearsMissing(calendar, today, needed).map((year, i) =>
    finding("calendar-year-missing", { year, from: i === 0 ? from : null, days: count }),
  );
}
