/** Findings about what was typed: paths and values of `--set`, `--from`, prompts and the `--edit` form. */
import { say, type Words } from "./words.ts";

interface At {
  readonly kind: string;
  readonly path: string;
}
interface Wrong extends At {
  readonly value: string;
}

const zhAt = (p: At, w: Words): string => `${w.field(p.kind, p.path)}(${p.path})`;
const enAt = (p: At, w: Words): string => `${w.field(p.kind, p.path)} (${p.path})`;
const zhNear = (near: readonly string[]): string => (near.length > 0 ? `;是否指 ${near.join("、")}` : "");
const enNear = (near: readonly string[]): string =>
  near.length > 0 ? `; did you mean ${near.join(", ")}?` : "";
const allowed = (enumName: string, keys: readonly string[], w: Words): string =>
  keys.map((key) => `${key} ${w.value(enumName, key)}`).join(" · ");

/** A value of the wrong form: what was typed, and what it must look like. */
const mustBe = (zh: string, en: string) =>
  say<Wrong>({
    blame: "value",
    zh: (p, w) => `${zhAt(p, w)}的值「${p.value}」有误:${zh}`,
    en: (p, w) => `${enAt(p, w)}: "${p.value}" is not accepted; ${en}`,
  });

/** A value in a foreign spelling: what it would be in ours, where that can be told. */
const spelled = (zh: string, en: string) =>
  say<Wrong & { suggestion?: string }>({
    blame: "value",
    zh: (p, w) =>
      `${zhAt(p, w)}的值「${p.value}」有误:${zh}${p.suggestion === undefined ? "" : `;是否指 ${p.suggestion}`}`,
    en: (p, w) =>
      `${enAt(p, w)}: "${p.value}" is not accepted; ${en}${p.suggestion === undefined ? "" : `; did you mean ${p.suggestion}?`}`,
  });

const group = (keys: readonly string[]): string => `{${keys.map((key) => `${key}: …`).join(", ")}}`;

