/** What a step is (engine.md): who may, what it writes, two persons, rounds, attempts, times. On records of the example. */
import { describe, expect, it } from "vitest";
import { openings } from "../../src/domain/engine/openings.ts";
import type { CaseRecord } from "../../src/domain/records/record.ts";
import { codes, contextOn, recordsBefore, take, tryStep } from "../support/timeline.ts";

const NOW = "2026-11-24T17:30:00+08:00";
const end = () => recordsBefore("none", 1);

describe("who may take a step (3.11, engine.md 9)", () => {
  it("somebody without the role is refused and told who may", () => {
    expect(codes(tryStep(end(), "CMP-2026-018", "judge_ours", { by: "P01", at: NOW }))).toEqual([
      "role-not-held",
    ]);
  });

  it("the head of another department cannot answer for the responsible one (R-4.6.3.1-01)", () => {
    expect(codes(tryStep(end(), "CAPA-2026-010", "propose", { by: "W01", at: NOW }))).toEqual([
      "other-department",
    ]);
  });

  it("a role that the actor does not hold cannot be chosen", () => {
    expect(
      codes(tryStep(end(), "CMP-2026-018", "judge_ours", { by: "S02", at: NOW, role: "sales_manager" })),
    ).toEqual(["role-not-held"]);
  });

  it("too early and by the wrong person: both reasons at once", () => {
    expect(codes(tryStep(end(), "CMP-2026-018", "confirm", { by: "S02", at: NOW }))).toEqual([
      "role-not-held",
      "not-from-state",
    ]);
  });

  it("too early: what the step will need there is not asked yet, nor are its places", () => {
    const set = { "rounds[-1].followup.text": "现场已看" };
    expect(codes(tryStep(end(), "CMP-2026-019", "follow_up", { by: "Q02", at: NOW, set }))).toEqual([
      "not-from-state",
    ]);
    expect(codes(tryStep(end(), "CMP-2026-019", "confirm", { by: "Q01", at: NOW }))).toEqual([
      "not-from-state",
    ]);
  });

  it("a deputy acts in the absent person's role, and the history says for whom", () => {
    const context = contextOn(end(), "complaint", "CMP-2026-018", NOW);
    const deputy = {
      ...context.people.find((p) => p.id === "M02")!,
      deputy_for: [{ person: "S02", from: "2026-11-20", to: "2026-11-30" }],
    };
    const people = [...context.people.filter((p) => p.id !== "M02"), deputy];
    const open = openings({ ...context, people }, { by: "M02", at: NOW });
    expect(open.find((o) => o.step.event === "judge_ours")?.allowed).toBe(true);
    expect(
      openings(context, { by: "M02", at: NOW }).find((o) => o.step.event === "judge_ours")?.allowed,
    ).toBe(false);
  });

  it("an event that no workflow has is refused with the nearest one", () => {
    expect(codes(tryStep(end(), "CMP-2026-018", "judge_our", { by: "S02", at: NOW }))).toEqual([
      "unknown-event",
    ]);
  });
});

