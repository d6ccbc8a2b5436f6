/** Periods as people type them: `2026-10`, `2026Q3`, `2026H1`, `2026`, `FROM..TO` (cli.md). */
import type { Day } from "../records/record.ts";
import { addDays, dayOf, isDay } from "./days.ts";

/** Both days included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const two = (number: number): string => String(number).padStart(2, "0");

function months(year: string, first: number, count: number): Period {
  const next =
    first + count > 12
      ? `${Number(year) + 1}-${two(first + count - 12)}-01`
      : `${year}-${two(first + count)}-01`;
  return { from: `${year}-${two(first)}-01`, to: addDays(next, -1) };
}

function single(text: string): Period | null {
  if (isDay(text)) return { from: text, to: text };
  const parts = /^(\d{4})(?:-(0[1-9]|1[0-2])|[Qq]([1-4])|[Hh]([12]))?$/.exec(text);
  if (!parts) return null;
  const [, year = "", month, quarter, half] = parts;
  if (month !== undefined) return months(year, Number(month), 1);
  if (quarter !== undefined) return months(year, Number(quarter) * 3 - 2, 3);
  return half === undefined ? months(year, 1, 12) : months(year, Number(half) * 6 - 5, 6);
}

/**
 * Reads a period. Either side of `..` may be a day or a period itself (`2026-01..2026Q3`).
 * @returns its first and last day, or null when the text is none or ends before it begins
 */
export function parsePeriod(text: string): Period | null {
  const sides = text.trim().split("..");
  const first = single(sides[0]?.trim() ?? "");
  const last = sides.length === 2 ? single(sides[1]?.trim() ?? "") : first;
  if (sides.length > 2 || !first || !last || first.from > last.to) return null;
  return { from: first.from, to: last.to };
}

/** Does an instant or a day lie in the period? */
export function isWithin(period: Period, when: string): boolean {
  const day = dayOf(when);
  return period.from <= day && day <= period.to;
}

/** `2026H2`: the half-year of a day. */
export const halfYearOf = (day: Day): string => `${day.slice(0, 4)}H${day.slice(5, 7) <= "06" ? 1 : 2}`;

/** `2026-10`: the month of a day. */
export const monthOf = (day: Day): string => day.slice(0, 7);

/** The month before that of a day. */
export const previousMonth = (day: Day): string => monthOf(addDays(`${monthOf(day)}-01`, -1));
