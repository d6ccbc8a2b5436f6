/** A CAPA taken against the grain: cancelled, refused, reopened, told in the wrong order (3.7, 3.17, 4.6.3.1, 4.6.3.3). */
import { describe, expect, it } from "vitest";
import type { CaseRecord, Json } from "../../src/domain/records/record.ts";
import { codes, type Records, recordsBefore, take, tryStep } from "../support/timeline.ts";

const NOW = "2026-11-24T17:30:00+08:00";
const end = () => recordsBefore("none", 1);
type Set = Record<string, Json>;
const listOf = (record: CaseRecord | undefined, key: string): unknown[] => (record?.[key] as unknown[]) ?? [];

describe("a CAPA is cancelled with the agreement of the general manager (CAPA-12)", () => {
  const agreed = (): Records => {
    const records = end();
    take(records, "CAPA-2026-010", "cancel", { by: "G01", at: NOW });
    return records;
  };
  const cancel = (set: Set) =>
    tryStep(agreed(), "CAPA-2026-010", "cancel", {
      by: "Q01",
      at: NOW,
      set: { cancel_reason: "改判", ...set },
    });

  it("who agreed is named by the engine", () => {
    const planned = cancel({});
    expect(planned.ok && planned.plan.record).toMatchObject({ state: "cancelled", cancel_agreed_by: "G01" });
  });

  it("somebody else's name is refused, and so is the reason left out", () => {
    expect(codes(cancel({ cancel_agreed_by: "S01" }))).toEqual(["agreed-by-another cancel_agreed_by"]);
    expect(codes(cancel({ cancel_reason: null }))).toEqual(["field-missing cancel_reason"]);
  });

  it("the agreement writes nothing else and is given once", () => {
    const set = { cancel_reason: "改判" };
    expect(codes(tryStep(end(), "CAPA-2026-010", "cancel", { by: "G01", at: NOW, set }))).toEqual([
      "not-owned cancel_reason",
    ]);
    expect(codes(tryStep(agreed(), "CAPA-2026-010", "cancel", { by: "G01", at: NOW }))).toEqual([
      "signed-already",
    ]);
  });

  it("one whose measures run is not cancelled any more", () => {
    const trial = { by: "G01", at: NOW };
    expect(codes(tryStep(end(), "CAPA-2026-009", "cancel", trial))).toEqual(["not-from-state"]);
  });
});

