/** The window for repeats: earlier complaints about the same part with the same defect (specification 3.17, CMP-01). */
import { addDays, dayNumber, dayOf } from "../calendar/days.ts";
import type { Facts } from "../procedure/step.ts";
import type { CaseRecord, Day, Instant } from "../records/record.ts";
import { textAt } from "./case-shapes.ts";

/** What can be compared: `unknown` says that it is not known. */
export const known = (value: string | undefined): string | undefined =>
  value === "unknown" ? undefined : value;

/** The day some months earlier; the last of the month where the month is shorter. */
export function monthsBefore(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const target = year * 12 + (month - 1) - months;
  const monthAt = (number: number): Day =>
    `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}-01`;
  const last = dayNumber(monthAt(target + 1)) - dayNumber(monthAt(target));
  return addDays(monthAt(target), Math.min(date, last) - 1);
}

/** By what two complaints are put in order: received, then registered, then number. */
function comesBefore(a: CaseRecord, b: CaseRecord): boolean {
  const moment = (record: CaseRecord): number[] => [
    Date.parse(textAt(record, "received_at") ?? ""),
    Date.parse(record.history[0]?.at ?? "9999-12-31T23:59:59Z"),
  ];
  const [received, registered] = [moment(a), moment(b)];
  const differs = received.findIndex((value, i) => value !== registered[i]);
  return differs < 0 ? a.id < b.id : (received[differs] ?? 0) < (registered[differs] ?? 0);
}

/**
 * Earlier complaints, not voided, with the same part and defect (both filled) within the window.
 * @param complaint the one that may be a repeat
 * @param months setting `repeat_window_months`
 * @returns the earliest first; empty when part, defect or time of receipt is not known
 */
export function earlierComplaints(facts: Facts, complaint: CaseRecord, months: number): CaseRecord[] {
  const part = known(textAt(complaint, "part_no"));
  const defect = textAt(complaint, "defect_type");
  const received = textAt(complaint, "received_at") as Instant | undefined;
  if (part === undefined || defect === undefined || received === undefined) return [];
  const from = monthsBefore(dayOf(received), months);
  return facts
    .where("complaint", "part_no", part)
    .filter(
      (other) =>
        other.id !== complaint.id && other.state !== "voided" && textAt(other, "defect_type") === defect,
    )
    .filter(
      (other) => comesBefore(other, complaint) && dayOf(textAt(other, "received_at") ?? received) >= from,
    )
    .sort((a, b) => (comesBefore(a, b) ? -1 : 1));
}
