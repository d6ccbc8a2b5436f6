/** Words of `list`: headings of computed columns, and how many are shown. */
import type { Lang } from "../domain/records/record.ts";
import { one, type Same } from "./messages.ts";

const zh = {
  headings: {
    id: "编号",
    kind: "单据",
    state: "状态",
    title: "摘要",
    customer_id: "客户",
    due: "期限",
    age: "历时",
    updated: "最近一步",
  },
  count: (shown: number, all: number) => (shown === all ? `共 ${all} 条` : `${all} 条中的 ${shown} 条`),
  rest: (command: string) => `查看其余:${command}`,
  none: "没有符合条件的记录",
  days: (n: number) => `${n} 天`,
};
const en: Same<Omit<typeof zh, "headings">> & Pick<typeof zh, "headings"> = {
  headings: {
    id: "No.",
    kind: "Record",
    state: "State",
    title: "Title",
    customer_id: "Customer",
    due: "Due",
    age: "Age",
    updated: "Last step",
  },
  count: (shown, all) => (shown === all ? one(all, "record", "records") : `${shown} of ${all}`),
  rest: (command) => `see the rest: ${command}`,
  none: "no record fits",
  days: (n) => `${n} d`,
};
export const listWords: Record<Lang, typeof zh> = { zh, en };
