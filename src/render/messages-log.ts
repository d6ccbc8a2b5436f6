/** Sentences of the timeline and of the links of a record. */
import type { Lang } from "../domain/records/record.ts";
import { one, type Same } from "./messages.ts";

const zh = {
  signedFor: (event: string) => `会签「${event}」`,
  deputyFor: (person: string) => `代 ${person}`,
  documents: "文件",
  notified: "通知",
  steps: (n: number) => `共 ${n} 步`,
  out: (id: string) => `${id} 指向`,
  into: (id: string) => `指向 ${id}`,
  noLinks: (id: string) => `${id} 没有关联单据`,
  notHere: "(库中没有)",
};
const en: Same<typeof zh> = {
  signedFor: (event) => `signed for "${event}"`,
  deputyFor: (person) => `for ${person}`,
  documents: "papers",
  notified: "told",
  steps: (n) => one(n, "step", "steps"),
  out: (id) => `${id} points to`,
  into: (id) => `points to ${id}`,
  noLinks: (id) => `${id} is linked to no other record`,
  notHere: "(not in this repository)",
};
export const logWords: Record<Lang, typeof zh> = { zh, en };
