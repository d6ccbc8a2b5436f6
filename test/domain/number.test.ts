import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  folderOf,
  formNumber,
  type Kinds,
  nextNumber,
  numberForm,
  parseId,
  recordPath,
} from "../../src/domain/procedure/number.ts";
import type { Numbering } from "../../src/domain/records/model.ts";
import type { Kind } from "../../src/domain/records/record.ts";
import { kinds } from "./model-fixture.ts";

const at = "2026-03-02T09:12:00+08:00";
const number = (kind: Kind): Numbering => kinds[kind].number;
const next = (kind: Kind, taken: string[], more: object = {}) =>
  nextNumber(number(kind), { kind, taken, start: {}, at, ...more });

describe("the numbers of chapter 2.1.1", () => {
  const examples: [Kind, string, string][] = [
    ["customer", "CUS-003", "records/customers/CUS-003.yaml"],
    ["order", "ORD-2026-0012", "records/orders/2026/ORD-2026-0012.yaml"],
    ["amendment", "AMD-2026-004", "records/amendments/2026/AMD-2026-004.yaml"],
    ["inquiry", "INQ-2026-006", "records/inquiries/2026/INQ-2026-006.yaml"],
    ["outreach", "OUT-2026-001", "records/outreach/2026/OUT-2026-001.yaml"],
    ["complaint", "CMP-2026-007", "records/complaints/2026/CMP-2026-007.yaml"],
    ["return", "RET-2026-002", "records/returns/2026/RET-2026-002.yaml"],
    ["capa", "CAPA-2026-003", "records/capas/2026/CAPA-2026-003.yaml"],
    ["survey_wave", "SRV-2026H1", "records/surveys/2026/SRV-2026H1.yaml"],
    ["survey_response", "RSP-2026H1-001", "records/responses/2026/RSP-2026H1-001.yaml"],
    ["monthly_summary", "MWS-2026-03-001", "records/summaries/2026/MWS-2026-03-001.yaml"],
    ["standardisation_meeting", "STD-2026-002", "records/meetings/2026/STD-2026-002.yaml"],
  ];

  it.each(examples)("%s is numbered %s and lies in its folder", (kind, id, path) => {
    expect(parseId(id, kinds)?.kind).toBe(kind);
    expect(recordPath(id, kinds)).toBe(path);
  });

  it("tells year, half-year, month and counter", () => {
    expect(parseId("CMP-2026-007", kinds)).toEqual({
      kind: "complaint",
      series: "CMP-2026-",
      year: 2026,
      n: 7,
    });
    expect(parseId("CUS-003", kinds)).toEqual({ kind: "customer", series: "CUS-", n: 3 });
    expect(parseId("SRV-2026H1", kinds)).toEqual({
      kind: "survey_wave",
      series: "SRV-2026H1",
      year: 2026,
      half: 1,
    });
    expect(parseId("RSP-2026H2-011", kinds)).toMatchObject({
      series: "RSP-2026H2-",
      year: 2026,
      half: 2,
      n: 11,
    });
    expect(parseId("MWS-2026-03-001", kinds)).toMatchObject({
      series: "MWS-2026-03-",
      year: 2026,
      month: 3,
      n: 1,
    });
  });

  it("knows the draft number of a case opened offline", () => {
    expect(parseId("CMP-2026-~k3f", kinds)).toEqual({
      kind: "complaint",
      series: "CMP-2026-",
      year: 2026,
      draft: "k3f",
    });
    expect(recordPath("CMP-2026-~k3f", kinds)).toBe("records/complaints/2026/CMP-2026-~k3f.yaml");
  });

  it.each([
    "",
    "CMP-2026-7",
    "CMP-2026-0007",
    "CMP-2026-000",
    "cmp-2026-007",
    "CMP-2026-007 ",
    "CMP-2026-007\n",
    "CMP-2026-007/..",
    "../CMP-2026-007",
    "CMP-2026-\uff10\uff10\uff17",
    "CMP-0026-007",
    "MWS-2026-13-001",
    "SRV-2026H3",
    "CON-2026-001",
    "CMP-2026-~../x",
    "-CMP-2026-007",
    "CMP-2026-007\u202e",
    "__proto__",
  ])("refuses %j: no text but a number names a file", (id) => {
    expect(parseId(id, kinds)).toBeNull();
    expect(recordPath(id, kinds)).toBeNull();
  });

  it("shows people how the numbers of a kind look", () => {
    expect(numberForm(number("complaint"))).toBe("CMP-yyyy-nnn");
    expect(numberForm(number("order"))).toBe("ORD-yyyy-nnnn");
    expect(numberForm(number("customer"))).toBe("CUS-nnn");
    expect(numberForm(number("survey_wave"))).toBe("SRV-yyyyHn");
    expect(numberForm(number("monthly_summary"))).toBe("MWS-yyyy-mm-nnn");
  });

  it("repeats the record's counter in the numbers of its forms", () => {
    expect(formNumber("REV", "ORD-2026-0012")).toBe("REV-2026-0012");
    expect(formNumber("RMA", "RET-2026-002")).toBe("RMA-2026-002");
  });
});

