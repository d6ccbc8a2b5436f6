/** Gates of the effect of a CAPA: one row a branch (specification 3.17, CAPA-09, 10, 11, 14). */
import { describe, expect, it } from "vitest";
import { capaGates as gates } from "../../src/domain/gates/gates-capa.ts";
import { inputOf, judged, recordOf, type Told } from "../support/case-builders.ts";

type Rest = Record<string, unknown>;
const capa = (rest: Rest = {}, state = "confirmed") => recordOf("CAPA-2026-009", state, rest);
const on = (date: string): string => `2026-${date}T09:00:00+08:00`;

describe("the result fits the step (R-3.4-02)", () => {
  const other = ["result-does-not-fit verification.result"];
  it.each<[string | undefined, string[], string[]]>([
    ["effective", [], other],
    ["ineffective", other, []],
    ["inconclusive", other, other],
    [undefined, [], []],
  ])("%s", (result, effective, ineffective) => {
    const record = capa(result ? { verification: { result } } : {});
    expect(judged(gates["verified-effective"], { step: "CAPA-09", record })).toEqual(effective);
    expect(judged(gates["verified-ineffective"], { step: "CAPA-10", record })).toEqual(ineffective);
  });

  it("a verification without result is asked for where the step does not", () => {
    const given = inputOf({ step: "CAPA-09", record: capa({ verification: { method: "抽检" } }) });
    const bare = { ...given, step: { ...given.step, needs: ["verification"] } };
    expect(gates["verified-effective"](bare)).toMatchObject([
      { code: "field-missing", path: "verification.result" },
    ]);
  });
});

describe("not before 30 days or 3 lots (setting verify, INV-17)", () => {
  it.each<[string, Rest, Told["settings"], string[]]>([
    ["on day 30", { verification: { at: on("07-10") } }, {}, []],
    ["on day 29", { verification: { at: on("07-09") } }, {}, ["verified-too-early verification.at"]],
    [
      "on day 29 with 2 lots",
      { verification: { at: on("07-09"), lots: 2 } },
      {},
      ["verified-too-early verification.at"],
    ],
    ["on day 29 with 3 lots", { verification: { at: on("07-09"), lots: 3 } }, {}, []],
    [
      "on day 29 where 20 are enough",
      { verification: { at: on("07-09") } },
      { verify: { min_days: 20, min_lots: 3, max_days: 90 } },
      [],
    ],
    ["after 90 days: late, no stop", { verification: { at: on("09-30") } }, {}, []],
    ["without a time of its own: that of the step", {}, {}, []],
    [
      "never completed: nothing to count from",
      { completed_at: undefined, verification: { at: on("06-11") } },
      {},
      [],
    ],
  ])("%s", (_, rest, settings, expected) => {
    const record = capa({ completed_at: on("06-10"), ...rest });
    const told: Told = { step: "CAPA-09", record, at: on("07-10"), ...(settings ? { settings } : {}) };
    expect(judged(gates["verified-after-the-minimum"], told)).toEqual(expected);
  });

  it("names the earliest day", () => {
    const record = capa({ completed_at: on("06-10"), verification: { at: on("06-20") } });
    const [found] = gates["verified-after-the-minimum"](inputOf({ step: "CAPA-09", record }));
    expect(found).toMatchObject({ blame: "blocked", params: { earliest: "2026-07-10", days: 30, lots: 3 } });
  });
});

describe("what else belongs to the closing", () => {
  it.each<[string, unknown[], string[]]>([
    ["a document", [{ decision: "revise_document" }], []],
    ["nothing, with a reason", [{ decision: "none", text: "单发" }], []],
    [
      "nothing, without",
      [{ decision: "training" }, { decision: "none" }],
      ["field-missing prevention[1].text"],
    ],
  ])("prevention is %s (D7)", (_, prevention, expected) => {
    expect(judged(gates["prevention-recorded"], { step: "CAPA-09", record: capa({ prevention }) })).toEqual(
      expected,
    );
  });

  it.each<[string, Rest, string[]]>([
    ["a complaint", { source: { type: "complaint" } }, []],
    ["a survey, supervised", { source: { type: "survey" }, sales_supervision: { by: "S01" } }, []],
    ["a survey, not supervised", { source: { type: "survey" } }, ["field-missing sales_supervision"]],
  ])("it comes from %s (R-4.11.2-07)", (_, rest, expected) => {
    expect(judged(gates["sales-supervised"], { step: "CAPA-09", record: capa(rest) })).toEqual(expected);
  });

  it.each([
    ["survey", []],
    ["complaint", ["not-from-a-survey source.type"]],
  ])("Sales supervises what comes from a %s", (type, expected) => {
    expect(judged(gates["survey-sourced"], { step: "CAPA-14", record: capa({ source: { type } }) })).toEqual(
      expected,
    );
    expect(judged(gates["survey-sourced"], { step: "CAPA-14", record: capa() })).toEqual([]);
  });
});

