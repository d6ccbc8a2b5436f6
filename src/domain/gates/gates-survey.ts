/** Gates of survey_wave (4.11, specification 3.8 and 3.17). */

import { halfYearOf } from "../calendar/periods.ts";
import { dayOf } from "../calendar/workdays.ts";
import { listAt, textAt } from "../cases/case-shapes.ts";
import { allOf } from "../cases/open-records.ts";
import { at } from "../cases/order-shapes.ts";
import {
  answeredIn,
  isRecipient,
  recipientsOf,
  standingResponses,
  uncoveredIn,
  type WaveQuestion,
} from "../cases/survey-shapes.ts";
import { formsOf, returnsOf } from "../cases/wave-analysis.ts";
import { isBelow, rounded } from "../cases/wave-scores.ts";
import { filled, type Gate, type GateInput, valueAt } from "../procedure/gate.ts";
import type { CaseRecord, Id } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";

/** A new wave has the number of its half-year, also when that is taken: then it is another one of the same number. */
const oneWaveAHalfYear: Gate = (input) => {
  const half = textAt(input.record, "half_year");
  if (half === undefined) return [];
  const other = input.context.facts
    .where("survey_wave", "half_year", half)
    .find((wave) => input.before === null || wave.id !== input.record.id);
  const where = at(input, "half_year", "R-4.11.1-01");
  return other ? [finding("wave-exists", { half_year: half, wave: other.id }, where)] : [];
};

const weightsAddTo100: Gate = (input) => {
  const questions = listAt<WaveQuestion>(input.record, "questions");
  const sum = rounded(
    questions.reduce((total, question) => total + (question.weight ?? 0), 0),
    6,
  );
  if (questions.length === 0 || sum === 100) return [];
  return [finding("weights-do-not-add-up", { sum }, at(input, "questions", "R-4.11.2-01"))];
};

const insideHalfYear =
  (path: string): Gate =>
  (input) => {
    const half = textAt(input.record, "half_year");
    const when = textAt(input.record, path);
    if (half === undefined || when === undefined || halfYearOf(dayOf(when)) === half) return [];
    return [
      finding(
        "outside-half-year",
        { path, day: dayOf(when), half_year: half },
        at(input, path, "R-4.11.1-01"),
      ),
    ];
  };

/** Every active main customer is asked, or left out with a reason. */
const mainCustomersAskedOrLeftOut: Gate = (input) => {
  const { record, context } = input;
  const leftOut = listAt<{ customer_id?: Id; reason?: string }>(record, "left_out");
  const excused = leftOut.filter((one) => one.reason !== undefined).map((one) => one.customer_id);
  return allOf(context.facts, "customer")
    .filter((customer) => customer["main_customer"] === true && customer.state === "active")
    .filter((customer) => !isRecipient(record, customer.id) && !excused.includes(customer.id))
    .map((customer) =>
      finding("main-customer-forgotten", { customer: customer.id }, at(input, "recipients", "R-4.11.1-01")),
    );
};

function judgeResponse(input: GateInput, id: Id): Finding[] {
  const { record, context } = input;
  const response = context.facts.record(id);
  const where = at(input, "response_ids", "R-4.11.1-02");
  if (response?.kind !== "survey_response") return [];
  const wave = textAt(response, "wave_id") ?? "";
  if (wave !== record.id) return [finding("response-of-another-wave", { response: id, wave }, where)];
  const customer = textAt(response, "customer_id") ?? "";
  if (!isRecipient(record, customer)) return [finding("not-a-recipient", { customer, wave }, where)];
  const other = standingResponses(context.facts, wave).find(
    (one) => one.id !== id && textAt(one, "customer_id") === customer,
  );
  return other ? [finding("customer-has-answered", { customer, response: other.id }, where)] : [];
}

/** A new questionnaire is of this wave, of a recipient, and the only one of that customer; none is dropped. */
const responseCounts: Gate = (input) => {
  const before = listAt<Id>(input.before, "response_ids");
  const after = listAt<Id>(input.record, "response_ids");
  const where = at(input, "response_ids", "R-4.11.1-02");
  const dropped = before.filter((id) => !after.includes(id));
  return [
    ...dropped.map((id) => finding("response-dropped", { response: id }, where)),
    ...after.filter((id) => !before.includes(id)).flatMap((id) => judgeResponse(input, id)),
  ];
};