describe("each attempt stays whole, whatever comes after it (engine.md 6)", () => {
  const verified = {
    "verification.result": "ineffective",
    "verification.lots": 3,
    "verification.method": "抽检",
  };
  const ineffective = (records: Records, set: Set) =>
    tryStep(records, "CAPA-2026-009", "verify_ineffective", {
      by: "Q01",
      at: NOW,
      set: { ...verified, ...set },
    });

  it("a third attempt with the same verification keeps the second one's beside it", () => {
    const records = recordsBefore("CMP-2026-004", 24);
    const capa = () => records.get("CAPA-2026-003");
    const before = structuredClone(listOf(capa(), "attempts"));
    expect(capa()?.["attempt"]).toBe(2);
    const at = "2026-04-27T15:00:00+08:00";
    for (const reason of ["第 2 次仍不良"])
      take(records, "CAPA-2026-003", "verify_ineffective", {
        by: "Q01",
        at,
        set: { ...verified, "reopened[-1].reason": reason },
      });
    expect(listOf(capa(), "attempts").slice(0, 1)).toEqual(before);
    expect(listOf(capa(), "attempts")[1]).toMatchObject({ attempt: 2, verification: { lots: 3, by: "Q01" } });
    expect(listOf(capa(), "reopened")).toHaveLength(2);
    expect(capa()).toMatchObject({ attempt: 3, state: "cause_analysed" });
    expect(capa()).not.toHaveProperty("verification");
  });

  it.each<[string, Set, string]>([
    [
      "two reasons at once",
      { "reopened[+]": { reason: "a" }, "reopened[+].reason": "b" },
      "one-entry-a-step reopened",
    ],
    [
      "another person's name",
      { "reopened[-1]": { reason: "a", by: "G01" } },
      "another-person reopened[0].by",
    ],
    [
      "another state",
      { "reopened[-1]": { reason: "a", from_state: "closed" } },
      "computed-differs reopened[-1].from_state",
    ],
    ["no reason", {}, "field-missing reopened[-1].reason"],
    ["another number of attempt", { "reopened[-1].reason": "a", attempt: 7 }, "not-owned attempt"],
    ["attempts of one's own", { "reopened[-1].reason": "a", attempts: [] }, "frozen attempts"],
  ])("a reopening with %s is refused", (_name, set, expected) => {
    expect(codes(ineffective(end(), set))).toContain(expected);
  });

  it("earlier reasons are neither changed nor dropped", () => {
    const records = recordsBefore("CMP-2026-004", 24);
    const at = "2026-04-27T15:00:00+08:00";
    const trial = { by: "Q01", at, set: { ...verified, reopened: [{ reason: "另写" }] } };
    expect(codes(tryStep(records, "CAPA-2026-003", "verify_ineffective", trial))).toContain(
      "list-only-grows reopened",
    );
  });

  it("a confirmed one is sent back with a comment, and both signatures move with the attempt", () => {
    const records = end();
    const send = (set: Set) => tryStep(records, "CAPA-2026-009", "reject", { by: "G01", at: NOW, set });
    expect(codes(send({}))).toEqual(["field-missing reject_comment"]);
    const planned = send({ reject_comment: "证据不足" });
    expect(planned.ok && planned.plan.record).toMatchObject({
      state: "received",
      attempt: 2,
      received_at: NOW,
      received_by: "E01",
    });
    expect(planned.ok && planned.plan.record).not.toHaveProperty("confirm_gm");
    expect(planned.ok && listOf(planned.plan.record, "attempts")[0]).toMatchObject({
      confirm_gm: { by: "G01", ok: true },
      ended: { event: "reject", by: "G01", reason: "证据不足" },
    });
  });

  it("the customer's rejection needs a complaint that records it, and it comes before (CAPA-13)", () => {
    const set = { "reopened[-1].reason": "客户不接受" };
    expect(codes(tryStep(end(), "CAPA-2026-009", "customer_rejected", { by: "S02", at: NOW, set }))).toEqual([
      "no-customer-rejection",
    ]);
  });
});

