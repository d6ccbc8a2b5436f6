/** What is said after a step, or instead of one in a rehearsal: the screen, or the record as JSON. Warnings go to stderr. */

import { recordPath } from "../domain/procedure/number.ts";
import type { Plan } from "../domain/procedure/step.ts";
import type { CaseRecord } from "../domain/records/record.ts";
import type { Finding } from "../domain/words/findings.ts";
import { waitingFor } from "../domain/words/prompts.ts";
import { intervalsOf } from "../looking/reading.ts";
import { pageOf, type Session } from "../session.ts";
import type { Prepared } from "./wish.ts";

export interface Outcome {
  /** Absent when a repeated command found its step already in. */
  readonly plan?: Plan | undefined;
  readonly commit?: string;
  readonly repeated?: boolean;
}

/** Says what was done, or what would be. */
export async function sayTaken(session: Session, prepared: Prepared, outcome: Outcome): Promise<void> {
  const { plan } = outcome;
  if (!plan) return sayRepeated(session, prepared, outcome);
  await sayWarnings(session, plan.warnings);
  if (session.env.voice.json) return sayRecord(session, plan.record, outcome.commit);
  session.env.out(await screen(session, prepared, { ...outcome, plan }));
}

/** What a step would do, as text: shown before it is written. */
export const rehearsal = (session: Session, prepared: Prepared, plan: Plan): Promise<string> =>
  screen(session, prepared, { plan });

async function screen(
  session: Session,
  prepared: Prepared,
  done: Outcome & { readonly plan: Plan },
): Promise<string> {
  const { stepScreen } = await import("../render/step.ts");
  const { shared } = session.repository;
  const { plan, commit } = done;
  const taken = {
    plan,
    kind: prepared.model,
    shared,
    dues: intervalsOf(session, plan.record),
    path: recordPath(plan.record.id, shared.kinds) ?? "",
    set: prepared.given.changes,
  };
  return stepScreen(commit === undefined ? taken : { ...taken, commit }, await pageOf(session));
}

/** Somebody else is writing: said once, on stderr. */
export function sayWaiting(session: Session, who: string): void {
  session.env.err(waitingFor(who, session.words));
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
  for (const warning of warnings) session.env.err(warningLine(warning, page));
}

async function sayRecord(session: Session, record: CaseRecord, commit?: string): Promise<void> {
  const { recordJson } = await import("../render/json.ts");
  const path = recordPath(record.id, session.repository.shared.kinds) ?? "";
  session.env.out(
    recordJson(
      record,
      { due: intervalsOf(session, record), path, ...(commit === undefined ? {} : { commit }) },
      session.words,
    ),
  );
}

async function sayRepeated(session: Session, prepared: Prepared, outcome: Outcome): Promise<void> {
  const { repeatedLine } = await import("../render/step.ts");
  const id = prepared.wish.record?.id ?? "";
  session.env.err(
    repeatedLine({ id, event: prepared.wish.event, commit: outcome.commit ?? "" }, await pageOf(session)),
  );
}
