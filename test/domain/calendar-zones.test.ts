import { afterEach, describe, expect, it } from "vitest";
import { dayOf } from "../../src/domain/calendar/days.ts";
import { parsePeriod } from "../../src/domain/calendar/periods.ts";
import { addWorkdays } from "../../src/domain/calendar/workdays.ts";
import { readSpec, refusing } from "./calendar-tables.ts";

const cases = readSpec<{ start: string; due: string }[]>("samples/calendar/deadline_cases.json");
const before = process.env["TZ"];

afterEach(() => {
  if (before === undefined) delete process.env["TZ"];
  else process.env["TZ"] = before;
});

describe("the zone of the host", () => {
  it.each([
    ["UTC", 0],
    ["Asia/Shanghai", -480],
    ["America/New_York", 300],
    ["Pacific/Kiritimati", -840],
  ])("%s moves no due date", (zone, offset) => {
    process.env["TZ"] = zone;
    expect(new Date("2026-01-15T12:00:00Z").getTimezoneOffset()).toBe(offset);
    expect(cases.map(({ start }) => addWorkdays({ ...refusing }, start, 3).due ?? "UNKNOWN")).toEqual(
      cases.map(({ due }) => due),
    );
    expect(dayOf("2026-02-13T00:30:00+08:00")).toBe("2026-02-13");
    expect(dayOf("2026-02-13T23:59:00+08:00")).toBe("2026-02-13");
    expect(parsePeriod("2026H1")).toEqual({ from: "2026-01-01", to: "2026-06-30" });
  });
});
