/** Gates of a complaint from the countermeasure to the file: one row a branch (specification 3.17, CMP-10 to 24, 27). */
import { describe, expect, it } from "vitest";
import { complaintGates as gates } from "../../src/domain/gates/gates-complaint.ts";
import { entryOf, inputOf, judged, recordOf, type Told } from "../support/case-builders.ts";

type Rest = Record<string, unknown>;
type Name = keyof typeof gates;
const ID = "CMP-2026-020";
const MEASURE = "rounds[-1].countermeasure";
const complaint = (rest: Rest = {}, state = "countermeasure") =>
  recordOf(ID, state, { customer_id: "CUS-001", responsibility: "ours", ...rest });
const round = (rest: Rest): Rest => ({ rounds: [{ round: 1, ...rest }] });
const day = (date: string, time = "09:00"): string => `2026-06-${date}T${time}:00+08:00`;

describe("path A follows its CAPAs (3.12)", () => {
  const capa = (state: string, rest: Rest = {}) => recordOf("CAPA-2026-009", state, rest);
  const pathA = (history: unknown[] = []) =>
    complaint({ handling_path: "capa", capa_ids: ["CAPA-2026-009"], history });
  const refused = entryOf("customer_reject", day("20"));

  const proposed = (state: string, date?: string) => capa(state, date ? { proposed_at: day(date) } : {});
  const old = ["capa-before-refusal capa_ids"];
  const behind = ["capa-not-that-far capa_ids"];
  it.each<[string, Told["record"], unknown[], string[]]>([
    ["proposed, nothing refused", proposed("implementing", "10"), [], []],
    ["confirmed already", proposed("confirmed", "10"), [], []],
    ["still in cause analysis", proposed("cause_analysed"), [], behind],
    ["cancelled", proposed("cancelled"), [], behind],
    ["proposed before the customer's refusal", proposed("confirmed", "10"), [refused], old],
    [
      "proposed before the refusal in house",
      proposed("closed", "10"),
      [entryOf("reject_confirmation", day("20"))],
      old,
    ],
    ["proposed before the reopening", proposed("closed", "10"), [entryOf("reopen", day("20"))], old],
    ["proposed anew after it", proposed("implementing", "23"), [refused], []],
    ["proposed at the very moment", proposed("implementing", "20"), [refused], old],
    ["nobody knows when it was proposed", proposed("implementing"), [refused], old],
  ])("to propose, the CAPA is %s", (_, linked, history, expected) => {
    const told = { step: "CMP-10", record: pathA(history), others: [linked] };
    expect(judged(gates["linked-capas-propose-anew"], told)).toEqual(expected);
  });

  it.each<[string, Told["record"], unknown[], string[]]>([
    ["completed", capa("completed", { completed_at: day("25") }), [refused], []],
    ["implementing", capa("implementing"), [], behind],
    ["completed before the refusal", capa("confirmed", { completed_at: day("15") }), [refused], old],
  ])("to report completion, the CAPA is %s", (_, linked, history, expected) => {
    const told = { step: "CMP-11", record: pathA(history), others: [linked] };
    expect(judged(gates["linked-capas-completed"], told)).toEqual(expected);
  });

  it("with several CAPAs the complaint moves when the last is there", () => {
    const record = complaint({ handling_path: "capa", capa_ids: ["CAPA-2026-009", "CAPA-2026-010"] });
    const others = [capa("implementing", { proposed_at: day("10") }), recordOf("CAPA-2026-010", "received")];
    const found = gates["linked-capas-propose-anew"](inputOf({ step: "CMP-10", record, others }));
    expect(found).toMatchObject([
      { code: "capa-not-that-far", params: { capa: "CAPA-2026-010", wanted: "implementing" } },
    ]);
  });

  it("the direct path looks at no CAPA", () => {
    const record = complaint({ handling_path: "direct", capa_ids: ["CAPA-2026-009"] });
    for (const [name, step] of [
      ["linked-capas-propose-anew", "CMP-10"],
      ["linked-capas-completed", "CMP-11"],
    ] as [Name, string][]) {
      expect(judged(gates[name], { step, record, others: [capa("opened")] })).toEqual([]);
    }
  });

  it("on path A the department signs for the CAPA, not for the form", () => {
    expect(
      judged(gates["path-direct"], { step: "CMP-27", record: pathA(), others: [capa("issued")] }),
    ).toEqual(["receipt-is-on-the-capa handling_path"]);
    expect(
      judged(gates["path-direct"], { step: "CMP-27", record: complaint({ handling_path: "direct" }) }),
    ).toEqual([]);
  });
});

