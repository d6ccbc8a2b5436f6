import { describe, expect, it } from "vitest";
import type { CaseRecord } from "../../src/domain/records/record.ts";
import { recordOf } from "../support/case-builders.ts";
import { judges, levelsOf } from "../support/gate-cases.ts";

const questions = [
  { key: "Q1", weight: 60, department: "quality" },
  { key: "Q2", weight: 40, department: "pmc" },
];
const wave = (rest: Record<string, unknown> = {}, state = "collecting", id = "SRV-2026H1"): CaseRecord =>
  recordOf(id, state, {
    half_year: id.slice(4),
    questions,
    recipients: [{ customer_id: "CUS-001" }, { customer_id: "CUS-002" }],
    ...rest,
  });
const response = (
  id: string,
  customer: string,
  rest: Record<string, unknown> = {},
  state = "recorded",
): CaseRecord =>
  recordOf(id, state, { wave_id: "SRV-2026H1", customer_id: customer, scores: { Q1: 4, Q2: 5 }, ...rest });

describe("a survey wave (4.11)", () => {
  judges("one-wave-a-half-year", [
    { name: "R-4.11.1-01 the only one", step: "SRV-01", before: null, record: wave(), found: [] },
    {
      name: "the half-year has one already",
      step: "SRV-01",
      before: null,
      record: wave(),
      others: [wave({}, "sent", "SRV-2026H1X")].map((one) => ({ ...one, half_year: "2026H1" })),
      found: ["wave-exists half_year"],
    },
  ]);
  judges("weights-add-to-100", [
    { name: "100", step: "SRV-01", record: wave(), found: [] },
    {
      name: "thirds add up as well",
      step: "SRV-01",
      record: wave({ questions: [{ weight: 33.3 }, { weight: 33.3 }, { weight: 33.4 }] }),
      found: [],
    },
    {
      name: "90",
      step: "SRV-01",
      record: wave({ questions: [{ weight: 50 }, { weight: 40 }] }),
      found: ["weights-do-not-add-up questions"],
    },
  ]);
  judges("send-date-in-half-year", [
    { name: "the last day", step: "SRV-01", record: wave({ planned_send_date: "2026-06-30" }), found: [] },
    {
      name: "the day after",
      step: "SRV-01",
      record: wave({ planned_send_date: "2026-07-01" }),
      found: ["outside-half-year planned_send_date"],
    },
  ]);
  judges("sent-in-half-year", [
    {
      name: "late in the evening of the last day",
      step: "SRV-02",
      record: wave({ sent_at: "2026-06-30T23:59:00+08:00" }),
      found: [],
    },
    {
      name: "after midnight",
      step: "SRV-02",
      record: wave({ sent_at: "2026-07-01T00:01:00+08:00" }),
      found: ["outside-half-year sent_at"],
    },
  ]);
  const customer = (id: string, main = true, state = "active") =>
    recordOf(id, state, { main_customer: main });
  const sent = (rest: object, ...others: CaseRecord[]) => ({
    step: "SRV-02",
    record: wave(rest as Record<string, unknown>),
    others,
  });
  judges("main-customers-asked-or-left-out", [
    { name: "all are asked", ...sent({}, customer("CUS-001"), customer("CUS-002")), found: [] },
    {
      name: "CUS-009 is neither asked nor left out",
      ...sent({}, customer("CUS-009")),
      found: ["main-customer-forgotten recipients"],
    },
    {
      name: "left out without reason",
      ...sent({ left_out: [{ customer_id: "CUS-009" }] }, customer("CUS-009")),
      found: ["main-customer-forgotten recipients"],
    },
    {
      name: "left out with reason",
      ...sent({ left_out: [{ customer_id: "CUS-009", reason: "停产" }] }, customer("CUS-009")),
      found: [],
    },
    {
      name: "others need not be asked",
      ...sent({}, customer("CUS-009", false), customer("CUS-010", true, "dormant")),
      found: [],
    },
  ]);
  const counted = (before: string[], after: string[], ...others: CaseRecord[]) => ({
    step: "SRV-03",
    before: wave({ response_ids: before }),
    record: wave({ response_ids: after }),
    others,
  });
  judges("response-counts", [
    {
      name: "R-4.11.1-02 a recipient's form",
      ...counted([], ["RSP-2026H1-001"], response("RSP-2026H1-001", "CUS-001")),
      found: [],
    },
    {
      name: "of another wave",
      ...counted([], ["RSP-2025H2-001"], response("RSP-2025H2-001", "CUS-001", { wave_id: "SRV-2025H2" })),
      found: ["response-of-another-wave response_ids"],
    },
    {
      name: "of no recipient",
      ...counted([], ["RSP-2026H1-001"], response("RSP-2026H1-001", "CUS-009")),
      found: ["not-a-recipient response_ids"],
    },
    {
      name: "a second valid one",
      ...counted(
        [],
        ["RSP-2026H1-002"],
        response("RSP-2026H1-001", "CUS-001"),
        response("RSP-2026H1-002", "CUS-001"),
      ),
      found: ["customer-has-answered response_ids"],
    },
    {
      name: "in place of a superseded one",
      ...counted(
        ["RSP-2026H1-001"],
        ["RSP-2026H1-001", "RSP-2026H1-002"],
        response("RSP-2026H1-001", "CUS-001", {}, "superseded"),
        response("RSP-2026H1-002", "CUS-001"),
      ),
      found: [],
    },
    {
      name: "none is dropped",
      ...counted(["RSP-2026H1-001"], [], response("RSP-2026H1-001", "CUS-001")),
      found: ["response-dropped response_ids"],
    },
  ]);
  const one = response("RSP-2026H1-001", "CUS-001");
  const reminded = (reminded_customers: string[]) => ({
    step: "SRV-04",
    record: wave({ reminded_customers, response_ids: [one.id] }),
    others: [one],
  });
  judges("reminded-are-missing", [
    { name: "who has not answered", ...reminded(["CUS-002"]), found: [] },
    { name: "who has", ...reminded(["CUS-001"]), found: ["reminded-without-need reminded_customers"] },
    {
      name: "who was not asked",
      ...reminded(["CUS-009"]),
      found: ["reminded-without-need reminded_customers"],
    },
  ]);
  const closed = (rest: object) => ({
    step: "SRV-05",
    record: wave({ target_return_rate: 0.9, response_ids: [one.id], ...rest }, "closed"),
    others: [one],
  });
  const chased = {
    recipients: [
      { customer_id: "CUS-001" },
      { customer_id: "CUS-002", reminded_at: ["2026-06-15T09:30:00+08:00"] },
    ],
  };
  const shown = ["return-rate-unexplained low_return_explanation"];
  judges("low-return-explained", [
    {
      name: "R-4.11.1-03 50 % without a reminder",
      ...closed({ low_return_explanation: "休假" }),
      found: shown,
    },
    { name: "reminded, not explained", ...closed(chased), found: shown },
    { name: "reminded and explained", ...closed({ ...chased, low_return_explanation: "休假" }), found: [] },
    { name: "the target is met", ...closed({ target_return_rate: 0.5 }), found: [] },
  ]);
  it("G-17: a missed target is a warning", () => {
    expect(levelsOf("low-return-explained", { name: "", ...closed({}), found: [] })).toEqual(["warning"]);
  });
  judges("limits-set", [
    {
      name: "both",
      step: "SRV-06",
      record: wave({ lower_limit_overall: 85, lower_limit_item: 0 }),
      found: [],
    },
    {
      name: "G-18 set the limits first",
      step: "SRV-06",
      record: wave(),
      found: ["limit-not-set lower_limit_overall", "limit-not-set lower_limit_item"],
    },
  ]);
  const low = [
    { what: "overall", key: "overall" },
    { what: "item", key: "Q2" },
  ];
  const capa = (department: string, rest: object = {}, state = "opened", id = "CAPA-2026-007") =>
    recordOf(id, state, {
      source: { type: "survey", id: "SRV-2026H1" },
      responsible_department: department,
      ...rest,
    });
  const analysed = (step: string, ...others: CaseRecord[]) => ({
    step,
    record: wave({ analysis: { below_limit: low, capa_ids: others.map((c) => c.id) } }, "analysed"),
    others,
  });
  judges("something-below-limit", [
    { name: "two are", ...analysed("SRV-07"), found: [] },
    {
      name: "nothing is",
      step: "SRV-07",
      record: wave({ analysis: { below_limit: [] } }),
      found: ["nothing-below-limit analysis.below_limit"],
    },
  ]);
  judges("capas-come-from-this-wave", [
    { name: "R-4.11.2-05 it does", ...analysed("SRV-07", capa("pmc")), found: [] },
    {
      name: "of another wave",
      ...analysed("SRV-07", capa("pmc", { source: { type: "survey", id: "SRV-2025H2" } })),
      found: ["capa-not-of-this-wave analysis.capa_ids"],
    },
    {
      name: "of a complaint",
      ...analysed("SRV-07", capa("pmc", { source: { type: "complaint", id: "SRV-2026H1" } })),
      found: ["capa-not-of-this-wave analysis.capa_ids"],
    },
  ]);
  judges("below-limit-covered", [
    {
      name: "an item by a CAPA to the department of its question",
      ...analysed("SRV-08", capa("pmc")),
      found: [],
    },
    {
      name: "no CAPA to pmc",
      ...analysed("SRV-08", capa("quality")),
      found: ["below-limit-uncovered analysis.capa_ids"],
    },
    {
      name: "none at all",
      ...analysed("SRV-08"),
      found: ["below-limit-uncovered analysis.capa_ids", "below-limit-uncovered analysis.capa_ids"],
    },
    {
      name: "a cancelled one covers nothing",
      ...analysed("SRV-08", capa("pmc", {}, "cancelled")),
      found: ["below-limit-uncovered analysis.capa_ids", "below-limit-uncovered analysis.capa_ids"],
    },
  ]);
  judges("wave-capas-closed", [
    { name: "closed", ...analysed("SRV-09", capa("pmc", {}, "closed")), found: [] },
    {
      name: "R-4.11.2-07 still confirmed",
      ...analysed("SRV-09", capa("pmc", {}, "confirmed")),
      found: ["wave-capa-open analysis.capa_ids"],
    },
  ]);
});

