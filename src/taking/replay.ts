/** The worked example taken step by step through the engine: each line of the timeline becomes a commit of its own. */
import { plan } from "../domain/engine/plan.ts";
import { recordPath } from "../domain/procedure/number.ts";
import type { Context, Plan, Step } from "../domain/procedure/step.ts";
import { factsOf } from "../domain/records/facts.ts";
import type { CaseRecord, Id, Instant, Json, Kind, PersonId } from "../domain/records/record.ts";
import { refusal } from "../domain/words/refusals.ts";
import { contextFor, type Session } from "../session.ts";
import { printRecord } from "../store/canonical.ts";
import type { Change } from "../store/change.ts";
import { authorOf, messageOf } from "./change.ts";

/** A line of `timeline.ndjson`: a step as it happened. */
export interface TimelineStep {
  readonly at: Instant;
  readonly by: PersonId;
  readonly role: string;
  readonly kind: Kind;
  readonly record: Id;
  readonly event: string;
  /** The event a co-signature belongs to. */
  readonly for?: string;
  /** The state after it: a check, not an input. */
  readonly to: string;
  readonly note?: string;
  readonly set: Readonly<Record<string, Json>>;
}

export interface Replayed {
  readonly change: Change;
  readonly plan: Plan;
}

/**
 * Replays steps in their order. Nobody works in the repository that is being made, so records are kept in memory and the
 * commits go out in one stream.
 * @throws Refusal replay-stopped at the first step that the procedure forbids, with every reason
 */
export function* replay(session: Session, lines: readonly TimelineStep[]): Generator<Replayed> {
  const records = new Map<Id, CaseRecord>();
  for (const [i, line] of lines.entries()) {
    const taken = takeLine(session, records, line, i + 1);
    records.set(line.record, taken.record);
    yield { change: changeFor(session, taken, line), plan: taken };
  }
}

function takeLine(
  session: Session,
  records: ReadonlyMap<Id, CaseRecord>,
  line: TimelineStep,
  number: number,
): Plan {
  const { record, event, at } = line;
  const base = contextFor({ ...session, now: at }, line.kind, records.get(record) ?? null);
  const context: Context = { ...base, facts: factsOf(records), passNotYet: true };
  const planned = plan(context, stepOf(line));
  if (planned.ok && planned.plan.to === line.to && planned.plan.entry.event === event) return planned.plan;
  const findings = planned.ok ? [] : planned.findings;
  throw refusal("replay-stopped", { line: number, record, event }, { findings });
}

/** A co-signature is given as the event it belongs to: the engine finds that another has still to sign. */
function stepOf(line: TimelineStep): Step {
  const { record, by, role, at, set, note } = line;
  return {
    record,
    event: line.for ?? line.event,
    by,
    role,
    at,
    set,
    ...(note === undefined ? {} : { note }),
  };
}

/** The commit is dated when the step happened: the example was written as it went. */
function changeFor(session: Session, taken: Plan, line: TimelineStep): Change {
  const { repository } = session;
  const path = recordPath(taken.record.id, repository.shared.kinds) ?? "";
  const content = printRecord(taken.record, repository.kind(line.kind));
  return {
    files: [{ path, content }],
    message: messageOf(session, taken),
    author: authorOf(session, line.by),
    at: line.at,
  };
}
