import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkTyped, readValue } from "../../src/domain/input/values.ts";
import type { Field } from "../../src/domain/records/model.ts";
import type { Json } from "../../src/domain/records/record.ts";
import { readTime } from "../../src/domain/records/times.ts";
import { worded } from "../../src/domain/words/findings.ts";
import { fields, reading, wordsIn } from "./model-fixture.ts";

const place = (path: string) => ({ path, reading });
const field = (path: string): Field => fields[path] ?? { type: "any" };
const read = (path: string, text: string) => readValue(field(path), text, place(path));
const typed = (path: string, value: Json) => checkTyped(field(path), value, place(path));
const codes = (result: ReturnType<typeof read>): string[] =>
  "findings" in result ? result.findings.map((f) => f.code) : [];
const params = (result: ReturnType<typeof read>): unknown =>
  "findings" in result ? result.findings[0]?.params : null;

describe("a value is read by the type of its field", () => {
  const good: [string, string, Json][] = [
    ["description", "  铰链表面起泡, 约 12 件 ", "  铰链表面起泡, 约 12 件 "],
    ["description", "first\r\nsecond", "first\nsecond"],
    ["title", "2026", "2026"],
    ["severity", "major", "major"],
    ["severity", "严重(MA)", "major"],
    ["severity", "严重", "major"],
    ["severity", "严重\uff08MA\uff09", "major"],
    ["severity", "Critical", "critical"],
    ["scale", "5", "5"],
    ["scale", "很满意", "5"],
    ["handed_on", "2028-02-29", "2028-02-29"],
    ["handed_on", "today", "2026-11-24"],
    ["received_at", "2026-03-02T09:12:00+08:00", "2026-03-02T09:12:00+08:00"],
    ["received_at", "2026-03-02T09:12", "2026-03-02T09:12:00+08:00"],
    ["received_at", "2026-03-02 09:12:30", "2026-03-02T09:12:30+08:00"],
    ["received_at", "2026-03-01T20:12:00-05:00", "2026-03-02T09:12:00+08:00"],
    ["received_at", "2026-03-02T01:12:00.250Z", "2026-03-02T09:12:00+08:00"],
    ["received_at", "2025-12-31T23:30:00+00:00", "2026-01-01T07:30:00+08:00"],
    ["received_at", "now", "2026-11-24T17:30:00+08:00"],
    ["quantity", "120", 120],
    ["quantity", "-3", -3],
    ["rate", "0.35", 0.35],
    ["urgent", "true", true],
    ["urgent", "是", true],
    ["urgent", "Yes", true],
    ["urgent", "否", false],
    ["urgent", "no", false],
    ["owner", "S02", "S02"],
    ["subject", "CMP-2026-007", "CMP-2026-007"],
    ["subject", "ORD-2026-0012", "ORD-2026-0012"],
    ["subject", "CMP-2026-~k3f", "CMP-2026-~k3f"],
    ["departments", "quality,production", ["quality", "production"]],
    ["departments", "品质部、仓库", ["quality", "warehouse"]],
    ["departments", "quality\uff0cproduction", ["quality", "production"]],
    ["departments", "[quality, production]", ["quality", "production"]],
    ["departments", "quality", ["quality"]],
    ["capa_ids", "CAPA-2026-003, CAPA-2026-004", ["CAPA-2026-003", "CAPA-2026-004"]],
    ["aliases", "岚石", ["岚石"]],
    ["aliases", "[岚石, LANSHI]", ["岚石", "LANSHI"]],
    ["price", "1800 CNY", { amount: 1800, currency: "CNY" }],
    ["price", "usd 12.5", { amount: 12.5, currency: "USD" }],
    ["price", "{amount: 1800, currency: CNY}", { amount: 1800, currency: "CNY" }],
    ["scores", "{Q1: 4, Q2: null}", { Q1: 4, Q2: null }],
    [
      "actions",
      "[{type: 纠正措施, text: 换滤芯, due: 2026-03-09}]",
      [{ type: "corrective", text: "换滤芯", due: "2026-03-09" }],
    ],
    ["severity", "null", null],
    ["description", "null", null],
    ["actions", "null", null],
  ];
  it.each(good)("%s: %j is taken", (path, text, value) => {
    expect(read(path, text)).toEqual({ value });
  });

  const bad: [string, string, string][] = [
    ["title", "", "value-empty"],
    ["severity", "  ", "value-empty"],
    ["title", "a\u001b[31mb", "value-control"],
    ["title", "first\nsecond", "text-one-line"],
    ["description", "a\u202eb", "value-control"],
    ["severity", "serious", "enum-unknown"],
    ["severity", "__proto__", "enum-unknown"],
    ["severity", "constructor", "enum-unknown"],
    ["handed_on", "2026-02-29", "date-impossible"],
    ["handed_on", "2026-13-01", "date-impossible"],
    ["handed_on", "0226-03-01", "date-impossible"],
    ["handed_on", "2026/3/2", "date-form"],
    ["handed_on", "2026-03-02T09:12", "date-form"],
    ["handed_on", "\uff12\uff10\uff12\uff16-03-02", "digits-full-width"],
    ["received_at", "2026-03-02", "time-form"],
    ["received_at", "2026-03-02T24:00", "time-impossible"],
    ["received_at", "2026-02-30T09:00", "time-impossible"],
    ["received_at", "2026-03-02T09:12+15:00", "time-impossible"],
    ["received_at", "2026-03-02T09\uff1a12", "digits-full-width"],
    ["quantity", "12.5", "int-form"],
    ["quantity", "\uff11\uff12", "digits-full-width"],
    ["quantity", "1e3", "int-form"],
    ["quantity", "99999999999999999999", "int-form"],
    ["rate", "1,800", "number-form"],
    ["rate", "NaN", "number-form"],
    ["urgent", "maybe", "bool-form"],
    ["owner", "../people", "staff-form"],
    ["owner", "-rf", "staff-form"],
    ["subject", "CUS-003", "ref-form"],
    ["subject", "cmp-2026-007", "ref-form"],
    ["subject", "../../etc/passwd", "ref-form"],
    ["departments", "quality,prodution", "enum-unknown"],
    ["departments", "{quality: 1}", "list-form"],
    ["aliases", "岚石, LANSHI", "list-form"],
    ["actions", "换滤芯", "list-form"],
    ["actions", "[{type: corrective, txet: 换滤芯}]", "key-unknown"],
    ["actions", "[null]", "item-empty"],
    ["actions", "[{", "yaml-syntax"],
    ["price", "1800", "money-form"],
    ["price", "CNY 1800 CNY", "money-form"],
    ["price", "\uff11\uff18\uff10\uff10 CNY", "digits-full-width"],
    ["scores", "[1]", "map-form"],
  ];
  it.each(bad)("%s: %j is refused as %s", (path, text, code) => {
    expect([...new Set(codes(read(path, text)))]).toEqual([code]);
  });

  it("names the wrong item of a list by its own path", () => {
    const result = read("departments", "quality,prodution");
    expect("findings" in result && result.findings[0]?.path).toBe("departments[1]");
    expect(params(result)).toMatchObject({ near: ["production"], enum: "department" });
  });

  it("tells what a foreign spelling would be in ours", () => {
    expect(params(read("handed_on", "2026年3月2日"))).toMatchObject({ suggestion: "2026-03-02" });
    expect(params(read("handed_on", "2026/2/30"))).not.toHaveProperty("suggestion");
    expect(params(read("quantity", "\uff11\uff12"))).toMatchObject({ half: "12" });
    expect(params(read("subject", "cmp-2026-007"))).toMatchObject({ suggestion: "CMP-2026-007" });
  });

  it("finds the enumeration value near to what was typed, by key or label", () => {
    expect(params(read("severity", "majr"))).toMatchObject({ near: ["major"] });
    expect(params(read("category", "产品质"))).toMatchObject({ near: ["product_quality"] });
    expect(params(read("severity", "serious"))).toMatchObject({
      near: [],
      keys: ["critical", "major", "minor"],
    });
  });

  it("every time in every offset is kept as the same moment in the company's zone", () => {
    const time = fc.record({
      at: fc.date({ min: new Date("1990-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
      offset: fc.integer({ min: -14 * 60, max: 14 * 60 }),
    });
    fc.assert(
      fc.property(time, ({ at, offset }) => {
        const seconds = new Date(Math.floor(at.getTime() / 1000) * 1000);
        const local = new Date(seconds.getTime() + offset * 60_000).toISOString().slice(0, 19);
        const two = (n: number): string => String(n).padStart(2, "0");
        const size = Math.abs(offset);
        const text = `${local}${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
        const result = readTime(text);
        expect("at" in result && result.at.endsWith("+08:00") && Date.parse(result.at)).toBe(
          seconds.getTime(),
        );
      }),
    );
  });

  it("no text whatever is a bug, and what is read once is read the same again", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(fields)), fc.string({ unit: "binary" }), (path, text) => {
        const result = read(path, text);
        if ("value" in result) expect(typed(path, result.value)).toEqual(result);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a value that has a type already is checked deeply", () => {
  it("texts in it are read like typed text", () => {
    expect(typed("received_at", "2026-03-02T01:12:00Z")).toEqual({ value: "2026-03-02T09:12:00+08:00" });
    expect(typed("departments", ["品质部", "production"])).toEqual({ value: ["quality", "production"] });
    expect(typed("departments", "quality,production")).toEqual({ value: ["quality", "production"] });
    expect(typed("price", "1800 CNY")).toEqual({ value: { amount: 1800, currency: "CNY" } });
    expect(typed("scale", 5)).toEqual({ value: "5" });
    expect(typed("rate", 0.1 + 0.2)).toEqual({ value: 0.1 + 0.2 });
  });

  it("names every wrong value at once, each with its path", () => {
    const result = typed("actions", [
      { type: "corective", text: "换滤芯", due: "2026-02-30" },
      { type: "corrective", text: 4711 },
    ]);
    expect("findings" in result && result.findings.map((f) => [f.path, f.code])).toEqual([
      ["actions[0].type", "enum-unknown"],
      ["actions[0].due", "date-impossible"],
      ["actions[1].text", "text-form"],
    ]);
  });

  it("keeps null only where it is a value", () => {
    expect(typed("scores", { Q1: 5, Q2: null })).toEqual({ value: { Q1: 5, Q2: null } });
    expect(typed("actions", [{ type: "corrective", text: "x", due: null }])).toEqual({
      value: [{ type: "corrective", text: "x" }],
    });
  });

  it("refuses names that would reach into the machine", () => {
    const hostile = JSON.parse('{"__proto__": {"x": 1}}') as Json;
    expect(codes(typed("price", hostile))).toEqual(["key-forbidden"]);
    expect(codes(typed("scores", hostile))).toEqual(["key-forbidden"]);
    expect(codes(typed("data", { a: [hostile] }))).toEqual(["key-forbidden"]);
    expect(codes(typed("data", { "<<": 1 }))).toEqual(["key-forbidden"]);
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });

  it("refuses a value of another type", () => {
    expect(codes(typed("quantity", 12.5))).toEqual(["int-form"]);
    expect(codes(typed("urgent", 1))).toEqual(["bool-form"]);
    expect(codes(typed("title", true))).toEqual(["text-form"]);
    expect(codes(typed("severity", { a: 1 }))).toEqual(["enum-unknown"]);
    expect(codes(typed("departments", 3))).toEqual(["list-form"]);
    expect(codes(typed("price", 3))).toEqual(["map-form"]);
    expect(codes(typed("handed_on", 20260302))).toEqual(["date-form"]);
  });

  it("what is deeper than a record may be is refused", () => {
    let deep: Json = 1;
    for (let i = 0; i < 40; i++) deep = [deep];
    expect(codes(typed("data", deep))).toEqual(["value-too-deep"]);
  });
});

describe("the sentences", () => {
  const say = (lang: "zh" | "en", path: string, text: string): string => {
    const result = read(path, text);
    return "findings" in result
      ? result.findings.map((f) => worded(f, wordsIn(lang)).message).join("\n")
      : "";
  };

  it("list what is allowed, and what was probably meant", () => {
    expect(say("zh", "severity", "majr")).toMatchInlineSnapshot(
      `"严重程度(severity)的值「majr」不在可选项中:critical 致命 · major 严重 · minor 轻微;是否指 major 严重"`,
    );
    expect(say("en", "severity", "majr")).toMatchInlineSnapshot(
      `"Severity (severity): "majr" is not one of: critical Critical · major Major · minor Minor; did you mean major "Major"?"`,
    );
    expect(say("zh", "subject", "cmp-2026-007")).toMatchInlineSnapshot(
      `"关联单据(subject)的值「cmp-2026-007」不是编号;应为 订单 ORD-yyyy-nnnn · 客户投诉 CMP-yyyy-nnn;是否指 CMP-2026-007"`,
    );
    expect(say("en", "subject", "cmp-2026-007")).toMatchInlineSnapshot(
      `"Subject (subject): "cmp-2026-007" is not a number of Order ORD-yyyy-nnnn · Complaint CMP-yyyy-nnn; did you mean CMP-2026-007?"`,
    );
    expect(say("zh", "handed_on", "2026/3/2")).toMatchInlineSnapshot(
      `"移交日期(handed_on)的值「2026/3/2」有误:日期写成 YYYY-MM-DD,例如 2026-03-02;是否指 2026-03-02"`,
    );
    expect(say("en", "handed_on", "2026/3/2")).toMatchInlineSnapshot(
      `"Handed over on (handed_on): "2026/3/2" is not accepted; a date is written YYYY-MM-DD, for example 2026-03-02; did you mean 2026-03-02?"`,
    );
  });

  it("are there in both languages for everything that can be wrong", () => {
    for (const [path, text] of [
      ["title", ""],
      ["price", "x"],
      ["departments", "{a: 1}"],
      ["actions", "[{"],
    ] as const) {
      expect(say("zh", path, text)).toMatch(/[\u4e00-\u9fff]/);
      expect(say("en", path, text)).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
