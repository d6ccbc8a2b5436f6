import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
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
    mkdirSync(join(folder, "bin"));
    cpSync(join(project, "bin/casetrail.js"), join(folder, "bin/casetrail.js"));
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

  it("hands over what was typed and gives back the exit code", () => {
    mkdirSync(join(folder, "dist"));
    writeFileSync(
      join(folder, "dist/main.js"),
      'export const main = async (argv) => { process.stdout.write(argv.join("|")); return 4; };\n',
    );
    const { stdout, status } = start(["show", "CMP 7", "--json"]);
    expect([stdout, status]).toEqual(["show|CMP 7|--json", 4]);
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
