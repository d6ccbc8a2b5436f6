/** Deadlines: the steps they name exist, and the paths they count from. */
import { fieldAt } from "../records/fields.ts";
import type { Deadline, KindModel, SharedModel } from "../records/model.ts";
import { type Finding, finding } from "../words/findings.ts";

const FILE = "schemas/workflows/deadlines.yaml";

/** Faults of the deadlines. */
export function unsoundDeadlines(shared: SharedModel, kinds: readonly KindModel[]): Finding[] {
  const owners = new Map(
    kinds.flatMap((kind) => kind.workflow.steps.map((step) => [step.id, kind] as const)),
  );
  return Object.values(shared.deadlines).flatMap((deadline) => [
    ...unknownSteps(deadline, owners),
    ...unknownStarts(deadline, owners),
    ...unknownClause(deadline, shared),
  ]);
}

type Owners = ReadonlyMap<string, KindModel>;

function unknownSteps(deadline: Deadline, owners: Owners): Finding[] {
  const named = new Set([...deadline.starts, ...deadline.ends, ...Object.keys(deadline.start_paths)]);
  return [...named]
    .filter((step) => !owners.has(step))
    .map((step) => finding("unknown-step", { place: deadline.id, step }, { file: FILE }));
}

/** `max actions[].due` is the latest of several. */
const bare = (path: string): string => path.replace(/^max /, "");

/** Step → path, also where one path holds for every step that starts the clock. */
function pairs(deadline: Deadline, paths: Deadline["earlier"]): [string, string][] {
  if (paths === undefined) return [];
  return typeof paths === "string" ? deadline.starts.map((step) => [step, paths]) : Object.entries(paths);
}

function unknownStarts(deadline: Deadline, owners: Owners): Finding[] {
  const counted = Object.entries(deadline.start_paths).filter(([, path]) => path !== "step");
  const named = [...counted, ...pairs(deadline, deadline.earlier), ...pairs(deadline, deadline.due_path)];
  return named.flatMap(([step, path]) => {
    const kind = owners.get(step);
    if (kind === undefined || fieldAt(kind, bare(path)) !== undefined) return [];
    const params = { kind: kind.workflow.kind, place: deadline.id, path: bare(path) };
    return [finding("path-without-field", params, { path: bare(path), file: FILE })];
  });
}

function unknownClause(deadline: Deadline, shared: SharedModel): Finding[] {
  const { clause, id } = deadline;
  if (clause === undefined || Object.hasOwn(shared.clauses, clause)) return [];
  return [finding("unknown-duty", { kind: "", place: id, clause }, { file: FILE })];
}
