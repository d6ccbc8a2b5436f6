/** A wish planned on a record as it stands, and what a refusal of it says. */
import { plan } from "../domain/engine/plan.ts";
import { nextNumber } from "../domain/procedure/number.ts";
import type { Plan, Step } from "../domain/procedure/step.ts";
import type { CaseRecord } from "../domain/records/record.ts";
import { type Finding, isError } from "../domain/words/findings.ts";
import type { Exit } from "../domain/words/refusal-entry.ts";
import { type Refusal, refusal } from "../domain/words/refusals.ts";
import { contextFor, type Session } from "../session.ts";
import { keepDraft } from "./keep.ts";
import type { Prepared } from "./wish.ts";

export type Tried =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Plans the step on a record as it stands, and judges the new record by its schema.
 * @param record null to make one
 * @returns the plan; or every reason why not, values that could not be read among them
 */
export async function tryStep(
  session: Session,
  prepared: Prepared,
  record: CaseRecord | null,
): Promise<Tried> {
  const planned = plan(contextFor(session, prepared.wish.kind, record), stepOf(session, prepared, record));
  const unread = prepared.given.findings;
  if (!planned.ok) return { ok: false, findings: [...unread, ...planned.findings] };
  const invalid = await session.repository.validate(prepared.wish.kind, planned.plan.record);
  const findings = [...unread, ...invalid.filter(isError)];
  return findings.length > 0 ? { ok: false, findings } : planned;
}

/** The step as the engine takes it. */
function stepOf(session: Session, prepared: Prepared, record: CaseRecord | null): Step {
  const { wish, by, given } = prepared;
  const { role } = wish.options;
  return {
    record: record?.id ?? newNumber(session, prepared),
    event: wish.event,
    by,
    at: given.at,
    set: given.changes,
    ...(role === undefined ? {} : { role }),
    ...(given.note === undefined ? {} : { note: given.note }),
  };
}

/** Numbers run by kind and year, without gaps: the next one under the lock is the one that is written. */
function newNumber({ repository }: Session, { wish, model, given }: Prepared): string {
  const { number } = model.workflow;
  const taken = repository.ids(wish.kind);
  const { start } = repository.settings.numbers;
  const next = nextNumber(number, { kind: wish.kind, taken, start, at: given.at, record: given.changes });
  return next ?? `${number.prefix}-`;
}

/** The exit code of several reasons: the first of 4, 2, 1 that applies (cli.md). */
function exitOf(findings: readonly Finding[]): Exit {
  const blames = new Set(findings.map((found) => found.blame));
  if (blames.has("forbidden")) return 4;
  return blames.has("missing") || blames.has("value") ? 2 : 1;
}

/** A refusal with every reason; what was typed is kept as a draft that `--resume` takes up. */
export async function refuseStep(
  session: Session,
  prepared: Prepared,
  findings: readonly Finding[],
): Promise<Refusal> {
  const errors = findings.filter(isError);
  const kept = await keepDraft(session, prepared, errors);
  const params = { draft: kept?.draft ?? "", command: kept?.command ?? "" };
  return refusal("step-refused", params, { findings: errors, exit: exitOf(errors) });
}
