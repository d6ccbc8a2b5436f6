import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { example } from "../support/cli.ts";
import { CTRL_C, type Cue, ENTER } from "./stage.ts";
import { draftsIn, sitting } from "./terminal.ts";

let factory = "";
beforeAll(async () => {
  factory = await example();
});

/** A complaint of which only what is asked is left open. */
const known = (...sets: string[]): string[] =>
  [
    "customer_id=CUS-002",
    "received_at=now",
    "channel=phone",
    "complainant.name=张女士",
    "description=镀层起泡",
    "remedy_requested=replacement",
    ...sets,
  ].flatMap((set) => ["--set", set]);
const PRODUCT: readonly Cue[] = [
  ["产品型号/料号 *", `HJ-2201${ENTER}`],
  ["产品名称 *", `铰链${ENTER}`],
  ["批号 *", `L1${ENTER}`],
  ["数量 *", `3${ENTER}`],
  ["不良类型 *", "起泡"],
  ["电镀起泡", ENTER],
];

describe("a step on a terminal", () => {
  it("asks what the answers open, shows it whole, and leaves no draft behind", async () => {
    const played = await sitting(
      factory,
      ["open", "complaint", ...known("urgency=normal")],
      [
        ["投诉类别 *", "产品质量"],
        ["产品质量", ENTER],
        ["订单编号 *", "NORTHFOLD"],
        ["柜门铰链", ENTER],
        ...PRODUCT,
        ["写入?", ENTER],
      ],
    );
    expect(played).toMatchObject({ exit: 0, open: [] });
    expect(played.screen).toContain("按以上回答,还需 6 项");
    expect(played.screen).toContain("将要写入的内容");
    expect(played.screen).not.toContain("product_quality");
    expect(played.out).toMatch(/CMP-2026-\d{3} {2}已登记/);
    expect(draftsIn(factory)).toEqual([]);
  });

  it("refuses who may not take it before any question", async () => {
    const played = await sitting(factory, ["open", "complaint", "--as", "P01"], []);
    expect(played.exit).toBe(4);
    expect(played.screen).toContain("P01 生产部主管不具备");
    expect(played.screen).not.toContain("客户编号 *");
  });

  it("asks again for an answer that cannot be taken, with the answer as it was", async () => {
    const played = await sitting(
      factory,
      ["open", "complaint", ...known("urgency=normal", "category=product_quality"), "--dry-run"],
      [
        ["订单编号 *", "ORD-2026-0003"],
        ["ORD-2026-0003  ", ENTER],
        ...PRODUCT,
        ["订单编号 *", "NORTHFOLD"],
        ["柜门铰链", ENTER],
      ],
    );
    expect(played).toMatchObject({ exit: 0, open: [] });
    expect(played.screen).toContain("以下回答还不能采用");
    expect(played.out).toContain("演练");
    // a rehearsal writes nothing, and loses nothing of what was typed
    expect(played.screen).toMatch(/已存草稿 (D-\d+),续填:casetrail open complaint --resume \1/);
  });

  it("mends one value of a list where it stands", async () => {
    const action = '[{no: 1, type: corrective, text: 加厚轴套, against: 9, owner: P01, due: "2026-12-10"}]';
    const one = ["advance", "CAPA-2026-010", "propose", "--as", "P01"];
    await sitting(factory, [...one, "--set", `actions=${action}`, "--no-input"], []);
    const played = await sitting(
      factory,
      [...one, "--resume"],
      [
        ["第 1 项·对应原因序号 *", `1${ENTER}`],
        ["写入?", `n${ENTER}`],
      ],
    );
    expect(played).toMatchObject({ exit: 130, open: [] });
    const kept = draftsIn(factory).find((draft) => draft.record === "CAPA-2026-010");
    expect(kept?.changes).toEqual({ actions: [expect.objectContaining({ against: 1 })] });
  });
});

describe("what was answered", () => {
  it("is kept on Ctrl-C; --resume asks only the rest, and shows what it will write", async () => {
    const own = await example();
    const stopped = await sitting(
      own,
      ["open", "inquiry"],
      [
        ["类型 *", "询价"],
        ["询价", ENTER],
        ["来询时间 *", `now${ENTER}`],
        ["方式 *", CTRL_C],
      ],
    );
    expect(stopped).toMatchObject({ exit: 130, open: [] });
    expect(stopped.screen).toContain("续填:casetrail open inquiry --resume D-1");
    expect(draftsIn(own)[0]?.changes).toMatchObject({ type: "quotation" });
    const refused = await sitting(
      own,
      ["open", "inquiry", "--resume"],
      [
        ["方式 *", "电话"],
        ["电话", ENTER],
        ["客户名称 *", `岚石${ENTER}`],
        ["问询内容 *", `何时出货${ENTER}`],
        ["写入?", `否${ENTER}`],
      ],
    );
    expect(refused).toMatchObject({ exit: 130, open: [] });
    expect(refused.screen).not.toContain("类型 *");
    // nothing is left to ask: it is shown once more before it is written
    const written = await sitting(own, ["open", "inquiry", "--resume", "D-1"], [["写入?", ENTER]]);
    expect(written).toMatchObject({ exit: 0, open: [] });
    expect(draftsIn(own)).toEqual([]);
  });

  it("is on the disk before the next question, and nobody else can fill in the same draft meanwhile", async () => {
    const own = await example();
    // this one waits for an answer to the end of the test
    void sitting(
      own,
      ["open", "inquiry"],
      [
        ["类型 *", "询价"],
        ["询价", ENTER],
        ["来询时间 *", `2026-11-24 09:00${ENTER}`],
      ],
    );
    await expect
      .poll(() => draftsIn(own)[0]?.changes)
      .toMatchObject({ received_at: "2026-11-24T09:00:00+08:00" });
    const second = await sitting(own, ["open", "inquiry", "--resume"], []);
    expect(second).toMatchObject({ exit: 5, screen: expect.stringContaining("正在另一个终端里填写") });
    expect(draftsIn(own)).toHaveLength(1);
  });

  it("of one step is not taken for another", async () => {
    const own = await example();
    await sitting(own, ["open", "inquiry", "--set", "content=x", "--no-input"], []);
    const other = await sitting(own, ["open", "outreach", "--resume", "D-1"], []);
    expect(other).toMatchObject({
      exit: 2,
      screen: expect.stringContaining("casetrail open inquiry --resume D-1"),
    });
  });
});

describe("the form of --edit", () => {
  it("with a mistake is refused with its line; the file stays and can be taken from there", async () => {
    const tools = mkdtempSync(join(process.env["CASETRAIL_SCRATCH"] ?? "", "editor-"));
    const script = join(tools, "editor.mjs");
    writeFileSync(
      script,
      `import { readFileSync, writeFileSync } from "node:fs";
const file = process.argv.at(-1);
writeFileSync(file, readFileSync(file, "utf8").replace(/^type:.*$/m, "type: quotaton").replace(/^received_at:.*$/m, "received_at: now"));`,
    );
    const EDITOR = `"${process.execPath}" "${script}"`;
    const played = await sitting(factory, ["open", "inquiry", "--edit", "--no-input"], [], { EDITOR });
    expect(played.exit).toBe(2);
    expect(played.screen).toMatch(/第 \d+ 行:类型.*quotation 询价/s);
    const file = /--from\s+(\S+)/.exec(played.screen)?.[1] ?? "";
    expect(readFileSync(file, "utf8")).toContain("received_at: now");
  });
});
