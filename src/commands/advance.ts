/** `advance`: takes a step; without an event, says which steps are open, who may take them and what each still needs. */
import { type Command, collect, command, globalsOf } from "../command-line.ts";
import { openings } from "../domain/engine/openings.ts";
import type { CaseRecord } from "../domain/records/record.ts";
import type { Env } from "../env.ts";
import { contextFor, findActor, kindOf, openSession, type Session, sayScreen } from "../session.ts";
import { type StepOptions, stepOptions } from "../taking/gather.ts";
import { type LinkOptions, linkChanges } from "../taking/linking.ts";
import { takeStep } from "../taking/take.ts";

/** Declares the command. */
export function advanceCommand(env: Env): Command {
  const zh = env.voice.lang === "zh";
  const made = command("advance", env)
    .argument("<id>", zh ? "编号或其唯一开头" : "number, or a unique beginning of it")
    .argument("[event]", zh ? "步骤,例如 judge_ours" : "the step, e.g. judge_ours");
  stepOptions(made, zh)
    .option(
      "--to <id>",
      zh ? "link、unlink:另一份记录(可多次)" : "link, unlink: the other record (repeatable)",
      collect,
    )
    .option(
      "--relation <relation>",
      zh ? "link:see_also 另见(默认)或 came_from 来源于" : "link: see_also (default) or came_from",
    );
  return made.action(
    async (id: string, event: string | undefined, options: StepOptions & LinkOptions, self: Command) => {
      const session = await openSession(env, globalsOf(self), event === undefined ? "reading" : "writing");
      const { record } = session.repository.read(session.repository.find(id).id);
      if (event === undefined) return sayOpenings(session, record);
      const changes = linkChanges(session, record, event, options);
      await takeStep(session, { kind: record.kind, record, event, options, changes });
    },
  );
}

async function sayOpenings(session: Session, record: CaseRecord): Promise<void> {
  const { env, repository, now, words } = session;
  const person = await findActor(session);
  const found = openings(contextFor(session, record.kind, record), { by: person?.id ?? "", at: now });
  if (env.voice.json) {
    const { openingsJson } = await import("../render/json.ts");
    return env.out(openingsJson(found, words));
  }
  const { openingsScreen } = await import("../render/openings.ts");
  const models = { shared: repository.shared, kindOf: kindOf(repository) };
  await sayScreen(session, (page) => openingsScreen({ record, models, openings: found, all: false }, page));
}
