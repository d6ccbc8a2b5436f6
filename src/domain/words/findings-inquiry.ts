/** Findings of the gates of inquiry (4.5.2, 4.7). */
import { say } from "./words.ts";

export const inquiryFindings = {
  "promise-in-the-past": say<{ day: string; today: string }>({
    blame: "value",
    zh: (p) => `承诺答复日期 ${p.day} 已过(${p.today})`,
    en: (p) => `The answer is promised for ${p.day}, which is past (${p.today})`,
  }),
  "converted-into-nothing": say<{ id: string; kind: string }>({
    blame: "value",
    zh: (p, w) => `${p.id} 是${w.kind(p.kind)},问询只能转为投诉、修改通知、订单或退货`,
    en: (p, w) =>
      `${p.id} is a record of kind ${w.kind(p.kind)}; an inquiry becomes a complaint, an amendment, an order or a return`,
  }),
  "converted-of-another-customer": say<{ id: string; customer: string }>({
    blame: "blocked",
    zh: (p) => `${p.id} 属于客户 ${p.customer},与问询客户不同`,
    en: (p) => `${p.id} belongs to ${p.customer}, not to the customer of this inquiry`,
  }),
} as const;
