/** Findings of the effect of a CAPA: verification, recurrence, supervision (3.4, 4.8, 4.11.2). */
import { say } from "./words.ts";

type None = Record<string, never>;

export const effectFindings = {
  "result-does-not-fit": say<{ event: string; result: string; wanted: string }>({
    blame: "value",
    zh: (p, w) =>
      `「${w.event("capa", p.event)}」的验证结果须为「${w.value("verification_result", p.wanted)}」,填的是「${w.value("verification_result", p.result)}」`,
    en: (p, w) =>
      `"${w.event("capa", p.event)}" needs the result "${w.value("verification_result", p.wanted)}", given is "${w.value("verification_result", p.result)}"`,
  }),
  "verified-too-early": say<{ earliest: string; days: number; lots: number }>({
    blame: "blocked",
    zh: (p) => `效果验证最早为 ${p.earliest}(完成后 ${p.days} 天),或验证满 ${p.lots} 批`,
    en: (p) =>
      `The effect can be verified on ${p.earliest} at the earliest (${p.days} days after completion), or with ${p.lots} lots`,
    remedy: {
      zh: (p) => `已验证 ${p.lots} 批以上的,填 verification.lots`,
      en: (p) => `with ${p.lots} lots or more, give verification.lots`,
    },
  }),
  "defect-came-again": say<{ id: string; day: string; part: string; defect: string }>({
    blame: "blocked",
    zh: (p, w) =>
      `${p.id} 于 ${p.day} 收到,料号 ${p.part},同一不良(${w.value("defect_type", p.defect)}):效果未得到证明`,
    en: (p, w) =>
      `${p.id} came in on ${p.day} with the same defect (${p.part}, ${w.value("defect_type", p.defect)}): the effect is not proven`,
    remedy: {
      zh: () => "用 verify_ineffective 重新分析原因",
      en: () => "analyse anew with verify_ineffective",
    },
  }),
  "effect-cannot-be-compared": say<None>({
    blame: "blocked",
    level: "warning",
    zh: () => "没有料号或不良类型可比对,也没有效果判定标准(effect_criterion):未检查是否再发",
    en: () => "There is no part or defect to compare and no effect_criterion: recurrence was not checked",
  }),
  "recurrence-unnamed": say<None>({
    blame: "value",
    zh: () => "重新打开的原因须写明再发的投诉或退货编号",
    en: () => "The reason must name the complaint or return in which it came back",
    remedy: {
      zh: () => "例如 reopened[+].reason=CMP-2026-015 再发",
      en: () => "for example reopened[+].reason='CMP-2026-015: came back'",
    },
  }),
  "recurrence-unknown": say<{ id: string }>({
    blame: "blocked",
    zh: (p) => `没有投诉或退货 ${p.id}`,
    en: (p) => `There is no complaint or return ${p.id}`,
  }),
  "recurrence-before-closing": say<{ id: string; day: string; closed: string }>({
    blame: "blocked",
    zh: (p) => `${p.id}(${p.day})早于结案(${p.closed.slice(0, 10)}),不是再发`,
    en: (p) =>
      `${p.id} (${p.day}) is older than the closing of ${p.closed.slice(0, 10)}: it is no recurrence`,
  }),
  "not-from-a-survey": say<{ type: string }>({
    blame: "blocked",
    zh: (p, w) =>
      `销售部监督只用于来源为满意度调查的纠正预防措施;本单来源为「${w.value("capa_source", p.type)}」`,
    en: (p, w) =>
      `Sales supervises CAPAs that come from a survey; the source of this one is "${w.value("capa_source", p.type)}"`,
  }),
} as const;
