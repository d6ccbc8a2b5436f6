/** What a gate is: a named condition that relates several values or records (engine.md 2). */

import type { Step as ModelStep, Role } from "../records/model.ts";
import { getAt, isFilled } from "../records/paths.ts";
import type { CaseRecord, Instant, PersonId } from "../records/record.ts";
import type { Finding } from "../words/findings.ts";
import type { Context } from "./step.ts";

/** A step just before it is accepted: values are set, rounds and attempts have not moved yet. */
export interface GateInput {
  readonly context: Context;
  readonly step: ModelStep;
  /** The record as it would stand after the step. */
  readonly record: CaseRecord;
  /** The record before the step; null at creation. */
  readonly before: CaseRecord | null;
  readonly by: PersonId;
  readonly role: Role;
  readonly at: Instant;
  /** Paths that this very step writes. */
  readonly written: readonly string[];
  readonly note?: string;
}

/**
 * Returns every reason why the condition does not hold, or nothing.
 * What is missing anyway (`needs`) is named by the engine: a gate that cannot be judged without it returns nothing.
 */
export type Gate = (input: GateInput) => readonly Finding[];

export const filled = (input: GateInput, path: string): boolean => isFilled(input.record, path);
export const valueAt = <T>(input: GateInput, path: string): T | undefined =>
  getAt(input.record, path) as T | undefined;
