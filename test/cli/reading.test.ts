/** What reading commands answer: the JSON shapes, the selections, and a repository in which one record is broken (cli.md). */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { KINDS } from "../../src/domain/records/record.ts";
import { casetrail, example, freshFolder, json } from "../support/cli.ts";

let factory = "";
beforeAll(async () => {
  factory = await example();
});
const here = (...argv: string[]) => casetrail(argv, { cwd: factory });
const read = async <T>(...argv: string[]): Promise<T> => {
  const answer = await here(...argv, "--json");
  expect([argv, answer.exit, answer.err]).toEqual([argv, 0, ""]);
  return json<T>(answer);
};

const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
const isText = expect.any(String);
const isList = expect.any(Array);

describe("The shapes that scripts read", () => {
  it("show: the record as in its file, with _due, _next, _path and _commit", async () => {
    const record = await read<Record<string, unknown>>("show", "CAPA-2026-010", "--as", "P01");
    expect(record).toMatchObject({
      id: "CAPA-2026-010",
      kind: "capa",
      _path: "records/capas/2026/CAPA-2026-010.yaml",
      _commit: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    const due = (record["_due"] as { deadline: string }[]).find((one) => one.deadline === "countermeasure");
    expect(due).toEqual({
      deadline: "countermeasure",
      due: "2026-11-20",
      status: "overdue",
      guideline: false,
      assumed: false,
      days: [
        { date: "2026-11-18", counted: true },
        { date: "2026-11-19", counted: true },
        { date: "2026-11-20", counted: true },
      ],
    });
    const [next] = record["_next"] as object[];
    expect(Object.keys(next ?? {})).toEqual(["event", "to", "roles", "missing", "blocked_by"]);
  });

  it("advance without event: what can happen now, and what each step needs", async () => {
    const next = await read<object[]>("advance", "CMP-2026-018", "--as", "S02");
    expect(next).toContainEqual({
      event: "judge_ours",
      to: "cause_analysis",
      roles: ["salesperson", "customer_service", "sales_manager"],
      missing: ["preliminary_analysis.text", "severity"],
      blocked_by: [],
    });
  });

  it("status", async () => {
    const status = await read<{ todo: object[]; open: object; overdue: number }>("status", "--as", "Q01");
    expect(Object.keys(status)).toEqual([
      "company",
      "now",
      "person",
      "roles",
      "todo",
      "open",
      "overdue",
      "reminders",
    ]);
    expect(status).toMatchObject({
      now: "2026-11-24T17:30:00+08:00",
      person: "Q01",
      roles: expect.arrayContaining(["quality_manager"]),
    });
    expect([Object.keys(status.open).every((kind) => KINDS.includes(kind as never)), status.overdue]).toEqual(
      [true, 7],
    );
  });

  it("status for somebody unknown shows the company's part", async () => {
    const { exit, out } = await here("status");
    expect([exit, out]).toEqual([0, expect.stringContaining("全公司")]);
    expect(await read("status")).toMatchObject({ person: null, roles: [], todo: [] });
  });

  it("todo; with --why the days behind each due date; with --all duties without a record", async () => {
    expect(await read("todo", "--all", "--overdue")).toContainEqual({
      record: "CAPA-2026-010",
      kind: "capa",
      title: isText,
      deadline: "countermeasure",
      due: day,
      status: "overdue",
      event: "propose",
      roles: ["dept_head"],
      department: "production",
    });
    const why = await read<{ days: object[] }[]>("todo", "--department", "Production", "--why");
    expect(why[0]?.days).toContainEqual({ date: "2026-11-18", counted: true });
    const all = await read<{ record: string | null; period?: string }[]>("todo", "--all");
    expect(all.filter((item) => item.record === null).every((item) => item.period !== undefined)).toBe(true);
    expect(all.some((item) => item.record === null)).toBe(true);
  });

  it("todo of a person, a role, a department, in any case and by name", async () => {
    const same = await read("todo", "--person", "P01");
    expect(await read("todo", "--person", "p01")).toEqual(same);
    expect(await read("todo", "--person", "生产部主管")).toEqual(same);
    const production = await read("todo", "--department", "production");
    expect(await read("todo", "--department", "PRODUCTION")).toEqual(production);
    expect(await read("todo", "--department", "生产部")).toEqual(production);
    expect(await read("todo", "--role", "责任部门主管")).toEqual(await read("todo", "--role", "dept_head"));
  });

  it("todo --ics: a whole day for each due day, in lines of at most 75 bytes; the list is shown as ever", async () => {
    const file = join(freshFolder(), "due.ics");
    const items = await read<{ due: string | null }[]>("todo", "--all", "--ics", file);
    const text = readFileSync(file, "utf8");
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:.*\r\n[\s\S]*END:VCALENDAR\r\n$/);
    expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(items.filter(({ due }) => due !== null).length);
    expect(text).toMatch(
      /^UID:CAPA-2026-010\.capa\.propose\.countermeasure\.production@casetrail\r\n(?: .*\r\n)?/m,
    );
    expect(text).toContain("DTSTART;VALUE=DATE:20261120\r\n");
    const uids = text.replaceAll("\r\n ", "").match(/^UID:.*$/gm) ?? [];
    expect(new Set(uids).size).toBe(uids.length);
    expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect((await here("todo", "--ics", join(freshFolder(), "none", "due.ics"))).exit).toBe(3);
    expect((await here("todo", "--all", "--ics", "-")).out).toBe(text);
  });

  it("log: every history entry with its commit", async () => {
    const log = await read<Record<string, unknown>[]>("log", "CMP-2026-004");
    const { history } = await read<{ history: object[] }>("show", "CMP-2026-004");
    expect(log.map(({ commit: _, ...entry }) => entry)).toEqual(history);
    expect(new Set(log.map(({ commit }) => commit)).size).toBe(log.length);
  });

  it("trace: both ways", async () => {
    const trace = await read<object[]>("trace", "CMP-2026-004");
    expect(trace).toContainEqual({ from: "CMP-2026-004", to: isText, relation: "order_id" });
    expect(trace).toContainEqual({ from: isText, to: "CMP-2026-004", relation: isText });
  });

  it("check: every finding of every level; in words silent on stdout, warnings on stderr", async () => {
    const findings = await read<Record<string, unknown>[]>("check");
    expect(new Set(findings.map(({ level }) => level))).toEqual(new Set(["warning"]));
    expect(findings).toContainEqual(expect.objectContaining({ code: "INV-15", record: "RET-2026-003" }));
    const { exit, out, err } = await here("check");
    expect([exit, out, err.trimEnd().split("\n").length]).toEqual([0, "", findings.length]);
    expect((await here("check", "--strict")).exit).toBe(1);
    expect((await here("check", "CMP-2026-004", "--strict")).exit).toBe(0);
  });

  it("check --list names the checks; --only does one", async () => {
    const ids = (await read<{ id: string }[]>("check", "--list")).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["INV-01", "INV-12", "INV-21"]));
    expect(await read("check", "--only", "inv-15")).toEqual([expect.objectContaining({ code: "INV-15" })]);
  });

  it("procedure show, of a kind too, and procedure check", async () => {
    expect(await read("procedure", "show")).toMatchObject({ no: "HK-QP-06", version: "A/0" });
    expect(await read("procedure", "show", "complaint")).toMatchObject({ workflow: { kind: "complaint" } });
    expect(await read("procedure", "check")).toEqual([]);
  });
});

