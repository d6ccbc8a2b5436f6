import stringWidth from "string-width";
import { beforeAll, describe, expect, it } from "vitest";
import { cut, draw, harmless, oneLine, pad, widthOf, wrap } from "../../src/render/text.ts";

describe("width of a text", () => {
  it("counts every sign as string-width does, whether by its own ranges or by asking", async () => {
    await draw(() => widthOf("👍🏽"));
    const wrong: string[] = [];
    for (let code = 0x20; code < 0x30000; code++) {
      const sign = String.fromCodePoint(code);
      if (/\p{Surrogate}|\p{Unassigned}/u.test(sign)) continue;
      if (widthOf(sign) !== stringWidth(sign)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it("loads exact measuring only when a text needs it", async () => {
    expect(await draw(() => widthOf("内盒破裂 12 盒 ± ✓ → ▇ …"))).toBe(
      stringWidth("内盒破裂 12 盒 ± ✓ → ▇ …"),
    );
    expect(await draw(() => widthOf("家族 👨‍👩‍👧‍👦 é"))).toBe(stringWidth("家族 👨‍👩‍👧‍👦 é"));
  });
});

describe("hostile text", () => {
  it("shows control characters, colours and turns of the reading direction instead of obeying them", () => {
    expect(harmless("a\u001b[31mred\u0007")).toBe("a␛[31mred␇");
    expect(harmless("\u202eexe.fdp")).toBe("‹U+202E›exe.fdp");
    expect(harmless("a\u009b2Jb\u200bc\ud800")).toBe("a‹U+009B›2Jb‹U+200B›c‹U+D800›");
    expect(harmless("行一\r\n行二\r行三")).toBe("行一\n行二␍行三");
  });
  it("leaves emoji joined and Chinese as it is", () =>
    expect(harmless("👨‍👩‍👧‍👦 中文,。")).toBe("👨‍👩‍👧‍👦 中文,。"));
  it("fits on one line", () => expect(oneLine(" 一\n二\t三 ")).toBe("一 二 三"));
});

describe("padding and cutting", () => {
  it("pads by columns, not characters", () => {
    expect(pad("中文", 6)).toBe("中文  ");
    expect(pad("12", 5, "right")).toBe("   12");
  });
  it("cuts to a width and says so", () => {
    expect(cut("内盒破裂 12 盒", 9)).toBe("内盒破裂…");
    expect(cut("short", 9)).toBe("short");
    expect(widthOf(cut("外壳划伤,需要更换全部一百二十件产品", 22))).toBeLessThanOrEqual(22);
  });
});

describe("wrapping", () => {
  const text =
    "外壳划伤,需要更换全部一百二十件产品并且书面回复客户(加急)。Deliver before Friday, please, and call 0755-00000000.";
  beforeAll(() => draw(() => widthOf(text)));
  it.each([10, 16, 22, 40])("loses no character and keeps to %i columns", (columns) => {
    const lines = wrap(text, columns);
    expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    for (const line of lines) {
      expect(stringWidth(line)).toBeLessThanOrEqual(columns);
      expect(line).not.toMatch(/^[,。)》]/u);
    }
  });
  it("keeps the line feeds of the text", () => expect(wrap("一\n\n二", 10)).toEqual(["一", "", "二"]));
});
