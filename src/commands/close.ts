/** `close`: takes the closing step, or says every condition that does not hold and who can clear it. */
import { type Command, command, globalsOf } from "../command-line.ts";
import { refusal } from "../domain/words/refusals.ts";
import type { Env } from "../env.ts";
import { openSession } from "../session.ts";
import { type StepOptions, stepOptions } from "../taking/gather.ts";
import { takeStep } from "../taking/take.ts";

/** Declares the command. */
export function closeCommand(env: Env): Command {
  const zh = env.voice.lang === "zh";
  const made = command("close", env).argument(
    "<id>",
    zh ? "编号或其唯一开头" : "number, or a unique beginning of it",
  );
  return stepOptions(made, zh).action(async (id: string, options: StepOptions, self: Command) => {
    const session = await openSession(env, globalsOf(self), "writing");
    const { record } = session.repository.read(session.repository.find(id).id);
    const closing = session.repository.kind(record.kind).workflow.steps.find((step) => step.closing);
    if (!closing) throw refusal("no-closing-step", { id: record.id });
    await takeStep(session, { kind: record.kind, record, event: closing.event, options, close: true });
  });
}
