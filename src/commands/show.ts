/** `show`: a record as its form, with deadlines, next steps and the last of its history. */
import { type Command, command, globalsOf } from "../command-line.ts";
import { openings } from "../domain/engine/openings.ts";
import type { Env } from "../env.ts";
import { intervalsOf } from "../looking/reading.ts";
import { contextFor, findActor, kindOf, openSession, type Session, sayScreen } from "../session.ts";

/** Declares the command. */
export function showCommand(env: Env): Command {
  const zh = env.voice.lang === "zh";
  return command("show", env)
    .argument("<id>", zh ? "编号或其唯一开头" : "number, or a unique beginning of it")
    .option("--next", zh ? "列出后续步骤的全部条件" : "every condition of every step open now")
    .action(async (id: string, options: { next?: true }, self: Command) => {
      const session = await openSession(env, globalsOf(self), "reading");
      await show(session, session.repository.find(id).id, options.next === true);
    });
}

async function show(session: Session, id: string, next: boolean): Promise<void> {
  const { env, repository, now, words } = session;
  const { record, path } = repository.read(id);
  const [person, commit] = await Promise.all([findActor(session), repository.lastCommit(path)]);
  const open = openings(contextFor(session, record.kind, record), { by: person?.id ?? "", at: now });
  const dues = intervalsOf(session, record);
  if (env.voice.json) {
    const { recordJson } = await import("../render/json.ts");
    return env.out(recordJson(record, { due: dues, next: open, path, commit }, words));
  }
  const { showScreen } = await import("../render/show.ts");
  const kind = repository.kind(record.kind);
  const models = { shared: repository.shared, kindOf: kindOf(repository) };
  const history = record.history;
  const shown = { record, kind, models, dues, openings: open, history, path, commit, next };
  await sayScreen(session, (page) => showScreen(shown, page));
}
