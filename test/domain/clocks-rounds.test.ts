import { describe, expect, it } from "vitest";
import { clocksOf, direct, recordOf, round, starts, time, told } from "./clock-models.ts";

describe("rounds of a complaint", () => {
  const two = [...direct, ...round, "CMP-19 03-17 11:00", "CMP-27 03-18 09:00", "CMP-10 03-20 16:00"];
  const fields = {
    handling_path: "direct",
    rounds: [
      {
        round: 1,
        received_at: time("03-05 07:30"),
        reply: { sent_at: time("03-12 10:45") },
        customer_response: { response: "rejected" },
      },
      { round: 2, received_at: time("03-18 08:30") },
    ],
  };

  it("each have their own countermeasure clock, with the times of their round", () => {
    const found = clocksOf(recordOf("complaint", two, fields), "countermeasure");
    expect(starts(found)).toEqual([
      ["03-05T07:30", 1, false],
      ["03-18T08:30", 2, false],
    ]);
    expect(told(found)).toEqual(["03-10 met", "03-23 met"]);
  });

  it("run from the refusal where the department did not sign for it", () => {
    const found = clocksOf(recordOf("complaint", two.slice(0, -2), fields), "countermeasure");
    expect(starts(found)).toEqual([
      ["03-05T07:30", 1, false],
      ["03-17T11:00", 2, true],
    ]);
  });

  it("have no clock of their own on path A, the CAPA has it", () => {
    const record = recordOf(
      "complaint",
      ["CMP-01 03-02", "CMP-02 03-02", "CMP-08 03-04", ...round.slice(1), "CMP-19 03-17"],
      { handling_path: "capa" },
    );
    expect(clocksOf(record, "countermeasure")).toEqual([]);
    expect(clocksOf(record, "ack")).toEqual([]);
  });

  it("get a new clock within the round when the confirmation is refused", () => {
    const record = recordOf(
      "complaint",
      [...direct, ...round.slice(0, 3), "CMP-13 03-11 10:00", "CMP-10 03-17 10:00"],
      {
        handling_path: "direct",
        rounds: [{ round: 1, countermeasure: [{ due: "2026-03-20" }] }],
      },
    );
    expect(told(clocksOf(record, "countermeasure"))).toEqual(["03-10 met", "03-16 late"]);
    expect(clocksOf(record, "countermeasure").map((c) => c.round)).toEqual([1, 1]);
    // The proposal that was refused is no longer in the record, nor when it was due.
    expect(told(clocksOf(record, "implementation"))).toEqual(["03-20 void", "03-20 overdue"]);
  });

  it("are not signed for anew by a late receipt after such a refusal", () => {
    const record = recordOf(
      "complaint",
      [...direct, "CMP-10 03-05", "CMP-11 03-10", "CMP-13 03-11 10:00", "CMP-27 03-12"],
      { handling_path: "direct" },
    );
    expect(starts(clocksOf(record, "countermeasure"))).toEqual([
      ["03-04T16:00", 1, true],
      ["03-11T10:00", 1, false],
    ]);
  });

  it("begin anew when an accepted case is opened again", () => {
    const again = [
      ...direct,
      ...round,
      "CMP-18 03-16",
      "CMP-21 03-17",
      "CMP-22 03-20",
      "CMP-26 05-06 09:00",
      "CMP-09 05-07 09:00",
      "CMP-27 05-07 10:00",
    ];
    const found = clocksOf(recordOf("complaint", again), "countermeasure");
    expect(starts(found)).toEqual([
      ["03-05T08:00", 1, false],
      ["05-07T10:00", 2, false],
    ]);
    expect(told(clocksOf(recordOf("complaint", again), "cause"))).toEqual(["03-05 met", "05-09 met"]);
  });

  it("leave a wished reply day behind once the first reply is sent", () => {
    const twice = [...two, "CMP-11 03-23", "CMP-12 03-24", "CMP-14 03-25 10:00"];
    const record = recordOf("complaint", twice, { ...fields, reply_requested_by: "2026-03-11" });
    expect(told(clocksOf(record, "reply"))).toEqual(["03-11 late", "03-26 overdue"]);
    const anew = recordOf("complaint", twice, { ...fields, reply_requested_by: "2026-03-25" });
    expect(told(clocksOf(anew, "reply"))).toEqual(["03-13 met", "03-25 overdue"]);
  });

  it("count a disputed case from its second call, not from the first", () => {
    const record = recordOf(
      "complaint",
      [
        "CMP-01 03-02",
        "CMP-04 03-02 10:00",
        "CMP-06 03-04",
        "CMP-15 03-05",
        "CMP-16 03-05",
        "CMP-20 03-10 10:00",
        "CMP-05 03-12",
      ],
      {
        "joint_analysis.called_at": time("03-10 09:00"),
      },
    );
    expect(starts(clocksOf(record, "joint"))).toEqual([
      ["03-02T10:00", undefined, false],
      ["03-10T09:00", undefined, false],
    ]);
    const kept = recordOf(
      "complaint",
      [
        "CMP-01 03-02",
        "CMP-04 03-02 10:00",
        "CMP-06 03-04",
        "CMP-15 03-05",
        "CMP-16 03-05",
        "CMP-20 03-10 10:00",
      ],
      {
        "joint_analysis.called_at": time("03-02 09:30"),
      },
    );
    expect(starts(clocksOf(kept, "joint")).map(([at]) => at)).toEqual(["03-02T09:30", "03-10T10:00"]);
  });
});
