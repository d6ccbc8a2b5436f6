/** Findings that many gates share: a field that is asked for, a record that does not exist, times in the wrong order. */

import { isBefore } from "../cases/case-shapes.ts";
import { filled, type GateInput } from "../procedure/gate.ts";
import type { CaseRecord, Id, Instant } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";

/**
 * Fields that a gate asks for besides what the step needs.
 * @returns one finding a path that is empty; what the step itself needs is left to the engine
 */
export function asked(input: GateInput, paths: readonly string[], clause: string): Finding[] {
  const kind = input.record.kind;
  return paths
    .filter((path) => !input.step.needs.includes(path) && !filled(input, path))
    .map((path) => finding("field-missing", { kind, path }, { record: input.record.id, path, clause }));
}

/** A record or person that a value names and that does not exist (INV-21). */
export const unknownReference = (record: CaseRecord, path: string, id: Id): Finding =>
  finding(
    "reference-unknown",
    { kind: record.kind, path, id },
    { record: record.id, path, clause: "INV-21" },
  );

export interface TimeAt {
  readonly path: string;
  readonly at: Instant | undefined;
}

/** A time that must not lie before another one; nothing where one of them is missing. */
export function notBefore(input: GateInput, later: TimeAt, earlier: TimeAt, clause: string): Finding[] {
  if (!isBefore(later.at, earlier.at)) return [];
  const params = {
    kind: input.record.kind,
    path: later.path,
    at: later.at ?? "",
    than: earlier.path,
    than_at: earlier.at ?? "",
  };
  return [finding("time-before", params, { record: input.record.id, path: later.path, clause })];
}
