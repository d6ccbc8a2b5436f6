/** Times of a case lie in the order in which its steps follow each other: no clock is stopped before it ran (INV-01, INV-22). */

import { listAt, roundsOf, textAt } from "../cases/case-shapes.ts";
import type { Gate, GateInput } from "../procedure/gate.ts";
import type { Step } from "../records/model.ts";
import { covers } from "../records/paths.ts";
import type { CaseRecord, Instant, Kind } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";
import { notBefore } from "./asked.ts";

type Pair = readonly [later: string, earlier: string];

const PAIRS: Readonly<Partial<Record<Kind, readonly Pair[]>>> = {
  complaint: [
    ["preliminary_analysis.at", "received_at"],
    ["handed_to_quality_at", "received_at"],
    ["joint_analysis.held_at", "joint_analysis.called_at"],
    ["rounds[-1].proposed_at", "rounds[-1].received_at"],
    ["rounds[-1].completed_at", "rounds[-1].proposed_at"],
    ["rounds[-1].reply.sent_at", "rounds[-1].approval.at"],
    ["rounds[-1].receipt_call.at", "rounds[-1].reply.sent_at"],
    ["rounds[-1].customer_response.at", "rounds[-1].receipt_call.at"],
    ["archive.at", "handover_to_sales.at"],
  ],
  capa: [
    ["issued_at", "opened_at"],
    ["proposed_at", "received_at"],
    ["completed_at", "proposed_at"],
    ["verification.at", "completed_at"],
    ["closure.at", "completed_at"],
  ],
  return: [
    ["issued_at", "requested_at"],
    ["receipt.received_at", "issued_at"],
    ["quality_notified_at", "receipt.received_at"],
    ["inspection.at", "receipt.received_at"],
    ["closed_at", "inspection.at"],
  ],
};

/** When the round that is open began: the answer that refused the one before, else the handing over to Quality. */
function roundBegan(record: CaseRecord): string {
  const earlier = roundsOf(record).length - 2;
  return earlier < 0 ? "handed_to_quality_at" : `rounds[${earlier}].customer_response.at`;
}

/**
 * Only what this very step writes is judged: an older disorder stops nobody (it is found by `check`).
 * The time of the step itself lies after all that was told before.
 */
const judges = (input: GateInput, [later, earlier]: Pair): boolean =>
  textAt(input.record, later) !== input.at &&
  (isAmong(input.written, later) ||
    (isAmong(input.written, earlier) && !isAmong(ownOf(input.step), earlier)));

/** A step is not held to what an earlier attempt in the same round left behind it; a correction is. */
const ownOf = (step: Step): string[] => [...step.needs, ...step.may, ...Object.keys(step.defaults ?? {})];

const isAmong = (paths: readonly string[], path: string): boolean =>
  paths.some((one) => covers(one, path) || covers(path, one));

export const timesInOrder: Gate = (input) => {
  const { record } = input;
  const pairs = PAIRS[record.kind] ?? [];
  const all: readonly Pair[] =
    record.kind === "complaint" ? [...pairs, ["rounds[-1].received_at", roundBegan(record)]] : pairs;
  const at = (path: string) => ({ path, at: textAt(record, path) });
  return all
    .filter((pair) => judges(input, pair))
    .flatMap(([later, earlier]) => notBefore(input, at(later), at(earlier), "INV-01"));
};

/** Days that tell of something that has happened. */
const TOLD: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  outreach: ["date"],
  survey_response: ["filled_on"],
  customer: ["updated_at", "since"],
};

const dayHasCome: Gate = (input) => {
  const { kind, id } = input.record;
  return (TOLD[kind] ?? [])
    .filter((path) => (textAt(input.record, path) ?? "") > input.at.slice(0, 10))
    .map((path) => finding("later-than-step", { kind, path }, { record: id, path, clause: "INV-22" }));
};

/** What was done is done before it is told: actions of a CAPA or round, dispositions, decisions (INV-22 has the future). */
function doneBefore(input: GateInput, list: string, earlier: string): Finding[] {
  const than = { path: earlier, at: textAt(input.record, earlier) };
  return listAt<{ done_at?: Instant }>(input.record, list).flatMap(({ done_at }, i) =>
    notBefore(input, { path: `${list}[${i}].done_at`, at: done_at }, than, "INV-01"),
  );
}

/** Goods are dealt with after they were inspected (RET-06, RET-09). */
const disposedAfterInspection: Gate = (input) => doneBefore(input, "dispositions", "inspection.at");

export const timeGates = {
  "times-in-order": timesInOrder,
  "day-has-come": dayHasCome,
  "disposed-after-inspection": disposedAfterInspection,
} satisfies Record<string, Gate>;
