/** Sentences around a refusal: what stands, how many reasons, what to do. */
import type { Lang } from "../domain/records/record.ts";
import { one, type Same } from "./messages.ts";

const zh = {
  bug: "这是 casetrail 的缺陷,请报告",
  exit: (code: number) => `[exit ${code}]`,
  stillIn: (id: string, state: string) => `${id} 仍为「${state}」`,
  notClosed: (id: string) => `不能关闭 ${id}`,
  cannotOpen: (kind: string) => `open ${kind}`,
  lead: (what: string, why: string) => `${what}:${why}`,
  atLine: (line: number, message: string) => `第 ${line} 行:${message}`,
  missing: (n: number) => `缺 ${n} 项`,
  blocked: (n: number) => `还有 ${n} 个条件未满足`,
  forbidden: (event: string) => `不能由您执行「${event}」`,
  wrong: (n: number) => `${n} 项输入有误`,
  orFillIn: (command: string) => `或在终端运行 ${command} 逐项填写`,
  conditions: (command: string) => `全部条件  ${command}`,
  correct: (command: string) => `改正:${command}`,
  didYouMean: (typed: string, meant: string) => `${typed}? 是否指 ${meant}`,
};
const en: Same<typeof zh> = {
  bug: "This is a bug in casetrail, please report it",
  exit: (code) => `[exit ${code}]`,
  stillIn: (id, state) => `${id} is still "${state}"`,
  notClosed: (id) => `${id} cannot be closed`,
  cannotOpen: (kind) => `open ${kind}`,
  lead: (what, why) => `${what}: ${why}`,
  atLine: (line, message) => `line ${line}: ${message}`,
  missing: (n) => `${one(n, "field is", "fields are")} missing`,
  blocked: (n) => `${one(n, "condition is", "conditions are")} not met`,
  forbidden: (event) => `"${event}" is not yours to do`,
  wrong: (n) => `${one(n, "value is", "values are")} not accepted`,
  orFillIn: (command) => `or run ${command} on a terminal and fill them in one by one`,
  conditions: (command) => `all conditions  ${command}`,
  correct: (command) => `to mend it: ${command}`,
  didYouMean: (typed, meant) => `${typed}? Did you mean ${meant}`,
};
export const refusalWords: Record<Lang, typeof zh> = { zh, en };
