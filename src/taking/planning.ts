/** A wish planned on a record as it stands, and what a refusal of it says. */
import { conditionsAhead } from "../domain/engine/ahead.ts";
import { plan } from "../domain/engine/plan.ts";
import { rolesHeld } from "../domain/procedure/actor.ts";
import { nextNumber } from "../domain/procedure/number.ts";
import type { Plan, Step } from "../domain/procedure/step.ts";
import type { Role } from "../domain/records/model.ts";
import { covers } from "../domain/records/paths.ts";
import type { CaseRecord } from "../domain/records/record.ts";
import { type Finding, isError } from "../domain/words/findings.ts";
import type { Exit } from "../domain/words/refusal-entry.ts";
import { type Refusal, refusal } from "../domain/words/refusals.ts";
import { contextFor, type Session } from "../session.ts";
import { isTwoSided, planBeside } from "./both-sides.ts";
import { keepDraft } from "./keep.ts";
import { misfits } from "./misfits.ts";
import type { Prepared } from "./wish.ts";

export interface Planned {
  readonly plan: Plan;
  /** On other records, in the same commit. */
  readonly beside: readonly Plan[];
}

export type Tried =
  | ({ readonly ok: true } & Planned)
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
  const first = await tryAs(session, prepared, record, prepared.wish.options.role);
  if (first.ok || !first.findings.some(isForbidden)) return first;
  for (const role of otherRoles(session, prepared)) {
    const next = await tryAs(session, prepared, record, role);
    if (next.ok || !next.findings.some(isForbidden)) return next;
  }
  return first;
}

const isForbidden = (found: Finding): boolean => found.blame === "forbidden";

/** A step on two records needs one role that both allow: each of the person's is tried, unless one was chosen. */
function otherRoles({ repository, today }: Session, { wish, by }: Prepared): Role[] {
  if (!isTwoSided(wish.event) || wish.options.role !== undefined) return [];
  return [...new Set(rolesHeld(repository.people, by, today).map((held) => held.role))];
}

async function tryAs(
  session: Session,
  prepared: Prepared,
  record: CaseRecord | null,
  role: Role | undefined,
): Promise<Tried> {
  const context = contextFor(session, prepared.wish.kind, record);
  const planned = plan(context, stepOf(session, prepared, record, role));
  const unread = prepared.given.findings;
  if (!planned.ok) {
    const said = [
      ...planned.findings.filter(notJust(unread)),
      ...(await misfits(session, prepared, planned)),
    ];
    return { ok: false, findings: [...unread, ...said].filter(worthSaying) };
  }
  const invalid = await session.repository.validate(prepared.wish.kind, planned.plan.record);
  const findings = [...unread, ...invalid.filter(isError)];
  if (findings.length > 0) return { ok: false, findings };
  const now = record ? { ...prepared, wish: { ...prepared.wish, record } } : prepared;
  const beside = await planBeside(session, now, planned.plan);
  return beside.ok ? { ...planned, beside: beside.plans } : beside;
}

/** What was given but could not be read is not missing as well. */
const notJust =
  (unread: readonly Finding[]) =>
  ({ code, path = "" }: Finding): boolean => {
    if (unread.length === 0) return true;
    const typed = unread.map((found) => found.path ?? "");
    const same = typed.some((one) => covers(path, one) || covers(one, path));
    return !(code === "field-missing" && same);
  };

/** That nothing is left to write is no news where something was refused. */
const worthSaying = ({ code }: Finding, _: number, all: readonly Finding[]): boolean =>
  code !== "nothing-to-write" || !all.some((found) => found.blame === "value");

/** The step as the engine takes it. */
function stepOf(
  session: Session,
  prepared: Prepared,
  record: CaseRecord | null,
  role: Role | undefined,
): Step {
  const { wish, by, given } = prepared;
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

/** Who wishes to close a case is told every condition on the way, not only that it is too early. */
function reasonsOf(session: Session, prepared: Prepared, errors: readonly Finding[]): readonly Finding[] {
  const { wish, model, by } = prepared;
  const early = errors.filter((found) => found.code === "not-from-state");
  const closing = model.workflow.steps.find((step) => step.closing);
  if (!wish.close || !wish.record || !closing || early.length === 0) return errors;
  const context = contextFor(session, wish.kind, wish.record);
  const ahead = conditionsAhead(context, closing, { by, at: session.now });
  return ahead.length === 0 ? errors : [...errors.filter((found) => !early.includes(found)), ...ahead];
}

/** A refusal with every reason; what was typed is kept as a draft that `--resume` takes up. */
export async function refuseStep(
  session: Session,
  prepared: Prepared,
  findings: readonly Finding[],
): Promise<Refusal> {
  const errors = reasonsOf(session, prepared, findings.filter(isError));
  const kept = await keepDraft(session, prepared, errors);
  const params = { draft: kept?.draft ?? "", command: kept?.command ?? "" };
  return refusal("step-refused", params, { findings: errors, exit: exitOf(errors) });
}
