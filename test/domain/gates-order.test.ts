import { describe, expect, it } from "vitest";
import { setAt } from "../../src/domain/records/paths.ts";
import type { CaseRecord, Json } from "../../src/domain/records/record.ts";
import { entryOf, recordOf } from "../support/case-builders.ts";
import { judges, levelsOf, person } from "../support/gate-cases.ts";

const order = (rest: Record<string, unknown>, state = "received", id = "ORD-2026-0012"): CaseRecord =>
  recordOf(id, state, { customer_id: "CUS-003", contract_form: "written", ...rest });
const customer = (state: string, rest = {}): CaseRecord => recordOf("CUS-003", state, rest);
const put = (record: CaseRecord, path: string, value: Json): CaseRecord =>
  setAt(record, path, value) as CaseRecord;

describe("taking in an order (4.1)", () => {
  const taken = (record: CaseRecord, others: CaseRecord[] = []) => ({
    step: "ORD-01",
    record,
    before: null,
    others,
  });
  judges("customer-on-the-list", [
    { name: "an active customer", ...taken(order({}), [customer("active")]), found: [] },
    {
      name: "a dormant one is shown",
      ...taken(order({}), [customer("dormant")]),
      found: ["customer-not-active customer_id"],
    },
    {
      name: "a closed one stops",
      ...taken(order({}), [customer("closed")]),
      found: ["customer-not-active customer_id"],
    },
    { name: "one that is not listed stops", ...taken(order({})), found: ["customer-not-listed customer_id"] },
  ]);
  it("a dormant customer warns, a closed one stops", () => {
    const level = (state: string) =>
      levelsOf("customer-on-the-list", { name: "", ...taken(order({}), [customer(state)]), found: [] });
    expect([level("dormant"), level("closed")]).toEqual([["warning"], ["error"]]);
  });
  it("an outreach entry may name a prospect, but no customer that does not exist", () => {
    const told = (id: string) => {
      const record: CaseRecord = {
        id: "OUT-2026-001",
        kind: "outreach",
        state: "logged",
        history: [],
        customer_id: id,
      };
      return levelsOf("customer-on-the-list", { name: "", step: "OUT-01", record, before: null, found: [] });
    };
    expect([told("展会客户"), told("CUS-099")]).toEqual([[], ["error"]]);
  });
  const framed = (contract: unknown) =>
    taken(order({}), [customer("active", contract ? { framework_contract: contract } : {})]);
  judges("framework-contract-valid", [
    {
      name: "R-4.3.3.1-01 a valid framework contract",
      ...framed({ no: "FC-1", valid_to: "2027-12-31" }),
      found: [],
    },
    {
      name: "none at all is shown",
      ...framed(undefined),
      found: ["no-valid-framework-contract framework_contract_no"],
    },
    {
      name: "so is one that has run out",
      ...framed({ no: "FC-1", valid_to: "2026-11-23" }),
      found: ["no-valid-framework-contract framework_contract_no"],
    },
    {
      name: "a verbal order needs none",
      ...taken(order({ contract_form: "verbal" }), [customer("active")]),
      found: [],
    },
  ]);
  const spoken = {
    caller: "采购员C",
    received_by: "S02",
    spoken_at: "2026-03-18T10:00:00+08:00",
    spoken_content: "x",
  };
  judges("verbal-record-started", [
    {
      name: "R-4.1.1-02 a verbal order starts its record",
      ...taken(order({ contract_form: "verbal", verbal_record: spoken })),
      found: [],
    },
    {
      name: "every empty field of it is missing",
      ...taken(order({ contract_form: "verbal" })),
      found: ["caller", "received_by", "spoken_at", "spoken_content"].map(
        (key) => `field-missing verbal_record.${key}`,
      ),
    },
    { name: "a written order has none", ...taken(order({})), found: [] },
  ]);
});

const TEN = [
  "stated",
  "implied",
  "obligations",
  "laws",
  "standards",
  "characteristics",
  "reliability",
  "transport",
  "support",
  "hse",
];
const requirements = Object.fromEntries(TEN.map((key) => [key, "无 / none: 标准件"]));

