/** What gates and invariants read of waves and questionnaires. */

import type { Facts } from "../procedure/step.ts";
import type { CaseRecord, Id } from "../records/record.ts";
import type { SurveyWave } from "../records/records.gen.ts";
import { type Item, listAt, type Partly, textAt } from "./case-shapes.ts";

export type Recipient = Partly<Item<NonNullable<SurveyWave["recipients"]>>>;
export type WaveQuestion = Partly<Item<NonNullable<SurveyWave["questions"]>>>;
export type BelowLimit = Partly<Item<NonNullable<NonNullable<SurveyWave["analysis"]>["below_limit"]>>>;

export const recipientsOf = (wave: CaseRecord): readonly Recipient[] => listAt(wave, "recipients");
export const isRecipient = (wave: CaseRecord, customer: Id): boolean =>
  recipientsOf(wave).some((recipient) => recipient.customer_id === customer);

/** Questionnaires of a wave that stand: recorded, not replaced by a corrected one. */
export const standingResponses = (facts: Facts, wave: Id): CaseRecord[] =>
  facts.where("survey_response", "wave_id", wave).filter((response) => response.state === "recorded");

/** Customers whose questionnaire the wave has recorded. */
export function answeredIn(facts: Facts, wave: CaseRecord): string[] {
  const responses = listAt<Id>(wave, "response_ids").flatMap((id) => facts.record(id) ?? []);
  return responses.flatMap((response) => textAt(response, "customer_id") ?? []);
}

export interface Uncovered {
  readonly what: string;
  readonly key: string;
  /** Department that a CAPA should have gone to. */
  readonly department?: string;
}

/** Department of the question that an entry is about; undefined for overall and customers. */
function departmentOf(wave: CaseRecord, entry: BelowLimit): string | undefined {
  const questions = entry.what === "item" ? listAt<WaveQuestion>(wave, "questions") : [];
  return questions.find((question) => question.key === entry.key)?.department;
}

/** Entries below the limit for which no CAPA stands; an item asks for one to the department of its question. */
export function uncoveredIn(facts: Facts, wave: CaseRecord): Uncovered[] {
  const capas = listAt<Id>(wave, "analysis.capa_ids")
    .flatMap((id) => facts.record(id) ?? [])
    .filter((capa) => capa.state !== "cancelled");
  const departments = capas.map((capa) => textAt(capa, "responsible_department"));
  return listAt<BelowLimit>(wave, "analysis.below_limit").flatMap((entry): Uncovered[] => {
    const department = departmentOf(wave, entry);
    const covered = department === undefined ? capas.length > 0 : departments.includes(department);
    const named = { what: entry.what ?? "", key: entry.key ?? "" };
    return covered ? [] : [department === undefined ? named : { ...named, department }];
  });
}
