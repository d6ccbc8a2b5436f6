/** What a change of an amendment means in the order: which place, which value (specification 3.17, ORD-13). */
import { getAt, setAt } from "../records/paths.ts";
import type { CaseRecord, Json } from "../records/record.ts";

/** Departments that always receive the production notice (5.9, ORD-11). */
export const RECEIVERS = ["production", "pmc", "quality", "purchasing", "warehouse"] as const;

export interface Change {
  readonly item: string;
  readonly line?: number;
  readonly before?: Json;
  readonly after?: Json;
}

const ON_THE_LINE: Readonly<Record<string, string>> = {
  quantity: "quantity",
  delivery_date: "delivery_date",
  specification: "drawing_rev",
  material: "material",
  price: "unit_price",
  cancel_line: "quantity",
};
const ON_THE_ORDER: Readonly<Record<string, string>> = {
  packaging: "packaging",
  payment: "payment_terms",
  ship_to: "ship_to",
};

export const changesOf = (amendment: CaseRecord): readonly Change[] =>
  (amendment["changes"] as Change[] | undefined) ?? [];

/** Index of the order line that a change names; the only line where it names none. */
function lineIndex(order: CaseRecord, change: Change): number {
  const lines = (order["lines"] as { line?: number }[] | undefined) ?? [];
  if (change.line === undefined) return lines.length === 1 ? 0 : -1;
  return lines.findIndex((line, i) => (line.line ?? i + 1) === change.line);
}

/**
 * The place in the order that a change is about.
 * @returns a path; null for what is only noted (process, other); undefined when the order has no such line
 */
export function placeOf(order: CaseRecord, change: Change): string | null | undefined {
  const onOrder = ON_THE_ORDER[change.item];
  if (onOrder !== undefined) return onOrder;
  const onLine = ON_THE_LINE[change.item];
  if (onLine === undefined) return null;
  const index = lineIndex(order, change);
  return index < 0 ? undefined : `lines[${index}].${onLine}`;
}

/** The value after the change; a cancelled line has quantity 0. */
export const valueAfter = (change: Change): Json =>
  change.item === "cancel_line" ? 0 : (change.after ?? null);

/** The order's own delivery date follows its lines where it named the same day. */
function withDeliveryDate(order: CaseRecord, change: Change): CaseRecord {
  const lines = (order["lines"] as { delivery_date?: string }[] | undefined) ?? [];
  const moved = change.item === "delivery_date" && order["delivery_date"] === change.before;
  const all = lines.every((line) => line.delivery_date === change.after);
  return moved && all && typeof change.after === "string" ? { ...order, delivery_date: change.after } : order;
}

/** The order with the changes carried out, except at places that `keep` names. */
export function applied(
  order: CaseRecord,
  changes: readonly Change[],
  keep: (path: string) => boolean,
): CaseRecord {
  return changes.reduce((now, change) => {
    const place = placeOf(now, change);
    if (!place || keep(place) || getAt(now, place) === valueAfter(change)) return now;
    const next = setAt(now, place, valueAfter(change)) ?? now;
    return keep("delivery_date") ? next : withDeliveryDate(next, change);
  }, order);
}
