import { describe, expect, it } from "vitest";
import type { CaseRecord } from "../../src/domain/records/record.ts";
import { recordOf } from "../support/case-builders.ts";
import { judges, levelsOf } from "../support/gate-cases.ts";

const amendment = (rest: Record<string, unknown>, state = "proposed", id = "AMD-2026-004"): CaseRecord =>
  recordOf(id, state, { order_id: "ORD-2026-0013", initiator: "company", ...rest });
const order = (state: string, rest = {}): CaseRecord => recordOf("ORD-2026-0013", state, rest);

describe("amending an order (4.4)", () => {
  const proposed = (...others: CaseRecord[]) => ({
    step: "AMD-01",
    before: null,
    record: amendment({}),
    others,
  });
  judges("order-signed", [
    ...["signed", "in_production"].map((state) => ({
      name: `R-4.4.1-01 ${state} is amended`,
      ...proposed(order(state)),
      found: [],
    })),
    ...["in_review", "amending", "delivered"].map((state) => ({
      name: `${state} is not`,
      ...proposed(order(state)),
      found: ["order-not-signed order_id"],
    })),
  ]);
  judges("no-other-amendment-open", [
    { name: "the only one", ...proposed(amendment({}, "closed", "AMD-2026-003")), found: [] },
    {
      name: "another is open",
      ...proposed(amendment({}, "reviewing", "AMD-2026-003")),
      found: ["another-amendment-open order_id"],
    },
  ]);
  it("a second open amendment is a warning", () => {
    const told = { name: "", ...proposed(amendment({}, "reviewing", "AMD-2026-003")), found: [] };
    expect(levelsOf("no-other-amendment-open", told)).toEqual(["warning"]);
  });

  const asked = (asked_departments: string[]) => ({
    step: "AMD-02",
    record: amendment({ asked_departments, initiator_department: "purchasing" }, "reviewing"),
  });
  judges("other-departments-asked", [
    {
      name: "R-4.4.1-03 one besides the proposing department",
      ...asked(["purchasing", "quality"]),
      found: [],
    },
    {
      name: "the proposing department alone",
      ...asked(["purchasing"]),
      found: ["nobody-else-asked asked_departments"],
    },
    { name: "nobody", ...asked([]), found: ["nobody-else-asked asked_departments"] },
  ]);
  const negotiated = (initiator: string, state: string) => ({
    step: "AMD-03",
    before: amendment({ initiator }, state),
    record: amendment({ initiator }, "negotiating"),
  });
  judges("reviewed-before-negotiating", [
    { name: "the company may negotiate at once", ...negotiated("company", "proposed"), found: [] },
    {
      name: "a customer change is reviewed first",
      ...negotiated("customer", "proposed"),
      found: ["review-customer-change-first negotiation"],
    },
    { name: "and then negotiated", ...negotiated("customer", "reviewing"), found: [] },
  ]);
  const accepted = (initiator: string, state: string, rest: Record<string, unknown>) => ({
    step: "AMD-04",
    before: amendment({ initiator }, state),
    record: amendment({ initiator, ...rest }, "accepted"),
  });
  const yes = { customer_acceptance: { accepted: true } };
  const opinions = (...given: string[]) => ({
    opinions: given.map((opinion) => ({ department: "pmc", opinion })),
  });
  judges("customer-accepted-amendment", [
    { name: "R-4.4.1-02 negotiated and accepted", ...accepted("company", "negotiating", yes), found: [] },
    {
      name: "the customer has not accepted",
      ...accepted("company", "negotiating", {}),
      found: ["customer-has-not-accepted customer_acceptance"],
    },
    {
      name: "the company cannot skip the negotiation",
      ...accepted("company", "reviewing", yes),
      found: ["negotiate-first customer_acceptance"],
    },
    {
      name: "the customer's own change, everybody accepts",
      ...accepted("customer", "reviewing", opinions("accept", "not_applicable")),
      found: [],
    },
    {
      name: "with a condition it is negotiated",
      ...accepted("customer", "reviewing", opinions("conditional")),
      found: ["opinion-does-not-accept customer_acceptance"],
    },
    {
      name: "negotiated, it is accepted with the condition",
      ...accepted("customer", "negotiating", { ...opinions("conditional"), ...yes }),
      found: [],
    },
  ]);
  const first = { negotiation: [{ content: "a" }], changes: [{ item: "quantity", after: 6000 }] };
  const countered = (rest: object) => ({
    step: "AMD-05",
    before: amendment(first, "negotiating"),
    record: amendment({ ...first, ...rest }, "reviewing"),
  });
  judges("counter-proposal-recorded", [
    {
      name: "told and written into the changes",
      ...countered({
        negotiation: [{ content: "a" }, { content: "b" }],
        changes: [{ item: "quantity", after: 5500 }],
      }),
      found: [],
    },
    {
      name: "neither",
      ...countered({}),
      found: ["no-counter-proposal negotiation", "no-counter-proposal changes"],
    },
  ]);
  const refused = (rest: object) => ({ step: "AMD-06", record: amendment({ ...rest }, "rejected") });
  judges("somebody-refused", [
    { name: "the customer", ...refused({ customer_acceptance: { accepted: false } }), found: [] },
    { name: "a department", ...refused(opinions("accept", "reject")), found: [] },
    {
      name: "nobody",
      ...refused(opinions("accept")),
      found: ["nobody-refused customer_acceptance.accepted"],
    },
  ]);

  const sent_at = "2026-07-22T16:00:00+08:00";
  const to = (...departments: string[]) => departments.map((department) => ({ department, sent_at }));
  const FIVE = ["production", "pmc", "quality", "purchasing", "warehouse"];
  const distributed = (distribution: object[], notice?: string[]) => ({
    step: "AMD-07",
    record: amendment({ distribution }, "distributed"),
    others: [
      order(
        "amending",
        notice ? { production_notice: { receivers: notice.map((department) => ({ department })) } } : {},
      ),
    ],
  });
  judges("notice-holders-addressed", [
    {
      name: "R-4.4.2-01 who holds the notice gets the amendment",
      ...distributed(to("production", "finance"), ["production", "finance"]),
      found: [],
    },
    {
      name: "Finance holds it too",
      ...distributed(to("production"), ["production", "finance"]),
      found: ["holder-not-addressed distribution"],
    },
    { name: "without a notice the five", ...distributed(to(...FIVE)), found: [] },
    {
      name: "each of them",
      ...distributed(to(...FIVE.slice(1))),
      found: ["holder-not-addressed distribution"],
    },
    {
      name: "each with its time",
      ...distributed([...to(...FIVE.slice(1)), { department: "production" }]),
      found: ["field-missing distribution[4].sent_at"],
    },
  ]);
  const changing = (document_changes: object[], affects = true) => ({
    step: "AMD-08",
    record: amendment({ affects_product_requirement: affects, document_changes }, "documents_updated"),
  });
  judges("product-requirement-affected", [
    { name: "R-4.4.3-01 a product requirement is changed", ...changing([]), found: [] },
    {
      name: "none is",
      ...changing([], false),
      found: ["product-requirement-not-affected affects_product_requirement"],
    },
  ]);
  judges("document-revisions-named", [
    { name: "old and new", ...changing([{ document: "WI-1", from_rev: "B", to_rev: "C" }]), found: [] },
    {
      name: "the old revision is missing",
      ...changing([{ document: "WI-1", to_rev: "C" }]),
      found: ["revision-missing document_changes[0].from_rev"],
    },
    { name: "a new document has none", ...changing([{ document: "WI-9", to_rev: "A/0" }]), found: [] },
    {
      name: "document and revision are needed",
      ...changing([{}]),
      found: ["document", "to_rev", "from_rev"].map((key) => `revision-missing document_changes[0].${key}`),
    },
  ]);
  const closing = (state: string, rest: Record<string, unknown>) => ({
    step: "AMD-09",
    before: amendment(rest, state),
    record: amendment(rest, "closed"),
  });
  judges("every-addressee-acknowledged", [
    {
      name: "all have",
      ...closing("distributed", { distribution: [{ department: "pmc", ack_at: sent_at }] }),
      found: [],
    },
    {
      name: "the warehouse has not",
      ...closing("distributed", {
        distribution: [{ department: "pmc", ack_at: sent_at }, { department: "warehouse" }],
      }),
      found: ["addressee-has-not-acknowledged distribution"],
    },
  ]);
  judges("documents-updated-first", [
    {
      name: "nothing to update",
      ...closing("distributed", { affects_product_requirement: false }),
      found: [],
    },
    {
      name: "documents first",
      ...closing("distributed", { affects_product_requirement: true }),
      found: ["documents-first document_changes"],
    },
    { name: "updated", ...closing("documents_updated", { affects_product_requirement: true }), found: [] },
  ]);
});

