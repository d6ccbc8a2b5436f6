/** Days and times as people type them, in the company's zone (+08:00). No clock, no locale: only arithmetic. */
import type { Day, Instant } from "./record.ts";

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:(Z|z)|([+-])(\d{2}):?(\d{2}))?$/;
const OTHER_DAY = /^(\d{4})\s*[/.年-]\s*(\d{1,2})\s*[/.月-]\s*(\d{1,2})\s*日?$/;
const OFFSET_MINUTES = 8 * 60;

/** `impossible`: well written, but there is no such day or time. `form`: not written so. */
export type TimeProblem = "form" | "impossible";

/** Milliseconds of midnight UTC of a day, or the problem. Years before 1900 are slips of the hand. */
function dayNumber(text: string): number | TimeProblem {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (year === undefined) return "form";
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return Number(year) >= 1900 && new Date(at).toISOString().startsWith(text) ? at : "impossible";
}

/** The problem of a text as a day, or null when it is one: 2026-02-30 is impossible, 2026-2-3 is not written so. */
export function dayProblem(text: string): TimeProblem | null {
  const day = dayNumber(text);
  return typeof day === "number" ? null : day;
}

/** A day written another way (2026/3/2, 2026年3月2日) as casetrail writes it; undefined when it cannot be told. */
export function dayMeant(text: string): Day | undefined {
  const [, year = "", month = "", day = ""] = OTHER_DAY.exec(text.normalize("NFKC").trim()) ?? [];
  const meant = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return dayProblem(meant) === null ? meant : undefined;
}

/**
 * Reads an ISO 8601 time; without offset it is the company's. Parts of a second are dropped.
 * @returns the time with +08:00 to the second, or the problem
 */
export function readTime(text: string): { at: Instant } | { problem: TimeProblem } {
  const match = TIME.exec(text);
  if (match === null) return { problem: "form" };
  const [, day = "", hour, minute, second = "00", utc, sign, offsetHours = "0", offsetMinutes = "0"] = match;
  const midnight = dayNumber(day);
  const clock = [Number(hour), Number(minute), Number(second)] as const;
  const offset = [Number(offsetHours), Number(offsetMinutes)] as const;
  if (typeof midnight !== "number" || !isClock(clock) || offset[0] > 14 || offset[1] > 59)
    return { problem: "impossible" };
  const local = midnight + ((clock[0] * 60 + clock[1]) * 60 + clock[2]) * 1000;
  const shift =
    sign === undefined
      ? utc === undefined
        ? OFFSET_MINUTES
        : 0
      : (offset[0] * 60 + offset[1]) * (sign === "-" ? -1 : 1);
  return instantOf(local - shift * 60_000);
}

/** A time in the company's zone, or null when the text is no time. */
export function toCompanyZone(text: string): Instant | null {
  const read = readTime(text);
  return "at" in read ? read.at : null;
}

function isClock([hour, minute, second]: readonly [number, number, number]): boolean {
  return hour < 24 && minute < 60 && second < 60;
}

function instantOf(utc: number): { at: Instant } | { problem: TimeProblem } {
  const text = new Date(utc + OFFSET_MINUTES * 60_000).toISOString();
  return /^\d{4}-/.test(text) ? { at: `${text.slice(0, 19)}+08:00` } : { problem: "impossible" };
}
