/** `records/` is the end of the worked example: its timeline replayed, as files (records/README.md). */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "../../src/main.ts";
import { createRepository } from "../../src/store/create.ts";
import { demo } from "../support/demo.ts";
import { testEnv } from "../support/env.ts";
import { filesBelow, project, textOf } from "../support/house.ts";
import { repositoryAt, scratchFolder, vars } from "../support/temp-repository.ts";

const isRecord = (path: string): boolean => /^records\/.+\/.+\.yaml$/.test(path);
const records = (root: string): string[] => filesBelow("records", root).filter(isRecord);
const texts = (root: string): Record<string, string> =>
  Object.fromEntries(records(root).map((path) => [path, readFileSync(join(root, path), "utf8")]));

function write(replayed: string): void {
  for (const path of records(project)) rmSync(join(project, path));
  for (const [path, text] of Object.entries(texts(replayed))) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
}

describe("The records shown in records/", () => {
  const replayed = join(scratchFolder("example"), "factory");
  beforeAll(async () => {
    await demo(replayed);
    if (process.env["UPDATE_GENERATED"] === "1") write(replayed);
  });

  it("are the files that the replayed timeline leaves (npm run update writes them anew)", () => {
    expect(records(project)).toEqual(records(replayed));
    expect(texts(project)).toEqual(texts(replayed));
  });

  it.each(["casetrail.yaml", "people.yaml"])("stand beside the %s of the replay", (name) => {
    expect(textOf(`records/${name}`)).toBe(textOf(name, replayed));
  });

  it("are valid: check finds no error in a repository made of nothing but them", async () => {
    const dir = join(scratchFolder("shown"), "factory");
    const author = { email: "m01@yunji.example" };
    const [settings, people] = [textOf("records/casetrail.yaml"), textOf("records/people.yaml")];
    await createRepository({ dir, settings, people, author, at: "2026-11-24T17:30:00+08:00", vars: vars() });
    for (const path of records(project)) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      cpSync(join(project, path), join(dir, path));
    }
    const { git } = repositoryAt(dir);
    git("add", "records");
    git("commit", "--quiet", "-m", "The records of the worked example");

    const env = testEnv({ cwd: dir });
    const exit = await run(["check", "--json"], env);
    const said = env.said.map(({ text }) => text).join("\n");
    const found = JSON.parse(said) as { readonly level: string }[];
    expect([exit, found.filter(({ level }) => level === "error")]).toEqual([0, []]);
  });
});
