/** Links stand on both records: one step, one commit, two records (engine.md 4; store.md 8). */
import { execFileSync } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { parseTrail } from "../../src/domain/records/trail.ts";
import { casetrail, errorOf, example, json } from "../support/cli.ts";

let factory = "";
beforeAll(async () => {
  factory = await example();
});
const here = (...argv: string[]) => casetrail([...argv, "--json"], { cwd: factory });
const git = (...args: string[]): string =>
  execFileSync("git", args, { cwd: factory, encoding: "utf8" }).trim();

interface Linked {
  readonly links?: readonly { readonly id: string; readonly relation: string }[];
  readonly history: readonly { readonly event: string; readonly role: string }[];
}
const linksOf = async (id: string) =>
  (json<Linked>(await here("show", id)).links ?? []).map((l) => [l.id, l.relation]);

describe("A link", () => {
  it("is written on both sides in one commit with a block for each record", async () => {
    const set = "links[+]={kind: inquiry, id: INQ-2026-006, relation: see_also}";
    expect((await here("advance", "CMP-2026-019", "link", "--set", set, "--as", "S02")).exit).toBe(0);
    expect(await linksOf("CMP-2026-019")).toEqual([["INQ-2026-006", "see_also"]]);
    expect(await linksOf("INQ-2026-006")).toEqual([["CMP-2026-019", "see_also"]]);
    expect(parseTrail(`${git("log", "-1", "--format=%B")}\n`)).toMatchObject({
      steps: [
        { record: "CMP-2026-019", event: "link", from: "cause_analysis", to: "cause_analysis" },
        { record: "INQ-2026-006", event: "link", from: "converted", to: "converted" },
      ],
    });
    expect(git("show", "--name-only", "--format=").split("\n")).toHaveLength(2);
  });

  it("that says where something came from is seen from there as see_also", async () => {
    const line = ["advance", "CMP-2026-018", "link", "--to", "inq-2026-007", "--relation", "来源于"];
    expect((await here(...line, "--as", "S02")).exit).toBe(0);
    expect(await linksOf("CMP-2026-018")).toEqual([["INQ-2026-007", "came_from"]]);
    expect(await linksOf("INQ-2026-007")).toEqual([["CMP-2026-018", "see_also"]]);
  });

  it("shows in log and trace of both, and check has nothing against it", async () => {
    for (const id of ["CMP-2026-018", "INQ-2026-007"]) {
      const log = json<{ event: string; commit: string }[]>(await here("log", id));
      expect(log.at(-1)).toMatchObject({ event: "link", commit: git("rev-parse", "HEAD") });
      const trace = json<object[]>(await here("trace", id));
      expect(trace).toContainEqual({ from: "CMP-2026-018", to: "INQ-2026-007", relation: "links[].id" });
    }
    expect((await here("check", "CMP-2026-018", "INQ-2026-007")).exit).toBe(0);
  });

  it("to several records is one commit", async () => {
    const to = ["--to", "CMP-2026-020", "--to", "CAPA-2026-009"];
    expect((await here("advance", "CMP-2026-017", "link", ...to, "--as", "Q02")).exit).toBe(0);
    expect(git("log", "-1", "--format=%s")).toBe("CMP-2026-017 … CAPA-2026-009 (3): link");
  });

  it("rehearsed shows both sides and writes neither", async () => {
    const before = git("rev-parse", "HEAD");
    const line = ["advance", "CMP-2026-017", "link", "--to", "CMP-2026-014", "--as", "Q02", "--dry-run"];
    const { exit, out } = await casetrail(line, { cwd: factory });
    expect(exit).toBe(0);
    expect(out).toMatch(/CMP-2026-017\.yaml[\s\S]*CMP-2026-014\.yaml/);
    expect(git("rev-parse", "HEAD")).toBe(before);
  });

  it.each<[string, string[], number, string]>([
    ["a record that does not exist", ["--to", "INQ-2026-999"], 1, "reference-unknown"],
    ["the record itself", ["--to", "CMP-2026-019"], 1, "link-to-itself"],
    ["what is linked already", ["--to", "INQ-2026-006"], 1, "linked-already"],
    [
      "another kind than the number's",
      ["--set", "links[+]={kind: order, id: INQ-2026-005, relation: see_also}"],
      1,
      "link-of-another-kind",
    ],
    ["nothing", [], 2, "nothing-to-write"],
  ])("to %s is refused", async (_, more, exit, code) => {
    const answer = await here("advance", "CMP-2026-019", "link", ...more, "--as", "S02");
    expect([answer.exit, errorOf(answer).findings.map((found) => found.code)]).toEqual([
      exit,
      expect.arrayContaining([code]),
    ]);
  });

  it("to a record of which the person holds no role is refused: 4, naming the record", async () => {
    const answer = await here("advance", "CMP-2026-019", "link", "--to", "INQ-2026-005", "--as", "Q02");
    expect([answer.exit, errorOf(answer).findings[0]?.record]).toEqual([4, "INQ-2026-005"]);
  });

  it("is not what other steps write", async () => {
    const answer = await here(
      "advance",
      "CMP-2026-019",
      "note",
      "--note",
      "x",
      "--to",
      "INQ-2026-005",
      "--as",
      "S02",
    );
    expect([answer.exit, errorOf(answer).code]).toEqual([2, "only-for-links"]);
  });
});

describe("unlink", () => {
  it("from either side takes the link from both", async () => {
    expect(
      (await here("advance", "INQ-2026-007", "unlink", "--to", "CMP-2026-018", "--as", "S02")).exit,
    ).toBe(0);
    expect([await linksOf("CMP-2026-018"), await linksOf("INQ-2026-007")]).toEqual([[], []]);
    expect(git("log", "-1", "--format=%s")).toBe("INQ-2026-007 CMP-2026-018: unlink");
  });

  it("of what is not linked is refused: 1", async () => {
    const answer = await here("advance", "CMP-2026-019", "unlink", "--to", "CMP-2026-001", "--as", "S02");
    expect([answer.exit, errorOf(answer).findings[0]?.code]).toEqual([1, "not-linked"]);
  });
});