describe("path B: the countermeasure stands in the form (R-4.6.3-03)", () => {
  const direct = (countermeasure: unknown[] | undefined, departments = ["production"], rest: Rest = {}) =>
    complaint({
      handling_path: "direct",
      responsible_departments: departments,
      ...round(countermeasure ? { countermeasure } : {}),
      ...rest,
    });
  const corrective = (rest: Rest = {}) => ({
    type: "corrective",
    text: "换销",
    owner: "P01",
    due: "2026-06-30",
    ...rest,
  });

  it.each<[string, unknown[] | undefined, string[], string[]]>([
    ["one corrective action with owner and due date", [corrective()], ["production"], []],
    ["nothing yet: left to the step's needs", undefined, ["production"], []],
    [
      "only containment",
      [{ type: "containment", text: "全检" }],
      ["production"],
      [`no-corrective-action ${MEASURE}`],
    ],
    [
      "no due date",
      [{ type: "corrective", owner: "P01" }],
      ["production"],
      [`field-missing ${MEASURE}[0].due`],
    ],
    [
      "neither",
      [{ type: "preventive" }, { type: "corrective" }],
      ["production"],
      [`field-missing ${MEASURE}[1].owner`, `field-missing ${MEASURE}[1].due`],
    ],
    ["one complete, one not", [corrective(), { type: "corrective" }], ["production"], []],
    ["one department, somebody else's action", [corrective({ owner: "Q02" })], ["production"], []],
    [
      "two departments, an action of each",
      [corrective(), corrective({ owner: "W01" })],
      ["production", "warehouse"],
      [],
    ],
    [
      "two departments, one without an action",
      [corrective()],
      ["production", "warehouse"],
      [`department-without-action ${MEASURE}`],
    ],
    [
      "two departments, one action without owner",
      [{ type: "corrective", due: "2026-06-30" }],
      ["production", "warehouse"],
      [`field-missing ${MEASURE}[0].owner`],
    ],
  ])("%s", (_, countermeasure, departments, expected) => {
    const told = { step: "CMP-10", record: direct(countermeasure, departments) };
    expect(judged(gates["corrective-action-from-each-department"], told)).toEqual(expected);
  });

  it("path A takes its text over from the CAPAs and is not judged here", () => {
    const record = direct([{ type: "containment" }], ["production"], { handling_path: "capa" });
    expect(judged(gates["corrective-action-from-each-department"], { step: "CMP-10", record })).toEqual([]);
    expect(judged(gates["actions-done-with-evidence"], { step: "CMP-11", record })).toEqual([]);
  });

  it.each<[string, unknown[], string[]]>([
    ["done with evidence", [corrective({ done_at: day("25"), evidence: "照片" })], []],
    ["done without evidence", [corrective({ done_at: day("25") })], [`field-missing ${MEASURE}[0].evidence`]],
    [
      "not done",
      [corrective()],
      [`field-missing ${MEASURE}[0].done_at`, `field-missing ${MEASURE}[0].evidence`],
    ],
  ])("every action is %s (R-4.6.3.1-02)", (_, countermeasure, expected) => {
    expect(
      judged(gates["actions-done-with-evidence"], { step: "CMP-11", record: direct(countermeasure) }),
    ).toEqual(expected);
  });

  const refusedInHouse = direct([corrective()], ["production"], {
    history: [entryOf("reject_confirmation", day("20"))],
  });
  it.each<[string, Told["record"], string[], string[]]>([
    ["nothing was refused", direct([corrective()]), [], []],
    [
      "refused, and the old text is given again by silence",
      refusedInHouse,
      [],
      [`countermeasure-refused ${MEASURE}`],
    ],
    ["refused, and written anew", refusedInHouse, [MEASURE], []],
    ["refused, and written anew by its number", refusedInHouse, ["rounds[0].countermeasure[0].text"], []],
    [
      "a new round, since the customer refused",
      direct(undefined, ["production"], { history: [entryOf("customer_reject", day("20"))] }),
      [],
      [],
    ],
  ])("after a refusal in house it is re-done: %s (R-4.6.3.1-03)", (_, record, written, expected) => {
    expect(judged(gates["countermeasure-redone"], { step: "CMP-10", record, written })).toEqual(expected);
  });

  it("the department signs once a round (R-4.6.3.1-01)", () => {
    const after = complaint(round({ received_at: day("12") }));
    expect(
      judged(gates["not-received-in-this-round"], {
        step: "CMP-27",
        record: after,
        before: complaint(round({})),
      }),
    ).toEqual([]);
    expect(judged(gates["not-received-in-this-round"], { step: "CMP-27", record: after })).toEqual([
      "received-in-this-round rounds[-1].received_at",
    ]);
  });
});

