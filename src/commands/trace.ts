/** `trace`: what a record is linked to, both ways. */
import { type Command, command, globalsOf } from "../command-line.ts";
import type { Row } from "../domain/clocks/row.ts";
import type { Env } from "../env.ts";
import { sayUnreadable } from "../looking/unreadable.ts";
import { openSession, type Session, sayScreen } from "../session.ts";

/** Declares the command. */
export function traceCommand(env: Env): Command {
  const zh = env.voice.lang === "zh";
  return command("trace", env)
    .argument("<id>", zh ? "编号或其唯一开头" : "number, or a unique beginning of it")
    .action(async (prefix: string, _options: unknown, self: Command) => {
      const session = await openSession(env, globalsOf(self), "reading");
      await sayTrace(session, session.repository.find(prefix).id);
      await sayUnreadable(session);
    });
}

async function sayTrace(session: Session, id: string): Promise<void> {
  const rows = session.repository.rows();
  const links = linksOf(id, rows);
  if (session.env.voice.json) {
    const { traceJson } = await import("../render/json.ts");
    return session.env.out(traceJson(links));
  }
  const { traceScreen } = await import("../render/trace.ts");
  const byId = new Map(rows.map((row) => [row.id, row]));
  await sayScreen(session, (page) => traceScreen(id, links, byId, page));
}

/** Every field of every record that names this one, and every one of its own that names another. */
function linksOf(id: string, rows: readonly Row[]): { from: string; to: string; relation: string }[] {
  const links = rows.flatMap((row) =>
    row.refs
      .filter((ref) => row.id === id || ref.id === id)
      .map((ref) => ({ from: row.id, to: ref.id, relation: ref.path })),
  );
  return links.filter((link) => link.from !== link.to);
}
