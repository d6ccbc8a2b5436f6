import { describe, expect, it } from "vitest";
import { clocksOf, direct, recordOf, round, time, told } from "./clock-models.ts";

describe("receipt (G-02)", () => {
  it("is assumed once it did not come within a working day, from the day of issue", () => {
    const [clock] = clocksOf(recordOf("complaint", direct), "countermeasure");
    expect(clock).toMatchObject({
      start: time("03-04 16:00"),
      due: "2026-03-09",
      status: "overdue",
      assumed: true,
    });
  });

  it("is not assumed while it may still come in time", () => {
    const record = recordOf("complaint", direct);
    expect(clocksOf(record, "countermeasure", { now: time("03-05 23:59") })).toEqual([]);
    expect(clocksOf(record, "countermeasure", { now: time("03-06 00:01") })[0]).toMatchObject({
      due: "2026-03-09",
      status: "open",
      assumed: true,
    });
  });

  it("that comes late is recorded and moves no date", () => {
    const record = recordOf("complaint", [...direct, "CMP-27 03-06 09:00", "CMP-10 03-10 10:00"]);
    expect(clocksOf(record, "countermeasure")).toMatchObject([
      { start: time("03-04 16:00"), due: "2026-03-09", status: "late", assumed: true },
    ]);
    expect(told(clocksOf(record, "ack"))).toEqual(["03-05 late"]);
  });

  it("that never came before the proposal is assumed", () => {
    const record = recordOf("complaint", [...direct, "CMP-10 03-05 10:00"]);
    expect(clocksOf(record, "countermeasure")).toMatchObject([
      { due: "2026-03-09", status: "met", assumed: true },
    ]);
  });

  it("holds for a CAPA that is issued", () => {
    const record = recordOf("capa", ["CAPA-01 03-02", "CAPA-02 03-02", "CAPA-03 03-02 17:00"], {
      issued_at: time("03-02 17:00"),
    });
    expect(clocksOf(record, "countermeasure", { now: time("03-06 09:00") })).toMatchObject([
      { due: "2026-03-05", status: "overdue", assumed: true },
    ]);
    const cancelled = recordOf("capa", [
      "CAPA-01 03-02",
      "CAPA-02 03-02",
      "CAPA-03 03-02 17:00",
      "CAPA-12 03-03",
    ]);
    expect(clocksOf(cancelled, "countermeasure")).toEqual([]);
  });

  it("cannot be called missed while the calendar does not know the day", () => {
    const record = recordOf("complaint", ["CMP-01 12-31", "CMP-02 12-31", "CMP-09 12-31 16:00"]);
    expect(clocksOf(record, "countermeasure", { now: time("2027-02-01 09:00") })).toEqual([]);
    expect(told(clocksOf(record, "ack", { now: time("2027-02-01 09:00") }))).toEqual(["01-04 estimated"]);
  });
});

describe("clocks that start again", () => {
  it("a reply sent again: the call that was made ends the first, the new one runs", () => {
    const record = recordOf("complaint", [
      ...direct,
      ...round.slice(0, -1),
      "CMP-17 03-13 10:00",
      "CMP-16 03-16 10:00",
    ]);
    expect(told(clocksOf(record, "phone"))).toEqual(["03-13 met", "03-16 met"]);
  });

  it("the customer asked again: the reminder runs anew", () => {
    const record = recordOf("complaint", [...direct, ...round, "CMP-30 03-20 10:00"]);
    expect(told(clocksOf(record, "opinion"))).toEqual(["03-20 met", "03-27 open"]);
    expect(clocksOf(record, "opinion")[1]).toMatchObject({ reminder: true });
  });
});
