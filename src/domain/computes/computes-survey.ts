/** What the engine writes in waves and questionnaires (specification 2.13–2.15, 3.14). */
import { addWorkdays, dayOf } from "../calendar/workdays.ts";
import {
  analysisOf,
  formOf,
  formsOf,
  questionsOf,
  returnsOf,
  rulesNow,
  rulesOf,
} from "../cases/wave-analysis.ts";
import { pointsOf, rounded, scoreOf, validityOf } from "../cases/wave-scores.ts";
import {
  type Compute,
  type Computed,
  type ComputeInput,
  fill,
  fillAll,
  fillAllEmpty,
  isWritten,
  unchanged,
} from "../procedure/computing.ts";
import { getAt, isEmpty, setAt } from "../records/paths.ts";
import type { CaseRecord, Json } from "../records/record.ts";
import { finding } from "../words/findings.ts";

/** The rules of the day are frozen into the wave (SRV-01). */
export const surveyRules: Compute = (input) => {
  const { customer_limit, ...rules } = rulesNow(input.context.settings);
  const frozen = customer_limit === null ? rules : { ...rules, customer_limit };
  return unknownConversion(rules.conversion) ?? fill(input, "rules", frozen);
};

/** Target and lower limits of the settings, unless the plan names others (SRV-01). */
export const surveyLimits: Compute = (input) => {
  const { target_return_rate, lower_limit_overall, lower_limit_item } = input.context.settings.survey;
  return {
    record: fillAllEmpty(input.record, { target_return_rate, lower_limit_overall, lower_limit_item }),
  };
};

type Recipient = { customer_id: string; sent_at?: string; reminded_at?: string[] };
const recipientsOf = (record: CaseRecord): Recipient[] =>
  (record["recipients"] as Recipient[] | undefined) ?? [];

/** Each questionnaire went out with the wave, unless dated otherwise (SRV-02). */
export const recipientsDated: Compute = (input) => {
  const sent = getAt(input.record, "sent_at");
  if (typeof sent !== "string") return unchanged(input);
  const recipients = recipientsOf(input.record).map((to) => ({ ...to, sent_at: to.sent_at ?? sent }));
  return { record: setAt(input.record, "recipients", recipients) ?? input.record };
};

/** Each reminded customer gets the time of the reminder, unless this step dated it (SRV-04). */
export const remindersDated: Compute = (input) => {
  const { record, before, at } = input;
  const reminded = (record["reminded_customers"] as string[] | undefined) ?? [];
  const known = before ? recipientsOf(before) : [];
  const recipients = recipientsOf(record).map((to, i) => {
    const dated = (to.reminded_at ?? []).length > (known[i]?.reminded_at ?? []).length;
    if (dated || !reminded.includes(to.customer_id)) return to;
    return { ...to, reminded_at: [...(to.reminded_at ?? []), at] };
  });
  return { record: setAt(record, "recipients", recipients) ?? record };
};

function unknownConversion(conversion: string): Computed | null {
  return pointsOf(conversion)
    ? null
    : { findings: [finding("unknown-conversion", { conversion }, { clause: "4.11.2" })] };
}

/** Responses are due so many working days after the sending (SRV-02, clock `survey_close`). */
export const responseDue: Compute = (input) => {
  const sent = getAt(input.record, "sent_at");
  const { settings, shared, calendar } = input.context;
  const length = settings.deadlines["survey_close"] ?? shared.deadlines["survey_close"]?.length;
  if (typeof sent !== "string" || typeof length !== "number") return unchanged(input);
  const due = addWorkdays(calendar, dayOf(sent), length).due;
  return due === null ? unchanged(input) : fill(input, "response_due", due);
};

/** Returned ÷ sent when the collection is closed (SRV-05). */
export const returnRate: Compute = (input) => {
  const { facts, settings } = input.context;
  const { rate } = returnsOf(input.record, formsOf(input.record, facts), settings);
  return rate === null ? unchanged(input) : fill(input, "return_rate", rounded(rate, 3));
};

/** Figures of the analysis from the responses at this commit (SRV-06). */
export const surveyAnalysis: Compute = (input) => {
  const { facts, settings } = input.context;
  const wrong = unknownConversion(rulesOf(input.record, settings).conversion);
  if (wrong) return wrong;
  const figures = analysisOf({ wave: input.record, facts, settings });
  const checked = fillAll(input, withoutEmpty(input, figures));
  if ("findings" in checked) return checked;
  // Put as one value: empty and undefined figures of an analysis are stored (specification 2.1.2, Empty).
  const told = (input.record["analysis"] as Record<string, unknown> | undefined) ?? {};
  return { record: { ...input.record, analysis: { ...told, ...figures } } };
};

/** Given figures are checked one by one; what is not given needs no check. */
const withoutEmpty = (input: ComputeInput, figures: Readonly<Record<string, Json>>): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(figures)
      .map(([key, value]): [string, Json] => [`analysis.${key}`, value])
      .filter(([path, value]) => isWritten(input, path) && !isEmpty(value)),
  );

/** Validity and score of a questionnaire by the rules frozen in its wave (RSP-01). */
export const responseScore: Compute = (input) => {
  const wave = input.context.facts.record(String(input.record["wave_id"]));
  if (!wave || isEmpty(input.record["scores"])) return unchanged(input);
  const rules = rulesOf(wave, input.context.settings);
  return unknownConversion(rules.conversion) ?? fillAll(input, scored(input.record, wave, rules));
};

function scored(
  response: CaseRecord,
  wave: CaseRecord,
  rules: ReturnType<typeof rulesOf>,
): Record<string, Json> {
  const form = formOf(response);
  const validity = validityOf(form, questionsOf(wave), rules);
  const score = validity === "valid" ? scoreOf(form, questionsOf(wave), rules) : null;
  return { validity, score100: score === null ? null : rounded(score, 1) };
}
