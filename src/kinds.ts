/** Kinds of records as people type them: the key, a short form, the prefix of the number, or the label. */
import type { SharedModel } from "./domain/records/model.ts";
import { nearest } from "./domain/records/nearest.ts";
import { KINDS, type Kind } from "./domain/records/record.ts";
import { refusal } from "./domain/words/refusals.ts";

const SHORT: Readonly<Record<string, Kind>> = {
  wave: "survey_wave",
  survey: "survey_wave",
  response: "survey_response",
  summary: "monthly_summary",
  meeting: "standardisation_meeting",
};

/**
 * The kind that a word means: `complaint`, `complaints`, `cmp`, 客户投诉.
 * @throws Refusal unknown-kind, with the nearest one
 */
export function kindMeant(word: string, shared: SharedModel): Kind {
  const low = word.toLowerCase().replaceAll("-", "_");
  const found = KINDS.find((kind) => {
    const { zh, en, folder, number } = shared.kinds[kind];
    return [kind, `${kind}s`, folder, number.prefix.toLowerCase(), zh, en.toLowerCase()].includes(low);
  });
  const meant = found ?? SHORT[low] ?? SHORT[low.replace(/s$/, "")];
  if (meant === undefined)
    throw refusal("unknown-kind", { word, near: nearest(low, KINDS) ?? "", kinds: KINDS });
  return meant;
}
