/** Labels: every field, state, step, list entry and deadline has a Chinese and an English one; lists and roles exist. */

import type { Field, KindModel, SharedModel } from "../records/model.ts";
import type { Label } from "../records/record.ts";
import { KINDS } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";
import { workflowPath } from "./soundness-states.ts";

const isLabelled = (label: Partial<Label> | undefined): boolean =>
  Boolean(label?.zh?.trim()) && Boolean(label?.en?.trim());

/** Who fills a field when it is no role of the procedure. */
const NO_ROLE = new Set(["creator", "any"]);

/** Fields, states and steps of a kind without label, and fields whose list, role or record kind does not exist. */
export function unlabelledFields(kind: KindModel, shared: SharedModel): Finding[] {
  const { workflow, fields } = kind;
  const named: [string, Partial<Label>][] = [
    [workflow.kind, workflow],
    ...workflow.states.map((state): [string, Label] => [state.id, state]),
    ...workflow.steps.map((step): [string, Label] => [step.id, step]),
  ];
  return [
    ...missing(workflow.kind, named, workflowPath(workflow.kind)),
    ...Object.entries(fields).flatMap(([key, field]) =>
      judgeField({ kind: workflow.kind, shared }, key, field),
    ),
  ];
}

interface Judge {
  readonly kind: string;
  readonly shared: SharedModel;
}

function judgeField(judge: Judge, path: string, field: Field): Finding[] {
  const file = `schemas/${judge.kind}.schema.json`;
  const inner = Object.entries(field.properties ?? {}).flatMap(([key, child]) =>
    judgeField(judge, `${path}.${key}`, child),
  );
  const items = Object.entries(field.items?.properties ?? {}).flatMap(([key, child]) =>
    judgeField(judge, `${path}[].${key}`, child),
  );
  const lists = [field, ...(field.items ? [field.items] : [])].flatMap((one) =>
    unknownLists(judge, path, one),
  );
  return [...missing(judge.kind, [[path, field.label ?? {}]], file), ...lists, ...inner, ...items];
}

function unknownLists({ kind, shared }: Judge, place: string, field: Field): Finding[] {
  const where = { path: place, file: `schemas/${kind}.schema.json` };
  const known = new Set<string>([...KINDS, "staff"]);
  const lists = field.enum !== undefined && shared.enums[field.enum] === undefined ? [field.enum] : [];
  const kinds = (field.refs ?? []).filter((ref) => !known.has(ref));
  const { role } = field;
  const badRole =
    role !== undefined && !NO_ROLE.has(role) && !Object.hasOwn(shared.enums["role"] ?? {}, role);
  return [
    ...lists.map((key) => finding("unknown-key", { kind, place, list: "enums", key }, where)),
    ...kinds.map((key) => finding("unknown-key", { kind, place, list: "kinds", key }, where)),
    ...(badRole ? [finding("unknown-key", { kind, place, list: "role", key: role }, where)] : []),
  ];
}

function missing(
  kind: string,
  named: readonly (readonly [string, Partial<Label>])[],
  file: string,
): Finding[] {
  return named
    .filter(([, label]) => !isLabelled(label))
    .map(([place]) => finding("label-missing", { kind, place }, { file }));
}

/** Entries of lists, deadlines, common steps and clauses without label. */
export function unlabelledShared(shared: SharedModel): Finding[] {
  const lists = Object.entries(shared.enums).flatMap(([name, list]) =>
    Object.entries(list).map(([key, label]): [string, Label] => [`${name}.${key}`, label]),
  );
  const steps = shared.common.map((step): [string, Label] => [step.id, step]);
  return [
    ...missing("", lists, "schemas/enums.schema.json"),
    ...missing("", Object.entries(shared.deadlines), "schemas/workflows/deadlines.yaml"),
    ...missing("", steps, "schemas/workflows/common.yaml"),
    ...missing("", Object.entries(shared.clauses), "schemas/requirements.yaml"),
  ];
}
