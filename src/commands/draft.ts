/** `draft list|show|drop`: input that was refused or interrupted; never lost, never in commits. */
import { type Command, command, globalsOf } from "../command-line.ts";
import { draftDropped } from "../domain/words/prompts.ts";
import { refusal } from "../domain/words/refusals.ts";
import type { Env } from "../env.ts";
import { kindOf, openSession, type Session, sayScreen } from "../session.ts";
import { type Draft, dropDraft, listDrafts, readDraft } from "../store/drafts.ts";

/** Declares the command with its parts. */
export function draftCommand(env: Env): Command {
  const zh = env.voice.lang === "zh";
  const made = command("draft", env).helpCommand(false);
  const list = command("list", env)
    .summary(zh ? "全部草稿" : "all drafts")
    .action(async (_options: unknown, self: Command) => {
      const session = await openSession(env, globalsOf(self), "reading");
      await say(session, await listDrafts(session.repository));
    });
  const show = command("show", env)
    .summary(zh ? "查看一份草稿" : "one draft")
    .argument("<draft>", zh ? "草稿编号,例如 D-3" : "the draft, e.g. D-3")
    .action(async (name: string, _options: unknown, self: Command) => {
      const session = await openSession(env, globalsOf(self), "reading");
      await say(session, [await draftNamed(session, name)], true);
    });
  const drop = command("drop", env)
    .summary(zh ? "丢弃一份草稿" : "drop a draft")
    .argument("<draft>", zh ? "草稿编号,例如 D-3" : "the draft, e.g. D-3")
    .option("--dry-run", zh ? "只看会丢弃什么,不丢弃" : "say what would be dropped, drop nothing")
    .action(async (name: string, options: { dryRun?: true }, self: Command) => {
      const session = await openSession(env, globalsOf(self), "writing");
      const draft = await draftNamed(session, name);
      if (!options.dryRun) await dropDraft(session.repository, draft);
      if (env.voice.json) await say(session, [draft]);
      else env.err(draftDropped(draft.name, options.dryRun === true, session.lang));
    });
  return made.addCommand(list, { isDefault: true }).addCommand(show).addCommand(drop);
}

async function draftNamed(session: Session, name: string): Promise<Draft> {
  const draft = await readDraft(session.repository, name);
  if (!draft) throw refusal("unknown-draft", { draft: name });
  return draft;
}

async function say(session: Session, drafts: readonly Draft[], whole = false): Promise<void> {
  const { env } = session;
  if (env.voice.json) {
    const { toJson } = await import("../render/json.ts");
    return env.out(toJson(drafts));
  }
  const { draftsScreen } = await import("../render/drafts.ts");
  await sayScreen(session, (page) =>
    draftsScreen(drafts, { whole, kindOf: kindOf(session.repository) }, page),
  );
}
