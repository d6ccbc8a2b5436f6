import { describe } from "vitest";
import type { CaseRecord } from "../../src/domain/records/record.ts";
import { recordOf } from "../support/case-builders.ts";
import { judges, person } from "../support/gate-cases.ts";

const meeting = (rest: Record<string, unknown>, state = "planned"): CaseRecord =>
  recordOf("STD-2026-002", state, { cases: ["CMP-2026-003"], ...rest });
const complaint = (state: string, responsibility = "ours", departments = ["warehouse"]): CaseRecord =>
  recordOf("CMP-2026-003", state, { responsibility, responsible_departments: departments });
const capa = recordOf("CAPA-2026-003", "closed", { responsible_department: "production" });

describe("standardisation meetings (4.8)", () => {
  const planned = (...others: CaseRecord[]) => ({
    step: "STD-01",
    before: null,
    record: meeting({ cases: others.map((one) => one.id) }),
    others,
  });
  judges("cases-ready-for-standardisation", [
    { name: "R-4.8-01 a complaint of ours that was accepted", ...planned(complaint("accepted")), found: [] },
    { name: "or that is being standardised", ...planned(complaint("standardising")), found: [] },
    { name: "or a CAPA, whatever its state", ...planned(capa), found: [] },
    {
      name: "a complaint not yet accepted is not ready",
      ...planned(complaint("replied")),
      found: ["case-not-ready cases"],
    },
    {
      name: "a complaint not ours is no case",
      ...planned(complaint("accepted", "not_ours")),
      found: ["case-not-ours cases"],
    },
    {
      name: "an order is no case",
      ...planned(recordOf("ORD-2026-0001", "closed")),
      found: ["no-case cases"],
    },
  ]);

  const present = (...staff: [string, string][]) => ({
    held_at: "2026-03-20T14:00:00+08:00",
    chair: staff[0]?.[0],
    attendees: staff.map(([id, department]) => ({ staff: id, department })),
  });
  const held = (rest: Record<string, unknown>) => ({
    step: "STD-02",
    record: meeting(rest, "held"),
    others: [complaint("standardising"), capa],
  });
  const rep: [string, string] = ["M01", "gm_office"];
  const deputy = {
    ...person("Q01", "quality", "quality_manager"),
    deputy_for: [{ person: "M01", from: "2026-03-01", to: "2026-03-31" }],
  };
  const representative = person("M01", "gm_office", "management_rep");
  judges("attendance-complete", [
    {
      name: "R-4.8-02 representative and responsible department",
      ...held(present(rep, ["W01", "warehouse"])),
      found: [],
    },
    {
      name: "nobody of the responsible department",
      ...held(present(rep, ["P01", "production"])),
      found: ["department-not-present attendees"],
    },
    {
      name: "no management representative",
      ...held(present(["Q01", "quality"], ["W01", "warehouse"])),
      found: ["no-management-representative attendees"],
    },
    {
      name: "the representative in the chair counts",
      ...held({ ...present(["W01", "warehouse"]), chair: "M01" }),
      found: [],
    },
    {
      name: "so does a deputy on that day",
      ...held(present(["Q01", "quality"], ["W01", "warehouse"])),
      people: [deputy, representative],
      found: [],
    },
    {
      name: "a deputy of another month does not",
      ...held({ ...present(["Q01", "quality"], ["W01", "warehouse"]), held_at: "2026-04-20T14:00:00+08:00" }),
      people: [deputy, representative],
      found: ["no-management-representative attendees"],
    },
    {
      name: "a CAPA brings its department",
      ...held({ ...present(rep, ["W01", "warehouse"]), cases: ["CMP-2026-003", "CAPA-2026-003"] }),
      found: ["department-not-present attendees"],
    },
    { name: "an empty list is named by the engine", ...held({ attendees: [] }), found: [] },
  ]);

  const decided = (...decisions: object[]) => ({ step: "STD-02", record: meeting({ decisions }, "held") });
  judges("each-case-decided", [
    {
      name: "R-4.8-04 one decision a case",
      ...decided({ case: "CMP-2026-003", decision: "training", text: "培训" }),
      found: [],
    },
    {
      name: "none has a reason",
      ...decided({ case: "CMP-2026-003", decision: "none", text: "单发" }),
      found: [],
    },
    {
      name: "none without reason",
      ...decided({ case: "CMP-2026-003", decision: "none" }),
      found: ["none-without-reason decisions[0]"],
    },
    {
      name: "a decision on another case leaves this one open",
      ...decided({ case: "CMP-2026-009", decision: "training", text: "x" }),
      found: ["case-without-decision decisions", "decision-on-no-case decisions[0]"],
    },
  ]);

  const revise = {
    case: "CMP-2026-003",
    decision: "revise_document",
    text: "WI-031",
    owner: "W01",
    due: "2026-04-01",
  };
  const before = meeting({ decisions: [revise] }, "held");
  const done = { done_at: "2026-03-26T15:00:00+08:00", document: "WI-031", from_rev: "C", to_rev: "D" };
  const recorded = (decision: object, by: string, role = "dept_head") => ({
    step: "STD-04",
    before,
    record: meeting({ decisions: [decision] }, "held"),
    by,
    role,
  });
  judges("decision-owned", [
    { name: "the owner records it", ...recorded({ ...revise, ...done }, "W01"), found: [] },
    {
      name: "another head may not",
      ...recorded({ ...revise, ...done }, "P01"),
      found: ["decision-of-another decisions[0]"],
    },
    {
      name: "nor the quality manager",
      ...recorded({ ...revise, ...done }, "Q01", "quality_manager"),
      found: ["decision-of-another decisions[0]"],
    },
    {
      name: "the document controller may",
      ...recorded({ ...revise, ...done }, "M02", "document_controller"),
      found: [],
    },
    {
      name: "the management representative may",
      ...recorded({ ...revise, ...done }, "M01", "management_rep"),
      found: [],
    },
    {
      name: "who stands in for the owner may",
      ...recorded({ ...revise, ...done }, "P01"),
      people: [
        { ...person("P01", "production", "dept_head"), deputy_for: [{ person: "W01" }] },
        person("W01", "warehouse", "dept_head"),
      ],
      found: [],
    },
  ]);
  judges("only-done-recorded", [
    { name: "done, document and revisions", ...recorded({ ...revise, ...done }, "W01"), found: [] },
    {
      name: "the decision itself stays",
      ...recorded({ ...revise, ...done, text: "other" }, "W01"),
      found: ["decision-changed decisions[0]"],
    },
    {
      name: "none is added",
      step: "STD-04",
      before,
      record: meeting({ decisions: [revise, revise] }, "held"),
      found: ["decision-changed decisions[1]"],
    },
    {
      name: "none is dropped",
      step: "STD-04",
      before,
      record: meeting({ decisions: [] }, "held"),
      found: ["decision-changed decisions[0]"],
    },
  ]);
  const closing = (...decisions: object[]) => ({ step: "STD-03", record: meeting({ decisions }, "held") });
  judges("decisions-done", [
    { name: "every decision is done", ...closing({ ...revise, ...done }), found: [] },
    {
      name: "the second is not",
      ...closing({ ...revise, ...done }, revise),
      found: ["decision-not-done decisions[1].done_at"],
    },
    {
      name: "where nothing is standardised nothing is to be done",
      ...closing({ case: "CMP-2026-003", decision: "none", text: "x" }),
      found: [],
    },
  ]);
  judges("decision-revisions-named", [
    { name: "R-4.8-05 old and new revision", ...closing({ ...revise, ...done }), found: [] },
    {
      name: "a revised document lacks both",
      ...closing(revise),
      found: [
        "decision-without-revision decisions[0].from_rev",
        "decision-without-revision decisions[0].to_rev",
      ],
    },
    {
      name: "a new document has no old one",
      ...closing({ ...revise, decision: "new_document", to_rev: "A" }),
      found: [],
    },
    {
      name: "but its first",
      ...closing({ ...revise, decision: "new_document" }),
      found: ["decision-without-revision decisions[0].to_rev"],
    },
    { name: "training has none", ...closing({ ...revise, decision: "training" }), found: [] },
  ]);
});
