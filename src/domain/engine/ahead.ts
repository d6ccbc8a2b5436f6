/** What lies between a record and its end: `close` names every step still to come and who takes it (screens.md 5). */
import { isFinal, stepsFrom } from "../procedure/find-step.ts";
import type { Context } from "../procedure/step.ts";
import type { Step as ModelStep } from "../records/model.ts";
import type { CaseRecord } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";
import { type Asker, openings } from "./openings.ts";
import { stateAfter } from "./taking.ts";

/** Steps of which one is to be taken next: they lead on, and none of them ends the case or turns back. */
type Stage = readonly [ModelStep, ...ModelStep[]];

/**
 * The stages from where the record stands to where its closing step leaves, by the steps that each state waits for.
 * Where the ways part, the first that the procedure names is followed; the others are named beside it.
 */
export function stagesAhead(
  { kind: { workflow } }: Context,
  record: CaseRecord,
  closing: ModelStep,
): Stage[] {
  const stages: Stage[] = [];
  const seen = new Set<string>();
  let state = record.state;
  while (!closing.from.includes(state) && !seen.has(state)) {
    seen.add(state);
    const on = onward({ ...record, state }, closing);
    if (!on) return stages;
    stages.push(on);
    state = stateAfter(on[0], record);
  }
  return stages;

  function onward(now: CaseRecord, end: ModelStep): Stage | undefined {
    const waits = workflow.states.find((one) => one.id === now.state)?.waits ?? [];
    const steps = stepsFrom(workflow, now).filter((step) => waits.includes(step.event) && leadsOn(step, now));
    const ordered = steps.toSorted((a, b) => rank(a, waits, end) - rank(b, waits, end));
    const [first, ...others] = ordered;
    return first && [first, ...others];
  }

  function leadsOn(step: ModelStep, now: CaseRecord): boolean {
    const to = stateAfter(step, now);
    return step.fresh !== true && to !== now.state && !isFinal(workflow, to) && !judgedOtherwise(step, now);
  }
}

/** The way of complaints that were judged the other way is none for this one. */
const judgedOtherwise = ({ gates }: ModelStep, { responsibility }: CaseRecord): boolean =>
  gates.includes(responsibility === "ours" ? "responsibility-not-ours" : "responsibility-ours") &&
  (responsibility === "ours" || responsibility === "not_ours");

/** What leads straight to the end comes first, then as the state names them. */
const rank = (step: ModelStep, waits: readonly string[], end: ModelStep): number =>
  end.from.includes(step.to) ? -1 : waits.indexOf(step.event);

/**
 * Every condition that keeps a record from its closing step, with who can clear it.
 * @returns what hinders the steps open now, then the stages in their order; nothing for a record that has ended
 */
export function conditionsAhead(context: Context, closing: ModelStep, asker: Asker): Finding[] {
  const { record } = context;
  if (!record) return [];
  const [now, ...later] = stagesAhead(context, record, closing);
  if (!now) return [];
  const hindered = openings(context, asker)
    .filter(({ step }) => now[0].id === step.id)
    .flatMap((opening) => opening.findings.filter(({ blame }) => blame !== "missing"));
  return [...hindered, toCome(record, now, "now"), ...later.map((stage) => toCome(record, stage, "later"))];
}

function toCome({ kind, id }: CaseRecord, stage: Stage, when: "now" | "later"): Finding {
  const roles = [
    ...new Set(stage.flatMap((step) => [...step.roles, ...(step.agreed ? [step.agreed.role] : [])])),
  ];
  const events = [...new Set(stage.map((step) => step.event))];
  const clause = stage[0].clauses[0];
  return finding(
    "step-to-come",
    { kind, id, events, roles, when },
    { record: id, ...(clause === undefined ? {} : { clause }) },
  );
}
