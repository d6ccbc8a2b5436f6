/** Gates of a CAPA: one row a branch (specification 3.17, CAPA-01 to CAPA-14). */
import { describe, expect, it } from "vitest";
import { capaGates as gates } from "../../src/domain/gates/gates-capa.ts";
import { entryOf, inputOf, judged, recordOf, type Told } from "../support/case-builders.ts";
import { kinds } from "../support/procedure.ts";

type Rest = Record<string, unknown>;
const ID = "CAPA-2026-009";
const capa = (rest: Rest = {}, state = "received") => recordOf(ID, state, rest);
const from = (type: string, id = "CMP-2026-001") => ({ source: { type, id } });
const day = (date: string, time = "09:00"): string => `2026-06-${date}T${time}:00+08:00`;

it("the names of the gates are those of the workflow file, no more and no fewer", () => {
  const named = kinds.capa.workflow.steps.flatMap((step) => step.gates);
  expect([...new Set(named)].sort()).toEqual(Object.keys(gates).sort());
});

describe("where a CAPA comes from (R-4.6.3-02, R-4.11.2-05)", () => {
  const others = [
    recordOf("CMP-2026-001", "cause_analysis"),
    recordOf("RET-2026-001", "inspected"),
    recordOf("INQ-2026-001", "open"),
    recordOf("SRV-2026H1", "analysed"),
    recordOf("SRV-2026H2", "collecting"),
    recordOf("SRV-2025H2", "archived"),
  ];
  it.each<[string, string, string, string[]]>([
    ["a complaint", "complaint", "CMP-2026-001", []],
    ["a return", "return", "RET-2026-001", []],
    ["an inquiry", "inquiry", "INQ-2026-001", []],
    ["a wave that is analysed", "survey", "SRV-2026H1", []],
    ["a wave that is filed", "survey", "SRV-2025H2", []],
    ["a wave that is still collecting", "survey", "SRV-2026H2", ["wave-not-analysed source.id"]],
    ["a complaint that does not exist", "complaint", "CMP-2026-099", ["reference-unknown source.id"]],
    ["a return called a complaint", "complaint", "RET-2026-001", ["source-of-another-kind source.id"]],
    ["something found in house", "internal", "巡检 2026-06-10", []],
    ["an audit", "audit", "IA-2026-01", []],
    ["an audit without a word", "audit", "", ["field-missing source.id"]],
    ["nothing said", "", "", ["field-missing source.type", "field-missing source.id"]],
  ])("%s", (_, type, id, expected) => {
    const source = { ...(type ? { type } : {}), ...(id ? { id } : {}) };
    expect(judged(gates["source-exists"], { step: "CAPA-01", record: capa({ source }), others })).toEqual(
      expected,
    );
  });

  it("a source that does not exist stops the step (exit 1, INV-21)", () => {
    const told = { step: "CAPA-01", record: capa(from("complaint", "CMP-2026-099")) };
    expect(gates["source-exists"](inputOf(told))).toMatchObject([{ blame: "blocked", clause: "INV-21" }]);
  });

  const other = ["source-of-another-department source.type"];
  it.each<[string, string, string[], string[]]>([
    ["survey", "salesperson", [], other],
    ["survey", "sales_manager", [], []],
    ["survey", "quality_manager", other, other],
    ["complaint", "quality_manager", [], []],
    ["internal", "quality_engineer", [], []],
    ["complaint", "sales_manager", other, other],
    ["audit", "salesperson", other, other],
  ])("source %s in the role %s: opening, issuing", (type, role, opening, issuing) => {
    const record = capa(from(type));
    expect(judged(gates["opened-by-the-right-department"], { step: "CAPA-01", record, role })).toEqual(
      opening,
    );
    expect(judged(gates["issued-by-the-right-department"], { step: "CAPA-03", record, role })).toEqual(
      issuing,
    );
  });

  it("who may not is refused as such (exit 4); without a source nothing is judged", () => {
    const told = { step: "CAPA-01", record: capa(from("complaint")), role: "salesperson" };
    expect(gates["opened-by-the-right-department"](inputOf(told))[0]?.blame).toBe("forbidden");
    expect(judged(gates["opened-by-the-right-department"], { step: "CAPA-01", record: capa() })).toEqual([]);
  });
});

