/** What is said when a gate of complaint or CAPA does not hold: finished in both languages, without a key left over. */
import { describe, expect, it } from "vitest";
import type { Kind } from "../../src/domain/records/record.ts";
import { type Finding, worded } from "../../src/domain/words/findings.ts";
import { capaFindings } from "../../src/domain/words/findings-capa.ts";
import { casesFindings } from "../../src/domain/words/findings-cases.ts";
import { closingFindings } from "../../src/domain/words/findings-closing.ts";
import { complaintFindings } from "../../src/domain/words/findings-complaint.ts";
import { effectFindings } from "../../src/domain/words/findings-effect.ts";
import { measuresFindings } from "../../src/domain/words/findings-measures.ts";
import { wordsFor } from "../../src/render/labels.ts";
import { kinds, people, shared } from "../support/procedure.ts";

const catalogue = {
  ...casesFindings,
  ...complaintFindings,
  ...measuresFindings,
  ...closingFindings,
  ...capaFindings,
  ...effectFindings,
};
type Code = keyof typeof catalogue;

/** One value for every parameter that occurs; each sentence takes what it needs. */
const VALUES = {
  kind: "complaint",
  path: "received_at",
  id: "CMP-2026-020",
  at: "2026-06-09T09:00:00+08:00",
  than: "acknowledged_at",
  than_at: "2026-06-10T09:00:00+08:00",
  order: "ORD-2026-0001",
  owner: "CUS-002",
  customer: "CUS-001",
  severity: "major",
  event: "customer_reject",
  events: ["customer_accept"],
  when: "now",
  wanted: "ours",
  is: "not_ours",
  earlier: ["CMP-2026-001", "CMP-2026-002"],
  months: 12,
  direct: true,
  repeat_of: "CMP-2026-001",
  capa: "CAPA-2026-009",
  capas: ["CAPA-2026-009"],
  complaint: "CMP-2026-020",
  department: "production",
  refused: "2026-06-10T09:00:00+08:00",
  rejected: "2026-06-10T09:00:00+08:00",
  channel: "im",
  agreed: "email",
  sent: "2026-06-10T09:00:00+08:00",
  response: "no_response",
  meeting: "STD-2026-001",
  number: 2,
  decision: "training",
  type: "survey",
  role: "quality_manager",
  roles: ["sales_manager"],
  leaders: 2,
  no: 2,
  due: "2026-06-30",
  proposed: "2026-07-01",
  against: 3,
  causes: 2,
  status: "planned",
  result: "inconclusive",
  earliest: "2026-07-10",
  days: 30,
  lots: 3,
  day: "2026-06-20",
  part: "HJ-2201",
  defect: "rust",
  closed: "2026-07-15T09:00:00+08:00",
  state: "received",
};
/** Where a parameter of that name means something else. */
const OTHERWISE: Partial<Record<Code, object>> = {
  "capa-not-that-far": { wanted: "issued" },
  "capa-before-refusal": { path: "proposed_at" },
  "meeting-not-held": { state: "planned" },
  "decision-unassigned": { path: "decisions[0].owner" },
  "return-open": { state: "dispositioned" },
  "wave-not-analysed": { state: "collecting" },
  "source-of-another-kind": { kind: "return" },
  "source-of-another-department": { event: "issue" },
  "result-does-not-fit": { event: "verify_effective", wanted: "effective" },
  "reply-sent-already": { event: "rejudge_not_ours" },
};

const said = (code: Code, lang: "zh" | "en", more: object = {}): string => {
  const found: Finding = {
    code,
    blame: "blocked",
    level: "error",
    params: { ...VALUES, ...OTHERWISE[code], ...more },
  };
  const words = wordsFor(lang, shared, (kind) => kinds[kind as Kind], people);
  const { message, remedy } = worded(found, words);
  return remedy === undefined ? message : `${message} ▸ ${remedy}`;
};

const CJK = /[㐀-鿿]/;
/** Keys that a Chinese reader may meet only where they have to be typed, that is in a remedy. */
const KEYS =
  /major|not_ours|production|no_response|inconclusive|quality_manager|customer_reject|planned|training|rust/;

describe.each(Object.keys(catalogue) as Code[])("%s", (code) => {
  it("is said in Chinese and in English", () => {
    expect(said(code, "zh")).toMatch(CJK);
    expect(said(code, "en")).not.toMatch(CJK);
    expect(said(code, "zh") + said(code, "en")).not.toMatch(/undefined|\[object|NaN/);
  });

  it("shows labels, not keys", () => {
    expect(said(code, "zh").split(" ▸ ")[0]).not.toMatch(KEYS);
  });
});

it("says what stands, why, and what to do", () => {
  const shown = (
    ["repeat-unanswered", "capa-compulsory-severity", "capa-before-refusal", "defect-came-again"] as const
  ).flatMap((code) => [said(code, "zh"), said(code, "en")]);
  expect([
    ...shown,
    said("repeat-unanswered", "zh", { direct: false }),
    said("repeat-unanswered", "en", { direct: false }),
  ]).toMatchInlineSnapshot(`
    [
      "CMP-2026-001、CMP-2026-002 在 12 个月内为同一料号、同一不良:须说明为何不是重复投诉 ▸ 填 recurrence_note;是重复投诉则走路径 A(issue_capa)",
      "CMP-2026-001, CMP-2026-002 had the same part and defect within 12 months: say why this is no repeat ▸ fill recurrence_note; a repeat takes path A (issue_capa)",
      "严重程度为「严重」:必须发出纠正预防措施(路径 A) ▸ 用 casetrail open capa 立项并发出,再用 issue_capa",
      "Severity is "Major": a CAPA is compulsory (path A) ▸ open and issue a CAPA (casetrail open capa), then issue_capa",
      "CAPA-2026-009 的「对策提出时间」(2026-06-09)仍是被退回(2026-06-10)之前的 ▸ 先在纠正预防措施上登记退回(reject 或 customer_rejected)并重新提出对策:casetrail advance CAPA-2026-009",
      "CAPA-2026-009 still holds the refused attempt: Proposed at (2026-06-09) is older than the refusal of 2026-06-10 ▸ record the refusal there first (reject or customer_rejected) and propose again: casetrail advance CAPA-2026-009",
      "CMP-2026-020 于 2026-06-20 收到,料号 HJ-2201,同一不良(生锈/锈蚀):效果未得到证明 ▸ 用 verify_ineffective 重新分析原因",
      "CMP-2026-020 came in on 2026-06-20 with the same defect (HJ-2201, Rust): the effect is not proven ▸ analyse anew with verify_ineffective",
      "CMP-2026-001、CMP-2026-002 在 12 个月内为同一料号、同一不良:须关联,或说明为何不是重复投诉 ▸ 填 repeat_of 或 recurrence_note",
      "CMP-2026-001, CMP-2026-002 had the same part and defect within 12 months: link it, or say why this is no repeat ▸ fill repeat_of or recurrence_note",
    ]
  `);
});