export const inputFindings = {
  "assignment-form": say<{ text: string }>({
    blame: "value",
    zh: (p) => `「${p.text}」不是「路径=值」的写法`,
    en: (p) => `"${p.text}" is not written as path=value`,
    remedy: { zh: () => "例如 --set severity=major", en: () => "for example --set severity=major" },
  }),
  "path-form": say<{ path: string }>({
    blame: "value",
    zh: (p) => `「${p.path}」不是字段路径`,
    en: (p) => `"${p.path}" is not the path of a field`,
    remedy: {
      zh: () => "写法:a.b 下级字段,a[2] 第三项(从 0 起),a[-1] 末项,a[+] 追加一项",
      en: () => "a.b is a field inside a, a[2] the third item (from 0), a[-1] the last, a[+] appends one",
    },
  }),
  "path-twice": say<At>({
    blame: "value",
    zh: (p, w) => `${zhAt(p, w)}给出了两次`,
    en: (p, w) => `${enAt(p, w)} is given twice`,
    remedy: {
      zh: () => "只给一次;列表可写成 '[一, 二]'",
      en: () => "give it once; several items are written as a list: '[one, two]'",
    },
  }),
  "input-not-a-map": say<Record<string, never>>({
    blame: "value",
    zh: () => "输入应为「字段: 值」的 YAML 映射",
    en: () => "the input must be a YAML map of field: value",
  }),
  "field-unknown": say<{ kind: string; path: string; near: readonly string[] }>({
    blame: "value",
    zh: (p, w) =>
      `${w.kind(p.kind)}没有字段 ${p.path}${zhNear(p.near.map((n) => `${n} ${w.field(p.kind, n)}`))}`,
    en: (p, w) =>
      `${w.kind(p.kind)}: there is no field ${p.path}${enNear(p.near.map((n) => `${n} "${w.field(p.kind, n)}"`))}`,
  }),
  "value-empty": say<At>({
    blame: "value",
    zh: (p, w) => `${zhAt(p, w)}的值为空`,
    en: (p, w) => `${enAt(p, w)}: the value is empty`,
    remedy: { zh: () => "要清空字段请写 null", en: () => "to empty a field write null" },
  }),
  "value-control": say<At>({
    blame: "value",
    zh: (p, w) => `${zhAt(p, w)}含有控制字符`,
    en: (p, w) => `${enAt(p, w)} contains control characters`,
  }),
  "text-one-line": say<At>({
    blame: "value",
    zh: (p, w) => `${zhAt(p, w)}只能是一行文字`,
    en: (p, w) => `${enAt(p, w)} must be text of one line`,
  }),
  "enum-unknown": say<Wrong & { enum: string; keys: readonly string[]; near: readonly string[] }>({
    blame: "value",
    zh: (p, w) =>
      `${zhAt(p, w)}的值「${p.value}」不在可选项中:${allowed(p.enum, p.keys, w)}${zhNear(p.near.map((k) => `${k} ${w.value(p.enum, k)}`))}`,
    en: (p, w) =>
      `${enAt(p, w)}: "${p.value}" is not one of: ${allowed(p.enum, p.keys, w)}${enNear(p.near.map((k) => `${k} "${w.value(p.enum, k)}"`))}`,
  }),
  "date-form": spelled(
    "日期写成 YYYY-MM-DD,例如 2026-03-02",
    "a date is written YYYY-MM-DD, for example 2026-03-02",
  ),
  "date-impossible": mustBe("没有这一天", "there is no such day"),
  "time-form": spelled(
    "时间写成 2026-03-02T09:12(默认 +08:00),或 now 表示现在",
    "a time is written 2026-03-02T09:12 (+08:00 unless given), or now",
  ),
  "time-impossible": mustBe("没有这一时刻", "there is no such time"),
  "digits-full-width": say<Wrong & { half: string }>({
    blame: "value",
    zh: (p, w) => `${zhAt(p, w)}的值「${p.value}」用了全角字符;请用半角:${p.half}`,
    en: (p, w) => `${enAt(p, w)}: "${p.value}" is typed in full-width characters; write ${p.half}`,
  }),
  "int-form": mustBe("应为整数,例如 12", "it must be a whole number, for example 12"),
  "number-form": mustBe(
    "应为数字,不带千位分隔符和单位,例如 1800.5",
    "it must be a plain number without thousands mark or unit, for example 1800.5",
  ),
  "bool-form": mustBe("请写 true / false 或 是 / 否", "write true / false or yes / no"),
  "text-form": mustBe("应为文字,请加引号", "it must be text: put it in quotation marks"),
  "list-form": say<Wrong & { keys: readonly string[] }>({
    blame: "value",
    zh: (p, w) => `${zhAt(p, w)}应为列表,而不是「${p.value}」`,
    en: (p, w) => `${enAt(p, w)} must be a list, not "${p.value}"`,
    remedy: {
      zh: (p) => `写法:'[${p.keys.length > 0 ? group(p.keys) : "一, 二"}]'`,
      en: (p) => `written '[${p.keys.length > 0 ? group(p.keys) : "one, two"}]'`,
    },
  }),
  "map-form": say<Wrong & { keys: readonly string[] }>({
    blame: "value",
    zh: (p, w) => `${zhAt(p, w)}应为一组字段,而不是「${p.value}」`,
    en: (p, w) => `${enAt(p, w)} must be a group of fields, not "${p.value}"`,
    remedy: {
      zh: (p) => `写法:'${group(p.keys)}'`,
      en: (p) => `written '${group(p.keys)}'`,
    },
  }),
  "money-form": mustBe("金额写成 1800 CNY", "an amount of money is written 1800 CNY"),
  "value-too-deep": say<At>({
    blame: "value",
    zh: (p, w) => `${zhAt(p, w)}的值嵌套过深`,
    en: (p, w) => `${enAt(p, w)}: the value is nested too deeply`,
  }),
  "key-unknown": say<At & { key: string; near: readonly string[]; keys: readonly string[] }>({
    blame: "value",
    zh: (p, w) => `${zhAt(p, w)}中没有「${p.key}」${zhNear(p.near)}`,
    en: (p, w) => `${enAt(p, w)} has no "${p.key}"${enNear(p.near)}`,
    remedy: {
      zh: (p) => `可填:${p.keys.join("、")};含逗号的文字请加引号`,
      en: (p) => `it has: ${p.keys.join(", ")}; put text with a comma in quotation marks`,
    },
  }),
  "key-forbidden": say<At & { key: string }>({
    blame: "value",
    zh: (p, w) => `${zhAt(p, w)}中不允许使用「${p.key}」作字段名`,
    en: (p, w) => `${enAt(p, w)}: "${p.key}" is not allowed as a name`,
  }),
  "item-empty": say<At>({
    blame: "value",
    zh: (p, w) => `${zhAt(p, w)}中有空项`,
    en: (p, w) => `${enAt(p, w)} has an empty item`,
  }),
  "ref-form": say<Wrong & { kinds: readonly string[]; patterns: readonly string[]; suggestion?: string }>({
    blame: "value",
    zh: (p, w) =>
      `${zhAt(p, w)}的值「${p.value}」不是编号;应为 ${p.patterns.map((text, i) => `${w.kind(p.kinds[i] ?? "")} ${text}`).join(" · ")}${zhNear(p.suggestion === undefined ? [] : [p.suggestion])}`,
    en: (p, w) =>
      `${enAt(p, w)}: "${p.value}" is not a number of ${p.patterns.map((text, i) => `${w.kind(p.kinds[i] ?? "")} ${text}`).join(" · ")}${enNear(p.suggestion === undefined ? [] : [p.suggestion])}`,
  }),
  "staff-form": mustBe("请写人员编号,例如 S02", "write the number of a person, for example S02"),
  "form-blank": say<Record<string, never>>({
    blame: "missing",
    zh: () => "表单是空的,没有写入任何内容",
    en: () => "the form is empty: nothing was written",
  }),
} as const;
