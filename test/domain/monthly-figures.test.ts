import { describe, expect, it } from "vitest";
import { lastDayOf, monthlyFigures } from "../../src/domain/computes/monthly-figures.ts";
import { plan } from "../../src/domain/engine/plan.ts";
import type { Context } from "../../src/domain/procedure/step.ts";
import { factsOf } from "../../src/domain/records/facts.ts";
import type { Kind } from "../../src/domain/records/record.ts";
import { contextAt, exampleRecords } from "../support/example.ts";
import { calendar, kinds, settings, shared } from "../support/procedure.ts";

const records = exampleRecords();
const all = { facts: factsOf(records), shared, settings, calendar, kinds: (kind: Kind) => kinds[kind] };
const figures = (month: string) => monthlyFigures({ month, ...all });

/** Counted in the samples by hand and eye, independent of the code under test. */
const entries = [...records.values()];
const inMonth = (at: unknown, month: string): boolean => String(at).startsWith(month);
const count = (kind: Kind, path: string, month: string): number =>
  entries.filter((one) => one.kind === kind && inMonth(one[path], month)).length;

describe("figures of a month (5.6, specification 3.14)", () => {
  it.each(["2026-03", "2026-06", "2026-10"])(
    "%s: what was received is counted by its time of receipt",
    (month) => {
      const { orders, complaints, inquiries, returns } = figures(month);
      expect(orders).toMatchObject({
        received: count("order", "received_at", month),
        amended: count("amendment", "requested_at", month),
      });
      expect(complaints).toMatchObject({ received: count("complaint", "received_at", month) });
      expect(inquiries).toMatchObject({ received: count("inquiry", "received_at", month) });
      expect(returns).toMatchObject({ received: count("return", "requested_at", month) });
    },
  );

  it("what is open is told as of the end of the month, whenever it is asked", () => {
    // CAPA-2026-004 was received on 2026-04-30, due on 2026-05-08 and proposed on 2026-05-11: open and not overdue in April.
    expect(figures("2026-04")["capas"]).toMatchObject({ overdue: 0 });
    const closed = entries.filter(
      (one) => one.kind === "capa" && one.history.some((e) => e.to === "closed" && inMonth(e.at, "2026-03")),
    );
    expect(figures("2026-03")["capas"]).toMatchObject({ closed: closed.length });
  });

  it("the CAPA whose countermeasure is overdue in November is among the overdue", () => {
    expect(figures("2026-11")["capas"]?.["overdue"]).toBeGreaterThanOrEqual(1);
    expect(figures("2026-11")["capas"]?.["open"]).toBe(3);
  });

  it("a share of nothing is left out", () => {
    expect(figures("2025-11")["orders"]).not.toHaveProperty("on_time_rate");
    expect(figures("2026-01")["orders"]?.["on_time_rate"]).toBeLessThanOrEqual(1);
  });

  it("knows the last day of February", () => {
    expect([lastDayOf("2028-02"), lastDayOf("2026-02"), lastDayOf("2026-12")]).toEqual([
      "2028-02-29",
      "2026-02-28",
      "2026-12-31",
    ]);
  });

  it("are written into the summary with its title when it is drafted", () => {
    const step = {
      record: "MWS-2026-10-001",
      event: "draft",
      by: "S02",
      at: "2026-11-02T09:00:00+08:00",
      set: { month: "2026-10" },
    };
    const base = contextAt(records, "monthly_summary", step.record, step.at);
    const context = { ...base, kinds: all.kinds } as Context;
    const planned = plan(context, step);
    expect(planned.ok && planned.plan.record).toMatchObject({
      title: "2026-10 月工作总结 S02",
      author: "S02",
      ...figures("2026-10"),
    });
  });

  it("cannot be counted where the other workflows are not at hand", () => {
    const { kinds: _kinds, ...base } = {
      kinds: undefined,
      ...contextAt(records, "monthly_summary", "MWS-2026-10-001"),
    } as Context & { kinds?: unknown };
    const planned = plan(base as Context, {
      record: "MWS-2026-10-001",
      event: "draft",
      by: "S02",
      at: "2026-11-02T09:00:00+08:00",
      set: { month: "2026-10" },
      note: "x",
    });
    expect(planned.ok ? [] : planned.findings.map((one) => one.code)).toContain("workflows-not-at-hand");
  });
});
