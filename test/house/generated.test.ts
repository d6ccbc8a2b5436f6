import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS, program } from "../../src/program.ts";
import { testEnv } from "../support/env.ts";
import { project, rooms, textOf } from "../support/house.ts";

const start = /^<!-- commands: (zh|en) -->$/m;
const block = /(?<=^<!-- commands: (zh|en) -->\n)[\s\S]*?(?=^<!-- end of commands -->$)/m;

/** The commands as a table, from the tree that the program itself is made of. */
async function reference(lang: "zh" | "en"): Promise<string> {
  const tree = await program(
    testEnv({}, lang === "zh" ? "zh_CN.UTF-8" : "en_GB.UTF-8"),
    Object.keys(COMMANDS),
  );
  const rows = tree.commands.map((one) => {
    const usage = one.usage().replace(/^\[options\] ?/, "");
    return `| \`${`casetrail ${one.name()} ${usage}`.trim().replaceAll("|", "\\|")}\` | ${one.summary()} |`;
  });
  return ["", lang === "zh" ? "| 命令 | 用途 |" : "| command | does |", "|---|---|", ...rows, "", ""].join(
    "\n",
  );
}

describe("What is derived is up to date (npm run update writes it anew)", () => {
  const pages = rooms().filter((name) => /^README(\.[\w-]+)?\.md$/.test(name) && start.test(textOf(name)));

  it("each README for users holds the list of commands", () => {
    expect(pages).toEqual(["README.md", "README.zh-CN.md"]);
  });

  it.each(pages)("the list of commands in %s is the program's own", async (name) => {
    const page = textOf(name);
    const lang = start.exec(page)?.[1] === "zh" ? "zh" : "en";
    const table = await reference(lang);
    await expect(page.replace(block, () => table)).toMatchFileSnapshot(join(project, name));
  });
});
