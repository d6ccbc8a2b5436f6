/** A complaint taken against the grain: other rounds, wrong order, absurd values, reopened and reopened again (3.5, 3.17). */
import { describe, expect, it } from "vitest";
import type { CaseRecord, Json } from "../../src/domain/records/record.ts";
import { codes, type Records, recordsBefore, take, tryStep } from "../support/timeline.ts";

const NOW = "2026-11-24T17:30:00+08:00";
const end = () => recordsBefore("none", 1);
type Set = Record<string, Json>;
const roundsOf = (record: CaseRecord | undefined) => (record?.["rounds"] as Record<string, unknown>[]) ?? [];

// CMP-2026-020 (direct): 1 register, 2 judge_ours, 3 assign_direct, 4 acknowledge, 5 propose, 6 report_completion …
const AT = "2026-10-30T15:00:00+08:00";
const measure = { type: "corrective", text: "延长活化", owner: "P01", due: "2026-11-05" };
const propose = (set: Set): string[] =>
  codes(tryStep(recordsBefore("CMP-2026-020", 5), "CMP-2026-020", "propose", { by: "P01", at: AT, set }));

describe("only the open round is written (engine.md 3 and 6, 2.22)", () => {
  it.each<[string, string[]]>([
    ["rounds[-1].countermeasure", []],
    ["rounds[0].countermeasure", []],
    ["rounds[1].countermeasure", ["path-does-not-fit rounds[1].countermeasure"]],
    ["rounds[5].countermeasure", ["path-does-not-fit rounds[5].countermeasure"]],
    ["rounds[+].countermeasure", ["path-does-not-fit rounds[+].countermeasure"]],
    ["rounds[].countermeasure", ["bad-path rounds[].countermeasure"]],
    ["rounds[-2].countermeasure", ["bad-path rounds[-2].countermeasure"]],
    ["rounds.countermeasure", ["computed-differs rounds.countermeasure"]],
  ])("%s", (path, expected) => {
    const missing = expected.length > 0 ? ["field-missing rounds[-1].countermeasure"] : [];
    expect(propose({ [path]: [measure] })).toEqual([...expected, ...missing]);
  });

  it("an object for a round is taken key by key: what the step does not own is refused", () => {
    expect(propose({ "rounds[-1]": { countermeasure: [measure] } })).toEqual([]);
    expect(propose({ "rounds[-1]": { countermeasure: [measure], confirm_gm: { ok: true } } })).toEqual([
      "not-owned rounds[-1].confirm_gm",
    ]);
    expect(propose({ "rounds[-1]": { countermeasure: [measure], round: 9 } })).toEqual([
      "computed-differs rounds[-1].round",
    ]);
  });

  it("a rejection answers the open round and opens one more, whatever is given for it", () => {
    const records = recordsBefore("CMP-2026-004", 14);
    const at = "2026-04-14T11:00:00+08:00";
    const reject = (set: Set) => tryStep(records, "CMP-2026-004", "customer_reject", { by: "S03", at, set });
    expect(
      codes(reject({ "rounds[+].customer_response": { response: "rejected", comment: "x" } })),
    ).toContain("path-does-not-fit rounds[+].customer_response");
    expect(
      codes(reject({ "rounds[-1].customer_response": { response: "no_response", comment: "x" } })),
    ).toEqual(["response-refuses-nothing rounds[-1].customer_response.response"]);
    expect(codes(reject({ "rounds[-1].customer_response.response": "partial" }))).toEqual([
      "field-missing rounds[-1].customer_response.comment",
    ]);
  });
});

