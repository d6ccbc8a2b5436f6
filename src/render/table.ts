/**
 * Tables whose cells may have several lines. The only door to cli-table3; never with its `wordWrap` or `colWidths`,
 * which count characters where they must count columns and lose Chinese text: cells are wrapped here before.
 */
import Table from "cli-table3";
import type { Line, Page } from "./page.ts";
import { harmless, widthOf, wrap } from "./text.ts";

const GAP = 2;
const NO_LINES = Object.fromEntries(
  ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"]
    .concat(["left", "left-mid", "mid", "mid-mid", "right", "right-mid"])
    .map((part) => [part, ""]),
);

export interface Grid {
  readonly head?: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly right?: readonly number[];
  readonly indent?: number;
}

/**
 * A table without boxes; text that does not fit is wrapped, the widest columns first.
 * @returns its lines, or null when the terminal is too narrow for so many columns
 */
export function table(grid: Grid, page: Page): Line[] | null {
  const all = [...(grid.head ? [grid.head] : []), ...grid.rows].map((row) => row.map(harmless));
  const indent = grid.indent ?? 2;
  const widths = fitted(natural(all), Math.min(page.columns, 160) - indent);
  if (!widths || all.some((row) => row.some((cell, i) => breaksNumber(cell, widths[i] ?? 1)))) return null;
  const sheet = new Table({
    chars: { ...NO_LINES, middle: " ".repeat(GAP) },
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [], compact: true },
    colAligns: widths.map((_, i) => (grid.right?.includes(i) ? "right" : "left")),
  });
  for (const row of all) sheet.push(row.map((cell, i) => wrap(cell, widths[i] ?? 1).join("\n")));
  const heads = grid.head ? linesOf(all[0] ?? [], widths) : 0;
  return sheet
    .toString()
    .split("\n")
    .map((line, i) => [" ".repeat(indent), i < heads ? { text: line, tone: "dim" as const } : line]);
}

/** A number or a date must stay whole: who reads it copies it. */
const breaksNumber = (cell: string, width: number): boolean =>
  (cell.match(/[A-Z]{3,4}-[\dA-Z-]+|\d{4}-\d\d-\d\d/g) ?? []).some((word) => widthOf(word) > width);

const linesOf = (row: readonly string[], widths: readonly number[]): number =>
  Math.max(1, ...row.map((cell, i) => wrap(cell, widths[i] ?? 1).length));

function natural(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 1, ...cell.split("\n").map(widthOf));
    });
  }
  return widths;
}

/** Narrows the widest column until the table fits; none below ten columns. */
function fitted(widths: number[], room: number): number[] | null {
  const left = room - GAP * (widths.length - 1);
  const narrowed = [...widths];
  for (let excess = sum(narrowed) - left; excess > 0; excess--) {
    const widest = narrowed.indexOf(Math.max(...narrowed));
    if ((narrowed[widest] ?? 0) <= 10) return null;
    narrowed[widest] = (narrowed[widest] ?? 0) - 1;
  }
  return narrowed;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
