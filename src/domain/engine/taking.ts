/** A step being taken: what all its parts are given, and how its result is put together. */

import { dayOf } from "../calendar/workdays.ts";
import { dutiesAfter } from "../clocks/duties-between.ts";
import { type Held, rolesHeld } from "../procedure/actor.ts";
import type { Context, Planned, Step } from "../procedure/step.ts";
import type { Step as ModelStep, Role } from "../records/model.ts";
import { getAt } from "../records/paths.ts";
import type { CaseRecord, HistoryEntry, Json } from "../records/record.ts";
import { type Finding, finding, isError } from "../words/findings.ts";
import { documentsOf, notifiedBy } from "./papers.ts";

/** A step with the one of the workflow that it takes and the role in which it is taken. */
export interface Taking {
  readonly context: Context;
  readonly step: Step;
  readonly model: ModelStep;
  readonly held: Held;
}

/** The state after the step: `=` stays, `@prev` goes back to where it was before amending. */
export function stateAfter(model: ModelStep, before: CaseRecord | null): string {
  if (model.to === "=") return before?.state ?? "";
  return model.to === "@prev" ? String(getAt(before, "state_before_amending") ?? "") : model.to;
}

/** What a finished step adds to the history besides who and when. */
export interface Ending {
  readonly record: CaseRecord;
  readonly findings: readonly Finding[];
  readonly event: string;
  readonly transition: string;
  readonly for?: string;
  readonly changes?: HistoryEntry["changes"];
  readonly unsigned?: readonly Role[];
  readonly notYet?: readonly string[];
}

/** Refuses with every finding, or closes the step: history entry, papers, clocks, duties. */
export function finish(taking: Taking, ending: Ending): Planned {
  if (ending.findings.some(isError)) return { ok: false, findings: ending.findings, draft: ending.record };
  const { context, model } = taking;
  const warnings = [...ending.findings, ...notHeldThen(taking)];
  const moves = ending.for === undefined;
  const from = context.record?.state ?? null;
  const to = moves ? stateAfter(model, context.record) : (from ?? "");
  const documents = moves ? documentsOf(model, ending.record) : [];
  const notify = moves ? notifiedBy(model, context.kind.workflow, ending.record) : [];
  const entry = entryOf(taking, ending, {
    from,
    to,
    documents,
    notified: notify,
    note: noteOf(taking, warnings),
  });
  const history = [...ending.record.history, entry];
  const record: CaseRecord = { ...ending.record, state: to, history };
  const clocks = moves ? clocksOf(context, model) : { started: [], ended: [] };
  const duties = moves ? dutiesAfter(context, record, model) : [];
  const plan = {
    record,
    entry,
    from,
    to,
    documents,
    notify,
    clocks,
    duties,
    warnings,
    clauses: model.clauses,
  };
  return {
    ok: true,
    plan: { ...plan, step: model.id, unsigned: ending.unsigned ?? [], notYet: ending.notYet ?? [] },
  };
}

/** Who holds the role now acts; who did not hold it when it happened is shown (engine.md 9). */
function notHeldThen({ context, step, held }: Taking): Finding[] {
  const day = dayOf(step.at);
  const then = rolesHeld(context.people, step.by, day);
  if (then.some(({ role, department }) => role === held.role && department === held.department)) return [];
  return [finding("role-not-held-then", { person: step.by, role: held.role, day })];
}

/** The note of the step, with the warnings it was taken under (cli.md, Conventions). */
function noteOf(taking: Taking, warnings: readonly Finding[]): string | undefined {
  const { say } = taking.context;
  const said = say ? warnings.filter((w) => w.level === "warning").map((w) => say(w)) : [];
  const parts = [...(taking.step.note === undefined ? [] : [taking.step.note]), ...said];
  return parts.length > 0 ? parts.join("; ") : undefined;
}

interface EntryRest {
  readonly from: string | null;
  readonly to: string;
  readonly documents: string[];
  readonly notified: string[];
  readonly note: string | undefined;
}

function entryOf(taking: Taking, ending: Ending, rest: EntryRest): HistoryEntry {
  const { step, held, context } = taking;
  return {
    seq: (context.record?.history.length ?? 0) + 1,
    at: step.at,
    by: step.by,
    role: held.role,
    ...(held.deputy_for === undefined ? {} : { deputy_for: held.deputy_for }),
    event: ending.event,
    ...(ending.for === undefined ? {} : { for: ending.for }),
    transition: ending.transition,
    from: rest.from,
    to: rest.to,
    ...(rest.note === undefined ? {} : { note: rest.note }),
    ...(ending.changes === undefined
      ? {}
      : { changes: ending.changes as { path: string; before: Json; after: Json }[] }),
    ...(rest.documents.length > 0 ? { documents: rest.documents } : {}),
    ...(rest.notified.length > 0 ? { notified: rest.notified } : {}),
  };
}

function clocksOf(context: Context, model: ModelStep): { started: string[]; ended: string[] } {
  const all = Object.values(context.shared.deadlines);
  return {
    started: all.filter((deadline) => deadline.starts.includes(model.id)).map((deadline) => deadline.id),
    ended: all.filter((deadline) => deadline.ends.includes(model.id)).map((deadline) => deadline.id),
  };
}
