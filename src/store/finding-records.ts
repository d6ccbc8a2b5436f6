/** From what a person typed to a record: a whole number, or a beginning that only one number has. */

import type { Row } from "../domain/clocks/row.ts";
import { near } from "../domain/records/nearest.ts";
import type { Id } from "../domain/records/record.ts";
import { refusal } from "../domain/words/refusals.ts";
import type { Index } from "./index.ts";
import type { Found } from "./index-read.ts";

const SHOWN = 10;

/**
 * The row of the record that is meant; case does not matter.
 * @throws Refusal unknown-record, ambiguous-record, record-unreadable
 */
export function findRow(index: Index, given: string): Row {
  const row = index.row(given) ?? index.row(idFor(index, given));
  if (!row) throw notFound(index, given);
  return row;
}

/**
 * The record of a number.
 * @throws Refusal unknown-record, record-unreadable
 */
export function readOne(index: Index, id: Id): Found {
  const found = index.record(id);
  if (!found) throw notFound(index, id);
  return found;
}

function idFor(index: Index, given: string): Id {
  const wanted = given.trim().toUpperCase();
  const matches = wanted === "" ? [] : index.ids().filter((id) => id.toUpperCase().startsWith(wanted));
  const exact = matches.find((id) => id.toUpperCase() === wanted);
  if (exact === undefined && matches.length > 1) {
    throw refusal("ambiguous-record", { id: given, matches: matches.slice(0, SHOWN) });
  }
  const id = exact ?? matches[0];
  if (id === undefined) throw notFound(index, given);
  return id;
}

function notFound(index: Index, given: string): Error {
  const id = given.trim().toUpperCase();
  const reasons = index.unreadable.filter(({ file }) => file?.endsWith(`/${id}.yaml`));
  const path = reasons[0]?.file;
  if (path !== undefined) return refusal("record-unreadable", { id, path }, { findings: reasons });
  return refusal("unknown-record", { id: given, near: near(id, index.ids()) });
}
