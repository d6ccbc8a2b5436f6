import { describe, expect, it } from "vitest";
import { type AskWorld, askAll, confirmWrite, type Terminal } from "../../src/asking/ask.ts";
import type { Question } from "../../src/domain/input/questions.ts";
import type { Field } from "../../src/domain/records/model.ts";
import type { Json } from "../../src/domain/records/record.ts";
import { fields, reading, wordsIn } from "../domain/model-fixture.ts";
import { CTRL_C, CTRL_D, type Cue, DOWN, ENTER, stage } from "./stage.ts";

const question = (path: string, more: Partial<Question> = {}): Question => ({
  path,
  field: fields[path] as Field,
  required: true,
  ...more,
});

const people = [
  { id: "Q01", title: "品质部经理 Quality manager" },
  { id: "P01", title: "生产部主管 Production head" },
];
const records = [
  { id: "CMP-2026-007", title: "电镀起泡 plating blisters" },
  { id: "CMP-2026-015", title: "铰链异响 hinge noise" },
];
const world = (lang: "zh" | "en", edited: string[] = []): AskWorld => ({
  words: wordsIn(lang),
  reading,
  candidates: (refs) => (refs.includes("staff") ? people : records),
  edit: () => Promise.resolve(edited.shift() ?? ""),
});

async function play(
  questions: readonly Question[],
  cues: readonly Cue[],
  more: { lang?: "zh" | "en"; edited?: string[] } = {},
) {
  const lang = more.lang ?? "zh";
  const scene = stage(cues);
  const kept: [string, Json][] = [];
  const terminal: Terminal = { lang, colour: false, input: scene.input, output: scene.output };
  const asked = askAll(questions, terminal, world(lang, more.edited), (path, value) => {
    kept.push([path, value]);
  });
  const answers = await asked.catch((error: unknown) => ({
    thrown: error as { code: string; exit: number },
  }));
  return { answers, kept, screen: scene.screen(), open: scene.open() };
}