describe("issuing (CAPA-03)", () => {
  it.each<[string, Rest, string[], string[]]>([
    ["minor", { severity: "minor" }, [], []],
    ["major without containment", { severity: "major" }, ["other-step-first containment"], []],
    [
      "critical without anything",
      { severity: "critical" },
      ["other-step-first containment"],
      ["other-step-first emergency_response"],
    ],
    [
      "critical with both",
      { severity: "critical", containment: [{ location: "warehouse" }], emergency_response: "停止出货" },
      [],
      [],
    ],
  ])("%s (2.21)", (_, rest, containment, emergency) => {
    const told = { step: "CAPA-03", record: capa(rest) };
    expect(judged(gates["containment-recorded"], told)).toEqual(containment);
    expect(judged(gates["emergency-response-recorded"], told)).toEqual(emergency);
  });

  it.each<[string, string[], string[]]>([
    ["one leader", ["leader", "member"], []],
    ["no leader", ["member"], ["team-leaders team"]],
    ["two leaders", ["leader", "leader"], ["team-leaders team"]],
    ["no team yet", [], []],
  ])("the team has %s", (_, roles, expected) => {
    const record = capa(roles.length > 0 ? { team: roles.map((role) => ({ role })) } : {});
    expect(judged(gates["team-has-one-leader"], { step: "CAPA-03", record })).toEqual(expected);
  });

  it("names both kinds of cause for a major case, also when they are revised", () => {
    const record = capa({ severity: "major", causes: [{ kind: "systemic" }] });
    expect(judged(gates["occurrence-cause-named"], { step: "CAPA-03", record })).toEqual([
      "no-occurrence-cause causes",
    ]);
    expect(judged(gates["escape-cause-named"], { step: "CAPA-03", record })).toEqual([
      "no-escape-cause causes",
    ]);
  });
});

describe("receipt by the department (R-4.6.3.1-01)", () => {
  it.each<[string, string | undefined, string[]]>([
    ["after it was issued", day("11"), []],
    ["at the same time", day("10"), []],
    ["before it was issued", day("09"), ["time-before received_at"]],
    ["not given yet", undefined, []],
  ])("%s", (_, received_at, expected) => {
    const record = capa({ issued_at: day("10"), ...(received_at ? { received_at } : {}) });
    expect(judged(gates["receipt-after-issue"], { step: "CAPA-04", record })).toEqual(expected);
  });

  it("a refusal reaches the department after it reported completion (CAPA-08)", () => {
    const before = capa({ completed_at: day("20"), received_at: day("11") }, "completed");
    const told = (received_at: string): Told => ({
      step: "CAPA-08",
      before,
      record: { ...before, received_at },
    });
    expect(judged(gates["receipt-after-completion"], told(day("21")))).toEqual([]);
    expect(judged(gates["receipt-after-completion"], told(day("19")))).toEqual(["time-before received_at"]);
  });

  const complaint = (events: string[], id = "CMP-2026-001") =>
    recordOf(id, "countermeasure", {
      capa_ids: [ID],
      history: events.map((event, i) => entryOf(event, day(`${20 + i}`))),
    });
  it.each<[string, Told["others"], string, string[]]>([
    ["its complaint was rejected", [complaint(["confirm_receipt", "customer_reject"])], day("21"), []],
    ["and something was noted since", [complaint(["customer_reject", "note", "attach"])], day("21"), []],
    [
      "and the complaint has moved on",
      [complaint(["customer_reject", "propose"])],
      day("21"),
      ["no-customer-rejection"],
    ],
    ["no complaint names it", [], day("21"), ["no-customer-rejection"]],
    [
      "before the customer rejected",
      [complaint(["customer_reject"])],
      day("19"),
      ["received-before-rejection received_at"],
    ],
    [
      "one of two complaints was rejected",
      [complaint(["register"]), complaint(["customer_reject"], "CMP-2026-002")],
      day("21"),
      [],
    ],
  ])("a new attempt after customer_reject: %s (R-4.6.3.3-02)", (_, others, received_at, expected) => {
    const told: Told = {
      step: "CAPA-13",
      record: capa({ received_at }, "confirmed"),
      ...(others ? { others } : {}),
    };
    expect(judged(gates["linked-complaint-rejected"], told)).toEqual(expected);
  });

  it("a receipt that is not given is left to the step's needs", () => {
    const told = { step: "CAPA-13", record: capa({}, "closed"), others: [complaint(["customer_reject"])] };
    expect(judged(gates["linked-complaint-rejected"], told)).toEqual([]);
  });
});

