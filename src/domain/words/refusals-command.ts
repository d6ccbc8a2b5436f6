/** Refusals of the command line itself: words, options, persons, files. */
import { entry, type None } from "./refusal-entry.ts";

/** What commander stumbled over, in words; the offending word stands between quotes in its message. */
const USAGE: Readonly<Record<string, { zh: string; en: string }>> = {
  "commander.unknownOption": { zh: "没有这个选项", en: "There is no such option" },
  "commander.missingArgument": { zh: "缺少参数", en: "An argument is missing" },
  "commander.optionMissingArgument": { zh: "选项缺少值", en: "The option needs a value" },
  "commander.excessArguments": { zh: "参数过多", en: "Too many arguments" },
  "commander.invalidArgument": { zh: "参数值不对", en: "The value does not fit" },
  "commander.unknownCommand": { zh: "没有这个命令", en: "There is no such command" },
};
const quoted = (message: string): string => /'([^']+)'/.exec(message)?.[1] ?? "";
interface Usage {
  readonly code: string;
  readonly message: string;
  /** What may have been meant. */
  readonly near: readonly string[];
}
const usageZh = (p: Usage): string => {
  const said = USAGE[p.code]?.zh ?? p.message.replace(/^error: /, "");
  const word = quoted(p.message) === "" ? "" : `:${quoted(p.message)}`;
  return `${said}${word}${p.near.length === 0 ? "" : `;是否指 ${p.near.join("、")}?`}`;
};
const usageEn = (p: Usage): string => {
  const said = USAGE[p.code]?.en ?? p.message.replace(/^error: /, "");
  const word = quoted(p.message) === "" ? "" : `: ${quoted(p.message)}`;
  return `${said}${word}${p.near.length === 0 ? "" : `. Did you mean ${p.near.join(" or ")}?`}`;
};

