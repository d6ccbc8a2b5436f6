/** What becomes of returned goods, line by line: sums, concessions, and what may still change (specification 2.11). */

import { same } from "../procedure/computing.ts";
import type { CaseRecord, Json } from "../records/record.ts";
import { listAt } from "./case-shapes.ts";

export interface Disposition {
  readonly disposition?: string;
  readonly quantity?: number;
  readonly [key: string]: Json | undefined;
}

export const dispositionsOf = (record: CaseRecord | null): readonly Disposition[] =>
  listAt(record, "dispositions");

export const quantityOf = (lines: readonly Disposition[]): number =>
  lines.reduce((sum, line) => sum + (line.quantity ?? 0), 0);

/** Quantity that the customer announced, over all lines. */
export const announced = (record: CaseRecord): number =>
  listAt<{ quantity_announced?: number }>(record, "lines").reduce(
    (sum, line) => sum + (line.quantity_announced ?? 0),
    0,
  );

export const needsConcession = (line: Disposition): boolean =>
  line.disposition === "use_as_is" || line.disposition === "repair";

export const needsReinspection = (line: Disposition): boolean =>
  ["rework", "repair", "sort"].includes(line.disposition ?? "");

/** Do goods under concession go to the customer again: sent back as they are, or repaired and returned? */
export function goesBackUnderConcession(record: CaseRecord): boolean {
  const lines = dispositionsOf(record);
  const back = lines.some((line) => line.disposition === "return_to_customer");
  const repaired = listAt<{ remedy?: string }>(record, "remedy").some(
    (given) => given.remedy === "repair_return",
  );
  return lines.some(needsConcession) && (back || repaired);
}

const RESULTS = ["done_at", "reinspection", "reference"];

const decided = (line: Disposition): Record<string, unknown> =>
  Object.fromEntries(Object.entries(line).filter(([key]) => !RESULTS.includes(key)));

const isHold = (line: Disposition): boolean => line.disposition === "hold";

/**
 * Were only results recorded, or holds replaced by final lines of the same sum?
 * @returns the path of the first line that was changed otherwise, or null
 */
export function onlyResultsChanged(
  before: readonly Disposition[],
  after: readonly Disposition[],
): string | null {
  const rest = [...after];
  const gone: Disposition[] = [];
  for (const line of before) {
    const place = rest.findIndex((candidate) => same(decided(candidate), decided(line)));
    if (place >= 0) rest.splice(place, 1);
    else gone.push(line);
  }
  const touched = gone.find((line) => !isHold(line)) ?? gone[0];
  const replaced = gone.every(isHold) && !rest.some(isHold) && quantityOf(rest) === quantityOf(gone);
  if (replaced && (gone.length > 0 || rest.length === 0)) return null;
  return `dispositions[${touched ? before.indexOf(touched) : before.length}]`;
}
