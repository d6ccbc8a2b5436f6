/**
 * The only door to the YAML library, opened only for what a person wrote by hand: everything the tool wrote itself stands
 * in canonical form and is read by `canonical-read.ts`.
 */
import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Json } from "../domain/records/record.ts";
import { type Finding, finding } from "../domain/words/findings.ts";
import { guardText } from "./text-guard.ts";
import { faultsOf } from "./yaml-faults.ts";
import { judge, type Locate, type Position, type SourceNode } from "./yaml-judge.ts";

/** Duplicate keys are found by `yaml-judge.ts`: the library compares every pair of keys. */
const OPTIONS = {
  version: "1.2",
  schema: "core",
  merge: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: "silent",
} as const;
export type Parsed =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly findings: readonly Finding[] };
export type ParsedMap =
  | { readonly ok: true; readonly value: { [key: string]: Json } }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Parses a YAML text of a record repository under the rules of store.md 6; warnings count as errors.
 * @param file path in the repository, named in findings
 * @param options.numericKeys settings and calendars may have years as keys
 * @returns the value, or findings with line and column
 */
export function parseYaml(
  bytes: Uint8Array | string,
  file: string,
  options: { numericKeys?: boolean } = {},
): Parsed {
  const guarded = guardText(bytes, file);
  if (!guarded.ok) return guarded;
  const lineCounter = new LineCounter();
  const locate: Locate = (offset) => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const documents = parseAllDocuments(guarded.text, { ...OPTIONS, lineCounter });
  const [document, second] = "empty" in documents ? [] : documents;
  if (second) return refuse(finding("yaml-documents", {}, locate(second.range[0])));
  const directive = directiveIn(guarded.text, document?.contents?.range?.[0]);
  if (directive !== undefined) return refuse(finding("yaml-directive", {}, locate(directive)));
  const tree = document?.contents ? treeOf(document.contents) : emptyNode(0);
  const judged = judge(tree, { locate, numericKeys: options.numericKeys ?? false });
  const findings = [...faultsOf(document, locate, judged.findings), ...judged.findings];
  return findings.length > 0 ? { ok: false, findings } : { ok: true, value: judged.value };
}

const refuse = (found: Finding): Parsed => ({ ok: false, findings: [found] });

/** Where a `%` directive stands before the content. */
function directiveIn(text: string, content: number | undefined): number | undefined {
  const at = /^%/m.exec(text)?.index;
  return at !== undefined && at < (content ?? text.length) ? at : undefined;
}

const emptyNode = (at: number): SourceNode => ({ at, shape: { is: "scalar", value: null, source: "" } });

function treeOf(node: Node): SourceNode {
  const at = node.range?.[0] ?? 0;
  const anchor = "anchor" in node && node.anchor !== undefined ? { anchor: node.anchor } : {};
  const tag = node.tag === undefined ? {} : { tag: node.tag };
  return { at, ...anchor, ...tag, shape: shapeOf(node, at) };
}

function shapeOf(node: Node, at: number): SourceNode["shape"] {
  const child = (value: unknown): SourceNode => (value ? treeOf(value as Node) : emptyNode(at));
  if (isAlias(node)) return { is: "alias" };
  if (isScalar(node)) return { is: "scalar", value: node.value, source: node.source ?? String(node.value) };
  if (isSeq(node))
    return { is: "list", items: node.items.map((item) => (isPair(item) ? emptyNode(at) : child(item))) };
  return {
    is: "map",
    pairs: isMap(node) ? node.items.map((pair) => [child(pair.key), child(pair.value)] as const) : [],
  };
}

/**
 * Reads the flow text of one value, as in `--set`: `[quality, production]`, `{channel: fax}`.
 * @param where what findings name instead of a file
 */
export const parseFlow = (text: string, where = "--set"): Parsed => parseYaml(text, where);

/**
 * Reads a map of paths and values, as in `--from`.
 * @param where the file, or what findings name instead
 */
export function parseMap(text: string, where: string): ParsedMap {
  const parsed = parseYaml(text.replaceAll("\r\n", "\n").replace(/^\ufeff/, ""), where);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  if (value === null) return { ok: true, value: {} };
  const isMapping = typeof value === "object" && !Array.isArray(value);
  return isMapping
    ? { ok: true, value }
    : { ok: false, findings: [finding("yaml-not-a-map", {}, { file: where })] };
}

/**
 * Where values stand in a text.
 * @returns for a path of keys and indexes its place; for one that is not there the place of what holds it
 */
export function positions(text: string): (path: readonly (string | number)[]) => Position | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { ...OPTIONS, lineCounter });
  return (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const range = (document.getIn(path.slice(0, length), true) as Node | undefined)?.range;
      if (!range) continue;
      const { line, col } = lineCounter.linePos(range[0]);
      return { line, column: col, length: Math.max(1, range[1] - range[0]) };
    }
    return undefined;
  };
}

/**
 * Writes a record into a text in which somebody left comments: they stay where they were.
 * @param text the file as it stands
 * @param value the record as it shall be, keys in their order
 * @returns the new text of the file
 */
export function rewriteYaml(text: string, value: { readonly [key: string]: Json }): string {
  const document = parseDocument(text, OPTIONS);
  const root = document.contents;
  if (!isMap(root)) return document.createNode(value).toString();
  mergeMap(document, root, value);
  return printDocument(document);
}

/** The library printing in canonical form: history on one line an entry, texts with line breaks in double quotes. */
export function printDocument(document: Document): string {
  const history = document.get("history");
  if (isSeq(history)) for (const entry of history.items) if (isMap(entry)) entry.flow = true;
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === "string" && node.value.includes("\n")) node.type = "QUOTE_DOUBLE";
    },
  });
  return document.toString({ lineWidth: 0, singleQuote: false, doubleQuotedAsJSON: true, blockQuote: false });
}

type Owner = Pick<Document, "createNode" | "createPair">;

/** The node with the new value; an old one keeps its comments. */
function merged(owner: Owner, old: unknown, value: Json): Node {
  if (isMap(old) && typeof value === "object" && value !== null && !Array.isArray(value))
    return mergeMap(owner, old, value);
  if (isSeq(old) && Array.isArray(value)) return mergeList(owner, old, value);
  if (!isScalar(old) || typeof value === "object") return owner.createNode(value) as Node;
  return Object.assign(owner.createNode(value) as Scalar, comments(old));
}

function mergeMap(owner: Owner, old: YAMLMap, value: { readonly [key: string]: Json }): YAMLMap {
  const before = new Map(old.items.map((pair) => [String((pair.key as Scalar).value), pair]));
  old.items = Object.entries(value).map(([name, child]) => {
    const pair = before.get(name);
    const fresh = owner.createPair(name, null);
    const key = Object.assign(fresh.key as Scalar, comments(pair?.key));
    return Object.assign(pair ?? fresh, { key, value: merged(owner, pair?.value, child) });
  });
  old.flow = false;
  return old;
}

function mergeList(owner: Owner, old: YAMLSeq, value: readonly Json[]): YAMLSeq {
  old.items = value.map((item, i) => merged(owner, old.items[i], item));
  old.flow = false;
  return old;
}

const comments = (node: unknown): object =>
  isScalar(node)
    ? { comment: node.comment, commentBefore: node.commentBefore, spaceBefore: node.spaceBefore }
    : {};