describe("what the engine keeps is not typed (engine.md 3)", () => {
  const judge = (set: Set): string[] =>
    codes(
      tryStep(end(), "CMP-2026-018", "judge_ours", {
        by: "S02",
        at: NOW,
        set: { "preliminary_analysis.text": "尺寸", severity: "minor", ...set },
      }),
    );

  it.each<[string, Json, string[]]>([
    ["id", "CMP-2026-001", ["not-owned id"]],
    ["kind", "capa", ["not-owned kind"]],
    ["state", "archived", ["not-owned state"]],
    ["created_by", "S03", ["not-owned created_by"]],
    ["history", [], ["frozen history"]],
    ["history[0].by", "S03", ["frozen history[0].by"]],
    ["attempts", [], ["frozen attempts"]],
    ["rounds", [{ round: 1 }], ["computed-differs rounds"]],
    ["responsibility", "ours", []],
    ["responsibility", "undetermined", ["event-says responsibility"]],
    ["constructor.x", 1, ["bad-path constructor.x"]],
    ["preliminary_analysis.__proto__", {}, ["bad-path preliminary_analysis.__proto__"]],
    ["preliminary_analysis", { text: "尺寸", by: "S03" }, ["another-person preliminary_analysis.by"]],
    ["preliminary_analysis", { text: null }, ["field-missing preliminary_analysis.text"]],
    ["severity", null, ["field-missing severity"]],
    ["preliminary_analysis.text", `${"长".repeat(10_000)}😀`, []],
  ])("%s", (path, value, expected) => {
    expect(judge({ [path]: value })).toEqual(expected);
  });

  it("what the step says beside its fields is kept whole, an emoji too", () => {
    const text = "毛刺😀\n第二行";
    const set = { "preliminary_analysis.text": text, severity: "minor" };
    const { record } = take(end(), "CMP-2026-018", "judge_ours", { by: "S02", at: NOW, set });
    expect(record["preliminary_analysis"]).toMatchObject({ text });
  });
});

describe("what is told lies in the order in which it happened (INV-01, INV-22)", () => {
  it.each<[string, Set, string]>([
    [
      "proposed before the department had the form",
      { "rounds[-1].proposed_at": "2026-10-28T17:00:00+08:00" },
      "time-before rounds[-1].proposed_at",
    ],
    [
      "proposed tomorrow",
      { "rounds[-1].proposed_at": "2026-10-31T09:00:00+08:00" },
      "later-than-step rounds[-1].proposed_at",
    ],
  ])("%s", (_name, set, expected) => {
    expect(propose({ "rounds[-1].countermeasure": [measure], ...set })).toEqual([expected]);
  });

  it.each<[string, readonly [string, number, string], Set, string]>([
    [
      "analysed before it came",
      ["judge_ours", 2, "S03"],
      { "preliminary_analysis.at": "2026-10-25T09:00:00+08:00" },
      "time-before preliminary_analysis.at",
    ],
    [
      "handed over before it came",
      ["judge_ours", 2, "S03"],
      { handed_to_quality_at: "2026-10-25T09:00:00+08:00" },
      "time-before handed_to_quality_at",
    ],
    [
      "received before Quality had it",
      ["acknowledge", 4, "P01"],
      { "rounds[-1].received_at": "2026-10-25T09:00:00+08:00" },
      "time-before rounds[-1].received_at",
    ],
    [
      "done before it was proposed",
      ["report_completion", 6, "P01"],
      { "rounds[-1].completed_at": "2026-10-29T09:00:00+08:00" },
      "time-before rounds[-1].completed_at",
    ],
    [
      "sent before it was approved",
      ["send_reply", 12, "S03"],
      { "rounds[-1].reply.sent_at": "2026-11-05T09:00:00+08:00" },
      "time-before rounds[-1].reply.sent_at",
    ],
    [
      "telephoned before it was sent",
      ["confirm_receipt", 13, "S03"],
      { "rounds[-1].receipt_call.at": "2026-11-05T09:00:00+08:00" },
      "time-before rounds[-1].receipt_call.at",
    ],
  ])("%s: refused", (_name, [event, nth, by], set, expected) => {
    const records = recordsBefore("CMP-2026-020", nth);
    const last = records.get("CMP-2026-020")?.history.at(-1)?.at ?? NOW;
    expect(codes(tryStep(records, "CMP-2026-020", event, { by, at: last, set }))).toContain(expected);
  });
});

