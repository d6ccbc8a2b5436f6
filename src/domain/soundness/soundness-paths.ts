/** Paths in a workflow: each must name a field of the kind's schema. */
import { fieldAt } from "../records/fields.ts";
import type { KindModel, Step, Workflow } from "../records/model.ts";
import { type Finding, finding } from "../words/findings.ts";
import { workflowPath } from "./soundness-states.ts";

interface Named {
  /** Step id, or the key of the workflow. */
  readonly place: string;
  readonly path: string;
}

/** Paths of a kind's workflow that name no field. */
export function unknownPaths(kind: KindModel): Finding[] {
  const { workflow } = kind;
  const named = [...pathsOfWorkflow(workflow), ...workflow.steps.flatMap(pathsOfStep)];
  return named
    .filter(({ path }) => fieldAt(kind, path) === undefined)
    .map(({ place, path }) =>
      finding(
        "path-without-field",
        { kind: workflow.kind, place, path },
        { path, file: workflowPath(workflow.kind) },
      ),
    );
}

const at = (place: string, paths: readonly (string | undefined)[]): Named[] =>
  paths.flatMap((path) => (path === undefined ? [] : [{ place, path }]));

function pathsOfWorkflow(workflow: Workflow): Named[] {
  return [
    ...at("anytime", [...workflow.anytime, ...Object.keys(workflow.anytime_in)]),
    ...at("computed", workflow.computed),
    ...at("event_fields", workflow.event_fields),
    ...at("responsible", [workflow.responsible]),
    ...at("title_from", [workflow.title_from]),
    ...at("form_numbers", Object.keys(workflow.form_numbers ?? {})),
  ];
}

/** Every path that a step names, wherever. */
function pathsOfStep(step: Step): Named[] {
  const { attempt } = step;
  return at(step.id, [
    ...step.needs,
    ...step.may,
    ...Object.keys({ ...step.when, ...step.says, ...step.defaults }),
    ...(step.empties ?? []),
    ...(step.signs ?? []),
    ...(step.signers ?? []).map((signer) => signer.path),
    step.agreed?.path,
    ...(attempt === undefined ? [] : [...attempt.moves, ...attempt.copies, attempt.reason]),
  ]);
}