describe("determining the requirements (4.2.1, 4.3.2)", () => {
  const determined = (rest: Record<string, unknown>) => ({
    step: "ORD-02",
    record: order({ requirements, ...rest }),
  });
  const one = (text: unknown) => determined({ requirements: { ...requirements, implied: text } });
  judges("requirements-answered", [
    { name: "all ten are answered", ...determined({}), found: [] },
    { name: "a text passes, also one that begins with 无", ...one("无锐边"), found: [] },
    ...["无", "none", "None.", "无要求", "无特殊要求", "无 /"].map((text) => ({
      name: `"${text}" wants a reason`,
      ...one(text),
      found: ["none-needs-reason requirements.implied"],
    })),
    ...["无:标准件", "none: standard part", "无 / none: 标准件"].map((text) => ({
      name: `"${text}" has one`,
      ...one(text),
      found: [],
    })),
    { name: "an empty one is named", ...one(" "), found: ["requirement-unanswered requirements.implied"] },
    {
      name: "so is one that is missing",
      ...determined({ requirements: { ...requirements, hse: undefined } }),
      found: ["requirement-unanswered requirements.hse"],
    },
  ]);
  judges("special-questions-answered", [
    {
      name: "yes with a reason, no without",
      ...determined({ complex_process: { value: true, reason: "5 道" }, special_material: { value: false } }),
      found: [],
    },
    {
      name: "a yes without reason",
      ...determined({ complex_process: { value: true } }),
      found: ["field-missing complex_process.reason"],
    },
    {
      name: "neither yes nor no",
      ...determined({ special_material: { reason: "?" } }),
      found: ["field-missing special_material.value"],
    },
  ]);
  const classed = (order_class: string, complex: boolean) =>
    determined({ order_class, complex_process: { value: complex }, special_material: { value: false } });
  judges("order-class-fits", [
    { name: "special if the process is complex", ...classed("special", true), found: [] },
    {
      name: "routine does not fit then",
      ...classed("routine", true),
      found: ["class-does-not-fit order_class"],
    },
    {
      name: "special does not fit if nothing is",
      ...classed("special", false),
      found: ["class-does-not-fit order_class"],
    },
    { name: "sample may be said of it", ...classed("sample", false), found: [] },
  ]);
  const point = (rest: object) => ({ no: 1, point: "交期", raised_at: "2026-01-26T15:30:00+08:00", ...rest });
  const solved = { resolution: "改期", resolved_at: "2026-01-27T11:00:00+08:00", evidence: "mail" };
  judges("open-point-raised", [
    {
      name: "an open point leads to the customer",
      step: "ORD-03",
      record: order({ open_points: [point({})] }),
      found: [],
    },
    {
      name: "resolved ones do not",
      step: "ORD-03",
      record: order({ open_points: [point(solved)] }),
      found: ["no-open-point open_points"],
    },
  ]);
  judges("open-points-resolved", [
    {
      name: "R-4.3.2-02 resolved with evidence",
      step: "ORD-04",
      record: order({ open_points: [point(solved)] }),
      found: [],
    },
    {
      name: "without evidence",
      step: "ORD-04",
      record: order({ open_points: [point(solved), point({ ...solved, no: 2, evidence: "" })] }),
      found: ["open-point-unresolved open_points[1].evidence"],
    },
    { name: "no points at all", step: "ORD-06", record: order({}), found: [] },
  ]);
  const SIX = ["production", "pmc", "engineering", "quality", "purchasing", "warehouse"];
  const asked = (order_class: string, departments: string[], rest = {}) => ({
    step: "ORD-05",
    record: order({ order_class, review: { asked_departments: departments }, ...rest }),
  });
  const missing = ["departments-to-ask review.asked_departments"];
  judges("required-departments-asked", [
    { name: "routine: Sales alone", ...asked("routine", ["sales"]), found: [] },
    {
      name: "routine with Quality",
      ...asked("routine", ["sales", "quality"]),
      found: ["routine-asks-sales-only review.asked_departments"],
    },
    {
      name: "routine without Sales",
      ...asked("routine", ["quality"]),
      found: [...missing, "routine-asks-sales-only review.asked_departments"],
    },
    { name: "special: the six", ...asked("special", SIX), found: [] },
    { name: "special: more may be asked", ...asked("special", [...SIX, "finance"]), found: [] },
    {
      name: "special without Quality",
      ...asked(
        "special",
        SIX.filter((d) => d !== "quality"),
      ),
      found: missing,
    },
    { name: "a sample like a special one", ...asked("sample", ["sales"]), found: missing },
    { name: "a first order asks Finance", ...asked("special", SIX, { first_order: true }), found: missing },
    {
      name: "and passes with it",
      ...asked("special", [...SIX, "finance"], { first_order: true }),
      found: [],
    },
  ]);
});

