/** A small house in the plan of ours, and in it one violation of each rule. */
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { project } from "../support/house.ts";

export type Files = Readonly<Record<string, string>>;

const value = "export const value = 1;\n";
const needs = (...modules: readonly string[]): string =>
  modules.map((module, at) => `import * as m${at} from "${module}";\n`).join("") +
  `export const value = [${modules.map((_, at) => `m${at}`).join(", ")}];\n`;

/** The house in order: every layer, each file reached from main.ts. */
export const inOrder: Files = {
  "src/main.ts": needs("./program.ts"),
  "src/command-line.ts": needs("commander"),
  "src/program.ts": needs("./command-line.ts", "./commands/list.ts", "./commands/show.ts"),
  "src/commands/list.ts": needs(
    "../command-line.ts",
    "../session.ts",
    "../store/git.ts",
    "../render/table.ts",
  ),
  "src/commands/show.ts": needs("../asking/ask.ts", "../env.ts"),
  "src/session.ts": needs("./store/yaml.ts"),
  "src/asking/ask.ts": needs("@inquirer/prompts"),
  "src/env.ts": needs("node:process"),
  "src/store/git.ts": needs("simple-git", "node:fs", "../domain/procedure/plan.ts"),
  "src/store/yaml.ts": needs("yaml"),
  "src/store/schemas.ts": `${needs("ajv", "ajv-formats", "./git.ts")}`,
  "src/render/table.ts": needs("cli-table3", "../domain/records/record.ts"),
  "src/domain/records/record.ts": `import type { Order } from "./records.gen.ts";\nexport type O = Order;\n${value}`,
  "src/domain/records/records.gen.ts": "export interface Order { id: string }\n",
  "src/domain/procedure/plan.ts": needs("../records/record.ts"),
};

/** rule → files that break it. */
export const violations: Readonly<Record<string, Files>> = {
  "domain-is-pure": { "src/domain/records/planted-disk.ts": needs("node:fs") },
  "domain-folders-form-no-circle": { "src/domain/records/planted-up.ts": needs("../procedure/plan.ts") },
  "no-circles": {
    "src/store/planted-one.ts": needs("./planted-two.ts"),
    "src/store/planted-two.ts": 'import type { A } from "./planted-one.ts";\nexport type B = A;\n',
  },
  "store-knows-no-render": { "src/store/planted-view.ts": needs("../render/table.ts") },
  "render-knows-no-store": { "src/render/planted-read.ts": needs("../store/git.ts") },
  "render-is-pure": { "src/render/planted-disk.ts": needs("node:fs") },
  "store-leans-on-domain-only": { "src/store/planted-question.ts": needs("../asking/ask.ts") },
  "render-leans-on-domain-only": { "src/render/planted-env.ts": needs("../env.ts") },
  "env-stands-alone": { "src/env.ts": needs("./store/yaml.ts") },
  "commands-do-not-meet": { "src/commands/planted.ts": needs("./show.ts") },
  "commands-only-from-program": {
    "src/domain/procedure/planted-command.ts": needs("../../commands/show.ts"),
  },
  "program-only-from-main": { "src/commands/planted-tree.ts": needs("../program.ts") },
  "main-from-nobody": { "src/commands/planted-main.ts": needs("../main.ts") },
  "ask-only-from-commands": { "src/render/planted-ask.ts": needs("../asking/ask.ts") },
  "step-taking-only-from-commands": { "src/store/planted-step.ts": needs("../session.ts") },
  "generated-only-as-types": { "src/domain/records/planted-gen.ts": needs("./records.gen.ts") },
  "no-test-code-in-src": {
    "src/store/planted-test.ts": needs("../../test/helper.ts"),
    "test/helper.ts": value,
  },
  "every-package-has-a-door": { "src/store/planted-package.ts": needs("semver") },
  "no-development-packages": { "src/store/planted-dev.ts": needs("typescript") },
  "nothing-unresolvable": { "src/store/planted-nowhere.ts": needs("./no-such-file.ts") },
  "no-orphans": { "src/domain/records/planted-orphan.ts": value },
  "one-door-inquirer-prompts": { "src/commands/planted-prompt.ts": needs("@inquirer/prompts") },
  "one-door-ajv": { "src/store/planted-ajv.ts": needs("ajv") },
  "one-door-ajv-formats": { "src/store/planted-formats.ts": needs("ajv-formats") },
  "one-door-chalk": { "src/commands/planted-chalk.ts": needs("chalk") },
  "one-door-cli-table3": { "src/commands/planted-table.ts": needs("cli-table3") },
  "one-door-commander": { "src/commands/planted-commander.ts": needs("commander") },
  "one-door-simple-git": { "src/commands/planted-git.ts": needs("simple-git") },
  "one-door-string-width": { "src/commands/planted-width.ts": needs("string-width") },
  "one-door-yaml": { "src/commands/planted-yaml.ts": needs("yaml") },
};

/**
 * Writes a house into a folder of its own, with our rules and our packages.
 * @param parts later ones win over earlier ones
 * @returns the folder
 */
export function houseOf(...parts: readonly Files[]): string {
  const root = mkdtempSync(join(process.env["CASETRAIL_SCRATCH"] ?? "", "house-"));
  for (const name of ["package.json", "tsconfig.json", "biome.json"])
    cpSync(join(project, name), join(root, name));
  symlinkSync(join(project, "node_modules"), join(root, "node_modules"), "junction");
  for (const [path, text] of Object.entries(Object.assign({}, ...parts) as Files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
