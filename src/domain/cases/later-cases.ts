/** Has the defect come again since a CAPA was completed? (specification 3.17, CAPA-09) */
import { dayOf } from "../calendar/days.ts";
import type { Facts } from "../procedure/step.ts";
import type { CaseRecord, Day, Id, Instant } from "../records/record.ts";
import { isBefore, listAt, textAt } from "./case-shapes.ts";
import { known } from "./recurrence.ts";

/** What would show that it came again: one of these parts with this defect. */
export interface Compared {
  readonly parts: readonly string[];
  readonly defect: string | undefined;
}

/** Part and defect of the effect criterion, else of the complaint or return that the CAPA came from. */
export function comparedOf(facts: Facts, capa: CaseRecord): Compared {
  const source = facts.record(textAt(capa, "source.id") ?? "") ?? null;
  const named = known(textAt(capa, "effect_criterion.part_no"));
  const ofSource = source === null ? [] : partsOf(source).flatMap((part) => known(part) ?? []);
  return {
    parts: named === undefined ? ofSource : [named],
    defect: textAt(capa, "effect_criterion.defect_type") ?? textAt(source, "defect_type"),
  };
}

export interface LaterCase {
  readonly id: Id;
  readonly day: Day;
  readonly part: string;
  readonly defect: string;
}

const partsOf = (record: CaseRecord): (string | undefined)[] => [
  textAt(record, "part_no"),
  ...listAt<{ part_no?: string }>(record, "lines").map((line) => line.part_no),
];

/**
 * Complaints (not voided) and returns with the same part and defect that were received after a time.
 * A return is received when its goods are in; its defect is the one inspected.
 */
export function laterCases(facts: Facts, { parts, defect }: Compared, after: Instant): LaterCase[] {
  if (defect === undefined) return [];
  const complaints = facts.where("complaint", "defect_type", defect).filter((one) => one.state !== "voided");
  const returns = facts.where("return", "defect_type", defect);
  return [...complaints, ...returns].flatMap((one) => {
    const at = receivedAt(one);
    const part = partsOf(one).find((name) => name !== undefined && parts.includes(name));
    if (part === undefined || at === undefined || !isBefore(after, at)) return [];
    return [{ id: one.id, day: dayOf(at), part, defect }];
  });
}

/** When a complaint or the goods of a return came in. */
export const receivedAt = (record: CaseRecord): Instant | undefined =>
  textAt(record, record.kind === "return" ? "receipt.received_at" : "received_at");
