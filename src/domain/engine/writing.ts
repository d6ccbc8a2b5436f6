/**
 * The values of a step, in order: what the event says, what is given, what follows from actor and time.
 * Nothing here judges whether the step is allowed; it says what the record would be and which values cannot be.
 */
import { fieldAt } from "../records/fields.ts";
import type { Field, KindModel, Step as ModelStep } from "../records/model.ts";
import { covers, getAt, isEmpty, parsePath, printPath, setAt } from "../records/paths.ts";
import type { CaseRecord, Instant, Json, PersonId } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";
import { isAuthored, isSignedAlready } from "./authors.ts";
import type { Assignment } from "./ownership.ts";

/** The record as far as it has come, the paths this step wrote, and what cannot be. */
export interface Draft {
  readonly record: CaseRecord;
  readonly written: readonly string[];
  readonly findings: readonly Finding[];
}

export interface Author {
  readonly kind: KindModel;
  /** Roles that the step allows; none for the steps every kind has. */
  readonly roles: readonly string[];
  readonly by: PersonId;
  readonly at: Instant;
}

/** Appends findings to a draft. */
export const note = (draft: Draft, ...findings: Finding[]): Draft => ({
  ...draft,
  findings: [...draft.findings, ...findings],
});

/** Puts one value; a path that does not fit the record becomes a finding. */
export function put(draft: Draft, path: string, value: Json): Draft {
  const record = setAt(draft.record, path, value);
  if (record === null) return note(draft, finding("path-does-not-fit", { path }, { path }));
  return { ...draft, record, written: [...draft.written, path] };
}

/** What the event itself says; a given value must agree (engine.md 3). */
export function writeSaid(
  draft: Draft,
  step: ModelStep,
  given: readonly Assignment[],
  kind: KindModel,
): Draft {
  return Object.entries(step.says ?? {}).reduce((now, [path, said]) => {
    const other = givenAt(given, path);
    const list = fieldAt(kind, path)?.enum ?? "";
    const params = { kind: kind.workflow.kind, event: step.event, path, list, value: said };
    const checked =
      other !== undefined && other !== said ? note(now, finding("event-says", params, { path })) : now;
    return put(checked, path, said);
  }, draft);
}

function givenAt(given: readonly Assignment[], path: string): Json | undefined {
  for (const [owner, value] of given) {
    if (owner === path) return value;
    if (covers(owner, path)) {
      const inner = getAt({ value }, `value${path.slice(owner.length)}`) as Json | undefined;
      if (inner !== undefined) return inner;
    }
  }
  return undefined;
}

/** What is given. `[+]` is remembered as the element it became. */
export function writeGiven(draft: Draft, given: readonly Assignment[]): Draft {
  return given.reduce((now, [path, value]) => {
    const next = put(now, path, value);
    return { ...next, written: next.written.map((p) => p.replaceAll("[+]", "[-1]")) };
  }, draft);
}

/** `$at`, `$by`, `$today` and constants for what was not given; a later time or another person is refused. */
export function writeDefaults(draft: Draft, step: ModelStep, author: Author): Draft {
  return Object.entries(step.defaults ?? {}).reduce((now, [path, rule]) => {
    const given = isWritten(now, path) ? getAt(now.record, path) : undefined;
    if (given !== undefined) return checkGiven(now, path, rule, author);
    return isOfTheStep(rule) || isEmpty(getAt(now.record, path))
      ? put(now, path, resolve(rule, author))
      : now;
  }, draft);
}

const isWritten = (draft: Draft, path: string): boolean =>
  draft.written.some((written) => covers(written, path) || covers(path, written));

/** Actor, time and day of the step are written anew by each step; a constant only where nothing stands. */
const isOfTheStep = (rule: Json): boolean => typeof rule === "string" && rule.startsWith("$");

function checkGiven(draft: Draft, path: string, rule: Json, author: Author): Draft {
  const given = getAt(draft.record, path);
  return rule === "$by" && given !== author.by ? note(draft, anotherPerson(author, path, given)) : draft;
}

function resolve(rule: Json, author: Author): Json {
  if (rule === "$at") return author.at;
  if (rule === "$by") return author.by;
  return rule === "$today" ? author.at.slice(0, 10) : rule;
}

const anotherPerson = (author: Author, path: string, given: unknown): Finding =>
  finding(
    "another-person",
    { kind: author.kind.workflow.kind, path, person: String(given), by: author.by },
    { path },
  );

/** `{by, at, …}` of what this step wrote: by is the actor, at the time of the step unless an earlier one is given. */
export function writeAuthors(draft: Draft, before: CaseRecord | null, author: Author): Draft {
  const touched = new Set(draft.written.flatMap(ancestors));
  return [...touched].reduce((now, path) => stampField(now, path, before, author), draft);
}

function ancestors(path: string): string[] {
  const parts = parsePath(path) ?? [];
  return parts.map((_, i) => printPath(parts.slice(0, i + 1)));
}

function stampField(draft: Draft, path: string, before: CaseRecord | null, author: Author): Draft {
  const field = fieldAt(author.kind, path);
  const signed = (place: string): boolean =>
    author.roles.length === 0 && isSignedAlready(before, draft.record, place);
  if (isAuthored(field)) return signed(path) ? draft : stamp(draft, path, author);
  if (field?.type !== "list" || !isAuthored(field.items) || !isTheirs(field, author)) return draft;
  const old = new Set(
    ((getAt(before, path) as Json[] | undefined) ?? []).map((item) => JSON.stringify(item)),
  );
  const items = (getAt(draft.record, path) as Json[] | undefined) ?? [];
  return items.reduce<Draft>((now, item, i) => {
    const place = `${path}[${i}]`;
    return old.has(JSON.stringify(item)) || signed(place) ? now : stamp(now, place, author);
  }, draft);
}

/** A list that others sign later (the receivers of a notice) is not signed by who draws it up. */
const isTheirs = (field: Field, author: Author): boolean =>
  author.roles.length === 0 || field.role === undefined || author.roles.includes(field.role);

function stamp(draft: Draft, path: string, author: Author): Draft {
  if (isEmpty(getAt(draft.record, path))) return draft;
  const by = getAt(draft.record, `${path}.by`);
  const named = by === undefined ? put(draft, `${path}.by`, author.by) : draft;
  const checked =
    by !== undefined && by !== author.by ? note(named, anotherPerson(author, `${path}.by`, by)) : named;
  return getAt(checked.record, `${path}.at`) === undefined ? put(checked, `${path}.at`, author.at) : checked;
}

/** Times that this step wrote and that lie after it: told before they happened. */
export function laterThanStep(draft: Draft, author: Author): Finding[] {
  const kind = author.kind.workflow.kind;
  const limit = Date.parse(author.at);
  return [...new Set(draft.written)].flatMap((path) =>
    timesIn(fieldAt(author.kind, path), getAt(draft.record, path), path)
      .filter(([, value]) => Date.parse(value) > limit)
      .map(([at]) => finding("later-than-step", { kind, path: at }, { path: at, clause: "INV-22" })),
  );
}

function timesIn(field: Field | undefined, value: unknown, path: string): [string, string][] {
  if (field === undefined || isEmpty(value)) return [];
  if (field.type === "datetime") return typeof value === "string" ? [[path, value]] : [];
  if (Array.isArray(value)) return value.flatMap((item, i) => timesIn(field.items, item, `${path}[${i}]`));
  const inner = Object.entries(field.properties ?? {});
  return inner.flatMap(([key, child]) =>
    timesIn(child, (value as Record<string, unknown>)[key], `${path}.${key}`),
  );
}
