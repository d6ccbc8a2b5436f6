/** What a parsed YAML text must not contain (store.md 6), and the value it stands for. Knows no YAML library. */
import type { Json } from "../domain/records/record.ts";
import { type Finding, finding } from "../domain/words/findings.ts";
import { bidiIn, controlIn, DEPTH_LIMIT } from "./text-guard.ts";

/** A parsed node, as far as it is judged. */
export interface SourceNode {
  readonly at: number;
  readonly anchor?: string;
  readonly tag?: string;
  readonly shape:
    | { readonly is: "alias" }
    | { readonly is: "scalar"; readonly value: unknown; readonly source: string }
    | { readonly is: "list"; readonly items: readonly SourceNode[] }
    | { readonly is: "map"; readonly pairs: readonly (readonly [SourceNode, SourceNode])[] };
}

/** Turns an offset into file, line and column. */
export type Locate = (offset: number) => { file: string; line: number; column: number };

/** Where a value stands in a text. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

export interface JudgeOptions {
  readonly locate: Locate;
  /** May keys be written as numbers (`2025: 101` in settings)? In a record they may not. */
  readonly numericKeys: boolean;
}

const FORBIDDEN = new Set(["__proto__", "constructor", "prototype", "<<"]);
/** Values that name something: no sign in them may be invisible. */
const NAMES = /^(?:id|kind|state|by|role|event|for|from|to|transition|deputy_for)$|_ids?$/;

/**
 * Walks a parsed tree.
 * @returns its value, and everything that a file of this repository must not contain
 */
export function judge(root: SourceNode, options: JudgeOptions): { value: Json; findings: Finding[] } {
  const findings: Finding[] = [];
  const value = read({ ...options, report: (found) => findings.push(found) }, root, 0, "");
  return { value, findings };
}

interface Judge extends JudgeOptions {
  readonly report: (found: Finding) => void;
}

function read(judge: Judge, node: SourceNode, depth: number, name: string): Json {
  const where = (): ReturnType<Locate> => judge.locate(node.at);
  if (node.anchor !== undefined) judge.report(finding("yaml-anchor", {}, where()));
  if (node.tag !== undefined) judge.report(finding("yaml-tag", { tag: node.tag }, where()));
  if (depth > DEPTH_LIMIT) {
    judge.report(finding("file-too-deep", { limit: DEPTH_LIMIT }, where()));
    return null;
  }
  if (node.shape.is === "list") return node.shape.items.map((item) => read(judge, item, depth + 1, name));
  if (node.shape.is === "map") return readMap(judge, node.shape.pairs, depth);
  if (node.shape.is === "scalar") return readScalar(judge, node.shape, where, name);
  judge.report(finding("yaml-alias", {}, where()));
  return null;
}

function readMap(judge: Judge, pairs: readonly (readonly [SourceNode, SourceNode])[], depth: number): Json {
  const found: Record<string, Json> = {};
  for (const [keyNode, valueNode] of pairs) {
    const name = readKey(judge, keyNode, found);
    const value = read(judge, valueNode, depth + 1, name ?? "");
    if (name !== undefined) found[name] = value;
  }
  return found;
}

/** The key, or undefined when it cannot stand in a record. */
function readKey(judge: Judge, node: SourceNode, taken: object): string | undefined {
  const where = judge.locate(node.at);
  const { shape } = node;
  if (node.anchor !== undefined) judge.report(finding("yaml-anchor", {}, where));
  if (node.tag !== undefined) judge.report(finding("yaml-tag", { tag: node.tag }, where));
  const value =
    shape.is === "scalar" && judge.numericKeys && typeof shape.value === "number"
      ? shape.source
      : keyValue(node);
  if (typeof value !== "string") {
    judge.report(
      shape.is === "alias" ? finding("yaml-alias", {}, where) : finding("yaml-key-text", {}, where),
    );
    return undefined;
  }
  const fault = keyFault(value, taken, where);
  if (fault) judge.report(fault);
  return fault ? undefined : value;
}

const keyValue = ({ shape }: SourceNode): unknown => (shape.is === "scalar" ? shape.value : undefined);

function keyFault(key: string, taken: object, where: ReturnType<Locate>): Finding | undefined {
  if (FORBIDDEN.has(key)) return finding("yaml-key-forbidden", { key }, where);
  if (Object.hasOwn(taken, key)) return finding("yaml-key-twice", { key }, where);
  const bidi = bidiIn(key);
  if (bidi !== undefined) return finding("file-bidi", { code: bidi }, where);
  const control = controlIn(key) ?? (/[\n\t]/.test(key) ? "U+000A" : undefined);
  return control === undefined ? undefined : finding("file-control", { code: control }, where);
}

function readScalar(
  judge: Judge,
  scalar: { readonly value: unknown; readonly source: string },
  where: () => ReturnType<Locate>,
  name: string,
): Json {
  const { value, source } = scalar;
  if (typeof value === "string") {
    const control = controlIn(value);
    if (control !== undefined) judge.report(finding("file-control", { code: control }, where()));
    const bidi = NAMES.test(name) ? bidiIn(value) : undefined;
    if (bidi !== undefined) judge.report(finding("file-bidi", { code: bidi }, where()));
    return value;
  }
  if (typeof value === "number" && !exact(value, source)) {
    judge.report(finding("yaml-number", { source }, where()));
    return null;
  }
  return value as Json;
}

/** Is the number as written the number that will be kept? `.inf`, `.nan` and twenty digits are not. */
function exact(value: number, source: string): boolean {
  if (!Number.isFinite(value)) return false;
  if (Number.isInteger(value) && /^[-+]?\d+$/.test(source)) return Number.isSafeInteger(value);
  return JSON.stringify(value) === source || source.replace(/e.*$|^[-+0.]+|\./gi, "").length <= 15;
}
