/** Invariants of orders, amendments and inquiries (INV-03 to INV-08). */
import { isBefore, listAt, textAt } from "../cases/case-shapes.ts";
import { askedOf, opinionsOf } from "../cases/order-shapes.ts";
import { getAt, isFilled } from "../records/paths.ts";
import type { CaseRecord, Instant } from "../records/record.ts";
import { type Breach, type Check, forEach } from "./check.ts";

const CONCLUDED = "review.concluded_at";

function signedBeforeReview(order: CaseRecord): Breach[] {
  const sign = textAt(order, "sign.at");
  const concluded = textAt(order, CONCLUDED);
  if (sign === undefined)
    return isFilled(order, "production_notice") ? [{ detail: "notice", path: "production_notice" }] : [];
  if (concluded === undefined) return [{ detail: "unreviewed", path: CONCLUDED }];
  return isBefore(sign, concluded) ? [{ detail: "order", path: CONCLUDED, values: { sign, concluded } }] : [];
}

/** When the review that still stands was concluded: after the last submission. */
function standingConclusion(order: CaseRecord): Instant | undefined {
  const { history } = order;
  const submitted = history.findLastIndex((entry) => entry.event === "submit_review");
  const concluded = history.findLastIndex((entry) => entry.event === "conclude_review");
  return concluded > submitted ? history[concluded]?.at : undefined;
}

const EARLY_ENDS = ["received", "declined", "cancelled"];

function unrecordedVerbal(order: CaseRecord): Breach[] {
  if (order["contract_form"] !== "verbal") return [];
  const missing = !EARLY_ENDS.includes(order.state) && !isFilled(order, "verbal_record");
  const concluded = standingConclusion(order);
  const path = "verbal_record.read_back";
  if (missing) return [{ detail: "record", path: "verbal_record" }];
  if (concluded === undefined) return [];
  if (getAt(order, `${path}.agreed`) !== true) return [{ detail: "agreed", path }];
  const at = textAt(order, `${path}.at`);
  return isBefore(concluded, at) ? [{ detail: "late", path, values: { at: at ?? "", concluded } }] : [];
}

function incompleteReview(order: CaseRecord): Breach[] {
  const concluded = standingConclusion(order);
  if (order["order_class"] !== "special" || concluded === undefined) return [];
  const opinions = opinionsOf(order);
  const path = "review.opinions";
  const missing = askedOf(order).filter(
    (department) => !opinions.some((one) => one.department === department),
  );
  const given = opinions.flatMap((one, i): Breach[] => {
    const department = one.department ?? "";
    const at = textAt(order, `${path}[${i}].at`);
    if (one.opinion === "reject")
      return [{ detail: "rejects", path: `${path}[${i}]`, values: { department } }];
    if (!isBefore(concluded, at)) return [];
    return [{ detail: "late", path: `${path}[${i}]`, values: { department, at: at ?? "", concluded } }];
  });
  return [...missing.map((department) => ({ detail: "missing", path, values: { department } })), ...given];
}

const took = (record: CaseRecord, event: string): boolean =>
  record.history.some((entry) => entry.event === event);

function distributedUnaccepted(amendment: CaseRecord): Breach[] {
  const ours = amendment["initiator"] === "company" && took(amendment, "distribute");
  const accepted = getAt(amendment, "customer_acceptance.accepted") === true;
  return ours && !accepted ? [{ detail: "accepted", path: "customer_acceptance.accepted" }] : [];
}

function closedWithoutDocuments(amendment: CaseRecord): Breach[] {
  const asked = amendment["affects_product_requirement"] === true && amendment.state === "closed";
  return asked && listAt(amendment, "document_changes").length === 0
    ? [{ detail: "documents", path: "document_changes" }]
    : [];
}

function unreachable(inquiry: CaseRecord): Breach[] {
  if (inquiry.state !== "deferred" && !took(inquiry, "defer")) return [];
  return ["customer_name", "contact_method"]
    .filter((path) => !isFilled(inquiry, path))
    .map((path) => ({ detail: "contact", path, values: { path } }));
}

export const orderChecks = {
  "INV-03": forEach(
    "INV-03",
    {
      zh: "合同评审完成后才签章;未签章不下生产通知",
      en: "No contract is signed before its review, no production notice goes out without the signature",
      clause: "R-4.3.1-01",
    },
    ["order"],
    signedBeforeReview,
  ),
  "INV-04": forEach(
    "INV-04",
    {
      zh: "口头订单有评审记录(5.8),评审通过前已复述确认",
      en: "A verbal order has its 5.8 record and was read back before the review was concluded",
      clause: "R-4.1.1-02",
    },
    ["order"],
    unrecordedVerbal,
  ),
  "INV-05": forEach(
    "INV-05",
    {
      zh: "特殊订单评审通过前,各会签部门均有意见且无不同意",
      en: "A special order has the opinions of all departments asked before its review is concluded, none refuses",
      clause: "R-4.3.3.1-05",
    },
    ["order"],
    incompleteReview,
  ),
  "INV-06": forEach(
    "INV-06",
    {
      zh: "公司提出的修改经客户认可后才传递",
      en: "A change by the company is distributed only after the customer accepted it",
      clause: "R-4.4.1-02",
    },
    ["amendment"],
    distributedUnaccepted,
  ),
  "INV-07": forEach(
    "INV-07",
    {
      zh: "涉及产品要求的修改,更改文件后才关闭",
      en: "A change of a product requirement is closed only with its document changes",
      clause: "R-4.4.3-01",
    },
    ["amendment"],
    closedWithoutDocuments,
  ),
  "INV-08": forEach(
    "INV-08",
    {
      zh: "暂缓答复的问询留有客户名称和联络方式",
      en: "A deferred inquiry holds the customer's name and how to reach them",
      clause: "R-4.5.2-02",
    },
    ["inquiry"],
    unreachable,
  ),
} satisfies Record<string, Check>;
