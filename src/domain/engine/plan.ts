/**
 * The engine: what a step makes of a record, or every reason why it may not be taken (engine.md).
 * `plan` is the only function that produces a new record; open, advance, close, correct, demo and audit go through it.
 */
import { dayOf } from "../calendar/workdays.ts";
import { authorise, type Held } from "../procedure/actor.ts";
import { findStep } from "../procedure/find-step.ts";
import type { Context, Planned, Refused, Step } from "../procedure/step.ts";
import type { Step as ModelStep } from "../records/model.ts";
import { type Finding, isError } from "../words/findings.ts";
import { planAgreement } from "./plan-agreement.ts";
import { planCommon } from "./plan-common.ts";
import { planSignature } from "./plan-signature.ts";
import { planTransition } from "./plan-transition.ts";
import type { Taking } from "./taking.ts";
import { checkTimes } from "./times.ts";

/**
 * Plans a step.
 * @param context the procedure, the record before (null to create one), people, calendar, other records, settings, now
 * @param given who wishes to take which event, when, with which values
 * @returns the new record with its history entry and what follows from it; or all reasons why not
 */
export function plan(context: Context, given: Step): Planned {
  const step = told(given);
  const found = findStep(context.kind.workflow, context.shared, context.record, step.event);
  if (!("step" in found)) return refuse(found.findings);
  const may = mayTake(context, step, found.step);
  if ("findings" in may) return refuse([...may.findings, ...found.findings]);
  const times = checkTimes(
    { ...step, now: context.now, calendar: context.calendar, settings: context.settings },
    context.record,
  );
  const taken = take({ context, step, model: found.step, held: may.held });
  const said = taken.ok ? [] : taken.findings;
  const standing = found.findings.length > 0 ? said.filter(standsAnyway) : said;
  const errors = [...found.findings, ...times, ...standing];
  if (!errors.some(isError)) return taken;
  return taken.ok || !taken.draft ? refuse(errors) : { ...refuse(errors), draft: taken.draft };
}

/** A note of nothing but blanks says nothing. */
function told({ note, ...step }: Step): Step {
  return note === undefined || note.trim() === "" ? step : { ...step, note };
}

/** Each reason once, also where two rules see the same fault. */
function refuse(findings: readonly Finding[]): Refused {
  const told = new Map(
    findings.map((found) => [JSON.stringify([found.code, found.path, found.params]), found]),
  );
  return { ok: false, findings: [...told.values()] };
}

/** From another state, what the step will need is not asked yet: no field, no place to write to, no second signature. */
const standsAnyway = (found: Finding): boolean =>
  found.blame !== "missing" && !["path-does-not-fit", "signed-already"].includes(found.code);

function mayTake(context: Context, step: Step, model: ModelStep): { held: Held } | { findings: Finding[] } {
  if (isCommon(context, model)) return { held: { role: "", department: "" } };
  const { workflow } = context.kind;
  const asking = {
    people: context.people,
    workflow,
    record: context.record,
    by: step.by,
    day: dayOf(context.now),
  };
  return authorise(step.role === undefined ? asking : { ...asking, role: step.role }, model);
}

/** Who may take a common step depends on the fields it writes: `planCommon` judges that. */
const isCommon = (context: Context, model: ModelStep): boolean =>
  context.shared.common.some((common) => common.event === model.event && common.id === model.id);

function take(taking: Taking): Planned {
  const { context, model, held } = taking;
  if (isCommon(context, model)) return planCommon(taking);
  if (model.agreed?.role === held.role) return planAgreement(taking);
  return model.signers ? planSignature(taking) : planTransition(taking);
}
