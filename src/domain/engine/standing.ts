/** What steps already taken have shown stays shown: an addition or a correction may not break it (engine.md 4, INV-24). */

import { gates } from "../gates/gates.ts";
import { isFinal } from "../procedure/find-step.ts";
import { fieldAt } from "../records/fields.ts";
import type { Step as ModelStep, Workflow } from "../records/model.ts";
import { covers, getAt, isFilled } from "../records/paths.ts";
import type { CaseRecord, HistoryEntry } from "../records/record.ts";
import { type Finding, finding, isError } from "../words/findings.ts";
import { updatable } from "./common-steps.ts";
import { changed, gateInput } from "./judging.ts";
import type { Taking } from "./taking.ts";
import type { Draft } from "./writing.ts";

/** Steps on which the record stands as it is: those that a later step led back over no longer count. */
export function standingSteps(workflow: Workflow, history: readonly HistoryEntry[]): ModelStep[] {
  return history
    .filter((entry) => entry.from !== entry.to)
    .reduce<ModelStep[]>((standing, entry) => {
      const step = workflow.steps.find((one) => one.id === entry.transition);
      const back = standing.findIndex((one) => one.from.includes(entry.to));
      const kept = back < 0 ? standing : standing.slice(0, back);
      return step ? [...kept, step] : kept;
    }, []);
}

/** What a correction would take away from, or say against, the steps on which the record stands. */
export function brokenBy(taking: Taking, before: CaseRecord, draft: Draft): Finding[] {
  const { workflow } = taking.context.kind;
  const steps = standingSteps(workflow, before.history);
  const kind = workflow.kind;
  const listAt = (path: string): string => fieldAt(taking.context.kind, path)?.enum ?? "";
  const needed = [...new Set(steps.flatMap((step) => step.needs))]
    .filter((path) => isFilled(before, path) && !isFilled(draft.record, path))
    .map((path) => finding("still-needed", { kind, path }, { path }));
  const said = steps.flatMap((step) =>
    Object.entries(step.says ?? {})
      .filter(([path, value]) => getAt(before, path) === value && changed(before, draft.record, path))
      .map(([path, value]) =>
        finding("event-says", { kind, event: step.event, path, list: listAt(path), value }, { path }),
      ),
  );
  return [...needed, ...said, ...steps.flatMap((model) => newlyBroken({ ...taking, model }, before, draft))];
}

/** Reasons that a gate of a step gives now and would not have given before. */
function newlyBroken(taking: Taking, before: CaseRecord, draft: Draft): Finding[] {
  const old = new Set(judge(taking, { ...draft, record: before }).map(nameOf));
  return judge(taking, draft).filter(
    (found) => !old.has(nameOf(found)) && canBeMended(taking, before, found),
  );
}

const nameOf = (found: Finding): string => `${found.code} ${found.path ?? ""}`;

const judge = (taking: Taking, draft: Draft): Finding[] => {
  const input = gateInput(taking, draft);
  return taking.model.gates.flatMap((name) => gates[name]?.(input) ?? []).filter(isError);
};

/** A field that is missing now counts only where somebody can still fill it: by `update`, or by not emptying it. */
function canBeMended(taking: Taking, before: CaseRecord, { blame, path }: Finding): boolean {
  if (blame !== "missing" || path === undefined) return true;
  const { workflow } = taking.context.kind;
  const open = isFinal(workflow, before.state) ? [] : updatable(workflow, before);
  return isFilled(before, path) || open.some((owner) => covers(owner, path) || covers(path, owner));
}
