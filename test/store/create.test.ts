/** A new record repository, its history in one stream, and drafts beside it. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseTrail } from "../../src/domain/records/trail.ts";
import { printRecord } from "../../src/store/canonical.ts";
import type { Change } from "../../src/store/change.ts";
import { createRepository, freeName, gitIdentity } from "../../src/store/create.ts";
import { dropDraft, listDrafts, readDraft, saveDraft } from "../../src/store/drafts.ts";
import { appendHistory } from "../../src/store/history-stream.ts";
import { openRepository } from "../../src/store/repository.ts";
import { at, author, outreach } from "../support/records.ts";
import { scratchFolder, tempRepository, vars } from "../support/temp-repository.ts";

const settings = "company: { zh: 厂, en: Works }\nlang: zh\nprocedure: { no: HK-QP-06, version: A/0 }\n";
const people =
  "people:\n  - { id: M01, name: 代表, email: s02@factory.example, department: gm_office, roles: [management_rep] }\n";
const wanted = (dir: string) => ({ dir, settings, people, author, at, vars: vars() });

describe("A new record repository", () => {
  it("holds the shipped procedure and calendars, settings and people, in one commit on main", async () => {
    const temp = await tempRepository();
    expect(readdirSync(temp.dir).sort()).toEqual([
      ".git",
      ".gitattributes",
      "calendars",
      "casetrail.yaml",
      "people.yaml",
      "schemas",
    ]);
    expect(existsSync(join(temp.dir, "calendars", "CN-2026.yaml"))).toBe(true);
    expect(existsSync(join(temp.dir, "schemas", "calendars"))).toBe(false);
    expect(temp.file(".gitattributes")).toBe("* -text\n");
    expect(temp.git("status", "--porcelain")).toBe("");
    expect(temp.git("log", "--format=%an %ae %aI %D").trim()).toBe(
      `${author.name} ${author.email} ${at} HEAD -> main`,
    );
    expect(parseTrail(temp.git("log", "-1", "--format=%B").replace(/\n\n$/, "\n"))).toMatchObject({
      event: "init",
      actor: "S02",
    });
  });

  it("has settings that keep every byte on every system (store.md 7)", async () => {
    const temp = await tempRepository();
    const names = ["core.autocrlf", "core.safecrlf", "core.quotePath", "core.longPaths"];
    expect(names.map((name) => temp.git("config", "--local", name).trim())).toEqual([
      "false",
      "false",
      "false",
      "true",
    ]);
  });

  it("is not made in a folder that is in use, nor from settings that cannot be read", async () => {
    const dir = scratchFolder("used");
    writeFileSync(join(dir, "x"), "");
    await expect(createRepository(wanted(dir))).rejects.toMatchObject({ code: "folder-not-empty", exit: 2 });
    const other = join(scratchFolder("bad"), "new");
    await expect(createRepository({ ...wanted(other), settings: "a: &x 1\n" })).rejects.toMatchObject({
      code: "file-unreadable",
      findings: [expect.objectContaining({ code: "yaml-anchor", file: "casetrail.yaml" }) as object],
    });
    expect(existsSync(other)).toBe(false);
  });

  it("takes the next free name where an earlier example stands", () => {
    const parent = scratchFolder("free");
    expect(freeName(parent, "casetrail-demo")).toBe("casetrail-demo");
    mkdirSync(join(parent, "casetrail-demo"));
    expect(freeName(parent, "casetrail-demo")).toBe("casetrail-demo");
    writeFileSync(join(parent, "casetrail-demo", "a"), "");
    writeFileSync(join(parent, "casetrail-demo-2"), "");
    expect(freeName(parent, "casetrail-demo")).toBe("casetrail-demo-3");
  });

  it("is found from any folder in it; elsewhere there is none", async () => {
    const temp = await tempRepository();
    mkdirSync(join(temp.dir, "evidence", "x"), { recursive: true });
    expect((await openRepository({ cwd: join(temp.dir, "evidence", "x"), vars: vars() })).root).toBe(
      temp.dir,
    );
    const empty = scratchFolder("empty");
    await expect(openRepository({ cwd: empty, vars: vars() })).rejects.toMatchObject({
      code: "no-repository",
      exit: 2,
    });
    await expect(openRepository({ cwd: join(empty, "gone"), vars: vars() })).rejects.toMatchObject({
      code: "no-repository",
    });
    temp.git("init", "--quiet", empty);
    await expect(openRepository({ cwd: empty, vars: vars() })).rejects.toMatchObject({
      code: "no-first-commit",
      exit: 2,
    });
    await expect(openRepository({ cwd: temp.dir, vars: { ...vars(), PATH: empty } })).rejects.toMatchObject({
      code: "git-missing",
    });
  });

  it("is not taken for one when another repository's first commit has no casetrail.yaml", async () => {
    const temp = await tempRepository();
    temp.git("rm", "--quiet", "casetrail.yaml");
    temp.git("commit", "--quiet", "-m", "other");
    await expect(temp.open()).rejects.toMatchObject({ code: "no-repository" });
  });

  it("knows who git says I am", async () => {
    const dir = scratchFolder("identity");
    expect(await gitIdentity(vars(), dir)).toBeNull();
    const config = join(dir, "config");
    writeFileSync(config, "[user]\n\tname = 甲\n\temail = s02@factory.example\n");
    expect(await gitIdentity({ ...vars(), GIT_CONFIG_GLOBAL: config }, dir)).toEqual({
      name: "甲",
      email: author.email,
    });
  });
});

describe("A history in one stream", () => {
  const change = (n: number, day: string): Change => ({
    files: [{ path: `records/outreach/2026/${outreach(n).id}.yaml`, content: printRecord(outreach(n)) }],
    message: `step ${n}\n`,
    author,
    at: `2026-03-${day}T09:00:00+08:00`,
  });

  it("becomes commits in order, dated and authored as given, with the worktree at the end", async () => {
    const temp = await tempRepository();
    const commit = await appendHistory(await temp.open(), [
      change(1, "03"),
      change(2, "04"),
      change(3, "05"),
    ]);
    expect(temp.git("rev-parse", "HEAD").trim()).toBe(commit);
    expect(temp.git("log", "-3", "--reverse", "--format=%s %aI %cI %an").trim().split("\n")).toEqual(
      ["1 2026-03-03", "2 2026-03-04", "3 2026-03-05"].map(
        (text) => `step ${text}T09:00:00+08:00 ${text.slice(2)}T09:00:00+08:00 ${author.name}`,
      ),
    );
    expect(temp.git("status", "--porcelain")).toBe("");
    expect((await temp.open()).rows()).toHaveLength(3);
  });

  it("is all or nothing", async () => {
    const temp = await tempRepository();
    const before = temp.git("rev-parse", "HEAD");
    function* broken(): Generator<Change> {
      yield change(1, "03");
      throw new Error("step 2 is forbidden");
    }
    await expect(appendHistory(await temp.open(), broken())).rejects.toThrow("step 2 is forbidden");
    expect(temp.git("rev-parse", "HEAD")).toBe(before);
    expect(temp.git("for-each-ref", "refs/casetrail")).toBe("");
    expect(readdirSync(join(temp.dir, ".git")).filter((name) => name.startsWith("fast_import"))).toEqual([]);
    expect(await appendHistory(await temp.open(), [])).toBe(before.trim());
  });
});

describe("Commits of a file", () => {
  it("are told oldest first, with the message as it was written", async () => {
    const temp = await tempRepository();
    const path = "records/outreach/2026/OUT-2026-001.yaml";
    const repository = await temp.open();
    for (const text of ["一", "二"]) {
      const files = [{ path, content: printRecord(outreach(1, text)) }];
      const plan = () => Promise.resolve({ files, message: `step ${text}\n`, author, at });
      await repository.write({ fingerprint: text, plan });
    }
    const commits = await repository.commitsOf(path);
    expect(commits.map(({ message }) => message)).toEqual(["step 一\n", "step 二\n"]);
    expect(commits[1]).toMatchObject({ commit: temp.git("rev-parse", "HEAD").trim(), at, author });
    expect(await repository.lastCommit(path)).toBe(commits[1]?.commit);
    expect(await repository.lastCommit("nowhere")).toBe("");
  });
});

describe("Drafts", () => {
  const draft = {
    kind: "outreach",
    event: "log",
    by: "S02",
    kept_at: at,
    changes: { content: "x" },
    reasons: [],
  } as const;

  it("are numbered, listed, read, written over and dropped, and never in commits", async () => {
    const temp = await tempRepository();
    const keeper = await temp.open();
    const names = [await saveDraft(keeper, draft), await saveDraft(keeper, draft)];
    expect(names).toEqual(["D-1", "D-2"]);
    await saveDraft(keeper, { ...draft, name: "D-1", note: "again" });
    expect(listDrafts(keeper).map(({ name, note }) => [name, note])).toEqual([
      ["D-1", "again"],
      ["D-2", undefined],
    ]);
    dropDraft(keeper, { name: "D-1" });
    expect(readDraft(keeper, "d-2")?.changes).toEqual({ content: "x" });
    expect(readDraft(keeper, "D-1")).toBeUndefined();
    expect(readDraft(keeper, "../config")).toBeUndefined();
    expect(await saveDraft(keeper, draft)).toBe("D-3");
    expect(temp.git("status", "--porcelain")).toBe("");
  });
});
