/** Gates of a complaint until its path is chosen: one row a branch (specification 3.17, CMP-01 to 09, 25, 31). */
import { describe, expect, it } from "vitest";
import { complaintGates as gates } from "../../src/domain/gates/gates-complaint.ts";
import { inputOf, judged, recordOf, type Told } from "../support/case-builders.ts";

type Rest = Record<string, unknown>;
const complaint = (rest: Rest = {}, state = "registered") =>
  recordOf("CMP-2026-020", state, {
    customer_id: "CUS-001",
    received_at: "2026-06-10T09:00:00+08:00",
    ...rest,
  });
const goods = { order_id: "ORD-2026-0001", part_no: "HJ-2201", product_name: "铰链", lot_no: "unknown" };

describe("registering names the goods and what is wrong with them (R-4.6.1-01)", () => {
  it.each<[string, Rest, string[]]>([
    ["a complaint about quality with everything", { category: "product_quality", ...goods }, []],
    ["a complaint about delivery needs no goods", { category: "delivery" }, []],
    [
      "a complaint about packaging without goods",
      { category: "packaging" },
      ["order_id", "part_no", "product_name", "lot_no"].map((path) => `field-missing ${path}`),
    ],
    [
      "a lot that nobody has named",
      { category: "compliance", ...goods, lot_no: "" },
      ["field-missing lot_no"],
    ],
  ])("%s", (_, rest, expected) => {
    expect(judged(gates["product-identified"], { step: "CMP-01", record: complaint(rest) })).toEqual(
      expected,
    );
  });

  it.each<[string, Rest, string[]]>([
    [
      "quality with defect and quantity",
      { category: "product_quality", defect_type: "rust", quantity_complained: 0 },
      [],
    ],
    [
      "quality without either",
      { category: "product_quality" },
      ["field-missing defect_type", "field-missing quantity_complained"],
    ],
    ["a shortage without the quantity", { category: "quantity" }, ["field-missing quantity_complained"]],
    ["service needs neither", { category: "service" }, []],
  ])("%s", (_, rest, expected) => {
    expect(judged(gates["defect-described"], { step: "CMP-01", record: complaint(rest) })).toEqual(expected);
  });

  it("leaves the customer to the step's own needs where they ask for it", () => {
    expect(
      judged(gates["customer-named"], { step: "CMP-01", record: recordOf("CMP-2026-020", "registered") }),
    ).toEqual([]);
    const given = inputOf({ step: "CMP-01", record: recordOf("CMP-2026-020", "registered") });
    const bare = { ...given, step: { ...given.step, needs: [] } };
    expect(gates["customer-named"](bare)).toMatchObject([
      { code: "field-missing", path: "customer_id", blame: "missing" },
    ]);
  });

  const order = (customer: string) => recordOf("ORD-2026-0001", "closed", { customer_id: customer });
  it.each<[string, Told["others"], Rest, string[]]>([
    ["an order of the customer", [order("CUS-001")], goods, []],
    ["an order of somebody else", [order("CUS-002")], goods, ["order-of-another-customer order_id"]],
    ["an order that is not known", [order("CUS-002")], { order_id: "unknown" }, []],
    ["no order", [order("CUS-002")], {}, []],
    ["an order that does not exist is judged as a reference", [], goods, []],
  ])("%s (INV-21)", (_, others, rest, expected) => {
    const told: Told = { step: "CMP-01", record: complaint(rest), ...(others ? { others } : {}) };
    expect(judged(gates["order-of-the-customer"], told)).toEqual(expected);
  });
});

describe("repeats within the window", () => {
  const same = { part_no: "HJ-2201", defect_type: "plating_peel" };
  const earlier = recordOf("CMP-2026-001", "archived", { ...same, received_at: "2026-02-12T09:00:00+08:00" });

  it("shows an earlier complaint as a warning at registration, with its number", () => {
    const found = gates["earlier-complaints-shown"](
      inputOf({ step: "CMP-01", before: null, record: complaint(same), others: [earlier] }),
    );
    expect(found).toMatchObject([
      { code: "repeat-possible", level: "warning", params: { earlier: ["CMP-2026-001"], months: 12 } },
    ]);
  });

  it.each<[string, Rest, string[]]>([
    ["nothing is said about it", {}, ["repeat-unanswered recurrence_note"]],
    ["it is linked", { repeat_of: "CMP-2026-001" }, []],
    ["it is explained", { recurrence_note: "另一电镀线" }, []],
  ])("before a path is chosen it must be answered: %s", (_, rest, expected) => {
    const told = { step: "CMP-08", record: complaint({ ...same, ...rest }), others: [earlier] };
    expect(judged(gates["recurrence-answered"], told)).toEqual(expected);
    expect(judged(gates["earlier-complaints-shown"], told)).toHaveLength(expected.length);
  });

  it("on the direct path a repeat has to be explained, since a link leads to path A", () => {
    const record = complaint({ ...same, handling_path: "direct" });
    const [found] = gates["recurrence-answered"](inputOf({ step: "CMP-09", record, others: [earlier] }));
    expect(found).toMatchObject({ blame: "missing", params: { direct: true } });
    const settings = { capa_required_for: ["critical"] };
    const [lenient] = gates["recurrence-answered"](
      inputOf({ step: "CMP-09", record, others: [earlier], settings }),
    );
    expect(lenient).toMatchObject({ params: { direct: false } });
  });

  it("a complaint cannot be a repeat of itself", () => {
    const own = { step: "CMP-08", record: complaint({ repeat_of: "CMP-2026-020" }) };
    expect(judged(gates["repeat-of-another"], own)).toEqual(["repeat-of-itself repeat_of"]);
    const other = { step: "CMP-08", record: complaint({ repeat_of: "CMP-2026-001" }) };
    expect(judged(gates["repeat-of-another"], other)).toEqual([]);
  });
});