describe("confirmation and reply", () => {
  it.each<[string, Rest, string[]]>([
    ["nothing written", {}, ["other-step-first rounds[-1].followup.text"]],
    [
      "written before completion",
      { followup: { text: "已执行", at: day("14") } },
      ["time-before rounds[-1].followup.at"],
    ],
    ["written after it", { followup: { text: "已执行", at: day("16") } }, []],
    ["written at the same time", { followup: { text: "已执行", at: day("15") } }, []],
  ])("Quality has followed up: %s (R-4.6.3.2-01)", (_, rest, expected) => {
    const record = complaint(round({ completed_at: day("15"), ...rest }));
    expect(judged(gates["follow-up-after-completion"], { step: "CMP-12", record })).toEqual(expected);
  });

  it.each<[string, Rest, string[]]>([
    ["nobody yet", {}, []],
    ["both after completion", { confirm_gm: { at: day("16") }, confirm_quality: { at: day("15") } }, []],
    [
      "one before it",
      { confirm_gm: { at: day("16") }, confirm_quality: { at: day("14") } },
      ["time-before rounds[-1].confirm_quality.at"],
    ],
  ])("signed for what was completed: %s (R-4.6.3.1-03)", (_, rest, expected) => {
    const record = complaint(round({ completed_at: day("15"), ...rest }));
    expect(judged(gates["signatures-after-completion"], { step: "CMP-12", record })).toEqual(expected);
  });

  it.each<[string, Rest, string[]]>([
    ["after both confirmed", { review: { at: day("18") }, approval: { at: day("18", "10:00") } }, []],
    ["only the first has signed", { review: { at: day("18") } }, []],
    [
      "reviewed between the two",
      { review: { at: day("16", "12:00") } },
      ["time-before rounds[-1].review.at"],
    ],
    [
      "approved before both",
      { review: { at: day("18") }, approval: { at: day("15") } },
      ["time-before rounds[-1].approval.at"],
    ],
  ])("the reply is approved %s (R-4.6.3.2-03)", (_, rest, expected) => {
    const signed = { confirm_gm: { at: day("16") }, confirm_quality: { at: day("17") } };
    expect(
      judged(gates["reply-signed-after-confirmation"], {
        step: "CMP-14",
        record: complaint(round({ ...signed, ...rest })),
      }),
    ).toEqual(expected);
    const turned = { confirm_gm: { at: day("17") }, confirm_quality: { at: day("16") } };
    expect(
      judged(gates["reply-signed-after-confirmation"], {
        step: "CMP-14",
        record: complaint(round({ ...turned, ...rest })),
      }),
    ).toEqual(expected);
  });

  const customer = (rest: Rest) => [recordOf("CUS-001", "active", rest)];
  it.each<[string, string | undefined, Told["others"], string[]]>([
    ["fax, as the procedure says", "fax", customer({ reply_channel: "email" }), []],
    ["the channel agreed", "email", customer({ reply_channel: "email" }), []],
    [
      "another one",
      "im",
      customer({ reply_channel: "email" }),
      ["channel-not-agreed rounds[-1].reply.channel"],
    ],
    ["another one, nothing agreed", "im", customer({}), ["channel-not-agreed rounds[-1].reply.channel"]],
    ["not said yet", undefined, customer({}), []],
  ])("the reply goes by %s (R-4.6.3.2-04, G-13)", (_, channel, others, expected) => {
    const told: Told = {
      step: "CMP-15",
      record: complaint(round(channel ? { reply: { channel } } : {})),
      ...(others ? { others } : {}),
    };
    expect(judged(gates["customer-reply-channel-used"], told)).toEqual(expected);
    expect(
      gates["customer-reply-channel-used"](inputOf(told)).every((found) => found.level === "warning"),
    ).toBe(true);
  });

  it.each<[string, Rest, string[]]>([
    ["later", { reply: { sent_at: day("19") } }, []],
    ["at the same time", { reply: { sent_at: day("18") } }, ["not-sent-again rounds[-1].reply.sent_at"]],
    ["not at all", {}, []],
  ])("what did not arrive is sent again: %s (R-4.6.2-04)", (_, rest, expected) => {
    const before = complaint(round({ reply: { sent_at: day("18") } }));
    expect(
      judged(gates["sent-again-after-the-call"], { step: "CMP-17", before, record: complaint(round(rest)) }),
    ).toEqual(expected);
  });
});

