/**
 * Two persons (engine.md 5): each signs for themselves, the event happens with the last signature.
 * Also the agreement that has to be signed before (a CAPA is cancelled with the general manager's consent).
 */

import type { Step as ModelStep, Role, Signer, Workflow } from "../records/model.ts";
import { covers, getAt, isFilled, setAt } from "../records/paths.ts";
import type { CaseRecord, HistoryEntry, PersonId } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";
import type { Settings } from "./step.ts";

/** The role that signs at a place: named by the workflow, or by a setting of the company. */
export function signerRole(signer: Signer, settings: Settings): Role {
  if (signer.role !== undefined) return signer.role;
  const named =
    signer.setting === undefined
      ? undefined
      : (settings as unknown as Record<string, unknown>)[signer.setting];
  return typeof named === "string" ? named : "";
}

interface Signature {
  readonly by: PersonId;
  readonly at: string;
  readonly ok?: boolean;
}
const signatureAt = (record: CaseRecord, signer: Signer): Signature | undefined =>
  getAt(record, signer.path) as Signature | undefined;

const wroteInside = (entry: HistoryEntry, workflow: Workflow, signed: readonly string[]): boolean => {
  const step = workflow.steps.find((s) => s.id === entry.transition);
  const paths = [
    ...(step ? [...step.needs, ...step.may] : []),
    ...(entry.changes ?? []).map((change) => change.path),
  ];
  return paths.some((path) => signed.some((part) => covers(part, path) || covers(path, part)));
};

/** Has what was signed been changed since? Then the signature no longer counts. */
export function isStale(
  record: CaseRecord,
  workflow: Workflow,
  step: ModelStep,
  signature: Signature,
): boolean {
  const signed = record.history.findLastIndex(
    (e) => e.event === "cosign" && e.for === step.event && e.by === signature.by,
  );
  if (signed < 0) return false;
  const own = (step.signers ?? []).map((signer) => signer.path);
  const later = record.history.slice(signed + 1).filter((entry) => entry.event !== "cosign");
  return later.some((entry) =>
    wroteInside(
      entry,
      workflow,
      (step.signs ?? []).filter((path) => !own.includes(path)),
    ),
  );
}

export interface Signing {
  /** Where the actor signs. */
  readonly signer: Signer;
  /** Roles that have still to sign after the actor; empty: the event happens now. */
  readonly unsigned: readonly Role[];
  /** Earlier signatures that no longer count. */
  readonly stale: readonly Signer[];
}

export interface Signatory {
  readonly workflow: Workflow;
  readonly settings: Settings;
  readonly record: CaseRecord;
  readonly by: PersonId;
  readonly role: Role;
}

/** What the actor's signature means for the event, or why they may not sign. */
export function signing(who: Signatory, step: ModelStep): Signing | { findings: Finding[] } {
  const signers = step.signers ?? [];
  const done = signers.filter((signer) => signatureAt(who.record, signer) !== undefined);
  const stale = done.filter((signer) => {
    const signature = signatureAt(who.record, signer);
    return signature !== undefined && isStale(who.record, who.workflow, step, signature);
  });
  const valid = done.filter((signer) => !stale.includes(signer));
  const clause = step.clauses[0] ?? "";
  const { kind } = who.workflow;
  const { id } = who.record;
  const open = signers.filter((signer) => !valid.includes(signer));
  const openRoles = open.map((signer) => signerRole(signer, who.settings));
  if (valid.some((signer) => signatureAt(who.record, signer)?.by === who.by)) {
    const params = { kind, id, event: step.event, person: who.by, open: openRoles };
    return { findings: [finding("signed-already", params, { clause })] };
  }
  const mine = open.find((signer) => signerRole(signer, who.settings) === who.role);
  if (!mine) {
    const params = { kind, id, event: step.event, person: who.by, open: openRoles };
    return { findings: [finding("signature-not-yours", params, { clause })] };
  }
  const unsigned = open.filter((signer) => signer !== mine).map((signer) => signerRole(signer, who.settings));
  return { signer: mine, unsigned, stale };
}

/** The record with the actor's signature; `ok` only where the form has it. Stale signatures are taken out. */
export function sign(
  record: CaseRecord,
  signed: Signing,
  { by, at }: { readonly by: PersonId; readonly at: string },
  hasOk: boolean,
): CaseRecord {
  const cleared = signed.stale.reduce<CaseRecord>(
    (now, signer) => setAt(now, signer.path, null) ?? now,
    record,
  );
  const given = (getAt(cleared, signed.signer.path) as Record<string, never> | undefined) ?? {};
  const value = { ...given, by, at: given["at"] ?? at, ...(hasOk ? { ok: true } : {}) };
  return setAt(cleared, signed.signer.path, value) ?? cleared;
}

/** What a person wrote at signatures: only their own, and not a refusal (which is an event of its own). */
export function checkSignatures(
  record: CaseRecord,
  step: ModelStep,
  own: Signer,
  written: readonly string[],
): Finding[] {
  const others = (step.signers ?? []).filter((signer) => signer.path !== own.path);
  const foreign = others
    .filter((signer) => written.some((path) => covers(signer.path, path)))
    .map((signer) =>
      finding(
        "signing-for-another",
        { path: signer.path },
        { path: signer.path, clause: step.clauses[0] ?? "" },
      ),
    );
  const refused = getAt(record, `${own.path}.ok`) === false;
  return refused
    ? [...foreign, finding("refusal-is-its-own-event", { event: step.event }, { path: `${own.path}.ok` })]
    : foreign;
}

/** Who of the role has agreed to the event before, as a co-signature in the history. */
export function agreedBy(record: CaseRecord, step: ModelStep): PersonId | undefined {
  const agreed = step.agreed;
  if (!agreed) return undefined;
  return record.history.findLast(
    (e) => e.event === "cosign" && e.for === step.event && e.role === agreed.role,
  )?.by;
}

/** Is the place of every signature filled? */
export const allSigned = (record: CaseRecord, step: ModelStep): boolean =>
  (step.signers ?? []).every((signer) => isFilled(record, signer.path));
