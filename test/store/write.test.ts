/** A step on disk, and everything that keeps one from being written (store.md 1, 6, 10). */
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Refusal } from "../../src/domain/words/refusals.ts";
import type { FileChange } from "../../src/store/change.ts";
import type { Repository } from "../../src/store/repository.ts";
import { at, author, outreach } from "../support/records.ts";
import { put, repositoryAt, scratchFolder, tempRepository } from "../support/temp-repository.ts";

const path = "records/outreach/2026/OUT-2026-001.yaml";
const refused = (code: string, exit: number, params: object = {}) =>
  expect.objectContaining({
    code,
    exit,
    params: expect.objectContaining(params) as object,
  }) as unknown as Refusal;

/** Writes files in one commit. */
function write(repository: Repository, ...files: readonly FileChange[]) {
  const change = { files, message: "test\n", author, at };
  return repository.write({ fingerprint: "test", wait: 0, plan: () => Promise.resolve(change) });
}

describe("A step", () => {
  it("is one commit by the person who acts, at the time of writing", async () => {
    const temp = await tempRepository();
    const commit = await put(await temp.open(), outreach(1));
    expect(temp.git("log", "-1", "--format=%H|%an|%ae|%aI|%cI|%s", "--name-status").trim()).toBe(
      `${commit}|${author.name}|${author.email}|${at}|${at}|OUT-2026-001: put\n\nA\t${path}`,
    );
  });

  it("leaves worktree, git's index and the reading index in step", async () => {
    const temp = await tempRepository();
    await put(await temp.open(), outreach(1));
    await put(await temp.open(), outreach(1, "又谈了一次"), outreach(2));
    expect(temp.git("status", "--porcelain")).toBe("");
    expect(temp.file(path)).toContain("content: 又谈了一次\n");
    expect((await temp.open()).rows().map(({ id }) => id)).toEqual(["OUT-2026-001", "OUT-2026-002"]);
  });

  it("removes a file, and the folders that it leaves empty", async () => {
    const temp = await tempRepository();
    const repository = await temp.open();
    await put(repository, outreach(1));
    (await write(await temp.open(), { path, content: null })).settle();
    expect(existsSync(join(temp.dir, "records"))).toBe(false);
    expect(temp.git("status", "--porcelain")).toBe("");
    expect((await temp.open()).rows()).toEqual([]);
  });

  it("keeps attachments byte by byte, with any name that all systems can hold", async () => {
    const temp = await tempRepository();
    const bytes = Buffer.from([0, 13, 10, 255, 10]);
    const name = "evidence/OUT-2026-001/照片 1.jpg";
    await write(await temp.open(), { path: name, content: bytes });
    expect(temp.git("status", "--porcelain")).toBe("");
    expect(Buffer.from(temp.git("cat-file", "blob", `HEAD:${name}`), "utf8").length).toBeGreaterThan(0);
    expect(Number(temp.git("cat-file", "-s", `HEAD:${name}`))).toBe(5);
  });

  it("keeps comments that a person wrote into the record", async () => {
    const temp = await tempRepository();
    await put(await temp.open(), outreach(1));
    temp.edit(path, temp.file(path).replace("method: visit", "method: visit # by hand"));
    temp.git("commit", "--quiet", "-am", "a comment");
    await put(await temp.open(), outreach(1, "又谈了一次"));
    expect(temp.file(path)).toContain("method: visit # by hand\n");
    expect(temp.file(path)).toContain("content: 又谈了一次\n");
  });

  it("is planned on what HEAD is under the lock, not on what was read before", async () => {
    const temp = await tempRepository();
    const early = await temp.open();
    await put(await temp.open(), outreach(1));
    await put(early, outreach(2));
    expect(temp.git("ls-files", "records").trim().split("\n")).toHaveLength(2);
  });

  it("works in a linked worktree on its own branch", async () => {
    const temp = await tempRepository();
    await put(await temp.open(), outreach(1));
    const dir = scratchFolder("linked");
    temp.git("worktree", "add", "--quiet", "-b", "trial", join(dir, "tree"));
    const linked = repositoryAt(join(dir, "tree"));
    const commit = await put(await linked.open(), outreach(2));
    expect(linked.git("rev-parse", "trial").trim()).toBe(commit);
    expect(linked.git("status", "--porcelain")).toBe("");
    expect((await temp.open()).rows()).toHaveLength(1);
    expect((await linked.open()).rows()).toHaveLength(2);
  });

  it("ends when the plan refuses, and leaves nothing", async () => {
    const temp = await tempRepository();
    const plan = () => Promise.reject(new Error("no"));
    await expect((await temp.open()).write({ fingerprint: "x", plan })).rejects.toThrow("no");
    expect(existsSync(join(temp.dir, ".git", "casetrail", "lock"))).toBe(false);
    await put(await temp.open(), outreach(1));
  });
});

