/** The agreement that must be signed before a step: a CAPA is cancelled with the general manager's consent (engine.md 5). */

import { agreedBy } from "../procedure/signing.ts";
import type { Planned } from "../procedure/step.ts";
import { getAt, isFilled } from "../records/paths.ts";
import { type Finding, finding } from "../words/findings.ts";
import { finish, type Taking } from "./taking.ts";
import { type Draft, put } from "./writing.ts";

/** The agreement itself: somebody of the agreeing role takes the event first, and only their co-signature is written. */
export function planAgreement(taking: Taking): Planned {
  const { context, model, step } = taking;
  const record = context.record;
  if (!record) return { ok: false, findings: [] };
  const given = Object.keys(step.set).map((path) =>
    finding(
      "not-owned",
      { kind: context.kind.workflow.kind, path, event: model.event, owners: [] },
      { path },
    ),
  );
  const again = agreedBy(record, model) === step.by;
  const { kind } = context.kind.workflow;
  const params = { kind, id: record.id, event: model.event, person: step.by, open: model.roles };
  const findings = again
    ? [...given, finding("signed-already", params, { clause: model.clauses[0] ?? "" })]
    : given;
  return finish(taking, {
    record,
    findings,
    event: "cosign",
    for: model.event,
    transition: "cosign",
    unsigned: model.roles,
  });
}

/** Who agreed is named by the engine where the step leaves it open. */
export function withAgreement(taking: Taking, draft: Draft): Draft {
  const { model, context } = taking;
  const person = model.agreed && context.record ? agreedBy(context.record, model) : undefined;
  if (!model.agreed || person === undefined || isFilled(draft.record, model.agreed.path)) return draft;
  return put(draft, model.agreed.path, person);
}

/** Is the agreement that the step asks for missing, or not that of the person named? */
export function agreementMissing(taking: Taking, draft: Draft): Finding[] {
  const { context, model, step } = taking;
  if (!model.agreed || !context.record) return [];
  const person = agreedBy(context.record, model);
  const { kind } = context.kind.workflow;
  const params = { kind, id: context.record.id, event: model.event, role: model.agreed.role };
  const clause = model.clauses[0] ?? "";
  if (person === undefined)
    return [finding("agreement-missing", params, { clause, path: model.agreed.path })];
  if (person === step.by) return [finding("agreed-with-oneself", params, { clause })];
  const { path } = model.agreed;
  const named = String(getAt(draft.record, path) ?? person);
  return named === person ? [] : [finding("agreed-by-another", { agreed: person, named }, { clause, path })];
}
