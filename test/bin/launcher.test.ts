import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { beforeAll, describe, expect, it } from "vitest";
import { project, textOf } from "../support/house.ts";

let folder = "";
const start = (args: readonly string[], options: readonly string[] = []) =>
  spawnSync(process.execPath, [...options, join(folder, "bin/casetrail.js"), ...args], {
    cwd: folder,
    encoding: "utf8",
  });

describe("The launcher", () => {
  beforeAll(() => {
    folder = mkdtempSync(join(process.env["CASETRAIL_SCRATCH"] ?? "", "launcher-"));
    cpSync(join(project, "bin"), join(folder, "bin"), { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  });

  it("says in both languages that the tool is not built, and how to build it", () => {
    const { stdout, stderr, status } = start(["list"]);
    expect([stdout, status]).toEqual(["", 2]);
    expect(stderr).toMatch(
      /^casetrail 尚未构建.*npm run build\ncasetrail is not built yet: run npm run build.*\n$/,
    );
  });

  it("says in both languages that Node is too old, before anything else", () => {
    const old = join(folder, "old.mjs");
    writeFileSync(
      old,
      'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.16.9" } });\n',
    );
    const { stderr, status } = start(["list"], ["--import", pathToFileURL(old).href]);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^casetrail 需要 Node\.js 20\.17 .*20\.16\.9.*\ncasetrail needs Node\.js 20\.17 or newer.*\n$/,
    );
  });

  describe("with a tool built", () => {
    const mark = "/*0123456789abcdef*/";
    const script = (does: string): string => `${mark}(function (exports, require) { ${does} })`;
    const build = (name: string, does: string): void =>
      writeFileSync(join(folder, "dist", name), script(does));
    beforeAll(() => mkdirSync(join(folder, "dist")));

    it("hands over what was typed and gives back the exit code", () => {
      build(
        "main.cjs",
        'exports.main = async (argv) => { require("node:fs").writeSync(1, argv.join("|")); return 4; }',
      );
      const { stdout, status } = start(["show", "CMP 7", "--json"]);
      expect([stdout, status]).toEqual(["show|CMP 7|--json", 4]);
    });

    it("loads a script beside it once, when it is first asked for", () => {
      build("beside.cjs", "exports.count = 6");
      build(
        "main.cjs",
        'const beside = () => require("./beside.cjs"); exports.main = async () => ++beside().count && beside().count',
      );
      expect(start([]).status).toBe(7);
    });

    it.each([
      ["takes what V8 compiled of the same text", mark, 5],
      ["leaves what was compiled of another text, even of the same length", "/*fedcba9876543210*/", 6],
    ])("%s", (_, begins, exit) => {
      const does = (code: number): string => `const code = ${code}; exports.main = async () => code`;
      build("main.cjs", does(6));
      const cache = new Script(script(does(5))).createCachedData();
      writeFileSync(join(folder, "dist/main.cjs.cache"), Buffer.concat([Buffer.from(begins), cache]));
      expect(start([]).status).toBe(exit);
    });

    it("does without a cache that is damaged or made by another Node", () => {
      build("main.cjs", "exports.main = async () => 8");
      writeFileSync(join(folder, "dist/main.cjs.cache"), `${mark}nothing that V8 knows`);
      expect(start([]).status).toBe(8);
    });
  });
});

describe("The built tool", () => {
  it("tells the version of package.json", () => {
    const { stdout } = spawnSync(process.execPath, [join(project, "bin/casetrail.js"), "--version"], {
      cwd: process.env["CASETRAIL_SCRATCH"],
      encoding: "utf8",
    });
    expect(stdout.trim()).toBe((JSON.parse(textOf("package.json")) as { version: string }).version);
  });
});
