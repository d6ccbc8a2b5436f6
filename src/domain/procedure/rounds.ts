/** Rounds of a complaint and attempts of a CAPA: they only grow, and what is past is frozen (engine.md 6). */

import type { Step as ModelStep } from "../records/model.ts";
import { getAt, isEmpty, isFilled, setAt } from "../records/paths.ts";
import type { CaseRecord, HistoryEntry, Json } from "../records/record.ts";

interface Round {
  readonly round: number;
  readonly customer_response?: unknown;
}

const rounds = (record: CaseRecord): Round[] => (record["rounds"] as Round[] | undefined) ?? [];

/** A round is open until the customer has answered in it (specification 2.22). */
export function hasOpenRound(record: CaseRecord): boolean {
  const last = rounds(record).at(-1);
  return last !== undefined && isEmpty(last.customer_response);
}

/** Opens round n+1, empty. */
export const nextRound = (record: CaseRecord): CaseRecord => ({
  ...record,
  rounds: [...rounds(record), { round: rounds(record).length + 1 }],
});

/** Opens a round if none is open. */
export const openRound = (record: CaseRecord): CaseRecord =>
  hasOpenRound(record) ? record : nextRound(record);

/** Is the path in a round or attempt that is closed? Nothing there may be changed any more. */
export function isFrozen(record: CaseRecord, path: string): boolean {
  if (/^(attempts|history)\b/.test(path)) return true;
  const index = /^rounds\[(\d+)\]/.exec(path)?.[1];
  return index !== undefined && Number(index) < rounds(record).length - 1;
}

/** Does the path name a round that there is not? Only the engine opens one. */
export function isNoRound(record: CaseRecord, path: string): boolean {
  const index = /^rounds\[(\d+|\+)\]/.exec(path)?.[1];
  return index !== undefined && (index === "+" || Number(index) >= rounds(record).length);
}

type Attempt = NonNullable<ModelStep["attempt"]>;

/** Always moved with an attempt where it is filled: it judges that attempt (specification 3.16). */
const JUDGEMENTS = ["verification", "closure"];

/**
 * Moves the present attempt into `attempts[]` unchanged, with how it ended, and raises `attempt`.
 * @param record the CAPA with `verification` of this very step already set
 * @param entry the step that ends the attempt
 * @param reason why, in the words of who ended it
 */
export function endAttempt(
  record: CaseRecord,
  attempt: Attempt,
  entry: Pick<HistoryEntry, "at" | "by" | "event">,
  reason: Json,
): CaseRecord {
  const number = (record["attempt"] as number | undefined) ?? 1;
  const moved = [...new Set([...attempt.moves, ...JUDGEMENTS])];
  const kept: Record<string, unknown> = { attempt: number };
  for (const path of [...moved, ...attempt.copies]) {
    if (isFilled(record, path)) kept[path] = getAt(record, path);
  }
  const ended: Record<string, Json> = { at: entry.at, by: entry.by, event: entry.event, reason };
  const leaving = moved.filter((path) => !attempt.copies.includes(path));
  const emptied = leaving.reduce<CaseRecord>((now, path) => setAt(now, path, null) ?? now, record);
  const attempts = [...((record["attempts"] as unknown[] | undefined) ?? []), { ...kept, ended }];
  return { ...emptied, attempt: number + 1, attempts };
}
