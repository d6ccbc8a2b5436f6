/** Findings of the gates of amendment (4.4). */
import { say } from "./words.ts";

export const amendmentFindings = {
  "order-not-signed": say<{ order: string; state: string }>({
    blame: "blocked",
    zh: (p, w) =>
      `${p.order} 的状态为「${w.state("order", p.state)}」:只有已签章或已下生产通知的订单才用修改通知`,
    en: (p, w) =>
      `${p.order} is ${w.state("order", p.state)}: only a signed order, or one in production, is amended`,
    remedy: { zh: () => "签章之前请在评审中修改", en: () => "before signing, change it in the review" },
  }),
  "another-amendment-open": say<{ amendments: readonly string[] }>({
    blame: "blocked",
    level: "warning",
    zh: (p, w) => `该订单另有未完成的修改通知:${w.list(p.amendments)}`,
    en: (p, w) => `Other amendments of this order are open: ${w.list(p.amendments)}`,
  }),
  "nobody-else-asked": say<Record<string, never>>({
    blame: "missing",
    zh: () => "除提出部门外,至少会签一个部门(asked_departments)",
    en: () => "At least one department besides the proposing one must be asked (asked_departments)",
  }),
  "review-customer-change-first": say<Record<string, never>>({
    blame: "blocked",
    zh: () => "客户提出的修改须先内部评审",
    en: () => "A change by the customer is reviewed first",
    remedy: { zh: () => "用 review", en: () => "use review" },
  }),
  "customer-has-not-accepted": say<Record<string, never>>({
    blame: "blocked",
    zh: () => "客户尚未认可(customer_acceptance.accepted)",
    en: () => "The customer has not accepted (customer_acceptance.accepted)",
  }),
  "negotiate-first": say<Record<string, never>>({
    blame: "blocked",
    zh: () => "公司提出的修改须先与客户协商",
    en: () => "A change by the company is negotiated with the customer first",
    remedy: { zh: () => "用 negotiate", en: () => "use negotiate" },
  }),
  "opinion-does-not-accept": say<{ department: string; opinion: string }>({
    blame: "blocked",
    zh: (p, w) =>
      `${w.department(p.department)}的意见为「${w.value("review_opinion", p.opinion)}」,须先与客户协商`,
    en: (p, w) =>
      `${w.department(p.department)} answered "${w.value("review_opinion", p.opinion)}": negotiate with the customer first`,
  }),
  "no-counter-proposal": say<{ path: string }>({
    blame: "missing",
    zh: (p, w) => `客户另提条件须写入 ${w.field("amendment", p.path)}(${p.path})`,
    en: (p, w) => `The counter-proposal must be written into ${w.field("amendment", p.path)} (${p.path})`,
  }),
  "nobody-refused": say<Record<string, never>>({
    blame: "blocked",
    zh: () => "没有人不同意:客户未拒绝(customer_acceptance.accepted),也没有部门不同意",
    en: () => "Nobody refused: neither the customer (customer_acceptance.accepted) nor a department",
    remedy: { zh: () => "撤回请用 withdraw", en: () => "use withdraw to take it back" },
  }),
  "holder-not-addressed": say<{ department: string }>({
    blame: "blocked",
    zh: (p, w) => `${w.department(p.department)}持有生产通知,不在传递部门中`,
    en: (p, w) =>
      `${w.department(p.department)} holds the production notice, but is not among the addressees`,
  }),
  "product-requirement-not-affected": say<Record<string, never>>({
    blame: "blocked",
    zh: () => "此修改不涉及产品要求,无须更改文件",
    en: () => "No product requirement is changed: there are no documents to update",
    remedy: { zh: () => "直接 close", en: () => "close it" },
  }),
  "revision-missing": say<{ path: string }>({
    blame: "missing",
    zh: (p, w) => `${w.field("amendment", p.path)}(${p.path})未填`,
    en: (p, w) => `${w.field("amendment", p.path)} (${p.path}) is missing`,
    remedy: {
      zh: () => "新文件的首版(A、A/0、1、0)可以没有旧版次",
      en: () => "only a new document, in its first revision (A, A/0, 1, 0), has no old one",
    },
  }),
  "addressee-has-not-acknowledged": say<{ department: string }>({
    blame: "blocked",
    zh: (p, w) => `${w.department(p.department)}尚未签收`,
    en: (p, w) => `${w.department(p.department)} has not acknowledged`,
    remedy: { zh: () => "由该部门 acknowledge_notice", en: () => "acknowledge_notice by that department" },
  }),
  "documents-first": say<Record<string, never>>({
    blame: "blocked",
    zh: () => "涉及产品要求的修改,须先更改相关文件",
    en: () => "A product requirement is changed: the documents must be updated first",
    remedy: { zh: () => "用 update_documents", en: () => "use update_documents" },
  }),
} as const;
