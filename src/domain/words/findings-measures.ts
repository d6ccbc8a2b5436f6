/** Findings of a complaint while its measures run: linked CAPAs, countermeasure, confirmation, reply (4.6.3). */
import { moment, say } from "./words.ts";

type None = Record<string, never>;

export const measuresFindings = {
  "capa-under-way": say<{ capa: string; state: string }>({
    blame: "blocked",
    zh: (p, w) => `${p.capa} 已处于「${w.state("capa", p.state)}」,不能再改判非我司责任`,
    en: (p, w) => `${p.capa} stands at "${w.state("capa", p.state)}": too late to judge it not ours`,
  }),
  "capa-of-another-source": say<{ capa: string; complaint: string }>({
    blame: "blocked",
    zh: (p) => `${p.capa} 的来源不是 ${p.complaint}`,
    en: (p) => `${p.capa} was not opened for ${p.complaint}`,
  }),
  "capa-not-that-far": say<{ capa: string; state: string; wanted: string }>({
    blame: "blocked",
    zh: (p, w) => `${p.capa} 尚处于「${w.state("capa", p.state)}」,须先到「${w.state("capa", p.wanted)}」`,
    en: (p, w) =>
      `${p.capa} stands at "${w.state("capa", p.state)}"; it must first reach "${w.state("capa", p.wanted)}"`,
    remedy: {
      zh: (p) => `先办理 casetrail advance ${p.capa}`,
      en: (p) => `move it first: casetrail advance ${p.capa}`,
    },
  }),
  "capa-of-another-department": say<{ capa: string; department: string }>({
    blame: "blocked",
    zh: (p, w) => `${p.capa} 的责任部门${w.department(p.department)}不在本单的责任部门之列`,
    en: (p, w) =>
      `${p.capa} is for ${w.department(p.department)}, which is not among the responsible departments`,
  }),
  "department-without-capa": say<{ department: string }>({
    blame: "blocked",
    zh: (p, w) => `责任部门${w.department(p.department)}没有纠正预防措施报告`,
    en: (p, w) => `There is no CAPA for ${w.department(p.department)}, which is responsible`,
    remedy: {
      zh: () => "为该部门立项并发出,再把编号写入 capa_ids",
      en: () => "open and issue one for it and name it in capa_ids",
    },
  }),
  "capa-before-refusal": say<{ capa: string; path: string; at: string; refused: string }>({
    blame: "blocked",
    zh: (p, w) =>
      `${p.capa} 的「${w.field("capa", p.path)}」(${p.at.slice(0, 10)})仍是被退回(${p.refused.slice(0, 10)})之前的`,
    en: (p, w) =>
      `${p.capa} still holds the refused attempt: ${w.field("capa", p.path)} (${p.at.slice(0, 10)}) is older than the refusal of ${p.refused.slice(0, 10)}`,
    remedy: {
      zh: (p) =>
        `先在纠正预防措施上登记退回(reject 或 customer_rejected)并重新提出对策:casetrail advance ${p.capa}`,
      en: (p) =>
        `record the refusal there first (reject or customer_rejected) and propose again: casetrail advance ${p.capa}`,
    },
  }),
  "department-without-action": say<{ department: string }>({
    blame: "blocked",
    zh: (p, w) => `责任部门${w.department(p.department)}没有纠正措施(责任人须属该部门)`,
    en: (p, w) =>
      `No corrective action is owned by somebody of ${w.department(p.department)}, which is responsible`,
  }),
  "countermeasure-refused": say<{ refused: string }>({
    blame: "missing",
    zh: (p) => `原对策已于 ${p.refused.slice(0, 10)} 被退回,须重新提出`,
    en: (p) => `The countermeasure was refused on ${p.refused.slice(0, 10)} and must be written anew`,
    remedy: {
      zh: () => "在本步骤中填写 rounds[-1].countermeasure",
      en: () => "give rounds[-1].countermeasure with this step",
    },
  }),
  "receipt-is-on-the-capa": say<{ capas: readonly string[] }>({
    blame: "blocked",
    zh: (p, w) => `本单走路径 A,由责任部门在 ${w.list(p.capas)} 上签收`,
    en: (p, w) => `This complaint takes path A: the department signs for ${w.list(p.capas)} instead`,
    remedy: {
      zh: (p) => `casetrail advance ${p.capas[0] ?? "CAPA-…"} acknowledge`,
      en: (p) => `casetrail advance ${p.capas[0] ?? "CAPA-…"} acknowledge`,
    },
  }),
  "received-in-this-round": say<{ at: string }>({
    blame: "blocked",
    zh: (p) => `本轮已于 ${p.at.slice(0, 10)} 签收`,
    en: (p) => `It was signed for in this round on ${p.at.slice(0, 10)}`,
  }),
  "channel-not-agreed": say<{ channel: string; agreed: string }>({
    blame: "blocked",
    level: "warning",
    zh: (p, w) =>
      `以${w.value("channel", p.channel)}回复;与客户约定的是${w.value("channel", p.agreed)},程序规定的是${w.value("channel", "fax")}`,
    en: (p, w) =>
      `Replied by ${w.value("channel", p.channel)}; agreed with the customer is ${w.value("channel", p.agreed)}, the procedure says ${w.value("channel", "fax")}`,
  }),
  "not-sent-again": say<{ sent: string }>({
    blame: "blocked",
    zh: (p) => `重发时间须晚于上次发出时间(${moment(p.sent)})`,
    en: (p) => `The time of sending again must be later than the last one (${moment(p.sent)})`,
  }),
  "acceptance-without-words": say<None>({
    blame: "missing",
    level: "warning",
    zh: () => "未记录客户的意见内容",
    en: () => "The customer's words are not recorded with the acceptance",
  }),
  "response-refuses-nothing": say<{ response: string; event: string }>({
    blame: "value",
    zh: (p, w) =>
      `客户意见为「${w.value("customer_response", p.response)}」,不是「${w.event("complaint", p.event)}」;未回复不算接受,也不算不接受`,
    en: (p, w) =>
      `The opinion "${w.value("customer_response", p.response)}" does not fit "${w.event("complaint", p.event)}"; silence is neither acceptance nor refusal`,
    remedy: {
      zh: () => "填 rejected 或 partial;未回复时用 contact_attempt 再次征询",
      en: () => "give rejected or partial; for a silent customer use contact_attempt",
    },
  }),
} as const;