describe("judging", () => {
  it.each<[string, Rest, string[]]>([
    ["Quality is called", { joint_analysis: { departments: ["engineering", "quality"] } }, []],
    [
      "Quality is not called",
      { joint_analysis: { departments: ["engineering"] } },
      ["quality-not-called joint_analysis.departments"],
    ],
    ["nobody is named yet", {}, []],
  ])("a joint analysis needs Quality: %s (R-4.6.1-04)", (_, rest, expected) => {
    for (const step of ["CMP-04", "CMP-05", "CMP-06", "CMP-20", "CMP-31"]) {
      expect(judged(gates["quality-called"], { step, record: complaint(rest) })).toEqual(expected);
    }
  });

  it.each<[string, Rest, string[]]>([
    ["no round", {}, []],
    ["a round without a reply", { rounds: [{ round: 1 }] }, []],
    [
      "a reply in an earlier round",
      { rounds: [{ reply: { sent_at: "2026-06-11T09:00:00+08:00" } }, {}] },
      ["reply-sent-already"],
    ],
  ])("is not changed after a reply: %s", (_, rest, expected) => {
    expect(judged(gates["no-reply-sent"], { step: "CMP-07", record: complaint(rest) })).toEqual(expected);
    expect(judged(gates["no-reply-sent"], { step: "CMP-25", record: complaint(rest) })).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ["received", "received", []],
    ["cancelled", "cancelled", []],
    ["implementing", "implementing", ["capa-under-way capa_ids"]],
    ["closed", "closed", ["capa-under-way capa_ids"]],
  ])("to not ours while a linked CAPA is %s", (_, state, expected) => {
    const told = {
      step: "CMP-07",
      record: complaint({ capa_ids: ["CAPA-2026-009"] }),
      others: [recordOf("CAPA-2026-009", state)],
    };
    expect(judged(gates["linked-capas-not-implementing"], told)).toEqual(expected);
  });

  const original = (rest: Rest, state = "registered") => [recordOf("CMP-2026-019", state, rest)];
  it.each<[string, string | undefined, Told["others"], string[]]>([
    ["no duplicate", undefined, [], []],
    ["another complaint of the customer", "CMP-2026-019", original({ customer_id: "CUS-001" }), []],
    ["itself", "CMP-2026-020", [], ["duplicate-of-itself duplicate_of"]],
    [
      "a complaint of another customer",
      "CMP-2026-019",
      original({ customer_id: "CUS-002" }),
      ["duplicate-of-another-customer duplicate_of"],
    ],
    [
      "a voided one",
      "CMP-2026-019",
      original({ customer_id: "CUS-001" }, "voided"),
      ["duplicate-of-a-voided duplicate_of"],
    ],
    ["one that does not exist is judged as a reference", "CMP-2026-019", [], []],
  ])("a voided duplicate names the original: %s", (_, duplicate_of, others, expected) => {
    const told: Told = {
      step: "CMP-25",
      record: complaint(duplicate_of ? { duplicate_of } : {}),
      ...(others ? { others } : {}),
    };
    expect(judged(gates["duplicate-names-original"], told)).toEqual(expected);
  });
});

describe("causes", () => {
  const occurrence = { kind: "occurrence", text: "活化时间不足" };
  const unseen = { kind: "escape", text: "抽检过少" };
  it.each<[string, Rest, string[], string[]]>([
    ["none yet: left to the step's needs", { severity: "major" }, [], []],
    ["why it happened", { severity: "minor", causes: [occurrence] }, [], []],
    [
      "only why it was not detected",
      { severity: "minor", causes: [unseen] },
      ["no-occurrence-cause causes"],
      [],
    ],
    [
      "major without why it was not detected",
      { severity: "major", causes: [occurrence] },
      [],
      ["no-escape-cause causes"],
    ],
    ["critical with both", { severity: "critical", causes: [occurrence, unseen] }, [], []],
  ])("%s (R-3.2-02)", (_, rest, occurrenceFindings, escapeFindings) => {
    const told = { step: "CMP-08", record: complaint(rest) };
    expect(judged(gates["occurrence-cause-named"], told)).toEqual(occurrenceFindings);
    expect(judged(gates["escape-cause-named"], told)).toEqual(escapeFindings);
  });

  it("a missing occurrence cause shows in the value alone (exit 2), a missing escape cause does not (exit 1)", () => {
    const record = complaint({ severity: "major", causes: [{ kind: "systemic" }] });
    expect(gates["occurrence-cause-named"](inputOf({ step: "CMP-08", record }))[0]?.blame).toBe("value");
    expect(gates["escape-cause-named"](inputOf({ step: "CMP-08", record }))[0]?.blame).toBe("blocked");
  });
});

