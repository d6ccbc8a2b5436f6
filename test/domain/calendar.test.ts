import { describe, expect, it } from "vitest";
import { dayStatus } from "../../src/domain/calendar/day-status.ts";
import { addDays, dayOf, isDay, weekday } from "../../src/domain/calendar/days.ts";
import { lunarYears, movableOf, statutoryDays } from "../../src/domain/calendar/statutory.ts";
import {
  addCalendarDays,
  addWorkdays,
  missingYears,
  workdaysBetween,
  workdaysLate,
} from "../../src/domain/calendar/workdays.ts";
import { estimating, readSpec, refusing, state, withCompany } from "./calendar-tables.ts";

interface Case {
  start: string;
  counted: string;
  due: string;
  why: string;
}
const cases = readSpec<Case[]>("samples/calendar/deadline_cases.json");

const countedText = (
  days: readonly { date: string; counted: boolean; reason?: { kind: string } }[],
): string =>
  days
    .filter((day) => day.counted)
    .map((day) => day.date.slice(5) + (day.reason?.kind === "makeup" ? "*" : ""))
    .join(" ");

describe("three working days (specification 4.4)", () => {
  it.each(cases)("$start: $why", ({ start, counted, due }) => {
    const found = addWorkdays(refusing, start, 3);
    expect(found.due ?? "UNKNOWN").toBe(due);
    expect(countedText(found.days)).toBe(counted);
    if (due !== "UNKNOWN") expect(addWorkdays(estimating, start, 3)).toEqual(found);
  });

  it("has as many working days a year as the notices give", () => {
    const yearly = (year: number) => workdaysBetween(estimating, `${year - 1}-12-31`, `${year}-12-31`);
    expect([2024, 2025, 2026].map(yearly)).toEqual([251, 248, 248]);
  });

  it("gives a holiday, counted as 0, the next working day, and a working day itself", () => {
    expect(addWorkdays(estimating, "2026-10-01", 0).due).toBe("2026-10-08");
    expect(addWorkdays(estimating, "2026-11-24", 0)).toEqual({
      due: "2026-11-24",
      estimated: false,
      provisional: false,
      days: [],
    });
    expect(addWorkdays(estimating, "2026-10-01", 1).due).toBe("2026-10-08");
    expect(addWorkdays(refusing, "2027-03-01", 0).due).toBeNull();
  });

  it("tells why a day is not counted, or is counted on a weekend", () => {
    const { days } = addWorkdays(estimating, "2026-09-30", 3);
    expect(days[0]).toEqual({
      date: "2026-10-01",
      counted: false,
      reason: { kind: "holiday", name: "国庆节", name_en: "National Day" },
    });
    expect(days.at(-1)).toEqual({
      date: "2026-10-10",
      counted: true,
      reason: { kind: "makeup", name: "补班", name_en: "make-up workday" },
    });
    expect(addWorkdays(estimating, "2026-11-20", 1).days[0]?.reason).toEqual({
      kind: "weekend",
      name: "周六",
      name_en: "Saturday",
    });
  });

  it("names a holiday that joins two in English too", () => {
    expect(dayStatus(estimating, "2025-10-06").reason?.name_en).toBe("National Day, Mid-Autumn Festival");
  });
});

describe("company days win (specification 4.1)", () => {
  it("works on Saturdays: Friday 20 November plus three is Tuesday", () => {
    const saturdays = withCompany({ workdays: [{ day: "2026-11-21" }, { day: "2026-11-28" }] });
    expect(addWorkdays(saturdays, "2026-11-20", 3).due).toBe("2026-11-24");
    expect(dayStatus(saturdays, "2026-11-21").reason).toEqual({
      kind: "company_work",
      name: "公司安排",
      name_en: "company workday",
    });
  });

  it("a shutdown wins over the make-up days of the notice inside it", () => {
    const shutdown = withCompany({ holidays: [{ from: "2026-02-09", to: "2026-02-28", name: "春节停工" }] });
    expect(addWorkdays(shutdown, "2026-02-06", 3).due).toBe("2026-03-04");
    expect(dayStatus(shutdown, "2026-02-14")).toMatchObject({
      works: false,
      reason: { kind: "company_off", name: "春节停工" },
    });
  });

  it("a day the company names is certain, even in a year without a table", () => {
    const open = withCompany({ workdays: [{ day: "2027-01-02", name: "盘点" }] });
    expect(dayStatus(open, "2027-01-02")).toMatchObject({ works: true, estimated: false });
  });
});

