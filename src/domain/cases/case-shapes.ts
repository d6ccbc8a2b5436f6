/**
 * What the gates read of complaints, CAPAs, meetings and returns: only the parts they look at, as the schemas have them.
 * Every key may be missing, since a gate also sees a record that is not complete yet.
 */
import { getAt } from "../records/paths.ts";
import type { CaseRecord, Day, Id, Instant, PersonId } from "../records/record.ts";

export interface Cause {
  readonly kind?: string;
}
export interface Measure {
  readonly no?: number;
  readonly type?: string;
  readonly against?: number;
  readonly owner?: PersonId;
  readonly due?: Day;
  readonly status?: string;
  readonly done_at?: Instant;
  readonly evidence?: string;
  readonly drop_reason?: string;
}
export interface Signed {
  readonly by?: PersonId;
  readonly at?: Instant;
}
export interface ComplaintRound {
  readonly countermeasure?: readonly Measure[];
  readonly proposed_at?: Instant;
  readonly completed_at?: Instant;
  readonly received_at?: Instant;
  readonly followup?: Signed & { readonly text?: string };
  readonly reply?: { readonly channel?: string; readonly sent_at?: Instant };
  readonly customer_response?: { readonly response?: string };
}
export interface Decision {
  readonly case?: Id;
  readonly decision?: string;
  readonly owner?: PersonId;
  readonly due?: Day;
}
export interface Attendee {
  readonly staff?: PersonId;
  readonly department?: string;
}

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
