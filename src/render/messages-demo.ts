/** Sentences of `demo`, `init` and the foot of a command's help. */
import type { Lang } from "../domain/records/record.ts";
import { one, type Same } from "./messages.ts";

const zh = {
  replaying: (name: string) => `重放 ${name}`,
  steps: (done: number, total: number) => `${done}/${total} 步`,
  seconds: (n: number) => `${n} 秒`,
  example: "示例库",
  each: (steps: number) => `${steps} 步,每步一个提交`,
  try: "试试",
  whoWaits: "谁在等什么,期限怎么算出来",
  whatNext: "登记的投诉,下一步能做什么",
  aLateOne: "一份迟到的纠正措施",
  whatChecks: "全部记录是否合规",
  notJudged: (n: number, gates: string) => `重放时有 ${n} 个条件本版尚不能判断,未作检查:${gates}`,
  made: "记录库已建立",
  procedure: "程序",
  people: "人员",
  afterwards: "接下来",
  fillPeople: "填写人员、职责和部门",
  firstRecord: "新建第一份记录",
  tryExample: "先看示例",
  examples: "例:",
  exits: "退出码",
  exitCodes: "0 完成 · 1 程序不允许 · 2 用法或输入有误 · 3 找不到 · 4 无权 · 5 冲突 · 70 缺陷 · 130 中断",
};
const en: Same<typeof zh> = {
  replaying: (name) => `Replaying ${name}`,
  steps: (done, total) => `${done}/${total} steps`,
  seconds: (n) => `${n} s`,
  example: "Example",
  each: (steps) => `${one(steps, "step", "steps")}, each one commit`,
  try: "Try",
  whoWaits: "who waits for what, and how each due day is counted",
  whatNext: "a registered complaint: what can be done next",
  aLateOne: "a corrective action that came late",
  whatChecks: "is every record valid?",
  notJudged: (n, gates) =>
    `${one(n, "condition", "conditions")} this version cannot judge yet and did not check: ${gates}`,
  made: "Record repository made",
  procedure: "procedure",
  people: "people",
  afterwards: "Next",
  fillPeople: "fill in people, roles and departments",
  firstRecord: "open the first record",
  tryExample: "see the example first",
  examples: "Examples:",
  exits: "Exit codes",
  exitCodes:
    "0 done · 1 the procedure says no · 2 wrong use or input · 3 not found · 4 not allowed · 5 conflict · 70 a bug · 130 interrupted",
};
export const demoWords: Record<Lang, typeof zh> = { zh, en };
