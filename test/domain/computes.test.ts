import { describe, expect, it } from "vitest";
import { formNumber } from "../../src/domain/computes/computes-order.ts";
import { shortened, titleOf } from "../../src/domain/computes/computes-title.ts";
import { plan } from "../../src/domain/engine/plan.ts";
import type { Planned, Step } from "../../src/domain/procedure/step.ts";
import type { CaseRecord, Kind } from "../../src/domain/records/record.ts";
import { recordOf } from "../support/case-builders.ts";
import { contextAt, exampleRecords } from "../support/example.ts";
import { sample } from "../support/procedure.ts";

describe("titles (specification 2.1.2)", () => {
  it("take the first line that says anything", () => {
    expect(shortened("\n  镀层起泡 \r\n第二行")).toBe("镀层起泡");
  });
  it("are cut at 80 characters between words", () => {
    const words = "plating blisters on the hinge ".repeat(4);
    expect(shortened(words)).toBe(
      "plating blisters on the hinge plating blisters on the hinge plating blisters on",
    );
    expect([...shortened("镀".repeat(90))]).toHaveLength(80);
    expect([...shortened("x".repeat(90))]).toHaveLength(80);
    expect(shortened("a".repeat(80))).toHaveLength(80);
  });
  it.each([
    [
      "an order: product and quantity",
      recordOf("ORD-2026-0001", "", { lines: [{ product_name: "铰链", quantity: 5000 }] }),
      undefined,
      "铰链 5000",
    ],
    [
      "a return: the same",
      recordOf("RET-2026-001", "", { lines: [{ part_no: "HJ-2201", quantity_announced: 0 }] }),
      undefined,
      "HJ-2201 0",
    ],
    [
      "a meeting: its cases",
      recordOf("STD-2026-001", "", { cases: ["CMP-2026-001", "CAPA-2026-002"] }),
      undefined,
      "CMP-2026-001、CAPA-2026-002",
    ],
    [
      "a wave: its half-year",
      recordOf("SRV-2026H2", "", { half_year: "2026H2" }),
      undefined,
      "2026H2 客户满意度调查",
    ],
    [
      "a complaint: what it is about",
      recordOf("CMP-2026-001", "", { description: "起泡\n详情" }),
      "description",
      "起泡",
    ],
    [
      "a CAPA: its problem",
      recordOf("CAPA-2026-001", "", { problem: { what: "孔距超差" } }),
      "problem.what",
      "孔距超差",
    ],
  ])("%s", (_name, record, from, title) => {
    expect(titleOf(record, from)).toBe(title);
  });
  it("a monthly summary: month and author", () => {
    const record: CaseRecord = {
      id: "MWS-2026-10-001",
      kind: "monthly_summary",
      state: "draft",
      history: [],
      month: "2026-10",
      author: "S02",
    };
    expect(titleOf(record)).toBe("2026-10 月工作总结 S02");
  });
});

it("a form number repeats the counter of its record", () => {
  expect(formNumber("REV", "ORD-2026-0012")).toBe("REV-2026-0012");
  expect(formNumber("AN-", "AMD-2026-004")).toBe("AN-2026-004");
});

type Taken = Pick<Step, "record" | "event" | "by" | "set"> & { kind: Kind; at: string };
const take = (records: ReadonlyMap<string, CaseRecord>, { kind, ...step }: Taken): Planned =>
  plan(contextAt(records, kind, step.record, step.at), step);

function made(planned: Planned): CaseRecord {
  if (!planned.ok) throw new Error(planned.findings.map((one) => `${one.code} ${one.path}`).join(", "));
  return planned.plan.record;
}
const codes = (planned: Planned): string[] =>
  planned.ok ? [] : planned.findings.map((one) => `${one.code} ${one.path}`);

const without = (record: CaseRecord, ...keys: string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));

