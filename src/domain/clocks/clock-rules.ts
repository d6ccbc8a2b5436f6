/** Which steps of one workflow start and end which clocks, in which states a clock lives, and the few conditions (3.1.1). */
import { parsePeriod } from "../calendar/periods.ts";
import type { Settings } from "../procedure/step.ts";
import type { Deadline, Step as ModelStep, SharedModel, Workflow } from "../records/model.ts";
import { getAt, isEmpty } from "../records/paths.ts";
import type { CaseRecord, Day } from "../records/record.ts";
import { type Moment, saidAt } from "./clock-walk.ts";

export interface Rule {
  readonly deadline: Deadline;
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  /** A clock is void when the case reaches any other state. */
  readonly lives: ReadonlySet<string>;
}

interface Known {
  readonly shared: SharedModel;
  readonly settings: Settings;
  readonly rules: readonly Rule[];
}
/** Thousands of records of one kind are folded one after the other under the same procedure and settings. */
const known = new WeakMap<Workflow, Known>();

/** The rules of the deadlines that a workflow starts or ends. */
export function rulesOf(workflow: Workflow, shared: SharedModel, settings: Settings): readonly Rule[] {
  const last = known.get(workflow);
  if (last && last.shared === shared && last.settings === settings) return last.rules;
  const rules = readRules(workflow, shared, settings);
  known.set(workflow, { shared, settings, rules });
  return rules;
}

function readRules(workflow: Workflow, shared: SharedModel, settings: Settings): Rule[] {
  const byId = new Map(workflow.steps.map((step) => [step.id, step]));
  const own = (ids: readonly string[]) => ids.filter((id) => byId.has(id));
  return Object.values(shared.deadlines)
    .map((deadline) => ({
      deadline,
      starts: own(deadline.starts),
      ends: own(endsOf(deadline, shared, settings)),
    }))
    .filter(({ starts, ends }) => starts.length + ends.length > 0)
    .map((rule) => ({ ...rule, lives: livesIn(byId, withReceipt(rule, shared)) }));
}

/** A countermeasure waits for its receipt from the issue on: it lives where `ack` does, too. */
function withReceipt(rule: Omit<Rule, "lives">, shared: SharedModel): Omit<Rule, "lives"> {
  const ack = shared.deadlines["ack"]?.starts ?? [];
  return rule.deadline.id === "countermeasure" ? { ...rule, starts: [...rule.starts, ...ack] } : rule;
}

/** G-01: three working days for drawing up the countermeasure, or by setting for putting it into effect as well. */
function endsOf(deadline: Deadline, shared: SharedModel, settings: Settings): readonly string[] {
  const whole =
    deadline.id === "countermeasure" && settings.countermeasure_covers === "formulate_and_implement";
  return (whole ? shared.deadlines["implementation"]?.ends : undefined) ?? deadline.ends;
}

/** A clock lives in the states its starts lead to and those its ends leave from. */
function livesIn(
  byId: ReadonlyMap<string, ModelStep>,
  { starts, ends }: Pick<Rule, "starts" | "ends">,
): Set<string> {
  const steps = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const reached = steps(starts).flatMap((step) => (step.to === "=" ? step.from : [step.to]));
  return new Set([...reached, ...steps(ends).flatMap((step) => step.from)]);
}

const isOurs = (moment: Moment): boolean => saidAt(moment, "responsibility") === "ours";
/** On path A the countermeasure is due on the CAPA; the complaint only waits for it. */
const isDirect = (moment: Moment): boolean =>
  moment.record.kind !== "complaint" || saidAt(moment, "handling_path") === "direct";

const conditions: Readonly<Record<string, (moment: Moment) => boolean>> = {
  ack: isDirect,
  countermeasure: isDirect,
  // Causes of a complaint's CAPA are already due on the complaint.
  cause: (moment) => moment.step.id !== "CAPA-01" || getAt(moment.record, "source.type") !== "complaint",
  standardise: isOurs,
  survey_capa: (moment) => !isEmpty(getAt(moment.record, "analysis.below_limit")),
};

/** Does the step start the clock in this case? */
export const startsHere = (rule: Rule, moment: Moment): boolean =>
  rule.starts.includes(moment.step.id) && (conditions[rule.deadline.id]?.(moment) ?? true);

/** Where the time of the end stands, if it is not the time of the step. */
export const endPaths: Readonly<Record<string, string>> = {
  notify_quality: "quality_notified_at",
  survey_halfyear: "sent_at",
};

/**
 * Clocks that the calendar starts, not a step: the wave of a half-year, the summary of a month.
 * @returns start, and the due day where no counting is needed; undefined for other deadlines
 */
export function calendarStart(deadline: Deadline, record: CaseRecord): { start: Day; due?: Day } | undefined {
  const path = { half_year: "half_year", workday_of_next_month: "month" }[deadline.unit as "half_year"];
  const period = path === undefined ? null : parsePeriod(String(getAt(record, path) ?? ""));
  if (!period) return undefined;
  return deadline.unit === "half_year" ? { start: period.from, due: period.to } : { start: period.to };
}

/** Has everybody answered the wave with this step? Then nobody is left to be reminded. */
export function allAnswered({ step, record, entry }: Moment): boolean {
  if (step.event !== "record_response") return false;
  const recorded = record.history.filter((e) => e.event === "record_response" && e.seq <= entry.seq).length;
  const asked = ((getAt(record, "recipients") as unknown[] | undefined) ?? []).length;
  const rate = getAt(record, "return_rate");
  return recorded >= asked && (typeof rate !== "number" || rate >= 1);
}
