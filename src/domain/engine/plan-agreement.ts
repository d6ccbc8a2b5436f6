/** The agreement that must be signed before a step: a CAPA is cancelled with the general manager's consent (engine.md 5). */

import { agreedBy } from "../procedure/signing.ts";
import type { Planned } from "../procedure/step.ts";
import { type Finding, finding } from "../words/findings.ts";
import { finish, type Taking } from "./taking.ts";

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
  const params = { kind: context.kind.workflow.kind, event: model.event, person: step.by, open: model.roles };
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

/** Is the agreement that the step asks for missing, or not that of the person named? */
export function agreementMissing(taking: Taking): Finding[] {
  const { context, model, step } = taking;
  if (!model.agreed || !context.record) return [];
  const person = agreedBy(context.record, model);
  const params = { kind: context.kind.workflow.kind, event: model.event, role: model.agreed.role };
  const clause = model.clauses[0] ?? "";
  if (person === undefined)
    return [finding("agreement-missing", params, { clause, path: model.agreed.path })];
  return person === step.by ? [finding("agreed-with-oneself", params, { clause })] : [];
}
