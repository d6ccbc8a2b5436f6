import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractDepcruiseConfig from "dependency-cruiser/config-utl/extract-depcruise-config";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { beforeAll, describe, expect, it } from "vitest";
import { project } from "../support/house.ts";
import { houseOf, inOrder, violations } from "./planted-tree.ts";

const { forbidden = [], options = {} } = await extractDepcruiseConfig(
  join(project, ".dependency-cruiser.mjs"),
);

/** Cruises the `src` of a house with our rules. */
async function cruised(root: string): Promise<ICruiseResult> {
  const { output } = await cruise(
    ["src"],
    { ...options, preserveSymlinks: true, baseDir: root, validate: true, ruleSet: { forbidden } },
    { ...options.enhancedResolveOptions, symlinks: false },
    { tsConfig: extractTSConfig(join(root, "tsconfig.json")) },
  );
  return output as ICruiseResult;
}

const named = ({ summary }: ICruiseResult): string[] =>
  summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);

describe("The plan of the house is held", () => {
  it("our own sources are seen, and keep it", async () => {
    const ours = await cruised(project);
    expect(ours.summary.totalCruised).toBeGreaterThan(30);
    expect(named(ours)).toEqual([]);
  });

  it("a small house in order is let through", async () => {
    const house = await cruised(houseOf(inOrder));
    expect(named(house).filter((one) => !one.startsWith("no-orphans"))).toEqual([]);
  });

  it("every rule says why it is there, and has a violation planted below", () => {
    expect(forbidden.filter(({ comment = "" }) => comment.length < 40)).toEqual([]);
    expect(forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(violations).sort());
  });

  describe("a planted violation is named", () => {
    let found: string[] = [];
    beforeAll(async () => {
      found = named(await cruised(houseOf(inOrder, ...Object.values(violations))));
    });
    it.each(Object.entries(violations))("%s", (rule, files) => {
      const planted = Object.keys(files);
      expect(found.filter((one) => one.startsWith(`${rule}: `)).join("\n")).toMatch(
        new RegExp([...planted, ...planted.map((path) => path.replace(/\/[^/]+$/, " "))].join("|")),
      );
    });
  });
});

/** lint rule → source that breaks it; the file is called after the rule. */
const faults: Readonly<Record<string, string>> = {
  noExcessiveCognitiveComplexity: `export const f = (a: string[]): void => {\n${"  for (const x of a) if (x) for (const y of x) if (y) f(a);\n".repeat(2)}};\n`,
  noExcessiveLinesPerFunction: `export function f(): void {\n${"  f();\n".repeat(42)}}\n`,
  noExcessiveLinesPerFile: "export const a = 1;\n".repeat(201),
  noExcessiveNestedBlocks:
    "export const f = (a: boolean): void => { if (a) { while (a) { if (a) { while (a) { f(a); } } } } };\n",
  useMaxParams: "export const f = (a: 1, b: 1, c: 1, d: 1, e: 1): number => a + b + c + d + e;\n",
  noDefaultExport: "export default 1;\n",
  noExplicitAny: "export const a = (b: any): unknown => b;\n",
  noNonNullAssertion: "export const a = (b?: string): string => b!;\n",
  noConsole: 'console.log("x");\n',
  noEnum: "export enum E { A }\n",
  noBarrelFile: 'export { a } from "./other.ts";\n',
  useNodejsImportProtocol: 'import fs from "fs";\nexport const a = fs;\n',
  useImportExtensions: 'import { a } from "./other";\nexport const b = a;\n',
  noFloatingPromises: "const f = async (): Promise<void> => { await f(); };\nf();\n",
  noProcessEnv: "export const a = process.env;\n",
};
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe("The linter holds the budgets", () => {
  const files = Object.entries(faults).map(
    ([rule, text]) => [`src/planted/${kebab(rule)}.ts`, text] as const,
  );
  let found = "";
  beforeAll(() => {
    const root = houseOf(Object.fromEntries(files), {
      "src/planted/other.ts": "export const a = 1;\n",
      "src/planted/notKebab.ts": "export const a = 1;\n",
    });
    const biome = join(project, "node_modules/@biomejs/biome/bin/biome");
    const args = [biome, "lint", "--error-on-warnings", "--reporter=github", "--max-diagnostics=none"];
    const { stdout, status } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    expect(status).toBe(1);
    found = stdout;
  });
  it.each(Object.keys(faults))("%s", (rule) => {
    expect(found).toMatch(new RegExp(`/${rule},file=[^,]*src/planted/${kebab(rule)}\\.ts,`));
  });
  it("useFilenamingConvention", () => {
    expect(found).toMatch(/useFilenamingConvention,file=[^,]*notKebab\.ts/);
  });
});
