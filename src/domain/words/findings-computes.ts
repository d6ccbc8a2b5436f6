/** Findings of the computations: a value was typed that the engine computes. */
import { say } from "./words.ts";

export const computesFindings = {
  "computed-differs": say<{ kind: string; path: string; given: string; computed: string }>({
    blame: "blocked",
    zh: (p, w) => `${w.field(p.kind, p.path)}(${p.path})由系统计算,应为 ${p.computed},而给出的是 ${p.given}`,
    en: (p, w) =>
      `${w.field(p.kind, p.path)} (${p.path}) is computed: it is ${p.computed}, but ${p.given} was given`,
    remedy: { zh: () => "删去该值,由系统填写", en: () => "leave it out, it is filled in" },
  }),
  "unknown-conversion": say<{ conversion: string }>({
    blame: "blocked",
    zh: (p) => `不认识的换算方法 survey.conversion:${p.conversion}`,
    en: (p) => `Unknown conversion in survey.conversion: ${p.conversion}`,
    remedy: {
      zh: () => "可用 pct_of_max、min_max,或五个分值如 100/85/70/30/0(很满意在前)",
      en: () => "use pct_of_max, min_max, or five values such as 100/85/70/30/0 (very satisfied first)",
    },
  }),
  "workflows-not-at-hand": say<Record<string, never>>({
    blame: "blocked",
    zh: () => "统计逾期单据需要全部流程文件,此处未读入",
    en: () => "Counting overdue cases needs the workflows of all kinds, which are not read here",
  }),
} as const;
