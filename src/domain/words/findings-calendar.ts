/** Findings on the working calendar, and reminders of what the calendar asks for. */
import { say } from "./words.ts";

const days = (count: number): string => `${count} working day${count === 1 ? "" : "s"}`;

export const calendarFindings = {
  "calendar-year-missing": say<{ year: number; from: string | null; days: number }>({
    blame: "blocked",
    zh: (p) =>
      `${p.year} 年工作日历尚未收录(CN ${p.year})${p.from === null ? "" : `:${p.from} 及以后开始的 ${p.days} 个工作日期限只能估算`}`,
    en: (p) =>
      `calendar CN ${p.year} missing${p.from === null ? "" : `: a term of ${days(p.days)} that starts on ${p.from} or later can only be estimated`}`,
    remedy: {
      zh: (p) =>
        `取得国务院办公厅 ${p.year} 年放假通知后,放入 calendars/CN-${p.year}.yaml;公司自己的安排放入 calendars/company-${p.year}.yaml`,
      en: (p) =>
        `put the State Council's notice for ${p.year} into calendars/CN-${p.year}.yaml; the company's own days into calendars/company-${p.year}.yaml`,
    },
  }),
  "survey-not-sent": say<{ half_year: string; due: string }>({
    blame: "blocked",
    level: "warning",
    zh: (p) => `${p.half_year} 满意度调查尚未发出,须于 ${p.due} 前发出`,
    en: (p) => `the satisfaction survey of ${p.half_year} has not been sent; it must be by ${p.due}`,
    remedy: { zh: () => "casetrail open survey_wave", en: () => "casetrail open survey_wave" },
  }),
} as const;
