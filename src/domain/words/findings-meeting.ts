/** Findings of the gates of standardisation_meeting (4.8). */
import { say } from "./words.ts";

export const meetingFindings = {
  "case-not-ready": say<{ case: string; state: string }>({
    blame: "blocked",
    zh: (p, w) =>
      `${p.case} 尚不能提交标准化会议(状态:${w.state("complaint", p.state)}):须为我司责任且客户已接受或标准化中的投诉,或纠正预防措施`,
    en: (p, w) =>
      `${p.case} is not ready for a standardisation meeting (${w.state("complaint", p.state)}): it must be a complaint of ours in accepted or standardising, or a CAPA`,
  }),
  "case-not-ours": say<{ case: string; responsibility: string }>({
    blame: "blocked",
    zh: (p, w) => `${p.case} 的责任判定为「${w.value("responsibility", p.responsibility)}」,不属标准化会议`,
    en: (p, w) =>
      `${p.case} is judged "${w.value("responsibility", p.responsibility)}": no case for a standardisation meeting`,
  }),
  "no-case": say<{ case: string; kind: string }>({
    blame: "value",
    zh: (p, w) => `${p.case} 是${w.kind(p.kind)},标准化会议只讨论投诉和纠正预防措施`,
    en: (p, w) =>
      `${p.case} is a record of kind ${w.kind(p.kind)}; a meeting deals with complaints and CAPAs`,
  }),
  "no-management-representative": say<Record<string, never>>({
    blame: "blocked",
    zh: (_p, w) => `参会人员中没有${w.role("management_rep")}`,
    en: (_p, w) => `Nobody among the attendees is ${w.role("management_rep")}`,
  }),
  "department-not-present": say<{ department: string; cases: readonly string[] }>({
    blame: "blocked",
    zh: (p, w) => `责任部门 ${w.department(p.department)} 无人参会(${w.list(p.cases)})`,
    en: (p, w) => `Nobody attends from ${w.department(p.department)}, responsible for ${w.list(p.cases)}`,
  }),
  "case-without-decision": say<{ case: string }>({
    blame: "missing",
    zh: (p) => `${p.case} 没有标准化决议`,
    en: (p) => `No decision on ${p.case}`,
    remedy: {
      zh: () => "无需标准化时,决议填「无需标准化」并写明原因",
      en: () => "if nothing needs standardising, decide none and say why",
    },
  }),
  "none-without-reason": say<{ path: string }>({
    blame: "missing",
    zh: (p) => `${p.path}:无需标准化须写明原因(text)`,
    en: (p) => `${p.path}: "none" needs a reason (text)`,
  }),
  "decision-on-no-case": say<{ path: string; case: string }>({
    blame: "blocked",
    zh: (p) => `${p.path} 的案件 ${p.case} 不在讨论案件(cases)中`,
    en: (p) => `${p.path} is about ${p.case}, which is not among the cases`,
  }),
  "decision-of-another": say<{ path: string; owner: string; person: string }>({
    blame: "forbidden",
    zh: (p, w) =>
      `${p.path} 由 ${w.person(p.owner)} 负责;${w.person(p.person)} 不是负责人,也非${w.role("document_controller")}或${w.role("management_rep")}`,
    en: (p, w) =>
      `${p.path} is owned by ${w.person(p.owner)}; ${w.person(p.person)} is neither the owner nor ${w.role("document_controller")} or ${w.role("management_rep")}`,
  }),
  "decision-changed": say<{ path: string }>({
    blame: "value",
    zh: (p) => `${p.path} 已决议:只能登记完成时间、文件和版次`,
    en: (p) => `${p.path} has been decided: only done_at, document and revisions may be recorded`,
  }),
  "decision-not-done": say<{ path: string; case: string }>({
    blame: "blocked",
    zh: (p) => `${p.path}(${p.case})的决议尚未完成(done_at)`,
    en: (p) => `${p.path} (${p.case}) is not done (done_at)`,
    remedy: { zh: () => "用 record_decision 登记", en: () => "record it with record_decision" },
  }),
  "decision-without-revision": say<{ path: string; decision: string }>({
    blame: "blocked",
    zh: (p, w) => `「${w.value("standard_decision", p.decision)}」缺少版次:${p.path}`,
    en: (p, w) => `"${w.value("standard_decision", p.decision)}" lacks a revision: ${p.path}`,
    remedy: { zh: () => "用 record_decision 登记", en: () => "record it with record_decision" },
  }),
} as const;
