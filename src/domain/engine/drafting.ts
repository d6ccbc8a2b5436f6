/** From the record before to the record as the step would leave it, before it is judged (order: engine.md 3). */

import { computes } from "../computes/computes.ts";
import { type Compute, same } from "../procedure/computing.ts";
import { openRound } from "../procedure/rounds.ts";
import type { Step as ModelStep } from "../records/model.ts";
import { getAt } from "../records/paths.ts";
import type { CaseRecord, Changes } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";
import { type Assignment, assign, ownedPaths } from "./ownership.ts";
import { stateAfter, type Taking } from "./taking.ts";
import {
  type Draft,
  laterThanStep,
  note,
  writeAuthors,
  writeDefaults,
  writeGiven,
  writeSaid,
} from "./writing.ts";

/** The record a step starts from: the one before, or an empty one that the step creates. */
function baseOf({ context, step, model }: Taking): CaseRecord {
  const state = stateAfter(model, context.record);
  if (context.record) return { ...context.record, state };
  const { kind } = context.kind.workflow;
  return { id: step.record, kind, state, created_at: step.at, created_by: step.by, history: [] };
}

/** Values set, rounds opened, authors and computed fields filled in; findings for what cannot be. */
export function draftOf(taking: Taking, owned: readonly string[] = ownedPaths(taking.model)): Draft {
  const { context, step, model } = taking;
  const { workflow } = context.kind;
  const base = baseOf(taking);
  const opened = model.round === "open" ? openRound(base) : base;
  const record = context.record && opened;
  const given = assign({ workflow, event: step.event, owned, record }, appending(model, step.set));
  const author = { kind: context.kind, roles: model.roles, by: step.by, at: step.at };
  const start: Draft = { record: opened, written: [], findings: given.findings };
  const said = writeSaid(start, model, given.assignments, context.kind);
  const valued = writeDefaults(writeGiven(said, given.assignments), model, author);
  const authored = writeAuthors(valued, context.record, author);
  const computed = compute(taking, authored);
  return note(computed, ...laterThanStep(computed, author), ...wrongClaims(taking, computed, given.claims));
}

/**
 * Values as the step means them: the last element that it needs of a list of its own is a new one
 * (`reopened[-1].reason`), so that no reason overwrites an earlier one.
 */
function appending(model: ModelStep, set: Changes): Changes {
  const lists = model.needs.flatMap((path) => /^(\w+)\[-1\]/.exec(path)?.[1] ?? []);
  const own = lists.find((list) => model.may.includes(list));
  const paths = Object.keys(set);
  if (own === undefined || paths.some((path) => path.startsWith(`${own}[+]`))) return set;
  const first = paths.find((path) => path.startsWith(`${own}[-1]`));
  const renamed = (path: string): string => (path === first ? path.replace("[-1]", "[+]") : path);
  return Object.fromEntries(Object.entries(set).map(([path, value]) => [renamed(path), value]));
}

/** Computed values that were given and differ from what comes out. */
function wrongClaims(taking: Taking, draft: Draft, claims: readonly Assignment[]): Finding[] {
  const { kind } = taking.context.kind.workflow;
  return claims.flatMap(([path, given]) => {
    const computed = getAt(draft.record, path);
    if (same(given, computed)) return [];
    return [
      finding(
        "computed-differs",
        { kind, path, given: String(given), computed: String(computed ?? "–") },
        { path },
      ),
    ];
  });
}

function compute(taking: Taking, draft: Draft): Draft {
  const { context, step, model } = taking;
  const table: Readonly<Record<string, Compute | undefined>> = computes;
  let now = draft;
  for (const name of model.computes ?? []) {
    const computing = table[name];
    if (!computing) throw new Error(`${model.id} asks for a computation that does not exist: ${name}`);
    const who = { at: step.at, by: step.by, written: now.written };
    const done = computing({ context, step: model, record: now.record, before: context.record, ...who });
    now = "record" in done ? { ...now, record: done.record } : note(now, ...done.findings);
  }
  return now;
}