describe("actions are proposed (CAPA-05)", () => {
  const action = (rest: Rest = {}) => ({
    no: 1,
    type: "corrective",
    text: "换销",
    against: 1,
    owner: "P01",
    due: "2026-06-30",
    ...rest,
  });
  const told = (actions: unknown[], rest: Rest = {}): Told => ({
    step: "CAPA-05",
    record: capa({
      causes: [{ kind: "occurrence" }, { kind: "escape" }],
      proposed_at: day("12"),
      ...(actions.length > 0 ? { actions } : {}),
      ...rest,
    }),
  });

  it.each<[string, unknown[], string[]]>([
    ["a corrective one", [action()], []],
    ["preventive ones only", [action({ type: "preventive" })], ["no-corrective-action actions"]],
    ["none yet: left to the step's needs", [], []],
  ])("there is %s", (_, actions, expected) => {
    expect(judged(gates["corrective-action-present"], told(actions))).toEqual(expected);
  });

  it.each<[string, unknown, string[]]>([
    ["owner and due date", action(), []],
    ["no owner", action({ owner: undefined }), ["field-missing actions[0].owner"]],
    ["no due date", action({ due: undefined }), ["field-missing actions[0].due"]],
    ["due on the day of the proposal", action({ due: "2026-06-12" }), []],
    ["due before the proposal", action({ due: "2026-06-11" }), ["due-before-proposal actions[0].due"]],
  ])("each has %s (R-4.6.3.1-02)", (_, one, expected) => {
    expect(judged(gates["actions-have-owner-and-due"], told([one]))).toEqual(expected);
  });

  it.each<[string, unknown, string[]]>([
    ["the first", action(), []],
    ["the second", action({ against: 2 }), []],
    ["a third that is not there", action({ against: 3 }), ["action-answers-no-cause actions[0].against"]],
    ["number nought", action({ against: 0 }), ["action-answers-no-cause actions[0].against"]],
    ["none said", action({ against: undefined }), ["field-missing actions[0].against"]],
  ])("each answers a cause: %s", (_, one, expected) => {
    expect(judged(gates["actions-answer-a-cause"], told([one]))).toEqual(expected);
  });

  it.each<[string, unknown[], string[]]>([
    ["numbered apart", [action(), action({ no: 2 })], []],
    ["without numbers: by their place", [action({ no: undefined }), action({ no: undefined })], []],
    ["twice the same number", [action(), action()], ["action-number-twice actions[1].no"]],
  ])("they are %s", (_, actions, expected) => {
    expect(judged(gates["action-numbers-differ"], told(actions))).toEqual(expected);
  });
});

describe("actions are reported (CAPA-06, R-4.6.3.1-02)", () => {
  const proposed = [
    { no: 1, type: "corrective" },
    { no: 2, type: "preventive" },
  ];
  const done = { status: "done", done_at: day("20"), evidence: "照片" };
  const [first, second] = [
    { no: 1, ...done },
    { no: 2, ...done },
  ];
  it.each<[string, unknown[], string[]]>([
    ["all done with evidence", [first, second], []],
    ["one dropped with a reason", [first, { no: 2, status: "dropped", drop_reason: "并入 1" }], []],
    ["one dropped without", [first, { no: 2, status: "dropped" }], ["field-missing actions[1].drop_reason"]],
    [
      "one without evidence",
      [first, { no: 2, status: "done", done_at: day("20") }],
      ["field-missing actions[1].evidence"],
    ],
    [
      "one still planned",
      [first, { no: 2, status: "planned" }],
      [
        "field-missing actions[1].done_at",
        "field-missing actions[1].evidence",
        "action-unsettled actions[1].status",
      ],
    ],
    [
      "one filled in but still in progress",
      [first, { ...second, status: "in_progress" }],
      ["action-unsettled actions[1].status"],
    ],
    ["one left out", [first], ["action-left-out actions"]],
    ["one more than proposed", [first, second, { no: 3, ...done }], []],
    ["without a status, but done", [first, { no: 2, done_at: day("20"), evidence: "照片" }], []],
  ])("%s", (_, actions, expected) => {
    const told = { step: "CAPA-06", before: capa({ actions: proposed }), record: capa({ actions }) };
    expect(judged(gates["proposed-actions-settled"], told)).toEqual(expected);
  });
});

it("nobody confirms before completion was reported (CAPA-07, R-4.6.3.1-03)", () => {
  const record = capa({
    completed_at: day("20"),
    confirm_gm: { at: day("19") },
    confirm_quality: { at: day("20") },
  });
  expect(judged(gates["signatures-after-completion"], { step: "CAPA-07", record })).toEqual([
    "time-before confirm_gm.at",
  ]);
});
