/** Findings of a complaint that is to be standardised and filed (4.8, 4.9, 4.10). */
import { say, type Words } from "./words.ts";

interface Meeting {
  readonly meeting: string;
}

interface ToCome {
  readonly kind: string;
  readonly id: string;
  /** One of them is to be taken. */
  readonly events: readonly string[];
  readonly roles: readonly string[];
  readonly when: "now" | "later";
}
const eventsOf = (p: ToCome, w: Words): string => p.events.map((event) => w.event(p.kind, event)).join(" / ");
const rolesOf = (p: ToCome, w: Words): string => w.list(p.roles.map((role) => w.role(role)));
const commandOf = (p: ToCome): string =>
  p.when === "now" ? `  casetrail advance ${p.id} ${p.events[0] ?? ""}` : "";

export const closingFindings = {
  "step-to-come": say<ToCome>({
    blame: "blocked",
    zh: (p, w) => `尚未进行:${eventsOf(p, w)}`,
    en: (p, w) => `still to come: ${eventsOf(p, w)}`,
    remedy: {
      zh: (p, w) => `${rolesOf(p, w)}${commandOf(p)}`,
      en: (p, w) => `${rolesOf(p, w)}${commandOf(p)}`,
    },
  }),
  "meeting-not-held": say<Meeting & { state: string }>({
    blame: "blocked",
    zh: (p, w) => `${p.meeting} 尚未召开(${w.state("standardisation_meeting", p.state)})`,
    en: (p, w) => `${p.meeting} has not been held (${w.state("standardisation_meeting", p.state)})`,
    remedy: {
      zh: (p) => `casetrail advance ${p.meeting} hold`,
      en: (p) => `casetrail advance ${p.meeting} hold`,
    },
  }),
  "meeting-without-case": say<Meeting & { id: string }>({
    blame: "blocked",
    zh: (p) => `${p.meeting} 的讨论案件中没有 ${p.id}`,
    en: (p) => `${p.id} is not among the cases of ${p.meeting}`,
  }),
  "meeting-without-representative": say<Meeting>({
    blame: "blocked",
    zh: (p, w) => `${p.meeting} 的参会人员中没有${w.role("management_rep")}`,
    en: (p, w) => `${p.meeting} was held without the ${w.role("management_rep")}`,
  }),
  "meeting-without-department": say<Meeting & { department: string }>({
    blame: "blocked",
    zh: (p, w) => `${p.meeting} 的参会人员中没有责任部门${w.department(p.department)}`,
    en: (p, w) => `${p.meeting} was held without ${w.department(p.department)}, which is responsible`,
  }),
  "meeting-without-decision": say<Meeting & { id: string }>({
    blame: "blocked",
    zh: (p) => `${p.meeting} 没有对 ${p.id} 作出决议`,
    en: (p) => `${p.meeting} decided nothing about ${p.id}`,
  }),
  "decision-unassigned": say<Meeting & { number: number; path: string }>({
    blame: "blocked",
    zh: (p, w) =>
      `${p.meeting} 的第 ${p.number} 项文件决议未写明${w.field("standardisation_meeting", p.path)}`,
    en: (p, w) =>
      `Decision ${p.number} of ${p.meeting} changes a document and names no ${w.field("standardisation_meeting", p.path)}`,
  }),
  "decision-not-in-minutes": say<Meeting & { decision: string }>({
    blame: "blocked",
    zh: (p, w) => `${p.meeting} 对本案没有「${w.value("standard_decision", p.decision)}」的决议`,
    en: (p, w) => `${p.meeting} did not decide "${w.value("standard_decision", p.decision)}" for this case`,
  }),
  "return-open": say<{ id: string; state: string }>({
    blame: "blocked",
    zh: (p, w) => `退货 ${p.id} 尚未结束(${w.state("return", p.state)})`,
    en: (p, w) => `${p.id} is open (${w.state("return", p.state)})`,
    remedy: {
      zh: (p) => `先办理 casetrail show ${p.id} --next`,
      en: (p) => `finish it first: casetrail show ${p.id} --next`,
    },
  }),
  "capa-lives-on": say<{ capa: string; state: string }>({
    blame: "blocked",
    level: "info",
    zh: (p, w) => `${p.capa} 仍在进行(${w.state("capa", p.state)}),存档后单独继续`,
    en: (p, w) =>
      `${p.capa} is still running (${w.state("capa", p.state)}) and goes on by itself after filing`,
  }),
} as const;
