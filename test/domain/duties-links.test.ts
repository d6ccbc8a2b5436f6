import { describe, expect, it } from "vitest";
import { todoItems } from "../../src/domain/clocks/duties.ts";
import { unrecordedDuties } from "../../src/domain/clocks/duties-unrecorded.ts";
import { remindersOf } from "../../src/domain/clocks/reminders.ts";
import type { CaseRecord } from "../../src/domain/records/record.ts";
import { refusing } from "./calendar-tables.ts";
import { asOf, people, recordOf, row, sampleRecords, time } from "./clock-models.ts";

const named = (record: CaseRecord, id: string): CaseRecord => ({ ...record, id });
const todo = (...records: CaseRecord[]): string[] =>
  todoItems(records.map(row), asOf).map(({ record, event }) => `${record} ${event}`);

const onPathA = ["CMP-01 03-02", "CMP-02 03-02", "CMP-08 03-04"];
const path = { handling_path: "capa", capa_ids: ["CAPA-2026-001"] };
const complaint = (lines: readonly string[], fields = {}) =>
  named(recordOf("complaint", [...onPathA, ...lines], { ...path, ...fields }), "CMP-2026-001");
const capa = (lines: readonly string[], fields = {}) =>
  named(
    recordOf("capa", ["CAPA-01 03-02", "CAPA-02 03-02", "CAPA-03 03-02", "CAPA-04 03-03", ...lines], fields),
    "CAPA-2026-001",
  );

describe("complaint and CAPA together (3.12)", () => {
  const proposed = ["CAPA-05 03-05"];
  const confirmed = [...proposed, "CAPA-06 03-09", "CAPA-07 03-10"];
  const refused = [
    "CMP-10 03-05",
    "CMP-11 03-09",
    "CMP-12 03-10",
    "CMP-14 03-11",
    "CMP-15 03-11",
    "CMP-16 03-12",
    "CMP-19 03-16",
  ];
  const times = { proposed_at: time("03-05"), completed_at: time("03-09") };

  it("the complaint follows when the CAPA has its proposal, not before", () => {
    expect(todo(complaint([]), capa([]))).toEqual(["CAPA-2026-001 propose"]);
    expect(todo(complaint([]), capa(proposed, times))).toContain("CMP-2026-001 propose");
  });

  it("a refusal of the customer is carried over to the CAPA, the complaint waits for the new proposal", () => {
    const found = todo(complaint(refused), capa(confirmed, times));
    expect(found).toContain("CAPA-2026-001 customer_rejected");
    expect(found).not.toContain("CMP-2026-001 propose");
    const again = capa([...confirmed, "CAPA-13 03-16 14:00", "CAPA-05 03-18"], {
      proposed_at: time("03-18"),
    });
    expect(todo(complaint(refused), again)).toContain("CMP-2026-001 propose");
  });

  it("a refused confirmation is refused on the CAPA; confirmed already, its effect is not proven", () => {
    const inHouse = complaint(["CMP-10 03-05", "CMP-11 03-09", "CMP-13 03-10"]);
    expect(todo(inHouse, capa(confirmed.slice(0, 2), times))).toContain("CAPA-2026-001 reject");
    expect(todo(inHouse, capa(confirmed, times))).toContain("CAPA-2026-001 verify_ineffective");
    expect(todo(inHouse, capa([...confirmed, "CAPA-09 06-10"], times))).toEqual(["CAPA-2026-001 reopen"]);
  });

  it("what is judged not ours needs no CAPA", () => {
    expect(todo(complaint(["CMP-07 03-05"], { responsibility: "not_ours" }), capa([]))).toContain(
      "CAPA-2026-001 cancel",
    );
  });
});