const opinion = (department: string, rest: object = {}) => ({
  department,
  reviewer: "P01",
  opinion: "accept",
  at: "2026-03-19T11:00:00+08:00",
  ...rest,
});
const reviewed = (opinions: object[], rest: Record<string, unknown> = {}, asked = ["production", "pmc"]) =>
  order(
    {
      review: { asked_departments: asked, opinions, ...(rest["review"] as object) },
      ...Object.fromEntries(Object.entries(rest).filter(([key]) => key !== "review")),
    },
    "in_review",
  );

describe("the opinions of the departments (4.3.3.2)", () => {
  const both = [opinion("production"), opinion("pmc")];
  judges("departments-answered", [
    { name: "each once", step: "ORD-06", record: reviewed(both), found: [] },
    {
      name: "pmc has not answered",
      step: "ORD-06",
      record: reviewed(both.slice(0, 1)),
      found: ["department-has-not-answered review.opinions"],
    },
    {
      name: "pmc has answered twice",
      step: "ORD-06",
      record: reviewed([...both, opinion("pmc")]),
      found: ["department-answered-twice review.opinions"],
    },
    {
      name: "in an amendment as well",
      step: "AMD-04",
      record: recordOf("AMD-2026-004", "accepted", { asked_departments: ["pmc"] }),
      found: ["department-has-not-answered opinions"],
    },
  ]);
  judges("nobody-rejects", [
    { name: "all accept", step: "ORD-06", record: reviewed(both), found: [] },
    {
      name: "engineering refuses",
      step: "ORD-06",
      record: reviewed([opinion("engineering", { opinion: "reject" })]),
      found: ["department-rejects review.opinions"],
    },
  ]);
  const met = { by: "P01", at: "2026-03-20T10:00:00+08:00", evidence: "mail" };
  judges("conditions-met", [
    {
      name: "a condition that is met",
      step: "ORD-06",
      record: reviewed([opinion("pmc", { opinion: "conditional", condition_met: met })]),
      found: [],
    },
    {
      name: "one that is not",
      step: "ORD-06",
      record: reviewed([opinion("pmc", { opinion: "conditional" })]),
      found: ["condition-not-met review.opinions[0].condition_met"],
    },
  ]);
  const before = reviewed(both);
  judges("opinions-only-conditions-met", [
    {
      name: "condition_met may be added",
      step: "ORD-06",
      before,
      record: reviewed([both[0]!, { ...both[1]!, condition_met: met }]),
      found: [],
    },
    {
      name: "an opinion may not be changed",
      step: "ORD-06",
      before,
      record: reviewed([both[0]!, { ...both[1]!, opinion: "not_applicable" }]),
      found: ["opinion-is-theirs review.opinions[1]"],
    },
    {
      name: "nor added, nor dropped",
      step: "ORD-06",
      before,
      record: reviewed([]),
      found: ["opinion-is-theirs review.opinions[0]", "opinion-is-theirs review.opinions[1]"],
    },
  ]);

  const people = [
    person("P01", "production", "dept_head", "dept_reviewer"),
    person("S01", "sales", "sales_manager"),
    person("S02", "sales", "salesperson"),
    { ...person("C01", "pmc", "dept_reviewer"), deputy_for: [{ person: "P01" }] },
  ];
  const given = (
    by: string,
    role: string,
    opinions: object[],
    ...[earlier = [], asked = ["production", "sales"]]: [object[]?, string[]?]
  ) => ({
    step: "ORD-18",
    by,
    role,
    people,
    before: reviewed(earlier, {}, asked),
    record: reviewed(opinions, {}, asked),
  });
  judges("own-department-asked", [
    {
      name: "the department was asked",
      ...given("P01", "dept_reviewer", [opinion("production")]),
      found: [],
    },
    {
      name: "Finance was not asked",
      ...given("P01", "dept_reviewer", [opinion("production")], [], ["quality"]),
      found: ["department-not-asked review.opinions"],
    },
    {
      name: "it has answered already",
      ...given("P01", "dept_reviewer", [opinion("production")], [opinion("production")]),
      found: ["department-answered-already review.opinions"],
    },
    {
      name: "a salesperson answers for Sales",
      ...given("S02", "salesperson", [opinion("sales")]),
      found: [],
    },
    {
      name: "and for nobody else",
      ...given("S02", "salesperson", [opinion("production")], [], ["production"]),
      found: ["department-not-asked review.opinions"],
    },
    {
      name: "a deputy speaks for the absent",
      ...given("C01", "dept_reviewer", [opinion("production", { reviewer: "C01" })]),
      found: [],
    },
  ]);
  judges("own-opinion-only", [
    { name: "one opinion, one's own", ...given("P01", "dept_reviewer", [opinion("production")]), found: [] },
    {
      name: "not that of another department",
      ...given("P01", "dept_reviewer", [opinion("sales")]),
      found: ["opinion-of-another review.opinions[0]"],
    },
    {
      name: "not in another's name",
      ...given("P01", "dept_reviewer", [opinion("production", { reviewer: "E01" })]),
      found: ["opinion-of-another review.opinions[0]"],
    },
    {
      name: "not two at once",
      ...given("P01", "dept_reviewer", [opinion("production"), opinion("production")]),
      found: ["opinion-of-another review.opinions[0]"],
    },
    {
      name: "earlier ones stay",
      ...given(
        "P01",
        "dept_reviewer",
        [opinion("sales", { opinion: "reject" }), opinion("production")],
        [opinion("sales")],
      ),
      found: ["opinion-of-another review.opinions[0]"],
    },
  ]);
  const answered = (department: string, items?: object) =>
    given("P01", "dept_reviewer", [opinion(department, items ? { items } : {})]);
  const rows: [string, string][] = [
    ["production", "capacity"],
    ["pmc", "capacity"],
    ["engineering", "technical"],
    ["quality", "inspection"],
    ["purchasing", "material_stock"],
    ["warehouse", "material_stock"],
    ["finance", "cost"],
  ];
  judges("opinion-items-answered", [
    ...rows.map(([department, item]) => ({
      name: `${department} answers ${item}`,
      ...answered(department, { [item]: "enough" }),
      found: [],
    })),
    ...rows.map(([department, item]) => ({
      name: `${department} without it`,
      ...answered(department),
      found: [`opinion-item-missing review.opinions[-1].items.${item}`],
    })),
    {
      name: "the warehouse may answer its finished stock, also 0",
      ...answered("warehouse", { product_stock: 0 }),
      found: [],
    },
    { name: "Sales has nothing to count", ...answered("sales"), found: [] },
  ]);
  const commented = (rest: object) => given("P01", "dept_reviewer", [opinion("production", rest)]);
  judges("opinion-commented", [
    { name: "accept needs no comment", ...commented({}), found: [] },
    ...["conditional", "reject"].map((one) => ({
      name: `${one} needs one`,
      ...commented({ opinion: one }),
      found: ["opinion-without-comment review.opinions[-1].comment"],
    })),
    { name: "and passes with it", ...commented({ opinion: "reject", comment: "模具不足" }), found: [] },
  ]);
});

