/** The reading index: quick, thrown away at any time, and never wrong (performance.md). */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { printMap } from "../../src/store/canonical.ts";
import { spawnCount } from "../../src/store/plumbing.ts";
import { outreach } from "../support/records.ts";
import { put, type TempRepository, tempRepository } from "../support/temp-repository.ts";

const ids = async (temp: TempRepository): Promise<string[]> => (await temp.open()).rows().map(({ id }) => id);
const cache = (temp: TempRepository): string => join(temp.dir, ".git", "casetrail", "index");

function indexFiles(temp: TempRepository): string[] {
  return readdirSync(cache(temp), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A commit that no casetrail made. */
function commitByHand(temp: TempRepository, path: string, text: string): void {
  temp.edit(path, text);
  temp.git("add", "--all");
  temp.git("commit", "--quiet", "-m", "by hand");
}

const pathOf = (n: number): string => `records/outreach/2026/OUT-2026-00${n}.yaml`;

describe("The reading index", () => {
  it("costs a warm reader one start of git", async () => {
    const temp = await tempRepository();
    await put(await temp.open(), outreach(1), outreach(2));
    const before = spawnCount();
    const repository = await temp.open();
    expect(repository.rows()).toHaveLength(2);
    expect(repository.find("out-2026-002").id).toBe("OUT-2026-002");
    expect(repository.read("OUT-2026-001").record).toEqual(outreach(1));
    expect(repository.facts.where("outreach", "customer_id", "CUS-001")).toHaveLength(2);
    expect(repository.kind("outreach").workflow.folder).toBe("outreach");
    expect(repository.people.map(({ id }) => id)).toEqual(["S02"]);
    expect(spawnCount() - before).toBe(1);
  });

  it("is deleted at any time and made again", async () => {
    const temp = await tempRepository();
    await put(await temp.open(), outreach(1));
    rmSync(join(temp.dir, ".git", "casetrail"), { recursive: true });
    expect(await ids(temp)).toEqual(["OUT-2026-001"]);
  });

  it("is made again when any one of its files is gone, cut off or says something else", async () => {
    const temp = await tempRepository();
    await put(await temp.open(), outreach(1, "真"));
    const damages: ((path: string) => void)[] = [
      (path) => rmSync(path),
      (path) => writeFileSync(path, readFileSync(path).subarray(0, -20)),
      (path) => writeFileSync(path, ""),
      (path) =>
        writeFileSync(path, readFileSync(path, "utf8").replace("真", "假").replace("CUS-001", "CUS-002")),
    ];
    for (const damage of damages) {
      for (const path of indexFiles(temp)) {
        if (existsSync(path)) damage(path);
        expect((await temp.open()).read("OUT-2026-001").record).toEqual(outreach(1, "真"));
        expect((await temp.open()).rows()[0]?.customer_id).toBe("CUS-001");
      }
    }
  });

  it("follows commits that others made: changed, new, removed and renamed files", async () => {
    const temp = await tempRepository();
    await put(await temp.open(), outreach(1), outreach(2));
    commitByHand(temp, pathOf(1), printMap({ ...outreach(1, "改过") } as never));
    expect((await temp.open()).read("OUT-2026-001").record["content"]).toBe("改过");
    commitByHand(temp, pathOf(3), printMap(outreach(3) as never));
    expect(await ids(temp)).toEqual(["OUT-2026-001", "OUT-2026-002", "OUT-2026-003"]);
    rmSync(join(temp.dir, pathOf(2)));
    temp.git("commit", "--quiet", "-am", "gone");
    expect(await ids(temp)).toEqual(["OUT-2026-001", "OUT-2026-003"]);
    temp.git("reset", "--quiet", "--hard", "HEAD~3");
    expect(await ids(temp)).toEqual(["OUT-2026-001", "OUT-2026-002"]);
  });

  it("follows the procedure, the settings and the people of the commit", async () => {
    const temp = await tempRepository();
    await temp.open();
    commitByHand(
      temp,
      "casetrail.yaml",
      temp.file("casetrail.yaml").replace("lang: zh", "lang: en\nlate_entry_after: 3"),
    );
    expect((await temp.open()).settings).toMatchObject({ lang: "en", late_entry_after: 3, signing: "warn" });
    commitByHand(
      temp,
      "people.yaml",
      temp
        .file("people.yaml")
        .replace("roles: [salesperson]", "roles: [{ role: salesperson, department: pmc }]"),
    );
    expect((await temp.open()).people[0]?.roles).toEqual([{ role: "salesperson", department: "pmc" }]);
    commitByHand(
      temp,
      "schemas/workflows/outreach.yaml",
      temp.file("schemas/workflows/outreach.yaml").replace("en: Logged,", "en: Written down,"),
    );
    expect((await temp.open()).kind("outreach").workflow.states[0]?.en).toBe("Written down");
    commitByHand(
      temp,
      "calendars/company-2026.yaml",
      "calendar: company\nyear: 2026\nholidays: []\nworkdays: []\n",
    );
    expect((await temp.open()).calendar.company).toHaveLength(1);
  });

  it("shows the records that can be read and names the one that cannot", async () => {
    const temp = await tempRepository();
    await put(await temp.open(), outreach(1), outreach(2));
    commitByHand(temp, pathOf(2), temp.file(pathOf(2)).replace("kind: outreach", "kind: &k outreach"));
    const repository = await temp.open();
    expect(repository.rows().map(({ id }) => id)).toEqual(["OUT-2026-001"]);
    expect(repository.unreadable).toMatchObject([{ code: "yaml-anchor", file: pathOf(2), line: 2 }]);
    expect(() => repository.read("OUT-2026-002")).toThrow("record-unreadable");
    commitByHand(temp, pathOf(2), printMap(outreach(2) as never));
    expect((await temp.open()).unreadable).toEqual([]);
  });

  it.each([
    [
      "at another place",
      "records/outreach/2025/OUT-2026-009.yaml",
      printMap(outreach(9) as never),
      "record-misplaced",
    ],
    ["under another number", pathOf(8), printMap(outreach(9) as never), "record-misplaced"],
    [
      "with a list where a text must be",
      pathOf(9),
      printMap({ ...outreach(9), history: [1] } as never),
      "record-misfit",
    ],
  ])("names a record %s", async (_, path, text, code) => {
    const temp = await tempRepository();
    await put(await temp.open(), outreach(1));
    mkdirSync(join(temp.dir, path, ".."), { recursive: true });
    commitByHand(temp, path, text);
    const repository = await temp.open();
    expect(repository.unreadable.map((found) => found.code)).toEqual([code]);
    expect(repository.rows()).toHaveLength(1);
  });

  it("keeps a second, small part for what changes in a large kind, and says the same with it", async () => {
    const temp = await tempRepository();
    const many = Array.from({ length: 300 }, (_, i) => outreach(i + 1));
    await put(await temp.open(), ...many);
    await put(await temp.open(), outreach(7, "又谈了一次"), outreach(301));
    rmSync(join(temp.dir, pathOf(5)));
    temp.git("commit", "--quiet", "-am", "gone");
    const grown = await temp.open();
    rmSync(join(temp.dir, ".git", "casetrail", "index"), { recursive: true });
    const built = await temp.open();
    expect(grown.rows()).toEqual(built.rows());
    expect(grown.rows()).toHaveLength(300);
    expect(grown.ids("outreach")).toEqual(built.ids("outreach"));
    expect(grown.read("OUT-2026-007")).toEqual(built.read("OUT-2026-007"));
    expect(grown.find("OUT-2026-301")).toEqual(built.find("OUT-2026-301"));
    expect(() => grown.find("OUT-2026-005")).toThrow("unknown-record");
    expect(grown.facts.where("outreach", "content", "又谈了一次")).toHaveLength(1);
  });
});

describe("A record is found", () => {
  it("by a beginning that only one number has, in small letters too", async () => {
    const temp = await tempRepository();
    await put(await temp.open(), outreach(1), outreach(12));
    const repository = await temp.open();
    expect(repository.find("out-2026-01").id).toBe("OUT-2026-012");
    expect(() => repository.find("OUT")).toThrow(
      expect.objectContaining({ code: "ambiguous-record", exit: 2 }) as Error,
    );
    expect(() => repository.find("OUT-2026-013")).toThrow(
      expect.objectContaining({
        code: "unknown-record",
        exit: 3,
        params: { id: "OUT-2026-013", near: ["OUT-2026-012", "OUT-2026-001"] },
      }) as Error,
    );
    expect(() => repository.find("../casetrail")).toThrow("unknown-record");
  });
});
