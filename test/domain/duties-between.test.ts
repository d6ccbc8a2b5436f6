/** What a step means for other records (engine.md 8, specification 3.12): somebody's duty, never a silent move. */
import { describe, expect, it } from "vitest";
import { dutiesAfter } from "../../src/domain/clocks/duties-between.ts";
import { rolesOf } from "../../src/domain/procedure/actor.ts";
import type { CaseRecord, Id, Kind } from "../../src/domain/records/record.ts";
import { contextOf, entryOf, recordOf, stepOf } from "../support/case-builders.ts";
import { kinds } from "../support/procedure.ts";

type Rest = Record<string, unknown>;
const COMPLAINT = "CMP-2026-020";
const CAPA = "CAPA-2026-009";
const complaint = (state: string, rest: Rest = {}) =>
  recordOf(COMPLAINT, state, {
    handling_path: "capa",
    capa_ids: [CAPA],
    responsible_departments: ["production"],
    ...rest,
  });
const capa = (state: string, rest: Rest = {}) =>
  recordOf(CAPA, state, {
    source: { type: "complaint", id: COMPLAINT },
    responsible_department: "production",
    ...rest,
  });

const dutiesOf = (id: string, record: CaseRecord, others: readonly CaseRecord[]) =>
  dutiesAfter(contextOf(record.kind, others), record, stepOf(record.kind, id));
const waiting = (id: string, record: CaseRecord, others: readonly CaseRecord[]): string[] =>
  dutiesOf(id, record, others).map((duty) => `${duty.record} ${duty.event}`);

describe("a step of the complaint (path A)", () => {
  it.each<[string, string, string[]]>([
    ["issue_capa: the department signs for what is issued", "CMP-08", [`${CAPA} acknowledge`]],
    ["rejudge_not_ours: the CAPA is cancelled", "CMP-07", [`${CAPA} cancel`]],
    ["customer_accept means nothing for it", "CMP-18", []],
  ])("%s", (_, id, expected) => {
    expect(waiting(id, complaint("countermeasure"), [capa("issued")])).toEqual(expected);
  });

  it.each<[string, string[], string[]]>([
    ["opened", [], []],
    ["implementing", [], []],
    ["completed", [`${CAPA} reject`], [`${CAPA} reject`]],
    ["confirmed", [`${CAPA} verify_ineffective`], [`${CAPA} customer_rejected`]],
    ["closed", [], [`${CAPA} customer_rejected`]],
    ["cancelled", [], []],
  ])("reject_confirmation and customer_reject while the CAPA is %s", (state, inHouse, byCustomer) => {
    expect(waiting("CMP-13", complaint("countermeasure"), [capa(state)])).toEqual(inHouse);
    expect(waiting("CMP-19", complaint("countermeasure"), [capa(state)])).toEqual(byCustomer);
  });

  it("on the direct path no CAPA waits", () => {
    const direct = complaint("countermeasure", { handling_path: "direct" });
    expect(waiting("CMP-19", direct, [capa("confirmed")])).toEqual([]);
  });

  it("every linked CAPA waits, each with its own department", () => {
    const both = complaint("countermeasure", { capa_ids: [CAPA, "CAPA-2026-010"] });
    const others = [
      capa("issued"),
      recordOf("CAPA-2026-010", "issued", { responsible_department: "warehouse" }),
    ];
    expect(dutiesOf("CMP-08", both, others)).toEqual([
      { record: CAPA, event: "acknowledge", roles: ["dept_head"], departments: ["production"] },
      { record: "CAPA-2026-010", event: "acknowledge", roles: ["dept_head"], departments: ["warehouse"] },
    ]);
  });
});

describe("a step of the CAPA", () => {
  const at = (date: string): string => `2026-06-${date}T09:00:00+08:00`;
  it.each<[string, string, CaseRecord, string, string[]]>([
    ["issue", "CAPA-03", capa("issued"), "cause_analysis", [`${COMPLAINT} issue_capa`]],
    ["issue again, in a later attempt", "CAPA-03", capa("issued"), "countermeasure", []],
    [
      "propose",
      "CAPA-05",
      capa("implementing", { proposed_at: at("10") }),
      "countermeasure",
      [`${COMPLAINT} propose`],
    ],
    ["propose while the complaint is further", "CAPA-05", capa("implementing"), "accepted", []],
    ["report_completion", "CAPA-06", capa("completed"), "implementing", [`${COMPLAINT} report_completion`]],
    ["confirm", "CAPA-07", capa("confirmed"), "awaiting_confirmation", [`${COMPLAINT} confirm`]],
    ["reject", "CAPA-08", capa("received"), "awaiting_confirmation", [`${COMPLAINT} reject_confirmation`]],
    ["reject after the reply", "CAPA-08", capa("received"), "replied", []],
    ["verify_effective", "CAPA-09", capa("closed"), "archived", []],
    ["cancel", "CAPA-12", capa("cancelled"), "not_ours_analysed", []],
  ])("%s", (...[, id, record, state, expected]) => {
    expect(waiting(id, record, [complaint(state), record])).toEqual(expected);
  });

  it("the complaint waits only when the last of its CAPAs is there", () => {
    const both = complaint("countermeasure", { capa_ids: [CAPA, "CAPA-2026-010"] });
    const other = (state: string) => recordOf("CAPA-2026-010", state, { proposed_at: at("10") });
    const now = capa("implementing", { proposed_at: at("10") });
    expect(waiting("CAPA-05", now, [both, capa("received"), other("received")])).toEqual([]);
    expect(waiting("CAPA-05", now, [both, capa("received"), other("implementing")])).toEqual([
      `${COMPLAINT} propose`,
    ]);
  });

  it("and only when each proposal is newer than the last refusal", () => {
    const refused = complaint("countermeasure", {
      capa_ids: [CAPA],
      history: [entryOf("customer_reject", at("12"))],
    });
    expect(waiting("CAPA-05", capa("implementing", { proposed_at: at("10") }), [refused])).toEqual([]);
    expect(waiting("CAPA-05", capa("implementing", { proposed_at: at("15") }), [refused])).toEqual([
      `${COMPLAINT} propose`,
    ]);
  });

  const wave = (state: string, ids: string[]) =>
    recordOf("SRV-2026H1", state, { analysis: { capa_ids: ids } });
  const ofWave = (state: string) => capa(state, { source: { type: "survey", id: "SRV-2026H1" } });
  it.each<[string, string, string, CaseRecord, string[]]>([
    [
      "opened for a wave that does not name it yet",
      "CAPA-01",
      "opened",
      wave("analysed", []),
      ["SRV-2026H1 raise_capa"],
    ],
    ["opened and named", "CAPA-01", "opened", wave("analysed", [CAPA]), []],
    [
      "closed as the last of a reported wave",
      "CAPA-09",
      "closed",
      wave("reported", [CAPA]),
      ["SRV-2026H1 archive"],
    ],
    ["closed while another is open", "CAPA-09", "closed", wave("reported", [CAPA, "CAPA-2026-010"]), []],
    ["closed before the wave is reported", "CAPA-09", "closed", wave("analysed", [CAPA]), []],
  ])("%s (4.11.2)", (...[, id, state, source, expected]) => {
    expect(waiting(id, ofWave(state), [source, recordOf("CAPA-2026-010", "issued")])).toEqual(expected);
  });
});

