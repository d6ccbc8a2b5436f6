/** `procedure show` and `procedure check`: the procedure in force, and whether it is sound. */
import { type Command, command, globalsOf } from "../command-line.ts";
import { computes } from "../domain/computes/computes.ts";
import { gates } from "../domain/gates/gates.ts";
import { KINDS } from "../domain/records/record.ts";
import { soundness } from "../domain/soundness/soundness.ts";
import type { Env } from "../env.ts";
import { kindMeant } from "../kinds.ts";
import { kindOf, openSession, type Session, sayScreen } from "../session.ts";

/** Declares the command with its two parts. */
export function procedureCommand(env: Env): Command {
  const zh = env.voice.lang === "zh";
  const made = command("procedure", env).helpCommand(false);
  const show = command("show", env)
    .summary(zh ? "现行程序,或其中一类记录" : "the procedure in force, or one kind of record")
    .argument("[kind]", zh ? "记录类型" : "kind of record")
    .action(async (word: string | undefined, _options: unknown, self: Command) => {
      await showProcedure(await openSession(env, globalsOf(self), "reading"), word);
    });
  const check = command("check", env)
    .summary(zh ? "程序数据是否自洽" : "is the procedure sound?")
    .action(async (_options: unknown, self: Command) => {
      await checkProcedure(await openSession(env, globalsOf(self), "reading"));
    });
  return made.addCommand(show, { isDefault: true }).addCommand(check);
}

async function showProcedure(session: Session, word: string | undefined): Promise<void> {
  const { env, repository } = session;
  const kind = word === undefined ? undefined : kindMeant(word, repository.shared);
  if (env.voice.json) {
    const { toJson } = await import("../render/json.ts");
    return env.out(
      toJson(
        kind === undefined
          ? { ...repository.settings.procedure, ...repository.shared }
          : repository.kind(kind),
      ),
    );
  }
  const { procedureScreen, kindScreen } = await import("../render/procedure.ts");
  const models = { shared: repository.shared, kindOf: kindOf(repository) };
  await sayScreen(session, (page) =>
    kind === undefined
      ? procedureScreen(repository.settings, models, page)
      : kindScreen(repository.kind(kind), repository.shared, page),
  );
}

async function checkProcedure(session: Session): Promise<void> {
  const { env, repository, words } = session;
  const models = KINDS.map((kind) => repository.kind(kind));
  const named = { gates: Object.keys(gates), computes: Object.keys(computes) };
  const findings = soundness(repository.shared, models, named.gates, named.computes);
  if (findings.length > 0) env.voice.exit = 1;
  if (env.voice.json) {
    const { findingsJson } = await import("../render/json.ts");
    return env.out(findingsJson(findings, words));
  }
  const { procedureCheckScreen } = await import("../render/procedure.ts");
  const workflows = models.map((model) => model.workflow);
  const counts = {
    kinds: models.length,
    states: workflows.reduce((sum, workflow) => sum + workflow.states.length, 0),
    steps: workflows.reduce((sum, workflow) => sum + workflow.steps.length, 0),
    gates: named.gates.length,
  };
  await sayScreen(session, (page) => procedureCheckScreen(findings, counts, page));
}
