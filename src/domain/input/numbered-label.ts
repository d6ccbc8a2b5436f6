/** The label of a field in one of several: `D5 永久对策 第 2 项·责任人`. */
import { labelChain } from "../records/fields.ts";
import type { KindModel } from "../records/model.ts";
import { isKey, type Path, parsePath } from "../records/paths.ts";
import type { Label } from "../records/record.ts";
import { PROMPT_WORDS } from "../words/prompts.ts";

/**
 * The label of a path that counts through a list; without it nobody would know which action an owner is asked for.
 * @returns undefined for a path that counts through none (`rounds[-1]` is the open round, not a number)
 */
export function numberedLabel(kind: KindModel, path: string): Label | undefined {
  const parts = parsePath(path) ?? [];
  if (!parts.some((part) => placeOf(part) !== undefined)) return undefined;
  const labels = labelChain(kind, path);
  const keys = parts.flatMap((part, i) => (isKey(part) ? [i] : []));
  const names = keys.map((i, nth) => counted(labels[nth] ?? { zh: path, en: path }, placeOf(parts[i + 1])));
  return { zh: names.map(({ zh }) => zh).join("·"), en: names.map(({ en }) => en).join(" · ") };
}

/** The place in a list, from 0. */
function placeOf(part: Path[number] | undefined): number | undefined {
  if (part === undefined || isKey(part)) return undefined;
  return typeof part.index === "number" && part.index >= 0 ? part.index : undefined;
}

function counted(label: Label, place: number | undefined): Label {
  if (place === undefined) return label;
  const { zh, en } = PROMPT_WORDS;
  return { zh: zh.itemNo(label.zh, place + 1), en: en.itemNo(label.en, place + 1) };
}
