/** The computed part of a wave's analysis (form 5.3, specification 2.15 and 3.14). */

import type { Facts, Settings } from "../procedure/step.ts";
import { getAt } from "../records/paths.ts";
import type { CaseRecord, Json } from "../records/record.ts";
import {
  type Form,
  hasAnyScore,
  isBelow,
  itemFigures,
  mean,
  type Question,
  rounded,
  roundedBelow,
  scoreOf,
  validityOf,
  type WaveRules,
} from "./wave-scores.ts";

/** The company's rules of the day, as `plan` freezes them into a wave. */
export const rulesNow = (settings: Settings): WaveRules => ({
  conversion: settings.survey.conversion,
  max_gaps: settings.survey.void_rule.max_gaps,
  gap_policy: settings.survey.gap_policy,
  customer_limit: settings.survey.customer_limit,
});

/** The frozen rules of a wave; those of the day for a wave brought in from paper without any. */
export function rulesOf(wave: CaseRecord, settings: Settings): WaveRules {
  const frozen = wave["rules"] as Partial<WaveRules> | undefined;
  return frozen === undefined
    ? rulesNow(settings)
    : { ...rulesNow(settings), customer_limit: null, ...frozen };
}

export const questionsOf = (wave: CaseRecord): readonly Question[] =>
  (wave["questions"] as Question[] | undefined) ?? [];

export const formOf = (response: CaseRecord): Form => ({
  customer_id: response["customer_id"] as string,
  scores: (response["scores"] as Form["scores"] | undefined) ?? {},
});

/** Forms recorded in the wave that no corrected form has replaced. */
export function formsOf(wave: CaseRecord, facts: Facts): Form[] {
  const ids = (wave["response_ids"] as string[] | undefined) ?? [];
  const responses = ids.flatMap((id) => facts.record(id) ?? []);
  return responses.filter((response) => response.state !== "superseded").map(formOf);
}

export interface Returns {
  readonly sent: number;
  readonly returned: number;
  /** Full value; null when nothing was sent. */
  readonly rate: number | null;
}

/** Returned ÷ sent: forms without any score count only by setting (3.14). */
export function returnsOf(wave: CaseRecord, forms: readonly Form[], settings: Settings): Returns {
  const sent = ((wave["recipients"] as unknown[] | undefined) ?? []).length;
  const returned = forms.filter(
    (form) => settings.survey.blank_counts_as_returned || hasAnyScore(form),
  ).length;
  return { sent, returned, rate: sent === 0 ? null : returned / sent };
}

const ANALYSED = ["analysed", "reported", "archived"];

/** The last analysed wave before this one; undefined for the first. */
export function precedingWave(wave: CaseRecord, facts: Facts): CaseRecord | undefined {
  const half = String(wave["half_year"]);
  const analysed = ANALYSED.flatMap((state) => facts.where("survey_wave", "state", state));
  const halfOf = (other: CaseRecord): string => String(other["half_year"]);
  const earlier = analysed.filter((other) => other.id !== wave.id && halfOf(other) < half);
  return earlier.toSorted((a, b) => (halfOf(a) < halfOf(b) ? -1 : 1)).at(-1);
}

type Row = { [key: string]: Json };

function previousOf(wave: CaseRecord | undefined, list: string, key: string, name: string): number | null {
  const rows = (wave ? (getAt(wave, `analysis.${list}`) as Row[] | undefined) : undefined) ?? [];
  return (rows.find((row) => row[key] === name)?.["score100"] as number | null | undefined) ?? null;
}

interface Scored {
  readonly key: string;
  readonly value: number | null;
  readonly limit: number | null;
}

const fails = (scored: Scored): scored is Scored & { value: number; limit: number } =>
  scored.value !== null && scored.limit !== null && isBelow(scored.value, scored.limit);

const belowRows = (what: string, scored: readonly Scored[]): Row[] =>
  scored
    .filter(fails)
    .map(({ key, value, limit }) => ({ what, key, value: roundedBelow(value, limit), limit }));

const orNull = (value: number | null, digits: number): number | null =>
  value === null ? null : rounded(value, digits);

const numberOrNull = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** Everything an analysis is computed from. */
export interface WaveInputs {
  readonly wave: CaseRecord;
  readonly facts: Facts;
  readonly settings: Settings;
}

function itemRows(inputs: WaveInputs, forms: readonly Form[]): { rows: Row[]; scored: Scored[] } {
  const rules = rulesOf(inputs.wave, inputs.settings);
  const limit = numberOrNull(inputs.wave["lower_limit_item"]);
  const before = precedingWave(inputs.wave, inputs.facts);
  const scored: Scored[] = [];
  const rows = questionsOf(inputs.wave).map((question): Row => {
    const figures = itemFigures(question, forms, rules);
    const item = { key: question.key, value: figures.score100, limit };
    scored.push(item);
    return {
      question: question.key,
      n: figures.n,
      mean: orNull(figures.mean, 2),
      score100: orNull(figures.score100, 1),
      satisfied_share: orNull(figures.satisfied_share, 3),
      previous: previousOf(before, "items", "question", question.key),
      below_limit: fails(item),
    };
  });
  return { rows, scored };
}

/** A customer's own score is shown; it is judged only where the rules have a limit for it. */
function customerRows(inputs: WaveInputs, forms: readonly Form[]): { rows: Row[]; scored: Scored[] } {
  const rules = rulesOf(inputs.wave, inputs.settings);
  const before = precedingWave(inputs.wave, inputs.facts);
  const scored = forms.map((form) => ({
    key: form.customer_id,
    value: scoreOf(form, questionsOf(inputs.wave), rules),
    limit: rules.customer_limit,
  }));
  const rows = scored.map((customer): Row => {
    const shown = { customer_id: customer.key, score100: orNull(customer.value, 1) };
    if (customer.limit === null) return shown;
    const previous = previousOf(before, "customers", "customer_id", customer.key);
    return { ...shown, previous, below_limit: fails(customer) };
  });
  return { rows, scored };
}

/**
 * The figures of a wave, rounded as they are stored; verdicts are taken on full values.
 * @returns the computed keys of `analysis`
 */
export function analysisOf(inputs: WaveInputs): { [key: string]: Json } {
  const { wave, facts, settings } = inputs;
  const forms = formsOf(wave, facts);
  const rules = rulesOf(wave, settings);
  const valid = forms.filter((form) => validityOf(form, questionsOf(wave), rules) === "valid");
  const { sent, returned, rate } = returnsOf(wave, forms, settings);
  const items = itemRows(inputs, valid);
  const customers = customerRows(inputs, valid);
  const scores = customers.scored.flatMap((customer) => customer.value ?? []);
  const overall = { key: "overall", value: mean(scores), limit: numberOrNull(wave["lower_limit_overall"]) };
  return {
    sent,
    returned,
    valid: valid.length,
    return_rate: orNull(rate, 3),
    items: items.rows,
    customers: customers.rows,
    overall_score: orNull(overall.value, 1),
    below_limit: [
      ...belowRows("overall", [overall]),
      ...belowRows("item", items.scored),
      ...belowRows("customer", customers.scored),
    ],
  };
}
