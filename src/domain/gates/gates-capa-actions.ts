/** Gates of the actions of a CAPA: proposed and reported (CAPA-05, CAPA-06; 4.6.3.1). */
import { dayOf } from "../calendar/days.ts";
import { listAt, type Measure, textAt } from "../cases/case-shapes.ts";
import type { Gate, GateInput } from "../procedure/gate.ts";
import { type Finding, finding } from "../words/findings.ts";

const PROPOSED = "R-4.6.3.1-01";
const DONE = "R-4.6.3.1-02";

interface Numbered {
  readonly action: Measure;
  /** Its number; its place where it has none. */
  readonly no: number;
  readonly path: string;
}

const numbered = (actions: readonly Measure[]): Numbered[] =>
  actions.map((action, i) => ({ action, no: action.no ?? i + 1, path: `actions[${i}]` }));
const actionsOf = (input: GateInput): Numbered[] => numbered(listAt<Measure>(input.record, "actions"));
const at = (input: GateInput, path: string, clause: string) => ({ record: input.record.id, path, clause });

/** What of an action is still empty. */
function missing(
  input: GateInput,
  one: Numbered,
  keys: readonly (keyof Measure)[],
  clause: string,
): Finding[] {
  return keys
    .filter((key) => one.action[key] === undefined)
    .map((key) => {
      const path = `${one.path}.${key}`;
      return finding("field-missing", { kind: "capa", path }, at(input, path, clause));
    });
}

/** Something is to be corrected (CAPA-05). */
const correctiveActionPresent: Gate = (input) => {
  const actions = actionsOf(input);
  if (actions.length === 0 || actions.some(({ action }) => action.type === "corrective")) return [];
  return [finding("no-corrective-action", { kind: "capa", path: "actions" }, at(input, "actions", PROPOSED))];
};

/** Who does it until when, not before it was proposed (CAPA-05). */
const actionsHaveOwnerAndDue: Gate = (input) => actionsOf(input).flatMap((one) => judgeDue(input, one));

function judgeDue(input: GateInput, one: Numbered): Finding[] {
  const empty = missing(input, one, ["owner", "due"], PROPOSED);
  const at_ = textAt(input.record, "proposed_at");
  const { due } = one.action;
  if (due === undefined || at_ === undefined || due >= dayOf(at_)) return empty;
  const params = { no: one.no, due, proposed: dayOf(at_) };
  return [...empty, finding("due-before-proposal", params, at(input, `${one.path}.due`, PROPOSED))];
}

/** Each action says which cause it answers, by its place among the causes, from 1 (CAPA-05). */
const actionsAnswerACause: Gate = (input) => {
  const causes = listAt(input.record, "causes").length;
  return actionsOf(input).flatMap((one) => {
    const { against } = one.action;
    if (against === undefined) return missing(input, one, ["against"], PROPOSED);
    if (Number.isInteger(against) && against >= 1 && against <= causes) return [];
    return [
      finding(
        "action-answers-no-cause",
        { no: one.no, against, causes },
        at(input, `${one.path}.against`, PROPOSED),
      ),
    ];
  });
};

/** Actions can be told apart: completion is reported by their numbers (CAPA-05, CAPA-06). */
const actionNumbersDiffer: Gate = (input) =>
  actionsOf(input)
    .filter(({ no }, i, all) => all.findIndex((other) => other.no === no) !== i)
    .map((one) => finding("action-number-twice", { no: one.no }, at(input, `${one.path}.no`, PROPOSED)));

/** Actions that were proposed and are no longer in the list: what was proposed once stays, also where it is added to (update). */
const leftOut = (input: GateInput): Finding[] => {
  const now = actionsOf(input);
  return numbered(listAt<Measure>(input.before, "actions"))
    .filter(({ no }) => !now.some((one) => one.no === no))
    .map(({ no }) => finding("action-left-out", { no }, at(input, "actions", DONE)));
};

/** Every action that was proposed is listed, done with evidence or dropped with a reason (CAPA-06). */
const proposedActionsSettled: Gate = (input) => [
  ...leftOut(input),
  ...actionsOf(input).flatMap((one) => judgeSettled(input, one)),
];

function judgeSettled(input: GateInput, one: Numbered): Finding[] {
  const { status } = one.action;
  if (status === "dropped") return missing(input, one, ["drop_reason"], DONE);
  const open = missing(input, one, ["done_at", "evidence"], DONE);
  if (status === undefined || status === "done") return open;
  return [
    ...open,
    finding("action-unsettled", { no: one.no, status }, at(input, `${one.path}.status`, DONE)),
  ];
}

export const actionGates = {
  "corrective-action-present": correctiveActionPresent,
  "actions-have-owner-and-due": actionsHaveOwnerAndDue,
  "actions-answer-a-cause": actionsAnswerACause,
  "action-numbers-differ": actionNumbersDiffer,
  "proposed-actions-kept": leftOut,
  "proposed-actions-settled": proposedActionsSettled,
} satisfies Record<string, Gate>;
