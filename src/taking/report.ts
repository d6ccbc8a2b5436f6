/** What is said after a step, or instead of one in a rehearsal: the screen, or the record as JSON. Warnings go to stderr. */

import { recordPath } from "../domain/procedure/number.ts";
import type { Plan } from "../domain/procedure/step.ts";
import type { CaseRecord } from "../domain/records/record.ts";
import type { Finding } from "../domain/words/findings.ts";
import { waitingFor } from "../domain/words/prompts.ts";
import { intervalsOf } from "../looking/reading.ts";
import { draw, wrap } from "../render/text.ts";
import { contextFor, pageOf, type Session } from "../session.ts";
import type { Prepared } from "./wish.ts";

export interface Outcome {
  /** Absent when a repeated command found its step already in. */
  readonly plan?: Plan | undefined;
  /** On other records, in the same commit. */
  readonly beside?: readonly Plan[];
  readonly commit?: string;
  /** What the commit wrote: the number of a record that a repeated command had made. */
  readonly files?: readonly string[];
}

/** Says what was done, or what would be. */
export async function sayTaken(session: Session, prepared: Prepared, outcome: Outcome): Promise<void> {
  const { plan } = outcome;
  if (!plan) return sayRepeated(session, prepared, outcome);
  const plans = [plan, ...(outcome.beside ?? [])];
  await sayWarnings(
    session,
    plans.flatMap((one) => one.warnings),
  );
  if (session.env.voice.json) return sayRecord(session, plan.record, outcome.commit);
  for (const one of plans) session.env.out(await screen(session, prepared, { ...outcome, plan: one }));
}

/** What a step would do, as text: shown before the question whether to write it. */
export const rehearsal = (session: Session, prepared: Prepared, plan: Plan): Promise<string> =>
  screen(session, prepared, { plan, asking: true });

/** A sentence on stderr, as wide as the terminal. */
export async function saySentence(session: Session, text: string): Promise<void> {
  session.env.err(await draw(() => wrap(text, session.env.columns).join("\n")));
}

/** Reasons why not, one after another, on stderr: while there is still something to be done about them. */
export async function sayReasons(session: Session, findings: readonly Finding[]): Promise<void> {
  const page = await pageOf(session);
  const { reasonsText } = await import("../render/reasons.ts");
  session.env.err(await draw(() => reasonsText(findings, page)));
}

async function screen(
  session: Session,
  prepared: Prepared,
  done: Outcome & { readonly plan: Plan; readonly asking?: true },
): Promise<string> {
  const { stepScreen } = await import("../render/step.ts");
  const { shared } = session.repository;
  const { plan, commit } = done;
  const own = prepared.wish.record === undefined || prepared.wish.record.id === plan.record.id;
  const taken = {
    plan,
    kind: session.repository.kind(plan.record.kind),
    shared,
    dues: intervalsOf(session, plan.record),
    path: recordPath(plan.record.id, shared.kinds) ?? "",
    ...(own ? { set: prepared.given.changes } : {}),
    ...(done.asking ? { asking: done.asking } : {}),
  };
  const page = await pageOf(session);
  return draw(() => stepScreen(commit === undefined ? taken : { ...taken, commit }, page));
}

/** Somebody else is writing: said once, on stderr, to people. */
export function sayWaiting(session: Session, who: string): void {
  if (!session.env.voice.json) session.env.err(waitingFor(who, session.words));
}

/** Warnings, one line each on stderr; they never change the exit code. */
export async function sayWarnings(session: Session, warnings: readonly Finding[]): Promise<void> {
  if (warnings.length === 0) return;
  const page = await pageOf(session);
  if (session.env.voice.json) {
    const { warningJson } = await import("../render/json.ts");
    for (const warning of warnings) session.env.err(warningJson(warning, page.words));
    return;
  }
  const { warningLine } = await import("../render/reasons.ts");
  for (const warning of warnings) session.env.err(await draw(() => warningLine(warning, page)));
}

/** Nothing was to be written: scripts are given the record as it stands. */
export async function sayUnchanged(session: Session, record: CaseRecord): Promise<void> {
  if (session.env.voice.json) await sayRecord(session, record);
}

async function sayRecord(session: Session, record: CaseRecord, commit?: string): Promise<void> {
  const { recordJson } = await import("../render/json.ts");
  const { openings } = await import("../domain/engine/openings.ts");
  const { inOrder } = await import("../store/key-order.ts");
  const path = recordPath(record.id, session.repository.shared.kinds) ?? "";
  const by = record.history.at(-1)?.by ?? "";
  const next = openings(contextFor(session, record.kind, record), { by, at: session.now });
  const computed = { due: intervalsOf(session, record), next, path };
  const written = commit === undefined ? computed : { ...computed, commit };
  const asInFile = inOrder(record, session.repository.kind(record.kind));
  session.env.out(recordJson(asInFile, written, session.words));
}

async function sayRepeated(session: Session, prepared: Prepared, outcome: Outcome): Promise<void> {
  const { repeatedLine } = await import("../render/step.ts");
  const made = (outcome.files ?? []).flatMap((path) => /([^/]+)\.yaml$/.exec(path)?.[1] ?? []);
  const id = prepared.wish.record?.id ?? made[0] ?? "";
  if (session.env.voice.json) {
    return sayRecord(session, session.repository.read(id).record, outcome.commit);
  }
  session.env.err(
    repeatedLine({ id, event: prepared.wish.event, commit: outcome.commit ?? "" }, await pageOf(session)),
  );
}
