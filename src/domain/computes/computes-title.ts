/** Titles nobody needs to type (specification 2.1.2, Titles). */

import { type Compute, fill, unchanged } from "../procedure/computing.ts";
import { getAt } from "../records/paths.ts";
import type { CaseRecord } from "../records/record.ts";
import { titleWords } from "../words/title-words.ts";

const LONGEST = 80;
const INSIDE_WORD = /[\p{Script=Latin}\p{N}\p{M}]/u;

/** The first line that says anything, cut at 80 characters between words. */
export function shortened(text: string): string {
  const line =
    text
      .split(/\r?\n/)
      .map((part) => part.trim())
      .find((part) => part !== "") ?? "";
  const signs = [...line];
  if (signs.length <= LONGEST) return line;
  let end = LONGEST;
  while (end > 0 && INSIDE_WORD.test(signs[end] ?? "") && INSIDE_WORD.test(signs[end - 1] ?? "")) end -= 1;
  return signs
    .slice(0, end === 0 ? LONGEST : end)
    .join("")
    .trimEnd();
}

const text = (record: CaseRecord, path: string): string => String(getAt(record, path) ?? "");
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join(" ");

/** Where `title_from` names no text but a list, or where words are added. */
const composed: Readonly<Record<string, (record: CaseRecord) => string>> = {
  order: (r) =>
    joined(text(r, "lines[0].product_name") || text(r, "lines[0].part_no"), text(r, "lines[0].quantity")),
  return: (r) =>
    joined(
      text(r, "lines[0].product_name") || text(r, "lines[0].part_no"),
      text(r, "lines[0].quantity_announced"),
    ),
  standardisation_meeting: (r) => ((getAt(r, "cases") as string[] | undefined) ?? []).join("、"),
  survey_wave: (r) => `${text(r, "half_year")} ${titleWords.survey_wave}`,
  monthly_summary: (r) => joined(text(r, "month"), titleWords.monthly_summary, text(r, "author")),
};

/**
 * The title of a record that was given none.
 * @param from the workflow's `title_from`; kinds without one have no title
 * @returns empty text where there is nothing to take it from
 */
export function titleOf(record: CaseRecord, from?: string): string {
  const compose = composed[record.kind];
  if (compose) return shortened(compose(record));
  return from === undefined ? "" : shortened(text(record, from));
}

/** Title, unless one was given; a monthly summary's is always computed. */
export const title: Compute = (input) => {
  const { record, context } = input;
  if (record.kind !== "monthly_summary" && text(record, "title") !== "") return unchanged(input);
  const value = titleOf(record, context.kind.workflow.title_from);
  return value === "" ? unchanged(input) : fill(input, "title", value);
};