describe("a refused measure is made anew (CMP-10 after CMP-13)", () => {
  it("on the direct path the old wording is not proposed again", () => {
    const records = recordsBefore("CMP-2026-020", 8);
    const at = "2026-11-05T11:00:00+08:00";
    take(records, "CMP-2026-020", "reject_confirmation", {
      by: "Q01",
      at,
      set: { confirm_comment: "证据不足" },
    });
    expect(roundsOf(records.get("CMP-2026-020"))).toHaveLength(1);
    const again = { by: "P01", at: "2026-11-06T11:00:00+08:00" };
    expect(codes(tryStep(records, "CMP-2026-020", "propose", again))).toEqual([
      "countermeasure-refused rounds[-1].countermeasure",
    ]);
  });

  it("on path A the CAPA's new actions take the place of the refused ones (3.12)", () => {
    const records = recordsBefore("CMP-2026-004", 8);
    const step = (id: string, event: string, day: string, trial: { by: string; set?: Set }) =>
      take(records, id, event, { ...trial, at: `2026-04-${day}:00+08:00` });
    const old = roundsOf(records.get("CMP-2026-004"))[0]?.["countermeasure"];
    step("CMP-2026-004", "reject_confirmation", "08T11:00", {
      by: "Q01",
      set: { confirm_comment: "未防错" },
    });
    expect(
      codes(tryStep(records, "CMP-2026-004", "propose", { by: "P01", at: "2026-04-08T12:00:00+08:00" })),
    ).toEqual(["capa-before-refusal capa_ids"]);
    step("CAPA-2026-003", "reject", "08T13:00", { by: "Q01", set: { reject_comment: "未防错" } });
    const action = {
      no: 1,
      type: "corrective",
      text: "加装扫码",
      against: 1,
      owner: "P01",
      due: "2026-04-20",
    };
    step("CAPA-2026-003", "propose", "09T09:00", { by: "P01", set: { actions: [action] } });
    step("CMP-2026-004", "propose", "09T10:00", { by: "P01" });
    const now = roundsOf(records.get("CMP-2026-004"))[0]?.["countermeasure"];
    expect(now).toEqual([{ type: "corrective", text: "加装扫码", owner: "P01", due: "2026-04-20" }]);
    expect(now).not.toEqual(old);
  });

  it("the customer may reject while a CAPA is being redone: the complaint waits for a proposal that is newer", () => {
    const records = recordsBefore("CMP-2026-004", 14);
    const set = { reject_comment: "复查不通过" };
    take(records, "CAPA-2026-003", "reject", { by: "G01", at: "2026-04-14T09:00:00+08:00", set });
    const rejected = { "rounds[-1].customer_response": { response: "rejected", comment: "不接受" } };
    const plan = take(records, "CMP-2026-004", "customer_reject", {
      by: "S03",
      at: "2026-04-14T11:00:00+08:00",
      set: rejected,
    });
    expect(plan.duties.map((duty) => `${duty.record} ${duty.event}`)).not.toContain(
      "CAPA-2026-003 customer_rejected",
    );
    expect(
      codes(tryStep(records, "CMP-2026-004", "propose", { by: "P01", at: "2026-04-14T12:00:00+08:00" })),
    ).toContain("capa-not-that-far capa_ids");
  });
});

describe("a case is reopened, and reopened again (CMP-26, CMP-31)", () => {
  const reopen = (records: Records, id: string, set: Set, by = "Q01") =>
    tryStep(records, id, "reopen", { by, at: NOW, set });

  it("with a reason each time, and no round is lost or opened before a path is chosen", () => {
    const records = end();
    const before = structuredClone(roundsOf(records.get("CMP-2026-003")));
    expect(codes(reopen(records, "CMP-2026-003", {}))).toEqual(["field-missing reopen_reason"]);
    take(records, "CMP-2026-003", "reopen", { by: "Q01", at: NOW, set: { reopen_reason: "再发" } });
    expect(roundsOf(records.get("CMP-2026-003"))).toEqual(before);
    expect(codes(reopen(records, "CMP-2026-003", { reopen_reason: "再发" }))).toContain("not-from-state");
    take(records, "CMP-2026-003", "assign_direct", { by: "Q02", at: NOW });
    expect(roundsOf(records.get("CMP-2026-003"))).toEqual([...before, { round: before.length + 1 }]);
  });

  it("after a reply it is not re-judged, the way is the customer's dispute (CMP-07)", () => {
    const records = end();
    take(records, "CMP-2026-003", "reopen", { by: "Q01", at: NOW, set: { reopen_reason: "再发" } });
    const set = {
      not_ours_reason: "within_spec",
      analysis_result: "合格",
      recommended_method: "无",
      rejudge_evidence: "报告",
    };
    expect(codes(tryStep(records, "CMP-2026-003", "rejudge_not_ours", { by: "Q01", at: NOW, set }))).toEqual([
      "reply-sent-already",
    ]);
  });

  it("Sales alone does not reopen, and a running case is not reopened", () => {
    expect(codes(reopen(end(), "CMP-2026-003", { reopen_reason: "再发" }, "S03"))).toEqual(["role-not-held"]);
    expect(codes(reopen(end(), "CMP-2026-019", { reopen_reason: "再发" }))).toContain("not-from-state");
  });
});

