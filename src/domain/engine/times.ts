/** When a step may lie: not in the future, not before the last one, and with a word of why when it is told late. */
import { addWorkdays, type Calendar, dayOf } from "../calendar/workdays.ts";
import type { Settings } from "../procedure/step.ts";
import type { CaseRecord, Instant } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";

/** Told later than the company allows without a reason (setting `late_entry_after`, in working days)? */
export function isLateEntry(calendar: Calendar, settings: Settings, at: Instant, now: Instant): boolean {
  const limit = addWorkdays(calendar, dayOf(at), settings.late_entry_after).due;
  return limit !== null && dayOf(now) > limit;
}

export interface Timing {
  readonly at: Instant;
  readonly now: Instant;
  readonly note?: string;
  readonly calendar: Calendar;
  readonly settings: Settings;
}

/** Everything that is wrong with the time of a step (INV-01, INV-22). */
export function checkTimes(timing: Timing, record: CaseRecord | null): Finding[] {
  const { at, now } = timing;
  const findings: Finding[] = [];
  const last = record?.history.at(-1);
  if (Date.parse(at) > Date.parse(now))
    findings.push(finding("in-the-future", { at, now }, { clause: "INV-22" }));
  if (last && Date.parse(at) < Date.parse(last.at)) {
    findings.push(finding("before-last-step", { at, last: last.at }, { clause: "INV-01" }));
  }
  if (timing.note === undefined && isLateEntry(timing.calendar, timing.settings, at, now)) {
    findings.push(finding("late-entry-without-note", { at, days: timing.settings.late_entry_after }));
  }
  return findings;
}
