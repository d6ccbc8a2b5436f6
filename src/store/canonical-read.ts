/**
 * Reads a file that stands in canonical form, some twenty times faster than a YAML library. It need not be clever:
 * what it read is printed again, and only the very same text is taken. All else goes to `yaml.ts`, which can say why not.
 */
import type { Json } from "../domain/records/record.ts";
import { printMap } from "./canonical.ts";

type Map = { [key: string]: Json };
/** The text by lines and how far it has been read. */
interface Reader {
  readonly lines: readonly string[];
  at: number;
}

const DEEPEST = 32;
/** Escapes of control characters, signs and keys that need a closer look: left to the slow way. A key twice is not printed again. */
const SUSPECT =
  /\\[ubfr]|[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|__proto__|constructor|prototype|<</u;
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:e[+-][0-9]+)?$/;

/** Says "not canonical" from any depth, as JSON.parse does for a quoted text. Never leaves this file. */
const notCanonical = (): SyntaxError => new SyntaxError("not canonical");

/**
 * Reads a canonical text.
 * @returns its map, or null when the text is not in canonical form (which says nothing about whether it is valid)
 */
export function readCanonical(text: string): Map | null {
  if (SUSPECT.test(text)) return null;
  try {
    const found = map({ lines: text.split("\n"), at: 0 }, "");
    return printMap(found) === text ? found : null;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
}

/** Lines `key: value` that stand at one indent; the first line may follow a `- `, so its indent is already cut off. */
function map(reader: Reader, indent: string, first?: string): Map {
  const found: Map = {};
  for (let line = first ?? own(reader, indent); line !== undefined; line = own(reader, indent)) {
    reader.at += 1;
    const colon = keyEnd(line);
    found[keyText(line.slice(0, colon))] = valueAfter(reader, line.slice(colon + 1), `${indent}  `);
  }
  return found;
}

/** The rest of the current line when it stands at exactly this indent. */
function own(reader: Reader, indent: string): string | undefined {
  const line = reader.lines[reader.at];
  if (line === undefined || line === "" || !line.startsWith(indent)) return undefined;
  return line[indent.length] === " " ? undefined : line.slice(indent.length);
}

function keyEnd(line: string): number {
  const start = line.startsWith('"') ? quotedEnd(line, 0) : 0;
  const colon = line.indexOf(":", start);
  const space = line.indexOf(": ", start);
  if (colon === line.length - 1) return colon;
  if (space < 0) throw notCanonical();
  return space;
}

const keyText = (source: string): string =>
  source.startsWith('"') ? (JSON.parse(source) as string) : source;

function valueAfter(reader: Reader, rest: string, indent: string): Json {
  if (indent.length > 2 * DEEPEST) throw notCanonical();
  if (rest !== "") return inline(rest.slice(1));
  const next = own(reader, indent);
  if (next === undefined) throw notCanonical();
  return next.startsWith("- ") ? list(reader, indent) : map(reader, indent);
}

function list(reader: Reader, indent: string, first?: string): Json[] {
  const found: Json[] = [];
  for (let line = first ?? own(reader, indent); line?.startsWith("- "); line = own(reader, indent)) {
    found.push(item(reader, line.slice(2), `${indent}  `));
  }
  return found;
}

function item(reader: Reader, rest: string, indent: string): Json {
  if (indent.length > 2 * DEEPEST) throw notCanonical();
  if (rest.startsWith("- ")) return list(reader, indent, rest);
  if (!rest.startsWith("{") && !rest.startsWith("[") && isPair(rest)) return map(reader, indent, rest);
  reader.at += 1;
  return inline(rest);
}

function isPair(line: string): boolean {
  if (!line.startsWith('"')) return line.endsWith(":") || line.includes(": ");
  return line[quotedEnd(line, 0)] === ":";
}

/** A value that stands on one line. */
function inline(source: string): Json {
  if (!source.startsWith("{") && !source.startsWith("[")) return scalar(source);
  const cursor = { source, at: 0 };
  const found = flow(cursor, 0);
  if (cursor.at !== source.length) throw notCanonical();
  return found;
}

interface Cursor {
  readonly source: string;
  at: number;
}

function flow(cursor: Cursor, depth: number): Json {
  const { source } = cursor;
  if (depth > DEEPEST) throw notCanonical();
  if (source.startsWith("{}", cursor.at) || source.startsWith("[]", cursor.at)) return empty(cursor);
  if (source[cursor.at] === "{") return flowMap(cursor, depth);
  if (source[cursor.at] === "[") return flowList(cursor, depth);
  const start = cursor.at;
  const quoted = source[start] === '"';
  cursor.at = quoted ? quotedEnd(source, start) : plainEnd(source, start);
  return scalar(source.slice(start, cursor.at).replace(/ $/, ""));
}

function empty(cursor: Cursor): Json {
  cursor.at += 2;
  return cursor.source[cursor.at - 2] === "{" ? {} : [];
}

function flowMap(cursor: Cursor, depth: number): Map {
  const found: Map = {};
  do {
    cursor.at += 2;
    const rest = cursor.source.slice(cursor.at);
    const colon = keyEnd(rest);
    cursor.at += colon + 2;
    found[keyText(rest.slice(0, colon))] = flow(cursor, depth + 1);
  } while (cursor.source.startsWith(", ", cursor.at));
  return closed(cursor, " }", found);
}

function flowList(cursor: Cursor, depth: number): Json[] {
  const found: Json[] = [];
  do {
    cursor.at += 2;
    found.push(flow(cursor, depth + 1));
  } while (cursor.source.startsWith(", ", cursor.at));
  return closed(cursor, " ]", found);
}

function closed<T>(cursor: Cursor, close: string, found: T): T {
  const spaced = cursor.source.startsWith(close, cursor.at);
  const behindBlank = cursor.source[cursor.at] === close[1] && cursor.source[cursor.at - 1] === " ";
  if (!spaced && !behindBlank) throw notCanonical();
  cursor.at += spaced ? 2 : 1;
  return found;
}

function plainEnd(source: string, start: number): number {
  const found = /[,\]}]/.exec(source.slice(start));
  return found ? start + found.index : source.length;
}

/** Where a double-quoted text ends. */
function quotedEnd(source: string, start: number): number {
  for (let i = start + 1; i < source.length; i += 1) {
    if (source[i] === "\\") i += 1;
    else if (source[i] === '"') return i + 1;
  }
  throw notCanonical();
}

function scalar(source: string): Json {
  if (source.startsWith('"')) return JSON.parse(source) as string;
  if (source === "null") return null;
  if (source === "true" || source === "false") return source === "true";
  return NUMBER.test(source) ? Number(source) : source;
}
