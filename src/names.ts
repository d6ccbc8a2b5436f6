/** What people type for a role, a department, a person: the key, a label or the name, in any case. */
import type { Person } from "./domain/procedure/step.ts";
import type { SharedModel } from "./domain/records/model.ts";
import { folded, near } from "./domain/records/nearest.ts";
import type { Label } from "./domain/records/record.ts";
import { refusal } from "./domain/words/refusals.ts";
import { short } from "./render/labels.ts";

/** An option and what was given for it. */
export interface Given {
  readonly option: string;
  readonly value: string;
}

/**
 * The key that a word means.
 * @param list of `enums.schema.json`: role, department …
 * @throws Refusal bad-value, naming the keys there are
 */
export function keyMeant(given: Given, list: string, shared: SharedModel): string {
  const labels = Object.entries(shared.enums[list] ?? {});
  const found = labels.find(([key, label]) => isCalled(given.value, key, label));
  if (found) return found[0];
  throw notAmong(
    given,
    labels.map(([key]) => key),
  );
}

/** Is it what people call a key: itself, or its label in either language, with its explanation or without? */
export function isCalled(word: string, key: string, { zh, en }: Label): boolean {
  const names = [key, zh, en, short(zh, "zh"), short(en, "en")];
  return names.some((name) => folded(name) === folded(word));
}

/** So many names are read at a glance; the rest is cut. */
const SHOWN = 24;

/** A word that is none of those there are: the nearest are named first. */
export function notAmong({ option, value }: Given, known: readonly string[]): Error {
  const first = near(value, known);
  const all = [...first, ...known.filter((one) => !first.includes(one))];
  const shown = all.length > SHOWN ? [...all.slice(0, SHOWN), "…"] : all;
  return refusal("bad-value", { option, value, wanted: { zh: shown.join("、"), en: shown.join(", ") } });
}

/**
 * A person by id or name.
 * @throws Refusal unknown-person
 */
export function personMeant(given: string, people: readonly Person[]): Person {
  const word = folded(given);
  const named = people.find((one) => folded(one.id) === word);
  const called = people.filter((one) => [one.name, one.name_en ?? ""].some((name) => folded(name) === word));
  const found = named ?? (called.length === 1 ? called[0] : undefined);
  if (!found) throw refusal("unknown-person", { id: given, known: people.map((one) => one.id) });
  return found;
}
