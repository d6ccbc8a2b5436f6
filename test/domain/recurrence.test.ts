/** The window for repeats, and references that must exist (specification 3.17 CMP-01, INV-21). */
import { describe, expect, it } from "vitest";
import { earlierComplaints, monthsBefore } from "../../src/domain/cases/recurrence.ts";
import { unknownReferences } from "../../src/domain/gates/references.ts";
import { contextOf, entryOf, recordOf, short } from "../support/case-builders.ts";

type Rest = Record<string, unknown>;

describe("some months earlier", () => {
  it.each<[string, number, string]>([
    ["2026-06-10", 12, "2025-06-10"],
    ["2026-03-31", 1, "2026-02-28"],
    ["2024-03-31", 1, "2024-02-29"],
    ["2026-01-15", 1, "2025-12-15"],
    ["2026-06-10", 0, "2026-06-10"],
    ["2026-06-10", 18, "2024-12-10"],
  ])("%s less %i is %s", (day, months, expected) => {
    expect(monthsBefore(day, months)).toBe(expected);
  });
});

describe("earlier complaints with the same part and defect", () => {
  const same = { part_no: "HJ-2201", defect_type: "rust" };
  const complaint = (id: string, received_at: string | undefined, rest: Rest = {}, state = "archived") =>
    recordOf(id, state, { ...same, ...(received_at ? { received_at } : {}), ...rest });
  const now = complaint("CMP-2026-020", "2026-06-10T09:00:00+08:00", {}, "registered");
  const found = (others: ReturnType<typeof complaint>[], of = now, months = 12): string[] =>
    earlierComplaints(contextOf("complaint", [...others, of]).facts, of, months).map((one) => one.id);

  it.each<[string, ReturnType<typeof complaint>, boolean]>([
    ["within the window", complaint("CMP-2026-001", "2026-02-12T09:00:00+08:00"), true],
    ["on its first day", complaint("CMP-2025-011", "2025-06-10T00:00:00+08:00"), true],
    ["the day before it", complaint("CMP-2025-010", "2025-06-09T23:59:59+08:00"), false],
    ["voided", complaint("CMP-2026-001", "2026-02-12T09:00:00+08:00", {}, "voided"), false],
    [
      "another defect",
      complaint("CMP-2026-001", "2026-02-12T09:00:00+08:00", { defect_type: "dent" }),
      false,
    ],
    [
      "no defect yet",
      complaint("CMP-2026-001", "2026-02-12T09:00:00+08:00", { defect_type: undefined }),
      false,
    ],
    ["another part", complaint("CMP-2026-001", "2026-02-12T09:00:00+08:00", { part_no: "HJ-2202" }), false],
    ["a later one", complaint("CMP-2026-021", "2026-06-11T09:00:00+08:00"), false],
  ])("%s", (_, other, expected) => {
    expect(found([other])).toEqual(expected ? [other.id] : []);
  });

  it("of two received at the same time the one registered first is the earlier, then the lower number", () => {
    const registered = (id: string, at: string) =>
      complaint(id, "2026-06-10T09:00:00+08:00", { history: [entryOf("register", at)] }, "registered");
    const first = registered("CMP-2026-031", "2026-06-10T10:00:00+08:00");
    const second = registered("CMP-2026-030", "2026-06-10T11:00:00+08:00");
    expect(found([first], second)).toEqual(["CMP-2026-031"]);
    expect(found([second], first)).toEqual([]);
    const twin = registered("CMP-2026-032", "2026-06-10T10:00:00+08:00");
    expect(found([first], twin)).toEqual(["CMP-2026-031"]);
    expect(found([first])).toEqual(["CMP-2026-031"]);
  });

  it("without part, defect or time of receipt there is nothing to compare; `unknown` is no part", () => {
    const other = complaint("CMP-2026-001", "2026-02-12T09:00:00+08:00", { part_no: "unknown" });
    expect(
      found([other], complaint("CMP-2026-020", "2026-06-10T09:00:00+08:00", { part_no: "unknown" })),
    ).toEqual([]);
    expect(found([other], complaint("CMP-2026-020", undefined))).toEqual([]);
    expect(found([other], recordOf("CMP-2026-020", "registered", { part_no: "HJ-2201" }))).toEqual([]);
  });

  it("several are listed from the earliest, and the window follows the setting", () => {
    const others = [
      complaint("CMP-2026-005", "2026-05-01T09:00:00+08:00"),
      complaint("CMP-2026-001", "2026-02-12T09:00:00+08:00"),
    ];
    expect(found(others)).toEqual(["CMP-2026-001", "CMP-2026-005"]);
    expect(found(others, now, 3)).toEqual(["CMP-2026-005"]);
  });
});

describe("what a step names must exist (INV-21)", () => {
  const others = [
    recordOf("CUS-001", "active"),
    recordOf("CAPA-2026-009", "issued"),
    recordOf("CMP-2026-001", "archived"),
  ];
  const named = (rest: Rest, written: string[]): string[] => {
    const record = recordOf("CMP-2026-020", "registered", rest);
    return short(unknownReferences(contextOf("complaint", others), record, written));
  };

  it.each<[string, Rest, string[], string[]]>([
    ["a customer on the list", { customer_id: "CUS-001" }, ["customer_id"], []],
    ["a customer who is not", { customer_id: "CUS-099" }, ["customer_id"], ["reference-unknown customer_id"]],
    ["an order said to be unknown", { order_id: "unknown" }, ["order_id"], []],
    [
      "an order that is not there",
      { order_id: "ORD-2026-0099" },
      ["order_id"],
      ["reference-unknown order_id"],
    ],
    [
      "a list, one of them not there",
      { capa_ids: ["CAPA-2026-009", "CAPA-2026-099"] },
      ["capa_ids"],
      ["reference-unknown capa_ids[1]"],
    ],
    [
      "a record of another kind",
      { repeat_of: "CAPA-2026-009" },
      ["repeat_of"],
      ["reference-unknown repeat_of"],
    ],
    ["itself: there, though wrong elsewhere", { duplicate_of: "CMP-2026-020" }, ["duplicate_of"], []],
    [
      "a person of the company",
      { rounds: [{ countermeasure: [{ owner: "P01" }] }] },
      ["rounds[-1].countermeasure"],
      [],
    ],
    [
      "a person nobody knows",
      { rounds: [{ countermeasure: [{ owner: "Z99" }] }] },
      ["rounds[-1].countermeasure"],
      ["reference-unknown rounds[-1].countermeasure[0].owner"],
    ],
    ["what an earlier step wrote is not judged again", { customer_id: "CUS-099" }, ["description"], []],
    [
      "a path written twice is judged once",
      { customer_id: "CUS-099" },
      ["customer_id", "customer_id"],
      ["reference-unknown customer_id"],
    ],
  ])("%s", (_, rest, written, expected) => {
    expect(named(rest, written)).toEqual(expected);
  });
});
