/** One writer at a time, and a dead writer's lock is nobody's hindrance (store.md 1 and 7). */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { takeLock } from "../../src/store/lock.ts";
import { type Owner, ownerNow } from "../../src/store/lock-owner.ts";
import { scratchFolder } from "../support/temp-repository.ts";

const lockFile = (): string => join(scratchFolder("lock"), "lock");
const take = (file: string, wait = 0) => takeLock({ file, who: "S02", wait });
const hold = (file: string, owner: Partial<Owner>): void =>
  writeFileSync(file, JSON.stringify({ ...ownerNow("G01"), ...owner }));
/** A process that has ended. */
const deadPid = (): number => spawnSync(process.execPath, ["-e", "0"]).pid;
const refused = (code: string, owner: string) =>
  expect.objectContaining({
    code,
    exit: 5,
    params: expect.objectContaining({ owner: expect.stringContaining(owner) as string }) as object,
  }) as Error;

describe("The lock", () => {
  it("is held by one, and leaves nothing when it is released", async () => {
    const file = lockFile();
    const lock = await take(file);
    await expect(take(file)).rejects.toEqual(refused("locked", "S02"));
    lock.release();
    (await take(file)).release();
    expect(readdirSync(join(file, ".."))).toEqual([]);
  });

  it("says once for whom one waits, and goes on when the other is done", async () => {
    const file = lockFile();
    const lock = await take(file);
    const told: string[] = [];
    const waiting = takeLock({
      file,
      who: "Q01",
      wait: 60,
      onWait: ({ who, pid }) => {
        told.push(`${who} ${pid}`);
        setTimeout(() => lock.release(), 100);
      },
    });
    (await waiting).release();
    expect(told).toEqual([`S02 ${process.pid}`]);
  });

  it.each([
    ["whose process is gone", { pid: deadPid() }],
    ["whose pid another process has now", { started: "1" }],
    ["from before the computer started", { boot: "other" }],
  ])("of an owner %s is taken over", async (_, owner) => {
    const file = lockFile();
    hold(file, { ...owner, token: "0123456789abcdef" });
    (await take(file)).release();
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ["on another computer", { host: "elsewhere" }],
    ["in another container", { space: "pid:[1]" }],
  ])("of an owner %s is never taken over by itself", async (_, owner) => {
    const file = lockFile();
    hold(file, { pid: deadPid(), ...owner });
    await expect(take(file)).rejects.toEqual(refused("locked-elsewhere", "G01"));
    expect(existsSync(file)).toBe(true);
  });

  it("of a system without /proc is judged by pid and sign of life", async () => {
    const file = lockFile();
    const { boot: _, started: __, space: ___, ...portable } = ownerNow("G01");
    writeFileSync(file, JSON.stringify(portable));
    await expect(take(file)).rejects.toEqual(refused("locked", "G01"));
    writeFileSync(`${file}.beat`, portable.token);
    const long = new Date(Date.now() - 120_000);
    utimesSync(`${file}.beat`, long, long);
    (await take(file)).release();
  });

  it("that a power cut left empty is taken over, but not one that is just being written", async () => {
    const file = lockFile();
    writeFileSync(file, "");
    const waiting = take(file, 60);
    const long = new Date(Date.now() - 60_000);
    utimesSync(file, long, long);
    (await waiting).release();
  });

  it("of a dead owner is inherited by exactly one of many, also when an heir died on the way", async () => {
    const file = lockFile();
    hold(file, { pid: deadPid(), token: "0123456789abcdef" });
    hold(`${file}.after-0123456789abcdef`, { pid: deadPid(), token: "fedcba9876543210" });
    let inside = 0;
    let most = 0;
    const one = async (): Promise<void> => {
      const lock = await take(file, 60);
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 2));
      inside -= 1;
      lock.release();
    };
    await Promise.all(Array.from({ length: 20 }, one));
    expect(most).toBe(1);
    expect(readdirSync(join(file, ".."))).toEqual([]);
  });
});
