/** A history read step by step: which round and attempt each step belongs to, and what the steps have said so far. */

import type { KindModel, Step as ModelStep } from "../records/model.ts";
import { getAt, valuesAt } from "../records/paths.ts";
import type { CaseRecord, HistoryEntry, Instant, Json } from "../records/record.ts";

/** A step of the workflow in its history, after rounds and attempts have moved. */
export interface Moment {
  readonly record: CaseRecord;
  readonly entry: HistoryEntry;
  readonly step: ModelStep;
  /** Place of the round the step belongs to or opens; -1 before the first. */
  readonly round: number;
  readonly roundOpen: boolean;
  /** Place of the attempt the step belongs to or begins. */
  readonly attempt: number;
  /** What the events have said so far: `responsibility` → ours. */
  readonly said: Readonly<Record<string, Json>>;
}

/** Every step of the workflow in the history; co-signatures, notes, corrections and additions are left out. */
export function momentsOf(kind: KindModel, record: CaseRecord): Moment[] {
  const steps = stepsById(kind);
  const found: Moment[] = [];
  for (const entry of record.history) {
    const step = steps.get(entry.transition);
    if (step) found.push(momentAfter(found.at(-1), { record, entry, step }));
  }
  return found;
}

const byKind = new WeakMap<KindModel, ReadonlyMap<string, ModelStep>>();

function stepsById(kind: KindModel): ReadonlyMap<string, ModelStep> {
  const known = byKind.get(kind) ?? new Map(kind.workflow.steps.map((step) => [step.id, step]));
  byKind.set(kind, known);
  return known;
}

type Taken = Pick<Moment, "record" | "entry" | "step">;

type Round = Pick<Moment, "round" | "roundOpen">;

function roundAfter({ round, roundOpen }: Round, step: ModelStep): Round {
  if (step.round === "next" || (step.round === "open" && !roundOpen))
    return { round: round + 1, roundOpen: true };
  return { round, roundOpen: roundOpen && !endsRound(step) };
}

const NOTHING_YET = { round: -1, roundOpen: false, attempt: 0, said: {} };

function momentAfter(last: Moment | undefined, { record, entry, step }: Taken): Moment {
  const before = last ?? NOTHING_YET;
  const { round, roundOpen } = roundAfter(before, step);
  const attempt = before.attempt + (step.attempt ? 1 : 0);
  const said = step.says ? { ...before.said, ...step.says } : before.said;
  return { record, entry, step, round, roundOpen, attempt, said };
}

/** A round is over when the customer has answered in it (specification 2.22). */
const endsRound = (step: ModelStep): boolean =>
  step.needs.some((path) => path.startsWith("rounds[-1].customer_response"));

/** What an event said last about a path, else what the record says now. */
export const saidAt = (moment: Moment, path: string): unknown =>
  moment.said[path] ?? getAt(moment.record, path);

/** The places where a value of the moment's round or attempt may stand, nearest first. */
function placesOf(
  moment: Moment,
  path: string,
): readonly { readonly from: unknown; readonly path: string }[] {
  const { record, round, attempt } = moment;
  const inRound = path.replace("rounds[-1]", `rounds[${round}]`);
  const attempts = (record["attempts"] as unknown[] | undefined) ?? [];
  // An attempt takes only its own fields with it; what it left behind stands in a later one, or in the record.
  return [...attempts.slice(attempt), record].map((from) => ({ from, path: inRound }));
}

/** Values at a path (with `[]`: of every element) in the round or attempt of the moment. */
export function valuesThen(moment: Moment, path: string): unknown[] {
  if (moment.round < 0 && path.startsWith("rounds[-1]")) return [];
  for (const place of placesOf(moment, path)) {
    const values = valuesAt(place.from, place.path);
    if (values.length > 0) return values;
  }
  return [];
}

/** May the step have written this time? It may lie earlier than the step, never later (engine.md 3). */
export const isBy = (moment: Moment, when: unknown): when is Instant =>
  typeof when === "string" && Date.parse(when) <= Date.parse(moment.entry.at);

/**
 * A time that a step wrote.
 * @param path where it stands, or `step` for the time of the step itself
 * @param taken times that belong to earlier steps: a value that none but them wrote is not this step's
 * @returns the time of the step where the record no longer holds its own
 */
export function timeThen(moment: Moment, path: string, taken: readonly string[] = []): Instant {
  if (path === "step") return moment.entry.at;
  const value = valuesThen(moment, path)[0];
  return isBy(moment, value) && !taken.includes(value) ? value : moment.entry.at;
}