describe("the customer's opinion (4.6.3.3)", () => {
  const said = (customer_response: Rest | undefined) =>
    complaint(round(customer_response ? { customer_response } : {}));

  it("an acceptance without the customer's words is shown, not stopped", () => {
    const bare = { step: "CMP-18", record: said({ response: "accepted" }) };
    expect(gates["acceptance-commented"](inputOf(bare))).toMatchObject([
      { code: "acceptance-without-words", level: "warning" },
    ]);
    expect(
      judged(gates["acceptance-commented"], { step: "CMP-18", record: said({ comment: "同意" }) }),
    ).toEqual([]);
  });

  it.each([
    ["rejected", []],
    ["partial", []],
    ["no_response", ["response-refuses-nothing rounds[-1].customer_response.response"]],
    ["accepted", ["response-refuses-nothing rounds[-1].customer_response.response"]],
  ])("refusing with %s", (response, expected) => {
    for (const step of ["CMP-19", "CMP-20"]) {
      expect(judged(gates["customer-refuses"], { step, record: said({ response }) })).toEqual(expected);
    }
  });

  it("what is missing is left to the step's needs", () => {
    expect(judged(gates["customer-refuses"], { step: "CMP-19", record: said(undefined) })).toEqual([]);
  });

  it.each<[Name, string, string | undefined, string[]]>([
    ["responsibility-ours", "CMP-19", "ours", []],
    ["responsibility-ours", "CMP-19", "not_ours", ["responsibility-other responsibility"]],
    ["responsibility-ours", "CMP-21", undefined, []],
    ["responsibility-not-ours", "CMP-20", "not_ours", []],
    ["responsibility-not-ours", "CMP-20", "ours", ["responsibility-other responsibility"]],
    ["responsibility-not-ours", "CMP-23", "ours", ["responsibility-other responsibility"]],
  ])("%s at %s, judged before: %s", (name, step, responsibility, expected) => {
    const before = recordOf(ID, "receipt_confirmed", responsibility ? { responsibility } : {});
    expect(
      judged(gates[name], { step, before, record: complaint({ responsibility: "undetermined" }) }),
    ).toEqual(expected);
  });
});

