/** `status`, and casetrail without a command: my work list, what is late, the company at a glance, reminders. */
import { type Command, command, globalsOf } from "../command-line.ts";
import type { Env } from "../env.ts";
import { statusOf } from "../looking/overview.ts";
import { sayUnreadable } from "../looking/unreadable.ts";
import { findActor, openSession, type Session, sayScreen } from "../session.ts";

/** Declares the command. */
export function statusCommand(env: Env): Command {
  return command("status", env).action(async (_options: unknown, self: Command) => {
    const session = await openSession(env, globalsOf(self), "reading");
    await sayStatus(session);
    await sayUnreadable(session);
  });
}

async function sayStatus(session: Session): Promise<void> {
  const { env, words } = session;
  const seen = await statusOf(session, await findActor(session));
  if (env.voice.json) {
    const { statusJson } = await import("../render/json.ts");
    return env.out(statusJson(seen, words));
  }
  const { statusScreen } = await import("../render/status.ts");
  await sayScreen(session, (page) => statusScreen(seen, page));
}
