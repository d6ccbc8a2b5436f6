/** What reading commands and the report after a step share: deadlines of a record, its history with commits. */
import { foldClocks, intervals } from "../domain/clocks/clocks.ts";
import type { Row } from "../domain/clocks/row.ts";
import type { CaseRecord, HistoryEntry } from "../domain/records/record.ts";
import type { Session } from "../session.ts";

/** Every deadline of a record as of the session's day. */
export function intervalsOf(session: Session, record: CaseRecord): ReturnType<typeof intervals> {
  const { repository, now } = session;
  const { shared, settings, calendar } = repository;
  const raw = foldClocks(repository.kind(record.kind), shared, settings, record);
  return intervals(raw, { shared, settings, calendar, now });
}

/** The same from the index alone. */
export function dueOfRow({ repository, now }: Session, row: Row): ReturnType<typeof intervals> {
  const { shared, settings, calendar } = repository;
  return intervals(row.clocks, { shared, settings, calendar, now });
}

/**
 * The history with the commit that wrote each step: commits that touched the file, told apart by what they say
 * (event and time of the step); a step without one (imported, or outside this clone) has none.
 */
export async function historyWithCommits(
  session: Session,
  stored: { readonly record: CaseRecord; readonly path: string },
): Promise<(HistoryEntry & { commit?: string })[]> {
  const { parseTrail, isCaseTrail } = await import("../domain/records/trail.ts");
  const commits = await session.repository.commitsOf(stored.path);
  const found = new Map<string, string>();
  for (const { commit, message } of commits) {
    const trail = parseTrail(message);
    if (trail === null || !isCaseTrail(trail)) continue;
    for (const step of trail.steps.filter((s) => s.record === stored.record.id))
      found.set(`${step.event} ${trail.at} ${trail.actor}`, commit);
  }
  return stored.record.history.map((entry) => {
    const commit = found.get(`${entry.event} ${entry.at} ${entry.by}`);
    return commit === undefined ? entry : { ...entry, commit };
  });
}