describe("concluding, approving, signing (4.3.2, 4.3.3.1)", () => {
  const concluded = (path: string, value: Json, form = "verbal") => ({
    step: "ORD-06",
    record: put(order({ contract_form: form }), path, value),
  });
  judges("content-confirmed-with-customer", [
    {
      name: "by whom, when, with whom",
      ...concluded("review.content_confirmed", {
        by: "S02",
        at: "2026-03-20T10:00:00+08:00",
        customer_person: "采购员C",
      }),
      found: [],
    },
    {
      name: "the customer's person, if missing, is named by the engine",
      ...concluded("review.content_confirmed", { by: "S02", at: "2026-03-20T10:00:00+08:00" }),
      found: [],
    },
    {
      name: "the time is missing",
      ...concluded("review.content_confirmed", { by: "S02", customer_person: "采购员C" }),
      found: ["field-missing review.content_confirmed.at"],
    },
  ]);
  judges("read-back-agreed", [
    {
      name: "R-4.3.3.1-03 read back and agreed",
      ...concluded("verbal_record.read_back.agreed", true),
      found: [],
    },
    {
      name: "read back, not agreed",
      ...concluded("verbal_record.read_back.agreed", false),
      found: ["read-back-not-agreed verbal_record.read_back.agreed"],
    },
    {
      name: "not read back",
      ...concluded("packaging", "x"),
      found: ["read-back-not-agreed verbal_record.read_back.agreed"],
    },
    { name: "a written order is not read back", ...concluded("packaging", "x", "written"), found: [] },
  ]);
  judges("delivery-possible", [
    {
      name: "on time and to quality",
      ...concluded("review", { can_deliver_on_time: true, can_deliver_to_quality: true }),
      found: [],
    },
    {
      name: "neither",
      ...concluded("review", { can_deliver_on_time: false, can_deliver_to_quality: false }),
      found: ["must-be-true review.can_deliver_on_time", "must-be-true review.can_deliver_to_quality"],
    },
  ]);
  judges("conclusion-accepts", [
    ...["accept", "accept_after_change"].map((one) => ({
      name: `${one} passes`,
      ...concluded("review.conclusion", one),
      found: [],
    })),
    {
      name: "decline is another event",
      ...concluded("review.conclusion", "decline"),
      found: ["conclusion-does-not-accept review.conclusion"],
    },
  ]);
  const declined = (at: string) => ({
    step: "ORD-07",
    at: "2026-11-16T10:00:00+08:00",
    record: put(order({}), "decline.customer_informed_at", at),
  });
  judges("customer-informed-first", [
    { name: "told before", ...declined("2026-11-16T09:40:00+08:00"), found: [] },
    {
      name: "tell the customer first",
      ...declined("2026-11-16T10:40:00+08:00"),
      found: ["customer-not-informed decline.customer_informed_at"],
    },
  ]);
  judges("order-lawful-complete-clear", [
    {
      name: "R-3.1-07 all three",
      ...concluded("review", { legality: true, completeness: true, clarity: true }),
      found: [],
    },
    {
      name: "completeness is answered no",
      ...concluded("review", { legality: true, completeness: false, clarity: true }),
      found: ["must-be-true review.completeness"],
    },
  ]);
  const approving = (by: string) => {
    const before = order(
      {
        history: [
          { ...entryOf("conclude_review", "2026-03-20T15:00:00+08:00"), by: "S02" },
          { ...entryOf("return_review", "2026-03-20T16:00:00+08:00"), by: "S01" },
        ],
      },
      "reviewed",
    );
    return { step: "ORD-08", by, before, record: { ...before, state: "approved" } };
  };
  judges("approver-did-not-conclude", [
    { name: "another person approves", ...approving("S01"), found: [] },
    { name: "G-07 the same is shown", ...approving("S02"), found: ["approver-concluded review.approved_by"] },
  ]);
  it("G-07 warns, it does not stop", () => {
    expect(levelsOf("approver-did-not-conclude", { name: "", ...approving("S02"), found: [] })).toEqual([
      "warning",
    ]);
  });
  const signed = (concludedAt: string | null, rest: Record<string, unknown> = {}) => ({
    step: "ORD-10",
    record: put(
      order({ sign: { at: "2026-03-23T10:00:00+08:00", stamped: true }, ...rest }),
      "review.concluded_at",
      concludedAt,
    ),
  });
  judges("review-concluded-before-signing", [
    { name: "R-4.3.1-01 reviewed, then signed", ...signed("2026-03-20T15:00:00+08:00"), found: [] },
    { name: "signed at the minute of the conclusion", ...signed("2026-03-23T10:00:00+08:00"), found: [] },
    {
      name: "signed before",
      ...signed("2026-03-23T11:00:00+08:00"),
      found: ["not-reviewed-yet review.concluded_at"],
    },
    { name: "never reviewed", ...signed(null), found: ["not-reviewed-yet review.concluded_at"] },
  ]);
  judges("stamped", [
    { name: "with the stamp", ...signed(null), found: [] },
    { name: "without", ...signed(null, { sign: { stamped: false } }), found: ["must-be-true sign.stamped"] },
  ]);
  const followed = (written_followup: unknown, form = "verbal") =>
    signed(null, { contract_form: form, verbal_record: { written_followup } });
  const unsettled = ["written-follow-up-missing verbal_record.written_followup"];
  judges("written-follow-up-settled", [
    { name: "G-24 received", ...followed({ received_at: "2026-03-23T09:00:00+08:00" }), found: [] },
    { name: "waived with a reason", ...followed({ waived: true, reason: "老客户" }), found: [] },
    { name: "waived without", ...followed({ waived: true }), found: unsettled },
    { name: "nothing", ...followed(undefined), found: unsettled },
    { name: "a written order needs none", ...followed(undefined, "written"), found: [] },
  ]);
});

