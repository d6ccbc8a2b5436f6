/** The shipped tables of the specification as calendars, for the tests of this folder. */
import { readFileSync } from "node:fs";
import type { Calendar, CalendarYear } from "../../src/domain/calendar/workdays.ts";

interface SpecYear {
  source: string;
  published: string;
  holidays: { from: string; to: string; name: string }[];
  makeup_workdays: string[];
}

export const readSpec = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(`../spec/${path}`, import.meta.url), "utf8")) as T;

const years = readSpec<{ years: Record<string, SpecYear> }>(
  "samples/calendar/cn_workdays_2022_2026.json",
).years;

export const state: CalendarYear[] = Object.entries(years).map(([year, table]) => ({
  year: Number(year),
  source: table.source,
  published: table.published,
  holidays: table.holidays,
  workdays: table.makeup_workdays.map((day) => ({ day })),
}));

export const estimating: Calendar = { state, company: [], unknownYear: "estimate" };
export const refusing: Calendar = { state, company: [], unknownYear: "refuse" };

export const withCompany = (company: Partial<CalendarYear>): Calendar => ({
  state,
  company: [{ year: 2026, holidays: [], workdays: [], ...company }],
  unknownYear: "estimate",
});