describe("what a step may write (engine.md 3)", () => {
  const judged = { "preliminary_analysis.text": "尺寸超差", severity: "minor" };

  it("its needs and its may, and nothing else: the owner of the field is named", () => {
    const planned = tryStep(end(), "CMP-2026-018", "judge_ours", {
      by: "S02",
      at: NOW,
      set: { ...judged, "archive.location": "A-1" },
    });
    expect(codes(planned)).toContain("not-owned archive.location");
    expect(planned.ok ? [] : planned.findings.find((f) => f.code === "not-owned")?.params).toMatchObject({
      owners: ["archive"],
    });
  });

  it("everything missing is named at once, by its deepest path", () => {
    expect(codes(tryStep(end(), "CMP-2026-018", "judge_ours", { by: "S02", at: NOW }))).toEqual([
      "field-missing preliminary_analysis.text",
      "field-missing severity",
    ]);
  });

  it("what the event says is written, another value is refused (R-4.6.1-03)", () => {
    const records = end();
    expect(
      codes(
        tryStep(records, "CMP-2026-018", "judge_ours", {
          by: "S02",
          at: NOW,
          set: { ...judged, responsibility: "not_ours" },
        }),
      ),
    ).toEqual(["event-says responsibility"]);
    expect(
      take(records, "CMP-2026-018", "judge_ours", { by: "S02", at: NOW, set: judged }).record,
    ).toMatchObject({
      responsibility: "ours",
      our_share_percent: 100,
      handed_to_quality_at: NOW,
      preliminary_analysis: { text: "尺寸超差", by: "S02", at: NOW },
    });
  });

  it("who signs a part is the actor: another name is refused, a later time too", () => {
    const other = { ...judged, "preliminary_analysis.by": "S03" };
    expect(codes(tryStep(end(), "CMP-2026-018", "judge_ours", { by: "S02", at: NOW, set: other }))).toContain(
      "another-person preliminary_analysis.by",
    );
    const later = { ...judged, handed_to_quality_at: "2026-11-25T09:00:00+08:00" };
    expect(codes(tryStep(end(), "CMP-2026-018", "judge_ours", { by: "S02", at: NOW, set: later }))).toEqual([
      "later-than-step handed_to_quality_at",
    ]);
  });

  it("paths that are none, and prototype keys, are refused", () => {
    const set = { ...judged, "__proto__.x": 1, "rounds[].reply": "x" };
    expect(codes(tryStep(end(), "CMP-2026-018", "judge_ours", { by: "S02", at: NOW, set }))).toEqual([
      "bad-path __proto__.x",
      "bad-path rounds[].reply",
    ]);
  });

  it("a closed round is frozen", () => {
    const records = recordsBefore("CMP-2026-004", 18);
    const set = {
      "rounds[0].countermeasure": [{ type: "corrective", text: "x", owner: "P01", due: "2026-05-01" }],
    };
    expect(
      codes(
        tryStep(records, "CMP-2026-004", "report_completion", {
          by: "P01",
          at: "2026-04-22T16:00:00+08:00",
          set,
        }),
      ),
    ).toContain("frozen rounds[0].countermeasure");
  });
});

describe("when a step may lie (INV-01, INV-22)", () => {
  const set = { "preliminary_analysis.text": "x", severity: "minor" };
  it.each([
    ["in the future", "2026-11-25T09:00:00+08:00", undefined, ["in-the-future"]],
    ["before the record's last step", "2026-11-01T09:00:00+08:00", "补录", ["before-last-step"]],
  ])("not %s", (_name, at, note, expected) => {
    const trial = { by: "S02", at, set, now: NOW, ...(note === undefined ? {} : { note }) };
    expect(codes(tryStep(end(), "CMP-2026-018", "judge_ours", trial))).toEqual(expected);
  });

  it("told late it needs a note (late_entry_after)", () => {
    const late = { by: "S02", at: "2026-11-24T17:30:00+08:00", now: "2026-11-27T09:00:00+08:00", set };
    expect(codes(tryStep(end(), "CMP-2026-018", "judge_ours", late))).toEqual(["late-entry-without-note"]);
    expect(codes(tryStep(end(), "CMP-2026-018", "judge_ours", { ...late, note: "系统停机" }))).toEqual([]);
  });
});

describe("two persons sign (R-4.6.3.1-03, R-4.6.3.2-03)", () => {
  // CMP-2026-004: 7 follow_up, 8 cosign by Q01, 9 confirm by G01, 10 cosign, 11 approve_reply
  const at = "2026-04-08T17:00:00+08:00";

  it("the first signature is a step of its own that leaves the state, and says who is still missing", () => {
    const plan = take(recordsBefore("CMP-2026-004", 8), "CMP-2026-004", "confirm", { by: "G01", at });
    expect(plan.entry).toMatchObject({
      event: "cosign",
      for: "confirm",
      transition: "cosign",
      to: "awaiting_confirmation",
    });
    expect(plan.unsigned).toEqual(["quality_manager"]);
    expect(plan.record["rounds"]).toMatchObject([{ confirm_gm: { by: "G01", at, ok: true } }]);
  });

  it("the second signature makes the event, in either order", () => {
    const records = recordsBefore("CMP-2026-004", 8);
    take(records, "CMP-2026-004", "confirm", { by: "G01", at });
    expect(take(records, "CMP-2026-004", "confirm", { by: "Q01", at }).to).toBe("confirmed");
  });

  it("the same person twice is refused, and so is signing for another", () => {
    const records = recordsBefore("CMP-2026-004", 9);
    expect(codes(tryStep(records, "CMP-2026-004", "confirm", { by: "Q01", at }))).toEqual(["signed-already"]);
    const set = { "rounds[-1].confirm_quality": { by: "Q01", at, ok: true } };
    expect(
      codes(tryStep(recordsBefore("CMP-2026-004", 8), "CMP-2026-004", "confirm", { by: "G01", at, set })),
    ).toContain("signing-for-another rounds[-1].confirm_quality");
  });

  it("a signature that does not agree is its own event", () => {
    const set = { "rounds[-1].confirm_gm.ok": false };
    expect(
      codes(tryStep(recordsBefore("CMP-2026-004", 8), "CMP-2026-004", "confirm", { by: "G01", at, set })),
    ).toContain("refusal-is-its-own-event rounds[-1].confirm_gm.ok");
  });

  it("what was signed has changed since: the first signature is stale and must be given anew", () => {
    const records = recordsBefore("CMP-2026-004", 9);
    take(records, "CMP-2026-004", "follow_up", {
      by: "Q02",
      at: "2026-04-08T16:00:00+08:00",
      set: { "rounds[-1].followup.text": "再次查看" },
    });
    const plan = take(records, "CMP-2026-004", "confirm", { by: "G01", at });
    expect(plan.entry.event).toBe("cosign");
    expect(plan.unsigned).toEqual(["quality_manager"]);
    expect(plan.warnings.map((w) => w.code)).toEqual(["signature-stale"]);
  });

  it("reviewer and approver of the reply are the roles of the settings, two persons", () => {
    const records = recordsBefore("CMP-2026-004", 10);
    take(records, "CMP-2026-004", "approve_reply", { by: "Q01", at: "2026-04-09T09:00:00+08:00" });
    expect(
      codes(
        tryStep(records, "CMP-2026-004", "approve_reply", { by: "Q01", at: "2026-04-09T09:00:00+08:00" }),
      ),
    ).toEqual(["signed-already"]);
    expect(
      take(records, "CMP-2026-004", "approve_reply", { by: "G01", at: "2026-04-09T09:30:00+08:00" }).to,
    ).toBe("reply_approved");
  });
});

