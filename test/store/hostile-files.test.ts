/** Forty files that a record repository must not contain (store.md 6): each is named with its cause, quickly. */
import { describe, expect, it } from "vitest";
import { parseRecord } from "../../src/store/record-file.ts";

const good = `id: CMP-2026-007
kind: complaint
state: registered
history:
  - { seq: 1, at: 2026-03-02T09:12:00+08:00, by: S02, event: register }
`;
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Uint8Array.from(part))));

const hostile: readonly (readonly [name: string, file: string | Uint8Array, code: string])[] = [
  ["an anchor", `a: &x 1\n${good}`, "yaml-anchor"],
  ["an anchor on a map", `a: &x\n  b: 1\n${good}`, "yaml-anchor"],
  ["an anchor on a key", `&x a: 1\n${good}`, "yaml-anchor"],
  ["an alias", `a: &x 1\nb: *x\n${good}`, "yaml-alias"],
  ["an alias to nothing", `b: *nowhere\n${good}`, "yaml-alias"],
  ["a billion laughs", `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n${good}`, "yaml-alias"],
  ["a tag", `a: !!str 1\n${good}`, "yaml-tag"],
  ["an unknown tag", `a: !secret 1\n${good}`, "yaml-tag"],
  ["a tag that runs code elsewhere", `a: !!js/function "x"\n${good}`, "yaml-tag"],
  ["a tag on a key", `!!int 1: a\n${good}`, "yaml-tag"],
  ["a binary", `a: !!binary aGk=\n${good}`, "yaml-tag"],
  ["a directive", `%YAML 1.2\n---\n${good}`, "yaml-directive"],
  ["a tag directive", `%TAG ! tag:x,2026:\n---\n${good}`, "yaml-directive"],
  ["a merge key", `a:\n  <<: {b: 1}\n${good}`, "yaml-key-forbidden"],
  ["__proto__", `__proto__: {admin: true}\n${good}`, "yaml-key-forbidden"],
  ["a quoted __proto__ deep inside", `a:\n  - "__proto__": 1\n${good}`, "yaml-key-forbidden"],
  ["constructor", `constructor: 1\n${good}`, "yaml-key-forbidden"],
  ["prototype in flow", `a: {prototype: 1}\n${good}`, "yaml-key-forbidden"],
  ["a key twice", `state: archived\n${good}`, "yaml-key-twice"],
  ["a key twice, once quoted", `"state": archived\n${good}`, "yaml-key-twice"],
  ["a key twice in flow", `a: {b: 1, b: 2}\n${good}`, "yaml-key-twice"],
  ["a number as key", `1: a\n${good}`, "yaml-key-text"],
  ["nothing as key", `null: a\n${good}`, "yaml-key-text"],
  ["a list as key", `? [a, b]\n: 1\n${good}`, "yaml-key-text"],
  ["two documents", `${good}---\n${good}`, "yaml-documents"],
  ["a document after the end mark", `${good}...\nid: x\n`, "yaml-documents"],
  ["NUL", bytes(`a: x`, [0], `y\n${good}`), "file-control"],
  ["NUL as escape", `a: "x\\0y"\n${good}`, "file-control"],
  ["an escape of the terminal", `a: "\\e[2J"\n${good}`, "file-control"],
  ["half a sign", `a: "\\ud83d"\n${good}`, "file-control"],
  ["a direction sign in the id", good.replace("CMP-2026-007", "CMP-2026-\u202e700"), "file-bidi"],
  ["a direction sign as escape in a reference", `order_id: "ORD-\\u2066x"\n${good}`, "file-bidi"],
  ["a direction sign in a key", `sta\u200fte: x\n${good}`, "file-bidi"],
  ["bytes that are not UTF-8", bytes("a: ", [0xc3, 0x28], `\n${good}`), "file-not-utf8"],
  ["GBK", bytes("a: ", [0xbf, 0xcd, 0xbb, 0xa7], `\n${good}`), "file-not-utf8"],
  ["a byte order mark", `\ufeff${good}`, "file-bom"],
  ["CRLF", good.replaceAll("\n", "\r\n"), "file-crlf"],
  ["more than a megabyte", `a: ${"x".repeat(1024 * 1024)}\n${good}`, "file-too-big"],
  ["brackets without end", `a: ${"[".repeat(100_000)}\n${good}`, "file-too-deep"],
  ["lists in lists in one line", `a:\n  ${"- ".repeat(100_000)}x\n${good}`, "file-too-deep"],
  ["forty levels", `a: ${"{a: ".repeat(40)}1${"}".repeat(40)}\n${good}`, "file-too-deep"],
  [
    "a staircase of maps",
    `${Array.from({ length: 1000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")}\n`,
    "file-too-deep",
  ],
  ["explicit keys in a row", `${"? ".repeat(50_000)}a\n`, "file-too-deep"],
  ["a tab as indentation", `a:\n\t- b\n${good}`, "yaml-syntax"],
  ["a quote that never closes", `a: "x\n${good}`, "yaml-syntax"],
  ["a bracket that never closes", `a: [x\n${good}`, "yaml-syntax"],
  ["infinity", `a: .inf\n${good}`, "yaml-number"],
  ["a number of twenty digits", `a: 12345678901234567890\n${good}`, "yaml-number"],
  ["nothing", "", "yaml-not-a-map"],
  ["a list", "- a\n", "yaml-not-a-map"],
  ["a text", "casetrail\n", "yaml-not-a-map"],
  ["a record without history", good.slice(0, good.indexOf("history")), "record-misfit"],
  ["a state that is no text", good.replace("registered", "[a]"), "record-misfit"],
];

describe("A file that a record repository must not contain", () => {
  it.each(hostile)("%s is named with its cause", async (_, file, code) => {
    const read = await parseRecord(file, "records/complaints/2026/CMP-2026-007.yaml");
    expect(read.ok ? [] : read.findings.map((found) => found.code)).toContain(code);
    expect(read.ok ? [] : read.findings.map((found) => found.file)).toContain(
      "records/complaints/2026/CMP-2026-007.yaml",
    );
  });

  it("is named with line and column", async () => {
    const read = await parseRecord(good.replace("state: registered", "state: &x registered"), "x.yaml");
    expect(read).toMatchObject({ ok: false, findings: [{ code: "yaml-anchor", line: 3, column: 11 }] });
  });

  it("is looked at once, whatever the number of its keys", async () => {
    const keys = (count: number): string => Array.from({ length: count }, (_, i) => `k${i}:`).join("\n");
    const read = await parseRecord(`${keys(20_000)}\nk7: 1\n${good}`, "x.yaml");
    expect(read).toMatchObject({ ok: false, findings: [{ code: "yaml-key-twice", line: 20_001 }] });
    const more = await parseRecord(`${keys(90_000)}\n${good}`, "x.yaml");
    expect(more).toMatchObject({ ok: false, findings: [{ code: "file-too-long" }] });
  });

  it("is not one that has foreign writing, long texts or invisible signs in its prose", async () => {
    const read = await parseRecord(`note: "עברית \u200f x"\nlong: ${"很长".repeat(9000)}\n${good}`, "x.yaml");
    expect(read).toMatchObject({ ok: true, plain: false, record: { id: "CMP-2026-007" } });
  });
});
