/** Findings of the gates of customer (4.5.1 b). */
import { say } from "./words.ts";

export const customerFindings = {
  "short-name-taken": say<{ name: string; customer: string }>({
    blame: "blocked",
    zh: (p) => `客户简称「${p.name}」已由 ${p.customer} 使用`,
    en: (p) => `The short name "${p.name}" is used by ${p.customer} already`,
    remedy: { zh: () => "请换一个简称", en: () => "choose another short name" },
  }),
  "main-customer-incomplete": say<{ path: string }>({
    blame: "missing",
    zh: (p, w) => `主要客户须填写 ${w.field("customer", p.path)}(${p.path})`,
    en: (p, w) => `A main customer needs ${w.field("customer", p.path)} (${p.path})`,
  }),
  "fax-number-unknown": say<Record<string, never>>({
    blame: "missing",
    zh: (_p, w) => `回复方式为传真,须填写 ${w.field("customer", "fax")}(fax)`,
    en: (_p, w) => `Replies go by fax: ${w.field("customer", "fax")} (fax) is needed`,
  }),
  "customer-has-open-records": say<{ customer: string; records: readonly string[] }>({
    blame: "blocked",
    zh: (p, w) => `客户 ${p.customer} 尚有未结单据:${w.list(p.records)}`,
    en: (p, w) => `Customer ${p.customer} still has open records: ${w.list(p.records)}`,
    remedy: {
      zh: () => "请先结案,或改为暂停往来",
      en: () => "close them first, or set the customer dormant",
    },
  }),
  "dormant-with-open-records": say<{ records: readonly string[] }>({
    blame: "blocked",
    level: "warning",
    zh: (p, w) => `暂停往来,但尚有未结单据:${w.list(p.records)}`,
    en: (p, w) => `Dormant with records still open: ${w.list(p.records)}`,
  }),
} as const;
