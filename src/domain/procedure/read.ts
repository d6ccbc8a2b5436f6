/** The procedure from its files (`schemas/`): what all kinds share, and one kind at a time. */

import type { Deadline, KindModel, Requirement, SharedModel } from "../records/model.ts";
import { type Json, KINDS, type Kind, type Label } from "../records/record.ts";
import { asMap, type JsonMap, type ProcedureFiles, part, readFields } from "./read-fields.ts";
import { readHead, readSteps, readWorkflow } from "./read-workflow.ts";

/**
 * What all kinds share: lists of values, deadlines, common steps, duties, and the head of every workflow.
 * @param files path below `schemas/` → parsed content
 * @throws procedure-incomplete for a file that is missing
 */
export function readShared(files: ProcedureFiles): SharedModel {
  const duties = part(files, "requirements.yaml");
  const heads = KINDS.map((kind) => [kind, readHead(part(files, workflowFile(kind)))] as const);
  return {
    enums: readEnums(part(files, "enums.schema.json")),
    deadlines: withIds<Deadline>(part(files, "workflows/deadlines.yaml")),
    common: readSteps(part(files, "workflows/common.yaml")),
    requirements: withIds<Requirement>(asMap(duties["requirements"]) ?? {}),
    clauses: (asMap(duties["clauses"]) ?? {}) as unknown as Readonly<Record<string, Label>>,
    kinds: Object.fromEntries(heads) as SharedModel["kinds"],
  };
}

/**
 * One kind: its workflow and its fields.
 * @param files path below `schemas/` → parsed content; besides the kind's own files enums and common parts
 * @throws procedure-incomplete for a file that is missing
 */
export function readKind(kind: Kind, files: ProcedureFiles): KindModel {
  return {
    workflow: readWorkflow(part(files, workflowFile(kind))),
    fields: readFields(files, schemaFile(kind)),
  };
}

/** `workflows/complaint.yaml`. */
export const workflowFile = (kind: Kind): string => `workflows/${kind}.yaml`;
/** `complaint.schema.json`. */
export const schemaFile = (kind: Kind): string => `${kind}.schema.json`;

function readEnums(file: JsonMap): SharedModel["enums"] {
  const lists = Object.entries(asMap(file["$defs"]) ?? {}).map(([name, list]) => [
    name,
    asMap(list)?.["x-labels"] ?? {},
  ]);
  return Object.fromEntries(lists) as SharedModel["enums"];
}

const withIds = <T>(map: JsonMap): Readonly<Record<string, T>> =>
  Object.fromEntries(
    Object.entries(map).map(([id, value]: [string, Json]) => [id, { id, ...asMap(value) } as T]),
  );
