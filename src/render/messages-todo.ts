/** Sentences of the work lists: `status`, `todo`, `todo --why`. */
import type { Lang } from "../domain/records/record.ts";
import { one, type Same } from "./messages.ts";

const zh = {
  due: (day: string) => `应于 ${day}`,
  until: (day: string) => `最迟 ${day}`,
  reminder: (day: string) => `提醒 ${day}`,
  estimated: (day: string) => `约 ${day}(估算)`,
  undated: "无期限",
  unknown: "期限无法推算",
  late: (n: number) => `逾期 ${n} 个工作日`,
  lateToday: "已逾期",
  dueToday: "今天到期",
  dueIn: (day: string) => `${day} 到期`,
  mine: "待我处理",
  items: (n: number, today: number, late: number) =>
    [`${n} 项`, late > 0 ? `已逾期 ${late} 项` : "", today > 0 ? `今天到期 ${today} 项` : ""]
      .filter((part) => part !== "")
      .join(","),
  ofCompany: (count: string, all: number) => `${count};全公司 ${all} 项`,
  next: "下一步",
  nothingMine: "没有等您处理的事",
  nothing: "没有待办",
  more: (n: number) => `… 还有 ${n} 项`,
  company: "全公司",
  running: (open: number, late: number) => `进行中 ${open} 项,逾期 ${late} 项`,
  reminders: "提醒",
  workday: "工作日",
  restDay: (reason: string) => `${reason} · 非工作日`,
  exampleClock: "示例时钟",
  unknownPerson: (email: string) =>
    email === "" ? "不知道您是谁:git 没有设置 user.email" : `people.yaml 中没有邮箱为 ${email} 的人`,
  unknownRemedy: "用 --as 编号 指定本人(例如 --as Q01),或在 people.yaml 登记",
  start: "起算",
  assumed: "视为签收",
  notCounted: "当日不计",
  deadline: "← 期限,当日结束前",
  estimatedDay: "估算",
  days: (n: number) => `… 共 ${n} 天`,
  andOthers: (role: string, _others: number) => `${role}等`,
  agreedDate: "单据约定的日期",
  noCount: "没有计时的期限:按状态等待",
  notBefore: (day: string) => `不早于 ${day}`,
  guideline: "指引",
  provisional: "放假通知发布后可能变动",
};
const en: Same<typeof zh> = {
  due: (day) => `due ${day}`,
  until: (day) => `until ${day}`,
  reminder: (day) => `remind ${day}`,
  estimated: (day) => `about ${day} (estimate)`,
  undated: "no date",
  unknown: "date cannot be told",
  late: (n) => `${one(n, "working day", "working days")} late`,
  lateToday: "late",
  dueToday: "due today",
  dueIn: (day) => `due ${day}`,
  mine: "Waiting for me",
  items: (n, today, late) =>
    [one(n, "item", "items"), late > 0 ? `${late} late` : "", today > 0 ? `${today} due today` : ""]
      .filter((part) => part !== "")
      .join(", "),
  ofCompany: (count, all) => `${count}; ${all} in the whole company`,
  next: "next",
  nothingMine: "nothing waits for you",
  nothing: "nothing to do",
  more: (n) => `… ${n} more`,
  company: "Company",
  running: (open, late) => `${open} open, ${late} late`,
  reminders: "Remember",
  workday: "working day",
  restDay: (reason) => `${reason} · no working day`,
  exampleClock: "example clock",
  unknownPerson: (email) =>
    email === ""
      ? "Nobody knows who you are: git has no user.email"
      : `Nobody in people.yaml has the e-mail ${email}`,
  unknownRemedy: "say who you are with --as ID (e.g. --as Q01), or enter yourself in people.yaml",
  start: "from",
  assumed: "receipt assumed",
  notCounted: "this day is not counted",
  deadline: "← due, until the end of this day",
  estimatedDay: "estimate",
  days: (n) => `… ${n} days in all`,
  andOthers: (role, others) => `${role} +${others}`,
  agreedDate: "the date agreed in the record",
  noCount: "no clock runs: it waits by its state",
  notBefore: (day) => `not before ${day}`,
  guideline: "guideline",
  provisional: "may move with the holiday notice",
};
export const todoWords: Record<Lang, typeof zh> = { zh, en };
