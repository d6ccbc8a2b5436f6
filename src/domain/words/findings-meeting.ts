/** Findings of the gates of standardisation_meeting (4.8). */
import { say } from "./words.ts";

const KIND = "standardisation_meeting";
/** Which decision a path is about, counted as people count. */
const nth = (path: string): number => Number(/\[(\d+)\]/.exec(path)?.[1] ?? 0) + 1;

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
    zh: (p, w) => `第 ${nth(p.path)} 项决议「${w.value("standard_decision", "none")}」须在决议内容中写明原因`,
    en: (p, w) =>
      `Decision ${nth(p.path)}, "${w.value("standard_decision", "none")}", needs its reason as the text`,
  }),
  "decision-on-no-case": say<{ path: string; case: string }>({
    blame: "blocked",
    zh: (p) => `第 ${nth(p.path)} 项决议的案件 ${p.case} 不在本次讨论之列`,
    en: (p) => `Decision ${nth(p.path)} is about ${p.case}, which is not among the cases of this meeting`,
  }),
  "decision-of-another": say<{ path: string; owner: string; person: string }>({
    blame: "forbidden",
    zh: (p, w) =>
      `第 ${nth(p.path)} 项决议由 ${w.person(p.owner)}负责;${w.person(p.person)}不是责任人,也非${w.role("document_controller")}或${w.role("management_rep")}`,
    en: (p, w) =>
      `Decision ${nth(p.path)} is owned by ${w.person(p.owner)}; ${w.person(p.person)} is neither its owner nor ${w.role("document_controller")} or ${w.role("management_rep")}`,
  }),
  "decision-changed": say<{ path: string }>({
    blame: "value",
    zh: (p) => `第 ${nth(p.path)} 项已经决议,只能登记完成时间、文件、版次`,
    en: (p) =>
      `Decision ${nth(p.path)} stands: only when it was done, its document and revisions are recorded`,
  }),
  "decision-not-done": say<{ path: string; case: string }>({
    blame: "blocked",
    zh: (p) => `第 ${nth(p.path)} 项决议(${p.case})尚未完成`,
    en: (p) => `Decision ${nth(p.path)} (${p.case}) is not done`,
    remedy: {
      zh: (p) => `record_decision --set '${p.path}.done_at=…'`,
      en: (p) => `record_decision --set '${p.path}.done_at=…'`,
    },
  }),
  "decision-without-revision": say<{ path: string; decision: string }>({
    blame: "blocked",
    zh: (p, w) =>
      `第 ${nth(p.path)} 项决议「${w.value("standard_decision", p.decision)}」未写明${w.field(KIND, p.path)}`,
    en: (p, w) =>
      `Decision ${nth(p.path)}, "${w.value("standard_decision", p.decision)}", does not name ${w.field(KIND, p.path)}`,
    remedy: {
      zh: (p) => `record_decision --set '${p.path}=…'`,
      en: (p) => `record_decision --set '${p.path}=…'`,
    },
  }),
} as const;