describe("A step is refused", () => {
  it.each([
    ["edited by hand", (file: string) => writeFileSync(file, "mine\n")],
    ["deleted by hand", (file: string) => rmSync(file)],
    ["renamed", (file: string) => renameSync(file, `${file}.old`)],
  ])("when the file was %s; it is never overwritten", async (_, edit) => {
    const temp = await tempRepository();
    await put(await temp.open(), outreach(1));
    edit(join(temp.dir, path));
    const before = temp.git("rev-parse", "HEAD");
    await expect(put(await temp.open(), outreach(1, "x"))).rejects.toEqual(
      refused("hand-edited", 5, { paths: [path] }),
    );
    expect(temp.git("rev-parse", "HEAD")).toBe(before);
  });

  it("when an untracked file stands in its way", async () => {
    const temp = await tempRepository();
    mkdirSync(join(temp.dir, path, ".."), { recursive: true });
    temp.edit(path, "mine\n");
    await expect(put(await temp.open(), outreach(1))).rejects.toEqual(refused("hand-edited", 5));
    expect(temp.file(path)).toBe("mine\n");
  });

  it.each([
    "../x",
    "/x",
    "a/../x",
    ".git/hooks/x",
    "a/CON",
    "aux.txt",
    "a:b",
    "x.",
    "-x",
    "a\\b",
    "a\nb",
    "",
  ])("when it would write %j", async (bad) => {
    const repository = await (await tempRepository()).open();
    await expect(write(repository, { path: bad, content: "x" })).rejects.toEqual(refused("unsafe-path", 2));
  });

  it("when its path passes a symbolic link", async () => {
    const temp = await tempRepository();
    const outside = scratchFolder("outside");
    symlinkSync(outside, join(temp.dir, "records"));
    await expect(put(await temp.open(), outreach(1))).rejects.toEqual(refused("unsafe-path", 2));
    expect(existsSync(join(outside, "outreach"))).toBe(false);
  });

  it("when HEAD is on no branch", async () => {
    const temp = await tempRepository();
    temp.git("checkout", "--quiet", "--detach");
    await expect(put(await temp.open(), outreach(1))).rejects.toEqual(refused("detached-head", 2));
  });

  it("when something else moved the branch meanwhile: nothing is written", async () => {
    const temp = await tempRepository();
    const repository = await temp.open({
      point: (name) => name === "objects" && temp.git("commit", "--quiet", "--allow-empty", "-m", "other"),
    });
    await expect(put(repository, outreach(1))).rejects.toEqual(
      refused("branch-moved", 5, { branch: "main" }),
    );
    expect(temp.git("log", "-1", "--format=%s").trim()).toBe("other");
    expect(temp.git("for-each-ref", "refs/casetrail")).toBe("");
    await put(await temp.open(), outreach(1));
  });

  it.each([
    ["core.hooksPath", "/x"],
    ["core.sshCommand", "x"],
    ["core.fsmonitor", "/x"],
    ["diff.external", "x"],
    ["filter.x.clean", "x"],
    ["filter.x.process", "x"],
    ["alias.status", "!x"],
    ["remote.origin.uploadpack", "x"],
    ["remote.origin.url", "ext::sh -c x"],
    ["credential.helper", "!x"],
    ["diff.yaml.textconv", "x"],
  ])("when the repository's own configuration sets %s; reading goes on", async (name, value) => {
    const temp = await tempRepository();
    await put(await temp.open(), outreach(1));
    temp.git("config", name, value);
    const repository = await temp.open();
    const lower = expect.stringMatching(new RegExp(`^${name}$`, "i")) as string;
    await expect(put(repository, outreach(2))).rejects.toEqual(
      refused("repository-config", 2, { names: [lower] }),
    );
    expect(repository.rows()).toHaveLength(1);
    expect(await repository.worktreeChanges()).toEqual([]);
  });

  it("when the setting comes in through an included file", async () => {
    const temp = await tempRepository();
    writeFileSync(join(temp.dir, ".git", "more"), "[core]\n\thooksPath = /x\n");
    temp.git("config", "include.path", "more");
    await expect(put(await temp.open(), outreach(1))).rejects.toEqual(refused("repository-config", 2));
  });
});

describe("Hooks and filters of a hostile repository", () => {
  it("do not run", async () => {
    const temp = await tempRepository();
    const trace = join(scratchFolder("trace"), "ran");
    for (const hook of [
      "pre-commit",
      "post-commit",
      "reference-transaction",
      "post-index-change",
      "post-checkout",
    ]) {
      mkdirSync(join(temp.dir, ".git", "hooks"), { recursive: true });
      writeFileSync(join(temp.dir, ".git", "hooks", hook), `#!/bin/sh\necho ${hook} >> ${trace}\n`, {
        mode: 0o755,
      });
    }
    await put(await temp.open(), outreach(1));
    temp.git("config", "filter.x.clean", `echo clean >> ${trace}`);
    writeFileSync(join(temp.dir, ".git", "info", "attributes"), "* filter=x\n");
    temp.edit(path, "changed\n");
    expect(await (await temp.open()).worktreeChanges()).toEqual([path]);
    expect(existsSync(trace)).toBe(false);
  });
});