describe("path A: the CAPAs named (R-4.6.3-02)", () => {
  const capa = (rest: Rest = {}, state = "issued") =>
    recordOf("CAPA-2026-009", state, {
      source: { type: "complaint", id: "CMP-2026-020" },
      responsible_department: "production",
      ...rest,
    });
  const record = complaint({ capa_ids: ["CAPA-2026-009"], responsible_departments: ["production"] });
  const judgedWith = (name: keyof typeof gates, others: Told["others"], of = record) =>
    judged(gates[name], { step: "CMP-08", record: of, ...(others ? { others } : {}) });

  it("answer this complaint and no other", () => {
    expect(judgedWith("linked-capas-answer-this-complaint", [capa()])).toEqual([]);
    const other = capa({ source: { type: "complaint", id: "CMP-2026-001" } });
    expect(judgedWith("linked-capas-answer-this-complaint", [other])).toEqual([
      "capa-of-another-source capa_ids",
    ]);
    const internal = capa({ source: { type: "internal", id: "CMP-2026-020" } });
    expect(judgedWith("linked-capas-answer-this-complaint", [internal])).toEqual([
      "capa-of-another-source capa_ids",
    ]);
  });

  it.each([
    ["issued", []],
    ["closed", []],
    ["cause_analysed", ["capa-not-that-far capa_ids"]],
    ["cancelled", ["capa-not-that-far capa_ids"]],
  ])("are issued: %s", (state, expected) => {
    expect(judgedWith("linked-capas-issued", [capa({}, state)])).toEqual(expected);
  });

  it("are for the responsible departments, one for each", () => {
    const warehouse = capa({ responsible_department: "warehouse" });
    expect(judgedWith("linked-capas-of-responsible-departments", [capa()])).toEqual([]);
    expect(judgedWith("linked-capas-of-responsible-departments", [warehouse])).toEqual([
      "capa-of-another-department capa_ids",
    ]);
    expect(
      judgedWith(
        "linked-capas-of-responsible-departments",
        [warehouse],
        complaint({ capa_ids: ["CAPA-2026-009"] }),
      ),
    ).toEqual([]);
    expect(judgedWith("each-responsible-department-has-a-capa", [capa()])).toEqual([]);
    const two = complaint({
      capa_ids: ["CAPA-2026-009"],
      responsible_departments: ["production", "warehouse"],
    });
    expect(judgedWith("each-responsible-department-has-a-capa", [capa()], two)).toEqual([
      "department-without-capa capa_ids",
    ]);
    expect(
      judgedWith(
        "each-responsible-department-has-a-capa",
        [],
        complaint({ responsible_departments: ["pmc"] }),
      ),
    ).toEqual([]);
  });
});

describe("path B is for minor cases that are no repeat (setting capa_required_for)", () => {
  it.each<[string, Rest, Told["settings"], string[]]>([
    ["minor", { severity: "minor" }, {}, []],
    ["severity still open", {}, {}, []],
    ["major", { severity: "major" }, {}, ["capa-compulsory-severity severity"]],
    ["a repeat", { severity: "minor", repeat_of: "CMP-2026-001" }, {}, ["capa-compulsory-repeat repeat_of"]],
    [
      "both",
      { severity: "critical", repeat_of: "CMP-2026-001" },
      {},
      ["capa-compulsory-severity severity", "capa-compulsory-repeat repeat_of"],
    ],
    ["major where the company allows it", { severity: "major" }, { capa_required_for: [] }, []],
  ])("%s", (_, rest, settings, expected) => {
    const told: Told = { step: "CMP-09", record: complaint(rest), ...(settings ? { settings } : {}) };
    expect(judged(gates["capa-not-compulsory"], told)).toEqual(expected);
  });

  it.each<[string, Rest, string[]]>([
    ["minor", { severity: "minor" }, []],
    ["major without containment", { severity: "major" }, ["other-step-first containment"]],
    ["major with containment", { severity: "major", containment: [{ location: "warehouse" }] }, []],
  ])("what is grave is contained all the same: %s (2.21)", (_, rest, expected) => {
    expect(judged(gates["containment-recorded"], { step: "CMP-09", record: complaint(rest) })).toEqual(
      expected,
    );
  });
});

describe("the names of the gates", () => {
  it("are those of the workflow file, no more and no fewer", async () => {
    const { kinds } = await import("../support/procedure.ts");
    const named = kinds.complaint.workflow.steps.flatMap((step) => step.gates);
    expect([...new Set(named)].sort()).toEqual(Object.keys(gates).sort());
  });
});