describe("standardisation (4.8)", () => {
  const meeting = (rest: Rest = {}, state = "held") =>
    recordOf("STD-2026-001", state, {
      held_at: day("20", "14:00"),
      chair: "M01",
      cases: [ID],
      attendees: [
        { staff: "M01", department: "gm_office" },
        { staff: "P01", department: "production" },
      ],
      decisions: [{ case: ID, decision: "revise_document", owner: "P01", due: "2026-06-30" }],
      ...rest,
    });
  const told = (others: Told["others"], rest: Rest = {}): Told => ({
    step: "CMP-22",
    record: complaint({
      responsible_departments: ["production"],
      standardisation: { meeting_id: "STD-2026-001", decisions: ["revise_document"], ...rest },
    }),
    ...(others ? { others } : {}),
  });
  const MEETING = "standardisation.meeting_id";

  it.each<[string, Name, Told["others"], string[]]>([
    ["held", "meeting-held-on-this-case", [meeting()], []],
    ["closed", "meeting-held-on-this-case", [meeting({}, "closed")], []],
    ["only planned", "meeting-held-on-this-case", [meeting({}, "planned")], [`meeting-not-held ${MEETING}`]],
    [
      "on other cases",
      "meeting-held-on-this-case",
      [meeting({ cases: ["CMP-2026-001"] })],
      [`meeting-without-case ${MEETING}`],
    ],
    ["not existing: judged as a reference", "meeting-held-on-this-case", [], []],
    ["attended by representative and department", "meeting-attended", [meeting()], []],
    [
      "with the representative in the chair only",
      "meeting-attended",
      [meeting({ attendees: [{ staff: "P01", department: "production" }] })],
      [],
    ],
    [
      "without representative",
      "meeting-attended",
      [meeting({ chair: "Q01", attendees: [{ staff: "P01", department: "production" }] })],
      [`meeting-without-representative ${MEETING}`],
    ],
    [
      "without a time",
      "meeting-attended",
      [meeting({ held_at: undefined })],
      [`meeting-without-representative ${MEETING}`],
    ],
    [
      "without the responsible department",
      "meeting-attended",
      [meeting({ attendees: [{ staff: "M01", department: "gm_office" }] })],
      [`meeting-without-department ${MEETING}`],
    ],
    [
      "only planned, so attendance is not judged",
      "meeting-attended",
      [meeting({ attendees: [] }, "planned")],
      [],
    ],
    ["deciding", "case-decided", [meeting()], []],
    [
      "deciding nothing about the case",
      "case-decided",
      [meeting({ decisions: [{ case: "CMP-2026-001", decision: "none" }] })],
      [`meeting-without-decision ${MEETING}`],
    ],
    [
      "changing a document without owner and date",
      "case-decided",
      [meeting({ decisions: [{ case: ID, decision: "new_document" }] })],
      [`decision-unassigned ${MEETING}`, `decision-unassigned ${MEETING}`],
    ],
    [
      "training without owner",
      "case-decided",
      [meeting({ decisions: [{ case: ID, decision: "training" }] })],
      [],
    ],
    [
      "another case's document without owner",
      "case-decided",
      [
        meeting({
          decisions: [
            { case: ID, decision: "none" },
            { case: "CMP-2026-001", decision: "new_document" },
          ],
        }),
      ],
      [],
    ],
    ["as the complaint says", "decisions-as-in-the-minutes", [meeting()], []],
    [
      "other than the complaint says",
      "decisions-as-in-the-minutes",
      [meeting({ decisions: [{ case: ID, decision: "training" }] })],
      ["decision-not-in-minutes standardisation.decisions"],
    ],
    [
      "without a decision: named by another gate",
      "decisions-as-in-the-minutes",
      [meeting({ decisions: [] })],
      [],
    ],
  ])("a meeting %s (%s)", (_, name, others, expected) => {
    expect(judged(gates[name], told(others))).toEqual(expected);
  });

  it("a deputy of the management representative counts on the days of the deputy entry (engine.md 9)", () => {
    const deputy = (from: string) => ({
      id: "X01",
      name: "X01",
      email: "x01@example.test",
      department: "quality",
      roles: [],
      deputy_for: [{ person: "M01", from }],
    });
    const rep = {
      id: "M01",
      name: "M01",
      email: "m01@example.test",
      department: "gm_office",
      roles: [{ role: "management_rep", department: "gm_office" }],
    };
    const held = meeting({ chair: "X01", attendees: [{ staff: "X01", department: "production" }] });
    expect(
      judged(gates["meeting-attended"], { ...told([held]), people: [rep, deputy("2026-06-01")] }),
    ).toEqual([]);
    expect(
      judged(gates["meeting-attended"], { ...told([held]), people: [rep, deputy("2026-07-01")] }),
    ).toEqual([`meeting-without-representative ${MEETING}`]);
  });

  it.each<[string, Rest, string[]]>([
    ["a document", {}, []],
    ["nothing, without a reason", { decisions: ["none"] }, ["field-missing standardisation.reason_if_none"]],
    ["nothing, with a reason", { decisions: ["none"], reason_if_none: "单发" }, []],
    ["nothing said yet", { decisions: [] }, []],
  ])("it was decided to standardise %s (G-15)", (_, rest, expected) => {
    expect(judged(gates["no-standardisation-explained"], told([], rest))).toEqual(expected);
  });
});

