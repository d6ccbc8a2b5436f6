/** The command tree. A command's code is loaded when it runs, so that a start costs only what it needs. */
import { type Command, command, commandWord } from "./command-line.ts";
import { nearest } from "./domain/records/nearest.ts";
import type { Label } from "./domain/records/record.ts";
import { refusal } from "./domain/words/refusals.ts";
import type { Env } from "./env.ts";
import { VERSION } from "./version.ts";

export type Declare = (env: Env) => Command;
interface Entry {
  readonly summary: Label;
  readonly load: () => Promise<Declare>;
}

/** Every command by its name, in the order of the help. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  status: {
    summary: {
      zh: "我的待办、逾期与全公司概况",
      en: "my work list, what is late, and the company at a glance",
    },
    load: async () => (await import("./commands/status.ts")).statusCommand,
  },
  todo: {
    summary: { zh: "谁在等什么,何时到期", en: "what waits for whom, and until when" },
    load: async () => (await import("./commands/todo.ts")).todoCommand,
  },
  open: {
    summary: { zh: "新建记录", en: "open a record" },
    load: async () => (await import("./commands/open.ts")).openCommand,
  },
  advance: {
    summary: {
      zh: "执行下一步;不写步骤则列出现在可做的事",
      en: "take a step; without one, list what may happen now",
    },
    load: async () => (await import("./commands/advance.ts")).advanceCommand,
  },
  close: {
    summary: { zh: "结案;条件不足时列出全部", en: "take the closing step, or list what is still missing" },
    load: async () => (await import("./commands/close.ts")).closeCommand,
  },
  correct: {
    summary: { zh: "更正已填字段,须说明原因", en: "correct a filled field, with the reason" },
    load: async () => (await import("./commands/correct.ts")).correctCommand,
  },
  attach: {
    summary: { zh: "附上证据文件", en: "attach evidence" },
    load: async () => (await import("./commands/attach.ts")).attachCommand,
  },
  show: {
    summary: { zh: "查看一份记录", en: "show a record" },
    load: async () => (await import("./commands/show.ts")).showCommand,
  },
  list: {
    summary: { zh: "查找记录", en: "find records" },
    load: async () => (await import("./commands/list.ts")).listCommand,
  },
  log: {
    summary: { zh: "一份记录的履历", en: "the timeline of a record" },
    load: async () => (await import("./commands/log.ts")).logCommand,
  },
  trace: {
    summary: { zh: "与哪些记录相关", en: "what a record is linked to, both ways" },
    load: async () => (await import("./commands/trace.ts")).traceCommand,
  },
  check: {
    summary: { zh: "检查全部记录是否合规", en: "is every record valid?" },
    load: async () => (await import("./commands/check.ts")).checkCommand,
  },
  procedure: {
    summary: { zh: "现行程序", en: "the procedure in force" },
    load: async () => (await import("./commands/procedure.ts")).procedureCommand,
  },
  draft: {
    summary: { zh: "被拒或中断的输入", en: "input that was refused or interrupted" },
    load: async () => (await import("./commands/draft.ts")).draftCommand,
  },
  init: {
    summary: { zh: "新建记录库", en: "make a record repository" },
    load: async () => (await import("./commands/init.ts")).initCommand,
  },
  demo: {
    summary: {
      zh: "生成示例记录库:一家虚构工厂的一年",
      en: "replay the worked example: a year of a fictional factory",
    },
    load: async () => (await import("./commands/demo.ts")).demoCommand,
  },
};

/**
 * The program with the named commands. To build all sixteen would cost each start a few milliseconds, so the others
 * are left out, or stand there with their summary only where nobody named one and asks for help.
 * @param loaded names of commands
 * @param foot what stands below the help of a command, or of the program itself (no name)
 */
export async function program(
  env: Env,
  loaded: readonly string[],
  foot: (name?: string) => string = () => "",
): Promise<Command> {
  const { lang } = env.voice;
  const root = command("", env)
    .name("casetrail")
    .usage(lang === "zh" ? "[命令] [选项]" : "[command] [options]")
    .description(DESCRIPTION[lang])
    .version(VERSION, "-V, --version", lang === "zh" ? "显示版本" : "show the version")
    .helpCommand(false)
    .addHelpText("after", foot());
  for (const [name, entry] of Object.entries(COMMANDS)) {
    if (loaded.length > 0 && !loaded.includes(name)) continue;
    const made = loaded.length > 0 ? (await entry.load())(env) : command(name, env);
    made.name(name).summary(entry.summary[lang]).addHelpText("after", foot(name));
    if (made.description() === "") made.description(entry.summary[lang]);
    root.addCommand(made);
  }
  return root;
}

const DESCRIPTION: Label = {
  zh: "客户信息反馈处理控制程序的命令行:每张订单、投诉、退货、纠正预防措施和调查是 git 里的一份 YAML 记录,每一步是一个提交。",
  en: "A controlled customer-feedback procedure at the command line: each order, complaint, return, CAPA and survey is a YAML record in git, each step a commit.",
};

/**
 * Runs a command line.
 * @throws Refusal `unknown-command`; whatever the command throws
 */
export async function runProgram(argv: readonly string[], env: Env): Promise<void> {
  const { name, line } = lineOf(argv);
  if (name !== undefined && !Object.hasOwn(COMMANDS, name)) {
    throw refusal("unknown-command", { word: name, near: nearest(name, Object.keys(COMMANDS)) ?? "" });
  }
  const foot = line.some((word) => HELP.test(word)) ? await helpFoot(env) : undefined;
  const root = await program(env, name === undefined ? [] : [name], foot);
  await root.parseAsync([...line], { from: "user" });
}

const HELP = /^(?:-h|--help)$/;
const HELP_OR_VERSION = /^(?:-h|--help|-V|--version)$/;

/** The command that a line means, and the line in full: without a command it is `status`, `help x` is `x --help`. */
function lineOf(argv: readonly string[]): { readonly name?: string; readonly line: readonly string[] } {
  const word = commandWord(argv);
  if (word === "help") {
    const line = [...argv.toSpliced(argv.indexOf("help"), 1), "--help"];
    const name = commandWord(line);
    return name === undefined ? { line } : { name, line };
  }
  if (word !== undefined) return { name: word, line: argv };
  return argv.some((one) => HELP_OR_VERSION.test(one))
    ? { line: argv }
    : { name: "status", line: ["status", ...argv] };
}

/** Examples and exit codes are loaded only when somebody asks for help. */
async function helpFoot(env: Env): Promise<(name?: string) => string> {
  const { helpExamples, helpExits } = await import("./render/help.ts");
  const { commandExamples, helpWords } = await import("./render/messages-help.ts");
  const { lang } = env.voice;
  const examples = (name: string): string => helpExamples(commandExamples[name]?.[lang] ?? [], lang);
  return (name) => (name === undefined ? helpExits(lang) : `${examples(name)}\n\n${helpWords[lang].globals}`);
}