describe("a CAPA is cancelled with the general manager's agreement (CAPA-12)", () => {
  const at = NOW;
  it("without it nothing is written; with it the quality manager takes the step", () => {
    const records = end();
    const set = { cancel_reason: "改判非我司责任" };
    expect(codes(tryStep(records, "CAPA-2026-010", "cancel", { by: "Q01", at, set }))).toEqual([
      "agreement-missing cancel_agreed_by",
    ]);
    expect(take(records, "CAPA-2026-010", "cancel", { by: "G01", at }).entry).toMatchObject({
      event: "cosign",
      for: "cancel",
    });
    const plan = take(records, "CAPA-2026-010", "cancel", {
      by: "Q01",
      at,
      set: { ...set, cancel_agreed_by: "G01" },
    });
    expect(plan.to).toBe("cancelled");
  });
});

describe("rounds and attempts only grow (4.6.3.3)", () => {
  it("a refusal opens round n+1 and nothing of round n is touched", () => {
    const records = recordsBefore("CMP-2026-004", 14);
    const before = structuredClone(records.get("CMP-2026-004")?.["rounds"]) as Record<string, unknown>[];
    const set = { "rounds[-1].customer_response": { response: "rejected", comment: "未说明防再发" } };
    const plan = take(records, "CMP-2026-004", "customer_reject", {
      by: "S03",
      at: "2026-04-14T11:00:00+08:00",
      set,
    });
    const rounds = plan.record["rounds"] as Record<string, unknown>[];
    expect(rounds).toHaveLength(2);
    expect(rounds[1]).toEqual({ round: 2 });
    const { customer_response: answer, ...kept } = rounds[0] ?? {};
    expect(kept).toEqual(before[0]);
    expect(answer).toMatchObject({ response: "rejected", at: "2026-04-14T11:00:00+08:00" });
  });

  it("each reopening has a reason of its own: `reopened[-1]` is the one that this step makes", () => {
    const records = recordsBefore("CMP-2026-004", 30);
    const reasons = (): unknown[] => (records.get("CAPA-2026-003")?.["reopened"] as unknown[]) ?? [];
    const before = structuredClone(reasons());
    const set = { "reopened[-1].reason": "仍有不良", "reopened[-1].by": "Q01" };
    const refused = tryStep(records, "CAPA-2026-003", "verify_ineffective", {
      by: "Q01",
      at: NOW,
      set: { ...set, "verification.result": "ineffective" },
    });
    expect(refused.ok ? refused.plan.record["reopened"] : codes(refused)).toEqual([
      ...before,
      { reason: "仍有不良", by: "Q01", at: NOW, from_state: "confirmed" },
    ]);
  });

  it("a refused confirmation empties both signatures and keeps the proposal", () => {
    const records = recordsBefore("CMP-2026-004", 9);
    const plan = take(records, "CMP-2026-004", "reject_confirmation", {
      by: "G01",
      at: "2026-04-08T17:00:00+08:00",
      set: { confirm_comment: "证据不足" },
    });
    const round = (plan.record["rounds"] as Record<string, unknown>[])[0];
    expect(round).not.toHaveProperty("confirm_quality");
    expect(round).toHaveProperty("countermeasure");
  });

  it("an ineffective CAPA keeps the attempt whole and starts the next with a copy of the causes", () => {
    const records = end();
    const before = structuredClone(records.get("CAPA-2026-009")) as CaseRecord;
    const set = {
      "verification.result": "ineffective",
      "verification.method": "3 批抽检",
      "reopened[+].reason": "第 2 批仍不良",
    };
    const plan = take(records, "CAPA-2026-009", "verify_ineffective", { by: "Q01", at: NOW, set });
    const { attempts, attempt } = plan.record as unknown as {
      attempts: Record<string, unknown>[];
      attempt: number;
    };
    expect(attempt).toBe((before["attempt"] as number) + 1);
    expect(attempts.at(-1)).toMatchObject({
      causes: before["causes"],
      actions: before["actions"],
      verification: { result: "ineffective", by: "Q01" },
    });
    expect(plan.record).toMatchObject({ causes: before["causes"], state: "cause_analysed" });
    expect(plan.record).not.toHaveProperty("actions");
    expect(plan.record).not.toHaveProperty("verification");
  });
});

