/** Lists of values, deadlines, duties and annex 1 in schemas/ are those of the specification. */
import { describe, expect, it } from "vitest";
import type { Label } from "../../src/domain/records/record.ts";
import { kinds, procedureFiles, shared } from "../support/procedure.ts";
import { spec } from "../support/spec-fields.ts";

describe("the lists, deadlines and duties of the specification", () => {
  it("are all 51 lists, in order, with both labels", () => {
    const lists = spec<Record<string, { value: string | number; zh: string; en: string }[]>>("enums");
    expect(Object.keys(shared.enums)).toEqual(Object.keys(lists));
    for (const [name, entries] of Object.entries(lists)) {
      const expected = Object.fromEntries(entries.map(({ value, zh, en }) => [String(value), { zh, en }]));
      expect(shared.enums[name]).toEqual(expected);
    }
  });

  it("are all 27 deadlines; what is no number of the source is a guideline", () => {
    const deadlines = spec<Record<string, Record<string, unknown> & { origin: string }>>("deadlines");
    expect(Object.keys(shared.deadlines)).toEqual(Object.keys(deadlines));
    for (const [id, row] of Object.entries(deadlines)) {
      const {
        origin,
        unit_key,
        zh,
        en,
        length,
        starts,
        ends,
        start_paths,
        earlier,
        due_path,
        reminder,
        not_before,
      } = row;
      const source = origin.startsWith("SOURCE");
      const expected = { id, zh, en, length, unit: unit_key, guideline: !source, starts, ends, start_paths };
      const clause = source ? origin.split(" ")[1] : undefined;
      expect({ ...shared.deadlines[id] }).toEqual({
        ...expected,
        clause,
        earlier,
        due_path,
        reminder,
        not_before,
      });
    }
  });

  it("are all 127 duties, each under a clause of the outline", () => {
    const duties = spec<{ id: string; clause: string }[]>("requirements");
    expect(Object.values(shared.requirements)).toEqual(duties);
    for (const { clause } of duties) expect(Object.keys(shared.clauses)).toContain(clause);
  });

  it("are the 8 rows of annex 1", () => {
    const rows =
      spec<{ row: string; step_zh: string; step_en: string; documents: string[]; clauses: string }[]>(
        "annex1",
      );
    const annex = procedureFiles["annex1.yaml"] as unknown as {
      rows: {
        row: string;
        zh: string;
        en: string;
        documents: Label[];
        clauses: string[];
        steps: string[];
        requirement: string;
      }[];
    };
    const kept = annex.rows.map(({ row, zh, en, documents, clauses }) => ({
      row,
      step_zh: zh,
      step_en: en,
      documents: documents.map((paper) => paper.zh),
      clauses: clauses.join(", "),
    }));
    expect(kept).toEqual(
      rows.map(({ row, step_zh, step_en, documents, clauses }) => ({
        row,
        step_zh,
        step_en,
        documents,
        clauses,
      })),
    );
    const known = new Set(Object.values(kinds).flatMap((kind) => kind.workflow.steps.map((step) => step.id)));
    for (const { steps, requirement } of annex.rows) {
      expect(steps.filter((id) => !known.has(id))).toEqual([]);
      expect(Object.keys(shared.requirements)).toContain(requirement);
    }
  });
});
