/** The line itself: options, languages, help, and what is refused before anything is read (cli.md, Conventions). */
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/program.ts";
import { casetrail, errorOf, example, freshFolder, json } from "../support/cli.ts";

let factory = "";
beforeAll(async () => {
  factory = await example();
});
const here = (argv: readonly string[], vars: Record<string, string> = {}) =>
  casetrail(argv, { cwd: factory, vars });

describe("Options stand before or after the command", () => {
  it.each([
    ["before", (line: string[]) => ["-C", factory, "--json", "--as", "Q01", ...line]],
    ["after", (line: string[]) => [...line, "-C", factory, "--json", "--as", "Q01"]],
    ["on either side", (line: string[]) => ["--json", ...line, `--dir=${factory}`, "--as=Q01"]],
  ])("%s", async (_, place) => {
    for (const line of [
      ["status"],
      ["todo"],
      ["list", "--limit", "1"],
      ["draft", "list"],
      ["procedure", "show"],
    ])
      expect([line, (await casetrail(place(line))).exit]).toEqual([line, 0]);
  });

  it("the one after the command wins", async () => {
    const { out } = await here(["--as", "S01", "status", "--as", "Q01", "--json"]);
    expect(JSON.parse(out)).toMatchObject({ person: "Q01" });
  });

  it("without a command it is status, also with options", async () => {
    expect(json(await here(["--json", "--as", "Q01"]))).toMatchObject({ person: "Q01" });
  });

  it("-C runs as if started there: files are named from there", async () => {
    const found = await casetrail(["-C", "records", "check", "complaints/2026/CMP-2026-004.yaml"], {
      cwd: factory,
    });
    expect(found).toMatchObject({ exit: 0, out: "" });
  });

  it("CASETRAIL_DIR, CASETRAIL_PERSON and CASETRAIL_LANG do what the options do", async () => {
    const vars = { CASETRAIL_DIR: factory, CASETRAIL_PERSON: "q01", CASETRAIL_LANG: "en" };
    const { exit, out } = await casetrail(["status"], { cwd: freshFolder(), vars });
    expect([exit, out]).toEqual([0, expect.stringMatching(/^Q01 Quality manager/m)]);
  });

  it("the language is the option's, then the repository's, then the locale's", async () => {
    expect((await here(["show", "NOPE"], { LANG: "en_GB.UTF-8" })).err).toContain("没有记录");
    expect((await here(["show", "NOPE", "--lang", "en"])).err).toContain("There is no record");
    const outside = await casetrail(["list"], { cwd: freshFolder(), lang: "en_GB.UTF-8" });
    expect(outside.err).toContain("There is no casetrail record repository");
  });

  it("nothing is coloured without a terminal", async () => {
    for (const argv of [["status"], ["todo", "--all"], ["show", "NOPE"]]) {
      const { out, err } = await here(argv);
      expect(out + err).not.toContain("\u001b");
    }
  });
});

