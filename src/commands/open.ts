/** `open`: makes a record in its first state. */
import { type Command, command, globalsOf } from "../command-line.ts";
import { creatingStep } from "../domain/procedure/find-step.ts";
import { refusal } from "../domain/words/refusals.ts";
import type { Env } from "../env.ts";
import { kindMeant } from "../kinds.ts";
import { openSession } from "../session.ts";
import { type StepOptions, stepOptions } from "../taking/gather.ts";
import { takeStep } from "../taking/take.ts";

/** Declares the command. */
export function openCommand(env: Env): Command {
  const zh = env.voice.lang === "zh";
  const made = command("open", env)
    .argument("<kind>", zh ? "记录类型,例如 complaint" : "kind of record, e.g. complaint")
    .option(
      "--id <id>",
      zh
        ? "纸面上的编号(仅限 demo 与 import --history)"
        : "a number that paper gave (demo and import --history only)",
    );
  return stepOptions(made, zh).action(
    async (word: string, options: StepOptions & { id?: string }, self: Command) => {
      const session = await openSession(env, globalsOf(self), "writing");
      const kind = kindMeant(word, session.repository.shared);
      if (options.id !== undefined) throw refusal("number-from-paper", {});
      const event = creatingStep(session.repository.kind(kind).workflow)?.event ?? "";
      await takeStep(session, { kind, event, options });
    },
  );
}
