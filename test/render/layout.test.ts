import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { columns, flow } from "../../src/render/columns.ts";
import { daysBetween, longDay, moment, readableDate, shortDay, shortMoment } from "../../src/render/dates.ts";
import { clauseText } from "../../src/render/messages.ts";
import { dim, type Line, lineText, lineWidth, print, spread } from "../../src/render/page.ts";
import { table } from "../../src/render/table.ts";
import { draw } from "../../src/render/text.ts";
import { page } from "./world.ts";

const MIXED: Line[] = [
  ["中文", "abc", "12"],
  ["a", "外壳划伤𠮷", "3"],
  [dim("± → ✓"), "👍🏽 é", "456"],
];

describe("columns", () => {
  it("end at the same display column in every row", async () => {
    const lines = await draw(() => columns([...MIXED], page("zh"), { right: [2] }));
    const ends = new Set(lines.map((line) => stringWidth(lineText(line))));
    expect(ends.size).toBe(1);
    expect(
      await draw(() => print(columns([...MIXED.slice(0, 2)], page("zh"), { right: [2] }), page("zh"))),
    ).toMatchInlineSnapshot(`
      "中文  abc         12
      a     外壳划伤𠮷   3"
    `);
  });
  it("cut flexible columns to the terminal, and none where there is no terminal", () => {
    const rows: Line[] = [["CMP-2026-001", "外壳划伤,需要更换全部一百二十件产品并且书面回复客户", "11-24"]];
    const [cut = []] = columns(rows, page("zh", 40), { flexible: [1] });
    expect(lineWidth(cut)).toBe(40);
    expect(lineText(cut)).toContain("…");
    const [whole = []] = columns(rows, page("zh", Number.POSITIVE_INFINITY), { flexible: [1] });
    expect(lineText(whole)).toContain("书面回复客户");
  });
  it("put a hint that does not fit on a line of its own", () => {
    const rows: Line[] = [["propose", "提出改善对策", "casetrail advance CAPA-2026-010 propose"]];
    expect(columns(rows, page("zh", 80), { hint: true })).toHaveLength(1);
    expect(print(columns(rows, page("zh", 40), { hint: true }), page("zh", 40))).toMatchInlineSnapshot(`
      "propose  提出改善对策
          casetrail advance CAPA-2026-010
          propose"
    `);
  });
  it("flow as many items on a line as fit", () => {
    const items: Line[] = ["订单 9", "投诉 8", "退货 3"].map((text) => [text]);
    expect(flow(items, page("zh", 24)).map(lineText)).toEqual(["  订单 9   投诉 8", "  退货 3"]);
  });
});

describe("tables", () => {
  it("wrap cells without losing a character", () => {
    const text = "外壳划伤,需要更换全部一百二十件产品并且书面回复客户";
    const lines = table({ head: ["原因", "说明"], rows: [["机", text]], indent: 2 }, page("zh", 40)) ?? [];
    for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(40);
    const said = lines.slice(1).map(lineText).join("").replaceAll(" ", "");
    expect(said).toBe(`机${text}`);
  });
  it("end every row at the same display column", () => {
    const lines =
      table(
        {
          rows: [
            ["中文", "12"],
            ["a", "3"],
            ["换行\n两行", "456"],
          ],
          right: [1],
        },
        page("zh"),
      ) ?? [];
    expect(new Set(lines.map((line) => lineWidth(line))).size).toBe(1);
  });
  it("give up where the terminal is too narrow for the columns", () => {
    expect(table({ rows: [["一二三四五六", "一二三四五六", "一二三四五六"]] }, page("zh", 20))).toBeNull();
  });
});

describe("a remark at the right", () => {
  it("stands flush right, or below when there is no room", () => {
    expect(spread(["左"], ["右"], 10).map(lineText)).toEqual(["左      右"]);
    expect(spread(["很长很长很长"], ["右边"], 14).map(lineText)).toEqual(["很长很长很长", "          右边"]);
    expect(spread(["左"], [""], 10)).toHaveLength(1);
  });
});

describe("dates", () => {
  it("say the weekday, and today, tomorrow, yesterday", () => {
    expect(longDay("2026-11-24", "zh")).toBe("2026-11-24 周二");
    expect(longDay("2026-11-24", "en")).toBe("2026-11-24 Tue");
    expect(shortDay("2026-11-24", "2026-11-24", "zh")).toBe("11-24 今天");
    expect(shortDay("2026-11-25", "2026-11-24", "en")).toBe("11-25 tomorrow");
    expect(shortDay("2026-11-20", "2026-11-24", "zh")).toBe("11-20 周五");
    expect(shortDay("2027-01-21", "2026-11-24", "zh")).toBe("01-21");
    expect(shortDay("2027-08-01", "2026-11-24", "zh")).toBe("2027-08-01");
  });
  it("count across months and years", () => {
    expect(daysBetween("2026-12-31", "2027-01-01")).toBe(1);
    expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
  });
  it("print times as they are written", () => {
    expect(moment("2026-11-24T17:30:00+08:00")).toBe("2026-11-24 17:30");
    expect(shortMoment("2026-11-24T17:30:00+08:00", "2026-12-01")).toBe("11-24 17:30");
    expect(shortMoment("2025-11-24T17:30:00+08:00", "2026-12-01")).toBe("2025-11-24 17:30");
    expect(readableDate("2026-11-24T17:30:00+08:00", "zh")).toBe("2026-11-24 17:30");
    expect(readableDate("2026-11-24 or so", "zh")).toBe("2026-11-24 or so");
  });
});

it("quotes the clause of a requirement", () => {
  expect(clauseText("R-4.6.3.1-02")).toBe("4.6.3.1");
  expect(clauseText("R-4.6.3.1-02 R-4.6.3.1-03 R-3.2-01")).toBe("4.6.3.1 3.2");
  expect(clauseText("INV-15")).toBe("INV-15");
  expect(clauseText(undefined)).toBe("");
});
