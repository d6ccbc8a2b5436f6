/** The few words around a question: on a terminal (`ask.ts`) and in the form of `--edit`. */
import type { FieldType } from "../records/model.ts";
import type { Lang } from "../records/record.ts";
import type { Words } from "./words.ts";

export interface PromptWords {
  readonly types: Readonly<Record<FieldType, string>>;
  readonly example: (text: string) => string;
  readonly required: string;
  readonly optional: string;
  readonly skip: string;
  readonly done: string;
  readonly yes: string;
  readonly no: string;
  readonly yesOrNo: string;
  /** What Enter alone means, and the key of the other answer. */
  readonly enterIs: (yes: boolean) => string;
  readonly oneAtLeast: string;
  readonly another: (label: string) => string;
  readonly itemNo: (label: string, no: number) => string;
  readonly emptyEnds: string;
  readonly writeIt: string;
  readonly longText: string;
  /** One of the fields of a group is enough. */
  readonly oneOfThese: string;
  /** Before the first question: how many there are, and that nothing is lost. */
  readonly toAnswer: (step: string, count: number) => string;
  /** The answers opened further questions. */
  readonly further: (count: number) => string;
  /** Reasons follow that no answer can clear. */
  readonly blockedYet: string;
  /** Answers could not be taken; they are asked for again. */
  readonly askedAgain: string;
  readonly editAgain: string;
  readonly searchKeys: (count: number) => string;
  readonly findKeys: (count: number) => string;
  readonly tickKeys: string;
  readonly nothingFound: string;
  readonly asTyped: (text: string) => string;
  /** What was answered before and is not among the choices. */
  readonly asBefore: (text: string) => string;
  /** Head of the form, one comment line each. */
  readonly formHead: readonly string[];
  readonly formList: string;
  readonly formItems: string;
  readonly formGroup: string;
  readonly formText: string;
}

const zh: PromptWords = {
  types: {
    text: "文字",
    string: "文字",
    date: "日期 YYYY-MM-DD,today 表示今天",
    datetime: "时间 2026-03-02T09:12,now 表示现在",
    bool: "true / false(是 / 否)",
    int: "整数",
    number: "数字",
    enum: "选项",
    ref: "编号",
    object: "一组字段",
    list: "列表",
    map: "名称: 值",
    any: "YAML",
  },
  example: (text) => `例:${text}`,
  required: "此项必填",
  optional: "可不填",
  skip: "(不填)",
  done: "(选完)",
  yes: "是",
  no: "否",
  yesOrNo: "请回答 y(是)或 n(否)",
  enterIs: (yes) => (yes ? "⏎ 是 · n 否" : "⏎ 否 · y 是"),
  oneAtLeast: "至少选一项",
  another: (label) => `${label}:再添一项?`,
  itemNo: (label, no) => `${label} 第 ${no} 项`,
  emptyEnds: "空行结束",
  writeIt: "写入?",
  longText: "单独输入 e 打开编辑器",
  oneOfThese: "这一组至少填一项",
  toAnswer: (step, count) => `${step}  还需 ${count} 项(* 必填);Ctrl-C 中断,答案保留`,
  further: (count) => `按以上回答,还需 ${count} 项`,
  blockedYet: "目前还不能执行,原因如下;可以先填,答过的存为草稿",
  askedAgain: "以下回答还不能采用,请修改(⏎ 保留原答案)",
  editAgain: "回到编辑器修改?",
  searchKeys: (count) => `共 ${count} 项,输入中英文或代码筛选 · ↑↓ ⏎`,
  findKeys: (count) => `共 ${count} 项,输入编号或名称筛选 · ↑↓ ⏎`,
  tickKeys: "空格 选择 · ↑↓ 移动 · a 全选 · ⏎ 完成",
  nothingFound: "没有相符的",
  asTyped: (text) => `${text}(按输入)`,
  asBefore: (text) => `${text}(原答案)`,
  formHead: [
    "在冒号后填写。# 开头的行只是说明;标 * 的必填;留空的不写入。",
    "保存并关闭编辑器即继续;把全部内容清空则放弃。",
  ],
  formList: "列表,写成 [一, 二]",
  formItems: "列表,每项写成:",
  formGroup: "写成 {名称: 值}",
  formText: "多行文字:每行前留两个空格",
};

