/** Findings of `check` and `status` about files rather than rules. */
import { say } from "./words.ts";

export const checkFindings = {
  "edited-by-hand": say<{ path: string }>({
    blame: "blocked",
    level: "warning",
    zh: (p) => `${p.path} 在编辑器中改动过,尚未纳入`,
    en: (p) => `${p.path} was changed in an editor and is not taken in`,
    remedy: {
      zh: (p) => `恢复已提交的内容:git checkout -- ${p.path};改正字段用 casetrail correct`,
      en: (p) =>
        `put the committed state back with git checkout -- ${p.path}; correct a field with casetrail correct`,
    },
  }),
  "not-canonical": say<{ id: string }>({
    blame: "value",
    zh: () => "文件不是规范格式:键的顺序、缩进或引号与程序写出的不同",
    en: () =>
      "the file is not in canonical form: order of keys, indents or quotes differ from what the tool writes",
  }),
  "foreign-file": say<{ path: string }>({
    blame: "value",
    level: "warning",
    zh: () => "records/ 中只放记录文件",
    en: () => "only records belong under records/",
  }),
  "number-twice": say<{ id: string; other: string }>({
    blame: "value",
    zh: (p) => `编号 ${p.id} 已用于 ${p.other}`,
    en: (p) => `the number ${p.id} stands in ${p.other} too`,
  }),
} as const;
