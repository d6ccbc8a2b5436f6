/** The bytes of a file before anything parses them: what a text in a record repository must not contain (store.md 6). */
import { type Finding, finding } from "../domain/words/findings.ts";

export const SIZE_LIMIT = 1024 * 1024;
export const DEPTH_LIMIT = 32;
/** Lines and items of lists: a parser needs a hundredth of a millisecond for each. */
const PARTS_LIMIT = 30_000;
/** Beyond this a parser might run out of stack; the exact limit is judged after parsing. */
const SURELY_TOO_DEEP = 200;

/** Control characters, except line break and tab. */
const CONTROL = /[^\P{Cc}\n\t]/u;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const LONE_SURROGATE = /\p{Cs}/u;

const codePoint = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** The first control character or half of a sign in a text, as `U+0000`. */
export function controlIn(text: string): string | undefined {
  const found = CONTROL.exec(text) ?? LONE_SURROGATE.exec(text);
  return found ? codePoint(found[0]) : undefined;
}

/** The first sign in a text that changes the direction of writing. */
export function bidiIn(text: string): string | undefined {
  const found = BIDI.exec(text);
  return found ? codePoint(found[0]) : undefined;
}

export type Guarded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Decodes and judges the bytes of a text file.
 * @param file path in the repository, for the finding
 */
export function guardText(bytes: Uint8Array | string, file: string): Guarded {
  const decoded = decode(bytes, file);
  const fault = decoded.ok ? textFault(decoded.text, file) : undefined;
  return fault ? refuse(fault) : decoded;
}

/** The text of a file of bearable size. */
export function decode(bytes: Uint8Array | string, file: string): Guarded {
  const size = typeof bytes === "string" ? Buffer.byteLength(bytes) : bytes.length;
  if (size > SIZE_LIMIT) return refuse(finding("file-too-big", { bytes: size, limit: SIZE_LIMIT }, { file }));
  const text = typeof bytes === "string" ? bytes : decoded(bytes);
  return text === null ? refuse(finding("file-not-utf8", {}, { file })) : { ok: true, text };
}

const refuse = (...findings: Finding[]): Guarded => ({ ok: false, findings });

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

function textFault(text: string, file: string): Finding | undefined {
  if (text.startsWith("\ufeff")) return finding("file-bom", {}, { file, line: 1, column: 1 });
  if (text.includes("\r\n")) return finding("file-crlf", {}, placed(text, text.indexOf("\r\n"), file));
  const control = CONTROL.exec(text) ?? /\ufeff/.exec(text) ?? LONE_SURROGATE.exec(text);
  if (control)
    return finding("file-control", { code: codePoint(control[0]) }, placed(text, control.index, file));
  const parts = text.match(/[\n,]/g)?.length ?? 0;
  if (parts > PARTS_LIMIT) return finding("file-too-long", { parts, limit: PARTS_LIMIT }, { file });
  return surelyTooDeep(text) ? finding("file-too-deep", { limit: DEPTH_LIMIT }, { file }) : undefined;
}

function placed(text: string, offset: number, file: string): { file: string; line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Crude on purpose, and linear: brackets that stay open, chains of `- - -`, and very deep indentation. */
function surelyTooDeep(text: string): boolean {
  if (/^ *(?:[-?:][ \t]+){33}/m.test(text) || new RegExp(`^ {${SURELY_TOO_DEEP}}`, "m").test(text))
    return true;
  let open = 0;
  for (const sign of text.match(/[[\]{}]/g) ?? []) {
    open = sign === "[" || sign === "{" ? open + 1 : Math.max(0, open - 1);
    if (open > SURELY_TOO_DEEP) return true;
  }
  return false;
}
