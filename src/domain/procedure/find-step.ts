/** Which step of the workflow an event means, from where the record stands. */

import type { Step as ModelStep, SharedModel, Workflow } from "../records/model.ts";
import { getAt } from "../records/paths.ts";
import type { CaseRecord } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";

/** The step that creates a record of this kind. */
export function creatingStep(workflow: Workflow): ModelStep | undefined {
  return workflow.steps.find((step) => step.from.length === 0);
}

const holds = (step: ModelStep, record: CaseRecord): boolean =>
  Object.entries(step.when ?? {}).every(([path, value]) => getAt(record, path) === value);

/** Steps that leave from the state in which the record stands, whoever may take them. */
export function stepsFrom(workflow: Workflow, record: CaseRecord): ModelStep[] {
  return workflow.steps.filter((step) => step.from.includes(record.state) && holds(step, record));
}

/** Is the state one in which a case has ended? */
export const isFinal = (workflow: Workflow, state: string): boolean =>
  workflow.states.some((s) => s.id === state && s.final === true);

export type Found =
  | { readonly step: ModelStep; readonly findings: readonly Finding[] }
  | { readonly findings: readonly Finding[] };

/**
 * Finds the step of an event.
 * @returns the step, with a finding when it does not leave from this state (so that roles can be judged as well);
 *   findings alone when there is no such event
 */
export function findStep(
  workflow: Workflow,
  shared: SharedModel,
  record: CaseRecord | null,
  event: string,
): Found {
  if (record === null) return findCreation(workflow, event);
  const now = stepsFrom(workflow, record);
  const here = now.find((step) => step.event === event);
  if (here) return { step: here, findings: [] };
  const common = shared.common.find((step) => step.event === event);
  if (common) return { step: common, findings: [] };
  const elsewhere = workflow.steps.find((step) => step.event === event && step.from.length > 0);
  const open = now.map((step) => step.event);
  if (!elsewhere)
    return {
      findings: [
        finding("unknown-event", { kind: workflow.kind, event, open, known: knownEvents(workflow, shared) }),
      ],
    };
  const params = {
    kind: workflow.kind,
    id: record.id,
    event,
    state: record.state,
    open,
    from: fromOf(workflow, event),
  };
  return { step: elsewhere, findings: [finding("not-from-state", params)] };
}

function findCreation(workflow: Workflow, event: string): Found {
  const step = creatingStep(workflow);
  if (step && step.event === event) return { step, findings: [] };
  return {
    findings: [
      finding("unknown-event", { kind: workflow.kind, event, open: step ? [step.event] : [], known: [] }),
    ],
  };
}

const knownEvents = (workflow: Workflow, shared: SharedModel): string[] => [
  ...new Set([...workflow.steps.filter((s) => s.from.length > 0), ...shared.common].map((s) => s.event)),
];

const fromOf = (workflow: Workflow, event: string): string[] => [
  ...new Set(workflow.steps.filter((s) => s.event === event).flatMap((s) => s.from)),
];
