/** Findings of the gates of return (4.9). */
import { say, type Words } from "./words.ts";

/** `dispositions[0]` is the first line that people see. */
const lineNo = (path: string): number => Number(/\[(\d+)\]/.exec(path)?.[1] ?? 0) + 1;

const recordIt = {
  zh: (_p: unknown, w: Words) => `用「${w.event("return", "record_disposition")}」(record_disposition)登记`,
  en: () => "record it with record_disposition",
};

export const returnFindings = {
  "return-without-complaint": say<Record<string, never>>({
    blame: "missing",
    zh: () => "须填写投诉编号(complaint_id),或说明无投诉单的原因(no_complaint_reason)",
    en: () => "Name the complaint (complaint_id), or say why there is none (no_complaint_reason)",
  }),
  "complaint-of-another-customer": say<{ complaint: string; customer: string }>({
    blame: "blocked",
    zh: (p) => `${p.complaint} 是客户 ${p.customer} 的投诉,与退货客户不同`,
    en: (p) => `${p.complaint} is a complaint of ${p.customer}, not of the customer of this return`,
  }),
  "difference-unexplained": say<{ announced: number; received: number }>({
    blame: "missing",
    zh: (p) =>
      `实收 ${p.received},客户通知 ${p.announced},相差 ${Math.abs(p.received - p.announced)}:请填写差异说明(receipt.difference_note)`,
    en: (p) =>
      `${p.received} received, ${p.announced} announced: explain the difference of ${Math.abs(p.received - p.announced)} (receipt.difference_note)`,
  }),
  "quality-notified-late": say<{ received: string; notified: string }>({
    blame: "blocked",
    level: "warning",
    zh: (p) => `退货 ${p.received} 入库,${p.notified} 才通知品质部;程序要求同时通知`,
    en: (p) => `Goods received on ${p.received}, Quality notified on ${p.notified}: it must be the same day`,
  }),
  "inspected-quantity-differs": say<{ ok: number; ng: number; received: number }>({
    blame: "blocked",
    zh: (p) => `合格 ${p.ok} 加不合格 ${p.ng} 不等于实收 ${p.received}`,
    en: (p) => `${p.ok} good and ${p.ng} defective do not make the ${p.received} received`,
  }),
  "inspection-result-does-not-fit": say<{ result: string; ok: number; ng: number }>({
    blame: "blocked",
    zh: (p, w) =>
      `检验结果「${w.value("inspection_result", p.result)}」与数量不符(合格 ${p.ok},不合格 ${p.ng})`,
    en: (p, w) =>
      `Result "${w.value("inspection_result", p.result)}" does not fit ${p.ok} good and ${p.ng} defective`,
  }),
  "disposition-quantity-differs": say<{ disposed: number; received: number }>({
    blame: "blocked",
    zh: (p) => `已判处置 ${p.disposed},实收 ${p.received},数量不符`,
    en: (p) => `${p.disposed} of ${p.received} are disposed of`,
  }),
  "concession-missing": say<{ disposition: string; path: string }>({
    blame: "missing",
    zh: (p, w) =>
      `处置「${w.value("disposition", p.disposition)}」须有特采批准:${w.field("return", p.path)}(${p.path})`,
    en: (p, w) =>
      `"${w.value("disposition", p.disposition)}" needs a concession: ${w.field("return", p.path)} (${p.path})`,
  }),
  "must-not-go-back": say<{ result: string; responsibility: string }>({
    blame: "blocked",
    zh: (p, w) =>
      `检验结果「${w.value("inspection_result", p.result)}」、责任「${w.value("responsibility", p.responsibility)}」时不得退还客户`,
    en: (p, w) =>
      `Goods judged "${w.value("inspection_result", p.result)}", responsibility "${w.value("responsibility", p.responsibility)}", may not go back to the customer`,
  }),
  "disposition-changed": say<{ path: string }>({
    blame: "value",
    zh: (p) =>
      `${p.path} 的处置已判定:只能登记完成时间、复检结果和参考单号,或将「隔离待处理」改为同等数量的最终处置`,
    en: (p) =>
      `${p.path} has been decided: only done_at, reinspection and reference may be recorded, or a hold replaced by final dispositions of the same quantity`,
  }),
  "disposition-not-final": say<{ path: string }>({
    blame: "blocked",
    zh: (p) => `处置第 ${lineNo(p.path)} 行仍为「隔离待处理」(${p.path})`,
    en: (p) => `Disposition ${lineNo(p.path)} is still on hold (${p.path})`,
    remedy: {
      zh: (_p, w) => `用「${w.event("return", "record_disposition")}」(record_disposition)改为最终处置`,
      en: () => "replace it with record_disposition",
    },
  }),
  "disposition-not-done": say<{ path: string; disposition: string }>({
    blame: "blocked",
    zh: (p, w) =>
      `处置第 ${lineNo(p.path)} 行「${w.value("disposition", p.disposition)}」尚未完成(${p.path}.done_at)`,
    en: (p, w) =>
      `Disposition ${lineNo(p.path)} "${w.value("disposition", p.disposition)}" is not done (${p.path}.done_at)`,
    remedy: recordIt,
  }),
  "reinspection-missing": say<{ path: string; disposition: string }>({
    blame: "blocked",
    zh: (p, w) =>
      `处置第 ${lineNo(p.path)} 行「${w.value("disposition", p.disposition)}」没有复检结果(${p.path}.reinspection)`,
    en: (p, w) =>
      `Disposition ${lineNo(p.path)} "${w.value("disposition", p.disposition)}" has not been inspected again (${p.path}.reinspection)`,
    remedy: recordIt,
  }),
} as const;
