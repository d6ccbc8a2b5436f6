/** The built tool as a process: pipes, two at once, and what a reader costs (performance.md). */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { example, freshFolder } from "../support/cli.ts";
import { project } from "../support/house.ts";

const launcher = join(project, "bin/casetrail.js");
const posix = process.platform !== "win32";
let factory = "";
beforeAll(async () => {
  factory = await example();
});

interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts a command; `goAway` closes the pipe after the first piece of its answer. */
function start(argv: readonly string[], goAway = false): Promise<Ended> {
  const child = spawn(process.execPath, [launcher, ...argv], {
    cwd: factory,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (piece) => {
    said.out += piece;
    if (goAway) child.stdout.destroy();
  });
  child.stderr.on("data", (piece) => {
    said.err += piece;
  });
  return new Promise((resolve) => child.on("close", (exit) => resolve({ exit, ...said })));
}

describe("A reader that goes away (| head)", () => {
  it.each([
    ["list", "--format", "ndjson"],
    ["list", "--json"],
    ["procedure", "show", "--json"],
  ])("ends %s %s quietly with 0", async (...argv) => {
    const { exit, err } = await start(argv, true);
    expect([exit, err]).toEqual([0, ""]);
  });
});

describe("Two commands at once", () => {
  it("on one record: both steps are in, one after the other", async () => {
    const note = (text: string) => start(["advance", "CMP-2026-018", "note", "--note", text, "--as", "S02"]);
    const ended = await Promise.all(["一", "二", "三"].map(note));
    expect(ended.map(({ exit }) => exit)).toEqual([0, 0, 0]);
    const { out } = await start(["show", "CMP-2026-018", "--json"]);
    const { history } = JSON.parse(out) as { history: { note?: string; seq: number }[] };
    expect(history.flatMap(({ note: text }) => text ?? []).toSorted()).toEqual(["一", "三", "二"].toSorted());
    expect(history.map(({ seq }) => seq)).toEqual(history.map((_, i) => i + 1));
  });

  it("that move one record the same way: the second is told that it has moved, 5", async () => {
    const set = ["--set", "severity=minor", "--set", "preliminary_analysis.text=x"];
    const judge = () => start(["advance", "CMP-2026-018", "judge_ours", ...set, "--as", "S02", "--json"]);
    const ended = await Promise.all([judge(), judge()]);
    const exits = ended.map(({ exit }) => exit).toSorted();
    // who comes when the first has finished finds the record in its new state: then it is the step that does not fit
    expect([[0, 5].join(), [0, 1].join()]).toContain(exits.join());
  });

  it("that make records: the numbers follow each other without a gap", async () => {
    const set = [
      "date=2026-11-24",
      "method=visit",
      "content=x",
      "needs=x",
      "market=x",
      "next_step=x",
      "customer_id=CUS-001",
    ];
    const log = () =>
      start(["open", "outreach", ...set.flatMap((one) => ["--set", one]), "--as", "S02", "--json"]);
    const ended = await Promise.all([log(), log(), log()]);
    expect(ended.map(({ err }) => err)).toEqual(["", "", ""]);
    const ids = ended.map(({ out }) => (JSON.parse(out) as { id: string }).id);
    expect(ids.toSorted()).toEqual(["OUT-2026-005", "OUT-2026-006", "OUT-2026-007"]);
  });
});

/** Runs a command with a git that notes how it is called, and a look at which parts of the tool are read. */
function watched(argv: readonly string[]): {
  readonly gits: string[];
  readonly parts: string[];
  readonly exit: number | null;
} {
  const folder = freshFolder();
  const [calls, parts] = [join(folder, "calls"), join(folder, "parts")];
  const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  writeFileSync(join(folder, "git"), `#!/bin/sh\necho "$*" >> "${calls}"\nexec "${real}" "$@"\n`);
  chmodSync(join(folder, "git"), 0o755);
  writeFileSync(
    join(folder, "watch.cjs"),
    `const fs = require("node:fs");
const read = fs.readFileSync;
fs.readFileSync = (path, ...more) => {
  const part = /[\\\\/]dist[\\\\/]([\\w-]+)\\.cjs$/.exec(String(path));
  if (part) fs.appendFileSync(${JSON.stringify(parts)}, part[1] + "\\n");
  return read(path, ...more);
};
require("node:module").syncBuiltinESMExports();
`,
  );
  const env = {
    ...process.env,
    PATH: `${folder}${delimiter}${process.env["PATH"]}`,
    CASETRAIL_PERSON: "Q01",
  };
  const { status } = spawnSync(
    process.execPath,
    ["--require", join(folder, "watch.cjs"), launcher, ...argv],
    {
      cwd: factory,
      env,
    },
  );
  const lines = (file: string): string[] =>
    existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
  return { gits: lines(calls), parts: lines(parts), exit: status };
}

describe.runIf(posix)("A reading command on a warm index", () => {
  beforeAll(async () => {
    await start(["status"]);
  });

  it.each<[string, string[], number]>([
    ["list asks git where the repository is, and nothing else", ["list"], 1],
    ["list of a kind with a condition", ["list", "complaint", "--where", "severity=minor"], 1],
    ["todo", ["todo", "--why"], 1],
    ["trace", ["trace", "CMP-2026-004"], 1],
    ["advance without event", ["advance", "CMP-2026-014"], 1],
    ["status also looks at the worktree", ["status"], 2],
    ["show also finds the commit that wrote the record last", ["show", "CMP-2026-004"], 2],
  ])("%s; no YAML is parsed, no schema compiled, no question loaded", (_, argv, most) => {
    const { exit, gits, parts } = watched(argv);
    expect([exit, gits.length <= most ? "" : gits.join("\n")]).toEqual([0, ""]);
    expect(parts).toEqual(["main"]);
  });

  it("the watch sees what it should: a step reads values and judges them by the schema", () => {
    const { gits, parts } = watched(["advance", "INQ-2026-007", "update", "--set", "remark=x"]);
    expect(parts).toEqual(expect.arrayContaining(["main", "yaml"]));
    expect(gits.length).toBeGreaterThan(2);
  });
});
