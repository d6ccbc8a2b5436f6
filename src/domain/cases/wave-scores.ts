/** Scores of a wave: what the answers of one customer, or of all, come to (specification 3.14). */
import type { Id } from "../records/record.ts";

export interface Question {
  readonly key: string;
  readonly weight: number;
}

/** Rules frozen into a wave when it is planned. */
export interface WaveRules {
  readonly conversion: string;
  readonly max_gaps: number;
  readonly gap_policy: string;
  readonly customer_limit: number | null;
}

/** question → 1..5, or null for N/A; a question without key is a gap. */
export type Scores = Readonly<Record<string, number | null>>;

export interface Form {
  readonly customer_id: Id;
  readonly scores: Scores;
}

/** Below which difference two figures count as equal (D7). */
const EPSILON = 1e-9;
const NEUTRAL = 3;
/** From which score on a customer counts as satisfied: 满意. */
const SATISFIED = 4;

/** Rounds half up; a value that binary numbers hold just below the half counts as the half. */
export function rounded(value: number, digits: number): number {
  const power = 10 ** digits;
  return Math.round(value * power + EPSILON) / power;
}

/** Verdicts are taken on the full value (D7). */
export const isBelow = (value: number, limit: number): boolean => value < limit - EPSILON;

/** Rounded to one decimal; with more where the rounded figure would contradict the verdict (D7). */
export function roundedBelow(value: number, limit: number): number {
  const digits = [1, 2, 3, 4, 5, 6].find((d) => rounded(value, d) < limit);
  return digits === undefined ? value : rounded(value, digits);
}

/**
 * What a score of 1..5 is worth on 0–100.
 * @param conversion `pct_of_max`, `min_max`, or five values, very satisfied first: `100/85/70/30/0`
 * @returns points of the scores 1 to 5, or null for an unknown conversion
 */
export function pointsOf(conversion: string): readonly number[] | null {
  if (conversion === "pct_of_max") return [20, 40, 60, 80, 100];
  if (conversion === "min_max") return [0, 25, 50, 75, 100];
  const table = conversion.split("/").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  return table.length === 5 && table.every((value) => value >= 0 && value <= 100) ? table.reverse() : null;
}

const isGap = (scores: Scores, question: Question): boolean => scores[question.key] === undefined;

/** Answers that count, by question; N/A and, unless the rules fill them, gaps do not. */
export function answers(form: Form, questions: readonly Question[], rules: WaveRules): Map<string, number> {
  const found = new Map<string, number>();
  for (const question of questions) {
    const given =
      isGap(form.scores, question) && rules.gap_policy === "neutral" ? NEUTRAL : form.scores[question.key];
    if (typeof given === "number") found.set(question.key, given);
  }
  return found;
}

export const hasAnyScore = (form: Form): boolean =>
  Object.values(form.scores).some((score) => typeof score === "number");

/** More gaps than the rules allow, or no score at all: counted as returned, not in the statistics. */
export function validityOf(
  form: Form,
  questions: readonly Question[],
  rules: WaveRules,
): "valid" | "incomplete" {
  const gaps = questions.filter((question) => isGap(form.scores, question)).length;
  return gaps > rules.max_gaps || !hasAnyScore(form) ? "incomplete" : "valid";
}

/** Σ w·points ÷ Σ w over the answered questions, full value; null where nothing with a weight was answered. */
export function scoreOf(form: Form, questions: readonly Question[], rules: WaveRules): number | null {
  const points = pointsOf(rules.conversion);
  const given = answers(form, questions, rules);
  let sum = 0;
  let weights = 0;
  for (const { key, weight } of questions) {
    const score = given.get(key);
    if (score === undefined) continue;
    sum += weight * (points?.[score - 1] ?? 0);
    weights += weight;
  }
  return weights > 0 && points ? sum / weights : null;
}

export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

export interface ItemFigures {
  readonly n: number;
  readonly mean: number | null;
  readonly score100: number | null;
  readonly satisfied_share: number | null;
}

/** Figures of one question over the valid forms, full values. */
export function itemFigures(question: Question, forms: readonly Form[], rules: WaveRules): ItemFigures {
  const points = pointsOf(rules.conversion);
  const given = forms.flatMap((form) => answers(form, [question], rules).get(question.key) ?? []);
  return {
    n: given.length,
    mean: mean(given),
    score100: mean(given.map((score) => points?.[score - 1] ?? 0)),
    satisfied_share: mean(given.map((score) => (score >= SATISFIED ? 1 : 0))),
  };
}
