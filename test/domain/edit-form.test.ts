import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readForm, renderForm } from "../../src/domain/input/edit-form.ts";
import { formLine } from "../../src/domain/input/form-line.ts";
import { entryLines } from "../../src/domain/input/form-text.ts";
import { enumChoices, matching, questionsFor } from "../../src/domain/input/questions.ts";
import type { Json } from "../../src/domain/records/record.ts";
import { parseYaml } from "../../src/store/yaml.ts";
import { kind, reading, wordsIn } from "./model-fixture.ts";

const world = (lang: "zh" | "en") => ({ kind: "complaint", words: wordsIn(lang), shared: reading.shared });
const questions = questionsFor(
  kind,
  ["severity", "description", "actions[].type", "rounds[-1].reply.channel"],
  ["handed_on", "departments", "price", "quantity"],
  { severity: "major", departments: ["quality", "production"] },
);
const read = (text: string) => readForm(kind, text, questions, reading);

describe("the questions of a step", () => {
  it("stand in the order of the form, needed ones marked, with what is known", () => {
    expect(questions.map((q) => [q.path, q.required, q.default])).toEqual([
      ["description", true, undefined],
      ["severity", true, "major"],
      ["handed_on", false, undefined],
      ["quantity", false, undefined],
      ["departments", false, ["quality", "production"]],
      ["price", false, undefined],
      ["actions", true, undefined],
      ["rounds[-1].reply.channel", true, undefined],
    ]);
    expect(questions.find((q) => q.path === "actions")?.needed).toEqual(["type"]);
  });

  it("open a group into its leaves, and leave out what the kind does not have", () => {
    expect(questionsFor(kind, ["rounds[-1].reply"], ["nowhere"], null).map((q) => q.path)).toEqual([
      "rounds[-1].reply.channel",
      "rounds[-1].reply.sent_at",
    ]);
  });

  it("a choice is found by key or by either language's label", () => {
    const choices = enumChoices("severity", reading.shared, wordsIn("zh"));
    const found = (typed?: string) => matching(choices, typed).map((choice) => choice.value);
    expect(found()).toEqual(["critical", "major", "minor"]);
    expect(found("严")).toEqual(["major"]);
    expect(found("maj")).toEqual(["major"]);
    expect(found("appearance")).toEqual(["minor"]);
    expect(found("M")).toEqual(["major", "minor", "critical"]);
    expect(found("nothing like it")).toEqual([]);
  });
});

