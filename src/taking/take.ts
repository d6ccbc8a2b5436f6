/**
 * A step from wish to commit: gather what was given, plan, refuse with every reason or rehearse, write, say.
 * open, advance, close and correct are porches of this one way.
 */
import type { KindModel } from "../domain/procedure/model.ts";
import { plan } from "../domain/procedure/plan.ts";
import type { Plan, Step } from "../domain/procedure/step.ts";
import { nextNumber } from "../domain/records/number.ts";
import type { CaseRecord, Changes, Kind } from "../domain/records/record.ts";
import { type Finding, isError } from "../domain/words/findings.ts";
import type { Exit } from "../domain/words/refusal-entry.ts";
import { refusal } from "../domain/words/refusals.ts";
import { contextFor, requireActor, type Session } from "../session.ts";
import type { FileChange } from "../store/change.ts";
import { changeOf } from "./change.ts";
import { askForStep } from "./complete.ts";
import { type Given, gather, type StepOptions } from "./gather.ts";
import { type Kept, keepDraft, takeUp } from "./keep.ts";
import { sayTaken } from "./report.ts";

/** What somebody wishes to do. */
export interface Wish {
  readonly kind: Kind;
  /** Absent: a record is to be made. */
  readonly record?: CaseRecord;
  readonly event: string;
  readonly options: StepOptions;
  /** `close`: the closing step was meant. */
  readonly close?: true;
  /** Values that the command itself gives, and files that go into the same commit (attach). */
  readonly changes?: Changes;
  readonly files?: readonly FileChange[];
}

/** A wish with everything that is known of it; it is planned, perhaps asked about, and planned again under the lock. */
export interface Prepared {
  readonly wish: Wish;
  readonly model: KindModel;
  readonly by: string;
  readonly given: Given;
}

/**
 * Takes a step.
 * @throws Refusal step-refused with every reason (exit 4, 2 or 1), conflict, interrupted …; what was typed is kept as a draft
 */
export async function takeStep(session: Session, wish: Wish): Promise<void> {
  const prepared = await prepare(session, wish);
  const asked = await askForStep(session, prepared);
  const planned = tryPlan(session, asked, wish.record ?? null);
  if (!planned.ok) throw await refuseStep(session, asked, planned.findings);
  const invalid = await session.repository.validate(wish.kind, planned.plan.record);
  if (invalid.some(isError)) throw await refuseStep(session, asked, invalid);
  if (wish.options.dryRun) return sayTaken(session, asked, { plan: planned.plan });
  await write(session, asked);
}

async function prepare(session: Session, wish: Wish): Promise<Prepared> {
  const model = session.repository.kind(wish.kind);
  const person = await requireActor(session);
  session.env.voice.about = about(wish);
  const draft = await takeUp(session, wish);
  const read = await gather(session, model, wish.options, draft);
  const given = { ...read, changes: { ...read.changes, ...wish.changes } };
  return { wish, model, by: person.id, given };
}

/** What a refusal of this step is about. */
export function about(wish: Wish): NonNullable<Session["env"]["voice"]["about"]> {
  const record = wish.record ? { id: wish.record.id, state: wish.record.state } : {};
  return { kind: wish.kind, event: wish.event, ...record, ...(wish.close ? { close: true } : {}) };
}

/** The step as the engine takes it. */
export function stepOf(session: Session, prepared: Prepared, record: CaseRecord | null): Step {
  const { wish, by, given } = prepared;
  const id = record?.id ?? newNumber(session, prepared);
  const base = { record: id, event: wish.event, by, at: given.at, set: given.changes };
  const role = wish.options.role === undefined ? {} : { role: wish.options.role };
  return { ...base, ...role, ...(given.note === undefined ? {} : { note: given.note }) };
}

/** Numbers run by kind and year, without gaps: the next one under the lock is the one that is written. */
function newNumber(session: Session, { wish, model, given }: Prepared): string {
  const { repository } = session;
  const taken = repository.rows(wish.kind).map((row) => row.id);
  const start = repository.settings.numbers.start;
  const record = Object.fromEntries(Object.entries(given.changes));
  return (
    nextNumber(model.workflow.number, { kind: wish.kind, taken, start, at: given.at, record }) ??
    `${model.workflow.number.prefix}-`
  );
}

export type Tried =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Plans the step on a record as it stands; values that could not be read are reasons too. */
export function tryPlan(session: Session, prepared: Prepared, record: CaseRecord | null): Tried {
  const context = contextFor(session, prepared.wish.kind, record);
  const planned = plan(context, stepOf(session, prepared, record));
  const unread = prepared.given.findings;
  if (planned.ok) return unread.length > 0 ? { ok: false, findings: unread } : planned;
  return { ok: false, findings: [...unread, ...planned.findings] };
}

/** The exit code of several reasons: the first of 4, 2, 1 that applies (cli.md). */
export function exitOf(findings: readonly Finding[]): Exit {
  const blames = new Set(findings.filter(isError).map((found) => found.blame));
  if (blames.has("forbidden")) return 4;
  return blames.has("missing") || blames.has("value") ? 2 : 1;
}

/** A refusal with every reason; what was typed is kept as a draft that `--resume` takes up. */
async function refuseStep(
  session: Session,
  prepared: Prepared,
  findings: readonly Finding[],
): Promise<Error> {
  const errors = findings.filter(isError);
  const kept: Kept | undefined = await keepDraft(session, prepared, errors);
  const params = { draft: kept?.draft ?? "", command: kept?.command ?? "" };
  return refusal("step-refused", params, { findings: errors, exit: exitOf(errors) });
}

async function write(session: Session, prepared: Prepared): Promise<void> {
  const { repository, globals } = session;
  const { wish, by, given } = prepared;
  const fingerprint = JSON.stringify([
    wish.kind,
    wish.record?.id ?? null,
    wish.event,
    by,
    given.changes,
    given.note ?? null,
  ]);
  let taken: Plan | undefined;
  const written = await repository.write({
    fingerprint,
    who: by,
    ...(globals.wait === undefined ? {} : { wait: Number(globals.wait) }),
    plan: async (fresh) => {
      const now = { ...session, repository: fresh };
      const record = wish.record ? fresh.read(wish.record.id).record : null;
      const planned = tryPlan(now, prepared, record);
      if (!planned.ok) throw await refuseStep(now, prepared, planned.findings);
      taken = planned.plan;
      return changeOf(now, planned.plan, by, wish.files);
    },
  });
  const now = { ...session, repository: await repository.reopened() };
  await sayTaken(now, prepared, { plan: taken, commit: written.commit, repeated: written.repeated });
  await written.settle();
}
