/** Findings that several kinds of case share: times in the wrong order, causes, containment, who answers for what. */
import { moment, say, type Words } from "./words.ts";

interface Times {
  readonly kind: string;
  readonly path: string;
  readonly at: string;
  readonly than: string;
  readonly than_at: string;
}

const severityOf = (key: string, w: Words): string => w.value("severity", key);

export const casesFindings = {
  "reference-unknown": say<{ kind: string; path: string; id: string }>({
    blame: "blocked",
    zh: (p, w) => `${w.field(p.kind, p.path)}(${p.path})所指的 ${p.id} 不存在`,
    en: (p, w) => `${w.field(p.kind, p.path)} (${p.path}) names ${p.id}, which does not exist`,
    remedy: {
      zh: (p) =>
        /-/.test(p.id) ? "用 casetrail list 查看现有记录" : "人员见 people.yaml,单据见 casetrail list",
      en: (p) =>
        /-/.test(p.id)
          ? "see what there is with casetrail list"
          : "persons stand in people.yaml, records in casetrail list",
    },
  }),
  "time-before": say<Times>({
    blame: "blocked",
    zh: (p, w) =>
      `${w.field(p.kind, p.path)}(${moment(p.at)})早于${w.field(p.kind, p.than)}(${moment(p.than_at)})`,
    en: (p, w) =>
      `${w.field(p.kind, p.path)} (${moment(p.at)}) lies before ${w.field(p.kind, p.than)} (${moment(p.than_at)})`,
  }),
  "order-of-another-customer": say<{ order: string; owner: string; customer: string }>({
    blame: "blocked",
    zh: (p) => `订单 ${p.order} 属于客户 ${p.owner},不属于 ${p.customer}`,
    en: (p) => `Order ${p.order} belongs to customer ${p.owner}, not to ${p.customer}`,
  }),
  "no-occurrence-cause": say<Record<string, never>>({
    blame: "value",
    zh: (_, w) => `原因分析中没有「${w.value("cause_kind", "occurrence")}」`,
    en: (_, w) => `The causes do not say why it happened (${w.value("cause_kind", "occurrence")})`,
    remedy: {
      zh: () => "至少写一条 kind: occurrence 的原因",
      en: () => "name at least one cause of kind: occurrence",
    },
  }),
  "no-escape-cause": say<{ severity: string }>({
    blame: "blocked",
    zh: (p, w) =>
      `严重程度为「${severityOf(p.severity, w)}」,原因分析必须包括「${w.value("cause_kind", "escape")}」`,
    en: (p, w) =>
      `Severity is "${severityOf(p.severity, w)}": the causes must also say why it was not detected (${w.value("cause_kind", "escape")})`,
    remedy: {
      zh: () => "再写一条 kind: escape 的原因",
      en: () => "add a cause of kind: escape",
    },
  }),
  "no-corrective-action": say<{ kind: string; path: string }>({
    blame: "blocked",
    zh: (p, w) => `${w.field(p.kind, p.path)}中没有「${w.value("action_type", "corrective")}」`,
    en: (p, w) =>
      `${w.field(p.kind, p.path)}: there is no action of type "${w.value("action_type", "corrective")}"`,
    remedy: {
      zh: () => "至少写一条 type: corrective 的措施",
      en: () => "name at least one action of type: corrective",
    },
  }),
  "responsibility-other": say<{ event: string; wanted: string; is: string }>({
    blame: "blocked",
    zh: (p, w) =>
      `「${w.event("complaint", p.event)}」只用于判定为「${w.value("responsibility", p.wanted)}」的投诉;本单判定为「${w.value("responsibility", p.is)}」`,
    en: (p, w) =>
      `"${w.event("complaint", p.event)}" is for complaints judged "${w.value("responsibility", p.wanted)}"; this one is "${w.value("responsibility", p.is)}"`,
  }),
} as const;