describe("Wrong use ends with 2", () => {
  it.each<[string, string[], string]>([
    ["an unknown command, naming the nearest", ["lsit"], "unknown-command"],
    ["a word that only JavaScript knows", ["toString"], "unknown-command"],
    ["an unknown option, naming the nearest", ["list", "--colums", "id"], "bad-usage"],
    ["an option without its value", ["list", "--limit"], "bad-usage"],
    ["an argument too many", ["status", "now"], "bad-usage"],
    ["an argument too few", ["show"], "bad-usage"],
    ["a language there is not", ["list", "--lang", "fr"], "bad-value"],
    ["a day there is not", ["list", "--today", "2026-02-30"], "bad-value"],
    [
      "a wait that is no number",
      ["advance", "CMP-2026-018", "note", "--note", "x", "--wait", "soon"],
      "bad-value",
    ],
    ["a person nobody knows", ["status", "--as", "Z99"], "unknown-person"],
    ["a limit of nothing", ["list", "--limit", "0"], "bad-value"],
    ["a day that is absurd", ["list", "--since", "yesterday"], "bad-value"],
    ["a kind there is not", ["list", "complant"], "unknown-kind"],
    ["a state there is not", ["list", "complaint", "--state", "registred"], "bad-value"],
    ["a column there is not", ["list", "complaint", "--columns", "id,sverity"], "bad-value"],
    ["an order by a column there is not", ["list", "--sort=-duu"], "bad-value"],
    ["a condition on a field there is not", ["list", "complaint", "--where", "sevrity=major"], "bad-value"],
    ["a condition that is none", ["list", "--where", "severity"], "bad-value"],
    ["a format there is not", ["list", "--format", "pdf"], "bad-value"],
    ["a role there is not", ["todo", "--role", "boss"], "bad-value"],
    ["a role there is not, for a step", ["advance", "CMP-2026-018", "note", "--role", "boss"], "bad-value"],
    ["a department there is not", ["todo", "--department", "hr"], "bad-value"],
    ["somebody's work list who is not there", ["todo", "--person", "Z99"], "unknown-person"],
    ["a check there is not", ["check", "--only", "INV-99"], "bad-value"],
    ["a time that is none", ["advance", "CMP-2026-018", "note", "--note", "x", "--at", "noon"], "bad-value"],
    ["a beginning that several numbers have", ["show", "CMP-2026-01"], "ambiguous-record"],
    ["a number for a new record", ["open", "complaint", "--id", "CMP-2026-900"], "number-from-paper"],
  ])("%s", async (_, argv, code) => {
    const answer = await here([...argv, "--json", ...(argv.includes("--as") ? [] : ["--as", "S02"])]);
    expect([answer.exit, errorOf(answer).code]).toEqual([2, code]);
  });

  it("no repository anywhere above", async () => {
    const answer = await casetrail(["list", "--json"], { cwd: freshFolder() });
    expect([answer.exit, errorOf(answer).code]).toEqual([2, "no-repository"]);
  });

  it("the nearest word is offered", async () => {
    expect((await here(["lsit"])).err).toContain("是否指 list");
    expect((await here(["list", "--colums", "id", "--lang", "en"])).err).toContain("Did you mean --columns?");
    expect((await here(["list", "--jsno", "--lang", "en"])).err).toContain("Did you mean --json?");
    expect((await here(["list", "complaint", "--columns", "sverity"])).err).toMatch(/应为 ?severity/);
  });

  it.each([
    ["--today", ["--today", "2026-12-01"], {}],
    ["CASETRAIL_TODAY", [], { CASETRAIL_TODAY: "2026-12-01" }],
  ] as const)("%s with a writing command: what is written has the time of writing", async (_, more, vars) => {
    for (const line of [
      ["advance", "CMP-2026-018", "note", "--note", "x"],
      ["open", "complaint"],
      ["correct", "CMP-2026-018", "--set", "severity=major"],
      ["close", "CMP-2026-018"],
      ["attach", "CMP-2026-018", join(factory, "casetrail.yaml")],
      ["draft", "drop", "D-1"],
      ["init", "elsewhere"],
      ["demo", "elsewhere"],
    ]) {
      const answer = await here([...line, "--as", "S02", ...more, "--json"], vars);
      expect([line, answer.exit, errorOf(answer).code]).toEqual([line, 2, "today-is-for-reading"]);
    }
  });

  it("--today shows the repository as of another day to who only reads", async () => {
    for (const vars of [{}, { CASETRAIL_TODAY: "2026-12-01" }])
      expect(
        json(
          await here(
            ["status", "--json", ...("CASETRAIL_TODAY" in vars ? [] : ["--today", "2026-12-01"])],
            vars,
          ),
        ),
      ).toMatchObject({ now: expect.stringMatching(/^2026-12-01T/) });
  });
});

describe("What is not there ends with 3", () => {
  it.each<[string, string[]]>([
    ["a record", ["show", "CMP-2026-999"]],
    ["a record to be advanced", ["advance", "CMP-2026-999", "note", "--note", "x"]],
    ["a customer", ["list", "--customer", "nobody"]],
    ["a draft", ["draft", "show", "D-99"]],
    ["a draft to be resumed", ["advance", "CMP-2026-018", "judge_ours", "--resume", "D-99"]],
    ["a file to be attached", ["attach", "CMP-2026-018", "nowhere.jpg"]],
    ["a file to be read", ["advance", "CMP-2026-018", "judge_ours", "--from", "nowhere.yaml"]],
    ["a file with a value", ["advance", "CMP-2026-018", "judge_ours", "--set", "remark=@nowhere.txt"]],
    ["a file to be checked", ["check", "records/complaints/2026/CMP-2026-999.yaml"]],
    ["a record to be checked", ["check", "CMP-2026-999"]],
  ])("%s", async (_, argv) => {
    const answer = await here([...argv, "--json", "--as", "S02"]);
    expect([answer.exit, answer.out]).toEqual([3, ""]);
    expect(errorOf(answer).message).not.toBe("");
  });
});

describe("Help", () => {
  it.each(Object.keys(COMMANDS))("of %s has examples in both languages and ends with 0", async (name) => {
    for (const [lang, head] of [
      ["zh_CN.UTF-8", "例:"],
      ["en_GB.UTF-8", "Examples:"],
    ] as const) {
      const { exit, out, err } = await casetrail([name, "--help"], { cwd: freshFolder(), lang });
      expect([exit, err]).toEqual([0, ""]);
      expect(out).toContain(head);
      expect(out).toContain(`casetrail ${name}`);
      if (lang.startsWith("zh"))
        expect(out).not.toMatch(/Usage|Options:|Arguments|show this help|\[options\]/);
    }
  });

  it("help advance is advance --help", async () => {
    const [one, other] = [await here(["help", "advance"]), await here(["advance", "-h"])];
    expect(one.out).toBe(other.out);
  });

  it("of the tool itself names every command and every exit code", async () => {
    const { exit, out } = await casetrail(["--help"], { lang: "en_GB.UTF-8" });
    expect(exit).toBe(0);
    for (const name of Object.keys(COMMANDS)) expect(out).toMatch(new RegExp(`^  ${name} `, "m"));
    expect(out).toMatch(/Exit codes\s+0 done[\s\S]+130 interrupted/);
  });

  it("needs no repository, and neither does --version", async () => {
    const { exit, out } = await casetrail(["--version"], { cwd: freshFolder() });
    expect([exit, out]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  });

  it("of a command that is none is refused", async () => {
    expect((await casetrail(["help", "nosuch"])).exit).toBe(2);
  });
});
