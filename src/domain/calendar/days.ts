/** Calendar days as whole numbers: no clock, no zone of the host, no local getters (specification 4.2). */
import type { Day, Instant } from "../records/record.ts";

const MS_A_DAY = 86_400_000;
/** The company's zone is +08:00 all year; China knows no summer time. */
const ZONE_MS = 8 * 3_600_000;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Is the text a date that exists? `2026-02-30` is none. */
export function isDay(text: string): text is Day {
  return DAY.test(text) && dayFrom(dayNumber(text)) === text;
}

/** Days since 1970-01-01; NaN for what is no date. */
export function dayNumber(day: Day): number {
  const parts = DAY.exec(day);
  return parts ? Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / MS_A_DAY : Number.NaN;
}

/** Back from a day number to `2026-03-02`. */
export const dayFrom = (number: number): Day => new Date(number * MS_A_DAY).toISOString().slice(0, 10);

/** The day `count` calendar days later, or earlier when negative. */
export const addDays = (day: Day, count: number): Day => dayFrom(dayNumber(day) + count);

/** 0 Sunday … 6 Saturday; 1970-01-01 was a Thursday. */
export const weekdayOf = (number: number): number => (((number + 4) % 7) + 7) % 7;

/** 0 Sunday … 6 Saturday. */
export const weekday = (day: Day): number => weekdayOf(dayNumber(day));

/**
 * The day on which something happened in the company's zone, whatever the offset of the instant and the zone of the host.
 * @param when an instant, or a day, which stays as it is
 */
export function dayOf(when: Instant | Day): Day {
  return DAY.test(when) ? when : dayFrom(Math.floor((Date.parse(when) + ZONE_MS) / MS_A_DAY));
}

/** The last second of a day in the company's zone: until then what is due on it is in time (民法典 art. 203). */
export const endOfDay = (day: Day): Instant => `${day}T23:59:59+08:00`;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
