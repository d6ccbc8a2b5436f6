/** YAML as people like to edit it: blocks instead of brackets, quotation marks only where they are needed. */
import type { Json } from "../records/record.ts";

/** A text that YAML reads as that very text, without quotation marks. */
const PLAIN = /^\p{L}[\p{L}\d ._/()@+-]*$/u;
const READ_OTHERWISE = /^(?:true|false|null|yes|no|on|off)$/i;
const DAY_OR_TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}\+\d{2}:\d{2})?$/;

/**
 * The lines of `key: value`.
 * @param indent blanks before the key
 */
export function entryLines(key: string, value: Json, indent = ""): string[] {
  const head = `${indent}${key}:`;
  if (typeof value === "string" && isBlock(value)) return [`${head} |-`, ...blockLines(value, `${indent}  `)];
  if (Array.isArray(value) && value.some(isGroup))
    return [head, ...value.flatMap((item) => itemLines(item, `${indent}  `))];
  if (isGroup(value) && Object.keys(value).length > 0) return [head, ...groupLines(value, `${indent}  `)];
  return [`${head} ${flow(value)}`];
}

const groupLines = (group: { [key: string]: Json }, indent: string): string[] =>
  Object.entries(group).flatMap(([key, value]) => entryLines(key, value, indent));

/** One item of a list of groups: a dash before its first key. */
function itemLines(item: Json, indent: string): string[] {
  if (!isGroup(item) || Object.keys(item).length === 0) return [`${indent}- ${flow(item)}`];
  const [first = "", ...rest] = groupLines(item, `${indent}  `);
  return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
}

function flow(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (isGroup(value))
    return `{${Object.entries(value)
      .map(([key, each]) => `${key}: ${flow(each)}`)
      .join(", ")}}`;
  return typeof value === "string" && isPlain(value) ? value : JSON.stringify(value);
}

function isPlain(text: string): boolean {
  return DAY_OR_TIME.test(text) || (PLAIN.test(text) && !text.endsWith(" ") && !READ_OTHERWISE.test(text));
}

/** Several lines are shown as they are; what a block would change (blanks in front, an empty end) is quoted. */
const isBlock = (text: string): boolean => text.includes("\n") && /^\S/.test(text) && /\S$/.test(text);

const blockLines = (text: string, indent: string): string[] =>
  text.split("\n").map((line) => (line === "" ? "" : `${indent}${line}`));

const isGroup = (value: Json): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
