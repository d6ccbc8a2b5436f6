/**
 * Is the procedure in `schemas/` sound? Every name is answered, every state is reached, every case can end.
 * JSON schemas check the shape of the files; this checks what stands between them.
 */

import type { KindModel, SharedModel } from "../records/model.ts";
import type { Finding } from "../words/findings.ts";
import { finding } from "../words/findings.ts";
import { unlabelledFields, unlabelledShared } from "./soundness-labels.ts";
import { type Code, unknownNames } from "./soundness-names.ts";
import { unknownPaths } from "./soundness-paths.ts";
import { unsoundDeadlines } from "./soundness-shared.ts";
import { unsoundStates } from "./soundness-states.ts";

/**
 * Every fault of the procedure, all at once.
 * @param shared what all kinds share
 * @param kinds every kind that is to be checked; deadlines are checked against these
 * @param gateNames the gates that code knows
 * @param computeNames the computations that code knows
 */
export function soundness(
  shared: SharedModel,
  kinds: readonly KindModel[],
  gateNames: readonly string[],
  computeNames: readonly string[],
): Finding[] {
  const code: Code = { gates: new Set(gateNames), computes: new Set(computeNames) };
  return [
    ...kinds.flatMap((kind) => [
      ...unsoundStates(kind),
      ...unknownNames(kind, shared, code),
      ...unknownPaths(kind),
      ...unlabelledFields(kind, shared),
    ]),
    ...stepsTwice(kinds),
    ...unsoundDeadlines(shared, kinds),
    ...unlabelledShared(shared),
  ];
}

function stepsTwice(kinds: readonly KindModel[]): Finding[] {
  const ids = kinds.flatMap((kind) => kind.workflow.steps.map((step) => step.id));
  const twice = new Set(ids.filter((id, i) => ids.indexOf(id) !== i));
  return [...twice].map((step) => finding("step-twice", { step }, { file: "schemas/workflows" }));
}
