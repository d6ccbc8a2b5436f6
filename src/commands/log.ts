/** `log`: the timeline of a record, each step with the commit that wrote it. */
import { type Command, command, globalsOf } from "../command-line.ts";
import type { Env } from "../env.ts";
import { historyWithCommits } from "../looking/reading.ts";
import { openSession, sayScreen } from "../session.ts";

/** Declares the command. */
export function logCommand(env: Env): Command {
  const zh = env.voice.lang === "zh";
  return command("log", env)
    .argument("<id>", zh ? "编号或其唯一开头" : "number, or a unique beginning of it")
    .action(async (id: string, _options: unknown, self: Command) => {
      const session = await openSession(env, globalsOf(self), "reading");
      const stored = session.repository.read(session.repository.find(id).id);
      const history = await historyWithCommits(session, stored);
      if (env.voice.json) {
        const { logJson } = await import("../render/json.ts");
        return env.out(logJson(history));
      }
      const { logScreen } = await import("../render/log.ts");
      const { record } = stored;
      await sayScreen(session, (page) =>
        logScreen(record, history, session.repository.kind(record.kind), page),
      );
    });
}
