/** Names in the steps of a workflow: gates, computations, roles, documents, departments told, duties fulfilled. */

import type { KindModel, SharedModel, Step } from "../records/model.ts";
import { type Finding, finding } from "../words/findings.ts";
import { workflowPath } from "./soundness-states.ts";

/** Names that code answers to. */
export interface Code {
  readonly gates: ReadonlySet<string>;
  readonly computes: ReadonlySet<string>;
}

/** Names in a kind's steps that nothing answers to. */
export function unknownNames(kind: KindModel, shared: SharedModel, code: Code): Finding[] {
  const judge = { kind: kind.workflow.kind, shared, code };
  return kind.workflow.steps.flatMap((step) => [
    ...unknownCode(judge, step),
    ...unknownKeys(judge, step),
    ...unknownDuties(judge, step),
  ]);
}

interface Judge {
  readonly kind: string;
  readonly shared: SharedModel;
  readonly code: Code;
}

function unknownCode({ kind, code }: Judge, step: Step): Finding[] {
  const where = { file: workflowPath(kind) };
  const gates = step.gates.filter((name) => !code.gates.has(name));
  const computes = (step.computes ?? []).filter((name) => !code.computes.has(name));
  return [
    ...gates.map((name) => finding("unknown-gate", { kind, place: step.id, name }, where)),
    ...computes.map((name) => finding("unknown-compute", { kind, place: step.id, name }, where)),
  ];
}

/** Roles of a step, its signers and who must have agreed. */
function rolesOf(step: Step): string[] {
  const signing = (step.signers ?? []).flatMap((signer) => (signer.role === undefined ? [] : [signer.role]));
  return [...step.roles, ...signing, ...(step.agreed === undefined ? [] : [step.agreed.role])];
}

function unknownKeys({ kind, shared }: Judge, step: Step): Finding[] {
  const has = (list: string, key: string): boolean => Object.hasOwn(shared.enums[list] ?? {}, key);
  const told = ["department", "role", "notify"];
  const wrong = [
    ...rolesOf(step).map((key) => ({ list: "role", key, ok: has("role", key) })),
    ...step.documents.map((key) => ({ list: "document", key, ok: has("document", key) })),
    ...step.notify.map((key) => ({ list: "notify", key, ok: told.some((list) => has(list, key)) })),
  ].filter(({ ok }) => !ok);
  return wrong.map(({ list, key }) =>
    finding("unknown-key", { kind, place: step.id, list, key }, { file: workflowPath(kind) }),
  );
}

function unknownDuties({ kind, shared }: Judge, step: Step): Finding[] {
  return step.clauses
    .filter((clause) => !Object.hasOwn(shared.requirements, clause))
    .map((clause) => finding("unknown-duty", { kind, place: step.id, clause }, { file: workflowPath(kind) }));
}
