/** Returns, meetings, customers, inquiries, amendments taken against the grain (3.3, 3.4, 3.6, 3.10, 3.15, 3.17). */
import { describe, expect, it } from "vitest";
import type { Json, Kind } from "../../src/domain/records/record.ts";
import { codes, recordsBefore, stepOf, timeline, tryStep } from "../support/timeline.ts";

const NOW = "2026-11-24T17:30:00+08:00";
const end = () => recordsBefore("none", 1);
type Set = Record<string, Json>;

/** A step of the example with some of its values changed. */
function told(record: string, event: string, change: Set, by?: string): string[] {
  const nth = timeline.filter((line) => line.record === record).findIndex((line) => line.event === event) + 1;
  const line = timeline.find((one) => one.record === record && one.event === event);
  if (line === undefined) throw new Error(`the example has no ${record} ${event}`);
  const step = stepOf(line);
  const actor = by === undefined ? { by: line.by, role: line.role } : { by };
  const trial = { ...actor, at: line.at, set: { ...step.set, ...change }, kind: line.kind as Kind };
  return codes(tryStep(recordsBefore(record, nth), record, event, trial));
}

describe("a return (4.9)", () => {
  const received = (change: Set, by?: string) => told("RET-2026-001", "receive", change, by);
  const receipt = timeline.find((one) => one.record === "RET-2026-001" && one.event === "receive")?.set[
    "receipt"
  ];
  const goods = receipt as Record<string, Json>;

  it("is taken in by the warehouse alone, with tag and place (R-4.9-02)", () => {
    expect(received({})).toEqual([]);
    expect(received({}, "S05")).toEqual(["role-not-held"]);
    expect(received({ receipt: { ...goods, tag_no: null, location: "" } })).toEqual([
      "field-missing receipt.location",
      "field-missing receipt.tag_no",
    ]);
  });

  it.each<[string, Set, string]>([
    [
      "received before the slip was given",
      { receipt: { ...goods, received_at: "2026-02-20T15:00:00+08:00" } },
      "time-before receipt.received_at",
    ],
    [
      "received tomorrow",
      { receipt: { ...goods, received_at: "2026-03-03T15:00:00+08:00" } },
      "later-than-step receipt.received_at",
    ],
    [
      "a difference nobody explains",
      { receipt: { ...goods, quantity_received: 1, difference_note: null } },
      "difference-unexplained receipt.difference_note",
    ],
    ["signed by somebody else", { receipt: { ...goods, by: "S05" } }, "another-person receipt.by"],
    ["inspected in the same breath", { "inspection.quantity_ok": 1 }, "not-owned inspection.quantity_ok"],
  ])("%s: refused", (_name, change, expected) => {
    expect(received(change)).toContain(expected);
  });

  it("is not inspected before it came, nor with quantities that do not add up (INV-14)", () => {
    const inspection = { report_no: "RI-1", quantity_ok: 1, quantity_ng: 1, result: "confirmed_ng" };
    expect(told("RET-2026-001", "inspect", { inspection })).toEqual([
      "inspected-quantity-differs inspection.quantity_ng",
    ]);
    const early = { "inspection.at": "2026-03-01T09:00:00+08:00" };
    expect(told("RET-2026-001", "inspect", early)).toContain("time-before inspection.at");
  });

  it("is disposed of whole, after the inspection, by Quality (RET-06)", () => {
    const line = { disposition: "scrap", quantity: 1, done_at: "2026-03-01T09:00:00+08:00" };
    expect(told("RET-2026-001", "dispose", { dispositions: [line] })).toEqual([
      "disposition-quantity-differs dispositions",
      "time-before dispositions[0].done_at",
    ]);
    expect(told("RET-2026-001", "dispose", {}, "W01")).toEqual(["role-not-held"]);
  });
});

describe("a standardisation meeting (4.8)", () => {
  it("is held by the management representative, in the past, on its own cases", () => {
    expect(told("STD-2026-003", "hold", {}, "Q01")).toEqual(["role-not-held"]);
    expect(told("STD-2026-003", "hold", { held_at: "2026-06-04T14:00:00+08:00" })).toEqual([
      "later-than-step held_at",
    ]);
    expect(
      told("STD-2026-003", "hold", { attendees: [{ staff: "M01", department: "gm_office" }] }),
    ).toContain("department-not-present attendees");
    expect(told("STD-2026-003", "hold", { decisions: [] })).toContain("field-missing decisions");
    expect(told("STD-2026-003", "hold", { cases: ["CMP-2026-001"] })).toEqual(["not-owned cases"]);
  });

  it("records of a decision only that it is done, by its owner", () => {
    expect(told("STD-2026-003", "record_decision", {}, "W01")).toContain("decision-of-another decisions[0]");
    expect(told("STD-2026-003", "record_decision", { "decisions[0].text": "另写" })).toContain(
      "decision-changed decisions[0]",
    );
    expect(
      told("STD-2026-003", "record_decision", { "decisions[0].done_at": "2027-01-01T09:00:00+08:00" }),
    ).toContain("later-than-step decisions[0].done_at");
  });
});

describe("what the forms call required and only a gate can ask (2.7, 2.8)", () => {
  it("an inquiry about an order says which", () => {
    expect(told("INQ-2026-001", "register", { order_id: null })).toEqual(["field-missing order_id"]);
    expect(told("INQ-2026-003", "register", { order_id: null })).toEqual(["field-missing order_id"]);
    expect(told("INQ-2026-002", "register", {})).toEqual([]);
  });

  it("an amendment says who wishes it: our department, or the customer's channel (R-4.4.1-01)", () => {
    expect(told("AMD-2026-002", "propose", { initiator_department: null })).toEqual([
      "field-missing initiator_department",
    ]);
    expect(told("AMD-2026-005", "propose", { channel: null })).toEqual(["field-missing channel"]);
  });
});

describe("days and names that cannot be", () => {
  it("a customer's data are not checked tomorrow, and a short name stands for one (CUS-01, CUS-02)", () => {
    const review = (set: Set) => codes(tryStep(end(), "CUS-001", "review", { by: "S01", at: NOW, set }));
    expect(review({})).toEqual([]);
    expect(review({ updated_at: "2026-11-25" })).toEqual(["later-than-step updated_at"]);
    const name = String(end().get("CUS-002")?.["short_name"]);
    expect(review({ short_name: name })).toEqual(["short-name-taken short_name"]);
  });

  it("a talk that has not taken place is not logged (OUT-01)", () => {
    const line = timeline.find((one) => one.kind === "outreach");
    expect(told(line?.record ?? "", "log", { date: "2027-01-01" })).toEqual(["later-than-step date"]);
  });

  it("who is not on the list is named once, not twice (INV-21)", () => {
    expect(told("ORD-2026-0001", "receive", { customer_id: "CUS-099" })).toEqual([
      "customer-not-listed customer_id",
    ]);
  });
});
