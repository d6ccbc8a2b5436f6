/** What a step still lacks and which of its conditions fail: the same answer for `advance`, `close`, `show --next` and `audit`. */

import { gates } from "../gates/gates.ts";
import { unknownReferences } from "../gates/references.ts";
import type { GateInput } from "../procedure/gate.ts";
import type { Step as ModelStep, Workflow } from "../records/model.ts";
import { covers, getAt, isFilled } from "../records/paths.ts";
import type { CaseRecord } from "../records/record.ts";
import { type Finding, finding, isError } from "../words/findings.ts";
import type { Taking } from "./taking.ts";
import type { Draft } from "./writing.ts";

/** Must this very step write the path (engine.md 3)? Steps that stay or lead back, and texts that belong to one step. */
const mustBeFresh = (step: ModelStep, workflow: Workflow, path: string): boolean =>
  step.fresh === true || step.to === "=" || workflow.event_fields.some((owner) => covers(owner, path));

/** Paths in the step's needs that are not filled, each named by its deepest missing part. */
export function missingPaths(taking: Taking, draft: Pick<Draft, "record" | "written">): string[] {
  const { model: step, context } = taking;
  const signatures = (step.signers ?? []).map((signer) => signer.path);
  // who agreed stands there once they have signed; until then the agreement is what is missing, nothing to be typed
  const signed = [...signatures, ...(step.agreed ? [step.agreed.path] : [])];
  const asked = step.needs.filter((path) => !signed.some((signature) => covers(signature, path)));
  return asked.filter((path) => {
    if (!isFilled(draft.record, path)) return true;
    const told = draft.written.some((w) => covers(path, w) || covers(w, path));
    return (
      mustBeFresh(step, context.kind.workflow, path) && !told && !changed(context.record, draft.record, path)
    );
  });
}

export const missingFindings = (taking: Taking, draft: Draft): Finding[] =>
  missingPaths(taking, draft).map((path) =>
    finding(
      "field-missing",
      { kind: taking.context.kind.workflow.kind, path },
      { path, clause: taking.model.clauses[0] ?? "" },
    ),
  );

/** The input of the gates: the record as it would stand. */
export function gateInput(taking: Taking, draft: Pick<Draft, "record" | "written">): GateInput {
  const { context, step, model, held } = taking;
  const input = { context, step: model, record: draft.record, before: context.record };
  const who = { by: step.by, role: held.role, at: step.at, written: draft.written };
  return { ...input, ...who, ...(step.note === undefined ? {} : { note: step.note }) };
}

/**
 * Findings of every gate, and references that lead nowhere (INV-21) where no gate has named them.
 * A gate that is not built refuses with `not-yet`, it never passes silently.
 */
export function gateFindings(taking: Taking, draft: Draft): { findings: Finding[]; notYet: string[] } {
  const input = gateInput(taking, draft);
  const findings: Finding[] = [];
  const notYet: string[] = [];
  for (const name of taking.model.gates) {
    const gate = gates[name];
    if (gate) findings.push(...gate(input));
    else if (taking.context.passNotYet) notYet.push(name);
    else findings.push(finding("not-yet", { gate: name, event: taking.model.event }));
  }
  const named = new Set(findings.filter(isError).map((found) => found.path));
  const unknown = unknownReferences(taking.context, draft.record, draft.written);
  return { findings: [...unknown.filter((found) => !named.has(found.path)), ...findings], notYet };
}

/** Did the step change anything at the path? */
export const changed = (before: CaseRecord | null, after: CaseRecord, path: string): boolean =>
  JSON.stringify(getAt(before, path)) !== JSON.stringify(getAt(after, path));
