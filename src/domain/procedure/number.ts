/**
 * Record numbers (specification 2.1.1): consecutive within their series, never reused, a width is a minimum.
 * The series is the kind and what its counter runs by: a year, a wave, a month, or nothing.
 */
import type { Numbering, SharedModel } from "../records/model.ts";
import type { Id, Instant, Kind } from "../records/record.ts";
import { toCompanyZone } from "../records/times.ts";
import type { Settings } from "./step.ts";

export type Kinds = SharedModel["kinds"];

/** What a number says about its record. */
export interface ParsedId {
  readonly kind: Kind;
  /** What stands before the counter: `CMP-2026-`, `RSP-2026H1-`, `CUS-`; of a wave the whole number. */
  readonly series: string;
  readonly year?: number;
  readonly half?: 1 | 2;
  readonly month?: number;
  /** The counter; a wave and a draft have none. */
  readonly n?: number;
  /** `k3f` of the draft number `CMP-2026-~k3f`. */
  readonly draft?: string;
}

/** The part between prefix and counter, and how it is read. */
const PERIOD: Readonly<Record<Numbering["by"], string>> = {
  none: "",
  year: "-(?<year>[12]\\d{3})",
  half_year: "-(?<year>[12]\\d{3})H(?<half>[12])",
  wave: "-(?<year>[12]\\d{3})H(?<half>[12])",
  month: "-(?<year>[12]\\d{3})-(?<month>0[1-9]|1[0-2])",
};
const COUNTER = "-(?:(?<n>\\d{1,9})|~(?<draft>[a-z0-9]{2,12}))";
const PERIOD_WORD: Readonly<Record<Numbering["by"], string>> = {
  none: "",
  year: "-yyyy",
  half_year: "-yyyyHn",
  wave: "-yyyyHn",
  month: "-yyyy-mm",
};

/**
 * Reads a number: `CMP-2026-007`, also a draft's (`CMP-2026-~k3f`).
 * @returns null for everything else, also for a number written with other zeros than casetrail writes:
 *   two spellings of one number would be two files
 */
export function parseId(id: string, kinds: Kinds): ParsedId | null {
  for (const [kind, { number }] of Object.entries(kinds)) {
    const groups = patternOf(number).exec(id)?.groups;
    if (groups !== undefined) return parsed(kind as Kind, number, id, groups);
  }
  return null;
}

/**
 * The file of a record below the root of its repository: `records/complaints/2026/CMP-2026-007.yaml`.
 * @returns null when the text is no number, so that no text can name a file elsewhere
 */
export function recordPath(id: string, kinds: Kinds): string | null {
  const read = parseId(id, kinds);
  return read && `${folderOf(read, kinds)}/${id}.yaml`;
}

/** The folder of a record, by its number: `records/complaints/2026`. */
export function folderOf(id: ParsedId, kinds: Kinds): string {
  const folder = `records/${kinds[id.kind].folder}`;
  return id.year === undefined ? folder : `${folder}/${id.year}`;
}

/** How the numbers of a kind look, for people: `CMP-yyyy-nnn`. */
export function numberForm(number: Numbering): string {
  const counter = number.by === "half_year" ? "" : `-${"n".repeat(number.width)}`;
  return `${number.prefix}${PERIOD_WORD[number.by]}${counter}`;
}

/** The number of a form that repeats its record's counter: `REV` and `ORD-2026-0012` → `REV-2026-0012` (2.1.1). */
export const formNumber = (prefix: string, id: Id): string => `${prefix}${id.slice(id.indexOf("-"))}`;

/** What the next number of a kind depends on. */
export interface Numbered {
  readonly kind: Kind;
  /** Every number of the kind ever given, void records too: none is given twice. */
  readonly taken: Iterable<Id>;
  /** Setting `numbers.start`: kind → year (`2026`, `2026H1`, `2026-03`; `all` where numbers have no year) → first number. */
  readonly start: Settings["numbers"]["start"];
  /** Time of the creating step: its year in the company's zone counts. */
  readonly at: Instant;
  /** The record to be numbered: a wave's `half_year`, a response's `wave_id`, a summary's `month`. */
  readonly record?: unknown;
}

/**
 * The next number of a kind: one more than the highest of its series, or the first of the setting.
 * @returns null when the record lacks what its number is made of (wave, half-year, month), or `at` is no time;
 *   a wave gets the number of its half-year also when that is taken: `taken` then names the clash
 */
export function nextNumber(number: Numbering, given: Numbered): Id | null {
  const period = periodOf(number.by, given);
  if (period === null) return null;
  const stem = period === "" ? number.prefix : `${number.prefix}-${period}`;
  if (number.by === "half_year") return stem;
  const first = given.start[given.kind]?.[period === "" ? "all" : period] ?? 1;
  const highest = Math.max(0, ...countersOf(`${stem}-`, number, given.taken));
  return `${stem}-${counterText(Math.max(first, highest + 1), number)}`;
}

function* countersOf(series: string, number: Numbering, taken: Iterable<Id>): Generator<number> {
  const pattern = patternOf(number);
  for (const id of taken) {
    const n = id.startsWith(series) ? pattern.exec(id)?.groups?.["n"] : undefined;
    if (n !== undefined) yield Number(n);
  }
}

type Groups = Readonly<Record<string, string | undefined>>;

const counterText = (n: number, number: Numbering): string => String(n).padStart(number.width, "0");

function patternOf(number: Numbering): RegExp {
  return new RegExp(`^${number.prefix}${PERIOD[number.by]}${number.by === "half_year" ? "" : COUNTER}$`);
}

function parsed(kind: Kind, number: Numbering, id: string, groups: Groups): ParsedId | null {
  const { n, draft } = groups;
  if (n !== undefined && (counterText(Number(n), number) !== n || Number(n) === 0)) return null;
  const series = number.by === "half_year" ? id : id.slice(0, id.lastIndexOf("-") + 1);
  const figures = Object.fromEntries(
    (["year", "half", "month", "n"] as const).flatMap((key) =>
      groups[key] === undefined ? [] : [[key, Number(groups[key])]],
    ),
  );
  return { kind, series, ...figures, ...(draft === undefined ? {} : { draft }) };
}

function periodOf(by: Numbering["by"], given: Numbered): string | null {
  const field = (key: string): unknown => (given.record as Record<string, unknown> | undefined)?.[key];
  const shaped = (value: unknown, shape: RegExp): string | null =>
    typeof value === "string" ? (shape.exec(value)?.[1] ?? null) : null;
  if (by === "none") return "";
  if (by === "year") return toCompanyZone(given.at)?.slice(0, 4) ?? null;
  if (by === "half_year") return shaped(field("half_year"), /^(\d{4}H[12])$/);
  if (by === "wave") return shaped(field("wave_id"), /^[A-Z]+-(\d{4}H[12])$/);
  return shaped(field("month"), /^(\d{4}-(?:0[1-9]|1[0-2]))$/);
}
