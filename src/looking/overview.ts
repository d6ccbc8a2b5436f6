/** What the first screen shows: my work list, what is late, open records by kind, reminders. */
import { dayStatus } from "../domain/calendar/day-status.ts";
import { filterTodo } from "../domain/clocks/duty-holders.ts";
import { remindersOf } from "../domain/clocks/reminders.ts";
import { rolesHeld } from "../domain/procedure/actor.ts";
import type { Person } from "../domain/procedure/step.ts";
import { finding } from "../domain/words/findings.ts";
import type { Status } from "../render/status.ts";
import type { Session } from "../session.ts";
import { everyItem } from "./work-list.ts";

/**
 * Gathers it.
 * @param asker whose work list it is; nobody known to `people.yaml`: the company's part alone
 */
export async function statusOf(session: Session, asker: Person | undefined): Promise<Status> {
  const { repository, now, today } = session;
  const { shared, settings, calendar, people } = repository;
  const rows = repository.rows();
  const items = everyItem(session, false);
  const edited = await repository.worktreeChanges();
  const reminders = remindersOf(rows, { shared, settings, calendar, now });
  const counts = new Map<string, number>();
  for (const row of rows)
    if (!row.final && row.kind !== "customer") counts.set(row.kind, (counts.get(row.kind) ?? 0) + 1);
  return {
    company: settings.company,
    procedure: settings.procedure,
    now,
    today,
    roles: asker ? rolesHeld(people, asker.id, today).map((held) => held.role) : [],
    day: dayStatus(calendar, today),
    exampleClock: settings.example_clock !== undefined,
    ...(asker ? { person: asker.id } : {}),
    email: asker ? asker.email : await repository.userEmail(),
    mine: asker ? filterTodo(items, { person: asker.id }, people, today) : [],
    overdue: items.filter((item) => item.status === "overdue"),
    open: [...counts].sort(([, a], [, b]) => b - a),
    reminders: [...edited.map((path) => finding("edited-by-hand", { path })), ...reminders],
  };
}