const remindedAreMissing: Gate = (input) => {
  const answered = answeredIn(input.context.facts, input.record);
  return listAt<Id>(input.record, "reminded_customers").flatMap((customer): Finding[] => {
    const recipient = isRecipient(input.record, customer);
    if (recipient && !answered.includes(customer)) return [];
    return [
      finding(
        "reminded-without-need",
        { customer, recipient },
        at(input, "reminded_customers", "R-4.11.1-03"),
      ),
    ];
  });
};

/** 90 % is a target: missing it asks for reminders and an explanation, it never stops (G-17). */
const lowReturnExplained: Gate = (input) => {
  const { record, context } = input;
  const target = valueAt<number>(input, "target_return_rate");
  const { rate } = returnsOf(record, formsOf(record, context.facts), context.settings);
  if (target === undefined || rate === null || !isBelow(rate, target)) return [];
  const answered = answeredIn(context.facts, record);
  const unreminded = recipientsOf(record)
    .filter((one) => !answered.includes(one.customer_id ?? "") && (one.reminded_at ?? []).length === 0)
    .flatMap((one) => one.customer_id ?? []);
  const explained = filled(input, "low_return_explanation");
  if (unreminded.length === 0 && explained) return [];
  const params = { rate, target, unreminded, explained };
  return [finding("return-rate-unexplained", params, at(input, "low_return_explanation", "R-4.11.1-03"))];
};

const LIMITS = ["lower_limit_overall", "lower_limit_item"];

const limitsSet: Gate = (input) =>
  LIMITS.filter((path) => typeof input.record[path] !== "number").map((path) =>
    finding("limit-not-set", { path }, at(input, path, "R-4.11.2-05")),
  );

const somethingBelowLimit: Gate = (input) =>
  listAt(input.record, "analysis.below_limit").length > 0
    ? []
    : [finding("nothing-below-limit", {}, at(input, "analysis.below_limit", "R-4.11.2-05"))];

const capasOf = (input: GateInput): CaseRecord[] =>
  listAt<Id>(input.record, "analysis.capa_ids").flatMap((id) => input.context.facts.record(id) ?? []);

const capasComeFromThisWave: Gate = (input) =>
  capasOf(input)
    .filter(
      (capa) => textAt(capa, "source.type") !== "survey" || textAt(capa, "source.id") !== input.record.id,
    )
    .map((capa) =>
      finding("capa-not-of-this-wave", { capa: capa.id }, at(input, "analysis.capa_ids", "R-4.11.2-05")),
    );

const belowLimitCovered: Gate = (input) =>
  uncoveredIn(input.context.facts, input.record).map((entry) =>
    finding("below-limit-uncovered", entry, at(input, "analysis.capa_ids", "R-4.11.2-05")),
  );

const waveCapasClosed: Gate = (input) =>
  capasOf(input)
    .filter((capa) => !["closed", "cancelled"].includes(capa.state))
    .map((capa) =>
      finding(
        "wave-capa-open",
        { capa: capa.id, state: capa.state },
        at(input, "analysis.capa_ids", "R-4.11.2-07"),
      ),
    );

export const surveyGates = {
  "one-wave-a-half-year": oneWaveAHalfYear,
  "weights-add-to-100": weightsAddTo100,
  "send-date-in-half-year": insideHalfYear("planned_send_date"),
  "sent-in-half-year": insideHalfYear("sent_at"),
  "main-customers-asked-or-left-out": mainCustomersAskedOrLeftOut,
  "response-counts": responseCounts,
  "reminded-are-missing": remindedAreMissing,
  "low-return-explained": lowReturnExplained,
  "limits-set": limitsSet,
  "something-below-limit": somethingBelowLimit,
  "capas-come-from-this-wave": capasComeFromThisWave,
  "below-limit-covered": belowLimitCovered,
  "wave-capas-closed": waveCapasClosed,
} satisfies Record<string, Gate>;
