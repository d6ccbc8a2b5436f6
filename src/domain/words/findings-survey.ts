/** Findings of the gates of survey waves, questionnaires and monthly summaries (4.11, 5.6). */
import { say } from "./words.ts";

export const surveyFindings = {
  "wave-exists": say<{ half_year: string; wave: string }>({
    blame: "blocked",
    zh: (p) => `${p.half_year} 已有调查期次 ${p.wave}`,
    en: (p) => `${p.half_year} has a wave already: ${p.wave}`,
  }),
  "weights-do-not-add-up": say<{ sum: number }>({
    blame: "value",
    zh: (p) => `各调查项目的权重合计为 ${p.sum},须为 100`,
    en: (p) => `The weights of the questions add up to ${p.sum}, they must make 100`,
  }),
  "outside-half-year": say<{ path: string; day: string; half_year: string }>({
    blame: "blocked",
    zh: (p, w) => `${w.field("survey_wave", p.path)} ${p.day} 不在 ${p.half_year} 之内`,
    en: (p, w) => `${w.field("survey_wave", p.path)}: ${p.day} is not inside ${p.half_year}`,
  }),
  "main-customer-forgotten": say<{ customer: string }>({
    blame: "missing",
    zh: (p) => `主要客户 ${p.customer} 既未发出问卷,也未说明不发的原因(left_out)`,
    en: (p) => `${p.customer} is a main customer, neither asked nor left out with a reason (left_out)`,
  }),
  "wave-takes-no-responses": say<{ wave: string; state: string }>({
    blame: "blocked",
    zh: (p, w) => `${p.wave} 的状态为「${w.state("survey_wave", p.state)}」,不能登记问卷`,
    en: (p, w) => `${p.wave} is ${w.state("survey_wave", p.state)}: it takes no questionnaires`,
  }),
  "not-a-recipient": say<{ customer: string; wave: string }>({
    blame: "blocked",
    zh: (p) => `${p.customer} 不是 ${p.wave} 的发出对象`,
    en: (p) => `${p.customer} is no recipient of ${p.wave}`,
  }),
  "score-not-allowed": say<{ question: string; score: string }>({
    blame: "value",
    zh: (p) => `${p.question} 的评分 ${p.score} 无效:须为 1–5 的整数,不适用填 null`,
    en: (p) =>
      `${p.question}: ${p.score} is no score, give a whole number from 1 to 5, or null for not applicable`,
  }),
  "unknown-question": say<{ question: string; known: readonly string[] }>({
    blame: "blocked",
    zh: (p, w) => `问卷没有项目 ${p.question}(有:${w.list(p.known)})`,
    en: (p, w) => `The questionnaire has no ${p.question} (it has ${w.list(p.known)})`,
  }),
  "customer-has-answered": say<{ customer: string; response: string }>({
    blame: "blocked",
    zh: (p) => `${p.customer} 已交回问卷 ${p.response}`,
    en: (p) => `${p.customer} has answered already: ${p.response}`,
    remedy: {
      zh: (p) => `如为更正,请填 corrects: ${p.response}`,
      en: (p) => `if this form corrects it, give corrects: ${p.response}`,
    },
  }),
  "corrects-another-form": say<{ response: string }>({
    blame: "blocked",
    zh: (p) => `${p.response} 不是同一客户、同一期次的问卷`,
    en: (p) => `${p.response} is not a form of the same customer and wave`,
  }),
  "does-not-correct": say<{ response: string; corrected: string }>({
    blame: "blocked",
    zh: (p) => `${p.response} 的更正对象(corrects)不是 ${p.corrected}`,
    en: (p) => `${p.response} does not correct ${p.corrected} (corrects)`,
  }),
  "wave-analysed-already": say<{ wave: string }>({
    blame: "blocked",
    zh: (p) => `${p.wave} 已作统计分析,问卷不能再更正`,
    en: (p) => `${p.wave} has been analysed: its forms can no longer be corrected`,
  }),
  "response-of-another-wave": say<{ response: string; wave: string }>({
    blame: "blocked",
    zh: (p) => `${p.response} 属于 ${p.wave}`,
    en: (p) => `${p.response} belongs to ${p.wave}`,
  }),
  "response-dropped": say<{ response: string }>({
    blame: "value",
    zh: (p) => `${p.response} 已登记,不能从 response_ids 中去掉`,
    en: (p) => `${p.response} has been recorded and stays in response_ids`,
  }),
  "reminded-without-need": say<{ customer: string; recipient: boolean }>({
    blame: "blocked",
    zh: (p) => (p.recipient ? `${p.customer} 已交回问卷,无须催收` : `${p.customer} 不是发出对象`),
    en: (p) =>
      p.recipient ? `${p.customer} has answered, no reminder is due` : `${p.customer} is no recipient`,
  }),
  "return-rate-unexplained": say<{
    rate: number;
    target: number;
    unreminded: readonly string[];
    explained: boolean;
  }>({
    blame: "blocked",
    level: "warning",
    zh: (p, w) =>
      `回收率 ${percent(p.rate)} 低于目标 ${percent(p.target)}${
        p.unreminded.length > 0 ? `;未催收:${w.list(p.unreminded)}` : ""
      }${p.explained ? "" : ";未填未达标说明(low_return_explanation)"}`,
    en: (p, w) =>
      `Return rate ${percent(p.rate)}, target ${percent(p.target)}${
        p.unreminded.length > 0 ? `; not reminded: ${w.list(p.unreminded)}` : ""
      }${p.explained ? "" : "; no explanation (low_return_explanation)"}`,
  }),
  "limit-not-set": say<{ path: string }>({
    blame: "missing",
    zh: (p, w) => `未设定${w.field("survey_wave", p.path)}(${p.path}),不能作统计分析`,
    en: (p, w) => `${w.field("survey_wave", p.path)} (${p.path}) is not set: set the limits first`,
  }),
  "nothing-below-limit": say<Record<string, never>>({
    blame: "blocked",
    zh: () => "没有低于下限的项目,无须发出纠正和预防措施单",
    en: () => "Nothing is below the limit: no CAPA sheet is called for",
  }),
  "capa-not-of-this-wave": say<{ capa: string }>({
    blame: "blocked",
    zh: (p) => `${p.capa} 的来源不是本期调查`,
    en: (p) => `${p.capa} does not come from this wave`,
  }),
  "below-limit-uncovered": say<{ what: string; key: string; department?: string }>({
    blame: "blocked",
    zh: (p, w) =>
      `${w.value("limit_scope", p.what)} ${p.key} 低于下限,没有${p.department ? `对 ${w.department(p.department)} 的` : ""}纠正预防措施`,
    en: (p, w) =>
      `${w.value("limit_scope", p.what)} ${p.key} is below the limit, no CAPA${p.department ? ` to ${w.department(p.department)}` : ""}`,
    remedy: { zh: () => "用 raise_capa", en: () => "use raise_capa" },
  }),
  "wave-capa-open": say<{ capa: string; state: string }>({
    blame: "blocked",
    zh: (p, w) => `${p.capa} 尚未结案(${w.state("capa", p.state)})`,
    en: (p, w) => `${p.capa} is not closed (${w.state("capa", p.state)})`,
  }),
  "summary-exists": say<{ summary: string; month: string; author: string }>({
    blame: "blocked",
    zh: (p, w) => `${w.person(p.author)} 的 ${p.month} 月工作总结已有:${p.summary}`,
    en: (p, w) => `${w.person(p.author)} has a summary of ${p.month} already: ${p.summary}`,
  }),
  "month-not-over": say<{ month: string }>({
    blame: "blocked",
    zh: (p) => `${p.month} 尚未结束`,
    en: (p) => `${p.month} is not over yet`,
  }),
} as const;

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
