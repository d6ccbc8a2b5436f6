import { describe, expect, it } from "vitest";
import { refusing } from "./calendar-tables.ts";
import { clocksOf, direct, recordOf, settings, shared, told } from "./clock-models.ts";

describe("settings and calendars", () => {
  it("a company may set its own length", () => {
    const own = { ...settings, deadlines: { triage: 2 } };
    expect(told(clocksOf(recordOf("complaint", ["CMP-01 03-02"]), "triage", { settings: own }))).toEqual([
      "03-04 overdue",
    ]);
  });

  it("the countermeasure may cover its being put into effect (G-01)", () => {
    const whole = { ...settings, countermeasure_covers: "formulate_and_implement" as const };
    const lines = [...direct, "CMP-27 03-05", "CMP-10 03-06", "CMP-11 03-12"];
    expect(told(clocksOf(recordOf("complaint", lines), "countermeasure", { settings: whole }))).toEqual([
      "03-10 late",
    ]);
    expect(told(clocksOf(recordOf("complaint", lines), "countermeasure"))).toEqual(["03-10 met"]);
  });

  it("a due day in an unknown year is estimated, never late, unless it ended before anything was unknown", () => {
    const late = recordOf("inquiry", ["INQ-01 12-29", "INQ-03 12-29", "INQ-02 2027-01-20"]);
    const soon = recordOf("inquiry", ["INQ-01 12-29", "INQ-03 12-29", "INQ-02 12-31"]);
    expect(told(clocksOf(late, "inquiry_deferred"))).toEqual(["01-04 estimated"]);
    expect(told(clocksOf(soon, "inquiry_deferred"))).toEqual(["01-04 met"]);
    expect(told(clocksOf(late, "inquiry_deferred", { calendar: refusing }))).toEqual(["? estimated"]);
    expect(told(clocksOf(soon, "inquiry_deferred", { calendar: refusing }))).toEqual(["? met"]);
  });

  it("a promised day in known time wins over one that cannot be told", () => {
    const record = recordOf("inquiry", ["INQ-01 12-29", "INQ-03 12-29"], {
      "deferred.promised_by": "2026-12-31",
    });
    expect(told(clocksOf(record, "inquiry_deferred", { calendar: refusing }))).toEqual(["12-31 open"]);
  });

  it("what ends on the due day is in time until its last second", () => {
    const at = (end: string) =>
      told(clocksOf(recordOf("complaint", ["CMP-01 03-02 10:00", `CMP-02 ${end}`]), "triage"));
    expect([at("03-03 23:59"), at("03-04 00:00")]).toEqual([["03-03 met"], ["03-03 late"]]);
  });

  it("days of the count are told from the day after the start to the due day", () => {
    const [clock] = clocksOf(recordOf("complaint", ["CMP-01 04-30 10:00"]), "triage");
    expect(clock?.days.map((d) => d.date.slice(5))).toEqual([
      "05-01",
      "05-02",
      "05-03",
      "05-04",
      "05-05",
      "05-06",
    ]);
    expect(clock?.days.filter((d) => d.counted)).toHaveLength(1);
  });

  it("a clock of a deadline that the procedure no longer has is not shown", () => {
    const { triage: _, ...rest } = shared.deadlines;
    const older = { ...shared, deadlines: rest };
    expect(
      clocksOf(recordOf("complaint", ["CMP-01 03-02"]), undefined, { shared: older as typeof shared }),
    ).toEqual([]);
  });
});