describe("the next number", () => {
  it("is the first of an empty series", () => {
    expect(next("complaint", [])).toBe("CMP-2026-001");
    expect(next("order", [])).toBe("ORD-2026-0001");
    expect(next("customer", [])).toBe("CUS-001");
  });

  it("follows the highest, and a new year begins again", () => {
    expect(next("complaint", ["CMP-2026-002", "CMP-2026-009", "CMP-2025-044"])).toBe("CMP-2026-010");
    expect(next("complaint", ["CMP-2025-044"])).toBe("CMP-2026-001");
  });

  it("goes on after 999 with four digits: a width is a minimum", () => {
    expect(next("complaint", ["CMP-2026-999"])).toBe("CMP-2026-1000");
  });

  it("counts the year of the company's zone", () => {
    expect(next("complaint", [], { at: "2025-12-31T17:00:00Z" })).toBe("CMP-2026-001");
    expect(next("complaint", [], { at: "2025-12-31T15:59:00Z" })).toBe("CMP-2025-001");
  });

  it("begins where the company began on paper (numbers.start)", () => {
    const start = { order: { "2025": 101 }, customer: { all: 40 } };
    expect(next("order", [], { start, at: "2025-05-05T09:00:00+08:00" })).toBe("ORD-2025-0101");
    expect(next("order", [], { start })).toBe("ORD-2026-0001");
    expect(next("customer", [], { start })).toBe("CUS-040");
  });

  it("runs by wave for responses, by half-year for waves, by month reported on for summaries", () => {
    expect(next("survey_wave", [], { record: { half_year: "2026H2" } })).toBe("SRV-2026H2");
    const taken = ["RSP-2026H1-007", "RSP-2026H2-002"];
    expect(next("survey_response", taken, { record: { wave_id: "SRV-2026H2" } })).toBe("RSP-2026H2-003");
    expect(next("monthly_summary", ["MWS-2026-03-001"], { record: { month: "2026-03" } })).toBe(
      "MWS-2026-03-002",
    );
  });

  it("cannot be told without wave, half-year or month", () => {
    expect(next("survey_wave", [], { record: {} })).toBeNull();
    expect(next("survey_response", [], { record: { wave_id: "../x" } })).toBeNull();
    expect(next("monthly_summary", [])).toBeNull();
    expect(next("complaint", [], { at: "yesterday" })).toBeNull();
  });

  it("is not moved by drafts and foreign texts", () => {
    expect(next("complaint", ["CMP-2026-~k3f", "CMP-2026-x", "CAPA-2026-050"])).toBe("CMP-2026-001");
  });

  it("gives consecutive numbers, none twice, whatever the start", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 40 }), (first, count) => {
        const taken: string[] = [];
        const start = { complaint: { "2026": first } };
        for (let i = 0; i < count; i++) taken.push(next("complaint", taken, { start }) ?? "none");
        expect(taken.map((id) => parseId(id, kinds)?.n)).toEqual(taken.map((_, i) => first + i));
      }),
    );
  });

  it("is never a number that was given, in whatever order paper numbers came in", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 5000 })), (numbers) => {
        const taken = numbers.map((n) => `CMP-2026-${String(n).padStart(3, "0")}`);
        const id = next("complaint", taken) ?? "none";
        expect(taken).not.toContain(id);
        expect(parseId(id, kinds)?.n).toBe(Math.max(0, ...numbers) + 1);
      }),
    );
  });

  it("reads back as what it is: every number given has its kind, and one spelling", () => {
    const waves: Partial<Record<Kind, object>> = {
      survey_wave: { half_year: "2026H1" },
      survey_response: { wave_id: "SRV-2026H1" },
      monthly_summary: { month: "2026-03" },
    };
    for (const kind of Object.keys(kinds) as Kind[]) {
      const id = next(kind, [], { record: waves[kind] ?? {} }) ?? "none";
      const read = parseId(id, kinds as Kinds);
      expect(read?.kind).toBe(kind);
      expect(read && folderOf(read, kinds)).toMatch(/^records\/[a-z]+(\/2026)?$/);
    }
  });

  it("no text whatever makes a path outside its folder", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const path = recordPath(text, kinds);
        expect(path === null || /^records\/[a-z]+(\/\d{4})?\/[A-Z]+-[0-9H~a-z-]+\.yaml$/.test(path)).toBe(
          true,
        );
      }),
    );
  });
});
