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
  "INV-03": forEach("INV-03", ["order"], signedBeforeReview, { clause: "R-4.3.1-01" }),
  "INV-04": forEach("INV-04", ["order"], unrecordedVerbal, { clause: "R-4.1.1-02" }),
  "INV-05": forEach("INV-05", ["order"], incompleteReview, { clause: "R-4.3.3.1-05" }),
  "INV-06": forEach("INV-06", ["amendment"], distributedUnaccepted, { clause: "R-4.4.1-02" }),
  "INV-07": forEach("INV-07", ["amendment"], closedWithoutDocuments, { clause: "R-4.4.3-01" }),
  "INV-08": forEach("INV-08", ["inquiry"], unreachable, { clause: "R-4.5.2-02" }),
} satisfies Record<string, Check>;
