/** Findings of the gates of order: signing, production, delivery, cancelling (4.3.3.1, 5.9). */
import { say } from "./words.ts";

export const productionFindings = {
  "not-reviewed-yet": say<{ sign: string; concluded?: string }>({
    blame: "blocked",
    zh: (p) => (p.concluded ? `签章 ${p.sign} 早于评审完成 ${p.concluded}` : "合同尚未评审完成,不能签章"),
    en: (p) =>
      p.concluded
        ? `Signed on ${p.sign}, before the review was concluded on ${p.concluded}`
        : "The contract has not been reviewed yet",
  }),
  "written-follow-up-missing": say<Record<string, never>>({
    blame: "missing",
    zh: () => "口头订单没有书面补单(verbal_record.written_followup):须收到,或免除并写明原因",
    en: () =>
      "Verbal order without written follow-up (verbal_record.written_followup): received, or waived with a reason",
    remedy: { zh: () => "用 update 登记", en: () => "record it with update" },
  }),
  "receivers-missing": say<{ missing: readonly string[] }>({
    blame: "value",
    zh: (p, w) => `生产通知的接收部门缺少:${w.list(p.missing.map((d) => w.department(d)))}`,
    en: (p, w) => `Missing among the receivers: ${w.list(p.missing.map((d) => w.department(d)))}`,
  }),
  "notice-differs": say<{ path: string; notice: string; order: string }>({
    blame: "blocked",
    zh: (p, w) => `${w.field("order", p.path)}(${p.path})为 ${p.notice},订单为 ${p.order}`,
    en: (p, w) => `${w.field("order", p.path)} (${p.path}) is ${p.notice}, the order says ${p.order}`,
  }),
  "notice-line-count": say<{ notice: number; order: number }>({
    blame: "blocked",
    zh: (p) => `生产通知有 ${p.notice} 行,订单有 ${p.order} 行`,
    en: (p) => `The notice has ${p.notice} lines, the order ${p.order}`,
  }),
  "amendment-of-another-order": say<{ amendment: string; order: string }>({
    blame: "blocked",
    zh: (p) => `${p.amendment} 是 ${p.order} 的修改通知`,
    en: (p) => `${p.amendment} amends ${p.order}`,
  }),
  "amendment-not-in-state": say<{
    amendment: string;
    state: string;
    needed: readonly string[];
    waiting: readonly string[];
  }>({
    blame: "blocked",
    zh: (p, w) =>
      `${p.amendment} 的状态为「${w.state("amendment", p.state)}」,须为${w.list(p.needed.map((s) => `「${w.state("amendment", s)}」`))}${
        p.waiting.length > 0 ? `;尚待签收:${w.list(p.waiting.map((d) => w.department(d)))}` : ""
      }`,
    en: (p, w) =>
      `${p.amendment} is ${w.state("amendment", p.state)}, it must be ${w.list(p.needed.map((s) => w.state("amendment", s)))}${
        p.waiting.length > 0 ? `; it still waits for ${w.list(p.waiting.map((d) => w.department(d)))}` : ""
      }`,
  }),
  "change-without-line": say<{ no: number; line: number | null }>({
    blame: "blocked",
    zh: (p) => `变更 ${p.no} 所指的项次 ${p.line ?? "(未填)"} 不在订单中`,
    en: (p) => `Change ${p.no} names line ${p.line ?? "(none)"}, which the order does not have`,
  }),
  "changed-since": say<{ no: number; path: string; before: string; now: string }>({
    blame: "blocked",
    zh: (p, w) =>
      `变更 ${p.no}:${w.field("order", p.path)}(${p.path})现为 ${p.now},而非修改通知所载的 ${p.before}`,
    en: (p, w) =>
      `Change ${p.no}: ${w.field("order", p.path)} (${p.path}) is ${p.now} now, not ${p.before} as the amendment says`,
  }),
  "change-not-carried-out": say<{ no: number; path: string; after: string; value: string }>({
    blame: "blocked",
    zh: (p, w) => `变更 ${p.no}:${w.field("order", p.path)}(${p.path})应为 ${p.after},给出的是 ${p.value}`,
    en: (p, w) =>
      `Change ${p.no}: ${w.field("order", p.path)} (${p.path}) must be ${p.after}, not ${p.value}`,
  }),
  "amendment-open": say<{ amendments: readonly string[] }>({
    blame: "blocked",
    zh: (p, w) => `该订单尚有未完成的修改通知:${w.list(p.amendments)}`,
    en: (p, w) => `Amendments of this order are still open: ${w.list(p.amendments)}`,
  }),
  "short-delivery": say<{ quantity: number; ordered: number }>({
    blame: "blocked",
    level: "warning",
    zh: (p) => `出货 ${p.quantity},订单数量 ${p.ordered}`,
    en: (p) => `${p.quantity} delivered of ${p.ordered} ordered`,
  }),
  "case-on-order-open": say<{ id: string; state: string; kind: string }>({
    blame: "blocked",
    zh: (p, w) => `${p.id} 尚未结案(${w.state(p.kind, p.state)})`,
    en: (p, w) => `${p.id} is open (${w.state(p.kind, p.state)})`,
    remedy: {
      zh: (p) => `先结案,或在 --note 中写明 ${p.id}`,
      en: (p) => `close it, or name ${p.id} in --note`,
    },
  }),
  "cancel-without-agreement": say<{ signed: boolean }>({
    blame: "missing",
    zh: (p) =>
      p.signed
        ? "合同已签章,取消须有双方同意的依据(cancel.customer_evidence)"
        : "客户取消须有客户依据(cancel.customer_evidence)",
    en: (p) =>
      p.signed
        ? "The contract is signed: evidence that both sides agreed is needed (cancel.customer_evidence)"
        : "Cancelled by the customer: the customer's evidence is needed (cancel.customer_evidence)",
  }),
} as const;
