/** What holds on every way through complaint, CAPA and meeting, however people go (engine.md 3, 5, 6; INV-01). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldClocks, intervals } from "../../src/domain/clocks/clocks.ts";
import { openings } from "../../src/domain/engine/openings.ts";
import { plan } from "../../src/domain/engine/plan.ts";
import type { Context } from "../../src/domain/procedure/step.ts";
import type { CaseRecord } from "../../src/domain/records/record.ts";
import { isError } from "../../src/domain/words/findings.ts";
import { calendar, kinds, people, settings, shared } from "../support/procedure.ts";
import { contextOn, type Records } from "../support/timeline.ts";
import { CAPA, COMPLAINT, contextFor, type Move, start, type Taken, walk } from "../support/walk.ts";

const moves = fc.array(
  fc.record({ pick: fc.nat(3000), variant: fc.nat(5), hours: fc.integer({ min: 0, max: 200 }) }),
  { minLength: 80, maxLength: 140 },
);

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}

const listOf = (record: CaseRecord | null, key: string): unknown[] => (record?.[key] as unknown[]) ?? [];
const text = (value: unknown): string => JSON.stringify(value);

/** What every step leaves alone. */
function judge({ kind, before, planned, step }: Taken): void {
  if (!planned.ok) {
    expect(
      planned.findings.some((found) => found.level === "error"),
      `${step.event} refused without a reason`,
    ).toBe(true);
    return;
  }
  const { record } = planned.plan;
  const old = before?.history ?? [];
  expect(text(record.history.slice(0, old.length))).toBe(text(old));
  expect(record.history.map((entry) => entry.seq)).toEqual(record.history.map((_, i) => i + 1));
  const last = old.at(-1);
  expect(planned.plan.entry.from).toBe(last?.to ?? null);
  expect(last === undefined || Date.parse(last.at) <= Date.parse(planned.plan.entry.at)).toBe(true);
  expect(record.state).toBe(planned.plan.entry.to);
  const rounds = listOf(before, "rounds");
  expect(listOf(record, "rounds").length).toBeGreaterThanOrEqual(rounds.length);
  expect(text(listOf(record, "rounds").slice(0, Math.max(rounds.length - 1, 0)))).toBe(
    text(rounds.slice(0, -1)),
  );
  for (const grown of ["attempts", "reopened"])
    expect(text(listOf(record, grown).slice(0, listOf(before, grown).length))).toBe(
      text(listOf(before, grown)),
    );
  if (kind === "capa") expect(listOf(record, "attempts").length).toBe((record["attempt"] as number) - 1);
}

/** Every deadline of a record can be told, and none ends before it began. */
function clocksHold(record: CaseRecord, now: string): void {
  const raw = foldClocks(kinds[record.kind], shared, settings, record);
  for (const one of intervals(raw, { shared, settings, calendar, now })) {
    if (one.ended !== undefined && one.status === "met" && one.reminder === undefined)
      expect(one.ended.slice(0, 10) <= (one.due ?? "9"), text(one)).toBe(true);
    expect(one.days.at(-1)?.date ?? one.due).toBe(one.due);
  }
}

/** Steps that lie far along: a walk that never comes there proves little. */
const FAR = ["CMP-12", "CMP-15", "CMP-19", "CMP-24", "CMP-26", "CAPA-07", "CAPA-09"];

describe("on every way through complaint, CAPA and meeting", () => {
  it("history, rounds and attempts only grow, nothing given is touched, each refusal has its reason", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(moves, (way: Move[]) => {
        const records = start();
        for (const record of records.values()) freeze(record);
        walk(way, records, (taken) => {
          judge(taken);
          if (taken.planned.ok) {
            freeze(taken.planned.plan.record);
            seen.add(taken.planned.plan.step);
            clocksHold(taken.planned.plan.record, taken.step.at);
          }
        });
      }),
      { numRuns: 10, seed: 6, endOnFailure: true },
    );
    expect([...seen]).toEqual(expect.arrayContaining(FAR));
  });

  it("the same steps on the same records give the same records", () => {
    fc.assert(
      fc.property(moves, (way: Move[]) => {
        const records = start();
        const steps = walk(way, records, () => undefined);
        const again = start();
        for (const step of steps) {
          const planned = plan(contextFor(again, step), step);
          if (planned.ok) again.set(step.record, planned.plan.record);
        }
        for (const id of [COMPLAINT, CAPA]) expect(again.get(id)).toEqual(records.get(id));
      }),
      { numRuns: 4, seed: 6, endOnFailure: true },
    );
  });

  it("a step that nothing is missing for, and that the asker may take, is not refused", () => {
    fc.assert(
      fc.property(moves, (way: Move[]) => {
        const records = start();
        walk(way, records, ({ step: { at } }) => expect(refusedThoughOpen(records, at)).toEqual([]));
      }),
      { numRuns: 2, seed: 6, endOnFailure: true },
    );
  });
});

/** Steps shown as open, with nothing missing, that are refused nevertheless. */
function refusedThoughOpen(records: Records, at: string): string[] {
  return [COMPLAINT, CAPA].flatMap((id) => {
    const record = records.get(id);
    const context = record && contextOn(records, record.kind, id, at);
    return context ? people.flatMap(({ id: by }) => refusedTo(context, by, at)) : [];
  });
}

function refusedTo(context: Context, by: string, at: string): string[] {
  const ready = openings(context, { by, at }).filter(
    ({ allowed, missing, findings }) => allowed && missing.length === 0 && !findings.some(isError),
  );
  return ready.flatMap(({ step }) => {
    const planned = plan(context, { record: context.record?.id ?? "", event: step.event, by, at, set: {} });
    return planned.ok ? [] : planned.findings.map((found) => `${step.id} ${by} ${found.code}`);
  });
}