describe("what is told of a CAPA lies in the order in which it happened (INV-01)", () => {
  // CAPA-2026-009: 5 acknowledge, 6 propose, 7 report_completion
  const action = { no: 1, type: "corrective", text: "x", against: 1, owner: "E01", due: "2026-10-22" };
  const propose = (set: Set) =>
    tryStep(recordsBefore("CAPA-2026-009", 6), "CAPA-2026-009", "propose", {
      by: "E01",
      at: "2026-10-10T16:00:00+08:00",
      set,
    });

  it.each<[string, Set, string]>([
    [
      "proposed before it was received",
      { proposed_at: "2026-09-30T09:00:00+08:00" },
      "time-before proposed_at",
    ],
    ["proposed in the future", { proposed_at: "2026-10-11T09:00:00+08:00" }, "later-than-step proposed_at"],
    [
      "no corrective action",
      { actions: [{ ...action, type: "preventive" }] },
      "no-corrective-action actions",
    ],
    [
      "an action due before the proposal",
      { actions: [{ ...action, due: "2026-10-09" }] },
      "due-before-proposal actions[0].due",
    ],
    [
      "an action for no cause",
      { actions: [{ ...action, against: 0 }] },
      "action-answers-no-cause actions[0].against",
    ],
    [
      "an owner nobody knows",
      { actions: [{ ...action, owner: "X99" }] },
      "reference-unknown actions[0].owner",
    ],
    ["no action at all", { actions: [] }, "field-missing actions"],
    [
      "a countermeasure already done",
      { completed_at: "2026-10-10T16:00:00+08:00" },
      "not-owned completed_at",
    ],
  ])("%s: refused", (_name, set, expected) => {
    expect(codes(propose({ actions: [action], ...set }))).toContain(expected);
  });

  it("the head of the department proposes, nobody else, and only once", () => {
    const set = { actions: [action] };
    const at = "2026-10-10T16:00:00+08:00";
    const records = recordsBefore("CAPA-2026-009", 6);
    expect(codes(tryStep(records, "CAPA-2026-009", "propose", { by: "P01", at, set }))).toEqual([
      "other-department",
    ]);
    expect(codes(tryStep(records, "CAPA-2026-009", "propose", { by: "Q02", at, set }))).toEqual([
      "role-not-held",
    ]);
    take(records, "CAPA-2026-009", "propose", { by: "E01", at, set });
    expect(codes(tryStep(records, "CAPA-2026-009", "propose", { by: "E01", at, set }))).toContain(
      "not-from-state",
    );
  });

  it("completion leaves no proposed action out and names what each lacks (CAPA-06)", () => {
    const records = recordsBefore("CAPA-2026-009", 7);
    const actions = records.get("CAPA-2026-009")?.["actions"] as Record<string, Json>[];
    const report = (list: Json) =>
      codes(
        tryStep(records, "CAPA-2026-009", "report_completion", {
          by: "E01",
          at: "2026-10-22T16:00:00+08:00",
          set: { actions: list },
        }),
      );
    expect(report([{ ...actions[0], status: "done", done_at: "2026-10-22T15:00:00+08:00" }])).toEqual([
      "action-left-out actions",
      "field-missing actions[0].evidence",
    ]);
    expect(report(actions.map((one) => ({ ...one, status: "dropped" })))).toEqual([
      "field-missing actions[0].drop_reason",
      "field-missing actions[1].drop_reason",
    ]);
  });
});

describe("the effect is judged by what came after (CAPA-09)", () => {
  const at = "2026-06-30T16:00:00+08:00";
  const before = () => recordsBefore("CAPA-2026-003", 21);
  const set = { "verification.result": "effective", "verification.lots": 3, closure: { comment: "结案" } };
  const effective = (records: Records) =>
    codes(tryStep(records, "CAPA-2026-003", "verify_effective", { by: "Q02", at, set }));
  const late = (id: string, rest: Record<string, unknown>): CaseRecord => ({
    id,
    kind: id.startsWith("RET") ? "return" : "complaint",
    state: "received",
    history: [],
    customer_id: "CUS-003",
    defect_type: "plating_peel",
    ...rest,
  });
  const facts = () => {
    const records = before();
    const source = records.get("CMP-2026-004");
    return { records, part: source?.["part_no"], defect: source?.["defect_type"] };
  };

  it("goods of the source complaint that come back late are no recurrence; those of another case are", () => {
    const { records, part, defect } = facts();
    expect(records.get("CAPA-2026-003")?.state).toBe("confirmed");
    const goods = {
      lines: [{ part_no: part }],
      defect_type: defect,
      receipt: { received_at: "2026-06-20T09:00:00+08:00" },
    };
    records.set("RET-2026-099", late("RET-2026-099", { ...goods, complaint_id: "CMP-2026-004" }));
    expect(effective(records)).toEqual([]);
    records.set("RET-2026-098", late("RET-2026-098", goods));
    expect(effective(records)).toEqual(["defect-came-again verification.result"]);
  });

  it("a new complaint with the same part and defect is one (R-3.4-02)", () => {
    const { records, part, defect } = facts();
    const again = {
      part_no: part,
      defect_type: defect,
      received_at: "2026-06-20T09:00:00+08:00",
      state: "registered",
    };
    records.set("CMP-2026-099", late("CMP-2026-099", again));
    expect(effective(records)).toEqual(["defect-came-again verification.result"]);
  });
});
