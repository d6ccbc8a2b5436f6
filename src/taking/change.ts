/** A planned step as a commit: the files of its records, the message to the auditor, author and time. */

import { recordPath } from "../domain/procedure/number.ts";
import type { Plan } from "../domain/procedure/step.ts";
import type { PersonId } from "../domain/records/record.ts";
import { composeTrail } from "../domain/records/trail.ts";
import type { Session } from "../session.ts";
import type { Change, FileChange } from "../store/change.ts";

/**
 * One step, one commit (cli.md, The commit).
 * @param plans of the step's record; links have one for each other side
 * @param files that go into the same commit: evidence
 */
export async function changeOf(
  session: Session,
  plans: readonly [Plan, ...Plan[]],
  by: PersonId,
  files: readonly FileChange[] = [],
): Promise<Change> {
  const { repository, now } = session;
  const records = plans.map(async ({ record }) => ({
    path: recordPath(record.id, repository.shared.kinds) ?? "",
    content: await repository.textOf(record),
  }));
  return {
    files: [...(await Promise.all(records)), ...files],
    message: messageOf(session, ...plans),
    author: authorOf(session, by),
    at: now,
  };
}

/** The commit message of one or several planned records of one step. */
export function messageOf(session: Session, ...plans: readonly [Plan, ...Plan[]]): string {
  const { no, version } = session.repository.settings.procedure;
  const [first] = plans;
  const steps = plans.map(({ record, entry }) => {
    const { event, from, to } = entry;
    return { record: record.id, event, from, to, ...(entry.for === undefined ? {} : { for: entry.for }) };
  });
  const [one, ...more] = steps;
  if (one === undefined) return "";
  const { by, role, at } = first.entry;
  return composeTrail({
    steps: [one, ...more],
    actor: by,
    role,
    at,
    clauses: first.clauses,
    procedure: `${no} ${version}`,
  });
}

/** The person who acts, as git names an author. */
export function authorOf(session: Session, by: PersonId): { name: string; email: string } {
  const person = session.repository.people.find((p) => p.id === by);
  return { name: person?.name ?? by, email: person?.email ?? "" };
}