describe("questions on a terminal", () => {
  it("are asked in their order, one a line, and answers come back by path", async () => {
    const { answers, open } = await play(
      [question("title"), question("quantity"), question("handed_on")],
      [
        ["摘要 *", `电镀起泡${ENTER}`],
        ["数量 *", `12${ENTER}`],
        ["移交日期 *", `2026-03-02${ENTER}`],
      ],
    );
    expect(open).toEqual([]);
    expect(answers).toEqual({ title: "电镀起泡", quantity: 12, handed_on: "2026-03-02" });
  });

  it("show unit, example and default; Enter takes the default", async () => {
    const { answers, screen } = await play([question("quantity", { default: 40 })], [["数量", ENTER]]);
    expect(answers).toEqual({ quantity: 40 });
    expect(screen).toContain("整数 · 例:120");
    expect(screen).toContain("(40)");
  });

  it("say what is wrong with an answer and ask on", async () => {
    const { answers, screen } = await play(
      [question("handed_on")],
      [
        ["移交日期", `2026-02-30${ENTER}`],
        ["没有这一天", `${"\u007f".repeat(10)}2026-02-28${ENTER}`],
      ],
    );
    expect(answers).toEqual({ handed_on: "2026-02-28" });
    expect(screen).toContain("没有这一天");
  });

  it("insist where an answer is required, and let the others go with Enter", async () => {
    const { answers, screen } = await play(
      [question("title"), question("quantity", { required: false })],
      [
        ["摘要", ENTER],
        ["此项必填", `x${ENTER}`],
        ["数量", ENTER],
      ],
    );
    expect(answers).toEqual({ title: "x" });
    expect(screen).toContain("可不填");
  });

  it.each([
    ["zh", "致命", "critical"],
    ["zh", "maj", "major"],
    ["en", "轻", "minor"],
    ["en", "Crit", "critical"],
  ] as const)("%s: an enumeration is found by typing %s", async (lang, typed, value) => {
    const label = lang === "zh" ? "严重程度" : "Severity";
    const { answers } = await play(
      [question("severity")],
      [
        [label, typed],
        [typed, ENTER],
      ],
      { lang },
    );
    expect(answers).toEqual({ severity: value });
  });

  it("never show a Chinese reader the key of an enumeration", async () => {
    const { screen } = await play([question("severity")], [["轻微", ENTER]]);
    expect(screen).toContain("致命");
    expect(screen).not.toMatch(/critical|major|minor|navigate|select/);
  });

  it("several of a list are ticked", async () => {
    const { answers, screen } = await play(
      [question("departments")],
      [
        ["责任部门", ENTER],
        ["至少选一项", ` ${DOWN} ${ENTER}`],
      ],
    );
    expect(answers).toEqual({ departments: ["sales", "quality"] });
    expect(screen).not.toMatch(/navigate|submit|invert/);
  });

  it("yes or no is typed, or taken over where it stands already", async () => {
    const { answers } = await play(
      [question("urgent"), question("urgent", { path: "urgent", default: true })],
      [
        ["加急", ENTER],
        ["此项必填", `否${ENTER}`],
        ["加急", ENTER],
      ],
    );
    expect(answers).toEqual({ urgent: true });
  });

  it("a person or record is found by number or title, also one that the list leaves out", async () => {
    const { answers } = await play(
      [question("owner"), question("subject"), question("subject", { path: "subject2" })],
      [
        ["负责人", "生产"],
        ["P01", ENTER],
        ["关联单据", "hinge"],
        ["CMP-2026-015", ENTER],
        ["subject2", "ORD-2026-0012"],
        ["按输入", ENTER],
      ],
    );
    expect(answers).toEqual({ owner: "P01", subject: "CMP-2026-015", subject2: "ORD-2026-0012" });
  });

  it("long text is typed in one line, or written in the editor", async () => {
    const { answers } = await play(
      [
        question("description"),
        question("description", { path: "two" }),
        question("description", { path: "three", required: false }),
      ],
      [
        ["投诉内容", `一行${ENTER}`],
        ["two", ENTER],
        ["three", `e${ENTER}`],
      ],
      { edited: ["第一行\n第二行", "第三"] },
    );
    expect(answers).toEqual({ description: "一行", two: "第一行\n第二行", three: "第三" });
  });

  it("an editor closed without text asks again", async () => {
    const { answers } = await play(
      [question("description")],
      [
        ["投诉内容", ENTER],
        ["投诉内容", `好${ENTER}`],
      ],
      { edited: [""] },
    );
    expect(answers).toEqual({ description: "好" });
  });

  it("a list of groups is asked item by item", async () => {
    const { answers, kept } = await play(
      [question("actions")],
      [
        ["对策 第 1 项 · 类型", "纠正"],
        ["纠正措施", ENTER],
        ["内容", `换滤芯${ENTER}`],
        ["期限", `2026-03-09${ENTER}`],
        ["再添一项", `y${ENTER}`],
        ["对策 第 2 项 · 类型", "预防"],
        ["预防措施", ENTER],
        ["内容", `培训${ENTER}`],
        ["期限", ENTER],
        ["再添一项", ENTER],
      ],
    );
    const first = { type: "corrective", text: "换滤芯", due: "2026-03-09" };
    expect(answers).toEqual({ actions: [first, { type: "preventive", text: "培训" }] });
    // half an item is kept as well: an interruption in its middle loses nothing
    expect(kept[0]).toEqual(["actions", [{ type: "corrective" }]]);
    expect(kept).toContainEqual(["actions", [first]]);
  });

  it("items answered before are offered again, field by field", async () => {
    const before = [{ type: "corrective", text: "换滤芯", due: "2026-03-09" }];
    const { answers, open } = await play(
      [question("actions", { default: before })],
      [
        ["类型", ENTER],
        ["内容", ENTER],
        ["期限", `2026-03-10${ENTER}`],
        ["再添一项", ENTER],
      ],
    );
    expect(open).toEqual([]);
    expect(answers).toEqual({ actions: [{ type: "corrective", text: "换滤芯", due: "2026-03-10" }] });
  });

  it("of a group any one field is enough, but one must be filled", async () => {
    const either = (path: string) => question(path, { required: false, oneOf: "buyer" });
    const fieldsOfIt = [
      { ...either("title"), path: "buyer.name" },
      { ...either("title"), path: "buyer.phone" },
    ];
    const none = await play(fieldsOfIt, [
      ["buyer·name", ENTER],
      ["buyer·phone *", ENTER],
      ["> 这一组至少填一项", `139${ENTER}`],
    ]);
    expect(none.answers).toEqual({ "buyer.phone": "139" });
    const one = await play(fieldsOfIt, [
      ["buyer·name", `张女士${ENTER}`],
      ["可不填", ENTER],
    ]);
    expect(one.answers).toEqual({ "buyer.name": "张女士" });
  });

  it("a day typed as today stands on the line as the day it is", async () => {
    const { answers, screen } = await play([question("handed_on")], [["移交日期", `today${ENTER}`]]);
    expect(screen).toContain(`移交日期 * ${String("handed_on" in answers ? answers["handed_on"] : "")}`);
  });

  it("a list of texts takes one a line", async () => {
    const { answers } = await play(
      [question("aliases"), question("price")],
      [
        ["别名 第 1 项", `岚石${ENTER}`],
        ["别名 第 2 项", `LANSHI, BATH${ENTER}`],
        ["别名 第 3 项", ENTER],
        ["金额", `1800 cny${ENTER}`],
      ],
    );
    expect(answers).toEqual({ aliases: ["岚石", "LANSHI, BATH"], price: { amount: 1800, currency: "CNY" } });
  });

  it("a list of records takes one after another", async () => {
    const { answers } = await play(
      [question("capa_ids", { required: false })],
      [
        ["CAPA", "CAPA-2026-003"],
        ["按输入", ENTER],
        ["选完", ENTER],
      ],
    );
    expect(answers).toEqual({ capa_ids: ["CAPA-2026-003"] });
  });

  it.each([
    ["Ctrl-C", CTRL_C],
    ["Ctrl-D", CTRL_D],
  ])("%s ends the questions, the answers so far are kept", async (_name, key) => {
    const { answers, kept } = await play(
      [question("title"), question("quantity")],
      [
        ["摘要", `x${ENTER}`],
        ["数量", key],
      ],
    );
    expect(answers).toMatchObject({ thrown: { code: "interrupted", exit: 130 } });
    expect(kept).toEqual([["title", "x"]]);
  });

  it("a terminal that goes away ends them too", async () => {
    const scene = stage([]);
    const terminal: Terminal = { lang: "en", colour: false, input: scene.input, output: scene.output };
    const asked = askAll([question("title")], terminal, world("en"));
    setTimeout(() => scene.input.end(), 50);
    await expect(asked).rejects.toMatchObject({ code: "interrupted" });
  });
});

describe("before writing", () => {
  it.each([
    ["zh", "写入?", ENTER, true],
    ["zh", "写入?", `否${ENTER}`, false],
    ["en", "Write it?", `n${ENTER}`, false],
    ["en", "Write it?", `y${ENTER}`, true],
  ] as const)("%s: what would be written is shown, then %s %j means %s", async (lang, words, keys, meant) => {
    const scene = stage([[words, keys]]);
    const terminal: Terminal = { lang, colour: false, input: scene.input, output: scene.output };
    expect(await confirmWrite("CMP-2026-019 → 待分析", terminal)).toBe(meant);
    expect(scene.screen()).toContain("CMP-2026-019 → 待分析\n");
  });

  it("an answer that is neither is asked again, in the language of the asked", async () => {
    const scene = stage([
      ["写入?", `x${ENTER}`],
      ["请回答 y", `\u007fn${ENTER}`],
    ]);
    const terminal: Terminal = { lang: "zh", colour: false, input: scene.input, output: scene.output };
    expect(await confirmWrite("…", terminal)).toBe(false);
  });
});
