/** Rows of one line each, aligned by display width. Plain and fast: ten thousand rows of `list` go through here. */
import {
  type Line,
  lineText,
  lineWidth,
  type Page,
  type Span,
  type Tone,
  type Toned,
  textOf,
} from "./page.ts";
import { cut, widthOf, wrap } from "./text.ts";

export interface Layout {
  /** Columns that may be cut when the line is too long, the widest first. */
  readonly flexible?: readonly number[];
  /** Columns aligned to the right: numbers. */
  readonly right?: readonly number[];
  readonly gap?: number;
  /** The first column is a sign of one column's width: it stands close to the next. */
  readonly marker?: true;
  readonly indent?: number;
  /** The last column is a hint: where it does not fit beside the others, it goes to a line of its own. */
  readonly hint?: true;
  /** How far such a line is indented; four more than the rows. */
  readonly hintIndent?: number;
  /** Rather than that, flexible columns are cut to make room for it, but not below `SQUEEZED`. */
  readonly squeeze?: true;
}

/** No column is cut below this. */
const NARROWEST = 10;
/** Nor below this to keep a hint on the line. */
const SQUEEZED = 20;

/**
 * Rows of cells as lines, each column as wide as its widest cell.
 * @param rows cells; a row may be shorter than others
 */
export function columns(rows: readonly Line[], page: Page, layout: Layout = {}): Line[] {
  return columnGroups(rows, page, layout).flat();
}

/** The same, with the lines of each row by themselves. */
export function columnGroups(rows: readonly Line[], page: Page, layout: Layout = {}): Line[][] {
  if (layout.hint) return withHints(rows, page, layout);
  const cells = rows.map((row) => row.map(measured));
  const widths = narrowed(widthsOf(cells, layout), page.columns - (layout.indent ?? 0), layout);
  return cells.map((row) => [aligned(row, widths, layout)]);
}

/** Room for the columns before the hints: all of the line, or what leaves the hints on it. */
function roomBefore(rows: readonly Line[], last: number, page: Page, layout: Layout): number {
  const room = page.columns - (layout.indent ?? 0);
  if (!layout.squeeze) return room;
  const hints = Math.max(0, ...rows.map((row) => (row[last] === undefined ? 0 : widthOf(textOf(row[last])))));
  const left = room - hints - (layout.gap ?? 2);
  const widths = widthsOf(
    rows.map((row) => row.slice(0, last).map(measured)),
    layout,
  );
  return total(narrowed(widths, left, layout, SQUEEZED), layout) <= left ? left : room;
}

interface Cell {
  readonly text: string;
  readonly tone: Tone | undefined;
  readonly width: number;
}

function measured(span: Span): Cell {
  const text = textOf(span);
  return { text, tone: typeof span === "string" ? undefined : span.tone, width: widthOf(text) };
}

/** Takes from the widest of the flexible columns until the line fits, or nothing more can be taken. */
function narrowed(widths: readonly number[], room: number, layout: Layout, floor = NARROWEST): number[] {
  const now = [...widths];
  const flexible = layout.flexible ?? [];
  for (let excess = total(now, layout) - room; excess > 0; excess--) {
    const widest = Math.max(...flexible.map((index) => now[index] ?? 0));
    const index = flexible.find((one) => now[one] === widest);
    if (index === undefined || widest <= floor) return now;
    now[index] = widest - 1;
  }
  return now;
}

function widthsOf(rows: readonly (readonly Cell[])[], layout: Layout): number[] {
  const widths: number[] = layout.marker ? [1] : [];
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) widths[i] = Math.max(widths[i] ?? 0, row[i]?.width ?? 0);
  }
  return widths;
}

const total = (widths: readonly number[], layout: Layout): number =>
  widths.reduce((sum, width, i) => sum + width + gapBefore(i, layout), 0);

const gapBefore = (index: number, layout: Layout): number => {
  if (index === 0) return 0;
  return layout.marker && index === 1 ? 1 : (layout.gap ?? 2);
};

/** A cell is padded outside its colour, so that it ends with the word. What has no colour is put together. */
function aligned(row: readonly Cell[], widths: readonly number[], layout: Layout): Line {
  const spans: Toned[] = [];
  let plain = " ".repeat(layout.indent ?? 0);
  row.forEach((cell, i) => {
    const { text, width } = fitted(cell, widths[i] ?? 0);
    const blanks = " ".repeat(Math.max(0, (widths[i] ?? 0) - width));
    const right = layout.right?.includes(i) ?? false;
    plain += " ".repeat(gapBefore(i, layout)) + (right ? blanks : "");
    if (cell.tone === undefined) plain += text;
    else {
      spans.push({ text: plain, clean: true }, { text, tone: cell.tone, clean: true });
      plain = "";
    }
    if (!right) plain += blanks;
  });
  return [...spans, { text: plain, clean: true }];
}

const fitted = (cell: Cell, width: number): { text: string; width: number } => {
  if (cell.width <= width) return cell;
  const text = cut(cell.text, width);
  return { text, width: widthOf(text) };
};

function withHints(rows: readonly Line[], page: Page, { hint: _hint, ...layout }: Layout): Line[][] {
  const last = Math.max(0, ...rows.map((row) => row.length)) - 1;
  const heads = rows.map((row) => row.slice(0, last));
  const room = roomBefore(rows, last, page, layout) + (layout.indent ?? 0);
  return columnGroups(heads, { ...page, columns: room }, layout).map((lines, i) => {
    const hint = rows[i]?.[last];
    return hint === undefined || textOf(hint) === "" ? lines : hinted(lines[0] ?? [], hint, page, layout);
  });
}

function hinted(line: Line, hint: Span, page: Page, layout: Layout): Line[] {
  const gap = layout.gap ?? 2;
  if (lineWidth(line) + gap + widthOf(textOf(hint)) <= page.columns)
    return [[...line, " ".repeat(gap), hint]];
  const indent = " ".repeat(layout.hintIndent ?? (layout.indent ?? 0) + 4);
  const texts = wrap(textOf(hint), Math.max(NARROWEST, page.columns - indent.length));
  return [
    line,
    ...texts.map((text): Line => [indent, typeof hint === "string" ? text : { text, tone: hint.tone }]),
  ];
}

/**
 * Items set one after another, as many a line as fit: counts by kind, keys to choose from.
 * @param indent blanks before each line
 */
export function flow(items: readonly Line[], page: Page, { indent = 2, gap = 3 } = {}): Line[] {
  const lines: Span[][] = [];
  let used = 0;
  for (const item of items) {
    const width = lineWidth(item);
    const line = lines.at(-1);
    if (!line || used + gap + width > page.columns) {
      lines.push([" ".repeat(indent), ...item]);
      used = indent + width;
    } else {
      line.push(" ".repeat(gap), ...item);
      used += gap + width;
    }
  }
  return lines.filter((line) => lineText(line).trim() !== "");
}
