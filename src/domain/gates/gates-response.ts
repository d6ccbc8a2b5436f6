/** Gates of survey_response and monthly_summary (5.2, 5.6, specification 3.9, 3.15 and 3.17). */
import { monthOf } from "../calendar/periods.ts";
import { dayOf } from "../calendar/workdays.ts";
import { listAt, textAt } from "../cases/case-shapes.ts";
import { at } from "../cases/order-shapes.ts";
import { isRecipient, standingResponses, type WaveQuestion } from "../cases/survey-shapes.ts";
import type { Gate, GateInput } from "../procedure/gate.ts";
import type { CaseRecord, Id } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";

const waveOf = (input: GateInput): CaseRecord | undefined => {
  const wave = input.context.facts.record(textAt(input.record, "wave_id") ?? "");
  return wave?.kind === "survey_wave" ? wave : undefined;
};
const customerOf = (record: CaseRecord): Id => textAt(record, "customer_id") ?? "";

const waveCollecting: Gate = (input) => {
  const wave = waveOf(input);
  if (!wave || ["sent", "collecting"].includes(wave.state)) return [];
  return [
    finding(
      "wave-takes-no-responses",
      { wave: wave.id, state: wave.state },
      at(input, "wave_id", "R-4.11.1-02"),
    ),
  ];
};

const customerIsRecipient: Gate = (input) => {
  const wave = waveOf(input);
  const customer = customerOf(input.record);
  if (!wave || customer === "" || isRecipient(wave, customer)) return [];
  return [finding("not-a-recipient", { customer, wave: wave.id }, at(input, "customer_id", "R-4.11.1-02"))];
};

const isScore = (value: unknown): boolean =>
  value === null || (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 5);

/**
 * Scores are whole numbers from 1 to 5 or null, for questions of the wave.
 * A question left blank has no key: a gap, which the rules of the wave count (3.14), not this gate.
 */
const scoresComplete: Gate = (input) => {
  const scores = (input.record["scores"] as Record<string, unknown> | undefined) ?? {};
  const wave = waveOf(input);
  const known = listAt<WaveQuestion>(wave ?? null, "questions").flatMap((question) => question.key ?? []);
  return Object.entries(scores).flatMap(([question, score]): Finding[] => {
    const path = `scores.${question}`;
    const where = at(input, path, "R-4.11.1-02");
    if (wave && !known.includes(question)) return [finding("unknown-question", { question, known }, where)];
    return isScore(score) ? [] : [finding("score-not-allowed", { question, score: String(score) }, where)];
  });
};

/** A second form of a customer names the one that it replaces, else it is refused. */
const secondFormCorrects: Gate = (input) => {
  const wave = waveOf(input);
  const corrects = textAt(input.record, "corrects");
  if (!wave) return [];
  const customer = customerOf(input.record);
  const earlier = standingResponses(input.context.facts, wave.id).filter(
    (one) => one.id !== input.record.id && customerOf(one) === customer,
  );
  const where = at(input, "corrects", "R-4.11.1-02");
  if (corrects === undefined) {
    return earlier
      .slice(0, 1)
      .map((one) => finding("customer-has-answered", { customer, response: one.id }, where));
  }
  const fits = earlier.some((one) => one.id === corrects);
  return fits ? [] : [finding("corrects-another-form", { response: corrects }, where)];
};

const waveNotAnalysed: Gate = (input) => {
  const wave = waveOf(input);
  if (!wave || !["analysed", "reported", "archived"].includes(wave.state)) return [];
  return [finding("wave-analysed-already", { wave: wave.id }, at(input, "superseded_by", "R-4.11.1-02"))];
};

const correctingFormFits: Gate = (input) => {
  const id = textAt(input.record, "superseded_by") ?? "";
  const form = input.context.facts.record(id);
  const where = at(input, "superseded_by", "R-4.11.1-02");
  if (form?.kind !== "survey_response") return [];
  const same = customerOf(form) === customerOf(input.record) && form["wave_id"] === input.record["wave_id"];
  if (!same) return [finding("corrects-another-form", { response: id }, where)];
  if (form["corrects"] === input.record.id) return [];
  return [finding("does-not-correct", { response: id, corrected: input.record.id }, where)];
};

const oneSummaryAMonth: Gate = (input) => {
  const month = textAt(input.record, "month") ?? "";
  const author = textAt(input.record, "author") ?? "";
  const other = input.context.facts
    .where("monthly_summary", "month", month)
    .find((one) => one.id !== input.record.id && one["author"] === author);
  return other
    ? [finding("summary-exists", { summary: other.id, month, author }, at(input, "month", "R-5.6-01"))]
    : [];
};

const monthIsOver: Gate = (input) => {
  const month = textAt(input.record, "month");
  if (month === undefined || month < monthOf(dayOf(input.at))) return [];
  return [finding("month-not-over", { month }, at(input, "month", "R-5.6-01"))];
};

export const responseGates = {
  "wave-collecting": waveCollecting,
  "customer-is-recipient": customerIsRecipient,
  "scores-complete": scoresComplete,
  "second-form-corrects": secondFormCorrects,
  "wave-not-analysed": waveNotAnalysed,
  "correcting-form-fits": correctingFormFits,
} satisfies Record<string, Gate>;

export const summaryGates = {
  "one-summary-a-month": oneSummaryAMonth,
  "month-is-over": monthIsOver,
} satisfies Record<string, Gate>;
