/** Findings of a CAPA: source, issue, actions, effect (4.6.3, 4.11.2, 3.4). */
import { say } from "./words.ts";

type None = Record<string, never>;

export const capaFindings = {
  "source-of-another-kind": say<{ type: string; id: string; kind: string }>({
    blame: "blocked",
    zh: (p, w) => `来源为「${w.value("capa_source", p.type)}」,而 ${p.id} 是${w.kind(p.kind)}`,
    en: (p, w) => `The source is "${w.value("capa_source", p.type)}", but ${p.id} is: ${w.kind(p.kind)}`,
  }),
  "wave-not-analysed": say<{ id: string; state: string }>({
    blame: "blocked",
    zh: (p, w) => `${p.id} 尚未分析(${w.state("survey_wave", p.state)})`,
    en: (p, w) => `${p.id} has not been analysed yet (${w.state("survey_wave", p.state)})`,
  }),
  "source-of-another-department": say<{
    event: string;
    type: string;
    role: string;
    roles: readonly string[];
  }>({
    blame: "forbidden",
    zh: (p, w) =>
      `来源为「${w.value("capa_source", p.type)}」的纠正预防措施,「${w.event("capa", p.event)}」由${w.list(p.roles.map((r) => w.role(r)))}办理,不是${w.role(p.role)}`,
    en: (p, w) =>
      `"${w.event("capa", p.event)}" of a CAPA with source "${w.value("capa_source", p.type)}" is for ${w.list(p.roles.map((r) => w.role(r)))}, not for ${w.role(p.role)}`,
    remedy: {
      zh: () => "兼任多个职责的人用 --role 选择",
      en: () => "who holds several roles chooses with --role",
    },
  }),
  "team-leaders": say<{ leaders: number }>({
    blame: "value",
    zh: (p, w) => `小组须有且只有一名${w.value("team_role", "leader")},现有 ${p.leaders} 名`,
    en: (p, w) => `The team must have exactly one "${w.value("team_role", "leader")}"; it has ${p.leaders}`,
  }),
  "due-before-proposal": say<{ no: number; due: string; proposed: string }>({
    blame: "blocked",
    zh: (p) => `措施 ${p.no} 的期限(${p.due})早于对策提出日期(${p.proposed})`,
    en: (p) => `Action ${p.no} is due on ${p.due}, before the proposal of ${p.proposed}`,
  }),
  "action-answers-no-cause": say<{ no: number; against: number; causes: number }>({
    blame: "blocked",
    zh: (p) => `措施 ${p.no} 针对第 ${p.against} 条原因,而原因只有 ${p.causes} 条`,
    en: (p) => `Action ${p.no} answers no cause: it names cause ${p.against}, there are ${p.causes}`,
  }),
  "action-number-twice": say<{ no: number }>({
    blame: "value",
    zh: (p) => `措施编号 ${p.no} 出现两次`,
    en: (p) => `Two actions have the number ${p.no}`,
  }),
  "action-left-out": say<{ no: number }>({
    blame: "blocked",
    zh: (p) => `对策中的措施 ${p.no} 没有列出`,
    en: (p) => `Action ${p.no} of the proposal is not listed`,
    remedy: {
      zh: () => "不再实施的措施保留在列表中:status: dropped,并填 drop_reason",
      en: () => "an action that is given up stays in the list: status: dropped, with drop_reason",
    },
  }),
  "action-unsettled": say<{ no: number; status: string }>({
    blame: "value",
    zh: (p, w) => `措施 ${p.no} 的状态是「${w.value("action_status", p.status)}」,既未完成也未取消`,
    en: (p, w) => `Action ${p.no} is "${w.value("action_status", p.status)}": neither done nor dropped`,
    remedy: {
      zh: () => "完成:status: done,填 done_at、evidence;取消:status: dropped,填 drop_reason",
      en: () => "done: status: done with done_at and evidence; given up: status: dropped with drop_reason",
    },
  }),
  "received-before-rejection": say<{ at: string; complaint: string; rejected: string }>({
    blame: "blocked",
    zh: (p) => `签收时间(${p.at.slice(0, 10)})早于 ${p.complaint} 的客户不接受(${p.rejected.slice(0, 10)})`,
    en: (p) =>
      `Received on ${p.at.slice(0, 10)}, before the customer rejected in ${p.complaint} (${p.rejected.slice(0, 10)})`,
  }),
  "no-customer-rejection": say<None>({
    blame: "blocked",
    zh: (_, w) => `没有关联投诉的最近一步是「${w.event("complaint", "customer_reject")}」`,
    en: (_, w) => `No linked complaint has "${w.event("complaint", "customer_reject")}" as its last step`,
    remedy: {
      zh: () => "先在投诉上登记 customer_reject",
      en: () => "record customer_reject on the complaint first",
    },
  }),
} as const;
