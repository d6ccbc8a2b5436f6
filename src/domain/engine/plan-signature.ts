/** Events that two persons sign (engine.md 5). */

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
  const { context, step, model, held } = taking;
  const record = context.record;
  if (!record) return { ok: false, findings: [] };
  const who = {
    workflow: context.kind.workflow,
    settings: context.settings,
    record,
    by: step.by,
    role: held.role,
  };
  const signed = signing(who, model);
  return "findings" in signed ? { ok: false, findings: signed.findings } : planSigned(taking, signed);
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
  const wrong = checkSignatures(draft.record, model, signed.signer, Object.keys(step.set));
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
