import { describe, expect, it } from "vitest";
import { clocksOf, recordOf, time, told } from "./clock-models.ts";

describe("attempts of a CAPA", () => {
  const first = [
    "CAPA-01 03-02",
    "CAPA-02 03-02",
    "CAPA-03 03-02 11:00",
    "CAPA-04 03-03 09:00",
    "CAPA-05 03-05",
    "CAPA-06 03-12",
  ];
  it("each have their own clocks, with the times of their attempt", () => {
    const record = recordOf("capa", [...first, "CAPA-08 03-13 10:00", "CAPA-05 03-17"], {
      issued_at: time("03-02 10:00"),
      received_at: time("03-13 09:00"),
      actions: [{ due: "2026-03-20" }],
      attempts: [{ attempt: 1, received_at: time("03-03 08:00"), actions: [{ due: "2026-03-11" }] }],
    });
    const found = clocksOf(record, "countermeasure");
    expect(found.map((c) => [c.start, c.attempt, c.due])).toEqual([
      [time("03-03 08:00"), 1, "2026-03-06"],
      [time("03-13 09:00"), 2, "2026-03-18"],
    ]);
    expect(told(clocksOf(record, "implementation"))).toEqual(["03-11 late", "03-20 overdue"]);
    expect(clocksOf(record, "ack")[0]?.start).toBe(time("03-02 10:00"));
  });

  it("are issued and signed for anew when the effect was not proven", () => {
    const record = recordOf(
      "capa",
      [...first, "CAPA-07 03-13", "CAPA-10 05-06", "CAPA-03 05-07 09:00", "CAPA-04 05-08 09:00"],
      {
        issued_at: time("05-07 08:00"),
        received_at: time("05-08 08:00"),
        attempts: [{ attempt: 1, issued_at: time("03-02 10:00"), received_at: time("03-03 08:00") }],
      },
    );
    expect(clocksOf(record, "ack").map((c) => c.start)).toEqual([time("03-02 10:00"), time("05-07 08:00")]);
    expect(clocksOf(record, "countermeasure").map((c) => c.start)).toEqual([
      time("03-03 08:00"),
      time("05-08 08:00"),
    ]);
    expect(told(clocksOf(record, "verify"))).toEqual(["06-11 met"]);
  });

  it("are verified not before day 30 or three lots", () => {
    const record = recordOf("capa", [...first, "CAPA-07 03-13"], { completed_at: time("03-12 09:00") });
    expect(clocksOf(record, "verify")[0]?.not_before).toEqual({ day: "2026-04-11", lots: 3 });
  });
});

describe("reviews", () => {
  const asked = { "review.asked_departments": ["production", "pmc"] };
  it("that are given up are void for those who had not answered", () => {
    const record = recordOf(
      "order",
      ["ORD-01 03-02", "ORD-02 03-02", "ORD-05 03-02", "ORD-18 03-03 by P01", "ORD-03 03-04"],
      {
        ...asked,
        "review.opinions": [{ department: "production", reviewer: "P01", at: time("03-03") }],
      },
    );
    expect(clocksOf(record, "review").map((c) => [c.department, c.status])).toEqual([
      ["production", "met"],
      ["pmc", "void"],
    ]);
  });

  it("submitted again start again; whose the earlier opinion was, the record no longer says", () => {
    const record = recordOf(
      "order",
      [
        "ORD-01 03-02",
        "ORD-02 03-02",
        "ORD-05 03-02",
        "ORD-18 03-03 by P01",
        "ORD-03 03-04",
        "ORD-04 03-05",
        "ORD-05 03-05",
      ],
      asked,
    );
    expect(clocksOf(record, "review").map((c) => [c.department, c.status])).toEqual([
      [undefined, "met"],
      ["pmc", "void"],
      ["production", "overdue"],
      ["pmc", "overdue"],
    ]);
  });

  it("name the department where one person answers for two", () => {
    const record = recordOf(
      "order",
      ["ORD-01 03-02", "ORD-05 03-02", "ORD-18 03-03 09:00 by P01", "ORD-18 03-03 10:00 by P01"],
      {
        ...asked,
        "review.opinions": [
          { department: "pmc", reviewer: "P01", at: time("03-03 09:00") },
          { department: "production", reviewer: "P01", at: time("03-03 10:00") },
        ],
      },
    );
    expect(clocksOf(record, "review").map((c) => [c.department, c.ended])).toEqual([
      ["production", time("03-03 10:00")],
      ["pmc", time("03-03 09:00")],
    ]);
  });
});
