/** Sentences about kept drafts. */
import type { Lang } from "../domain/records/record.ts";
import { one, type Same } from "./messages.ts";

const zh = {
  none: "没有草稿",
  resume: "续填",
  fields: (n: number) => `${n} 项`,
  note: "说明",
};
const en: Same<typeof zh> = {
  none: "no drafts",
  resume: "take up",
  fields: (n) => one(n, "field", "fields"),
  note: "note",
};
export const draftWords: Record<Lang, typeof zh> = { zh, en };
