/** After the gates: attempts move, the next round opens, and what no longer holds is emptied (engine.md 3 and 6). */

import { endAttempt, nextRound } from "../procedure/rounds.ts";
import { covers, getAt, parsePath, setAt } from "../records/paths.ts";
import type { CaseRecord, Json } from "../records/record.ts";
import type { Taking } from "./taking.ts";
import type { Draft } from "./writing.ts";

/** The record with its attempt moved, its next round opened, and signatures and conclusions that no longer hold emptied. */
export function settle(taking: Taking, draft: Draft): CaseRecord {
  const moved = moveAttempt(taking, draft);
  const opened = taking.model.round === "next" ? nextRound(moved) : moved;
  return (taking.model.empties ?? []).reduce<CaseRecord>(
    (now, path) => setAt(now, path, null) ?? now,
    opened,
  );
}

const JUDGEMENT = "verification";

/** `verification` is set first, then the attempt moves away, then the rest of the step is set (engine.md 3). */
function moveAttempt(taking: Taking, draft: Draft): CaseRecord {
  const { attempt, event } = taking.model;
  const before = taking.context.record;
  if (!attempt || !before) return draft.record;
  const judged = setAt(before, JUDGEMENT, (getAt(draft.record, JUDGEMENT) ?? null) as Json) ?? before;
  const reason = (getAt(draft.record, attempt.reason) ?? null) as Json;
  const ended = endAttempt(judged, attempt, { at: taking.step.at, by: taking.step.by, event }, reason);
  const roots = new Set(
    draft.written.filter((path) => !covers(JUDGEMENT, path)).map((path) => String(parsePath(path)?.[0])),
  );
  return { ...ended, ...Object.fromEntries([...roots].map((root) => [root, draft.record[root]])) };
}
