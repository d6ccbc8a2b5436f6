/** The order of keys in a record file, and what is left out of it because it is empty (store.md 2, specification 2.1.2). */
import type { Field, KindModel } from "../domain/records/model.ts";
import { isEmpty } from "../domain/records/paths.ts";
import type { CaseRecord } from "../domain/records/record.ts";

type Fields = Readonly<Record<string, Field>>;
type Values = Readonly<Record<string, unknown>>;

const HISTORY =
  "seq at by role deputy_for event for transition from to note changes documents notified".split(" ");
/** What may be empty: N/A answers, figures of an analysis that do not exist. */
const MAY_BE_EMPTY = new Set(["scores", "previous", "below_limit"]);

/**
 * A copy of a record with its keys in the order of the schema at every depth, unknown ones after them, `history` last,
 * and without what is empty.
 */
export function inOrder(record: CaseRecord, kind: KindModel): CaseRecord {
  const { history, ...rest } = record;
  const ordered = ordering(rest, (name) => kind.fields[name], Object.keys(kind.fields));
  if (!Array.isArray(history))
    return { ...ordered, ...(history === undefined ? {} : { history }) } as unknown as CaseRecord;
  return {
    ...ordered,
    history: history.map((entry) => sorted(entry as unknown as Values, HISTORY)),
  } as never;
}

function ordering(
  value: Values,
  fieldOf: (name: string) => Field | undefined,
  order: readonly string[],
): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [name, child] of Object.entries(sorted(value, order))) {
    const field = fieldOf(name);
    const kept = inner(child, field);
    if (!isEmpty(kept) || mayBeEmpty(name, kept, field)) found[name] = kept;
  }
  return found;
}

const mayBeEmpty = (name: string, value: unknown, field: Field | undefined): boolean =>
  value !== undefined && (MAY_BE_EMPTY.has(name) || (value === null && field?.nullable === true));

function inner(value: unknown, field: Field | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => inner(item, field?.items));
  if (typeof value !== "object" || value === null) return value;
  if (field?.type === "map") return mapped(value as Values, field.items);
  const known: Fields = field?.properties ?? {};
  return ordering(value as Values, (name) => known[name], Object.keys(known));
}

/** The keys of a map are data: they stay as they are, also where their value is N/A. */
const mapped = (value: Values, items: Field | undefined): Values =>
  Object.fromEntries(Object.entries(value).map(([name, child]) => [name, inner(child, items)]));

function sorted(value: Values, order: readonly string[]): Values {
  const names = [...order.filter((name) => Object.hasOwn(value, name)), ...Object.keys(value)];
  return Object.fromEntries(names.map((name) => [name, value[name]]));
}
