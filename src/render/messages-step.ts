/** Sentences about a step that was taken, or would be. */
import type { Lang } from "../domain/records/record.ts";
import type { Same } from "./messages.ts";

const zh = {
  deadlines: "期限",
  documents: "文件",
  notified: "通知",
  record: "记录",
  commit: "提交",
  wouldWrite: "将写入",
  next: "接下来",
  writes: "内容",
  note: "说明",
  dryRun: "演练:以下只是预览,什么都没有写入",
  asking: "将要写入的内容",
  guideline: "指引",
  created: "新建",
  stays: (state: string) => `仍为「${state}」`,
  cosigned: (event: string) => `已会签「${event}」`,
  change: (before: string, after: string) => `${before} → ${after}`,
  empty: "(空)",
  attached: "已附",
  repeated: (id: string, commit: string) => `${id} 的这一步此前已写入(提交 ${commit}),没有重复写入`,
  warning: "注意",
};
const en: Same<typeof zh> = {
  deadlines: "due",
  documents: "papers",
  notified: "tell",
  record: "record",
  commit: "commit",
  wouldWrite: "would write",
  next: "next",
  writes: "content",
  note: "note",
  dryRun: "Rehearsal: this is only what would be written, nothing was",
  asking: "This is what will be written",
  guideline: "guideline",
  created: "new",
  stays: (state) => `still "${state}"`,
  cosigned: (event) => `signed for "${event}"`,
  change: (before, after) => `${before} → ${after}`,
  empty: "(empty)",
  attached: "attached",
  repeated: (id, commit) => `${id}: this step is already in (commit ${commit}); nothing was written twice`,
  warning: "note",
};
export const stepWords: Record<Lang, typeof zh> = { zh, en };
