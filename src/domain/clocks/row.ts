/** What the index keeps of a record, so that lists, work lists and traces need not read the record itself. Plain JSON. */

import type { Settings } from "../procedure/step.ts";
import type { Field, KindModel, SharedModel } from "../records/model.ts";
import type { CaseRecord, Id, Instant, Kind } from "../records/record.ts";
import type { RawClock } from "./clock.ts";
import { foldClocks } from "./clocks.ts";
import type { Wait } from "./wait.ts";
import { stepsAwaited, waitsOf } from "./waits.ts";

export type Cell = string | number | boolean;
/** Another record that a field names; the path is without places in lists (`decisions[].case`). */
export interface Ref {
  readonly path: string;
  readonly id: Id;
}

export interface Row {
  readonly id: Id;
  readonly kind: Kind;
  readonly state: string;
  /** The case has ended. */
  readonly final: boolean;
  readonly title?: string;
  readonly customer_id?: Id;
  readonly created_at: Instant;
  /** Time of the last step. */
  readonly at: Instant;
  /** Simple values at the top of the record that do not stand in the row already; texts cut. */
  readonly cells: Readonly<Record<string, Cell>>;
  readonly clocks: readonly RawClock[];
  readonly waits: readonly Wait[];
  readonly refs: readonly Ref[];
}

const CUT = 200;
const IN_ROW = ["id", "kind", "state", "title", "customer_id", "created_at"];

/** The row of a record: depends on the record, the procedure and the settings alone, on no day and no calendar. */
export function rowOf(kind: KindModel, shared: SharedModel, settings: Settings, record: CaseRecord): Row {
  const clocks = foldClocks(kind, shared, settings, record);
  const { title, customer_id, created_at } = record as {
    title?: string;
    customer_id?: Id;
    created_at?: Instant;
  };
  return {
    id: record.id,
    kind: record.kind,
    state: record.state,
    final: kind.workflow.states.some((state) => state.id === record.state && state.final === true),
    ...(title === undefined ? {} : { title }),
    ...(customer_id === undefined ? {} : { customer_id }),
    created_at: created_at ?? record.history[0]?.at ?? "",
    at: record.history.at(-1)?.at ?? "",
    cells: cellsOf(record),
    clocks,
    waits: waitsOf(kind, settings, record, stepsAwaited(shared, clocks)),
    refs: refsOf(kind, record),
  };
}

function cellsOf(record: CaseRecord): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  for (const [key, value] of Object.entries(record)) {
    if (IN_ROW.includes(key)) continue;
    if (typeof value === "string") cells[key] = [...value].slice(0, CUT).join("");
    else if (typeof value === "number" || typeof value === "boolean") cells[key] = value;
  }
  return cells;
}

/** A simple value of a row by the path of the field; undefined for what only the record itself holds. */
export function cellAt(row: Row, path: string): Cell | undefined {
  return IN_ROW.includes(path) ? (row as unknown as Record<string, Cell | undefined>)[path] : row.cells[path];
}

/** Other records that the fields name, at any depth; persons are none. */
export function refsOf(kind: KindModel, record: CaseRecord): Ref[] {
  const found = Object.entries(kind.fields).flatMap(([key, field]) =>
    mayName(field) ? refsIn(field, record[key], key) : [],
  );
  const source = record["source"] as { id?: string } | undefined;
  // The source of a CAPA is free text where it comes from an audit; else it is a record.
  if (source?.id !== undefined && RECORD_ID.test(source.id)) found.push({ path: "source.id", id: source.id });
  const seen = new Set<string>();
  return found.filter(({ path, id }) => !seen.has(`${path} ${id}`) && seen.add(`${path} ${id}`));
}

const RECORD_ID = /^[A-Z]{3,4}-\d{4}(H[12])?(-\d+)*$/;
const namesRecords = (field: Field): boolean => field.refs?.some((kind) => kind !== "staff") ?? false;

const naming = new WeakMap<Field, boolean>();

/** Can a record be named in the field or below it? Most fields of a record need not be looked into. */
function mayName(field: Field): boolean {
  const below = [...Object.values(field.properties ?? {}), ...(field.items ? [field.items] : [])];
  const found = naming.get(field) ?? (namesRecords(field) || below.some(mayName));
  naming.set(field, found);
  return found;
}

function refsIn(field: Field, value: unknown, path: string): Ref[] {
  if (typeof value === "string") return namesRecords(field) ? [{ path, id: value }] : [];
  if (Array.isArray(value)) return value.flatMap((item) => refsInItem(field, item, path));
  if (typeof value !== "object" || value === null) return [];
  const properties = Object.entries(field.properties ?? {});
  return properties.flatMap(([key, inner]) =>
    refsIn(inner, (value as Record<string, unknown>)[key], `${path}.${key}`),
  );
}

const refsInItem = ({ items }: Field, item: unknown, path: string): Ref[] =>
  items ? refsIn(items, item, isNested(items) ? `${path}[]` : path) : [];

/** A list of objects shows in the path (`decisions[].case`), a list of numbers does not (`capa_ids`). */
const isNested = (item: Field): boolean => item.properties !== undefined;
