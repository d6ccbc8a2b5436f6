/**
 * What the gates read of complaints, CAPAs, meetings and returns: only the parts they look at, as the schemas have them.
 * Every key may be missing, since a gate also sees a record that is not complete yet.
 */
import { getAt } from "../records/paths.ts";
import type { CaseRecord, Instant } from "../records/record.ts";
import type {
  CapaActions,
  CapaCauses,
  ComplaintRound as Round,
  StandardisationMeeting,
} from "../records/records.gen.ts";

/** A record or part that may not be complete yet: every key may be missing, at any depth. */
export type Partly<T> = T extends readonly (infer Item)[]
  ? readonly Partly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]?: Partly<NonNullable<T[Key]>> }
    : T;
export type Item<T> = T extends readonly (infer One)[] ? One : never;

export type Cause = Partly<Item<CapaCauses>>;
/** An action of a CAPA, or of a complaint's countermeasure. */
export type Measure = Partly<Item<CapaActions>>;
export type Decision = Partly<Item<NonNullable<StandardisationMeeting["decisions"]>>>;
export type Attendee = Partly<Item<NonNullable<StandardisationMeeting["attendees"]>>>;
export type ComplaintRound = Partly<Round>;

/** The text at a path; undefined where nothing stands. */
export const textAt = (record: CaseRecord | null, path: string): string | undefined =>
  getAt(record, path) as string | undefined;

/** The list at a path; empty where nothing stands. */
export const listAt = <T>(record: CaseRecord | null, path: string): readonly T[] =>
  (getAt(record, path) as T[] | undefined) ?? [];

/** The rounds of a complaint so far. */
export const roundsOf = (complaint: CaseRecord | null): readonly ComplaintRound[] =>
  listAt(complaint, "rounds");

/** The last round: the open one, or the one just answered. */
export const lastRound = (complaint: CaseRecord | null): ComplaintRound => roundsOf(complaint).at(-1) ?? {};

/** Does one time lie before another? No, where one of them is missing. */
export const isBefore = (a: Instant | undefined, b: Instant | undefined): boolean =>
  a !== undefined && b !== undefined && Date.parse(a) < Date.parse(b);

/** Severities for which containment, an escape cause and a CAPA are compulsory (specification 2.21). */
export const isGrave = (severity: string | undefined): boolean =>
  severity === "critical" || severity === "major";