describe("several responsible departments (3.17)", () => {
  const cause = {
    kind: "occurrence",
    category: "method",
    text: "贴标未核对",
    method: "five_why",
    verified: true,
  };
  const base = {
    causes: [cause],
    cause_departments: ["quality"],
    responsible_departments: ["production", "warehouse"],
  };
  const judged = (): Records => {
    const records = end();
    const set = { "preliminary_analysis.text": "贴标", severity: "minor" };
    take(records, "CMP-2026-018", "judge_ours", { by: "S02", at: NOW, set });
    return records;
  };

  it("direct path: an action of each, and any of their heads takes the step", () => {
    const records = judged();
    take(records, "CMP-2026-018", "assign_direct", { by: "Q02", at: NOW, set: base });
    const one = { "rounds[-1].countermeasure": [{ ...measure, due: "2026-12-01" }] };
    const go = (by: string, set: Set) =>
      codes(tryStep(records, "CMP-2026-018", "propose", { by, at: NOW, set }));
    expect(go("P01", one)).toEqual(["department-without-action rounds[-1].countermeasure"]);
    expect(go("E01", one)).toEqual(["other-department"]);
    const both = [measure, { ...measure, owner: "W01" }];
    expect(go("W01", { "rounds[-1].countermeasure": both })).toEqual([]);
    expect(go("P01", { "rounds[-1].countermeasure": both })).toEqual([]);
  });

  it("path A: one CAPA each, and each of this complaint", () => {
    const set = { ...base, capa_ids: ["CAPA-2026-009"] };
    expect(codes(tryStep(judged(), "CMP-2026-018", "issue_capa", { by: "Q01", at: NOW, set }))).toEqual([
      "capa-of-another-source capa_ids",
      "capa-of-another-department capa_ids",
      "department-without-capa capa_ids",
      "department-without-capa capa_ids",
    ]);
    const none = { ...base, capa_ids: ["CAPA-2026-999"] };
    expect(
      codes(tryStep(judged(), "CMP-2026-018", "issue_capa", { by: "Q01", at: NOW, set: none })),
    ).toContain("department-without-capa capa_ids");
  });
});

describe("attempts to reach the customer are kept (CMP-30)", () => {
  it("each adds to the earlier ones", () => {
    const records = recordsBefore("CMP-2026-004", 14);
    const at = "2026-04-13T11:00:00+08:00";
    const path = "rounds[-1].contact_attempts";
    const tell = (set: Set) => tryStep(records, "CMP-2026-004", "contact_attempt", { by: "S03", at, set });
    take(records, "CMP-2026-004", "contact_attempt", {
      by: "S03",
      at,
      set: { [`${path}[+]`]: { channel: "phone", note: "未接" } },
    });
    expect(codes(tell({ [path]: [{ channel: "email", note: "另写" }] }))).toContain(
      `list-only-grows ${path}`,
    );
    expect(codes(tell({}))).toEqual([`field-missing ${path}`]);
    expect(codes(tell({ [`${path}[+]`]: { channel: "email", note: "再询" } }))).toEqual([]);
  });
});
