/**
 * The door to commander: a command with the options that stand before or after it, and how its help is worded.
 * Commander's sub-commands inherit neither `exitOverride` nor output, so every command is made here.
 */
import { Command, CommanderError, Option } from "commander";
import type { Label, Lang } from "./domain/records/record.ts";
import type { Env } from "./env.ts";

export type { Command } from "commander";

/** Options that stand before or after every command (cli.md, Conventions). */
export interface Globals {
  readonly dir?: string;
  readonly as?: string;
  readonly lang?: Lang;
  readonly json?: true;
  readonly input: boolean;
  readonly color: boolean;
  readonly today?: string;
  readonly wait?: string;
}

const GLOBALS: readonly [flags: string, help: Label][] = [
  ["-C, --dir <dir>", { zh: "在该目录下运行", en: "run as if started in this folder" }],
  [
    "--as <person>",
    {
      zh: "谁在操作:people.yaml 中的编号(默认按 git 邮箱)",
      en: "who acts: an id of people.yaml (default: by git's e-mail)",
    },
  ],
  ["--lang <lang>", { zh: "语言:zh 或 en", en: "language: zh or en" }],
  ["--json", { zh: "输出 JSON", en: "answer as JSON" }],
  ["--no-input", { zh: "不提问", en: "never ask" }],
  ["--no-color", { zh: "不用颜色", en: "no colour" }],
  ["--today <date>", { zh: "按另一天查看(仅限查看)", en: "show as of another day (reading only)" }],
  ["--wait <seconds>", { zh: "等待写锁的秒数(默认 10)", en: "how long to wait for the lock (default 10)" }],
];
/** Global flags that take a value: needed to find the command word before commander reads the line. */
const TAKES_VALUE = /^(?:-C|--dir|--as|--lang|--today|--wait)$/;

/** What commander itself writes into a help page. */
const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法:",
  "Options:": "选项:",
  "Global Options:": "通用选项:",
  "Commands:": "命令:",
  "Arguments:": "参数:",
};
const inZh = (usage: string): string => usage.replace("[options]", "[选项]").replace("[command]", "[命令]");

/** A command whose help speaks the language and whose errors are thrown, never a `process.exit`. */
export function command(name: string, env: Env): Command {
  const { lang } = env.voice;
  const made = new Command(name)
    .exitOverride()
    .configureOutput({ writeOut: (text) => env.out(text.trimEnd()), writeErr: () => undefined })
    .configureHelp({
      styleTitle: (title) => (lang === "zh" ? (TITLES[title] ?? title) : title),
      styleUsage: (usage) => (lang === "zh" ? inZh(usage) : usage),
      subcommandTerm: (sub) => sub.name(),
    })
    .helpOption("-h, --help", lang === "zh" ? "显示帮助" : "show this help");
  for (const [flags, help] of GLOBALS) made.addOption(new Option(flags, help[lang]).hideHelp(name !== ""));
  return made;
}

/** What the user gave before, between or after the words of the command; the last wins. */
export function globalsOf(made: Command): Globals {
  const levels = lineage(made).map((one) => one.opts());
  const given = levels.flatMap((opts) => Object.entries(opts).filter(([, value]) => value !== undefined));
  const allowed = (name: string): boolean => levels.every((opts) => opts[name] !== false);
  return { ...Object.fromEntries(given), input: allowed("input"), color: allowed("color") };
}

/** The command with those it stands in, the program itself first. */
function lineage(made: Command): Command[] {
  return made.parent === null ? [made] : [...lineage(made.parent), made];
}

/** The word of the command line that names the command, if there is one. */
export function commandWord(argv: readonly string[]): string | undefined {
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? "";
    if (TAKES_VALUE.test(word)) i++;
    else if (!word.startsWith("-")) return word;
  }
  return undefined;
}

/** The value of a flag anywhere on the line: language and JSON are needed before anything can be refused. */
export function flagValue(argv: readonly string[], flag: string): string | undefined {
  const joined = argv.find((word) => word.startsWith(`${flag}=`));
  if (joined !== undefined) return joined.slice(flag.length + 1);
  const at = argv.indexOf(flag);
  return at < 0 ? undefined : argv[at + 1];
}

/** Collects an option that may be given several times. */
export const collect = (value: string, before: readonly string[] | undefined): string[] => [
  ...(before ?? []),
  value,
];

/** Why commander stopped. */
export interface Stop {
  /** For help or the version: nothing is wrong. */
  readonly help: boolean;
  readonly code: string;
  readonly message: string;
  /** Options or words that may have been meant instead. */
  readonly near: readonly string[];
}

/** Was it commander that stopped: for help or version (exit 0), or over the line itself? */
export function stopOf(thrown: unknown): Stop | undefined {
  if (!(thrown instanceof CommanderError)) return undefined;
  const [message = "", hint = ""] = thrown.message.split("\n");
  const near = /\(Did you mean (?:one of )?(.+)\?\)/.exec(hint)?.[1]?.split(", ") ?? [];
  return { help: thrown.exitCode === 0, code: thrown.code, message, near };
}
