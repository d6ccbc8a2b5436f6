/** `init`: makes a record repository for a company. */
import { resolve } from "node:path";
import { type Command, command, type Globals, globalsOf } from "../command-line.ts";
import { wouldMake } from "../domain/words/prompts.ts";
import { refusal } from "../domain/words/refusals.ts";
import type { Env } from "../env.ts";
import { checkGlobals, instantOf, openSession, sayScreen, startIn } from "../session.ts";
import { companyFile, peopleFile } from "../store/company-files.ts";
import { checkFree, createRepository, gitIdentity } from "../store/create.ts";
import { makeExample } from "../taking/example.ts";

interface InitOptions {
  readonly company?: string;
  readonly sample?: true;
  readonly dryRun?: true;
}

/** Declares the command. */
export function initCommand(env: Env): Command {
  const zh = env.voice.lang === "zh";
  return command("init", env)
    .argument("[dir]", zh ? "文件夹(默认当前目录)" : "the folder (default: this one)")
    .option("--company <name>", zh ? "公司名称" : "name of the company")
    .option("--sample", zh ? "装入示例:一家虚构工厂的一年" : "fill it with the worked example")
    .option("--dry-run", zh ? "只看会做什么,不写入" : "say what would be made, write nothing")
    .action(async (given: string | undefined, options: InitOptions, self: Command) => {
      const globals = globalsOf(self);
      const name = given ?? ".";
      checkGlobals(env, globals, "writing");
      const dir = resolve(startIn(env, globals), name);
      if (options.dryRun) return rehearse(env, dir, { name, sample: options.sample === true });
      if (options.sample) await makeExample(env, globals, dir);
      else await makeCompany(env, globals, dir, options.company);
      await sayMade(env, { ...globals, dir }, name);
    });
}

/** Whoever runs `init` is the first on the list: the management representative, who answers for the system. */
async function makeCompany(
  env: Env,
  globals: Globals,
  dir: string,
  company: string | undefined,
): Promise<void> {
  const founder = await founderOf(env);
  const lang = globals.lang ?? env.voice.lang;
  const settings = companyFile(company ?? { zh: "我的公司", en: "My company" }[lang], lang);
  const at = instantOf(env.now());
  await createRepository({
    dir,
    settings,
    people: peopleFile(founder, lang),
    author: founder,
    at,
    vars: env.vars,
  });
}

async function founderOf(env: Env): Promise<{ name: string; email: string }> {
  const founder = await gitIdentity(env.vars, env.cwd);
  if (founder === null) throw refusal("nobody-acts", { email: "" });
  return founder;
}

/** Refuses what the real run would refuse, and writes nothing. */
async function rehearse(
  env: Env,
  dir: string,
  { name, sample }: { readonly name: string; readonly sample: boolean },
): Promise<void> {
  if (!sample) await founderOf(env);
  checkFree(dir);
  env.out(env.voice.json ? JSON.stringify({ dir: name }) : wouldMake(name, env.voice.lang));
}

async function sayMade(env: Env, globals: Globals, name: string): Promise<void> {
  const session = await openSession(env, globals, "reading");
  const { settings, head } = session.repository;
  if (env.voice.json) {
    const { toJson } = await import("../render/json.ts");
    return env.out(toJson({ dir: name, procedure: settings.procedure, commit: head }));
  }
  const { initScreen } = await import("../render/demo.ts");
  await sayScreen(session, (page) =>
    initScreen({ dir: name, procedure: settings.procedure, commit: head }, page),
  );
}
