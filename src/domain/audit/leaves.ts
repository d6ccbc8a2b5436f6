/** Every simple value of a record with its field: what references and times are looked for in. */
import type { Field, KindModel } from "../records/model.ts";
import type { CaseRecord } from "../records/record.ts";

export interface Leaf {
  readonly path: string;
  readonly field: Field;
  readonly value: unknown;
}

/** The leaves of a record in the order of its form; what the schema does not know is left out. */
export const leavesOf = (kind: KindModel, record: CaseRecord): Leaf[] =>
  Object.entries(kind.fields).flatMap(([key, field]) => below(field, record[key], key));

function below(field: Field | undefined, value: unknown, path: string): Leaf[] {
  if (field === undefined || value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => below(field.items, item, `${path}[${i}]`));
  if (typeof value !== "object") return [{ path, field, value }];
  return Object.entries(value).flatMap(([key, inner]) => below(childOf(field, key), inner, `${path}.${key}`));
}

const childOf = (field: Field, key: string): Field | undefined =>
  field.type === "map" ? field.items : field.properties?.[key];
