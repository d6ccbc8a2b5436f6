/** Findings that many gates share: a field that is asked for, a record that does not exist, times in the wrong order. */

import { isBefore } from "../cases/case-shapes.ts";
import { filled, type GateInput } from "../procedure/gate.ts";
import type { Step, Workflow } from "../records/model.ts";
import { covers } from "../records/paths.ts";
import type { CaseRecord, Id, Instant } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";

/**
 * Fields that a gate asks for besides what the step needs.
 * @returns one finding a path that is empty; what the step itself needs is left to the engine
 */
export function asked(input: GateInput, paths: readonly string[], clause: string): Finding[] {
  return paths
    .filter((path) => !input.step.needs.includes(path) && !filled(input, path))
    .map((path) => askedFor(input, path, clause));
}

/** A field that is missing: to be given with this step, or by the step that it belongs to. */
export function askedFor({ step, record, context }: GateInput, path: string, clause: string): Finding {
  const { kind, id } = record;
  const where = { record: id, path, clause };
  const own = [...step.needs, ...step.may, ...Object.keys(step.defaults ?? {})];
  const event = writes(own, path) ? undefined : ownerOf(context.kind.workflow, step, path);
  if (event === undefined) return finding("field-missing", { kind, path }, where);
  return finding("other-step-first", { kind, path, id, event }, where);
}

/** The event that writes a field while the case is open: `update` where it may be filled at any time. */
function ownerOf(workflow: Workflow, step: Step, path: string): string | undefined {
  if (writes(workflow.anytime, path)) return "update";
  const later = workflow.steps.filter((one) => one.id !== step.id && one.from.length > 0);
  return later.find((one) => writes([...one.needs, ...one.may], path))?.event;
}

const writes = (owned: readonly string[], path: string): boolean =>
  owned.some((owner) => covers(owner, path) || covers(path, owner));

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
