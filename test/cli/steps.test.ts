/** Steps from the command line: which code a refusal ends with, what is written, what is said (cli.md, Exit codes and JSON shapes). */
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parseTrail } from "../../src/domain/records/trail.ts";
import { casetrail, errorOf, example, json } from "../support/cli.ts";

let factory = "";
beforeAll(async () => {
  factory = await example();
});
const here = (argv: readonly string[], stdin?: string) =>
  casetrail(argv, stdin === undefined ? { cwd: factory } : { cwd: factory, stdin });
const git = (...args: string[]): string =>
  execFileSync("git", args, { cwd: factory, encoding: "utf8" }).trim();
const head = (): string => git("rev-parse", "HEAD");

/** What judging CMP-2026-018 ours takes. */
const JUDGE = ["advance", "CMP-2026-018", "judge_ours"];
const WHOLE = ["--set", "severity=minor", "--set", "preliminary_analysis.text=初判为我司制程问题"];
const ORDER = {
  customer_id: "CUS-012",
  contract_form: "written",
  channel: "email",
  received_at: "2026-11-24T09:00",
  customer_po: "PO-9",
  lines: [
    {
      line: 1,
      part_no: "CB-2500",
      product_name: "登山扣",
      quantity: 100,
      unit: "PCS",
      unit_price: 18.9,
      currency: "CNY",
      delivery_date: "2026-12-28",
    },
  ],
  delivery_date: "2026-12-28",
  ship_to: "客户一厂",
  payment_terms: "月结60天",
};

