/** Gates of order from the production notice to its end (4.4, 5.9, ORD-11 to ORD-17). */

import { changesOf, placeOf, RECEIVERS, valueAfter } from "../cases/amendment-changes.ts";
import { listAt, textAt } from "../cases/case-shapes.ts";
import { isRunning, runningWith } from "../cases/open-records.ts";
import { at, linesOf, type OrderLine, receiptsOf } from "../cases/order-shapes.ts";
import { same } from "../procedure/computing.ts";
import { filled, type Gate, type GateInput } from "../procedure/gate.ts";
import { getAt } from "../records/paths.ts";
import type { CaseRecord, Json } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";

const allReceiversListed: Gate = (input) => {
  const receivers = receiptsOf(input.record).map((receipt) => receipt.department);
  const missing = RECEIVERS.filter((department) => !receivers.includes(department));
  if (missing.length === 0) return [];
  return [finding("receivers-missing", { missing }, at(input, "production_notice.receivers", "R-5.9-01"))];
};

/** Key of a notice line → key of the order line it repeats. */
const REPEATED: readonly (readonly [string, string])[] = [
  ["part_no", "part_no"],
  ["product_name", "product_name"],
  ["drawing_rev", "drawing_rev"],
  ["material", "material"],
  ["quantity", "quantity"],
  ["unit", "unit"],
  ["due", "delivery_date"],
];

function lineDiffers(input: GateInput, notice: OrderLine, line: OrderLine, i: number): Finding[] {
  return REPEATED.flatMap(([own, theirs]) => {
    const [a, b] = [notice[own], line[theirs]];
    if (a === undefined || b === undefined || a === b) return [];
    const path = `production_notice.lines[${i}].${own}`;
    return [
      finding("notice-differs", { path, notice: String(a), order: String(b) }, at(input, path, "R-5.9-01")),
    ];
  });
}

/** The production notice repeats the order's lines; only what both state is compared. */
const noticeRepeatsTheOrder: Gate = (input) => {
  const notice = listAt<OrderLine>(input.record, "production_notice.lines");
  const lines = linesOf(input.record);
  if (notice.length === 0) return [];
  if (notice.length !== lines.length) {
    const params = { notice: notice.length, order: lines.length };
    return [finding("notice-line-count", params, at(input, "production_notice.lines", "R-5.9-01"))];
  }
  return notice.flatMap((line, i) => lineDiffers(input, line, lines[i] ?? {}, i));
};

const amendmentOf = (input: GateInput): CaseRecord | undefined =>
  input.context.facts.record(textAt(input.record, "amendment_id") ?? "");

/** Departments that have not signed for the amendment notice yet. */
const waitingFor = (amendment: CaseRecord): string[] =>
  receiptsOf(amendment)
    .filter((receipt) => receipt["ack_at"] === undefined)
    .flatMap((receipt) => receipt.department ?? []);

const amendmentIn =
  (states: readonly string[]): Gate =>
  (input) => {
    const amendment = amendmentOf(input);
    if (amendment?.kind !== "amendment") return [];
    const where = at(input, "amendment_id", "R-4.4.1-02");
    const order = textAt(amendment, "order_id") ?? "";
    if (order !== input.record.id)
      return [finding("amendment-of-another-order", { amendment: amendment.id, order }, where)];
    if (states.includes(amendment.state)) return [];
    const params = {
      amendment: amendment.id,
      state: amendment.state,
      needed: states,
      waiting: waitingFor(amendment),
    };
    return [finding("amendment-not-in-state", params, where)];
  };

const shown = (value: unknown): string => (value === undefined || value === null ? "-" : String(value));

/** Each change starts from the present value and arrives at the agreed one. */
const amendmentApplied: Gate = (input) => {
  const amendment = amendmentOf(input);
  const { before } = input;
  if (!amendment || before === null) return [];
  return changesOf(amendment).flatMap((change, i): Finding[] => {
    const place = placeOf(before, change);
    const no = i + 1;
    if (place === null) return [];
    if (place === undefined) {
      return [
        finding("change-without-line", { no, line: change.line ?? null }, at(input, "lines", "R-4.4.2-01")),
      ];
    }
    const where = at(input, place, "R-4.4.2-01");
    const [was, now, after] = [
      getAt(before, place),
      getAt(input.record, place),
      valueAfter(change),
    ] as Json[];
    if (change.before !== undefined && !same(change.before, was)) {
      return [
        finding("changed-since", { no, path: place, before: shown(change.before), now: shown(was) }, where),
      ];
    }
    if (same(now, after)) return [];
    return [
      finding("change-not-carried-out", { no, path: place, after: shown(after), value: shown(now) }, where),
    ];
  });
};

const noAmendmentOpen: Gate = (input) => {
  const open = runningWith(input.context.facts, ["amendment"], "order_id", input.record.id).map(
    (one) => one.id,
  );
  return open.length > 0
    ? [finding("amendment-open", { amendments: open }, at(input, "amendment_id", "R-4.4.2-01"))]
    : [];
};

const fullQuantityDelivered: Gate = (input) => {
  const quantity = getAt(input.record, "delivery.quantity");
  const ordered = linesOf(input.record).reduce((sum, line) => sum + (line.quantity ?? 0), 0);
  if (typeof quantity !== "number" || quantity >= ordered) return [];
  return [finding("short-delivery", { quantity, ordered }, at(input, "delivery.quantity", "R-1-01"))];
};

/** Complaints count as done once they are completed, before they are filed. */
const isDone = (record: CaseRecord): boolean => !isRunning(record) || record.state === "completed";

const named = (note: string | undefined, id: string): boolean =>
  new RegExp(`(^|[^A-Za-z0-9-])${id}(?![0-9])`).test(note ?? "");

/** Open complaints and returns on the order are closed, or carried over by name. */
const noOpenComplaintOrReturn: Gate = (input) => {
  const cases = runningWith(input.context.facts, ["complaint", "return"], "order_id", input.record.id);
  return cases
    .filter((one) => !isDone(one) && !named(input.note, one.id))
    .map((one) =>
      finding(
        "case-on-order-open",
        { id: one.id, state: one.state, kind: one.kind },
        at(input, "closed_at", "R-1-01"),
      ),
    );
};

const SIGNED = ["signed", "in_production", "amending"];

/** From the signature on, a cancellation is agreed by both sides, whoever asks for it. */
const agreementEvidenceGiven: Gate = (input) => {
  const signed = SIGNED.includes(input.before?.state ?? "");
  const theirs =
    input.record["cancel"] !== undefined && getAt(input.record, "cancel.initiator") === "customer";
  if ((!signed && !theirs) || filled(input, "cancel.customer_evidence")) return [];
  return [
    finding("cancel-without-agreement", { signed }, at(input, "cancel.customer_evidence", "R-4.4.2-01")),
  ];
};

export const orderProductionGates = {
  "all-receivers-listed": allReceiversListed,
  "notice-repeats-the-order": noticeRepeatsTheOrder,
  "amendment-agreed": amendmentIn(["accepted", "distributed", "documents_updated"]),
  "amendment-closed": amendmentIn(["closed"]),
  "amendment-withdrawn": amendmentIn(["withdrawn"]),
  "amendment-applied": amendmentApplied,
  "no-amendment-open": noAmendmentOpen,
  "full-quantity-delivered": fullQuantityDelivered,
  "no-open-complaint-or-return": noOpenComplaintOrReturn,
  "agreement-evidence-given": agreementEvidenceGiven,
} satisfies Record<string, Gate>;
