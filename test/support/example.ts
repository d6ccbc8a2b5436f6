/** The records of the worked example, made by its own steps; as of 2026-11-24. */
import { readFileSync } from "node:fs";
import type { CheckInput } from "../../src/domain/audit/check.ts";
import { plan } from "../../src/domain/engine/plan.ts";
import type { Context } from "../../src/domain/procedure/step.ts";
import { factsOf } from "../../src/domain/records/facts.ts";
import type { CaseRecord, Json, Kind } from "../../src/domain/records/record.ts";
import { calendar, kinds, people, settings, shared } from "./procedure.ts";

interface Line {
  readonly at: string;
  readonly by: string;
  readonly role: string;
  readonly kind: Kind;
  readonly record: string;
  readonly event: string;
  readonly for?: string;
  readonly note?: string;
  readonly set: Readonly<Record<string, Json>>;
}

export const NOW = "2026-11-24T18:00:00+08:00";

/** A context of the shipped procedure and the fictional factory. */
export function contextAt(
  records: ReadonlyMap<string, CaseRecord>,
  kind: Kind,
  id: string,
  now = NOW,
): Context {
  const base = { kind: kinds[kind], shared, people, calendar, settings, now };
  return { ...base, record: records.get(id) ?? null, facts: factsOf(records) };
}

/**
 * Every record of the example by its number; a step that is refused is a mistake.
 * @param until stops before the first step of this event on this record
 */
export function exampleRecords(until?: { record: string; event: string }): Map<string, CaseRecord> {
  const text = readFileSync(new URL("../spec/samples/timeline.ndjson", import.meta.url), "utf8");
  const records = new Map<string, CaseRecord>();
  for (const line of text
    .trim()
    .split("\n")
    .map((one) => JSON.parse(one) as Line)) {
    if (line.record === until?.record && line.event === until.event) break;
    const { record, by, role, at, set, note } = line;
    const step = { record, event: line.for ?? line.event, by, role, at, set, ...(note ? { note } : {}) };
    const planned = plan(contextAt(records, line.kind, record, at), step);
    if (!planned.ok)
      throw new Error(`${record} ${line.event}: ${planned.findings.map((f) => f.code).join(", ")}`);
    records.set(record, planned.plan.record);
  }
  return records;
}

/** What `check` is given for some records. */
export const checkInput = (records: ReadonlyMap<string, CaseRecord>): CheckInput => ({
  records: [...records.values()],
  facts: factsOf(records),
  shared,
  kinds: (kind) => kinds[kind],
  people,
  settings,
  calendar,
  now: NOW,
  attachment: () => undefined,
});