describe("list", () => {
  it("answers with records as they are in their files, with _due and _path; ndjson one a line", async () => {
    const [first] = await read<Record<string, unknown>[]>("list", "complaint");
    const shown = await read<Record<string, unknown>>("show", "CMP-2026-001");
    expect(first).toEqual(
      Object.fromEntries(Object.entries(shown).filter(([key]) => !/^_(next|commit)$/.test(key))),
    );
    const { out } = await here("list", "complaint", "--format", "ndjson");
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).id),
    ).toEqual((await read<{ id: string }[]>("list", "complaint")).map(({ id }) => id));
  });

  const ids = async (...argv: string[]) =>
    (await read<{ id: string }[]>("list", ...argv)).map(({ id }) => id);

  it("knows kinds by key, plural, prefix, label and short form", async () => {
    const all = await ids("complaint");
    for (const word of ["complaints", "CMP", "客户投诉", "Complaint"]) expect(await ids(word)).toEqual(all);
    expect(await ids("wave")).toEqual(await ids("survey_wave"));
  });

  it("selects by state, customer, day, fields and deadline", async () => {
    expect(await ids("complaint", "--state", "registered")).toEqual(["CMP-2026-018"]);
    expect(await ids("complaint", "--state", "已登记")).toEqual(["CMP-2026-018"]);
    expect(await ids("complaint", "--state", "open")).toHaveLength(8);
    const customer = await ids("order", "--customer", "CUS-003");
    expect(await ids("order", "--customer", "岚石")).toEqual(customer);
    expect(await ids("complaint", "--since", "2026-11-20")).toEqual(["CMP-2026-018"]);
    expect(await ids("capa", "--overdue")).toEqual(["CAPA-2026-010"]);
  });

  it("takes a key of a field by its label too, and looks into lists", async () => {
    const minor = await ids("complaint", "--where", "severity=minor");
    expect(minor.length).toBeGreaterThan(2);
    expect(await ids("complaint", "--where", "severity=轻微")).toEqual(minor);
    const replace = await ids("complaint", "--where", "remedy_requested=replace");
    expect(await ids("complaint", "--where", "remedy_requested=换货")).toEqual(replace);
    expect(await ids("complaint", "--where", "severity=minor", "--where", "state=voided")).toEqual([]);
  });

  it("sorts and limits, says how many there are, and how to see the rest of the same", async () => {
    expect((await ids("complaint", "--sort", "id")).toReversed()).toEqual(
      await ids("complaint", "--sort=-id"),
    );
    const { out, err } = await here("list", "complaint", "--where", "severity=minor", "--limit", "2");
    expect(out.trimEnd().split("\n")).toHaveLength(2);
    expect(err).toMatch(/6 条中的 2 条.*casetrail list complaint --where severity=minor/);
  });

  it("shows the columns that are asked for, fields of the kind among them", async () => {
    const { out } = await here("list", "complaint", "--columns", "id,severity,part_no", "--limit", "1");
    expect(out).toMatch(/^ +CMP-2026-001 +严重 +\S+\n$/);
  });

  it("with nothing to show says so on stderr and ends with 0", async () => {
    const answer = await here("list", "complaint", "--state", "registered", "--customer", "CUS-001");
    expect([answer.exit, answer.out, answer.err]).toEqual([0, "", "没有符合条件的记录\n"]);
  });
});

