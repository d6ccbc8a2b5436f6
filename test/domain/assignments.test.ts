import { describe, expect, it } from "vitest";
import { flattened, parseAssignment, readChanges, textOfFile } from "../../src/domain/input/assignments.ts";
import type { Json } from "../../src/domain/records/record.ts";
import { kind, reading } from "./model-fixture.ts";

const changesOf = (from: Json | undefined, ...set: string[]) => {
  const given = set.map(parseAssignment).flatMap((a) => ("text" in a ? [a] : []));
  return readChanges(kind, { ...(from === undefined ? {} : { from }), set: given }, reading);
};
const codes = (result: { findings: { code: string }[] }): string[] => result.findings.map((f) => f.code);

describe("--set path=value", () => {
  it.each([
    ["severity=major", { path: "severity", text: "major" }],
    ["a.b=x=y", { path: "a.b", text: "x=y" }],
    ["rounds[-1].reply.channel=fax", { path: "rounds[-1].reply.channel", text: "fax" }],
    ["actions[+]={a: 1}", { path: "actions[+]", text: "{a: 1}" }],
    ["title=", { path: "title", text: "" }],
    ["description=@words.txt", { path: "description", file: "words.txt" }],
    ["description=@@someone said", { path: "description", text: "@someone said" }],
    ["description=@", { path: "description", text: "@" }],
  ])("%s", (given, assignment) => {
    expect(parseAssignment(given)).toEqual(assignment);
  });

  it.each(["severity", "=major", ""])("%j is no assignment", (given) => {
    expect(parseAssignment(given)).toMatchObject({ code: "assignment-form", blame: "value" });
  });

  it.each([
    "__proto__.x=1",
    "a.constructor=1",
    "..=1",
    "../x=1",
    "a..b=1",
    "a[]=1",
    "a[-2]=1",
    "/etc/passwd=1",
    "a b=1",
    "a[9999999]=1",
  ])("%s names no place to write to", (given) => {
    expect(parseAssignment(given)).toMatchObject({ code: "path-form", blame: "value" });
  });

  it("a file's text loses its byte order mark and its last line end, nothing else", () => {
    expect(textOfFile("\ufeff一\r\n二\n\n")).toBe("一\n二");
    expect(textOfFile("  x  ")).toBe("  x  ");
  });
});

describe("--from", () => {
  it("keys are paths, and maps may stand below them", () => {
    const from = {
      severity: "major",
      "rounds[-1].reply": { channel: "fax" },
      rounds: { "[0]": { "reply.sent_at": "now" } },
    };
    expect(flattened(kind, from).entries).toEqual([
      ["severity", "major"],
      ["rounds[-1].reply.channel", "fax"],
      ["rounds[0].reply.sent_at", "now"],
    ]);
  });

  it("a list, free keys and a sum of money are values", () => {
    const from = { scores: { Q1: 4 }, price: { amount: 1, currency: "CNY" }, actions: [{ text: "x" }] };
    expect(flattened(kind, from).entries).toEqual(Object.entries(from));
  });

  it.each([["a text"], [["a list"]], [null], [3]])("%j is no input", (from) => {
    expect(codes(changesOf(from as Json))).toEqual(["input-not-a-map"]);
  });

  it("hostile keys are refused at any depth", () => {
    const from = JSON.parse(
      '{"__proto__": {"x": 1}, "price": {"__proto__": 1}, "rounds[-1].reply": {"../x": 1}}',
    ) as Json;
    expect(codes(changesOf(from))).toEqual(["path-form", "path-form", "key-forbidden"]);
  });
});

describe("what was given, as changes", () => {
  it("is read by the type of each field", () => {
    expect(changesOf({ severity: "严重" }, "quantity=12", "departments=quality,production")).toEqual({
      changes: { severity: "major", quantity: 12, departments: ["quality", "production"] },
      findings: [],
    });
  });

  it("--set wins over --from, at its path and below", () => {
    const from = { severity: "major", "rounds[-1].reply": { channel: "fax", sent_at: "now" } };
    expect(changesOf(from, "severity=minor", "rounds[-1].reply={channel: email}").changes).toEqual({
      severity: "minor",
      "rounds[-1].reply": { channel: "email" },
    });
  });

  it("what is appended stays one element", () => {
    const from = { "actions[+]": { type: "corrective", text: "x" } };
    expect(changesOf(from).changes).toEqual(from);
    expect(changesOf(from, "actions=[]").changes).toEqual({ actions: [] });
  });

  it("an element that --set changes in part keeps the rest of --from", () => {
    const changes = changesOf(
      { actions: [{ type: "corrective", text: "x" }] },
      "actions[0].due=2026-03-09",
    ).changes;
    expect(Object.entries(changes).map(([path]) => path)).toEqual(["actions", "actions[0].due"]);
  });

  it("the same path twice is refused, not half taken", () => {
    expect(codes(changesOf(undefined, "severity=minor", "severity=major"))).toEqual(["path-twice"]);
    expect(codes(changesOf({ "actions[+]": { text: "x" } }, "actions[+]={text: y}"))).toEqual(["path-twice"]);
  });

  it("unknown fields are named with what was probably meant", () => {
    const result = changesOf({ reply: { channel: "fax" } }, "severty=major");
    expect(codes(result)).toEqual(["field-unknown", "field-unknown"]);
    expect(result.findings.map((f) => (f.params as { near: string[] }).near)).toEqual([
      ["rounds[].reply"],
      ["severity"],
    ]);
  });

  it("everything wrong is named at once, and the rest is kept", () => {
    const result = changesOf({ severity: "serious", quantity: "12" }, "handed_on=2026-02-30");
    expect(codes(result)).toEqual(["enum-unknown", "date-impossible"]);
    expect(result.changes).toEqual({ quantity: 12 });
  });
});