describe("the steps every kind has (engine.md 4)", () => {
  it("update fills what may be filled at any time, by the field's role or its manager", () => {
    const records = end();
    const set = { "containment[+]": { location: "warehouse", quantity: 200, method: "全检" } };
    expect(codes(tryStep(records, "CMP-2026-019", "update", { by: "S02", at: NOW, set }))).toEqual([
      "field-of-another containment[+]",
    ]);
    const plan = take(records, "CMP-2026-019", "update", { by: "Q02", at: NOW, set });
    expect(plan.record["containment"]).toEqual([
      { location: "warehouse", quantity: 200, method: "全检", by: "Q02", at: NOW },
    ]);
    expect(
      codes(tryStep(records, "CMP-2026-019", "update", { by: "Q02", at: NOW, set: { severity: "major" } })),
    ).toEqual(["not-owned severity"]);
  });

  it("correct needs a reason, keeps old and new value, and touches neither state nor signatures", () => {
    const records = end();
    const set = { description: "内盒破裂 14 盒" };
    expect(codes(tryStep(records, "CMP-2026-019", "correct", { by: "S02", at: NOW, set }))).toEqual([
      "note-missing note",
    ]);
    const { entry } = take(records, "CMP-2026-019", "correct", {
      by: "S02",
      at: NOW,
      set,
      note: "客户更正数量",
    });
    expect(entry.changes).toEqual([
      { path: "description", before: "内盒破裂 12 盒", after: "内盒破裂 14 盒" },
    ]);
    const trial = { by: "S01", at: NOW, note: "x" };
    expect(
      codes(tryStep(records, "CMP-2026-019", "correct", { ...trial, set: { state: "archived" } })),
    ).toEqual(["engine-owned state"]);
    expect(
      codes(tryStep(records, "CMP-2026-019", "correct", { ...trial, set: { customer_ref: "X" } })),
    ).toEqual(["not-filled-yet customer_ref"]);
  });

  it("a closed case takes no update, but a correction with its reason (INV-24)", () => {
    const records = end();
    expect(
      codes(
        tryStep(records, "CMP-2026-001", "update", { by: "S02", at: NOW, set: { customer_ref: "SCAR-1" } }),
      ),
    ).toEqual(["case-closed"]);
    const fixed = tryStep(records, "CMP-2026-001", "correct", {
      by: "S02",
      at: NOW,
      set: { lot_no: "L260103" },
      note: "批号误记",
    });
    expect(codes(fixed)).toEqual([]);
  });

  it("a note is anybody's, and must say something", () => {
    expect(codes(tryStep(end(), "CMP-2026-019", "note", { by: "F01", at: NOW }))).toEqual([
      "note-missing note",
    ]);
    expect(
      codes(tryStep(end(), "CMP-2026-019", "note", { by: "F01", at: NOW, note: "已电话通知客户" })),
    ).toEqual([]);
  });

  it("a co-signature is never typed", () => {
    expect(codes(tryStep(end(), "CMP-2026-019", "cosign", { by: "Q01", at: NOW }))).toEqual([
      "cosign-never-typed",
    ]);
  });
});
