import { describe, expect, it } from "vitest";
import { cellAt } from "../../src/domain/clocks/row.ts";
import { asOf, row, sampleRecords } from "./clock-models.ts";

const rows = sampleRecords.map(row);
const find = (id: string) => rows.find((r) => r.id === id);

describe("what the index keeps of a record", () => {
  it("is plain JSON and tied to no day", () => {
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
    expect(JSON.stringify(rows)).not.toContain("overdue");
    expect(asOf.now).toBe("2026-11-24T17:30:00+08:00");
  });

  it("has where the case stands, since when, and what is simple in it", () => {
    expect(find("CMP-2026-020")).toMatchObject({
      kind: "complaint",
      state: "implementing",
      final: false,
      title: "滑轨端部毛刺 80 件",
      customer_id: "CUS-004",
      created_at: "2026-10-26T09:30:00+08:00",
      at: "2026-11-20T16:00:00+08:00",
      cells: { severity: "minor", quantity_complained: 80, received_at: "2026-10-26T09:00:00+08:00" },
    });
    expect(find("CMP-2026-001")?.final).toBe(true);
  });

  it("finds a value wherever the row has it", () => {
    const one = find("CMP-2026-020");
    expect(one && ["state", "severity", "customer_id", "rounds"].map((path) => cellAt(one, path))).toEqual([
      "implementing",
      "minor",
      "CUS-004",
      undefined,
    ]);
  });

  it("cuts long texts by characters, not through one", () => {
    const [long] = sampleRecords.filter((record) => record.kind === "complaint");
    const cut = long && row({ ...long, description: "😀".repeat(300) }).cells["description"];
    expect([...String(cut)]).toHaveLength(200);
  });

  it("names other records at any depth, once, and no persons", () => {
    expect(find("CMP-2026-004")?.refs).toEqual([
      { path: "customer_id", id: "CUS-002" },
      { path: "order_id", id: "ORD-2025-0105" },
      { path: "capa_ids", id: "CAPA-2026-003" },
      { path: "standardisation.meeting_id", id: "STD-2026-003" },
    ]);
    expect(find("STD-2026-001")?.refs).toContainEqual({ path: "decisions[].case", id: "CMP-2026-001" });
    expect(find("CAPA-2026-007")?.refs).toContainEqual({ path: "source.id", id: "SRV-2026H1" });
    expect(rows.flatMap((r) => r.refs).filter(({ id }) => !/^[A-Z]{3,4}-/.test(id))).toEqual([]);
  });

  it("waits for nothing where the case has ended", () => {
    expect(rows.filter((r) => r.final && r.waits.length > 0)).toEqual([]);
    expect(rows.filter((r) => !r.final && r.waits.length === 0).map((r) => r.id)).toEqual([]);
  });
});
