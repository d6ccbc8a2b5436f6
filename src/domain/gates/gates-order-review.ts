/** Gates of order from the conclusion of the review to the signature (4.3.2–4.3.3, ORD-06 to ORD-10). */

import { isBefore, textAt } from "../cases/case-shapes.ts";
import { at, type Opinion, opinionsOf } from "../cases/order-shapes.ts";
import { same } from "../procedure/computing.ts";
import { filled, type Gate, type GateInput } from "../procedure/gate.ts";
import { getAt } from "../records/paths.ts";
import { finding } from "../words/findings.ts";
import { asked } from "./asked.ts";

const conditionsMet: Gate = (input) =>
  opinionsOf(input.record).flatMap((opinion, i) => {
    const path = `review.opinions[${i}].condition_met`;
    if (opinion.opinion !== "conditional" || filled(input, path)) return [];
    return [
      finding("condition-not-met", { department: opinion.department ?? "" }, at(input, path, "R-4.3.3.1-05")),
    ];
  });

const judgement = (opinion: Opinion | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.entries(opinion ?? {}).filter(([key]) => key !== "condition_met"));

/** The conclusion may add that a condition is met, nothing else (specification 3.16). */
const opinionsOnlyConditionsMet: Gate = (input) => {
  const [before, after] = [opinionsOf(input.before), opinionsOf(input.record)];
  const count = Math.max(before.length, after.length);
  return Array.from({ length: count }, (_, i) => i)
    .filter((i) => !same(judgement(before[i]), judgement(after[i])))
    .map((i) => {
      const path = `review.opinions[${i}]`;
      return finding("opinion-is-theirs", { path }, at(input, path, "R-4.3.3.2-01"));
    });
};

const contentConfirmedWithCustomer: Gate = (input) => {
  if (!filled(input, "review.content_confirmed")) return [];
  const paths = ["by", "at", "customer_person"].map((key) => `review.content_confirmed.${key}`);
  return asked(input, paths, "R-4.3.3.1-03");
};

const isVerbal = (input: GateInput): boolean => input.record["contract_form"] === "verbal";

const readBackAgreed: Gate = (input) => {
  const path = "verbal_record.read_back.agreed";
  if (!isVerbal(input) || getAt(input.record, path) === true) return [];
  return [finding("read-back-not-agreed", {}, at(input, path, "R-4.3.3.1-03"))];
};

/** Answers that must be yes; an unanswered one is named by the engine. */
const allTrue =
  (paths: readonly string[], clause: string): Gate =>
  (input) =>
    paths
      .filter((path) => getAt(input.record, path) === false)
      .map((path) => finding("must-be-true", { path }, at(input, path, clause)));

const conclusionAccepts: Gate = (input) => {
  const conclusion = textAt(input.record, "review.conclusion");
  if (conclusion === undefined || ["accept", "accept_after_change"].includes(conclusion)) return [];
  return [
    finding("conclusion-does-not-accept", { conclusion }, at(input, "review.conclusion", "R-4.3.2-03")),
  ];
};

/** Whoever is declined knows it before the record says so (order ORD-07, return RET-03). */
const customerInformedFirst: Gate = (input) => {
  const informed = textAt(input.record, "decline.customer_informed_at");
  if (!isBefore(input.at, informed)) return [];
  const clause = input.record.kind === "order" ? "R-4.3.2-03" : "R-3.1-01";
  return [
    finding(
      "customer-not-informed",
      { at: informed ?? "" },
      at(input, "decline.customer_informed_at", clause),
    ),
  ];
};

/** Who concluded the review had better not approve it: warning (G-07). */
const approverDidNotConclude: Gate = (input) => {
  const concluded = input.before?.history.findLast((entry) => entry.event === "conclude_review");
  if (concluded?.by !== input.by) return [];
  return [finding("approver-concluded", { person: input.by }, at(input, "review.approved_by", "G-07"))];
};

/** No contract is signed before its review is concluded (R-4.3.1-01, INV-03). */
const reviewConcludedBeforeSigning: Gate = (input) => {
  const sign = textAt(input.record, "sign.at");
  const concluded = textAt(input.record, "review.concluded_at");
  if (sign === undefined || (concluded !== undefined && !isBefore(sign, concluded))) return [];
  const params = concluded === undefined ? { sign } : { sign, concluded };
  return [finding("not-reviewed-yet", params, at(input, "review.concluded_at", "R-4.3.1-01"))];
};

/** A verbal order is followed in writing before it is signed, or that is waived with a reason (G-24). */
const writtenFollowUpSettled: Gate = (input) => {
  const path = "verbal_record.written_followup";
  const waived = getAt(input.record, `${path}.waived`) === true && filled(input, `${path}.reason`);
  if (!isVerbal(input) || filled(input, `${path}.received_at`) || waived) return [];
  return [finding("written-follow-up-missing", {}, at(input, path, "R-4.3.3.1-07"))];
};

export const orderReviewGates = {
  "conditions-met": conditionsMet,
  "opinions-only-conditions-met": opinionsOnlyConditionsMet,
  "content-confirmed-with-customer": contentConfirmedWithCustomer,
  "read-back-agreed": readBackAgreed,
  "delivery-possible": allTrue(["review.can_deliver_on_time", "review.can_deliver_to_quality"], "R-4.3.2-03"),
  "conclusion-accepts": conclusionAccepts,
  "customer-informed-first": customerInformedFirst,
  "order-lawful-complete-clear": allTrue(
    ["review.legality", "review.completeness", "review.clarity"],
    "R-3.1-07",
  ),
  "approver-did-not-conclude": approverDidNotConclude,
  "review-concluded-before-signing": reviewConcludedBeforeSigning,
  stamped: allTrue(["sign.stamped"], "R-4.3.3.1-07"),
  "written-follow-up-settled": writtenFollowUpSettled,
} satisfies Record<string, Gate>;
