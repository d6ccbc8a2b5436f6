/** Findings of a complaint from registration to the choice of the path, and of how it closes (4.6, 4.8, 4.10). */
import { say } from "./words.ts";

type None = Record<string, never>;
interface Earlier {
  readonly earlier: readonly string[];
  readonly months: number;
}

export const complaintFindings = {
  "repeat-possible": say<Earlier & { id: string }>({
    blame: "blocked",
    level: "warning",
    zh: (p, w) => `${p.months} 个月内同一料号、同一不良已有投诉:${w.list(p.earlier)}`,
    en: (p, w) =>
      `Within ${p.months} months there were complaints about the same part and defect: ${w.list(p.earlier)}`,
    remedy: {
      zh: () => "是重复投诉,填 repeat_of;不是,在 recurrence_note 说明原因",
      en: () => "if it is a repeat, fill repeat_of; if not, say why in recurrence_note",
    },
  }),
  "repeat-unanswered": say<Earlier & { direct: boolean }>({
    blame: "missing",
    zh: (p, w) =>
      `${w.list(p.earlier)} 在 ${p.months} 个月内为同一料号、同一不良:${p.direct ? "须说明为何不是重复投诉" : "须关联,或说明为何不是重复投诉"}`,
    en: (p, w) =>
      `${w.list(p.earlier)} had the same part and defect within ${p.months} months: ${p.direct ? "say why this is no repeat" : "link it, or say why this is no repeat"}`,
    remedy: {
      zh: (p) =>
        p.direct ? "填 recurrence_note;是重复投诉则走路径 A(issue_capa)" : "填 repeat_of 或 recurrence_note",
      en: (p) =>
        p.direct
          ? "fill recurrence_note; a repeat takes path A (issue_capa)"
          : "fill repeat_of or recurrence_note",
    },
  }),
  "repeat-of-itself": say<{ id: string }>({
    blame: "blocked",
    zh: (p) => `${p.id} 不能是自身的重复投诉`,
    en: (p) => `${p.id} cannot be a repeat of itself`,
  }),
  "quality-not-called": say<None>({
    blame: "value",
    zh: (_, w) => `会同分析必须召集${w.department("quality")}`,
    en: (_, w) => `The joint analysis must include ${w.department("quality")}`,
    remedy: {
      zh: () => "在 joint_analysis.departments 中加入 quality",
      en: () => "put quality among joint_analysis.departments",
    },
  }),
  "reply-sent-already": say<{ event: string; at: string }>({
    blame: "blocked",
    zh: (p, w) => `${p.at.slice(0, 10)} 已回复客户,不能再「${w.event("complaint", p.event)}」`,
    en: (p, w) =>
      `A reply was sent on ${p.at.slice(0, 10)}: "${w.event("complaint", p.event)}" is no longer possible`,
    remedy: {
      zh: (p) =>
        p.event === "void"
          ? "由会同分析得出结论:judge_ours 或 judge_not_ours"
          : "客户不认同责任判定时用 customer_dispute",
      en: (p) =>
        p.event === "void"
          ? "the joint analysis comes to a conclusion: judge_ours or judge_not_ours"
          : "where the customer disputes the judgement, the way is customer_dispute",
    },
  }),
  "capa-compulsory-severity": say<{ severity: string }>({
    blame: "blocked",
    zh: (p, w) => `严重程度为「${w.value("severity", p.severity)}」:必须发出纠正预防措施(路径 A)`,
    en: (p, w) => `Severity is "${w.value("severity", p.severity)}": a CAPA is compulsory (path A)`,
    remedy: {
      zh: () => "用 casetrail open capa 立项并发出,再用 issue_capa",
      en: () => "open and issue a CAPA (casetrail open capa), then issue_capa",
    },
  }),
  "capa-compulsory-repeat": say<{ repeat_of: string }>({
    blame: "blocked",
    zh: (p) => `重复投诉(${p.repeat_of}):必须发出纠正预防措施(路径 A)`,
    en: (p) => `It repeats ${p.repeat_of}: a CAPA is compulsory (path A)`,
    remedy: {
      zh: () => "用 casetrail open capa 立项并发出,再用 issue_capa",
      en: () => "open and issue a CAPA (casetrail open capa), then issue_capa",
    },
  }),
  "duplicate-of-itself": say<{ id: string }>({
    blame: "blocked",
    zh: (p) => `${p.id} 不能与自身重复`,
    en: (p) => `${p.id} cannot be its own duplicate`,
  }),
  "duplicate-of-another-customer": say<{ id: string; owner: string; customer: string }>({
    blame: "blocked",
    zh: (p) => `${p.id} 是客户 ${p.owner} 的投诉,本单的客户是 ${p.customer}`,
    en: (p) => `${p.id} is a complaint of customer ${p.owner}, this one is of ${p.customer}`,
  }),
  "duplicate-of-a-voided": say<{ id: string }>({
    blame: "blocked",
    zh: (p) => `${p.id} 已作废,不能作为原投诉`,
    en: (p) => `${p.id} is voided and cannot be the original`,
  }),
} as const;
