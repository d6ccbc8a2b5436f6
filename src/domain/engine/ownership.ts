/** What a step may write: its needs, its may, what it says and defaults, and nothing else (engine.md 3). */

import { isFrozen, isNoRound } from "../procedure/rounds.ts";
import type { Step as ModelStep, Workflow } from "../records/model.ts";
import { covers, isKey, parsePath } from "../records/paths.ts";
import type { CaseRecord, Changes, Json } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";

export type Assignment = readonly [path: string, value: Json];

/** Every path that the step owns. */
export function ownedPaths(step: ModelStep): string[] {
  return [...step.needs, ...step.may, ...Object.keys(step.says ?? {}), ...Object.keys(step.defaults ?? {})];
}

/** Who and when belong to what they sign: a step that owns `x.text` owns `x.by` and `x.at` (specification 2.1.2). */
function signsBeside(owned: readonly string[], path: string): boolean {
  const parent = /^(.+)\.(?:by|at)$/.exec(path)?.[1];
  return parent !== undefined && owned.some((owner) => owner !== parent && covers(parent, owner));
}

const owns = (owned: readonly string[], path: string): boolean =>
  owned.some((owner) => covers(owner, path)) || signsBeside(owned, path);

const isMap = (value: Json): value is Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Events that may write a path: what a refusal points to. */
export function ownersOf(workflow: Workflow, path: string): string[] {
  const events = workflow.steps.filter((step) => owns(ownedPaths(step), path)).map((step) => step.event);
  if (workflow.anytime.some((owner) => covers(owner, path))) events.push("update");
  return [...new Set(events)];
}

export interface Ownership {
  readonly workflow: Workflow;
  readonly event: string;
  readonly owned: readonly string[];
  /** The record that the values are set on, with the round that the step opens: what is frozen in it stays. */
  readonly record: CaseRecord | null;
}

/** What was given, sorted. */
export interface Sorted {
  /** What the step owns. */
  readonly assignments: readonly Assignment[];
  /** What the engine computes: it may be given, and is compared with what comes out (engine.md 3). */
  readonly claims: readonly Assignment[];
  readonly findings: readonly Finding[];
}

/**
 * Sorts what is given into assignments that the step owns, claims about computed fields, and findings for the rest.
 * An object at a path that the step owns only in parts is taken key by key.
 */
export function assign(ownership: Ownership, set: Changes): Sorted {
  const sorted = Object.entries(set).map(([path, value]) => assignOne(ownership, path, value));
  return {
    assignments: sorted.flatMap((one) => one.assignments),
    claims: sorted.flatMap((one) => one.claims),
    findings: sorted.flatMap((one) => one.findings),
  };
}

const NONE: Sorted = { assignments: [], claims: [], findings: [] };

/** Why nothing can be written at a place, whoever owns it: no path, past and frozen, or a round that there is not. */
function unwritable({ workflow, record }: Ownership, path: string): Finding | undefined {
  const parts = parsePath(path);
  if (!parts || parts.some((part) => !isKey(part) && part.index === "*"))
    return finding("bad-path", { path }, { path });
  if (record && isFrozen(record, path)) return finding("frozen", { kind: workflow.kind, path }, { path });
  return record && isNoRound(record, path) ? finding("path-does-not-fit", { path }, { path }) : undefined;
}

function assignOne(ownership: Ownership, path: string, value: Json): Sorted {
  const { workflow, event, owned } = ownership;
  const { kind } = workflow;
  const never = unwritable(ownership, path);
  if (never) return { ...NONE, findings: [never] };
  if (owns(owned, path)) return { ...NONE, assignments: [[path, value]] };
  if (isMap(value) && owned.some((owner) => covers(path, owner))) {
    return assign(
      ownership,
      Object.fromEntries(Object.entries(value).map(([key, v]) => [`${path}.${key}`, v])),
    );
  }
  const owners = ownersOf(workflow, path).filter((e) => e !== event);
  const computed = workflow.computed.some((owner) => covers(owner, path));
  if (computed && owners.length === 0) return { ...NONE, claims: [[path, value]] };
  return { ...NONE, findings: [finding("not-owned", { kind, path, event, owners }, { path })] };
}