export const commandRefusals = {
  "bad-usage": entry<Usage>({
    exit: 2,
    zh: usageZh,
    en: usageEn,
    remedy: {
      zh: () => "用法见 casetrail 命令 --help",
      en: () => "see casetrail COMMAND --help",
    },
  }),
  "unknown-command": entry<{ word: string; near: string }>({
    exit: 2,
    zh: (p) => `没有命令 ${p.word}${p.near === "" ? "" : `;是否指 ${p.near}?`}`,
    en: (p) => `There is no command ${p.word}${p.near === "" ? "" : `. Did you mean ${p.near}?`}`,
    remedy: { zh: () => "全部命令见 casetrail --help", en: () => "see all commands with casetrail --help" },
  }),
  "bad-value": entry<{ option: string; value: string; wanted: { zh: string; en: string } }>({
    exit: 2,
    zh: (p) => `${p.option} 的值 ${p.value} 不对:应为 ${p.wanted.zh}`,
    en: (p) => `${p.option} cannot be ${p.value}: it is ${p.wanted.en}`,
  }),
  "unknown-kind": entry<{ word: string; near: string; kinds: readonly string[] }>({
    exit: 2,
    zh: (p) => `没有记录类型 ${p.word}${p.near === "" ? "" : `;是否指 ${p.near}?`}`,
    en: (p) => `There is no kind of record ${p.word}${p.near === "" ? "" : `. Did you mean ${p.near}?`}`,
    remedy: { zh: (p) => `可选:${p.kinds.join("、")}`, en: (p) => `one of: ${p.kinds.join(", ")}` },
  }),
  "unknown-person": entry<{ id: string; known: readonly string[] }>({
    exit: 2,
    zh: (p) => `people.yaml 中没有 ${p.id}`,
    en: (p) => `There is nobody ${p.id} in people.yaml`,
    remedy: { zh: (p) => `在册人员:${p.known.join("、")}`, en: (p) => `on the list: ${p.known.join(", ")}` },
  }),
  "nobody-acts": entry<{ email: string }>({
    exit: 2,
    zh: (p) =>
      p.email === ""
        ? "不知道是谁在操作:git 没有设置 user.email"
        : `people.yaml 中没有邮箱为 ${p.email} 的人`,
    en: (p) =>
      p.email === ""
        ? "Nobody is known to act: git has no user.email"
        : `Nobody in people.yaml has the e-mail ${p.email}`,
    remedy: {
      zh: () => "用 --as 编号 指定(例如 --as Q01),或设置 CASETRAIL_PERSON,或 git config user.email",
      en: () =>
        "name the person with --as ID (e.g. --as Q01), set CASETRAIL_PERSON, or git config user.email",
    },
  }),
  "today-is-for-reading": entry<{ given: string }>({
    exit: 2,
    zh: (p) => `${p.given} 只用于查看,写入时不能假设日期`,
    en: (p) => `${p.given} is for reading only: what is written has the time of writing`,
    remedy: { zh: () => "步骤发生的时间用 --at 指定", en: () => "say when a step happened with --at" },
  }),
  "only-for-links": entry<{ option: string }>({
    exit: 2,
    zh: (p) => `${p.option} 只用于 link 与 unlink`,
    en: (p) => `${p.option} is for link and unlink only`,
  }),
  "number-from-paper": entry<None>({
    exit: 2,
    zh: () => "--id 只在 demo 与 import --history 中使用:编号由程序按顺序给出",
    en: () => "--id is for demo and import --history only: numbers are given in order",
  }),
  "no-such-file": entry<{ file: string }>({
    exit: 3,
    zh: (p) => `没有文件 ${p.file}`,
    en: (p) => `There is no file ${p.file}`,
  }),
  "file-not-written": entry<{ file: string }>({
    exit: 3,
    zh: (p) => `不能写入文件 ${p.file}`,
    en: (p) => `The file ${p.file} cannot be written`,
    remedy: {
      zh: () => "检查文件夹是否存在、是否可写",
      en: () => "is its folder there, and may you write into it?",
    },
  }),
  "no-closing-step": entry<{ id: string }>({
    exit: 1,
    zh: (p) => `${p.id} 没有结案步骤`,
    en: (p) => `${p.id} has no closing step`,
  }),
  "nothing-given": entry<{ command: string }>({
    exit: 2,
    zh: (p) => `${p.command}:没有给出 --set 或 --from`,
    en: (p) => `${p.command}: neither --set nor --from is given`,
  }),
  "answers-kept": entry<{ draft: string; command: string }>({
    exit: 130,
    zh: (p) => `已中断,已存草稿 ${p.draft}`,
    en: (p) => `Interrupted; what was typed is kept as draft ${p.draft}`,
    remedy: { zh: (p) => `续填:${p.command}`, en: (p) => `go on with: ${p.command}` },
  }),
  "not-confirmed": entry<{ draft: string; command: string }>({
    exit: 130,
    zh: (p) => `未写入,已存草稿 ${p.draft}`,
    en: (p) => `Nothing is written; what was typed is kept as draft ${p.draft}`,
    remedy: { zh: (p) => `续填:${p.command}`, en: (p) => `go on with: ${p.command}` },
  }),
  "draft-of-another": entry<{ draft: string; command: string }>({
    exit: 2,
    zh: (p) => `草稿 ${p.draft} 属于另一个步骤`,
    en: (p) => `Draft ${p.draft} belongs to another step`,
    remedy: { zh: (p) => `续填它:${p.command}`, en: (p) => `take it up with: ${p.command}` },
  }),
  "draft-in-use": entry<{ draft: string }>({
    exit: 5,
    zh: (p) => `草稿 ${p.draft} 正在另一个终端里填写`,
    en: (p) => `Draft ${p.draft} is being filled in on another terminal`,
    remedy: {
      zh: () => "请在那里填完,或先在那里用 Ctrl-C 中断",
      en: () => "finish it there, or leave it there with Ctrl-C first",
    },
  }),
  "unknown-draft": entry<{ draft: string }>({
    exit: 3,
    zh: (p) => (p.draft === "" ? "没有可续填的草稿" : `没有草稿 ${p.draft}`),
    en: (p) => (p.draft === "" ? "There is no draft to resume" : `There is no draft ${p.draft}`),
    remedy: {
      zh: () => "全部草稿见 casetrail draft list",
      en: () => "see the drafts with casetrail draft list",
    },
  }),
  "moved-meanwhile": entry<{ id: string }>({
    exit: 5,
    zh: (p) => `${p.id} 在此期间已被他人推进,这一步不再成立`,
    en: (p) => `Somebody else moved ${p.id} meanwhile, and the step no longer holds`,
    remedy: {
      zh: (p) => `查看现状:casetrail show ${p.id}`,
      en: (p) => `see how it stands: casetrail show ${p.id}`,
    },
  }),
  "replay-stopped": entry<{ line: number; record: string; event: string }>({
    exit: 1,
    zh: (p) => `重放在第 ${p.line} 步停止:${p.record} ${p.event} 不为程序所允许`,
    en: (p) => `The replay stopped at step ${p.line}: the procedure does not allow ${p.record} ${p.event}`,
  }),
} as const;