describe("an order and its amendment", () => {
  const order = (lines: readonly string[], fields = {}) =>
    named(recordOf("order", ["ORD-01 03-02", "ORD-11 03-05", ...lines], fields), "ORD-2026-0001");
  const amendment = (...lines: string[]) =>
    named(recordOf("amendment", ["AMD-01 03-09", ...lines], { order_id: "ORD-2026-0001" }), "AMD-2026-001");

  it("the order takes part once both sides agree, and waits for how it ends", () => {
    expect(todo(order([]), amendment("AMD-03 03-10"))).toEqual(["AMD-2026-001 accept", "ORD-2026-0001 ship"]);
    expect(todo(order([]), amendment("AMD-03 03-10", "AMD-04 03-11"))).toContain(
      "ORD-2026-0001 open_amendment",
    );
    const amending = order(["ORD-12 03-11"], { amendment_id: "AMD-2026-001" });
    expect(todo(amending, amendment("AMD-03 03-10", "AMD-04 03-11"))).toEqual(["AMD-2026-001 distribute"]);
    expect(todo(amending, amendment("AMD-07 03-12", "AMD-09 03-13"))).toEqual([
      "ORD-2026-0001 apply_amendment",
    ]);
  });
});

describe("a questionnaire that came back", () => {
  it("waits to be counted in its wave", () => {
    const wave = (fields = {}) =>
      named(
        recordOf("survey_wave", ["SRV-01 11-02", "SRV-02 11-03"], { half_year: "2026H2", ...fields }),
        "SRV-2026H2",
      );
    const response = named(
      recordOf("survey_response", ["RSP-01 11-09"], { wave_id: "SRV-2026H2" }),
      "RSP-2026H2-001",
    );
    expect(todo(wave(), response)).toContain("SRV-2026H2 record_response");
    expect(todo(wave({ response_ids: ["RSP-2026H2-001"] }), response)).not.toContain(
      "SRV-2026H2 record_response",
    );
  });
});

describe("duties that have no record yet", () => {
  const rows = sampleRecords.map(row);
  const found = unrecordedDuties(rows, { ...asOf, people });

  it("the wave of the half-year (4.11.1)", () => {
    expect(found[0]).toMatchObject({
      record: null,
      kind: "survey_wave",
      period: "2026H2",
      event: "plan",
      due: "2026-12-31",
      status: "open",
      guideline: false,
    });
    const planned = row(recordOf("survey_wave", ["SRV-01 11-02"], { half_year: "2026H2" }));
    expect(unrecordedDuties([...rows, planned], { ...asOf, people }).map((item) => item.kind)).not.toContain(
      "survey_wave",
    );
  });

  it("a summary of the last month for each author who has none", () => {
    const written = row(recordOf("monthly_summary", ["MWS-01 11-03"], { month: "2026-10", author: "S02" }));
    const summaries = unrecordedDuties([...rows, written], { ...asOf, people }).slice(1);
    expect(
      summaries.map(({ persons, period, due, status, late }) => [persons[0], period, due, status, late]),
    ).toEqual(["S01", "S03", "S04", "S05"].map((id) => [id, "2026-10", "2026-11-06", "overdue", 12]));
  });

  it("none for a time before the first record", () => {
    expect(unrecordedDuties([], { ...asOf, people }).map((item) => item.kind)).toEqual(["survey_wave"]);
  });
});

describe("reminders of the day", () => {
  const rows = sampleRecords.map(row);
  const codes = (now: string, more = {}) =>
    remindersOf(rows, { ...asOf, now, ...more }).map((f) => [f.code, f.params]);

  it("the survey that has not been sent, and the calendar of the next year from November on", () => {
    expect(codes(asOf.now)).toEqual([
      ["survey-not-sent", { half_year: "2026H2", due: "2026-12-31" }],
      ["calendar-year-missing", { year: 2027, from: "2026-12-29", days: 3 }],
    ]);
    expect(codes(time("10-31")).map(([code]) => code)).toEqual(["survey-not-sent"]);
    expect(codes(time("03-02"))).toEqual([]);
  });

  it("a wave that is planned and not sent", () => {
    const planned = row(recordOf("survey_wave", ["SRV-01 11-02"], { half_year: "2026H2" }));
    expect(remindersOf([planned], { ...asOf, now: time("10-01") }).map((f) => f.params)).toEqual([
      { half_year: "2026H2", due: "2026-12-31" },
    ]);
  });

  it("a year that a running deadline needs", () => {
    const late = row(recordOf("inquiry", ["INQ-01 12-29", "INQ-03 12-30"]));
    expect(
      remindersOf([late], { ...asOf, now: time("12-30"), calendar: refusing }).map((f) => f.code),
    ).toContain("calendar-year-missing");
  });
});
