/** Records that cannot be read: a command that goes over many shows the others, names these and ends with 1 (store.md 10). */
import type { Session } from "../session.ts";

/** Names them on stderr. */
export async function sayUnreadable(session: Session): Promise<void> {
  const { unreadable } = session.repository;
  if (unreadable.length === 0) return;
  const { sayWarnings } = await import("../taking/report.ts");
  await sayWarnings(session, unreadable);
  session.env.voice.exit = 1;
}