describe("A record that cannot be read", () => {
  let broken = "";
  const there = (...argv: string[]) => casetrail([...argv, "--as", "Q01"], { cwd: broken });
  beforeAll(async () => {
    broken = await example();
    const file = join(broken, "records/complaints/2026/CMP-2026-004.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^severity: .*/m, "severity: ["));
    const who = ["-c", "user.name=x", "-c", "user.email=x@example.com"];
    execFileSync("git", [...who, "commit", "-qam", "by hand"], { cwd: broken });
  });

  it.each([
    ["status"],
    ["todo", "--all"],
    ["list"],
    ["list", "--format", "ndjson"],
    ["trace", "CMP-2026-001"],
  ])("%s %s: the others are shown, it is named on stderr, exit 1", async (...argv) => {
    const { exit, out, err } = await there(...argv);
    expect([exit, err.match(/CMP-2026-004\.yaml/g)]).toEqual([1, ["CMP-2026-004.yaml"]]);
    expect(out.length).toBeGreaterThan(50);
  });

  it("under --json the warning is JSON as well", async () => {
    const { exit, out, err } = await there("todo", "--all", "--json");
    expect([exit, Array.isArray(JSON.parse(out))]).toEqual([1, true]);
    expect(JSON.parse(err)).toMatchObject({ warning: { file: "records/complaints/2026/CMP-2026-004.yaml" } });
  });

  it("another one is shown as ever; it itself cannot be: 1", async () => {
    expect((await there("show", "CMP-2026-001")).exit).toBe(0);
    expect((await there("show", "CMP-2026-004")).exit).toBe(1);
    expect((await there("log", "CMP-2026-004")).exit).toBe(1);
  });

  it("check says where and why, also when it is named", async () => {
    for (const argv of [["check"], ["check", "CMP-2026-004"], ["check", "records/complaints"]]) {
      const { exit, out } = await there(...argv);
      expect([argv, exit, out]).toEqual([argv, 1, expect.stringContaining("CMP-2026-004.yaml:")]);
    }
  });
});

describe("init and demo", () => {
  const vars = {
    GIT_CONFIG_COUNT: "2",
    GIT_CONFIG_KEY_0: "user.name",
    GIT_CONFIG_VALUE_0: "管理者代表",
    GIT_CONFIG_KEY_1: "user.email",
    GIT_CONFIG_VALUE_1: "m01@example.com",
  };

  it("init makes a repository in which its founder can act; a folder in use is refused: 2", async () => {
    const cwd = freshFolder();
    const made = await casetrail(["init", "quality", "--company", "某公司", "--json"], { cwd, vars });
    expect([made.exit, json(made)]).toMatchObject([0, { dir: "quality", procedure: { no: isText } }]);
    const status = await casetrail(["-C", "quality", "status", "--json"], { cwd, vars });
    expect(json(status)).toMatchObject({ roles: ["management_rep"], open: {}, todo: isList });
    expect((await casetrail(["init", "quality"], { cwd, vars })).exit).toBe(2);
  });

  it("rehearsed they refuse what they would refuse, and make nothing", async () => {
    const cwd = freshFolder();
    for (const argv of [
      ["init", "x"],
      ["init", "x", "--sample"],
      ["demo", "x"],
    ])
      expect((await casetrail([...argv, "--dry-run"], { cwd, vars })).exit).toBe(0);
    expect((await casetrail(["list"], { cwd: join(cwd) })).exit).toBe(2);
    for (const argv of [
      ["init", "."],
      ["demo", "."],
    ])
      expect((await casetrail([...argv, "--dry-run"], { cwd: factory, vars })).exit).toBe(2);
    expect((await casetrail(["init", "x", "--dry-run"], { cwd })).exit).toBe(2);
  });
});
