/** Records judged by the schema in force: every fault named by path, line, value and what is allowed (screens.md 5). */
import { describe, expect, it } from "vitest";
import type { CaseRecord } from "../../src/domain/records/record.ts";
import { printRecord } from "../../src/store/canonical.ts";
import { outreach } from "../support/records.ts";
import { tempRepository } from "../support/temp-repository.ts";

const repository = await (await tempRepository()).open();
const codes = async (change: object): Promise<string[]> =>
  (await repository.validate("outreach", { ...outreach(1), ...change })).map(
    ({ code, path }) => `${code} ${path}`,
  );

describe("A record", () => {
  it("that keeps to its schema has no findings", async () => {
    expect(await codes({})).toEqual([]);
  });

  it.each([
    [{ method: "telepathy" }, ["schema-enum method"]],
    [{ content: 12 }, ["schema-type content"]],
    [{ content: "" }, ["schema-length content"]],
    [{ date: "2026-3-2" }, ["schema-form date"]],
    [{ date: "2026-02-30" }, ["schema-form date"]],
    [{ created_at: "2026-03-02T09:12:00Z" }, ["schema-form created_at"]],
    [{ needs: undefined }, ["schema-required needs"]],
    [{ contents: "x" }, ["schema-unknown contents"]],
    [{ kind: "order" }, ["schema-enum kind"]],
    [{ history: "x" }, ["schema-type history"]],
    [{ history: [{ ...outreach(1).history[0], seq: "1" }] }, ["schema-type history[0].seq"]],
    [{ attachments: [{ path: "x" }] }, ["schema-required attachments[0].sha256"]],
    [{ method: "x", content: 1 }, ["schema-enum method", "schema-type content"]],
  ])("with %j is named by its path", async (change, expected) => {
    expect(
      (await codes(change)).filter(
        (found) => !found.startsWith("schema-required attachments[0].") || found.endsWith("sha256"),
      ),
    ).toEqual(expected);
  });

  it("from a file is named with line and column", async () => {
    const text = printRecord({ ...outreach(1), method: "telepathy" } as CaseRecord);
    const [found] = await repository.validate("outreach", { ...outreach(1), method: "telepathy" }, text);
    expect(found).toMatchObject({ code: "schema-enum", path: "method", line: 8, column: 9 });
    expect(text.split("\n")[7]).toBe("method: telepathy");
  });

  it("gets the keys and labels that are allowed, and the nearest name for a typo", async () => {
    const [enumeration] = await repository.validate("outreach", { ...outreach(1), method: "telepathy" });
    expect((enumeration?.params as { allowed: unknown[] } | undefined)?.allowed[0]).toEqual({
      key: "company_introduction",
      zh: expect.any(String) as string,
      en: expect.any(String) as string,
    });
    const [unknown] = await repository.validate("outreach", { ...outreach(1), contents: "x" });
    expect(unknown?.params).toMatchObject({ key: "contents", near: ["content"] });
  });
});

describe("Other files", () => {
  it.each([
    [
      "casetrail",
      { company: { zh: "厂", en: "Works" }, lang: "zh", procedure: { no: "X", version: "A/0" } },
      [],
    ],
    [
      "casetrail",
      { company: { zh: "厂", en: "Works" }, lang: "fr", procedure: { no: "X", version: "A/0" } },
      ["schema-enum lang"],
    ],
    [
      "people",
      { people: [{ id: "S02", name: "x", email: "x", department: "sales", roles: ["salesperson"] }] },
      ["schema-form people[0].email"],
    ],
    [
      "people",
      { people: [{ id: "S02", name: "x", email: "a@b", department: "sales", roles: ["king"] }] },
      ["schema-enum people[0].roles[0]"],
    ],
  ] as const)("%s is judged by its own schema", async (name, value, expected) => {
    expect((await repository.validate(name, value)).map(({ code, path }) => `${code} ${path}`)).toEqual(
      expected,
    );
  });
});
