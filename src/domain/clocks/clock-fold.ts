/** The history as clocks: every start opens one, the first matching end closes it, leaving the branch voids it (3.1.1). */
import { dayOf } from "../calendar/days.ts";
import type { Day, Instant } from "../records/record.ts";
import type { RawClock } from "./clock.ts";
import { answeredBy, departmentsAsked, isAnswer } from "./clock-departments.ts";
import { allAnswered, endPaths, type Rule, startsHere } from "./clock-rules.ts";
import { isBy, type Moment, timeThen, valuesThen } from "./clock-walk.ts";

export type Running = { -readonly [Key in keyof RawClock]: RawClock[Key] };
export interface Fold {
  readonly rules: readonly Rule[];
  readonly clocks: Running[];
}

const isRunning = (clock: Running): boolean => clock.ended === undefined && clock.void === undefined;
const running = (fold: Fold, deadline: string): Running[] =>
  fold.clocks.filter((clock) => clock.deadline === deadline && isRunning(clock));

/** Takes one step of the history into account: ends first, then what the case has left, then starts. */
export function advance(fold: Fold, moment: Moment): void {
  for (const rule of fold.rules) if (rule.ends.includes(moment.step.id)) end(fold, rule, moment);
  for (const rule of fold.rules) leave(fold, rule, moment);
  for (const rule of fold.rules) if (startsHere(rule, moment)) start(fold, rule, moment);
}

const endOf = (rule: Rule, moment: Moment): NonNullable<RawClock["ended"]> => ({
  at: timeThen(moment, endPaths[rule.deadline.id] ?? "step"),
  step: moment.step.id,
});

function end(fold: Fold, rule: Rule, moment: Moment): void {
  const open = running(fold, rule.deadline.id);
  if (isAnswer(moment.step.id)) endOne(open, moment);
  else for (const clock of open) clock.ended = endOf(rule, moment);
}

/**
 * Closes the clock of the department that answered. After a new submission the earlier opinions are gone from the record;
 * then nobody can say which department it was, and the clock no longer names one.
 */
function endOne(open: readonly Running[], { step, record, entry }: Moment): void {
  const answers = answeredBy(step.id, record, entry.by);
  const named = open.find((clock) =>
    answers.some((a) => a.department === clock.department && a.at === entry.at),
  );
  const clock = named ?? open.find((c) => answers.some((a) => a.department === c.department)) ?? open[0];
  if (!clock) return;
  clock.ended = { at: entry.at, step: step.id };
  if (!answers.some((answer) => answer.department === clock.department)) delete clock.department;
}

function leave(fold: Fold, rule: Rule, moment: Moment): void {
  const answered = rule.deadline.id === "survey_remind" && allAnswered(moment);
  if (rule.lives.has(moment.entry.to) && !answered) return;
  for (const clock of running(fold, rule.deadline.id)) clock.void = leftAt(moment);
}

const leftAt = ({ entry, step }: Moment): NonNullable<RawClock["void"]> => ({ at: entry.at, step: step.id });

function start(fold: Fold, rule: Rule, moment: Moment): void {
  const asked = departmentsAsked(moment.step.id, moment.record);
  if (asked) startEach(fold, rule, moment, asked);
  else if (rule.deadline.id !== "countermeasure" || !received(fold, rule, moment))
    startOne(fold, rule, moment);
}

/** What started again ends the one that ran: a call was made before a reply was sent again. */
function startOne(fold: Fold, rule: Rule, moment: Moment): void {
  const clock = opened(fold, rule, moment);
  if (!clock) return;
  const now = { at: moment.entry.at, step: moment.step.id };
  for (const earlier of running(fold, rule.deadline.id)) earlier.ended = now;
  if (rule.ends.includes(moment.step.id)) clock.ended = endOf(rule, moment);
  fold.clocks.push(clock);
  if (rule.deadline.id === "ack") fold.clocks.push({ ...clock, deadline: "countermeasure", assumable: true });
}

type Asked = NonNullable<ReturnType<typeof departmentsAsked>>;

function startEach(fold: Fold, rule: Rule, moment: Moment, asked: Asked): void {
  for (const { department, start: own } of asked) {
    const scalar = timeThen(moment, scalarPath(rule, moment));
    const begun = isBy(moment, own) ? own : scalar;
    fold.clocks.push({ ...clockAt(rule, moment, begun), department });
  }
}

const pathOf = (rule: Rule, moment: Moment): string => rule.deadline.start_paths[moment.step.id] ?? "step";
const scalarPath = (rule: Rule, moment: Moment): string => {
  const path = pathOf(rule, moment);
  return path.includes("[]") ? "step" : path;
};

/** A receipt starts the clock that was issued; it moves nothing where one runs already (G-02). */
function received(fold: Fold, rule: Rule, moment: Moment): boolean {
  const signed = fold.rules.find((r) => r.deadline.id === "ack")?.ends.includes(moment.step.id) ?? false;
  const [open] = running(fold, "countermeasure");
  if (!signed || !open) return false;
  if (open.assumable) open.received ??= timeThen(moment, pathOf(rule, moment));
  return true;
}

function clockAt(rule: Rule, moment: Moment, begun: Instant | Day): Running {
  const { step, entry, round, roundOpen, attempt, record } = moment;
  return {
    deadline: rule.deadline.id,
    step: step.id,
    seq: entry.seq,
    start: begun,
    ...(roundOpen ? { round: round + 1 } : {}),
    ...(record.kind === "capa" ? { attempt: attempt + 1 } : {}),
  };
}

/** A new clock, or nothing where there is nothing to be measured. */
function opened(fold: Fold, rule: Rule, moment: Moment): Running | undefined {
  const before = fold.clocks.filter((clock) => clock.deadline === rule.deadline.id);
  const begun = timeThen(
    moment,
    pathOf(rule, moment),
    before.map((clock) => clock.start),
  );
  const clock = clockAt(rule, moment, begun);
  if (rule.deadline.unit === "date") return dated(rule, moment, clock, before);
  const earlier = earlierDay(rule, moment);
  // A date the customer named for a reply that has been sent says nothing about the next one.
  const counts = earlier !== undefined && (earlier >= dayOf(begun) || !before.some((c) => c.ended));
  return counts ? { ...clock, earlier } : clock;
}

const pathFor = (
  paths: string | Readonly<Record<string, string>> | undefined,
  step: string,
): string | undefined => (typeof paths === "string" ? paths : paths?.[step]);

function earlierDay(rule: Rule, moment: Moment): Day | undefined {
  const path = pathFor(rule.deadline.earlier, moment.step.id);
  const value = path === undefined ? undefined : valuesThen(moment, path)[0];
  return typeof value === "string" ? dayOf(value) : undefined;
}

/** Due on the latest day that the proposal names (`max actions[].due`). */
function dated(rule: Rule, moment: Moment, clock: Running, before: readonly Running[]): Running | undefined {
  const path = pathFor(rule.deadline.due_path, moment.step.id)?.replace(/^max /, "");
  const days = path === undefined ? [] : valuesThen(moment, path).filter((day) => typeof day === "string");
  const due = days.map(dayOf).sort().at(-1);
  // A proposal that replaced this one took its place in the record: what was due then can no longer be told.
  const replaced = before.filter((c) => c.round === clock.round && c.attempt === clock.attempt);
  for (const earlier of replaced) earlier.void = leftAt(moment);
  return due === undefined ? undefined : { ...clock, due };
}
