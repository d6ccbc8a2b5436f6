/** `demo`: replays the worked example, a year of a fictional factory, into a fresh repository, and shows what is in it. */
import { resolve } from "node:path";
import { type Command, command, globalsOf } from "../command-line.ts";
import { wouldMake } from "../domain/words/prompts.ts";
import type { Env } from "../env.ts";
import { statusOf } from "../looking/overview.ts";
import { checkGlobals, findActor, openSession, sayScreen, startIn } from "../session.ts";
import { checkFree, freeName } from "../store/create.ts";
import { type Example, makeExample } from "../taking/example.ts";

/** Declares the command. */
export function demoCommand(env: Env): Command {
  const zh = env.voice.lang === "zh";
  return command("demo", env)
    .argument("[dir]", zh ? "目标文件夹(默认 casetrail-demo)" : "the folder (default casetrail-demo)")
    .option("--dry-run", zh ? "只看会做什么,不写入" : "say what would be made, write nothing")
    .action(async (dir: string | undefined, options: { dryRun?: true }, self: Command) => {
      const globals = globalsOf(self);
      checkGlobals(env, globals, "writing");
      const start = startIn(env, globals);
      const name = dir ?? freeName(start, "casetrail-demo");
      const folder = resolve(start, name);
      if (options.dryRun) {
        checkFree(folder);
        return env.out(env.voice.json ? JSON.stringify({ dir: name }) : wouldMake(name, env.voice.lang));
      }
      const made = await makeExample(env, globals, folder);
      await sayMade(env, { ...globals, dir: folder, as: globals.as ?? "Q01" }, { ...made, name });
    });
}

/** Status as the quality manager of the example sees it, then where to go from there. */
async function sayMade(
  env: Env,
  globals: ReturnType<typeof globalsOf>,
  made: Example & { readonly name: string },
): Promise<void> {
  const session = await openSession(env, globals, "reading");
  const { json } = env.voice;
  if (json) {
    const { toJson } = await import("../render/json.ts");
    return env.out(toJson({ dir: made.name, steps: made.steps, gates_not_judged: made.notYet }));
  }
  const { statusScreen } = await import("../render/status.ts");
  const { demoScreen } = await import("../render/demo.ts");
  const seen = await statusOf(session, await findActor(session));
  await sayScreen(session, (page) => statusScreen(seen, page));
  env.out("");
  const run = env.vars["npm_lifecycle_event"] === "start" ? "npx casetrail" : "casetrail";
  await sayScreen(session, (page) =>
    demoScreen({ dir: made.name, steps: made.steps, notYet: made.notYet, run }, page),
  );
}
