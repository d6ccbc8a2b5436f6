/** What can happen now, who may, what each step still needs: `advance` without event, `show --next`, `close`, `todo`. */
import { dayOf } from "../calendar/workdays.ts";
import { authorise, rolesOf } from "../procedure/actor.ts";
import { stepsFrom } from "../procedure/find-step.ts";
import { allSigned } from "../procedure/signing.ts";
import type { Context } from "../procedure/step.ts";
import type { Step as ModelStep, Role } from "../records/model.ts";
import type { CaseRecord, Instant, PersonId } from "../records/record.ts";
import type { Finding } from "../words/findings.ts";
import { draftOf } from "./drafting.ts";
import { gateFindings, missingPaths } from "./judging.ts";
import { agreementMissing, withAgreement } from "./plan-agreement.ts";
import { signatureOf } from "./plan-signature.ts";
import type { Taking } from "./taking.ts";

/** A step that leaves from the state in which the record stands. */
export interface Opening {
  readonly step: ModelStep;
  /** Does the asker hold a role for it? */
  readonly allowed: boolean;
  readonly roles: readonly Role[];
  /** Paths still to be filled. */
  readonly missing: readonly string[];
  /** Conditions that do not hold yet, as far as they can be judged. */
  readonly findings: readonly Finding[];
}

export interface Asker {
  readonly by: PersonId;
  readonly at: Instant;
}

/**
 * Every step open now, judged as if it were taken with nothing more than the record holds.
 * @param context as for `plan`; `record` must be there
 * @param asker who asks, and when
 */
export function openings(context: Context, asker: Asker): Opening[] {
  const record = context.record;
  if (!record) return [];
  return stepsFrom(context.kind.workflow, record).map((model) => judge(context, asker, model, record));
}

function judge(context: Context, asker: Asker, model: ModelStep, record: CaseRecord): Opening {
  const { workflow } = context.kind;
  const may = authorise(
    { people: context.people, workflow, record, by: asker.by, day: dayOf(context.now) },
    model,
  );
  const held = "held" in may ? may.held : { role: model.roles[0] ?? "", department: "" };
  const step = { record: record.id, event: model.event, by: asker.by, at: asker.at, set: {} };
  const taking: Taking = { context, step, model, held };
  const draft = withAgreement(taking, draftOf(taking));
  const signature = model.signers ? signatureOf(taking) : undefined;
  const refused = signature && "findings" in signature;
  const said = [
    ...draft.findings,
    ...agreementMissing(taking, draft),
    ...gateFindings(taking, draft).findings,
  ];
  const blocked = said.filter((f) => f.blame !== "forbidden");
  const gateMissing = blocked
    .filter((f) => f.code === "field-missing")
    .flatMap((f) => (f.path === undefined ? [] : [f.path]));
  const signatures = model.signers && !allSigned(record, model) ? unsignedPaths(model, record) : [];
  const missing = [...new Set([...missingPaths(taking, draft), ...gateMissing, ...signatures])];
  return {
    step: model,
    allowed: "held" in may && !refused && blocked.length === said.length,
    roles: rolesOf(model),
    missing,
    findings: blocked.filter((f) => f.code !== "field-missing"),
  };
}

const unsignedPaths = (model: ModelStep, record: CaseRecord): string[] =>
  (model.signers ?? [])
    .filter((signer) => !allSigned(record, { ...model, signers: [signer] }))
    .map((signer) => signer.path);