describe("The code of a refusal is the first of 4, 2, 1 that applies", () => {
  it.each<[string, number, string[], string[]]>([
    [
      "a field that the step needs is missing: 2, every one named at once",
      2,
      [...JUDGE, "--as", "S02"],
      ["preliminary_analysis.text", "severity"],
    ],
    ["who may not need not know what is missing: 4", 4, [...JUDGE, "--as", "Q01"], []],
    [
      "who may not, with a value that cannot be: 4",
      4,
      [...JUDGE, "--as", "Q01", "--set", "severity=grave"],
      ["severity"],
    ],
    [
      "a value that cannot be, by itself: 2",
      2,
      [...JUDGE, "--as", "S02", ...WHOLE.slice(2), "--set", "severity=grave"],
      ["severity"],
    ],
    [
      "a field that does not exist: 2",
      2,
      [...JUDGE, "--as", "S02", ...WHOLE, "--set", "sevrity=minor"],
      ["sevrity"],
    ],
    [
      "a path that the step does not own: 2",
      2,
      [...JUDGE, "--as", "S02", ...WHOLE, "--set", "archive.location=A-1"],
      ["archive.location"],
    ],
    [
      "what belongs to nobody: 2",
      2,
      [...JUDGE, "--as", "S02", ...WHOLE, "--set", "__proto__.x=1"],
      ["__proto__.x"],
    ],
    [
      "a required field filled in part is named by its deepest missing path: 2",
      2,
      ["advance", "INQ-2026-008", "answer", "--as", "S04", "--set", "answer.channel=email"],
      ["answer.text"],
    ],
    [
      "a field that a gate asks for counts as missing: 2",
      2,
      ["open", "order", "--as", "S02", "--from", "verbal.yaml"],
      [
        "verbal_record.caller",
        "verbal_record.received_by",
        "verbal_record.spoken_at",
        "verbal_record.spoken_content",
      ],
    ],
    [
      "a reference to a record that does not exist, inside a step: 1",
      1,
      [...JUDGE, "--as", "S02", ...WHOLE, "--set", "repeat_of=CMP-2026-998"],
      ["repeat_of"],
    ],
    ["a time in the future: 1", 1, [...JUDGE, "--as", "S02", ...WHOLE, "--at", "2026-11-25T09:00"], []],
    [
      "a time before the record's last step: 1",
      1,
      [...JUDGE, "--as", "S02", ...WHOLE, "--at", "2026-11-23T08:00", "--note", "补录"],
      [],
    ],
    [
      "something missing and a time in the future: 2 comes first",
      2,
      [...JUDGE, "--as", "S02", "--set", "severity=minor", "--at", "2026-11-25T09:00"],
      ["preliminary_analysis.text"],
    ],
    [
      "a late entry without saying why: 2",
      2,
      [
        "advance",
        "INQ-2026-007",
        "answer",
        "--as",
        "S02",
        "--set",
        "answer={text: x, channel: email}",
        "--at",
        "2026-11-20T12:00",
      ],
      [],
    ],
    [
      "a step that does not leave from this state: 1",
      1,
      ["advance", "CMP-2026-018", "archive", "--as", "S02"],
      [],
    ],
    ["an event there is not: 2", 2, ["advance", "CMP-2026-018", "judge_our", "--as", "S02"], []],
    [
      "a role that the person does not hold: 4",
      4,
      [...JUDGE, "--as", "S02", ...WHOLE, "--role", "sales_manager"],
      [],
    ],
    [
      "a correction without its reason: 2",
      2,
      ["correct", "CMP-2026-019", "--set", "quantity_complained=14", "--as", "S03"],
      ["note"],
    ],
    [
      "a correction of somebody else's field: 4",
      4,
      ["correct", "CMP-2026-019", "--set", "severity=major", "--reason", "x", "--as", "S03"],
      ["severity"],
    ],
    ["a note without text: 2", 2, ["advance", "CMP-2026-019", "note", "--as", "F01"], ["note"]],
  ])("%s", async (_, exit, argv, paths) => {
    const { customer_id: _id, contract_form: _form, ...rest } = ORDER;
    const verbal = { ...rest, customer_id: "CUS-003", contract_form: "verbal", channel: "phone" };
    writeFileSync(join(factory, "..", "verbal.yaml"), JSON.stringify(verbal));
    const line = argv.map((word) => (word === "verbal.yaml" ? join("..", word) : word));
    const before = head();
    for (const more of [[], ["--dry-run"]]) {
      const answer = await here([...line, ...more, "--json"]);
      expect([more, answer.exit]).toEqual([more, exit]);
      const { findings } = errorOf(answer);
      for (const path of paths) expect(findings.map((found) => found.path)).toContain(path);
    }
    expect(head()).toBe(before);
  });

  it("in JSON a refusal says what stands, why with clause and level, and what to do", async () => {
    const error = errorOf(await here([...JUDGE, "--as", "S02", "--set", "severity=minor", "--json"]));
    expect(error).toMatchObject({
      code: "step-refused",
      message: expect.any(String),
      remedy: expect.stringContaining("--resume"),
      findings: [
        {
          code: "field-missing",
          level: "error",
          path: "preliminary_analysis.text",
          message: expect.any(String),
          clause: expect.stringMatching(/^R-4\.6/),
        },
      ],
    });
  });
});

