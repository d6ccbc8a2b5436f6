/** Findings of the gates of order: intake, requirements, review (4.1–4.3). */
import { say } from "./words.ts";

export const orderFindings = {
  "customer-not-listed": say<{ customer: string }>({
    blame: "blocked",
    zh: (p) => `客户 ${p.customer} 不在客户一览表中`,
    en: (p) => `Customer ${p.customer} is not on the list`,
    remedy: {
      zh: () => "请先为客户建档(open customer)",
      en: () => "register the customer first (open customer)",
    },
  }),
  "customer-not-active": say<{ customer: string; state: string }>({
    blame: "blocked",
    zh: (p, w) => `客户 ${p.customer} 的状态为「${w.state("customer", p.state)}」`,
    en: (p, w) => `Customer ${p.customer} is ${w.state("customer", p.state)}`,
    remedy: {
      zh: (p) =>
        p.state === "closed"
          ? "已终止的客户不再接单;如重新往来,请另行建档:casetrail open customer"
          : `如恢复往来:casetrail advance ${p.customer} reactivate`,
      en: (p) =>
        p.state === "closed"
          ? "a closed customer orders no more; if business is resumed, register it anew: casetrail open customer"
          : `if business is resumed: casetrail advance ${p.customer} reactivate`,
    },
  }),
  "no-valid-framework-contract": say<{ customer: string }>({
    blame: "blocked",
    level: "warning",
    zh: (p) => `客户 ${p.customer} 没有有效的固定合同`,
    en: (p) => `Customer ${p.customer} has no valid framework contract`,
  }),
  "requirement-unanswered": say<{ path: string }>({
    blame: "missing",
    zh: (p, w) => `要求清单未填:${w.field("order", p.path)}(${p.path})`,
    en: (p, w) => `The checklist lacks ${w.field("order", p.path)} (${p.path})`,
    remedy: { zh: () => "没有要求时写「无: 原因」", en: () => 'where there is none, write "none: reason"' },
  }),
  "none-needs-reason": say<{ path: string }>({
    blame: "value",
    zh: (p, w) => `${w.field("order", p.path)}(${p.path})为「无」,须在冒号后写明原因`,
    en: (p, w) => `${w.field("order", p.path)} (${p.path}) says none: give the reason after a colon`,
  }),
  "class-does-not-fit": say<{ given: string }>({
    blame: "blocked",
    zh: (p, w) => `订单类别「${w.value("order_class", p.given)}」与工序复杂、材料特殊的回答不符`,
    en: (p, w) =>
      `Order class "${w.value("order_class", p.given)}" does not fit the answers on complex process and special material`,
  }),
  "no-open-point": say<Record<string, never>>({
    blame: "blocked",
    zh: (_p, w) => `没有未解决的${w.field("order", "open_points")}`,
    en: (_p, w) => `${w.field("order", "open_points")}: none is open`,
  }),
  "open-point-unresolved": say<{ no: number; path: string }>({
    blame: "blocked",
    zh: (p, w) => `待澄清事项 ${p.no} 未填 ${w.field("order", p.path)}(${p.path})`,
    en: (p, w) => `Open point ${p.no} lacks ${w.field("order", p.path)} (${p.path})`,
  }),
  "departments-to-ask": say<{ order_class: string; missing: readonly string[] }>({
    blame: "blocked",
    zh: (p, w) =>
      `${w.value("order_class", p.order_class)}须会签:${w.list(p.missing.map((d) => w.department(d)))}`,
    en: (p, w) =>
      `${w.list(p.missing.map((d) => w.department(d)))} must be asked (${w.value("order_class", p.order_class)})`,
  }),
  "routine-asks-sales-only": say<{ extra: readonly string[] }>({
    blame: "blocked",
    zh: (p, w) => `常规订单只由销售部评审,不应会签:${w.list(p.extra.map((d) => w.department(d)))}`,
    en: (p, w) =>
      `A routine order is reviewed by Sales alone, not by ${w.list(p.extra.map((d) => w.department(d)))}`,
  }),
  "condition-not-met": say<{ department: string }>({
    blame: "blocked",
    zh: (p, w) => `${w.department(p.department)}有条件同意,条件尚未满足(condition_met)`,
    en: (p, w) =>
      `${w.department(p.department)} accepts with a condition that is not met yet (condition_met)`,
  }),
  "opinion-is-theirs": say<{ path: string }>({
    blame: "value",
    zh: (p) => `${p.path} 是部门的意见,此步骤只能补充条件满足情况(condition_met)`,
    en: (p) => `${p.path} is the department's opinion: only condition_met may be added here`,
  }),
  "read-back-not-agreed": say<Record<string, never>>({
    blame: "blocked",
    zh: () => "口头订单须向客户复述并得到同意(verbal_record.read_back.agreed)",
    en: () => "A verbal order must be read back and agreed (verbal_record.read_back.agreed)",
  }),
  "must-be-true": say<{ path: string }>({
    blame: "blocked",
    zh: (p, w) => `${w.field("order", p.path)}(${p.path})须为「是」`,
    en: (p, w) => `${w.field("order", p.path)} (${p.path}) is answered no`,
  }),
  "conclusion-does-not-accept": say<{ conclusion: string }>({
    blame: "blocked",
    zh: (p, w) => `评审结论「${w.value("review_conclusion", p.conclusion)}」不能作为评审通过`,
    en: (p, w) => `Conclusion "${w.value("review_conclusion", p.conclusion)}" does not pass the review`,
    remedy: { zh: () => "不接单请用 decline", en: () => "use decline" },
  }),
  "customer-not-informed": say<{ at: string }>({
    blame: "blocked",
    zh: (p) => `通知客户的时间 ${p.at} 晚于本步骤:请先通知客户`,
    en: (p) => `The customer is informed on ${p.at}, after this step: tell the customer first`,
  }),
  "approver-concluded": say<{ person: string }>({
    blame: "blocked",
    level: "warning",
    zh: (p, w) => `${w.person(p.person)} 既作评审结论又审批`,
    en: (p, w) => `${w.person(p.person)} both concluded the review and approves it`,
  }),
} as const;