describe("filing (4.10)", () => {
  const completed = entryOf("complete_standardisation", day("22"), "completed", "standardising");
  const added = entryOf("note", day("26"), "completed", "completed");
  it.each<[string, Rest, string[]]>([
    ["handed over", { handover_to_sales: { by: "Q02", at: day("24") }, history: [completed, added] }, []],
    ["not handed over", { history: [completed] }, ["other-step-first handover_to_sales"]],
    [
      "handed over before it was reopened",
      { handover_to_sales: { by: "Q02", at: day("20") }, history: [completed] },
      ["other-step-first handover_to_sales"],
    ],
  ])("Quality has %s (R-4.10-01)", (_, rest, expected) => {
    expect(
      judged(gates["handed-over-by-quality"], { step: "CMP-24", record: complaint(rest, "completed") }),
    ).toEqual(expected);
  });

  it.each([
    ["closed", []],
    ["declined", []],
    ["cancelled", []],
    ["dispositioned", ["return-open"]],
  ])("a return of this complaint is %s (R-4.9-01)", (state, expected) => {
    const others = [
      recordOf("RET-2026-001", state, { complaint_id: ID }),
      recordOf("RET-2026-002", "issued", { complaint_id: "CMP-2026-001" }),
    ];
    expect(
      judged(gates["linked-returns-finished"], {
        step: "CMP-24",
        record: complaint({}, "completed"),
        others,
      }),
    ).toEqual(expected);
  });

  it("a CAPA whose effect is still verified is shown and stops nothing", () => {
    const record = complaint({ capa_ids: ["CAPA-2026-009", "CAPA-2026-010"] }, "completed");
    const others = [recordOf("CAPA-2026-009", "confirmed"), recordOf("CAPA-2026-010", "closed")];
    const found = gates["linked-capas-shown"](inputOf({ step: "CMP-24", record, others }));
    expect(found).toMatchObject([
      { code: "capa-lives-on", level: "info", params: { capa: "CAPA-2026-009" } },
    ]);
  });
});