describe("A step that is taken", () => {
  it("--dry-run says what would be written, ends as the real run would, and writes nothing", async () => {
    const before = [head(), git("status", "--porcelain")];
    const answer = await here([...JUDGE, ...WHOLE, "--as", "S02", "--dry-run", "--json"]);
    expect([answer.exit, answer.err]).toEqual([0, ""]);
    const record = json(answer);
    expect(record).toMatchObject({
      state: "cause_analysis",
      _path: "records/complaints/2026/CMP-2026-018.yaml",
    });
    expect(record).not.toHaveProperty("_commit");
    expect((await here([...JUDGE, ...WHOLE, "--as", "S02", "--dry-run"])).out).toMatch(/什么都没有写入/);
    expect([head(), git("status", "--porcelain")]).toEqual(before);
  });

  it("--json prints the record as written, with what is computed at reading", async () => {
    const answer = await here([...JUDGE, ...WHOLE, "--as", "S02", "--at", "2026-11-24T08:00", "--json"]);
    expect([answer.exit, answer.err]).toEqual([0, ""]);
    const record = json<Record<string, unknown>>(answer);
    expect(record).toMatchObject({
      id: "CMP-2026-018",
      state: "cause_analysis",
      _path: "records/complaints/2026/CMP-2026-018.yaml",
      _commit: head(),
    });
    expect(Object.keys(record).slice(-5)).toEqual(["history", "_due", "_next", "_path", "_commit"]);
    expect(record).toEqual({ ...json(await here(["show", "CMP-2026-018", "--as", "S02", "--json"])) });
  });

  it("--at is when it happened; the commit keeps the time of writing", () => {
    expect(git("log", "-1", "--format=%aI")).toBe("2026-11-24T17:30:00+08:00");
    expect(parseTrail(`${git("log", "-1", "--format=%B")}\n`)).toMatchObject({
      at: "2026-11-24T08:00:00+08:00",
      actor: "S02",
      role: "salesperson",
      steps: [{ record: "CMP-2026-018", event: "judge_ours", from: "registered", to: "cause_analysis" }],
    });
  });

  it("the number is found by a unique beginning, in any case", async () => {
    expect(json(await here(["show", "capa-2026-010", "--json"]))).toMatchObject({ id: "CAPA-2026-010" });
    expect(json(await here(["show", "srv-2025", "--json"]))).toMatchObject({ id: "SRV-2025H2" });
  });

  it("--role chooses among several, by key or label in any case", async () => {
    const line = [
      "advance",
      "CMP-2026-019",
      "note",
      "--note",
      "电话联系客户",
      "--as",
      "S01",
      "--dry-run",
      "--json",
    ];
    const roles = async (given: string) =>
      json<{ history: { role: string }[] }>(await here([...line, "--role", given])).history.at(-1)?.role;
    expect(await roles("SALES_MANAGER")).toBe("sales_manager");
    expect(await roles("销售部经理")).toBe("sales_manager");
  });

  it("a map comes from standard input; --set wins over it; @FILE reads a value", async () => {
    writeFileSync(join(factory, "..", "terms.txt"), "月结90天\n");
    const argv = ["open", "order", "--as", "S02", "--from", "-", "--set", "ship_to=客户二厂"];
    const answer = await here(
      [...argv, "--set", "payment_terms=@../terms.txt", "--json", "--dry-run"],
      JSON.stringify(ORDER),
    );
    expect(json(answer)).toMatchObject({
      id: "ORD-2026-0026",
      customer_po: "PO-9",
      ship_to: "客户二厂",
      payment_terms: "月结90天",
    });
  });

  it("a warning stands on stderr, one line, and in the note of the history entry; the code stays 0", async () => {
    const answer = await here(
      ["open", "order", "--as", "S02", "--from", "-", "--note", "样品单", "--json"],
      JSON.stringify(ORDER),
    );
    expect(answer.exit).toBe(0);
    const { warning } = JSON.parse(answer.err) as { warning: { level: string; message: string } };
    expect(warning.level).toBe("warning");
    const { history } = json<{ history: { note: string }[] }>(answer);
    expect(history[0]?.note).toBe(`样品单; ${warning.message}`);
  });
});

describe("Two persons sign", () => {
  const confirm = (person: string) => here(["advance", "CMP-2026-016", "confirm", "--as", person, "--json"]);

  it("the first signature is a step of its own and ends with 0; the same person again is refused: 4; the other takes the event", async () => {
    const told = ["advance", "CMP-2026-016", "follow_up", "--as", "Q02"];
    expect((await here([...told, "--set", "rounds[-1].followup.text=已电话跟踪"])).exit).toBe(0);
    const first = await confirm("Q01");
    expect([first.exit, json<{ state: string }>(first).state]).toEqual([0, "awaiting_confirmation"]);
    expect(json<{ history: object[] }>(first).history.at(-1)).toMatchObject({
      event: "cosign",
      for: "confirm",
    });
    expect((await confirm("Q01")).exit).toBe(4);
    const second = await confirm("G01");
    expect([second.exit, json<{ state: string }>(second).state]).toEqual([0, "confirmed"]);
  });
});

