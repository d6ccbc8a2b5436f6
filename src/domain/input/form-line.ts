/** The line of a form that a finding is about. */
import { isKey, type Path, parsePath } from "../records/paths.ts";

const KEY = /^(\s*(?:- +)*)(?:"([^"]+)"|([A-Za-z_][^\s:"]*)):(?:\s|$)/;

/**
 * Finds a path in a form: the line of its field, inside a list of the item and its key, else of the group or list it
 * stands in.
 * @returns the line from 1; undefined where the form does not have it
 */
export function formLine(text: string, path: string): number | undefined {
  const lines = text.split("\n");
  const keys = lines.map((line) => (/^\S/.test(line) ? keyOf(line) : undefined));
  const field = keys.findLastIndex((key) => key !== undefined && holds(key, path));
  if (field < 0) return undefined;
  const next = keys.findIndex((key, i) => i > field && key !== undefined);
  const block: Block = { from: field, to: next < 0 ? lines.length : next };
  return within(lines, block, below(keys[field] ?? "", path)) + 1;
}

/** What a path adds to the key of its field. */
function below(key: string, path: string): Path {
  const parts = parsePath(path) ?? [];
  return parts.slice(parsePath(key)?.length ?? parts.length);
}

interface Block {
  readonly from: number;
  readonly to: number;
}

const keyOf = (line: string): string | undefined => {
  const [, , quoted, plain] = KEY.exec(line) ?? [];
  return quoted ?? plain;
};

const holds = (key: string, path: string): boolean =>
  path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`);

/** Follows the rest of a path as far as the lines show it; what stands on one line is that line. */
function within(lines: readonly string[], block: Block, parts: Path): number {
  const [part, ...rest] = parts;
  if (part === undefined) return block.from;
  const inside = lines.slice(block.from, block.to);
  const found = isKey(part) ? lineOfKey(inside, part) : lineOfItem(inside, Number(part.index));
  if (found < 0) return block.from;
  const end = isKey(part) ? -1 : lineOfItem(inside, Number(part.index) + 1);
  return within(lines, { from: block.from + found, to: end < 0 ? block.to : block.from + end }, rest);
}

const lineOfKey = (lines: readonly string[], key: string): number =>
  lines.findIndex((line) => keyOf(line) === key);

/** Items are the dashes that stand farthest to the left. */
function lineOfItem(lines: readonly string[], place: number): number {
  const indents = lines.map((line) => /^(\s+)- /.exec(line)?.[1]?.length ?? Number.POSITIVE_INFINITY);
  const outermost = Math.min(...indents);
  const items = indents.flatMap((indent, i) => (indent === outermost && Number.isFinite(indent) ? [i] : []));
  return items[place] ?? -1;
}
