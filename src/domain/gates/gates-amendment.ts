/** Gates of amendment (form 5.5, clause 4.4, specification 3.3 and 3.17). */

import { listAt, textAt } from "../cases/case-shapes.ts";
import { runningWith } from "../cases/open-records.ts";
import { askedOf, at, opinionsOf, receiptsOf } from "../cases/order-shapes.ts";
import { noticeHolders } from "../computes/computes-amendment.ts";
import { same } from "../procedure/computing.ts";
import { filled, type Gate, type GateInput } from "../procedure/gate.ts";
import { getAt } from "../records/paths.ts";
import { type Finding, finding } from "../words/findings.ts";
import { asked } from "./asked.ts";

const byCustomer = (input: GateInput): boolean => input.record["initiator"] === "customer";

const orderSigned: Gate = (input) => {
  const order = input.context.facts.record(textAt(input.record, "order_id") ?? "");
  if (order?.kind !== "order" || ["signed", "in_production"].includes(order.state)) return [];
  return [
    finding("order-not-signed", { order: order.id, state: order.state }, at(input, "order_id", "R-4.4.1-01")),
  ];
};

const noOtherAmendmentOpen: Gate = (input) => {
  const order = textAt(input.record, "order_id") ?? "";
  const open = runningWith(input.context.facts, ["amendment"], "order_id", order).filter(
    (one) => one.id !== input.record.id,
  );
  const amendments = open.map((one) => one.id);
  return amendments.length > 0
    ? [finding("another-amendment-open", { amendments }, at(input, "order_id", "R-4.4.1-01"))]
    : [];
};

const otherDepartmentsAsked: Gate = (input) => {
  const proposer = textAt(input.record, "initiator_department");
  if (askedOf(input.record).some((department) => department !== proposer)) return [];
  return [finding("nobody-else-asked", {}, at(input, "asked_departments", "R-4.4.1-03"))];
};

const reviewedBeforeNegotiating: Gate = (input) => {
  if (!byCustomer(input) || input.before?.state !== "proposed") return [];
  return [finding("review-customer-change-first", {}, at(input, "negotiation", "R-4.4.1-03"))];
};

const ACCEPTING = ["accept", "not_applicable"];

/** Ours is negotiated and accepted; theirs may be accepted from the review when every opinion accepts (R-4.4.1-02). */
const customerAcceptedAmendment: Gate = (input) => {
  const negotiated = input.before?.state === "negotiating";
  const where = at(input, "customer_acceptance", "R-4.4.1-02");
  if (!negotiated && !byCustomer(input)) return [finding("negotiate-first", {}, where)];
  if (negotiated) {
    const accepted = getAt(input.record, "customer_acceptance.accepted") === true;
    return accepted ? [] : [finding("customer-has-not-accepted", {}, where)];
  }
  return opinionsOf(input.record)
    .filter((one) => !ACCEPTING.includes(one.opinion ?? "") && one.opinion !== "reject")
    .map((one) =>
      finding(
        "opinion-does-not-accept",
        { department: one.department ?? "", opinion: one.opinion ?? "" },
        where,
      ),
    );
};

/** The customer's own proposal is recorded: in the negotiation, and in the changes. */
const counterProposalRecorded: Gate = (input) => {
  const count = (record: GateInput["before"]): number => listAt(record, "negotiation").length;
  const missing = [
    ...(count(input.record) > count(input.before) ? [] : ["negotiation"]),
    ...(same(getAt(input.before, "changes"), getAt(input.record, "changes")) ? ["changes"] : []),
  ];
  return missing.map((path) => finding("no-counter-proposal", { path }, at(input, path, "R-4.4.1-01")));
};

const somebodyRefused: Gate = (input) => {
  const customer = getAt(input.record, "customer_acceptance.accepted") === false;
  if (customer || opinionsOf(input.record).some((opinion) => opinion.opinion === "reject")) return [];
  return [finding("nobody-refused", {}, at(input, "customer_acceptance.accepted", "R-4.4.1-02"))];
};

/** Whoever holds the production notice gets the amendment notice, each with the time it was sent. */
const noticeHoldersAddressed: Gate = (input) => {
  const receipts = receiptsOf(input.record);
  if (receipts.length === 0) return [];
  const order = input.context.facts.record(textAt(input.record, "order_id") ?? "");
  const addressed = receipts.map((receipt) => receipt.department);
  const missing = noticeHolders(order).filter((department) => !addressed.includes(department));
  const unsent = receipts.flatMap((_, i): Finding[] => {
    const path = `distribution[${i}].sent_at`;
    return filled(input, path)
      ? []
      : [finding("field-missing", { kind: "amendment", path }, at(input, path, "R-4.4.2-01"))];
  });
  const absent = missing.map((department) =>
    finding("holder-not-addressed", { department }, at(input, "distribution", "R-4.4.2-01")),
  );
  return [...absent, ...unsent];
};

const isAffected = (input: GateInput): boolean => input.record["affects_product_requirement"] === true;

const productRequirementAffected: Gate = (input) =>
  isAffected(input)
    ? []
    : [
        finding(
          "product-requirement-not-affected",
          {},
          at(input, "affects_product_requirement", "R-4.4.3-01"),
        ),
      ];

/** First revisions: the document is new and has no old one. */
const FIRST = /^(a|a\/?0|0+|0?1|v?1(\.0)?|new|新)$/i;

const documentRevisionsNamed: Gate = (input) =>
  listAt<{ to_rev?: string }>(input.record, "document_changes").flatMap((change, i) => {
    const old = FIRST.test(change.to_rev ?? "") ? [] : ["from_rev"];
    return ["document", "to_rev", ...old]
      .map((key) => `document_changes[${i}].${key}`)
      .filter((path) => !filled(input, path))
      .map((path) => finding("revision-missing", { path }, at(input, path, "R-4.4.3-01")));
  });

const everyAddresseeAcknowledged: Gate = (input) =>
  receiptsOf(input.record)
    .filter((receipt) => receipt["ack_at"] === undefined)
    .map((receipt) =>
      finding(
        "addressee-has-not-acknowledged",
        { department: receipt.department ?? "" },
        at(input, "distribution", "R-4.4.2-01"),
      ),
    );

const documentsUpdatedFirst: Gate = (input) => {
  const updated = input.before?.state === "documents_updated";
  if (!isAffected(input) || updated) return [];
  return [finding("documents-first", {}, at(input, "document_changes", "R-4.4.3-01"))];
};

/** Who wishes the change: which of our departments, or by which channel the customer asked (2.7). */
const requestTraceable: Gate = (input) => {
  const path = input.record["initiator"] === "company" ? "initiator_department" : "channel";
  return input.record["initiator"] === undefined ? [] : asked(input, [path], "R-4.4.1-01");
};

export const amendmentGates = {
  "request-traceable": requestTraceable,
  "order-signed": orderSigned,
  "no-other-amendment-open": noOtherAmendmentOpen,
  "other-departments-asked": otherDepartmentsAsked,
  "reviewed-before-negotiating": reviewedBeforeNegotiating,
  "customer-accepted-amendment": customerAcceptedAmendment,
  "counter-proposal-recorded": counterProposalRecorded,
  "somebody-refused": somebodyRefused,
  "notice-holders-addressed": noticeHoldersAddressed,
  "product-requirement-affected": productRequirementAffected,
  "document-revisions-named": documentRevisionsNamed,
  "every-addressee-acknowledged": everyAddresseeAcknowledged,
  "documents-updated-first": documentsUpdatedFirst,
} satisfies Record<string, Gate>;