describe("years the table does not know (specification 4.3)", () => {
  it("estimates by law and says so", () => {
    const found = addWorkdays(estimating, "2026-12-29", 3);
    expect(found).toMatchObject({ due: "2027-01-04", estimated: true, provisional: true });
    expect(found.days.filter((day) => day.estimated).map((day) => day.date)).toEqual([
      "2027-01-01",
      "2027-01-02",
      "2027-01-03",
      "2027-01-04",
    ]);
  });

  it("refuses to say where the company wishes so", () => {
    expect(addWorkdays(refusing, "2026-12-29", 3)).toMatchObject({ due: null, estimated: true });
  });

  it("knows the 13 statutory days of 2027 and their substitutes, no make-up days", () => {
    const off = [...statutoryDays(2027, true).keys()].map((n) => addDays("1970-01-01", n)).sort();
    expect(off).toEqual([
      "2027-01-01",
      "2027-02-05",
      "2027-02-06",
      "2027-02-07",
      "2027-02-08",
      "2027-02-09",
      "2027-02-10",
      "2027-04-05",
      "2027-05-01",
      "2027-05-02",
      "2027-05-03",
      "2027-05-04",
      "2027-06-09",
      "2027-09-15",
      "2027-10-01",
      "2027-10-02",
      "2027-10-03",
      "2027-10-04",
      "2027-10-05",
    ]);
    expect(dayStatus(estimating, "2027-02-14")).toMatchObject({ works: false, estimated: true });
  });

  it("finds 端午 2028 in the first of two fifth months", () => {
    expect(movableOf(2028)).toContain("端午节 2028-05-28");
    expect(dayStatus(estimating, "2028-05-29")).toMatchObject({ works: false, reason: { name: "端午节" } });
  });

  it("has movable days that lie inside the holidays of the published notices", () => {
    for (const { year, holidays } of state) {
      const off = (day: string) => holidays.some(({ from, to }) => from <= day && day <= to);
      const listed = movableOf(year).map((text) => text.split(" ")[1] ?? "");
      expect(listed.filter((day) => !off(day))).toEqual([]);
    }
    expect(lunarYears()).toEqual(Array.from({ length: 19 }, (_, i) => 2022 + i));
  });

  it("has the first lunar day where new moon in Beijing time says", () => {
    const spring = lunarYears().map(
      (year) =>
        movableOf(year)
          .find((text) => text.startsWith("春节"))
          ?.split(" ")[1],
    );
    expect(spring.slice(5, 9)).toEqual(["2027-02-05", "2028-01-25", "2029-02-12", "2030-02-02"]);
  });

  it("takes only the fixed days for years before the table", () => {
    expect(dayStatus(estimating, "2021-10-01")).toMatchObject({ works: false, estimated: true });
    expect(dayStatus(estimating, "2021-02-12")).toEqual({ works: true, estimated: true, provisional: false });
  });

  it("takes a day of an unknown year that the next notice names as known", () => {
    const only2023 = { ...estimating, state: state.filter((table) => table.year === 2023) };
    expect(dayStatus(only2023, "2022-12-31")).toMatchObject({ works: false, estimated: false });
  });

  it("calls the last week of the last known year provisional, that of others final", () => {
    expect(dayStatus(estimating, "2026-12-25").provisional).toBe(true);
    expect(dayStatus(estimating, "2026-12-24").provisional).toBe(false);
    expect(dayStatus(estimating, "2025-12-31").provisional).toBe(false);
    expect(addWorkdays(estimating, "2026-12-28", 3)).toMatchObject({
      due: "2026-12-31",
      provisional: true,
      estimated: false,
    });
  });

  it("lists the years without a table", () => {
    expect(missingYears(estimating, "2026-01-01", "2026-12-31")).toEqual([]);
    expect(missingYears(estimating, "2021-12-31", "2028-01-01")).toEqual([2021, 2027, 2028]);
  });

  it("counts leap days", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addWorkdays(estimating, "2028-02-28", 1).due).toBe("2028-02-29");
    expect(addCalendarDays("2028-02-28", 2).due).toBe("2028-03-01");
  });
});

describe("days", () => {
  it("takes an instant at the company's clock, whatever its offset", () => {
    expect(dayOf("2026-02-13T23:59:59+08:00")).toBe("2026-02-13");
    expect(dayOf("2026-02-14T00:01:00+08:00")).toBe("2026-02-14");
    expect(dayOf("2026-02-13T16:30:00Z")).toBe("2026-02-14");
    expect(dayOf("2026-02-13T11:30:00-05:00")).toBe("2026-02-14");
    expect(dayOf("2026-02-13")).toBe("2026-02-13");
  });

  it("knows which dates exist", () => {
    expect(["2026-02-29", "2028-02-29", "2026-13-01", "2026-2-1", "junk"].map(isDay)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
    expect(weekday("2026-11-24")).toBe(2);
  });

  it("counts lateness in working days", () => {
    expect(workdaysLate(estimating, "2026-11-20", "2026-11-24T17:30:00+08:00")).toBe(2);
    expect(workdaysLate(estimating, "2026-11-24", "2026-11-24T23:59:59+08:00")).toBe(0);
    expect(workdaysLate(estimating, "2026-12-24", "2026-11-24")).toBe(0);
  });
});
