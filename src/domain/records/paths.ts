/**
 * Paths into a record, the same in `--set`, `--from`, findings and `timeline.ndjson`:
 * `a.b` nested key, `a[2]` element, `a[-1]` last, `a[+]` append, `a[]` every element (only for reading).
 */
import type { Json } from "./record.ts";

type Index = { readonly index: number | "+" | "*" };
export type Path = readonly (string | Index)[];

/** A key with its indices, up to the next dot or the end. */
const STEP = /^([A-Za-z_][A-Za-z0-9_]*)((?:\[(?:-1|\d{1,6}|\+|)\])*)(?:\.(?=.)|$)/;
const INDEX = /\[([^\]]*)\]/g;
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads a path.
 * @returns its parts, or null when the text is no path (also for `__proto__` and the like)
 */
export function parsePath(text: string): Path | null {
  const parts: (string | Index)[] = [];
  let rest = text;
  do {
    const [whole = "", key = "", indices = ""] = STEP.exec(rest) ?? [];
    if (key === "" || FORBIDDEN.has(key)) return null;
    parts.push(key, ...[...indices.matchAll(INDEX)].map(([, inner = ""]) => ({ index: indexOf(inner) })));
    rest = rest.slice(whole.length);
  } while (rest !== "");
  return parts;
}

function indexOf(inner: string): Index["index"] {
  if (inner === "") return "*";
  return inner === "+" ? "+" : Number(inner);
}

export const isKey = (part: string | Index): part is string => typeof part === "string";

/** Back to text. */
export function printPath(path: Path): string {
  return path
    .map((part, i) =>
      isKey(part) ? (i > 0 ? `.${part}` : part) : `[${part.index === "*" ? "" : part.index}]`,
    )
    .join("");
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const at = (list: readonly unknown[], index: number): number => (index < 0 ? list.length + index : index);

/** The value at a path without `[]` and `[+]`; undefined where nothing stands. */
export function getAt(record: unknown, path: string): unknown {
  return valuesAt(record, path)[0];
}

/** Every value at a path; `[]` spreads lists. */
export function valuesAt(record: unknown, path: string): unknown[] {
  let found: unknown[] = [record];
  for (const part of parsePath(path) ?? []) {
    found = found.flatMap((value) => childrenAt(value, part)).filter((value) => value !== undefined);
  }
  return found;
}

function childrenAt(value: unknown, part: string | Index): unknown[] {
  if (isKey(part)) return isMap(value) && Object.hasOwn(value, part) ? [value[part]] : [];
  if (!Array.isArray(value) || part.index === "+") return [];
  return part.index === "*" ? value : [value[at(value, part.index)]];
}

/** Empty is what is not stored: null, text of nothing but blanks, an empty list or map. `0` and `false` are values. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return value.length === 0;
  return isMap(value) && Object.keys(value).length === 0;
}

/** Is anything filled in at the path? With `[]`: does every element have it, and is there one? */
export function isFilled(record: unknown, path: string): boolean {
  const spread = path.lastIndexOf("[]");
  if (spread < 0) return !isEmpty(getAt(record, path));
  const elements = valuesAt(record, path.slice(0, spread + 2));
  const rest = path.slice(spread + 3);
  return (
    elements.length > 0 &&
    elements.every((element) => (rest === "" ? !isEmpty(element) : isFilled(element, rest)))
  );
}

/**
 * A copy of the record with a value put at a path; `null` and what is empty removes the key.
 * Lists and maps on the way are made where they are missing; an element beyond the end is refused.
 * @returns the copy, or null when the path does not fit the record
 */
export function setAt<T>(record: T, path: string, value: Json): T | null {
  const parts = parsePath(path);
  return parts ? (put(record, parts, value) as T | null) : null;
}

function put(target: unknown, parts: Path, value: Json): unknown {
  const [part, ...rest] = parts;
  if (part === undefined) return value;
  return isKey(part) ? putKey(target, part, rest, value) : putElement(target, part.index, rest, value);
}

function putKey(target: unknown, key: string, rest: Path, value: Json): unknown {
  if (target !== undefined && target !== null && !isMap(target)) return null;
  const child = put(target?.[key as keyof typeof target], rest, value);
  if (child === null && rest.length > 0) return null;
  const copy: Record<string, unknown> = { ...target };
  if (isEmpty(child)) delete copy[key];
  else copy[key] = child;
  return copy;
}

function putElement(target: unknown, index: Index["index"], rest: Path, value: Json): unknown {
  const list = listAt(target);
  const place = list === null ? -1 : placeIn(list, index);
  if (list === null || place < 0) return null;
  const child = put(list[place], rest, value);
  if (child === null && rest.length > 0) return null;
  if (isEmpty(child) && rest.length === 0) return list.toSpliced(place, 1);
  return place === list.length ? [...list, child] : list.with(place, child);
}

/** The list that stands there, an empty one where nothing does, null where something else does. */
function listAt(target: unknown): readonly unknown[] | null {
  if (target === undefined || target === null) return [];
  return Array.isArray(target) ? target : null;
}

/** The place of an element, one beyond the end for an appended one; -1 where there is none. */
function placeIn(list: readonly unknown[], index: Index["index"]): number {
  if (index === "*") return -1;
  if (index === "+") return list.length;
  const place = at(list, index);
  return place > list.length ? -1 : place;
}

/** Does `owner` cover `path`: the same place, or one above it? `[-1]`, `[2]`, `[+]` and `[]` count as the same element. */
export function covers(owner: string, path: string): boolean {
  const above = parsePath(owner);
  const below = parsePath(path);
  if (!above || !below || above.length > below.length) return false;
  return above.every((part, i) => sameStep(part, below[i]));
}

function sameStep(a: string | Index, b: string | Index | undefined): boolean {
  if (b === undefined) return false;
  return isKey(a) || isKey(b) ? a === b : true;
}
