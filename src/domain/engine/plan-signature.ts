/** Events that two persons sign (engine.md 5). */

import { dayOf } from "../calendar/workdays.ts";
import { type Held, rolesHeld } from "../procedure/actor.ts";
import { checkSignatures, type Signing, sign, signing } from "../procedure/signing.ts";
import type { Planned } from "../procedure/step.ts";
import { fieldAt } from "../records/fields.ts";
import { type Finding, finding } from "../words/findings.ts";
import { draftOf } from "./drafting.ts";
import { gateFindings, missingFindings } from "./judging.ts";
import { settle } from "./settling.ts";
import { finish, type Taking } from "./taking.ts";

/** One person signs; with the last signature the event itself happens. */
export function planSignature(taking: Taking): Planned {
  const found = signatureOf(taking);
  return "findings" in found
    ? { ok: false, findings: found.findings }
    : planSigned({ ...taking, held: found.held }, found.signed);
}

/** Where the actor signs: in the role taken, or else in another of theirs that has not signed yet, if none was chosen. */
export function signatureOf(
  taking: Taking,
): { held: Held; signed: Signing } | { findings: readonly Finding[] } {
  const { context, step, model, held } = taking;
  const { record, settings, people } = context;
  if (!record) return { findings: [] };
  const others = rolesHeld(people, step.by, dayOf(context.now)).filter((h) => model.roles.includes(h.role));
  const tried = [held, ...(step.role === undefined ? others : [])].map((as) => {
    const who = { workflow: context.kind.workflow, settings, record, by: step.by, role: as.role };
    return { held: as, signed: signing(who, model) };
  });
  for (const { held: as, signed } of tried) if (!("findings" in signed)) return { held: as, signed };
  const first = tried[0]?.signed;
  return { findings: first && "findings" in first ? first.findings : [] };
}

function planSigned(taking: Taking, signed: Signing): Planned {
  const { context, step, model } = taking;
  const hasOk = fieldAt(context.kind, signed.signer.path)?.properties?.["ok"] !== undefined;
  const first = signed.unsigned.length > 0;
  const draft = first
    ? draftOf(
        taking,
        (model.signers ?? []).map((signer) => signer.path),
      )
    : draftOf(taking);
  const wrong = checkSignatures(draft.record, model, signed.signer, draft.written);
  const record = sign(draft.record, signed, step, hasOk);
  const written = [...draft.written, signed.signer.path];
  const complete = { ...draft, record, written };
  const judged = gateFindings(taking, complete);
  const missing = first ? [] : missingFindings(taking, complete);
  const findings = [
    ...draft.findings,
    ...wrong,
    ...missing,
    ...judged.findings,
    ...staleWarnings(taking, signed),
  ];
  const rest = { findings, unsigned: signed.unsigned, notYet: judged.notYet };
  if (first)
    return finish(taking, { ...rest, record, event: "cosign", for: model.event, transition: "cosign" });
  return finish(taking, {
    ...rest,
    record: settle(taking, complete),
    event: model.event,
    transition: model.id,
  });
}

const staleWarnings = (taking: Taking, signed: Signing): Finding[] =>
  signed.stale.map((signer) =>
    finding(
      "signature-stale",
      { kind: taking.context.kind.workflow.kind, path: signer.path },
      { path: signer.path, level: "warning" },
    ),
  );