describe("production, delivery, the end (5.9, 4.4)", () => {
  const FIVE = ["production", "pmc", "quality", "purchasing", "warehouse"];
  const line = (rest: object = {}) => ({
    line: 1,
    part_no: "HJ-2201",
    quantity: 5000,
    drawing_rev: "C",
    delivery_date: "2026-04-10",
    ...rest,
  });
  const issued = (departments: string[], notice: object[] = [], lines: object[] = [line()]) => ({
    step: "ORD-11",
    record: order(
      {
        lines,
        production_notice: { receivers: departments.map((department) => ({ department })), lines: notice },
      },
      "in_production",
    ),
  });
  judges("all-receivers-listed", [
    { name: "R-5.9-01 the five", ...issued(FIVE), found: [] },
    {
      name: "Purchasing is missing",
      ...issued(FIVE.filter((d) => d !== "purchasing")),
      found: ["receivers-missing production_notice.receivers"],
    },
  ]);
  judges("notice-repeats-the-order", [
    {
      name: "only what both state is compared",
      ...issued(FIVE, [{ part_no: "HJ-2201", quantity: 5000, due: "2026-04-10", finish: "钝化" }]),
      found: [],
    },
    {
      name: "another quantity and day",
      ...issued(FIVE, [{ quantity: 4000, due: "2026-04-11" }]),
      found: [
        "notice-differs production_notice.lines[0].quantity",
        "notice-differs production_notice.lines[0].due",
      ],
    },
    {
      name: "a line is missing",
      ...issued(FIVE, [{ quantity: 5000 }], [line(), line()]),
      found: ["notice-line-count production_notice.lines"],
    },
    { name: "no notice yet", ...issued(FIVE), found: [] },
  ]);
  const amendment = (state: string, rest: object = {}) =>
    recordOf("AMD-2026-004", state, { order_id: "ORD-2026-0012", ...rest });
  const amending = (step: string, ...others: CaseRecord[]) => ({
    step,
    others,
    record: order({ amendment_id: "AMD-2026-004" }, "amending"),
  });
  const notIn = ["amendment-not-in-state amendment_id"];
  judges("amendment-agreed", [
    ...["accepted", "distributed", "documents_updated"].map((state) => ({
      name: `${state} may be opened`,
      ...amending("ORD-12", amendment(state)),
      found: [],
    })),
    ...["negotiating", "closed", "withdrawn"].map((state) => ({
      name: `${state} may not`,
      ...amending("ORD-12", amendment(state)),
      found: notIn,
    })),
    {
      name: "an amendment of another order",
      ...amending("ORD-12", amendment("accepted", { order_id: "ORD-2026-0001" })),
      found: ["amendment-of-another-order amendment_id"],
    },
  ]);
  judges("amendment-closed", [
    { name: "closed", ...amending("ORD-13", amendment("closed")), found: [] },
    {
      name: "still waiting for pmc",
      ...amending("ORD-13", amendment("distributed", { distribution: [{ department: "pmc" }] })),
      found: notIn,
    },
  ]);
  judges("amendment-withdrawn", [
    { name: "withdrawn", ...amending("ORD-14", amendment("withdrawn")), found: [] },
    { name: "not yet", ...amending("ORD-14", amendment("accepted")), found: notIn },
  ]);
  const base = order(
    { lines: [line()], payment_terms: "月结60天", packaging: "吸塑盒", amendment_id: "AMD-2026-004" },
    "amending",
  );
  const applied = (change: object, path: string, value: Json) => ({
    step: "ORD-13",
    before: base,
    record: put(base, path, value),
    others: [amendment("closed", { changes: [change] })],
  });
  const fields: [string, string, Json, Json][] = [
    ["quantity", "lines[0].quantity", 5000, 6000],
    ["delivery_date", "lines[0].delivery_date", "2026-04-10", "2026-04-20"],
    ["specification", "lines[0].drawing_rev", "C", "D"],
    ["payment", "payment_terms", "月结60天", "月结30天"],
    ["packaging", "packaging", "吸塑盒", "纸箱"],
  ];
  judges("amendment-applied", [
    ...fields.map(([item, path, before, after]) => ({
      name: `${item} is carried out`,
      ...applied({ item, line: 1, before, after }, path, after),
      found: [],
    })),
    ...fields.map(([item, path, before, after]) => ({
      name: `${item} is not`,
      ...applied({ item, line: 1, before, after }, "remark", "x"),
      found: [`change-not-carried-out ${path}`],
    })),
    {
      name: "line 1 was changed since",
      ...applied({ item: "quantity", line: 1, before: 4000, after: 6000 }, "lines[0].quantity", 6000),
      found: ["changed-since lines[0].quantity"],
    },
    {
      name: "a cancelled line has quantity 0",
      ...applied({ item: "cancel_line", line: 1, before: 5000, after: 0 }, "lines[0].quantity", 0),
      found: [],
    },
    {
      name: "process and other are only noted",
      ...applied({ item: "process", before: "a", after: "b" }, "remark", "x"),
      found: [],
    },
    {
      name: "a line that the order does not have",
      ...applied({ item: "quantity", line: 7, before: 1, after: 2 }, "remark", "x"),
      found: ["change-without-line lines"],
    },
  ]);
  const shipping = (quantity: number | undefined, ...others: CaseRecord[]) => ({
    step: "ORD-15",
    others,
    record: order({ lines: [line()], delivery: { quantity } }, "delivered"),
  });
  judges("no-amendment-open", [
    { name: "none", ...shipping(5000, amendment("closed"), amendment("rejected")), found: [] },
    {
      name: "one is negotiated",
      ...shipping(5000, amendment("negotiating")),
      found: ["amendment-open amendment_id"],
    },
  ]);
  judges("full-quantity-delivered", [
    { name: "in full", ...shipping(5000), found: [] },
    { name: "short is shown", ...shipping(4800), found: ["short-delivery delivery.quantity"] },
    { name: "not counted", ...shipping(undefined), found: [] },
  ]);
  const closing = (note: string | undefined, ...others: CaseRecord[]) => ({
    step: "ORD-16",
    others,
    record: order({}, "closed"),
    ...(note === undefined ? {} : { note }),
  });
  const complaint = (state: string) => recordOf("CMP-2026-003", state, { order_id: "ORD-2026-0012" });
  judges("no-open-complaint-or-return", [
    ...["completed", "archived", "voided"].map((state) => ({
      name: `a complaint ${state} is done`,
      ...closing(undefined, complaint(state)),
      found: [],
    })),
    {
      name: "CMP-2026-003 is open",
      ...closing(undefined, complaint("replied")),
      found: ["case-on-order-open closed_at"],
    },
    {
      name: "named in the note it is carried over",
      ...closing("CMP-2026-003 结转", complaint("replied")),
      found: [],
    },
    {
      name: "another number that begins alike is not",
      ...closing("CMP-2026-0031", complaint("replied")),
      found: ["case-on-order-open closed_at"],
    },
    {
      name: "an open return stops as well",
      ...closing(undefined, recordOf("RET-2026-001", "issued", { order_id: "ORD-2026-0012" })),
      found: ["case-on-order-open closed_at"],
    },
  ]);
  const cancelled = (state: string, initiator: string, evidence?: string) => ({
    step: "ORD-17",
    before: order({}, state),
    record: order({ cancel: { initiator, customer_evidence: evidence } }, "cancelled"),
  });
  const unproven = ["cancel-without-agreement cancel.customer_evidence"];
  judges("agreement-evidence-given", [
    { name: "the company before signing", ...cancelled("reviewed", "company"), found: [] },
    { name: "the customer before signing", ...cancelled("reviewed", "customer"), found: unproven },
    { name: "the customer with evidence", ...cancelled("reviewed", "customer", "mail"), found: [] },
    ...["signed", "in_production", "amending"].map((state) => ({
      name: `${state}: both sides, whoever asks`,
      ...cancelled(state, "company"),
      found: unproven,
    })),
  ]);

  const people = [person("P01", "production", "dept_head"), person("F01", "finance", "dept_head")];
  const noticed = (receivers: object[], then: object[], by = "P01", step = "ORD-19") => {
    const record = (rows: object[]): CaseRecord =>
      step === "ORD-19"
        ? order({ production_notice: { receivers: rows } }, "in_production")
        : recordOf("AMD-2026-004", "distributed", { distribution: rows });
    return { step, by, role: "dept_head", people, before: record(receivers), record: record(then) };
  };
  const open = { department: "production" };
  const done = { department: "production", by: "P01", at: "2026-03-24T09:30:00+08:00" };
  judges("own-department-receives", [
    { name: "R-5.9-01 not signed yet", ...noticed([open], [done]), found: [] },
    {
      name: "no receiver",
      ...noticed([open], [done], "F01"),
      found: ["department-receives-nothing production_notice.receivers"],
    },
    {
      name: "signed already",
      ...noticed([done], [done]),
      found: ["department-signed-already production_notice.receivers"],
    },
    {
      name: "R-4.4.2-01 an amendment is signed for in the same way",
      ...noticed([{ ...open, ack_at: "2026-03-24T09:30:00+08:00" }], [], "P01", "AMD-12"),
      found: ["department-signed-already distribution"],
    },
  ]);
  judges("own-receipt-only", [
    {
      name: "who and when of the own department",
      ...noticed([open, { department: "pmc" }], [done, { department: "pmc" }]),
      found: [],
    },
    {
      name: "not that of another",
      ...noticed([open, { department: "pmc" }], [open, { ...done, department: "pmc" }]),
      found: ["receipt-of-another production_notice.receivers[1]"],
    },
    {
      name: "not in another's name",
      ...noticed([open], [{ ...done, by: "F01" }]),
      found: ["receipt-of-another production_notice.receivers[0]"],
    },
    {
      name: "not the department itself",
      ...noticed([open], [{ ...done, department: "finance" }]),
      found: ["receipt-of-another production_notice.receivers[0]"],
    },
    {
      name: "none is added",
      ...noticed([open], [done, { department: "finance" }]),
      found: ["receipt-of-another production_notice.receivers[1]"],
    },
  ]);
});
