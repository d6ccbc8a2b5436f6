/** What a computation is: it fills what a step must not type, and checks it where somebody typed it (engine.md 3). */
import { dayOf } from "../calendar/workdays.ts";
import type { Step as ModelStep } from "../records/model.ts";
import { covers, getAt, isEmpty, isFilled, setAt } from "../records/paths.ts";
import type { CaseRecord, Instant, Json, PersonId } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";
import { rolesHeld } from "./actor.ts";
import type { Context } from "./step.ts";

export interface ComputeInput {
  readonly context: Context;
  readonly step: ModelStep;
  /** The record with the values of the step set. */
  readonly record: CaseRecord;
  /** The record before the step; null at creation. */
  readonly before: CaseRecord | null;
  readonly at: Instant;
  readonly by: PersonId;
  /** Paths that this very step writes. */
  readonly written: readonly string[];
}

/** The record with what was computed; or why it cannot be. */
export type Computed = { readonly record: CaseRecord } | { readonly findings: readonly Finding[] };

/** Fills what is marked computed; what cannot be computed yet it leaves to `needs` and gates. */
export type Compute = (input: ComputeInput) => Computed;

/** Did this very step write the path, or something at or below it? */
export const isWritten = (input: Pick<ComputeInput, "written">, path: string): boolean =>
  input.written.some((given) => covers(given, path) || covers(path, given));

/** Are two values the same, whatever the order of keys? */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
    return (a ?? null) === (b ?? null);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => same(left[key], right[key]));
}

const printed = (value: unknown): string =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);

/**
 * Puts a computed value at its place.
 * @param value what the engine computed; `null` removes the key
 * @returns the record; or a finding when this step typed another value (engine.md 3: given is checked)
 */
export function fill(input: ComputeInput, path: string, value: Json): Computed {
  const given = getAt(input.record, path);
  if (isWritten(input, path) && !isEmpty(given) && !same(given, value)) {
    const params = { kind: input.record.kind, path, given: printed(given), computed: printed(value) };
    return { findings: [finding("computed-differs", params, { record: input.record.id, path })] };
  }
  return { record: setAt(input.record, path, value) ?? input.record };
}

/** Several values at once: every finding, or the record with all of them. */
export function fillAll(input: ComputeInput, values: Readonly<Record<string, Json>>): Computed {
  const findings: Finding[] = [];
  let record = input.record;
  for (const [path, value] of Object.entries(values)) {
    const next = fill({ ...input, record }, path, value);
    if ("record" in next) record = next.record;
    else findings.push(...next.findings);
  }
  return findings.length > 0 ? { findings } : { record };
}

/** Puts a value where neither the record nor this step has one. */
export function fillEmpty(record: CaseRecord, path: string, value: Json | undefined): CaseRecord {
  if (value === undefined || isFilled(record, path)) return record;
  return setAt(record, path, value) ?? record;
}

/** Several of them. */
export const fillAllEmpty = (
  record: CaseRecord,
  values: Readonly<Record<string, Json | undefined>>,
): CaseRecord => Object.entries(values).reduce((now, [path, value]) => fillEmpty(now, path, value), record);

/** Departments for which the actor may take the step, their own first (a deputy: also that of the absent). */
export function actingDepartments(input: Pick<ComputeInput, "context" | "step" | "by">): string[] {
  const held = rolesHeld(input.context.people, input.by, dayOf(input.context.now));
  return [...new Set(held.filter((h) => input.step.roles.includes(h.role)).map((h) => h.department))];
}

/** Nothing to compute here. */
export const unchanged = (input: ComputeInput): Computed => ({ record: input.record });
