/** The twenty complaints and ten CAPAs of the worked example meet every gate and every reference, step by step. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { plan } from "../../src/domain/engine/plan.ts";
import { unknownReferences } from "../../src/domain/gates/references.ts";
import type { Context } from "../../src/domain/procedure/step.ts";
import { factsOf } from "../../src/domain/records/facts.ts";
import type { CaseRecord, Json, Kind } from "../../src/domain/records/record.ts";
import { calendar, kinds, people, settings, shared } from "../support/procedure.ts";

interface Line {
  at: string;
  by: string;
  role: string;
  kind: Kind;
  record: string;
  event: string;
  for?: string;
  note?: string;
  set: Record<string, Json>;
}
const lines = readFileSync(new URL("../spec/samples/timeline.ndjson", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Line);

interface Replayed {
  readonly refused: string[];
  readonly warned: string[];
  readonly dangling: string[];
  readonly duties: string[];
}

function replay(): Replayed {
  const records = new Map<string, CaseRecord>();
  const told: Replayed = { refused: [], warned: [], dangling: [], duties: [] };
  for (const line of lines) take(line, records, told);
  return told;
}

function take(line: Line, records: Map<string, CaseRecord>, told: Replayed): void {
  const { record, by, role, at, set } = line;
  const base = { shared, people, calendar, settings, now: at, facts: factsOf(records) };
  const context: Context = { ...base, kind: kinds[line.kind], record: records.get(record) ?? null };
  const event = line.for ?? line.event;
  const planned = plan(context, {
    record,
    event,
    by,
    role,
    at,
    set,
    ...(line.note ? { note: line.note } : {}),
  });
  const name = `${record} ${line.event}`;
  if (!planned.ok) {
    told.refused.push(`${name}: ${planned.findings.map((found) => found.code).join(", ")}`);
    return;
  }
  const after = planned.plan.record;
  told.warned.push(...planned.plan.warnings.map((found) => `${name}: ${found.code}`));
  told.duties.push(...planned.plan.duties.map((duty) => `${name} → ${duty.record} ${duty.event}`));
  const written = Object.keys(set).map((path) => path.replaceAll("[+]", "[-1]"));
  told.dangling.push(...unknownReferences(context, after, written).map((found) => `${name}: ${found.path}`));
  records.set(record, after);
}

const isCase = (line: string): boolean => /^(CMP|CAPA)-/.test(line);

describe("the worked example", () => {
  const told = replay();

  it("every step of a complaint or CAPA was legal", () => {
    expect(told.refused.filter(isCase)).toEqual([]);
  });

  it("every record and person that a step names exists (INV-21)", () => {
    expect(told.dangling).toEqual([]);
  });

  it("shows what its people were warned of", () => {
    expect(told.warned.filter(isCase)).toMatchInlineSnapshot(`
      [
        "CMP-2026-001 archive: capa-lives-on",
        "CAPA-2026-001 verify_effective: effect-cannot-be-compared",
        "CMP-2026-004 archive: capa-lives-on",
        "CMP-2026-007 archive: capa-lives-on",
        "CMP-2026-010 archive: capa-lives-on",
        "CMP-2026-011 archive: capa-lives-on",
      ]
    `);
  });

  it("leaves each CAPA of a rejected complaint with its duty, and each complaint with that of its CAPA", () => {
    const of = (id: string): string[] => told.duties.filter((duty) => duty.includes(id));
    expect(of("CMP-2026-004")).toMatchInlineSnapshot(`
      [
        "CAPA-2026-003 issue → CMP-2026-004 issue_capa",
        "CMP-2026-004 issue_capa → CAPA-2026-003 acknowledge",
        "CAPA-2026-003 propose → CMP-2026-004 propose",
        "CAPA-2026-003 report_completion → CMP-2026-004 report_completion",
        "CAPA-2026-003 confirm → CMP-2026-004 confirm",
        "CMP-2026-004 customer_reject → CAPA-2026-003 customer_rejected",
        "CAPA-2026-003 propose → CMP-2026-004 propose",
        "CAPA-2026-003 report_completion → CMP-2026-004 report_completion",
        "CAPA-2026-003 confirm → CMP-2026-004 confirm",
        "CMP-2026-004 customer_reject → CAPA-2026-003 customer_rejected",
        "CAPA-2026-003 propose → CMP-2026-004 propose",
        "CAPA-2026-003 report_completion → CMP-2026-004 report_completion",
        "CAPA-2026-003 confirm → CMP-2026-004 confirm",
        "STD-2026-003 hold → CMP-2026-004 complete_standardisation",
      ]
    `);
    expect(of("SRV-2026H1").filter((duty) => duty.includes("CAPA-"))).toMatchInlineSnapshot(`
      [
        "CAPA-2026-007 open → SRV-2026H1 raise_capa",
      ]
    `);
  });
});
