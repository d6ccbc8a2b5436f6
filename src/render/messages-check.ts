/** Sentences of `check`. */
import type { Lang } from "../domain/records/record.ts";
import { one, type Same } from "./messages.ts";

const zh = {
  summary: (p: { findings: number; bad: number; records: number; checks: number }) =>
    `${p.findings} 处不符(${p.bad} 份记录,共 ${p.records} 份)  检查 ${p.checks} 条不变量`,
  warnings: (n: number) => `${n} 条警告`,
  mend: (text: string) => `改正:${text}`,
};
const en: Same<typeof zh> = {
  summary: (p) =>
    `${one(p.findings, "fault", "faults")} (in ${p.bad} of ${one(p.records, "record", "records")})  ${one(p.checks, "invariant", "invariants")} checked`,
  warnings: (n) => one(n, "warning", "warnings"),
  mend: (text) => `to mend it: ${text}`,
};
export const checkWords: Record<Lang, typeof zh> = { zh, en };
