/** The worked example as records in memory, as of any of its steps: where tests of the engine begin. */
import { readFileSync } from "node:fs";
import { plan } from "../../src/domain/engine/plan.ts";
import type { Context, Plan, Planned, Step } from "../../src/domain/procedure/step.ts";
import { factsOf } from "../../src/domain/records/facts.ts";
import type { CaseRecord, Json, Kind } from "../../src/domain/records/record.ts";
import { calendar, kinds, people, settings, shared } from "./procedure.ts";

export interface Line {
  readonly at: string;
  readonly by: string;
  readonly role: string;
  readonly kind: Kind;
  readonly record: string;
  readonly event: string;
  readonly for?: string;
  readonly to: string;
  readonly transition?: string;
  readonly note?: string;
  readonly set: Record<string, Json>;
}

export const timeline: readonly Line[] = readFileSync(
  new URL("../../records/timeline.ndjson", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Line);

export type Records = Map<string, CaseRecord>;

/** What the engine needs for a step on these records. */
export function contextOn(records: Records, kind: Kind, record: string, now: string): Context {
  const before = records.get(record) ?? null;
  return {
    kind: kinds[kind],
    shared,
    record: before,
    people,
    calendar,
    facts: factsOf(records),
    settings,
    now,
  };
}

/** A line of the timeline as a step. A co-signature is given as the event it belongs to. */
export const stepOf = (line: Line): Step => {
  const { record, by, role, at, set, note } = line;
  return {
    record,
    event: line.for ?? line.event,
    by,
    role,
    at,
    set,
    ...(note === undefined ? {} : { note }),
  };
};

/** Every line taken in turn, each under the rules; what came of it. */
export function* replayed(records: Records): Generator<{ line: Line; number: number; planned: Planned }> {
  for (const [i, line] of timeline.entries()) {
    const context = contextOn(records, line.kind, line.record, line.at);
    const planned = plan({ ...context, passNotYet: true }, stepOf(line));
    if (planned.ok) records.set(line.record, planned.plan.record);
    yield { line, number: i + 1, planned };
  }
}

/** Record after each step of the timeline; replayed once. */
const history: CaseRecord[] = [];
function replayOnce(): readonly CaseRecord[] {
  if (history.length > 0) return history;
  for (const { planned, number } of replayed(new Map())) {
    if (!planned.ok) throw new Error(`step ${number} of the example is refused`);
    history.push(planned.plan.record);
  }
  return history;
}

/**
 * The records just before a step of the timeline was taken.
 * @param record its number
 * @param nth which of its steps, from 1; beyond the last: as the example ends
 */
export function recordsBefore(record: string, nth: number): Records {
  const after = replayOnce();
  const steps = timeline.flatMap((line, i) => (line.record === record ? [i] : []));
  return new Map(after.slice(0, steps[nth - 1] ?? after.length).map((one) => [one.id, one]));
}

/** A step that somebody wishes to take on records of the example. */
export interface Trial {
  readonly by: string;
  readonly at: string;
  readonly set?: Record<string, Json>;
  readonly note?: string;
  readonly role?: string;
  readonly now?: string;
  /** Of a record that is to be opened. */
  readonly kind?: Kind;
}

/** Takes an event on a record (or opens one of a kind). */
export function tryStep(records: Records, record: string, event: string, trial: Trial): Planned {
  const of = records.get(record)?.kind ?? trial.kind;
  if (of === undefined) throw new Error(`no record ${record}`);
  const { by, at, set = {}, note, role, now = at } = trial;
  const step = {
    record,
    event,
    by,
    at,
    set,
    ...(note === undefined ? {} : { note }),
    ...(role === undefined ? {} : { role }),
  };
  return plan(contextOn(records, of, record, now), step);
}

/** The same, expected to be allowed: the records go on with it. */
export function take(records: Records, record: string, event: string, trial: Trial): Plan {
  const planned = tryStep(records, record, event, trial);
  if (!planned.ok)
    throw new Error(
      `${record} ${event}: ${planned.findings.map((f) => `${f.code} ${f.path ?? ""}`).join(", ")}`,
    );
  records.set(record, planned.plan.record);
  return planned.plan;
}

/** Codes of the reasons, with the path where there is one; empty when the step is allowed. */
export const codes = (planned: Planned): string[] =>
  planned.ok
    ? []
    : planned.findings
        .filter((f) => f.level === "error")
        .map((f) => (f.path === undefined ? f.code : `${f.code} ${f.path}`));
