import { describe, expect, it } from "vitest";
import { todoItems } from "../../src/domain/clocks/duties.ts";
import { finding } from "../../src/domain/words/findings.ts";
import {
  errorJson,
  findingsJson,
  logJson,
  openingsJson,
  recordJson,
  statusJson,
  todoJson,
  traceJson,
  warningJson,
} from "../../src/render/json.ts";
import { asOf, duesOf, NOW, openingsOf, rows, settings } from "./case.ts";
import { page, sample } from "./world.ts";

const words = page("zh").words;
const missing = finding(
  "field-missing",
  { kind: "complaint", path: "severity" },
  { path: "severity", clause: "R-4.6.3-01" },
);
const parsed = (text: string) => JSON.parse(text) as never;

describe("JSON as cli.md has it", () => {
  it("a record ends with what was computed at reading", () => {
    const record = sample("CAPA-2026-010");
    const shape: Record<string, unknown> = parsed(
      recordJson(
        record,
        {
          due: duesOf(record),
          next: openingsOf(record.id, "P01"),
          path: "records/x.yaml",
          commit: "3f2c1ab",
        },
        words,
      ),
    );
    expect(Object.keys(shape).slice(-4)).toEqual(["_due", "_next", "_path", "_commit"]);
    const due = (shape["_due"] as Record<string, unknown>[]).find(
      (one) => one["deadline"] === "countermeasure",
    );
    expect(due).toMatchInlineSnapshot(`
      {
        "assumed": false,
        "days": [
          {
            "counted": true,
            "date": "2026-11-18",
          },
          {
            "counted": true,
            "date": "2026-11-19",
          },
          {
            "counted": true,
            "date": "2026-11-20",
          },
        ],
        "deadline": "countermeasure",
        "due": "2026-11-20",
        "guideline": false,
        "status": "overdue",
      }
    `);
  });

  it("a rehearsal has no commit, a record just written need not have next steps", () => {
    const record = sample("CAPA-2026-010");
    const shape: object = parsed(recordJson(record, { due: [], path: "records/x.yaml" }, words));
    expect(shape).not.toHaveProperty("_commit");
    expect(shape).not.toHaveProperty("_next");
  });

  it("an opening names event, target, roles, missing paths and what blocks it", () => {
    const [first] = parsed(openingsJson(openingsOf("CMP-2026-019", "Q02"), words)) as object[];
    expect(Object.keys(first ?? {})).toEqual(["event", "to", "roles", "missing", "blocked_by"]);
  });

  it("a finding leaves out what does not apply", () => {
    expect(parsed(findingsJson([missing], words))).toEqual([
      {
        code: "field-missing",
        level: "error",
        path: "severity",
        message: expect.stringContaining("严重程度") as string,
        clause: "R-4.6.3-01",
      },
    ]);
  });

  it("an error and a warning are one line each", () => {
    const error = errorJson({ code: "step-refused", message: "m", remedy: "", findings: [missing] }, words);
    expect(error).not.toContain("\n");
    expect(Object.keys((parsed(error) as { error: object }).error)).toEqual(["code", "message", "findings"]);
    expect(warningJson(missing, words)).toMatch(/^\{"warning":\{"code":"field-missing",.*\}\}$/);
  });

  it("a work list shows the days only when asked why", () => {
    const items = todoItems(rows, asOf).slice(0, 1);
    const keys = (text: string) => Object.keys((parsed(text) as object[])[0] ?? {});
    const plain = ["record", "kind", "title", "deadline", "due", "status", "event", "roles", "department"];
    expect(keys(todoJson(items, words))).toEqual(plain);
    expect(keys(todoJson(items, words, true))).toEqual([...plain, "days"]);
  });

  it("status counts by kind", () => {
    const shape: object = parsed(
      statusJson(
        {
          company: settings.company,
          procedure: settings.procedure,
          now: NOW,
          today: "2026-11-24",
          day: { works: true, estimated: false, provisional: false },
          exampleClock: true,
          roles: ["quality_manager"],
          email: "",
          mine: [],
          overdue: [],
          open: [["complaint", 8]],
          reminders: [missing],
        },
        words,
      ),
    );
    expect(Object.keys(shape)).toEqual([
      "company",
      "now",
      "person",
      "roles",
      "todo",
      "open",
      "overdue",
      "reminders",
    ]);
    expect(shape).toMatchObject({ person: null, open: { complaint: 8 }, overdue: 0 });
  });

  it("log adds the commit, trace the three words of a link", () => {
    const [entry] = sample("CMP-2026-019").history;
    if (!entry) throw new Error("no history");
    expect(parsed(logJson([{ ...entry, commit: "3f2c1ab" }, entry]))).toMatchObject([
      { seq: 1, commit: "3f2c1ab" },
      { commit: null },
    ]);
    expect(parsed(traceJson([{ from: "A-1", to: "B-2", relation: "order_id" }]))).toEqual([
      { from: "A-1", to: "B-2", relation: "order_id" },
    ]);
  });
});
