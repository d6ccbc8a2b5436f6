/** What follows from an amendment, and from opinions and receipts of departments (4.4, 4.3.3.2). */

import { applied, changesOf, RECEIVERS } from "../cases/amendment-changes.ts";
import {
  actingDepartments,
  type Compute,
  type ComputeInput,
  fillAllEmpty,
  fillEmpty,
  isWritten,
  unchanged,
} from "../procedure/computing.ts";
import { getAt, isEmpty, isFilled, setAt } from "../records/paths.ts";
import type { CaseRecord, Json } from "../records/record.ts";

type Row = { [key: string]: Json };
const rows = (record: CaseRecord | null, path: string): Row[] =>
  (getAt(record, path) as Row[] | undefined) ?? [];

/** The customer of the order that is named, unless a customer was given. */
export const customerOfTheOrder: Compute = (input) => {
  const order = input.context.facts.record(String(input.record["order_id"]));
  return { record: fillEmpty(input.record, "customer_id", order?.["customer_id"] as string | undefined) };
};

/** The changes of the closed amendment, carried out in the order unless given (ORD-13). */
export const amendmentChanges: Compute = (input) => {
  const amendment = input.context.facts.record(String(input.record["amendment_id"]));
  if (!amendment) return unchanged(input);
  return { record: applied(input.record, changesOf(amendment), (place) => isWritten(input, place)) };
};

const OPINIONS: Readonly<Record<string, { list: string; asked: string }>> = {
  order: { list: "review.opinions", asked: "review.asked_departments" },
  amendment: { list: "opinions", asked: "asked_departments" },
};

/** The asked department that the actor speaks for and that has not answered yet; else their own. */
function speaksFor(input: ComputeInput, place: { list: string; asked: string }): string | undefined {
  const mine = actingDepartments(input);
  const asked = (getAt(input.record, place.asked) as string[] | undefined) ?? [];
  const answered = rows(input.before, place.list).map((row) => row["department"]);
  return mine.find((department) => asked.includes(department) && !answered.includes(department)) ?? mine[0];
}

/** Department, reviewer and time of a new opinion, unless given (ORD-18, AMD-11). */
export const ownOpinion: Compute = (input) => {
  const place = OPINIONS[input.record.kind];
  if (!place) return unchanged(input);
  const known = rows(input.before, place.list).length;
  const count = rows(input.record, place.list).length;
  if (count !== known + 1) return unchanged(input);
  const last = `${place.list}[${known}]`;
  const values = { department: speaksFor(input, place), reviewer: input.by, at: input.at };
  const record = fillAllEmpty(
    input.record,
    Object.fromEntries(Object.entries(values).map(([key, value]) => [`${last}.${key}`, value])),
  );
  return { record };
};

const RECEIPTS: Readonly<Record<string, { list: string; by: string; at: string }>> = {
  order: { list: "production_notice.receivers", by: "by", at: "at" },
  amendment: { list: "distribution", by: "ack_by", at: "ack_at" },
};

/** The actor's department signs for the notice: who and when, unless given (ORD-19, AMD-12). */
export const ownReceipt: Compute = (input) => {
  const place = RECEIPTS[input.record.kind];
  if (!place) return unchanged(input);
  const mine = actingDepartments(input);
  const unsigned = rows(input.before, place.list).findIndex(
    (row) => mine.includes(String(row["department"])) && isEmpty(row[place.at]),
  );
  if (unsigned < 0) return unchanged(input);
  const own = `${place.list}[${unsigned}]`;
  return {
    record: fillAllEmpty(input.record, {
      [`${own}.${place.by}`]: input.by,
      [`${own}.${place.at}`]: input.at,
    }),
  };
};

/** Departments that hold the production notice of an order; the five of 5.9 where none was issued yet. */
export function noticeHolders(order: CaseRecord | undefined): string[] {
  const holders = rows(order ?? null, "production_notice.receivers").map((row) => String(row["department"]));
  return holders.length > 0 ? holders : [...RECEIVERS];
}

/** The notice goes to everybody who holds the production notice, now, unless given otherwise (AMD-07). */
export const addressees: Compute = (input) => {
  const { record, context, at } = input;
  const order = context.facts.record(String(record["order_id"]));
  const named = isFilled(record, "distribution")
    ? rows(record, "distribution")
    : noticeHolders(order).map((department): Row => ({ department }));
  const dated = named.map((row) => (isEmpty(row["sent_at"]) ? { ...row, sent_at: at } : row));
  return { record: setAt(record, "distribution", dated) ?? record };
};