const en: PromptWords = {
  types: {
    text: "text",
    string: "text",
    date: "date YYYY-MM-DD, or today",
    datetime: "time 2026-03-02T09:12, or now",
    bool: "true / false",
    int: "whole number",
    number: "number",
    enum: "choice",
    ref: "number of a record or person",
    object: "group of fields",
    list: "list",
    map: "name: value",
    any: "YAML",
  },
  example: (text) => `e.g. ${text}`,
  required: "an answer is required",
  optional: "optional",
  skip: "(leave out)",
  done: "(that is all)",
  yes: "Yes",
  no: "No",
  yesOrNo: "answer y or n",
  enterIs: (yes) => (yes ? "⏎ yes · n no" : "⏎ no · y yes"),
  oneAtLeast: "choose at least one",
  another: (label) => `${label}: add another?`,
  itemNo: (label, no) => `${label} no. ${no}`,
  emptyEnds: "an empty line ends",
  writeIt: "Write it?",
  longText: "e alone opens the editor",
  oneOfThese: "at least one of this group",
  toAnswer: (step, count) =>
    `${step}  ${count === 1 ? "1 question" : `${count} questions`} (* required); Ctrl-C keeps the answers`,
  further: (count) => `By these answers ${count} more ${count === 1 ? "is" : "are"} needed`,
  blockedYet: "It cannot be done yet, for the reasons below; what you answer now is kept as a draft",
  askedAgain: "These answers cannot be taken yet; change them (⏎ keeps the answer)",
  editAgain: "Back to the editor?",
  searchKeys: (count) => `${count} choices, type to filter · ↑↓ ⏎`,
  findKeys: (count) => `${count} in all, type number or name · ↑↓ ⏎`,
  tickKeys: "space select · ↑↓ move · a all · ⏎ done",
  nothingFound: "nothing matches",
  asTyped: (text) => `${text} (as typed)`,
  asBefore: (text) => `${text} (as before)`,
  formHead: [
    "Fill in after the colon. Lines with # are explanations; * is required; what is left empty is not written.",
    "Save and close the editor to go on; empty the whole file to give up.",
  ],
  formList: "list, written [one, two]",
  formItems: "list, each item written:",
  formGroup: "written {name: value}",
  formText: "text of several lines: begin each with two spaces",
};

/** Both languages, complete by type. */
export const PROMPT_WORDS: Readonly<Record<Lang, PromptWords>> = { zh, en };

/** After a rehearsal: what was typed is kept, and how it is written. */
export function draftKept(kept: { draft: string; command: string }, lang: Lang): string {
  return {
    zh: `已存草稿 ${kept.draft},续填:${kept.command}`,
    en: `Kept as draft ${kept.draft}; go on with: ${kept.command}`,
  }[lang];
}

/** A record repository would be made. */
export const wouldMake = (dir: string, lang: Lang): string =>
  ({ zh: `将在 ${dir} 建立记录库`, en: `a record repository would be made in ${dir}` })[lang];

/** A draft was thrown away, or would be. */
export function draftDropped(name: string, rehearsal: boolean, lang: Lang): string {
  if (rehearsal) return { zh: `将丢弃草稿 ${name}`, en: `draft ${name} would be dropped` }[lang];
  return { zh: `已丢弃草稿 ${name}`, en: `draft ${name} is dropped` }[lang];
}

/** Another command has the lock; `who` is the person who runs it, empty where that is not known. */
export function waitingFor(who: string, words: Words): string {
  const person = who === "" ? "" : words.person(who);
  return {
    zh: `等待${person || "另一条命令"}写完……`,
    en: `Waiting for ${person || "another command"} to finish writing …`,
  }[words.lang];
}
