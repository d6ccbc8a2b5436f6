/** Answers as changes of a step under way. */
import { setAt } from "../domain/records/paths.ts";
import type { Changes, Json } from "../domain/records/record.ts";
import type { Prepared } from "./wish.ts";

/** What is given, with more over it. */
export const withChanges = (prepared: Prepared, changes: Changes): Prepared => ({
  ...prepared,
  given: { ...prepared.given, changes: { ...prepared.given.changes, ...changes } },
});

/** An answer put where it belongs: one inside of an earlier answer mends that, so that nobody reads the old and the new. */
export function withAnswer(prepared: Prepared, path: string, value: Json): Prepared {
  const { changes } = prepared.given;
  const holder = Object.keys(changes).find((one) => path.startsWith(`${one}[`) || path.startsWith(`${one}.`));
  if (holder === undefined) return withChanges(prepared, { [path]: value });
  const mended = setAt({ answer: changes[holder] as Json }, `answer${path.slice(holder.length)}`, value);
  return withChanges(prepared, mended === null ? { [path]: value } : { [holder]: mended.answer });
}

/** The record as it would stand with the answers: what a question offers as its default. An answer that has no place yet stands at its path. */
export function standingFor({ wish, given }: Prepared): Readonly<Record<string, Json>> {
  let now = (wish.record ?? {}) as Readonly<Record<string, Json>>;
  const homeless: Record<string, Json> = {};
  for (const [path, value] of Object.entries(given.changes)) {
    const put = setAt(now, path, value);
    if (put === null) homeless[path] = value;
    else now = put;
  }
  return { ...now, ...homeless };
}

export const sameAnswers = (a: Prepared, b: Prepared): boolean =>
  JSON.stringify(a.given.changes) === JSON.stringify(b.given.changes);
