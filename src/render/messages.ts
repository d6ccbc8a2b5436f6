/** What every catalogue of sentences is made with, and the few words that many screens share. */
import type { Lang } from "../domain/records/record.ts";

/** The other language has the same sentences with the same parameters: one that is missing does not compile. */
export type Same<T> = {
  [K in keyof T]: T[K] extends (...given: infer P) => string ? (...given: P) => string : string;
};

/** English needs a plural. */
export const one = (n: number, singular: string, plural: string): string =>
  `${n} ${n === 1 ? singular : plural}`;

const zh = {
  yes: "是",
  no: "否",
  none: "无",
  seeRest: "查看其余",
  shown: (shown: number, all: number) => `${all} 条中的 ${shown} 条`,
  all: (n: number) => `共 ${n} 条`,
  colon: ":",
  comma: ",",
  quoted: (text: string) => `「${text}」`,
};
const en: Same<typeof zh> = {
  yes: "yes",
  no: "no",
  none: "none",
  seeRest: "see the rest",
  shown: (shown, all) => `${shown} of ${all}`,
  all: (n) => one(n, "row", "rows"),
  colon: ": ",
  comma: ", ",
  quoted: (text) => `"${text}"`,
};
export const common: Record<Lang, typeof zh> = { zh, en };

/** The clause a requirement belongs to, as it is quoted: `R-4.6.3.1-02` → 4.6.3.1; several stand once each. */
export function clauseText(clause: string | undefined): string {
  if (clause === undefined) return "";
  const numbers = clause.split(/\s+/).map((one) => /^R-(.+)-\d+$/.exec(one)?.[1] ?? one);
  return [...new Set(numbers)].join(" ");
}