describe("Input that was refused", () => {
  it("is kept as a draft, listed, shown, taken up and then gone", async () => {
    const line = ["advance", "CMP-2026-017", "note", "--as", "S02"];
    const refused = errorOf(await here([...line, "--note", "x", "--at", "2026-12-01T09:00", "--json"]));
    const name = /D-\d+/.exec(refused.remedy ?? "")?.[0] ?? "";
    const drafts = json<{ name: string }[]>(await here(["draft", "--json"]));
    expect(drafts.map((draft) => draft.name)).toContain(name);
    expect((await here(["draft", "show", name.toLowerCase()])).out).toContain("CMP-2026-017");
    const taken = await here([...line, "--resume", name, "--at", "2026-11-24T17:00", "--json"]);
    expect([taken.exit, json<{ history: { note: string }[] }>(taken).history.at(-1)?.note]).toEqual([0, "x"]);
    expect((await here(["draft", "show", name])).exit).toBe(3);
  });

  it("draft drop throws one away; rehearsed it stays", async () => {
    const refused = errorOf(
      await here(["advance", "CMP-2026-017", "convene", "--as", "F01", "--note", "x", "--json"]),
    );
    const name = /D-\d+/.exec(refused.remedy ?? "")?.[0] ?? "";
    expect((await here(["draft", "drop", name, "--dry-run"])).exit).toBe(0);
    expect((await here(["draft", "show", name])).exit).toBe(0);
    expect((await here(["draft", "drop", name])).exit).toBe(0);
    expect((await here(["draft", "drop", name])).exit).toBe(3);
  });
});

describe("attach", () => {
  const files = (name: string, text: string): string => {
    writeFileSync(join(factory, "..", name), text);
    return join("..", name);
  };

  it("says where each file lies; the same content twice is stored once", async () => {
    const argv = ["attach", "CMP-2026-019", files("a.txt", "hi"), files("b.txt", "hi"), files("c.txt", "ho")];
    const { exit, out, err } = await here([...argv, "--as", "F01"]);
    expect(exit).toBe(0);
    expect(out.match(/evidence\/CMP-2026-019\/\w\.txt {4}sha256 [0-9a-f]{16}/g)).toHaveLength(2);
    expect(err).toMatch(/b\.txt.*evidence\/CMP-2026-019\/a\.txt/);
    expect(existsSync(join(factory, "evidence/CMP-2026-019/b.txt"))).toBe(false);
  });

  it("with nothing new writes no step and ends with 0", async () => {
    const before = head();
    const answer = await here(["attach", "CMP-2026-019", files("d.txt", "hi"), "--as", "F01", "--json"]);
    expect([answer.exit, head()]).toEqual([0, before]);
    expect(json<{ attachments: object[] }>(answer).attachments).toHaveLength(2);
    expect(JSON.parse(answer.err)).toMatchObject({
      warning: { code: "file-stored-already", level: "warning" },
    });
  });
});

describe("close", () => {
  it("names every condition on the way, and who can clear it: 1", async () => {
    const answer = await here(["close", "CMP-2026-015", "--as", "S02", "--json"]);
    expect(answer.exit).toBe(1);
    const { findings } = errorOf(answer);
    expect(findings.map((found) => found.message).join("\n")).toMatch(
      /RET-2026-006[\s\S]*CAPA-2026-010[\s\S]*提出改善对策[\s\S]*总经理与品质部确认[\s\S]*电话确认收到[\s\S]*客户接受/,
    );
    const ahead = findings.filter((found) => found.code === "step-to-come");
    expect(ahead[0]?.remedy).toBe("责任部门主管  casetrail advance CMP-2026-015 propose");
    expect(ahead.every((found) => found.remedy !== "")).toBe(true);
  });

  it("by somebody who may not close it: 4", async () => {
    expect((await here(["close", "CMP-2026-015", "--as", "F01"])).exit).toBe(4);
  });

  it("where only a field is missing: 2, and with it the case is closed", async () => {
    const answer = await here(["close", "CUS-012", "--as", "S01", "--json"]);
    expect([answer.exit, errorOf(answer).findings.map((found) => found.path)]).toEqual([
      2,
      expect.arrayContaining(["close_reason"]),
    ]);
  });

  it("a case that has ended is not closed again: 1", async () => {
    expect((await here(["close", "CMP-2026-001", "--as", "S02"])).exit).toBe(1);
  });
});
