/** Whatever a step writes that names another record or a person must exist (INV-21). */

import type { Context } from "../procedure/step.ts";
import { fieldAt } from "../records/fields.ts";
import type { Field } from "../records/model.ts";
import { getAt } from "../records/paths.ts";
import type { CaseRecord } from "../records/record.ts";
import type { Finding } from "../words/findings.ts";
import { unknownReference } from "./asked.ts";

/**
 * References among the paths a step wrote that lead nowhere, or to a record of another kind.
 * @param context people and the other records at the same commit
 * @param record the record as it would stand
 * @param written paths that the step wrote
 */
export function unknownReferences(
  context: Context,
  record: CaseRecord,
  written: readonly string[],
): Finding[] {
  return [...new Set(written)].flatMap((path) =>
    referencesIn(fieldAt(context.kind, path), getAt(record, path), path)
      .filter((named) => !exists(context, record, named))
      .map((named) => unknownReference(record, named.path, named.id)),
  );
}

interface Named {
  readonly path: string;
  readonly id: string;
  readonly kinds: readonly string[];
}

function exists(context: Context, record: CaseRecord, { id, kinds }: Named): boolean {
  if (kinds.includes("staff")) return context.people.some((person) => person.id === id);
  if (id === record.id || !isNumber(context, id)) return true;
  const kind = context.facts.record(id)?.kind;
  return kind !== undefined && kinds.includes(kind);
}

/** Words instead of a number (`unknown`, the name of a prospect) are judged by the schema alone. */
const isNumber = ({ shared }: Context, id: string): boolean =>
  Object.values(shared.kinds).some(({ number }) => id.startsWith(`${number.prefix}-`));

function referencesIn(field: Field | undefined, value: unknown, path: string): Named[] {
  if (field === undefined || value === undefined || value === null) return [];
  if (field.refs !== undefined && typeof value === "string") return [{ path, id: value, kinds: field.refs }];
  if (Array.isArray(value))
    return value.flatMap((item, i) => referencesIn(field.items, item, `${path}[${i}]`));
  if (typeof value !== "object") return [];
  return Object.entries(field.properties ?? {}).flatMap(([key, child]) =>
    referencesIn(child, (value as Record<string, unknown>)[key], `${path}.${key}`),
  );
}
