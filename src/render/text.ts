/**
 * Text on a terminal: how wide it is, how it is padded, cut and wrapped, and how what came from a record is made harmless.
 * The only door to string-width: that package takes half a start of node to load (`Intl.Segmenter`), so plain
 * Chinese and English are counted here, and the package comes in only for what a table of ranges cannot tell (`draw`).
 */

/** Controls, bidi marks, zero-width and tag characters, lone surrogates: nothing of it may reach a terminal as it is. */
const HOSTILE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones meant
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Surrogate}]/gu;

/** Signs drawn two columns wide, whatever follows them: Chinese, Japanese, Korean and full-width forms. */
const WIDE_SIGNS =
  "\\u2e80-\\u3029\\u3030-\\u303e\\u3041-\\u3098\\u309b-\\u3163\\u3165-\\u3247\\u3250-\\ua4c6\\uac00-\\ud7a3" +
  "\\uf900-\\ufaff\\ufe30-\\ufe6b\\uff01-\\uff60\\uffe0-\\uffe6\\u{20000}-\\u{3fffd}";
/** Signs of one column: Latin, Greek, Cyrillic, and those we draw with. */
const NARROW_SIGNS =
  "\\u0020-\\u007e\\u00a0-\\u00ac\\u00ae-\\u02ff\\u0370-\\u0482\\u2010-\\u2027\\u2030-\\u203b\\u20a0-\\u20bf" +
  "\\u2100-\\u218b\\u2190-\\u2193\\u2200-\\u22ff\\u2400-\\u2426\\u2460-\\u24ff\\u2500-\\u25fc\\u2713\\u2717";
const ASCII = /^[\u0020-\u007e]*$/;
const WIDE = new RegExp(`^[${WIDE_SIGNS}]$`, "u");
const SOME_WIDE = new RegExp(`[${WIDE_SIGNS}]`, "u");
/** Texts that the ranges alone can measure. */
const PLAIN = new RegExp(`^[${NARROW_SIGNS}${WIDE_SIGNS}\\n]*$`, "u");

type Measure = (text: string) => number;
/** string-width, once a text has needed it; `asked` tells `draw` that one did. */
const exact: { measure?: Measure; asked: boolean } = { asked: false };

/**
 * Draws a screen. Where a text on it needs exact measuring (emoji, combining marks), string-width is loaded and the screen drawn again.
 * @param screen makes the screen; must be pure
 * @returns what it made
 */
export async function draw<T>(screen: () => T): Promise<T> {
  exact.asked = false;
  const drawn = screen();
  if (!exact.asked || exact.measure) return drawn;
  exact.measure = (await import("string-width")).default;
  return screen();
}

/** Columns a text takes on a terminal; it must be harmless and of one line. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  if (!PLAIN.test(text)) {
    exact.asked = true;
    return exact.measure ? exact.measure(text) : estimate(text);
  }
  let width = 0;
  for (let i = 0; i < text.length; i++) width += unitWidth(text.charCodeAt(i));
  return width;
}

/** All plain signs from here on are wide; of a surrogate pair the first half counts for both. */
const FIRST_WIDE = 0x2e80;
const unitWidth = (unit: number): number =>
  unit < FIRST_WIDE ? 1 : unit >= 0xdc00 && unit <= 0xdfff ? 0 : 2;

/** Good enough to find out that exact measuring is needed: `draw` then draws anew. */
function estimate(text: string): number {
  let width = 0;
  for (const sign of text)
    width += /[\p{Mark}\u200d]/u.test(sign)
      ? 0
      : WIDE.test(sign) || /\p{Emoji_Presentation}/u.test(sign)
        ? 2
        : 1;
  return width;
}

/**
 * Makes what came from a record safe to show: control characters become visible signs (`␛`), invisible ones
 * and those that turn the direction of reading their code (`‹U+202E›`). Line feeds stay.
 */
export function harmless(text: string): string {
  if (ASCII.test(text)) return text;
  return text.replaceAll("\r\n", "\n").replace(HOSTILE, visible);
}

function visible(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (sign === "\t") return " ";
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? "␡" : `‹U+${code.toString(16).toUpperCase().padStart(4, "0")}›`;
}

/** Harmless and on one line: line feeds and runs of blanks become one blank. */
export function oneLine(text: string): string {
  return harmless(text).replace(/\s+/gu, " ").trim();
}

/** Fills up with blanks to a width; a longer text stays as it is. */
export function pad(text: string, width: number, align: "left" | "right" = "left"): string {
  const blanks = " ".repeat(Math.max(0, width - widthOf(text)));
  return align === "left" ? text + blanks : blanks + text;
}

/** Cuts a line to a width; what is cut ends in `…`. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  let used = 0;
  for (const sign of graphemes(text)) {
    const wide = widthOf(sign);
    if (used + wide > width - 1) break;
    kept += sign;
    used += wide;
  }
  return `${kept.trimEnd()}…`;
}

const segmenters: { grapheme?: Intl.Segmenter; word?: Intl.Segmenter } = {};

/** Signs as people see them: an emoji of several code points is one. Plain text needs no `Intl`. */
function graphemes(text: string): Iterable<string> {
  if (PLAIN.test(text)) return text;
  segmenters.grapheme ??= new Intl.Segmenter("zh", { granularity: "grapheme" });
  return Array.from(segmenters.grapheme.segment(text), (part) => part.segment);
}

/**
 * Pieces to break lines between: a Chinese word (`Intl` keeps 一百二十件 together), a blank, or a run of anything else.
 * The dictionary of Chinese words costs a quarter of a start: a text without a wide sign does without it.
 */
function pieces(text: string): string[] {
  if (!SOME_WIDE.test(text)) return text.match(/\s+|\S+/gu) ?? [];
  segmenters.word ??= new Intl.Segmenter("zh", { granularity: "word" });
  const found: string[] = [];
  for (const { segment } of segmenters.word.segment(text)) {
    const last = found.at(-1);
    if (last !== undefined && RUN.test(last) && RUN.test(segment)) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found;
}

/** `14:00`, `evidence/CMP-2026-004/a.jpg`: not to be broken though `Intl` sees several words. */
const RUN = new RegExp(`^[^\\s${WIDE_SIGNS}]+$`, "u");

/** Punctuation that must not begin a line. */
const NO_LINE_START = /^[,.;:!?,。、;:!?)】》」』”’%)\]}…]/u;

/**
 * Breaks text into lines of at most so many columns, between words where it can; nothing is lost but blanks at the breaks.
 * @param text harmless; its own line feeds stay
 */
export function wrap(text: string, columns: number): string[] {
  return text.split("\n").flatMap((line) => (widthOf(line) <= columns ? [line] : wrapLine(line, columns)));
}

function wrapLine(line: string, columns: number): string[] {
  const lines: string[][] = [];
  let row: string[] = [];
  for (const piece of fitting(pieces(line), columns)) {
    if (row.length > 0 && widthOf(row.join("") + piece.trimEnd()) > columns) {
      lines.push(row);
      row = carried(row, piece);
    }
    if (piece !== " " || row.length > 0) row.push(piece);
  }
  return [...lines, row].map((parts) => parts.join("").trimEnd());
}

/** What goes down with punctuation that must not begin a line: the piece before it. */
const carried = (row: string[], piece: string): string[] =>
  NO_LINE_START.test(piece) && row.length > 1 ? row.splice(-1).filter((part) => part !== " ") : [];

/** Pieces wider than a line are taken apart sign by sign. */
function fitting(all: readonly string[], columns: number): string[] {
  return all.flatMap((piece) => (widthOf(piece) <= columns ? [piece] : [...graphemes(piece)]));
}