describe("the form of --edit", () => {
  it("shows each field with what may be written, in the language of the reader", () => {
    expect(renderForm("判定我司责任 · CMP-2026-019", questions, world("zh"))).toMatchInlineSnapshot(`
      "# 判定我司责任 · CMP-2026-019
      # 在冒号后填写。# 开头的行只是说明;标 * 的必填;留空的不写入。
      # 保存并关闭编辑器即继续;把全部内容清空则放弃。

      # * 投诉内容 · 多行文字:每行前留两个空格
      description: |-
        

      # * 严重程度
      #   critical 致命 · major 严重 · minor 轻微
      severity: major

      # 移交日期 · 日期 YYYY-MM-DD,today 表示今天
      handed_on:

      # 数量 · 整数 · 例:120
      quantity:

      # 责任部门 · 列表,写成 [一, 二]
      #   sales 销售部 · quality 品质部 · production 生产部 · engineering 工程部/技术部 · purchasing 采购部 · pmc 生管部 · warehouse 仓库 · finance 财务部 · gm_office 总经办
      departments: [quality, production]

      # 金额 · 1800 CNY
      price:

      # * 对策 · 列表,每项写成:
      #   - type: 类型 · containment 临时 · corrective 纠正措施 · preventive 预防措施 *
      #     text: 内容 *
      #     due: 期限 · 日期 YYYY-MM-DD,today 表示今天
      actions:

      # * 回合·回复客户·方式
      #   email 电子邮件 · phone 电话 · fax 传真 · letter 来信/信函 · im 微信/企业微信 · visit 来访/拜访 · portal 客户平台 · meeting 会议 · on_site 客户现场 · courier 快递/随货 · other 其他
      rounds[-1].reply.channel:
      "
    `);
    expect(renderForm("Judge it ours · CMP-2026-019", questions, world("en"))).toMatchInlineSnapshot(`
      "# Judge it ours · CMP-2026-019
      # Fill in after the colon. Lines with # are explanations; * is required; what is left empty is not written.
      # Save and close the editor to go on; empty the whole file to give up.

      # * Description · text of several lines: begin each with two spaces
      description: |-
        

      # * Severity
      #   critical Critical · major Major · minor Minor
      severity: major

      # Handed over on · date YYYY-MM-DD, or today
      handed_on:

      # Quantity · whole number · e.g. 120
      quantity:

      # Departments · list, written [one, two]
      #   sales Sales  · quality Quality · production Production · engineering Engineering · purchasing Purchasing · pmc Production planning  · warehouse Warehouse · finance Finance · gm_office GM office
      departments: [quality, production]

      # Price · 1800 CNY
      price:

      # * Actions · list, each item written:
      #   - type: Type · containment Containment  · corrective Corrective  · preventive Preventive  *
      #     text: Text *
      #     due: Due · date YYYY-MM-DD, or today
      actions:

      # * Rounds · Reply · Channel
      #   email E-mail · phone Telephone · fax Fax · letter Letter · im Instant message  · visit Visit · portal Customer portal  · meeting Meeting · on_site On site · courier Courier / with goods · other Other
      rounds[-1].reply.channel:
      "
    `);
  });

  it("is a YAML map as it stands, in both languages", () => {
    for (const lang of ["zh", "en"] as const) {
      const parsed = parseYaml(renderForm("x", questions, world(lang)), "form");
      expect(parsed).toMatchObject({
        ok: true,
        value: { severity: "major", departments: ["quality", "production"] },
      });
    }
  });

  it("left as it is writes only what was filled in", () => {
    expect(read(renderForm("x", questions, world("zh")))).toEqual({
      changes: { severity: "major", departments: ["quality", "production"] },
      findings: [],
    });
  });

  it("comes back as changes, read by the type of each field", () => {
    const text = [
      "severity: 轻微",
      "description: |-",
      '  客户说: "起泡" # 约 12 件',
      "  第二行",
      "handed_on: 2026-03-02",
      "departments:",
      "price: 1800 CNY",
      "actions:",
      "  - type: corrective",
      "    text: 换滤芯",
      "rounds[-1].reply.channel: 传真",
    ].join("\n");
    expect(read(text)).toEqual({
      changes: {
        severity: "minor",
        description: '客户说: "起泡" # 约 12 件\n第二行',
        handed_on: "2026-03-02",
        departments: null,
        price: { amount: 1800, currency: "CNY" },
        actions: [{ type: "corrective", text: "换滤芯" }],
        "rounds[-1].reply.channel": "fax",
      },
      findings: [],
    });
  });

  it("names what is wrong with its line", () => {
    const text = [
      "# a comment",
      "severity: serious",
      "",
      "actions:",
      "  - type: corective",
      "severty: minor",
    ].join("\n");
    const { findings, changes } = read(text);
    expect(findings.map((f) => [f.code, f.path, f.line])).toEqual([
      ["enum-unknown", "severity", 2],
      ["enum-unknown", "actions[0].type", 5],
      ["field-unknown", "severty", 6],
    ]);
    expect(changes).toEqual({});
  });

  it("that is no YAML is refused with the line, and nothing of it is taken", () => {
    const { findings, changes } = read('severity: major\ndescription: "open\n');
    expect(changes).toEqual({});
    expect(findings[0]?.line).toBeGreaterThan(0);
    expect(findings[0]?.file).toBeUndefined();
  });

  it.each(["", "# only words\n", "\n\n"])("emptied (%j) gives up", (text) => {
    expect(read(text).findings.map((f) => f.code)).toEqual(["form-blank"]);
  });

  it("that is a list is no form", () => {
    expect(read("- a\n- b\n").findings.map((f) => f.code)).toEqual(["input-not-a-map"]);
  });
});

describe("a value written into the form", () => {
  it("is shown as people write it", () => {
    const value = {
      text: "一\n二",
      due: "2026-03-09",
      at: "2026-03-02T09:12:00+08:00",
      note: "a: b",
      yes: "yes",
      n: 3,
    };
    expect(entryLines("actions", [value, { text: "x" }]).join("\n")).toMatchInlineSnapshot(`
      "actions:
        - text: |-
            一
            二
          due: 2026-03-09
          at: 2026-03-02T09:12:00+08:00
          note: "a: b"
          yes: "yes"
          n: 3
        - text: x"
    `);
  });

  it("comes back as what it was, whatever it is", () => {
    const text = fc
      .string({ unit: "grapheme" })
      .filter((s) => !/[\p{Cc}\ufeff\u2028\u2029]/u.test(s.replaceAll("\n", "")));
    const lines = fc.array(text, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("\n"));
    const leaf = fc.oneof(
      lines,
      fc.integer(),
      fc.boolean(),
      fc.constantFrom("2026-03-02", "null", "true", "0x1f", "1e3", "-", "~"),
    );
    const group = fc.dictionary(fc.constantFrom("a", "b", "c"), leaf, { minKeys: 1 });
    const any: fc.Arbitrary<Json> = fc.oneof(leaf, fc.array(leaf), group, fc.array(group));
    fc.assert(
      fc.property(any, (value) => {
        const written = entryLines("key", value).join("\n");
        expect(parseYaml(`${written}\n`, "form")).toEqual({ ok: true, value: { key: value } });
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the line of a form that a mistake is on", () => {
  const form = [
    "# * 对策",
    "actions:",
    "  - type: corrective",
    "    text: |-",
    "      换滤芯",
    "    due: 2026-12-40",
    "  - type: x",
    "    due: 2026-12-10",
    "",
    "complainant.name:",
    "price: { amount: x }",
  ].join("\n");
  it.each([
    ["actions", 2],
    ["actions[0]", 3],
    ["actions[0].due", 6],
    ["actions[1].type", 7],
    ["actions[1].due", 8],
    ["actions[1].owner", 7],
    ["actions[7].due", 2],
    ["complainant.name", 10],
    ["price.amount", 11],
    ["nowhere", undefined],
  ])("%s stands on line %s", (path, line) => {
    expect(formLine(form, path)).toBe(line);
  });
});
