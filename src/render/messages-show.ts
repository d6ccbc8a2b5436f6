/** Sentences of `show`. */
import type { Lang } from "../domain/records/record.ts";
import type { Same } from "./messages.ts";

const zh = {
  created: (at: string, by: string) => `${at} 由 ${by} 建立`,
  round: (n: number) => `第 ${n} 轮`,
  attempt: (n: number) => `第 ${n} 次`,
  item: (n: number) => `第 ${n} 项`,
  ended: "结束",
  deadlines: "期限",
  guideline: "指引",
  assumed: "视为签收",
  provisional: "放假通知发布后可能变动",
  unknown: "无法推算",
  done: (day: string) => `${day} 完成`,
  next: "接下来",
  history: "履历",
  earlier: (n: number) => `此前还有 ${n} 步`,
  whole: "全部履历",
  conditions: "每步条件",
  file: "文件",
  commit: "提交",
};
const en: Same<typeof zh> = {
  created: (at, by) => `opened ${at} by ${by}`,
  round: (n) => `Round ${n}`,
  attempt: (n) => `Attempt ${n}`,
  item: (n) => `Item ${n}`,
  ended: "ended",
  deadlines: "Deadlines",
  guideline: "guideline",
  assumed: "receipt assumed",
  provisional: "may move with the holiday notice",
  unknown: "cannot be told",
  done: (day) => `done ${day}`,
  next: "What comes next",
  history: "History",
  earlier: (n) => `${n} earlier`,
  whole: "all of it",
  conditions: "conditions of each step",
  file: "file",
  commit: "commit",
};
export const showWords: Record<Lang, typeof zh> = { zh, en };
