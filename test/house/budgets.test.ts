import { describe, expect, it } from "vitest";
import { sources, textOf } from "../support/house.ts";
import { overBudget } from "./budgets.ts";

describe("The budgets of the house", () => {
  it("every source file keeps them", () => {
    expect(sources().flatMap((path) => overBudget(path, textOf(path)))).toEqual([]);
  });

  it.each([
    ["a file of 201 lines", "src/a.ts", "\n".repeat(201), "src/a.ts:1 201 lines, more than 200"],
    ["a class", "src/a.ts", "class Box {}\n", "src/a.ts:1 a class other than Refusal"],
    [
      "a function without a word",
      "src/a.ts",
      "\nexport function f() {}\n",
      "src/a.ts:2 exported function f without a docstring",
    ],
    ["a file too deep", "src/a/b/c/d.ts", "", "src/a/b/c/d.ts:1 stands too deep"],
    [
      "the clock in the domain",
      "src/domain/a.ts",
      "const a = Date.now();\n",
      "src/domain/a.ts:1 asks the machine, which domain and render never do: now",
    ],
    [
      "a locale in the domain",
      "src/domain/a.ts",
      'const a = "x".localeCompare("y");\n',
      "src/domain/a.ts:1 asks the machine, which domain and render never do: localeCompare",
    ],
    [
      "a sentence in a command",
      "src/commands/a.ts",
      'const s = "投诉已经结案";\n',
      "src/commands/a.ts:1 a sentence outside the places of words: 投诉已经结案",
    ],
  ])("%s is named", (_, path, text, fault) => {
    expect(overBudget(path, text)).toContain(fault);
  });

  it.each([
    ["a file of 200 lines", "src/a.ts", "\n".repeat(200)],
    ["the one class", "src/a.ts", "export class Refusal extends Error {}\n"],
    ["a sentence in its place", "src/render/messages-list.ts", 'const zh = "没有记录";\n'],
    ["help in both languages", "src/program.ts", 'const a = { zh: "查看一份记录", en: "show a record" };\n'],
    [
      "help in the language of the user",
      "src/commands/a.ts",
      'const a = zh ? "查看一份记录" : "show a record";\n',
    ],
    ["a given time in the domain", "src/domain/a.ts", "const a = new Date(0);\n"],
    ["a comment in Chinese", "src/a.ts", "/** 视为签收 */\nexport function f() {}\n"],
  ])("%s is let through", (_, path, text) => {
    expect(overBudget(path, text)).toEqual([]);
  });
});