describe("a filled questionnaire (5.2)", () => {
  const recorded = (rest: Record<string, unknown> = {}, state = "collecting", ...others: CaseRecord[]) => ({
    step: "RSP-01",
    before: null,
    record: response("RSP-2026H1-002", "CUS-001", rest),
    others: [wave({}, state), ...others],
  });
  judges("wave-collecting", [
    ...["sent", "collecting"].map((state) => ({
      name: `${state} takes it`,
      ...recorded({}, state),
      found: [],
    })),
    ...["planned", "closed", "analysed"].map((state) => ({
      name: `${state} does not`,
      ...recorded({}, state),
      found: ["wave-takes-no-responses wave_id"],
    })),
  ]);
  judges("customer-is-recipient", [
    { name: "asked", ...recorded(), found: [] },
    { name: "not asked", ...recorded({ customer_id: "CUS-009" }), found: ["not-a-recipient customer_id"] },
  ]);
  judges("scores-complete", [
    { name: "whole numbers 1 to 5, null for N/A", ...recorded({ scores: { Q1: 1, Q2: null } }), found: [] },
    {
      name: "a blank question is a gap, which the wave's rules count",
      ...recorded({ scores: { Q1: 5 } }),
      found: [],
    },
    ...[0, 6, 4.5, "4"].map((score) => ({
      name: `${JSON.stringify(score)} is no score`,
      ...recorded({ scores: { Q1: score } }),
      found: ["score-not-allowed scores.Q1"],
    })),
    {
      name: "a question that was not asked",
      ...recorded({ scores: { Q9: 4 } }),
      found: ["unknown-question scores.Q9"],
    },
  ]);
  const first = response("RSP-2026H1-001", "CUS-001");
  judges("second-form-corrects", [
    { name: "the first form", ...recorded(), found: [] },
    {
      name: "a second one is refused",
      ...recorded({}, "collecting", first),
      found: ["customer-has-answered corrects"],
    },
    {
      name: "unless it names the one it replaces",
      ...recorded({ corrects: first.id }, "collecting", first),
      found: [],
    },
    {
      name: "of the same customer",
      ...recorded({ corrects: "RSP-2026H1-009" }, "collecting", response("RSP-2026H1-009", "CUS-002")),
      found: ["corrects-another-form corrects"],
    },
    {
      name: "one superseded already does not count",
      ...recorded({}, "collecting", { ...first, state: "superseded" }),
      found: [],
    },
  ]);
  const superseded = (form: CaseRecord, state = "collecting") => ({
    step: "RSP-02",
    record: { ...first, superseded_by: form.id },
    others: [wave({}, state), form],
  });
  judges("wave-not-analysed", [
    { name: "collected, not analysed", ...superseded(first, "closed"), found: [] },
    { name: "analysed", ...superseded(first, "analysed"), found: ["wave-analysed-already superseded_by"] },
  ]);
  judges("correcting-form-fits", [
    {
      name: "the form that corrects it",
      ...superseded(response("RSP-2026H1-002", "CUS-001", { corrects: first.id })),
      found: [],
    },
    {
      name: "one that corrects nothing",
      ...superseded(response("RSP-2026H1-002", "CUS-001")),
      found: ["does-not-correct superseded_by"],
    },
    {
      name: "one of another customer",
      ...superseded(response("RSP-2026H1-002", "CUS-002", { corrects: first.id })),
      found: ["corrects-another-form superseded_by"],
    },
  ]);
});

describe("the monthly summary (5.6)", () => {
  const summary = (id: string, author: string): CaseRecord => ({
    id,
    kind: "monthly_summary",
    state: "draft",
    history: [],
    month: "2026-10",
    author,
  });
  const drafted = (...others: CaseRecord[]) => ({
    step: "MWS-01",
    before: null,
    record: summary("MWS-2026-10-002", "S02"),
    others,
  });
  judges("one-summary-a-month", [
    {
      name: "R-5.6-01 another author's does not count",
      ...drafted(summary("MWS-2026-10-001", "S03")),
      found: [],
    },
    {
      name: "the author has one already",
      ...drafted(summary("MWS-2026-10-001", "S02")),
      found: ["summary-exists month"],
    },
  ]);
  judges("month-is-over", [
    {
      name: "on the first of the next month",
      step: "MWS-02",
      at: "2026-11-01T00:00:00+08:00",
      record: summary("MWS-2026-10-001", "S02"),
      found: [],
    },
    {
      name: "not on its last day",
      step: "MWS-02",
      at: "2026-10-31T23:59:00+08:00",
      record: summary("MWS-2026-10-001", "S02"),
      found: ["month-not-over month"],
    },
  ]);
});
