/** Invariants of every history: gap-free, legal, in time, frozen after the end (INV-01, 02, 22, 24). */
import { dayStatus } from "../calendar/day-status.ts";
import { dayOf } from "../calendar/workdays.ts";
import { isFinal } from "../procedure/find-step.ts";
import type { CaseRecord, HistoryEntry } from "../records/record.ts";
import { type Breach, type Check, type CheckInput, forEach } from "./check.ts";
import { leavesOf } from "./leaves.ts";
import { illegalSteps } from "./legal-steps.ts";

function gapsIn(record: CaseRecord): Breach[] {
  const { history } = record;
  const last = history.at(-1);
  if (!last) return [{ detail: "empty", path: "history" }];
  const ends =
    record.state === last.to ? [] : [{ detail: "state", values: { state: record.state, to: last.to } }];
  return [...history.flatMap((entry, i) => gapBefore(entry, history[i - 1], i)), ...ends];
}

function gapBefore(entry: HistoryEntry, before: HistoryEntry | undefined, i: number): Breach[] {
  const path = `history[${i}]`;
  const found: Breach[] = [];
  if (entry.seq !== i + 1) found.push({ detail: "seq", path, values: { place: i + 1, seq: entry.seq } });
  if (before && Date.parse(entry.at) < Date.parse(before.at)) {
    found.push({ detail: "time", path, values: { seq: i + 1, at: entry.at, before: before.at } });
  }
  if ((entry.from ?? null) !== (before?.to ?? null)) {
    found.push({
      detail: "chain",
      path,
      values: { seq: i + 1, from: entry.from ?? "-", to: before?.to ?? "-" },
    });
  }
  return found;
}

function zonesOf(record: CaseRecord, all: CheckInput): Breach[] {
  const times = leavesOf(all.kinds(record.kind), record).filter((leaf) => leaf.field.type === "datetime");
  const entries = record.history.map((entry, i) => ({ path: `history[${i}].at`, value: entry.at }));
  const known = new Set(entries.map((entry) => entry.path));
  return [...entries, ...times.filter((leaf) => !known.has(leaf.path))]
    .filter((leaf) => typeof leaf.value === "string" && !leaf.value.endsWith("+08:00"))
    .map((leaf) => ({
      detail: "zone",
      path: leaf.path,
      values: { path: leaf.path, at: String(leaf.value) },
    }));
}

function momentsOf(record: CaseRecord, all: CheckInput): Breach[] {
  return record.history.flatMap((entry, i): Breach[] => {
    const path = `history[${i}].at`;
    if (Date.parse(entry.at) > Date.parse(all.now))
      return [{ detail: "future", path, values: { seq: i + 1, at: entry.at } }];
    const day = dayOf(entry.at);
    const off = !dayStatus(all.calendar, day).works;
    return off ? [{ detail: "day", path, level: "info", values: { seq: i + 1, day } }] : [];
  });
}

/** What adds to a closed case without changing it. */
const BESIDE = ["note", "attach", "link", "unlink"];

function editedAfterEnd(record: CaseRecord, all: CheckInput): Breach[] {
  const { workflow } = all.kinds(record.kind);
  return record.history.flatMap((entry, i): Breach[] => {
    const path = `history[${i}]`;
    if (entry.from === null || !isFinal(workflow, entry.from) || BESIDE.includes(entry.event)) return [];
    if (entry.event === "correct")
      return entry.note ? [] : [{ detail: "reason", path, values: { seq: i + 1 } }];
    const leadsOut = workflow.steps.some(
      (step) => step.id === entry.transition && step.from.includes(entry.from ?? ""),
    );
    return leadsOut ? [] : [{ detail: "edited", path, values: { seq: i + 1, event: entry.event } }];
  });
}

export const historyChecks = {
  "INV-01": forEach(
    "INV-01",
    {
      zh: "履历连续:序号、时间、状态首尾相接",
      en: "The history is gap-free: numbers, times and states follow each other",
    },
    "all",
    gapsIn,
  ),
  "INV-02": forEach(
    "INV-02",
    {
      zh: "每一步都是该流程的步骤,且由具备职责的人完成",
      en: "Each step is one of the workflow, taken by somebody who held the role",
    },
    "all",
    illegalSteps,
  ),
  "INV-22": forEach(
    "INV-22",
    {
      zh: "时间带 +08:00,不在将来;非工作日的步骤予以列出",
      en: "Times carry +08:00 and do not lie in the future; steps on days off are listed",
    },
    "all",
    (record, all) => [...zonesOf(record, all), ...momentsOf(record, all)],
  ),
  "INV-24": forEach(
    "INV-24",
    {
      zh: "结案后除重新打开或有原因的更正外不得修改",
      en: "A closed record is changed only by reopening, or by a correction with its reason",
    },
    "all",
    editedAfterEnd,
  ),
} satisfies Record<string, Check>;