describe("other kinds", () => {
  const order = (state: string) => recordOf("ORD-2026-0001", state);
  const amendment = (state: string) => recordOf("AMD-2026-002", state, { order_id: "ORD-2026-0001" });
  it.each<[string, string, CaseRecord, CaseRecord, string[]]>([
    ["accepted", "AMD-04", amendment("accepted"), order("in_production"), ["ORD-2026-0001 open_amendment"]],
    ["closed", "AMD-09", amendment("closed"), order("amending"), ["ORD-2026-0001 apply_amendment"]],
    ["withdrawn", "AMD-10", amendment("withdrawn"), order("amending"), ["ORD-2026-0001 drop_amendment"]],
    ["withdrawn before the order was opened", "AMD-10", amendment("withdrawn"), order("signed"), []],
    [
      "a form came back",
      "RSP-01",
      recordOf("RSP-2026H1-001", "recorded", { wave_id: "SRV-2026H1" }),
      recordOf("SRV-2026H1", "collecting"),
      ["SRV-2026H1 record_response"],
    ],
    [
      "a form for a closed wave",
      "RSP-01",
      recordOf("RSP-2026H1-001", "recorded", { wave_id: "SRV-2026H1" }),
      recordOf("SRV-2026H1", "closed"),
      [],
    ],
    [
      "a meeting was held on a complaint",
      "STD-02",
      recordOf("STD-2026-001", "held", { cases: [COMPLAINT] }),
      complaint("standardising"),
      [`${COMPLAINT} complete_standardisation`],
    ],
    [
      "a meeting was held before the complaint was submitted",
      "STD-02",
      recordOf("STD-2026-001", "held", { cases: [COMPLAINT] }),
      complaint("accepted"),
      [],
    ],
    [
      "a return waits for nobody else's step",
      "RET-07",
      recordOf("RET-2026-001", "closed"),
      complaint("completed"),
      [],
    ],
  ])("%s", (...[, id, record, other, expected]) => {
    expect(waiting(id, record, [other])).toEqual(expected);
  });
});

it("whoever is named holds a role of the event that is waited for", () => {
  const kindOf = (id: Id): Kind =>
    id.startsWith("CMP")
      ? "complaint"
      : id.startsWith("CAPA")
        ? "capa"
        : id.startsWith("SRV")
          ? "survey_wave"
          : "order";
  const all = [
    ...["opened", "issued", "completed", "confirmed", "closed"].flatMap((state) =>
      ["CMP-07", "CMP-08", "CMP-13", "CMP-19"].flatMap((id) => dutiesOf(id, complaint("x"), [capa(state)])),
    ),
    ...dutiesOf("CAPA-03", capa("issued"), [complaint("cause_analysis")]),
    ...dutiesOf("CAPA-05", capa("implementing"), [complaint("countermeasure")]),
    ...dutiesOf("CAPA-07", capa("confirmed"), [complaint("awaiting_confirmation")]),
    ...dutiesOf("CAPA-08", capa("received"), [complaint("awaiting_confirmation")]),
    ...dutiesOf("STD-02", recordOf("STD-2026-001", "held", { cases: [COMPLAINT] }), [
      complaint("standardising"),
    ]),
    ...dutiesOf("AMD-04", recordOf("AMD-2026-002", "accepted", { order_id: "ORD-2026-0001" }), [
      recordOf("ORD-2026-0001", "signed"),
    ]),
    ...dutiesOf("RSP-01", recordOf("RSP-2026H1-001", "recorded", { wave_id: "SRV-2026H1" }), [
      recordOf("SRV-2026H1", "sent"),
    ]),
    ...dutiesOf("CAPA-09", capa("closed", { source: { type: "survey", id: "SRV-2026H1" } }), [
      recordOf("SRV-2026H1", "reported"),
    ]),
  ];
  expect(all.length).toBeGreaterThan(15);
  for (const duty of all) {
    const steps = kinds[kindOf(duty.record)].workflow.steps.filter((step) => step.event === duty.event);
    expect(steps.flatMap(rolesOf)).toEqual(expect.arrayContaining([...duty.roles]));
  }
});