describe("inquiries (4.5.2, 4.7)", () => {
  const inquiry = (rest: Record<string, unknown>) => recordOf("INQ-2026-006", "open", rest);
  judges("agreement-recorded", [
    {
      name: "R-4.7-01 a service request ends with an agreement",
      step: "INQ-02",
      record: inquiry({ type: "service_request" }),
      found: ["field-missing agreement"],
    },
    {
      name: "recorded",
      step: "INQ-02",
      record: inquiry({ type: "service_request", agreement: "提供安装指导" }),
      found: [],
    },
    { name: "other inquiries have none", step: "INQ-02", record: inquiry({ type: "quotation" }), found: [] },
  ]);
  const promised = (promised_by: string) => ({
    step: "INQ-03",
    at: "2026-06-18T11:00:00+08:00",
    record: inquiry({ deferred: { promised_by } }),
  });
  judges("promise-not-past", [
    { name: "R-4.5.2-02 today is no past", ...promised("2026-06-18"), found: [] },
    { name: "yesterday is", ...promised("2026-06-17"), found: ["promise-in-the-past deferred.promised_by"] },
  ]);
  const converted = (customer: string | undefined, ...others: CaseRecord[]) => ({
    step: "INQ-06",
    record: inquiry({ customer_id: customer, converted_to: others[0]?.id }),
    others,
  });
  const complaint = recordOf("CMP-2026-010", "registered", { customer_id: "CUS-005" });
  judges("converted-record-fits", [
    { name: "a complaint of the same customer", ...converted("CUS-005", complaint), found: [] },
    { name: "who asked was not listed", ...converted(undefined, complaint), found: [] },
    {
      name: "another customer's",
      ...converted("CUS-001", complaint),
      found: ["converted-of-another-customer converted_to"],
    },
    {
      name: "a CAPA is no conversion",
      ...converted("CUS-005", recordOf("CAPA-2026-001", "opened")),
      found: ["converted-into-nothing converted_to"],
    },
  ]);
});
