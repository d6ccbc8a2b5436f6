/** How complaint and CAPA run together on path A (specification 3.12): which CAPAs a complaint has and how far they are. */

import type { Facts } from "../procedure/step.ts";
import type { CaseRecord, Id, Instant } from "../records/record.ts";
import { isBefore, listAt, textAt } from "./case-shapes.ts";

const STAGES = [
  "opened",
  "cause_analysed",
  "issued",
  "received",
  "implementing",
  "completed",
  "confirmed",
  "closed",
] as const;
export type Stage = (typeof STAGES)[number];

/** Has the CAPA come that far? A cancelled one never has. */
export function hasReached(capa: CaseRecord, stage: Stage): boolean {
  return STAGES.indexOf(capa.state as Stage) >= STAGES.indexOf(stage);
}

/** Numbers of the CAPAs that a complaint names. */
export const capaIds = (complaint: CaseRecord): readonly Id[] => listAt(complaint, "capa_ids");

/** The CAPAs that a complaint names, as far as they exist. */
export function linkedCapas(facts: Facts, complaint: CaseRecord): CaseRecord[] {
  return capaIds(complaint).flatMap((id) => facts.record(id) ?? []);
}

/** Complaints that name a CAPA. */
export const complaintsOf = (facts: Facts, capa: CaseRecord): readonly CaseRecord[] =>
  facts.where("complaint", "capa_ids", capa.id);

const REFUSALS = ["customer_reject", "reject_confirmation", "reopen"];

/** When the complaint's measures were last refused, by the customer, in house or by a reopening. */
export function lastRefusal(complaint: CaseRecord | null): Instant | undefined {
  return complaint?.history.findLast((entry) => REFUSALS.includes(entry.event))?.at;
}

/** Does a time of the CAPA lie after the last refusal of the complaint, if there was one? */
export function isAfterRefusal(
  capa: CaseRecord,
  path: "proposed_at" | "completed_at",
  refused: Instant | undefined,
): boolean {
  return refused === undefined || isBefore(refused, textAt(capa, path));
}
