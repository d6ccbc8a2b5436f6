/** Dates as people read them. No `Intl`: dates in records are text in the company's zone and are printed as they stand. */
import { dayNumber, weekdayOf } from "../domain/calendar/days.ts";
import type { Day, Instant, Lang } from "../domain/records/record.ts";

const WEEKDAYS = {
  zh: ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
} as const;
const NEAR = {
  zh: { "-1": "昨天", 0: "今天", 1: "明天" },
  en: { "-1": "yesterday", 0: "today", 1: "tomorrow" },
} as const satisfies Record<Lang, object>;

/** Days from one day to another. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** 周二, Tue. */
export const weekday = (day: Day, lang: Lang): string => WEEKDAYS[lang][weekdayOf(dayNumber(day))] ?? "";

/** `2026-11-24 周二`. */
export const longDay = (day: Day, lang: Lang): string => `${day} ${weekday(day, lang)}`;

/** `11-24 今天`, `11-20 周五`, `01-21`; with the year where it could be mistaken. */
export function shortDay(day: Day, today: Day, lang: Lang): string {
  const away = daysBetween(today, day);
  const date = Math.abs(away) > 180 ? day : day.slice(5);
  const near = (NEAR[lang] as Record<string, string>)[away];
  if (near !== undefined) return `${date} ${near}`;
  return Math.abs(away) <= 7 ? `${date} ${weekday(day, lang)}` : date;
}

/** `2026-11-24 17:30`, in the company's zone as written. */
export const moment = (at: Instant): string => `${at.slice(0, 10)} ${at.slice(11, 16)}`;

/** `11-17 10:00` in the year of `today`, else with the year. */
export const shortMoment = (at: Instant, today: Day): string =>
  at.startsWith(today.slice(0, 4)) ? moment(at).slice(5) : moment(at);

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
/** A date or time of a record as people read it; other text as it is. */
export function readableDate(text: string, lang: Lang): string {
  if (DAY.test(text)) return longDay(text, lang);
  return INSTANT.test(text) ? moment(text) : text;
}
