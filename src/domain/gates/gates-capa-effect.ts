/** Gates of the effect of a CAPA: verification, recurrence, supervision (CAPA-09, 10, 11, 14; 3.4, 4.11.2). */
import { addDays, dayOf } from "../calendar/days.ts";
import { isBefore, listAt, textAt } from "../cases/case-shapes.ts";
import { comparedOf, laterCases, receivedAt } from "../cases/later-cases.ts";
import { complaintsOf } from "../cases/linked-capas.ts";
import { filled, type Gate, type GateInput } from "../procedure/gate.ts";
import { grownBy, onlyGrew } from "../procedure/growing.ts";
import type { Facts } from "../procedure/step.ts";
import { getAt } from "../records/paths.ts";
import type { CaseRecord, Id } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";
import { asked } from "./asked.ts";

const CLAUSE = "R-3.4-02";
const at = (input: GateInput, path: string, clause: string) => ({ record: input.record.id, path, clause });

/** The step is the one that fits the result; an inconclusive verification ends nothing (CAPA-09, CAPA-10). */
function verified(input: GateInput, wanted: "effective" | "ineffective"): Finding[] {
  const path = "verification.result";
  const missing = filled(input, "verification") ? asked(input, [path], CLAUSE) : [];
  const result = textAt(input.record, path);
  if (result === undefined || result === wanted) return missing;
  return [
    finding("result-does-not-fit", { event: input.step.event, result, wanted }, at(input, path, CLAUSE)),
  ];
}

/** Not before the minimum of days, unless enough lots were watched (CAPA-09; setting `verify`). */
const verifiedAfterTheMinimum: Gate = (input) => {
  const { min_days, min_lots } = input.context.settings.verify;
  const completed = textAt(input.record, "completed_at");
  const lots = (getAt(input.record, "verification.lots") as number | undefined) ?? 0;
  if (completed === undefined || lots >= min_lots) return [];
  const earliest = addDays(dayOf(completed), min_days);
  if (dayOf(textAt(input.record, "verification.at") ?? input.at) >= earliest) return [];
  return [
    finding(
      "verified-too-early",
      { earliest, days: min_days, lots: min_lots },
      at(input, "verification.at", CLAUSE),
    ),
  ];
};

/** `none` is a prevention with its reason (CAPA-09, D7). */
const preventionRecorded: Gate = (input) =>
  listAt<{ decision?: string }>(input.record, "prevention").flatMap(({ decision }, i) =>
    decision === "none" ? asked(input, [`prevention[${i}].text`], "R-3.4-01") : [],
  );

const isFromSurvey = (input: GateInput): boolean => textAt(input.record, "source.type") === "survey";

/** Sales has supervised what came from a survey (CAPA-09). */
const salesSupervised: Gate = (input) =>
  isFromSurvey(input) ? asked(input, ["sales_supervision"], "R-4.11.2-07") : [];

/** The cases that the CAPA answers: its source, and the complaints that name it. */
const ownCases = (facts: Facts, capa: CaseRecord): ReadonlySet<Id> =>
  new Set([textAt(capa, "source.id") ?? "", ...complaintsOf(facts, capa).map((complaint) => complaint.id)]);

/** Goods of the source complaint that come back late are no recurrence: they are of the case that was answered. */
const belongsTo = (facts: Facts, id: Id, own: ReadonlySet<Id>): boolean =>
  own.has(id) || own.has(textAt(facts.record(id) ?? null, "complaint_id") ?? "");

/** The defect has not come again since completion (CAPA-09). */
const noRecurrenceSinceCompletion: Gate = (input) => {
  const completed = textAt(input.record, "completed_at");
  if (completed === undefined) return [];
  const { facts } = input.context;
  const own = ownCases(facts, input.record);
  const late = laterCases(facts, comparedOf(facts, input.record), completed);
  return late
    .filter(({ id }) => !belongsTo(facts, id, own))
    .map((later) => finding("defect-came-again", later, at(input, "verification.result", CLAUSE)));
};

/** Without part, defect and criterion nobody can say whether it came again: shown (CAPA-09). */
const effectCanBeCompared: Gate = (input) => {
  const { parts, defect } = comparedOf(input.context.facts, input.record);
  if ((parts.length > 0 && defect !== undefined) || filled(input, "effect_criterion")) return [];
  return [finding("effect-cannot-be-compared", {}, at(input, "effect_criterion", CLAUSE))];
};

const NUMBER = /[A-Z]{2,6}-\d{4}-\d{3,}/g;

/** Why one of the records named is no recurrence; nothing when it is one. */
function judgeNamed(input: GateInput, id: Id): Finding[] {
  const path = "reopened[-1].reason";
  const named = input.context.facts.record(id);
  if (named?.kind !== "complaint" && named?.kind !== "return") {
    return [finding("recurrence-unknown", { id }, at(input, path, "INV-21"))];
  }
  const came = receivedAt(named) ?? textAt(named, "requested_at");
  const closed = textAt(input.before, "closure.at");
  if (came === undefined || closed === undefined || isBefore(closed, came)) return [];
  return [
    finding("recurrence-before-closing", { id, day: dayOf(came), closed }, at(input, path, "R-4.8-01")),
  ];
}

/** A reopening is one more entry: the reasons of earlier attempts stay (CAPA-10, 11, 13). */
const reopeningAdded: Gate = (input) => {
  const path = "reopened";
  const params = { kind: "capa", path, event: input.step.event };
  if (!onlyGrew(input.before, input.record, path))
    return [finding("list-only-grows", params, at(input, path, CLAUSE))];
  return grownBy(input.before, input.record, path) > 1
    ? [finding("one-entry-a-step", params, at(input, path, CLAUSE))]
    : [];
};

/** The reason names a complaint or return that came after the closing (CAPA-11). */
const recurrenceNamed: Gate = (input) => {
  const path = "reopened[-1].reason";
  if (!filled(input, "reopened")) return [];
  const ids = [...new Set((textAt(input.record, path) ?? "").match(NUMBER) ?? [])];
  if (ids.length === 0) return [finding("recurrence-unnamed", {}, at(input, path, "R-4.8-01"))];
  const judged = ids.map((id) => judgeNamed(input, id));
  return judged.some((findings) => findings.length === 0) ? [] : judged.flat();
};

/** Sales supervises what came from a survey, nothing else (CAPA-14). */
const surveySourced: Gate = (input) => {
  const type = textAt(input.record, "source.type");
  if (type === undefined || type === "survey") return [];
  return [finding("not-from-a-survey", { type }, at(input, "source.type", "R-4.11.2-07"))];
};

export const effectGates = {
  "verified-effective": (input) => verified(input, "effective"),
  "verified-ineffective": (input) => verified(input, "ineffective"),
  "verified-after-the-minimum": verifiedAfterTheMinimum,
  "prevention-recorded": preventionRecorded,
  "sales-supervised": salesSupervised,
  "no-recurrence-since-completion": noRecurrenceSinceCompletion,
  "effect-can-be-compared": effectCanBeCompared,
  "reopening-added": reopeningAdded,
  "recurrence-named": recurrenceNamed,
  "survey-sourced": surveySourced,
} satisfies Record<string, Gate>;
