/** Gates of return (4.9, specification 3.6 and 3.17). */
import { dayOf } from "../calendar/workdays.ts";
import { textAt } from "../cases/case-shapes.ts";
import {
  announced,
  type Disposition,
  dispositionsOf,
  goesBackUnderConcession,
  needsConcession,
  needsReinspection,
  onlyResultsChanged,
  quantityOf,
} from "../cases/return-dispositions.ts";
import { filled, type Gate, type GateInput, valueAt } from "../procedure/gate.ts";
import { getAt } from "../records/paths.ts";
import { type Finding, finding } from "../words/findings.ts";

const at = (input: GateInput, path: string, clause: string) => ({ record: input.record.id, path, clause });

/** A complaint of the same customer, or a reason why there is none. */
const complaintOrReason: Gate = (input) => {
  const id = textAt(input.record, "complaint_id");
  const where = at(input, "complaint_id", "R-4.9-01");
  if (id === undefined)
    return filled(input, "no_complaint_reason") ? [] : [finding("return-without-complaint", {}, where)];
  const complaint = input.context.facts.record(id);
  if (complaint?.kind !== "complaint") return [];
  const customer = textAt(complaint, "customer_id") ?? "";
  if (customer === textAt(input.record, "customer_id")) return [];
  return [finding("complaint-of-another-customer", { complaint: id, customer }, where)];
};

const quantityDifferenceExplained: Gate = (input) => {
  const received = valueAt<number>(input, "receipt.quantity_received");
  const told = announced(input.record);
  if (received === undefined || received === told || filled(input, "receipt.difference_note")) return [];
  return [
    finding(
      "difference-unexplained",
      { announced: told, received },
      at(input, "receipt.difference_note", "R-4.9-02"),
    ),
  ];
};

/** 同时: the same calendar day. Late is a warning, no stop (INV-15). */
const qualityNotifiedSameDay: Gate = (input) => {
  const received = textAt(input.record, "receipt.received_at");
  const notified = textAt(input.record, "quality_notified_at");
  if (received === undefined || notified === undefined || dayOf(received) === dayOf(notified)) return [];
  const params = { received: dayOf(received), notified: dayOf(notified) };
  return [finding("quality-notified-late", params, at(input, "quality_notified_at", "R-4.9-03"))];
};

interface Counted {
  readonly ok: number;
  readonly ng: number;
  readonly received: number;
}

function counted(input: GateInput): Counted | null {
  const [ok, ng, received] = [
    "inspection.quantity_ok",
    "inspection.quantity_ng",
    "receipt.quantity_received",
  ].map((path) => valueAt<number>(input, path));
  return ok === undefined || ng === undefined || received === undefined ? null : { ok, ng, received };
}

const inspectedQuantitiesAddUp: Gate = (input) => {
  const count = counted(input);
  if (count === null || count.ok + count.ng === count.received) return [];
  return [finding("inspected-quantity-differs", count, at(input, "inspection.quantity_ng", "R-4.9-04"))];
};

const NOTHING_WRONG = ["ok", "not_our_product", "undetermined"];

const inspectionResultFits: Gate = (input) => {
  const count = counted(input);
  const result = textAt(input.record, "inspection.result");
  if (count === null || result === undefined) return [];
  const fits = (count.ng > 0 || NOTHING_WRONG.includes(result)) && (count.ok > 0 || result !== "ok");
  const params = { result, ok: count.ok, ng: count.ng };
  return fits
    ? []
    : [finding("inspection-result-does-not-fit", params, at(input, "inspection.result", "R-4.9-04"))];
};

const dispositionsAddUp: Gate = (input) => {
  const received = valueAt<number>(input, "receipt.quantity_received");
  const disposed = quantityOf(dispositionsOf(input.record));
  if (received === undefined || disposed === received) return [];
  return [
    finding("disposition-quantity-differs", { disposed, received }, at(input, "dispositions", "R-4.9-04")),
  ];
};

/** Use as is and repair are a concession: approved, and agreed by the customer if the goods go there again (INV-16). */
const concessionApproved: Gate = (input) => {
  const conceded = dispositionsOf(input.record).find(needsConcession);
  if (!conceded) return [];
  const again = goesBackUnderConcession(input.record);
  const asked = ["concession.approved_by", ...(again ? ["concession.customer_consent"] : [])];
  const missing = asked.filter((path) => !filled(input, path));
  return missing.map((path) =>
    finding(
      "concession-missing",
      { disposition: conceded.disposition ?? "", path },
      at(input, path, "INV-16"),
    ),
  );
};

const returnToCustomerAllowed: Gate = (input) => {
  if (!dispositionsOf(input.record).some((line) => line.disposition === "return_to_customer")) return [];
  const result = textAt(input.record, "inspection.result") ?? "";
  const responsibility = textAt(input.record, "responsibility") ?? "";
  if (["ok", "not_our_product"].includes(result) || responsibility === "not_ours") return [];
  return [finding("must-not-go-back", { result, responsibility }, at(input, "dispositions", "R-4.9-04"))];
};

const onlyResultsRecorded: Gate = (input) => {
  const before = dispositionsOf(input.before);
  const wrong = onlyResultsChanged(before, dispositionsOf(input.record));
  return wrong === null
    ? []
    : [finding("disposition-changed", { path: wrong }, at(input, wrong, "R-4.9-04"))];
};

const eachLine = (input: GateInput, judge: (line: Disposition, path: string) => Finding[]): Finding[] =>
  dispositionsOf(input.record).flatMap((line, i) => judge(line, `dispositions[${i}]`));

const dispositionsFinished: Gate = (input) =>
  eachLine(input, (line, path) => {
    if (line.disposition === "hold")
      return [finding("disposition-not-final", { path }, at(input, path, "R-4.9-04"))];
    if (getAt(line, "done_at") !== undefined) return [];
    const params = { path, disposition: line.disposition ?? "" };
    return [finding("disposition-not-done", params, at(input, `${path}.done_at`, "R-4.9-04"))];
  });

const reworkReinspected: Gate = (input) =>
  eachLine(input, (line, path) => {
    if (!needsReinspection(line) || getAt(line, "reinspection") !== undefined) return [];
    const params = { path, disposition: line.disposition ?? "" };
    return [finding("reinspection-missing", params, at(input, `${path}.reinspection`, "R-4.9-04"))];
  });

export const returnGates = {
  "complaint-or-reason": complaintOrReason,
  "quantity-difference-explained": quantityDifferenceExplained,
  "quality-notified-same-day": qualityNotifiedSameDay,
  "inspected-quantities-add-up": inspectedQuantitiesAddUp,
  "inspection-result-fits": inspectionResultFits,
  "dispositions-add-up": dispositionsAddUp,
  "concession-approved": concessionApproved,
  "return-to-customer-allowed": returnToCustomerAllowed,
  "only-results-recorded": onlyResultsRecorded,
  "dispositions-finished": dispositionsFinished,
  "rework-reinspected": reworkReinspected,
} satisfies Record<string, Gate>;
