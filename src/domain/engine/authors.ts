/** Who signed what: a correction changes what was said, never who said it (specification 2.1.2, Who and when). */

import type { Field, KindModel } from "../records/model.ts";
import { getAt, isFilled, parsePath } from "../records/paths.ts";
import type { CaseRecord } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";

/** Has the field a place for who and when? */
export const isAuthored = (field: Field | undefined): boolean =>
  field?.properties?.["by"] !== undefined && field.properties["at"] !== undefined;

/** Is the part one that somebody signed before and that still bears their name? */
export function isSignedAlready(before: CaseRecord | null, after: CaseRecord, path: string): boolean {
  const list = path.endsWith("[-1]") ? path.slice(0, -"[-1]".length) : undefined;
  if (list !== undefined && lengthAt(before, list) !== lengthAt(after, list)) return false;
  const by = getAt(before, `${path}.by`);
  return by !== undefined && by === getAt(after, `${path}.by`);
}

const lengthAt = (record: CaseRecord | null, path: string): number =>
  ((getAt(record, path) as unknown[] | undefined) ?? []).length;

interface Corrected {
  readonly record: CaseRecord;
  readonly written: readonly string[];
}

/** Names of signers that a correction would exchange or take away. */
export function authorsChanged(kind: KindModel, before: CaseRecord, draft: Corrected): Finding[] {
  const roots = [...new Set(draft.written.map((path) => String(parsePath(path)?.[0])))];
  const inside = roots.flatMap((root) => authorsIn(kind.fields[root], before[root], root));
  const named = kind.workflow.steps.flatMap((step) =>
    Object.entries(step.defaults ?? {}).flatMap(([path, rule]) => (rule === "$by" ? [path] : [])),
  );
  return [...new Set([...inside, ...named])]
    .filter((path) => isFilled(before, path) && getAt(before, path) !== getAt(draft.record, path))
    .map((path) => finding("signature-stands", { kind: kind.workflow.kind, path }, { path }));
}

/** Where names of signers stand below a value. */
function authorsIn(field: Field | undefined, value: unknown, path: string): string[] {
  if (field === undefined || typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => authorsIn(field.items, item, `${path}[${i}]`));
  const own = isAuthored(field) ? [`${path}.by`] : [];
  const inner = Object.entries(field.properties ?? {}).flatMap(([key, child]) =>
    authorsIn(child, (value as Record<string, unknown>)[key], `${path}.${key}`),
  );
  return [...own, ...inner];
}
