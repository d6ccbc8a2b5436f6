/** States of a workflow: reached by somebody, left towards an end, waiting for steps that exist. */

import type { KindModel, Step, Workflow } from "../records/model.ts";
import { type Finding, finding } from "../words/findings.ts";

/** Faults of the states of a kind. */
export function unsoundStates({ workflow }: KindModel): Finding[] {
  return [
    ...undefinedStates(workflow),
    ...unreachable(workflow),
    ...deadEnds(workflow),
    ...waitingInVain(workflow),
  ];
}

export const workflowPath = (kind: string): string => `schemas/workflows/${kind}.yaml`;

/** Where a step leads from a state; `@prev` leads back to any state that leads here. */
function targets(workflow: Workflow, step: Step, from: string): string[] {
  if (step.to === "=") return [from];
  if (step.to !== "@prev") return [step.to];
  return workflow.steps.filter((other) => other.to === from).flatMap((other) => other.from);
}

function nextStates(workflow: Workflow, state: string): string[] {
  return workflow.steps
    .filter((step) => step.from.includes(state))
    .flatMap((step) => targets(workflow, step, state));
}

/** All states that can be reached from some states, these included. */
function reachable(workflow: Workflow, starts: readonly string[]): Set<string> {
  const seen = new Set(starts);
  for (const state of seen) for (const next of nextStates(workflow, state)) seen.add(next);
  return seen;
}

function undefinedStates(workflow: Workflow): Finding[] {
  const known = new Set(workflow.states.map((state) => state.id));
  const steps = workflow.steps.flatMap((step) => [...step.from, step.to]);
  const narrowed = Object.values(workflow.anytime_in).flat();
  const named = new Set([...steps, ...narrowed].filter((state) => state !== "=" && state !== "@prev"));
  return [...named]
    .filter((state) => !known.has(state))
    .map((state) =>
      finding("state-not-in-schema", { kind: workflow.kind, state }, { file: workflowPath(workflow.kind) }),
    );
}

function unreachable(workflow: Workflow): Finding[] {
  const starts = workflow.steps.filter((step) => step.from.length === 0).map((step) => step.to);
  const reached = reachable(workflow, starts);
  return workflow.states
    .filter((state) => !reached.has(state.id))
    .map(({ id }) =>
      finding("state-unreachable", { kind: workflow.kind, state: id }, { file: workflowPath(workflow.kind) }),
    );
}

function deadEnds(workflow: Workflow): Finding[] {
  const finals = new Set(workflow.states.filter((state) => state.final).map((state) => state.id));
  const ends = (state: string): boolean => [...reachable(workflow, [state])].some((next) => finals.has(next));
  return workflow.states
    .filter((state) => !ends(state.id))
    .map(({ id }) =>
      finding("state-dead-end", { kind: workflow.kind, state: id }, { file: workflowPath(workflow.kind) }),
    );
}

function waitingInVain(workflow: Workflow): Finding[] {
  const { kind } = workflow;
  return workflow.states.flatMap(({ id, waits }) =>
    (waits ?? [])
      .filter((event) => !workflow.steps.some((step) => step.event === event && step.from.includes(id)))
      .map((event) =>
        finding("state-waits-in-vain", { kind, state: id, event }, { file: workflowPath(kind) }),
      ),
  );
}
