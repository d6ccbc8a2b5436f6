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
  "INV-01": forEach("INV-01", "all", gapsIn),
  "INV-02": forEach("INV-02", "all", illegalSteps),
  "INV-22": forEach("INV-22", "all", (record, all) => [...zonesOf(record, all), ...momentsOf(record, all)]),
  "INV-24": forEach("INV-24", "all", editedAfterEnd),
} satisfies Record<string, Check>;
