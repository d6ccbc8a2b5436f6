/** `correct`: corrects a filled field after the fact; the old value stays in the history. */
import { type Command, command, globalsOf } from "../command-line.ts";
import type { Env } from "../env.ts";
import { openSession } from "../session.ts";
import { type StepOptions, stepOptions } from "../taking/gather.ts";
import { takeStep } from "../taking/take.ts";

/** Declares the command. */
export function correctCommand(env: Env): Command {
  const zh = env.voice.lang === "zh";
  const made = command("correct", env)
    .argument("<id>", zh ? "编号或其唯一开头" : "number, or a unique beginning of it")
    .option("--reason <text>", zh ? "为什么更正" : "why it is corrected");
  return stepOptions(made, zh).action(
    async (id: string, given: StepOptions & { reason?: string }, self: Command) => {
      const session = await openSession(env, globalsOf(self), "writing");
      const { record } = session.repository.read(session.repository.find(id).id);
      const options = given.reason === undefined ? given : { ...given, note: given.reason };
      await takeStep(session, { kind: record.kind, record, event: "correct", options });
    },
  );
}
