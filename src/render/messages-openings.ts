/** Sentences of the screen that says what can be done now. */
import type { Lang } from "../domain/records/record.ts";
import { one, type Same } from "./messages.ts";

const zh = {
  now: "现在可以做的事",
  others: "要由别人做的事",
  missing: (n: number) => `还缺 ${n} 项`,
  blocked: (n: number) => `${n} 个条件未满足`,
  ready: "条件已齐",
  allConditions: "全部条件",
  go: "动手",
  anytime: "随时可做",
  over: (state: string) => `「${state}」是终点,没有下一步`,
  nothing: "此状态下没有可做的步骤",
  andOthers: (role: string, _others: number) => `${role}等`,
  example: (text: string) => `例:${text}`,
};
const en: Same<typeof zh> = {
  now: "What can be done now",
  others: "What others have to do",
  missing: (n) => `${n} missing`,
  blocked: (n) => `${one(n, "condition", "conditions")} not met`,
  ready: "ready",
  allConditions: "all conditions",
  go: "do it",
  anytime: "at any time",
  over: (state) => `"${state}" is the end: there is no next step`,
  nothing: "no step leaves from this state",
  andOthers: (role, others) => `${role} +${others}`,
  example: (text) => `e.g. ${text}`,
};
export const openingsWords: Record<Lang, typeof zh> = { zh, en };
