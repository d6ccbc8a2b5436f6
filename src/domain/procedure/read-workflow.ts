/** From workflow files to workflows: what YAML leaves out is filled in as empty. */

import type { Numbering, State, Step, Workflow } from "../records/model.ts";
import type { Json, Label } from "../records/record.ts";
import type { JsonMap } from "./read-fields.ts";
import { asMap } from "./read-fields.ts";

/** A step as its file says it; lists that are left out are empty. */
export function readStep(raw: Json): Step {
  const said = (asMap(raw) ?? {}) as unknown as Step;
  return {
    ...said,
    from: said.from ?? [],
    roles: said.roles ?? [],
    needs: said.needs ?? [],
    may: said.may ?? [],
    gates: said.gates ?? [],
    documents: said.documents ?? [],
    notify: said.notify ?? [],
    clauses: said.clauses ?? [],
  };
}

export const readSteps = (file: JsonMap): Step[] =>
  Array.isArray(file["steps"]) ? file["steps"].map(readStep) : [];

/** A workflow file as the engine sees it: states in order, with their ids. */
export function readWorkflow(file: JsonMap): Workflow {
  const said = file as unknown as Workflow;
  const states = Object.entries(asMap(file["states"]) ?? {}).map(
    ([id, state]) => ({ id, ...asMap(state) }) as unknown as State,
  );
  return {
    ...said,
    states,
    steps: readSteps(file),
    anytime: said.anytime ?? [],
    anytime_in: said.anytime_in ?? {},
    computed: said.computed ?? [],
    event_fields: said.event_fields ?? [],
  };
}

/** What other kinds need to know of a kind: its name, its folder, its numbers. */
export function readHead(file: JsonMap): Label & { folder: string; number: Numbering } {
  const { zh, en, folder, number } = file as unknown as Workflow;
  return { zh, en, folder, number };
}
