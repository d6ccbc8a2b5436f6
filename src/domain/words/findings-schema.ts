/** Findings of the schemas: a value that a form does not allow, said with the label of the field and what is allowed. */
import type { Label } from "../records/record.ts";
import { say, type Words } from "./words.ts";

interface At {
  /** Kind of the record; for other files the name of the file. */
  readonly kind: string;
  readonly path: string;
}
interface With extends At {
  readonly value: string;
}

const zh = (p: At, w: Words): string => (p.path === "" ? "内容" : w.field(p.kind, p.path));
const en = (p: At, w: Words): string => (p.path === "" ? "the content" : w.field(p.kind, p.path));
const choices = (allowed: readonly (Partial<Label> & { key: string })[], w: Words): string =>
  allowed
    .map((one) => [one.key, one[w.lang]].filter((part) => part !== undefined).join(" "))
    .join(w.lang === "zh" ? "、" : ", ");

const TYPES: Readonly<Record<string, Label>> = {
  string: { zh: "文字(需要时加双引号)", en: "text (in double quotes where needed)" },
  integer: { zh: "整数", en: "a whole number" },
  number: { zh: "数字", en: "a number" },
  boolean: { zh: "true 或 false", en: "true or false" },
  array: { zh: "清单(每行以 - 开头)", en: "a list (each line begins with -)" },
  object: { zh: "一组“键: 值”", en: "a group of “key: value”" },
  null: { zh: "空", en: "empty" },
};
const FORMS: Readonly<Record<string, Label>> = {
  date: { zh: "日期,如 2026-03-02", en: "a date such as 2026-03-02" },
  "date-time": {
    zh: "带时区的时间,如 2026-03-02T09:12:00+08:00",
    en: "a time with offset such as 2026-03-02T09:12:00+08:00",
  },
};
const named = (table: Readonly<Record<string, Label>>, keys: readonly string[], w: Words): string =>
  keys.map((key) => table[key]?.[w.lang] ?? key).join(w.lang === "zh" ? "或" : " or ");

export const schemaFindings = {
  "schema-enum": say<With & { allowed: readonly (Partial<Label> & { key: string })[] }>({
    blame: "value",
    zh: (p, w) => `${zh(p, w)}只能是 ${choices(p.allowed, w)};现为 ${p.value}`,
    en: (p, w) => `${en(p, w)} can only be ${choices(p.allowed, w)}; it is ${p.value}`,
  }),
  "schema-type": say<With & { types: readonly string[] }>({
    blame: "value",
    zh: (p, w) => `${zh(p, w)}应为${named(TYPES, p.types, w)};现为 ${p.value}`,
    en: (p, w) => `${en(p, w)} must be ${named(TYPES, p.types, w)}; it is ${p.value}`,
  }),
  "schema-form": say<With & { form: string; example?: string }>({
    blame: "value",
    zh: (p, w) =>
      `${zh(p, w)}的写法不对:${p.value}${p.example === undefined ? "" : `;例如 ${p.example}`}${FORMS[p.form] ? `;应为${named(FORMS, [p.form], w)}` : ""}`,
    en: (p, w) =>
      `${en(p, w)} is not written as it must be: ${p.value}${p.example === undefined ? "" : `; for example ${p.example}`}${FORMS[p.form] ? `; wanted is ${named(FORMS, [p.form], w)}` : ""}`,
  }),
  "schema-required": say<At>({
    blame: "missing",
    zh: (p, w) => `缺少${zh(p, w)}(${p.path})`,
    en: (p, w) => `${en(p, w)} (${p.path}) is missing`,
  }),
  "schema-unknown": say<At & { key: string; near: readonly string[] }>({
    blame: "value",
    zh: (p) => `没有名为 ${p.key} 的字段${p.near.length > 0 ? `;是否指 ${p.near.join("、")}` : ""}`,
    en: (p) =>
      `there is no field named ${p.key}${p.near.length > 0 ? `; did you mean ${p.near.join(", ")}?` : ""}`,
  }),
  "schema-range": say<With & { bound: "min" | "max"; limit: number }>({
    blame: "value",
    zh: (p, w) => `${zh(p, w)}应${p.bound === "min" ? "不小于" : "不大于"} ${p.limit};现为 ${p.value}`,
    en: (p, w) =>
      `${en(p, w)} must be ${p.bound === "min" ? "at least" : "at most"} ${p.limit}; it is ${p.value}`,
  }),
  "schema-count": say<At & { bound: "min" | "max"; limit: number }>({
    blame: "value",
    zh: (p, w) => `${zh(p, w)}应${p.bound === "min" ? "至少" : "至多"}有 ${p.limit} 项`,
    en: (p, w) => `${en(p, w)} must have at ${p.bound === "min" ? "least" : "most"} ${p.limit}`,
  }),
  "schema-length": say<With & { bound: "min" | "max"; limit: number }>({
    blame: "value",
    zh: (p, w) => `${zh(p, w)}应${p.bound === "min" ? "至少" : "至多"}有 ${p.limit} 个字`,
    en: (p, w) => `${en(p, w)} must have at ${p.bound === "min" ? "least" : "most"} ${p.limit} characters`,
  }),
  "schema-twice": say<At>({
    blame: "value",
    zh: (p, w) => `${zh(p, w)}中有重复项`,
    en: (p, w) => `${en(p, w)} holds the same twice`,
  }),
  "schema-other": say<With & { rule: string }>({
    blame: "value",
    zh: (p, w) => `${zh(p, w)}不符合表单规定(${p.rule});现为 ${p.value}`,
    en: (p, w) => `${en(p, w)} does not fit the form (${p.rule}); it is ${p.value}`,
  }),
} as const;
