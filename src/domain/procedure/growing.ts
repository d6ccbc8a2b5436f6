/** Lists that only grow: what was written in them once stays as it was. */
import { getAt } from "../records/paths.ts";
import type { CaseRecord } from "../records/record.ts";
import { same } from "./computing.ts";

const listOf = (record: CaseRecord | null, path: string): readonly unknown[] =>
  (getAt(record, path) as unknown[] | undefined) ?? [];

/** Does the list stand as before, with nothing but new entries at its end? */
export function onlyGrew(before: CaseRecord | null, after: CaseRecord | null, path: string): boolean {
  const [old, now] = [listOf(before, path), listOf(after, path)];
  return old.length <= now.length && old.every((entry, i) => same(entry, now[i]));
}

/** How many entries there are more than before. */
export const grownBy = (before: CaseRecord | null, after: CaseRecord | null, path: string): number =>
  listOf(after, path).length - listOf(before, path).length;

/** Were entries only taken out? */
export function onlyShrank(before: CaseRecord | null, after: CaseRecord | null, path: string): boolean {
  const rest = [...listOf(before, path)];
  return listOf(after, path).every((entry) => {
    const place = rest.findIndex((old) => same(old, entry));
    if (place >= 0) rest.splice(0, place + 1);
    return place >= 0;
  });
}
