/** A writer that dies at any moment: no step is lost, none is taken twice, nothing is left behind (store.md 1). */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { POINTS } from "../../src/store/write.ts";
import { outreach } from "../support/records.ts";
import { put, type TempRepository, tempRepository } from "../support/temp-repository.ts";
import { startWriter } from "../support/writer-process.ts";

/** What must be true of a repository after the writer that comes next. */
function expectWhole(temp: TempRepository): void {
  expect(temp.git("status", "--porcelain")).toBe("");
  expect(temp.git("fsck", "--strict", "--no-dangling")).toBe("");
  expect(temp.git("for-each-ref", "--format=%(refname)").trim()).toBe("refs/heads/main");
  const own = join(temp.dir, ".git", "casetrail");
  expect(readdirSync(own).filter((name) => name.startsWith("lock"))).toEqual([]);
  expect(existsSync(join(own, "journal")) ? readdirSync(join(own, "journal")) : []).toEqual([]);
}

const commitsOf = (temp: TempRepository, id: string): string[] =>
  temp.git("log", "--format=%H", "--fixed-strings", `--grep=${id}: put`).trim().split("\n");

describe("A writer that is killed", () => {
  it.each(POINTS)("at the point %s: the same command again finds or takes its step, once", async (dieAt) => {
    const temp = await tempRepository();
    const killed = await (await startWriter({ dir: temp.dir, numbers: [1], dieAt })).ended;
    expect(killed).toMatchObject({ acknowledged: [], signal: "SIGKILL" });
    const again = await (await startWriter({ dir: temp.dir, numbers: [1] })).ended;
    const isIn = POINTS.indexOf(dieAt) >= POINTS.indexOf("journal");
    expect(again).toMatchObject({ acknowledged: [{ id: "OUT-2026-001", repeated: isIn }], err: "" });
    expect(commitsOf(temp, "OUT-2026-001")).toEqual([again.acknowledged[0]?.commit]);
    expectWhole(temp);
  });

  it.each(["journal", "moved", "files"])(
    "at the point %s: another command brings its step to the end first",
    async (dieAt) => {
      const temp = await tempRepository();
      await (await startWriter({ dir: temp.dir, numbers: [1], dieAt })).ended;
      await put(await temp.open(), outreach(2));
      const repository = await temp.open();
      expect(repository.rows().map(({ id }) => id)).toEqual(["OUT-2026-001", "OUT-2026-002"]);
      expect(temp.git("status", "--porcelain")).toBe("");
      const again = await (await startWriter({ dir: temp.dir, numbers: [1] })).ended;
      expect(again.acknowledged).toMatchObject([{ repeated: true }]);
      expectWhole(temp);
    },
  );

  it("a dozen times at a moment of its own: every acknowledged step is in, each once", async () => {
    const temp = await tempRepository();
    const numbers = Array.from({ length: 400 }, (_, i) => i + 1);
    const acknowledged: string[] = [];
    for (let round = 0; round < 12; round += 1) {
      const writer = await startWriter({ dir: temp.dir, numbers: numbers.slice(acknowledged.length) });
      await sleep(150 + Math.random() * 500);
      writer.child.kill("SIGKILL");
      acknowledged.push(...(await writer.ended).acknowledged.map(({ id }) => id));
    }
    const last = await (await startWriter({ dir: temp.dir, numbers: [acknowledged.length + 1] })).ended;
    acknowledged.push(...last.acknowledged.map(({ id }) => id));
    const subjects = temp.git("log", "--reverse", "--format=%s", "HEAD").trim().split("\n").slice(1);
    expect(subjects).toEqual(acknowledged.map((id) => `${id}: put`));
    expectWhole(temp);
  });
});

describe("Several writers at once", () => {
  it("wait for each other: no step is lost, none is mixed with another", async () => {
    const temp = await tempRepository();
    const writers = await Promise.all(
      [0, 1, 2, 3].map((w) =>
        startWriter({ dir: temp.dir, numbers: [1, 2, 3, 4, 5].map((n) => 10 * w + n) }),
      ),
    );
    const ended = await Promise.all(writers.map((writer) => writer.ended));
    expect(ended.map(({ err }) => err).join("")).toBe("");
    expect(ended.flatMap((one) => one.acknowledged)).toHaveLength(20);
    const perCommit = temp
      .git("log", "--format=", "--name-only", "--diff-filter=A", "HEAD", "--", "records")
      .trim()
      .split("\n");
    expect(new Set(perCommit).size).toBe(20);
    expect((await temp.open()).rows()).toHaveLength(20);
    expectWhole(temp);
  });
});
