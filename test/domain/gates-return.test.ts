import { describe, expect, it } from "vitest";
import type { CaseRecord } from "../../src/domain/records/record.ts";
import { recordOf } from "../support/case-builders.ts";
import { judges, levelsOf } from "../support/gate-cases.ts";

const goods = (rest: Record<string, unknown>, state = "requested"): CaseRecord =>
  recordOf("RET-2026-002", state, {
    customer_id: "CUS-003",
    lines: [{ quantity_announced: 100 }, { quantity_announced: 20 }],
    ...rest,
  });
const complaint = (customer: string): CaseRecord =>
  recordOf("CMP-2026-003", "registered", { customer_id: customer });
const received = (quantity: number, rest = {}) => ({ receipt: { quantity_received: quantity, ...rest } });
const line = (disposition: string, quantity: number, rest = {}) => ({
  disposition,
  quantity,
  approved_by: "Q01",
  ...rest,
});

describe("customer returns (4.9)", () => {
  judges("complaint-or-reason", [
    {
      name: "the complaint of the same customer passes",
      step: "RET-01",
      record: goods({ complaint_id: "CMP-2026-003" }),
      before: null,
      others: [complaint("CUS-003")],
      found: [],
    },
    {
      name: "a reason why there is none passes",
      step: "RET-01",
      record: goods({ no_complaint_reason: "样品退回" }),
      before: null,
      found: [],
    },
    {
      name: "neither is missing",
      step: "RET-01",
      record: goods({}),
      before: null,
      found: ["return-without-complaint complaint_id"],
    },
    {
      name: "another customer's complaint is refused",
      step: "RET-01",
      record: goods({ complaint_id: "CMP-2026-003" }),
      before: null,
      others: [complaint("CUS-001")],
      found: ["complaint-of-another-customer complaint_id"],
    },
    {
      name: "a complaint that does not exist is left to INV-21",
      step: "RET-01",
      record: goods({ complaint_id: "CMP-2026-099" }),
      before: null,
      found: [],
    },
  ]);
  judges("quantity-difference-explained", [
    { name: "as announced", step: "RET-04", record: goods(received(120)), found: [] },
    {
      name: "R-4.9-02 a difference of 2 is explained",
      step: "RET-04",
      record: goods(received(118)),
      found: ["difference-unexplained receipt.difference_note"],
    },
    {
      name: "explained it passes",
      step: "RET-04",
      record: goods(received(118, { difference_note: "客户多报 2" })),
      found: [],
    },
    { name: "without a count there is nothing to judge", step: "RET-04", record: goods({}), found: [] },
  ]);
  const told = (at: string, notified: string) =>
    goods({ receipt: { received_at: at }, quality_notified_at: notified });
  judges("quality-notified-same-day", [
    {
      name: "the same day in the company's zone",
      step: "RET-04",
      record: told("2026-03-02T00:10:00+08:00", "2026-03-01T23:50:00Z"),
      found: [],
    },
    {
      name: "R-4.9-03 the next day is late",
      step: "RET-04",
      record: told("2026-03-02T14:00:00+08:00", "2026-03-03T09:00:00+08:00"),
      found: ["quality-notified-late quality_notified_at"],
    },
  ]);
  it("INV-15: a late notice is a warning, no stop", () => {
    const record = told("2026-03-02T14:00:00+08:00", "2026-03-03T09:00:00+08:00");
    expect(levelsOf("quality-notified-same-day", { name: "", step: "RET-04", record, found: [] })).toEqual([
      "warning",
    ]);
  });

  const inspected = (ok: number, ng: number, result: string, rest = {}) =>
    goods(
      { ...received(ok + ng), inspection: { quantity_ok: ok, quantity_ng: ng, result }, ...rest },
      "received",
    );
  judges("inspected-quantities-add-up", [
    {
      name: "good and defective make what was received",
      step: "RET-05",
      record: inspected(20, 98, "partly_ng"),
      found: [],
    },
    {
      name: "2 pieces are missing",
      step: "RET-05",
      record: inspected(20, 98, "partly_ng", received(120)),
      found: ["inspected-quantity-differs inspection.quantity_ng"],
    },
  ]);
  const misfit = ["inspection-result-does-not-fit inspection.result"];
  judges("inspection-result-fits", [
    ...["ok", "not_our_product", "undetermined"].map((result) => ({
      name: `nothing defective: ${result} fits`,
      step: "RET-05",
      record: inspected(5, 0, result),
      found: [],
    })),
    ...["confirmed_ng", "partly_ng"].map((result) => ({
      name: `nothing defective: ${result} does not`,
      step: "RET-05",
      record: inspected(5, 0, result),
      found: misfit,
    })),
    { name: "nothing good: ok does not fit", step: "RET-05", record: inspected(0, 5, "ok"), found: misfit },
    {
      name: "nothing good: confirmed_ng fits",
      step: "RET-05",
      record: inspected(0, 5, "confirmed_ng"),
      found: [],
    },
  ]);

  const disposed = (lines: object[], rest = {}) =>
    goods({ ...received(118), dispositions: lines, ...rest }, "inspected");
  judges("dispositions-add-up", [
    {
      name: "20 scrap and 98 rework make 118",
      step: "RET-06",
      record: disposed([line("scrap", 20), line("rework", 98)]),
      found: [],
    },
    {
      name: "98 of 118 are disposed of",
      step: "RET-06",
      record: disposed([line("rework", 98)]),
      found: ["disposition-quantity-differs dispositions"],
    },
  ]);
  const approved = { concession: { approved_by: "Q01" } };
  judges("concession-approved", [
    { name: "rework needs none", step: "RET-06", record: disposed([line("rework", 118)]), found: [] },
    ...["use_as_is", "repair"].map((kind) => ({
      name: `INV-16 ${kind} needs an approval`,
      step: "RET-06",
      record: disposed([line(kind, 118)]),
      found: ["concession-missing concession.approved_by"],
    })),
    {
      name: "approved it passes",
      step: "RET-06",
      record: disposed([line("use_as_is", 118)], approved),
      found: [],
    },
    {
      name: "goods that go back need the customer's consent",
      step: "RET-06",
      record: disposed([line("repair", 100), line("return_to_customer", 18)], approved),
      found: ["concession-missing concession.customer_consent"],
    },
    {
      name: "so do repaired goods that are returned",
      step: "RET-07",
      record: disposed([line("repair", 118)], { ...approved, remedy: [{ remedy: "repair_return" }] }),
      found: ["concession-missing concession.customer_consent"],
    },
    {
      name: "with consent they go",
      step: "RET-07",
      record: disposed([line("repair", 118)], {
        concession: { approved_by: "Q01", customer_consent: "mail" },
        remedy: [{ remedy: "repair_return" }],
      }),
      found: [],
    },
  ]);
  const back = (result: string, responsibility: string) =>
    disposed([line("return_to_customer", 118)], { inspection: { result }, responsibility });
  judges("return-to-customer-allowed", [
    { name: "good goods may go back", step: "RET-06", record: back("ok", "ours"), found: [] },
    {
      name: "what is not our product may go back",
      step: "RET-06",
      record: back("not_our_product", "ours"),
      found: [],
    },
    {
      name: "what is not our fault may go back",
      step: "RET-06",
      record: back("confirmed_ng", "not_ours"),
      found: [],
    },
    {
      name: "our own defect may not",
      step: "RET-06",
      record: back("confirmed_ng", "ours"),
      found: ["must-not-go-back dispositions"],
    },
    { name: "nothing goes back", step: "RET-06", record: disposed([line("scrap", 118)]), found: [] },
  ]);

  const firm = disposed([line("scrap", 20), line("hold", 98)]);
  const then = (lines: object[]) => ({ step: "RET-09", before: firm, record: disposed(lines) });
  judges("only-results-recorded", [
    {
      name: "done, re-inspected, with a reference",
      ...then([
        line("scrap", 20, { done_at: "2026-03-12T10:00:00+08:00", reference: "MR-1", reinspection: "OK" }),
        line("hold", 98),
      ]),
      found: [],
    },
    {
      name: "a hold becomes final lines of the same sum",
      ...then([line("scrap", 20), line("rework", 90), line("scrap", 8)]),
      found: [],
    },
    {
      name: "of another sum it does not",
      ...then([line("scrap", 20), line("rework", 90)]),
      found: ["disposition-changed dispositions[1]"],
    },
    {
      name: "nor another hold",
      ...then([line("scrap", 20), line("rework", 90), line("hold", 8)]),
      found: ["disposition-changed dispositions[1]"],
    },
    {
      name: "what was decided stays",
      ...then([line("rework", 20), line("hold", 98)]),
      found: ["disposition-changed dispositions[0]"],
    },
    {
      name: "nothing is added beside",
      ...then([line("scrap", 20), line("hold", 98), line("scrap", 1)]),
      found: ["disposition-changed dispositions[2]"],
    },
  ]);
  const done = { done_at: "2026-03-12T10:00:00+08:00" };
  judges("dispositions-finished", [
    { name: "all done", step: "RET-07", record: disposed([line("scrap", 118, done)]), found: [] },
    {
      name: "a hold is never final",
      step: "RET-07",
      record: disposed([line("hold", 118, done)]),
      found: ["disposition-not-final dispositions[0]"],
    },
    {
      name: "the second is not done",
      step: "RET-07",
      record: disposed([line("scrap", 20, done), line("sort", 98)]),
      found: ["disposition-not-done dispositions[1].done_at"],
    },
  ]);
  judges("rework-reinspected", [
    ...["rework", "repair", "sort"].map((kind) => ({
      name: `${kind} is inspected again`,
      step: "RET-07",
      record: disposed([line(kind, 118, done)]),
      found: ["reinspection-missing dispositions[0].reinspection"],
    })),
    { name: "scrap is not", step: "RET-07", record: disposed([line("scrap", 118, done)]), found: [] },
    {
      name: "with a result it passes",
      step: "RET-07",
      record: disposed([line("rework", 118, { ...done, reinspection: "OK" })]),
      found: [],
    },
  ]);
});