describe("what nobody has to type (the worked example, told in short)", () => {
  it("the amendment carries itself into the order, its lines and its production notice", () => {
    const records = exampleRecords({ record: "ORD-2026-0013", event: "apply_amendment" });
    const order = made(
      take(records, {
        kind: "order",
        record: "ORD-2026-0013",
        event: "apply_amendment",
        by: "S05",
        at: "2026-07-23T16:10:00+08:00",
        set: {},
      }),
    );
    const [line] = order["lines"] as { drawing_rev: string }[];
    const notice = order["production_notice"] as {
      revision: number;
      lines: object[];
      receivers: { at?: string }[];
    };
    expect([order.state, order["revision"], line?.drawing_rev, notice.revision]).toEqual([
      "in_production",
      1,
      "D",
      1,
    ]);
    expect(notice.lines[0]).toMatchObject({ drawing_rev: "D", quantity: 3600, due: "2026-08-28" });
    expect(notice.receivers.every((one) => one.at !== undefined)).toBe(true);
    expect(order["state_before_amending"]).toBeUndefined();
    expect(order["amendment_id"]).toBe("AMD-2026-004");
  });

  it("a wrong amendment by hand is refused", () => {
    const records = exampleRecords({ record: "ORD-2026-0013", event: "apply_amendment" });
    const lines = [{ ...(records.get("ORD-2026-0013")!["lines"] as object[])[0], drawing_rev: "E" }];
    const planned = take(records, {
      kind: "order",
      record: "ORD-2026-0013",
      event: "apply_amendment",
      by: "S05",
      at: "2026-07-23T16:10:00+08:00",
      set: { lines: lines as never },
    });
    expect(codes(planned)).toContain("change-not-carried-out lines[0].drawing_rev");
  });

  it("a department signs for the notice with the bare event", () => {
    const records = exampleRecords({ record: "ORD-2026-0008", event: "acknowledge_notice" });
    const order = made(
      take(records, {
        kind: "order",
        record: "ORD-2026-0008",
        event: "acknowledge_notice",
        by: "C01",
        at: "2026-03-24T09:30:00+08:00",
        set: {},
      }),
    );
    const { receivers } = order["production_notice"] as { receivers: object[] };
    expect(receivers.slice(0, 2)).toEqual([
      { department: "production" },
      { department: "pmc", by: "C01", at: "2026-03-24T09:30:00+08:00" },
    ]);
  });

  it("a department gives its opinion without naming itself", () => {
    const records = exampleRecords({ record: "ORD-2026-0008", event: "give_opinion" });
    const set = { "review.opinions[+]": { opinion: "accept", items: { inspection: "yes" } } };
    const order = made(
      take(records, {
        kind: "order",
        record: "ORD-2026-0008",
        event: "give_opinion",
        by: "Q01",
        at: "2026-03-19T11:00:00+08:00",
        set,
      }),
    );
    expect((order["review"] as { opinions: object[] }).opinions).toEqual([
      {
        department: "quality",
        reviewer: "Q01",
        at: "2026-03-19T11:00:00+08:00",
        opinion: "accept",
        items: { inspection: "yes" },
      },
    ]);
  });

  it("the production notice repeats the order and goes to the five departments", () => {
    const records = exampleRecords({ record: "ORD-2026-0008", event: "issue_production_notice" });
    const set = { "production_notice.quality_points": "none", "production_notice.packaging_label": "50/box" };
    const order = made(
      take(records, {
        kind: "order",
        record: "ORD-2026-0008",
        event: "issue_production_notice",
        by: "S05",
        at: "2026-03-23T15:00:00+08:00",
        set,
      }),
    );
    expect(order["production_notice"]).toMatchObject({
      notice_no: "PN-2026-0008",
      revision: 0,
      lines: [{ part_no: "GC-4410", quantity: 3000, due: "2026-05-08", material: "SUS304" }],
      receivers: ["production", "pmc", "quality", "purchasing", "warehouse"].map((department) => ({
        department,
      })),
    });
  });

  it("the amendment notice goes to who holds the production notice, now", () => {
    const records = exampleRecords({ record: "AMD-2026-004", event: "distribute" });
    const amendment = made(
      take(records, {
        kind: "amendment",
        record: "AMD-2026-004",
        event: "distribute",
        by: "S05",
        at: "2026-07-22T16:00:00+08:00",
        set: { effective_from: "next lot" },
      }),
    );
    expect(amendment["notice_no"]).toBe("AN-2026-004");
    expect(amendment["distribution"]).toHaveLength(5);
    expect((amendment["distribution"] as object[])[0]).toEqual({
      department: "production",
      sent_at: "2026-07-22T16:00:00+08:00",
    });
  });

  it("a wave is sent and closed by its event alone; a wrong figure is refused", () => {
    const records = exampleRecords({ record: "SRV-2026H1", event: "analyse" });
    const told = {
      kind: "survey_wave" as const,
      record: "SRV-2026H1",
      event: "analyse",
      by: "S04",
      at: "2026-07-08T16:00:00+08:00",
    };
    const words = { "analysis.needs_expectations": "x", "analysis.conclusion": "y" };
    const expected = sample<CaseRecord[]>("surveys/waves.json").find((one) => one.id === "SRV-2026H1");
    const analysis = made(take(records, { ...told, set: words }))["analysis"] as CaseRecord;
    const own = [
      "needs_expectations",
      "conclusion",
      "prepared_by",
      "capa_ids",
      "management_review_ref",
      "reviewed_by",
    ];
    expect(without(analysis, ...own)).toEqual(without(expected?.["analysis"] as CaseRecord, ...own));
    expect(codes(take(records, { ...told, set: { ...words, "analysis.overall_score": 85 } })).join()).toMatch(
      /analysis/,
    );
  });

  it("a complaint is filed for three years, to the end of the year", () => {
    const records = exampleRecords({ record: "CMP-2026-003", event: "archive" });
    const filed = made(
      take(records, {
        kind: "complaint",
        record: "CMP-2026-003",
        event: "archive",
        by: "S03",
        at: "2026-04-08T16:00:00+08:00",
        set: { "archive.location": "A-1-03" },
      }),
    );
    expect(filed["archive"]).toMatchObject({ location: "A-1-03", retention_until: "2029-12-31" });
  });
});

describe("the class of an order (ORD-02)", () => {
  const records = exampleRecords({ record: "ORD-2026-0008", event: "determine" });
  const ten = sample<CaseRecord[]>("orders.json").find((one) => one.id === "ORD-2026-0008")?.["requirements"];
  const determine = (complex: boolean, order_class?: string) =>
    take(records, {
      kind: "order",
      record: "ORD-2026-0008",
      event: "determine",
      by: "S02",
      at: "2026-03-18T14:00:00+08:00",
      set: {
        requirements: ten as never,
        complex_process: { value: complex, reason: "表面处理 3 道" },
        special_material: { value: false },
        ...(order_class ? { order_class } : {}),
      },
    });
  it("follows from the two answers", () => {
    expect(made(determine(true))["order_class"]).toBe("special");
    expect(made(determine(false))["order_class"]).toBe("routine");
    expect(made(determine(false, "sample"))["order_class"]).toBe("sample");
  });
  it("and is checked where it is given", () => {
    expect(codes(determine(true, "routine"))).toContain("computed-differs order_class");
    expect(codes(determine(false, "special"))).toContain("computed-differs order_class");
  });
});
