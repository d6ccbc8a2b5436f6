/**
 * The paper screens are drawn on. A screen is made of lines, a line of spans; only `print` turns them into text, so
 * nothing from a record reaches the terminal without having been made harmless, and colour never disturbs a width.
 */
import type { Day } from "../domain/records/record.ts";
import type { Words } from "../domain/words/words.ts";
import { harmless, widthOf } from "./text.ts";

/** What colour repeats: late or refused, soon, done, ids and hints, the thing named. */
export type Tone = "late" | "soon" | "done" | "dim" | "bold";
export type Paint = (tone: Tone, text: string) => string;

/** What a screen is drawn with; `columns` is Infinity where there is no terminal: then nothing is cut. */
export interface Page {
  readonly words: Words;
  readonly paint: Paint;
  readonly columns: number;
  readonly today: Day;
  /** Title or short name of another record, where a screen shows it beside the number. */
  readonly nameOf?: (id: string) => string | undefined;
}

export interface Toned {
  readonly text: string;
  readonly tone?: Tone | undefined;
  /** It was made harmless and brought to one line before: ten thousand rows are not looked at twice. */
  readonly clean?: true;
}
export type Span = string | Toned;
export type Line = readonly Span[];

export const plain: Paint = (_tone, text) => text;

export const toned = (tone: Tone, text: string): Toned => ({ text, tone });
export const bold = (text: string): Toned => toned("bold", text);
export const dim = (text: string): Toned => toned("dim", text);
/** A span in a tone, or as it is. */
export const maybe = (tone: Tone | undefined, text: string): Span => (tone ? toned(tone, text) : text);

/** What a span shows: harmless, on one line. */
export function textOf(span: Span): string {
  if (typeof span === "object" && span.clean) return span.text;
  const text = harmless(typeof span === "string" ? span : span.text);
  return text.includes("\n") ? text.replaceAll("\n", " ") : text;
}
export const lineText = (line: Line): string => line.map(textOf).join("");
export const lineWidth = (line: Line): number => widthOf(lineText(line));

/** Where right-hand remarks end: never beyond the 100 columns screens are drawn for. */
export const edge = (page: Page): number => Math.min(page.columns, 100);

/** The lines as text, without a line feed at the end. */
export function print(lines: readonly Line[], page: Page): string {
  return lines.map((line) => printLine(line, page.paint)).join("\n");
}

function printLine(line: Line, paint: Paint): string {
  const texts = line.map(textOf);
  let left = texts.join("").trimEnd().length;
  let out = "";
  texts.forEach((text, i) => {
    const shown = text.length <= left ? text : text.slice(0, left);
    left -= shown.length;
    out += painted(shown, line[i], paint);
  });
  return out;
}

function painted(text: string, span: Span | undefined, paint: Paint): string {
  const tone = typeof span === "object" ? span.tone : undefined;
  return tone === undefined || text === "" ? text : paint(tone, text);
}

/**
 * A line with a remark flush right; where both do not fit, the remark stands on a line of its own, indented.
 * @param to the column where the remark ends
 */
export function spread(left: Line, right: Line, to: number): Line[] {
  if (lineText(right) === "") return [left];
  const free = to - lineWidth(left) - lineWidth(right);
  if (free >= 2) return [[...left, " ".repeat(free), ...right]];
  return [left, [" ".repeat(Math.max(4, to - lineWidth(right))), ...right]];
}

export const blank: Line = [];
