import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayStatus } from "../../src/domain/calendar/day-status.ts";
import { addDays, dayFrom, dayNumber, isDay, weekday } from "../../src/domain/calendar/days.ts";
import {
  halfYearOf,
  isWithin,
  monthOf,
  parsePeriod,
  previousMonth,
} from "../../src/domain/calendar/periods.ts";
import { addWorkdays, workdaysBetween } from "../../src/domain/calendar/workdays.ts";
import { type estimating, withCompany } from "./calendar-tables.ts";

const first = dayNumber("2020-01-01");
const days = fc.integer({ min: first, max: dayNumber("2031-12-31") }).map(dayFrom);
const company = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 364 }), fc.boolean()), { maxLength: 30 })
  .map((marks) =>
    withCompany({
      holidays: marks
        .filter(([, off]) => off)
        .map(([n]) => ({ from: addDays("2026-01-01", n), to: addDays("2026-01-01", n), name: "停工" })),
      workdays: marks.filter(([, off]) => !off).map(([n]) => ({ day: addDays("2026-01-01", n) })),
    }),
  );
const due = (calendar: typeof estimating, start: string, count: number): string =>
  addWorkdays(calendar, start, count).due ?? "";

describe("counting working days", () => {
  it("lands on a working day, later than the start", () => {
    fc.assert(
      fc.property(company, days, fc.integer({ min: 1, max: 40 }), (calendar, start, count) => {
        const found = due(calendar, start, count);
        expect(dayStatus(calendar, found).works).toBe(true);
        expect(found > start).toBe(true);
      }),
    );
  });

  it("is monotone in the start", () => {
    fc.assert(
      fc.property(company, days, days, fc.nat(20), (calendar, a, b, count) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        expect(due(calendar, early, count) <= due(calendar, late, count)).toBe(true);
      }),
    );
  });

  it("makes the same of m and n as of m + n", () => {
    fc.assert(
      fc.property(
        company,
        days,
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 1, max: 15 }),
        (calendar, start, m, n) => {
          expect(due(calendar, due(calendar, start, m), n)).toBe(due(calendar, start, m + n));
        },
      ),
    );
  });

  it("counts back what it counted", () => {
    fc.assert(
      fc.property(company, days, fc.integer({ min: 1, max: 40 }), (calendar, start, count) => {
        const found = addWorkdays(calendar, start, count);
        expect(workdaysBetween(calendar, start, found.due ?? "")).toBe(count);
        expect(found.days.filter((day) => day.counted)).toHaveLength(count);
        expect(found.days.map((day) => day.date)).toEqual(found.days.map((_, i) => addDays(start, i + 1)));
      }),
    );
  });
});

describe("days and periods", () => {
  it("goes from a day to its number and back", () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(dayFrom(dayNumber(day))).toBe(day);
        expect(isDay(day)).toBe(true);
        expect(weekday(addDays(day, 7))).toBe(weekday(day));
      }),
    );
  });

  it("finds a day in its month, half-year and year", () => {
    fc.assert(
      fc.property(days, (day) => {
        for (const text of [monthOf(day), halfYearOf(day), day.slice(0, 4), day]) {
          const period = parsePeriod(text);
          expect(period && isWithin(period, day)).toBe(true);
        }
        expect(previousMonth(day) < monthOf(day)).toBe(true);
      }),
    );
  });

  it.each([
    ["2026-10", "2026-10-01", "2026-10-31"],
    ["2026-12", "2026-12-01", "2026-12-31"],
    ["2028-02", "2028-02-01", "2028-02-29"],
    ["2026Q3", "2026-07-01", "2026-09-30"],
    ["2026q4", "2026-10-01", "2026-12-31"],
    ["2026H1", "2026-01-01", "2026-06-30"],
    ["2026H2", "2026-07-01", "2026-12-31"],
    ["2026", "2026-01-01", "2026-12-31"],
    ["2026-03-01..2026-03-09", "2026-03-01", "2026-03-09"],
    ["2026-01..2026Q3", "2026-01-01", "2026-09-30"],
  ])("reads %s", (text, from, to) => {
    expect(parsePeriod(text)).toEqual({ from, to });
  });

  it.each([
    "",
    "26",
    "2026-13",
    "2026Q5",
    "2026H3",
    "2026-02-30",
    "2026-03-09..2026-03-01",
    "2026..2027..2028",
    "..2026",
    "junk",
  ])("knows that %j is no period", (text) => {
    expect(parsePeriod(text)).toBeNull();
  });
});