describe("the defect has not come again (CAPA-09)", () => {
  const goods = { part_no: "HJ-2201", defect_type: "rust" };
  const source = recordOf("CMP-2026-001", "accepted", { ...goods, received_at: on("05-01") });
  const later = (rest: Rest = {}, state = "registered") =>
    recordOf("CMP-2026-005", state, { ...goods, received_at: on("06-20"), ...rest });
  const back = (rest: Rest = {}) =>
    recordOf("RET-2026-004", "inspected", {
      lines: [{ part_no: "X" }, { part_no: "HJ-2201" }],
      defect_type: "rust",
      receipt: { received_at: on("06-20") },
      ...rest,
    });
  const again = ["defect-came-again verification.result"];
  const from = (type: string, id: string) => ({ source: { type, id } });

  it.each<[string, Rest, Told["others"], string[]]>([
    ["nothing came", from("complaint", "CMP-2026-001"), [source], []],
    ["a complaint after completion", from("complaint", "CMP-2026-001"), [source, later()], again],
    [
      "a complaint before completion",
      from("complaint", "CMP-2026-001"),
      [source, later({ received_at: on("06-05") })],
      [],
    ],
    ["a voided one", from("complaint", "CMP-2026-001"), [source, later({}, "voided")], []],
    ["another defect", from("complaint", "CMP-2026-001"), [source, later({ defect_type: "dent" })], []],
    ["another part", from("complaint", "CMP-2026-001"), [source, later({ part_no: "SL-7030" })], []],
    [
      "a return with the part and the inspected defect",
      from("complaint", "CMP-2026-001"),
      [source, back()],
      again,
    ],
    [
      "a return whose goods are not in yet",
      from("complaint", "CMP-2026-001"),
      [source, back({ receipt: {} })],
      [],
    ],
    [
      "from a return, by its lines",
      from("return", "RET-2026-001"),
      [back({ id: "RET-2026-001", receipt: { received_at: on("05-01") } }), later()],
      again,
    ],
    [
      "another part by the criterion",
      { ...from("complaint", "CMP-2026-001"), effect_criterion: { part_no: "SL-7030" } },
      [source, later()],
      [],
    ],
    [
      "the part that the criterion names",
      { ...from("survey", "SRV-2026H1"), effect_criterion: goods },
      [later()],
      again,
    ],
    [
      "a part that is not known",
      from("complaint", "CMP-2026-002"),
      [
        recordOf("CMP-2026-002", "accepted", { part_no: "unknown", defect_type: "rust" }),
        later({ part_no: "unknown" }),
      ],
      [],
    ],
    [
      "not completed",
      { ...from("complaint", "CMP-2026-001"), completed_at: undefined },
      [source, later()],
      [],
    ],
  ])("%s", (_, rest, others, expected) => {
    const told: Told = {
      step: "CAPA-09",
      record: capa({ completed_at: on("06-10"), ...rest }),
      ...(others ? { others } : {}),
    };
    expect(judged(gates["no-recurrence-since-completion"], told)).toEqual(expected);
  });

  it("names the record and the day", () => {
    const record = capa({ completed_at: on("06-10"), ...from("complaint", "CMP-2026-001") });
    const found = gates["no-recurrence-since-completion"](
      inputOf({ step: "CAPA-09", record, others: [source, later()] }),
    );
    expect(found).toMatchObject([
      {
        blame: "blocked",
        params: { id: "CMP-2026-005", day: "2026-06-20", part: "HJ-2201", defect: "rust" },
      },
    ]);
  });

  it.each<[string, Rest, string[]]>([
    ["part and defect of the source", from("complaint", "CMP-2026-001"), []],
    ["a survey, nothing else", from("survey", "SRV-2026H1"), ["effect-cannot-be-compared effect_criterion"]],
    [
      "an audit with a criterion in words",
      { ...from("audit", "IA-1"), effect_criterion: { text: "准时率 95%" } },
      [],
    ],
    [
      "a source without defect",
      from("complaint", "CMP-2026-003"),
      ["effect-cannot-be-compared effect_criterion"],
    ],
  ])("what there is to compare: %s", (_, rest, expected) => {
    const others = [source, recordOf("CMP-2026-003", "accepted", { part_no: "HJ-2201" })];
    const told = { step: "CAPA-09", record: capa(rest), others };
    expect(judged(gates["effect-can-be-compared"], told)).toEqual(expected);
    expect(gates["effect-can-be-compared"](inputOf(told)).every((found) => found.level === "warning")).toBe(
      true,
    );
  });
});

describe("reopening names the recurrence (CAPA-11, R-4.8-01)", () => {
  const closed = capa({ closure: { at: on("07-15") } }, "closed");
  const others = [
    recordOf("CMP-2026-005", "registered", { received_at: on("07-20") }),
    recordOf("CMP-2026-004", "archived", { received_at: on("07-01") }),
    recordOf("RET-2026-004", "received", {
      requested_at: on("07-10"),
      receipt: { received_at: on("07-22") },
    }),
    recordOf("RET-2026-005", "requested", { requested_at: on("07-21") }),
    recordOf("ORD-2026-0001", "closed"),
  ];
  const path = "reopened[-1].reason";
  it.each<[string, string, string[]]>([
    ["a later complaint", "CMP-2026-005再发", []],
    ["a return whose goods came later", "见 RET-2026-004", []],
    ["a return announced later", "RET-2026-005", []],
    ["nothing", "再发", [`recurrence-unnamed ${path}`]],
    ["one that does not exist", "CMP-2026-099", [`recurrence-unknown ${path}`]],
    ["an order", "ORD-2026-0001", [`recurrence-unknown ${path}`]],
    ["one from before the closing", "CMP-2026-004", [`recurrence-before-closing ${path}`]],
    ["an old and a new one", "CMP-2026-004、CMP-2026-005", []],
    [
      "an old one and one that does not exist",
      "CMP-2026-004、CMP-2026-099",
      [`recurrence-before-closing ${path}`, `recurrence-unknown ${path}`],
    ],
  ])("%s", (_, reason, expected) => {
    const record = { ...closed, reopened: [{ reason }] };
    expect(judged(gates["recurrence-named"], { step: "CAPA-11", before: closed, record, others })).toEqual(
      expected,
    );
  });

  it("without a reason the step's needs speak", () => {
    expect(judged(gates["recurrence-named"], { step: "CAPA-11", before: closed, record: closed })).toEqual(
      [],
    );
  });
});
