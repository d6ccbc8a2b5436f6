/** Who holds the lock, and does that process still live? (store.md 1 and 7) */
import { randomBytes } from "node:crypto";
import { readFileSync, readlinkSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { errorCode, readIfThere } from "./disk.ts";

export interface Owner {
  readonly host: string;
  readonly pid: number;
  /** Linux only: which run of the system, which process space (container), when the process started. */
  readonly boot?: string;
  readonly space?: string;
  readonly started?: string;
  readonly token: string;
  readonly at: string;
  /** Who acts, for the person who waits. */
  readonly who: string;
}

const read = (path: string): string | undefined => readIfThere(path)?.toString().trim();

/** State and start time of a process, as Linux tells it: the fields after the name in brackets. */
function processStat(pid: number | "self"): { state: string; started: string } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return { state: fields[0] ?? "", started: fields[19] ?? "" };
  } catch {
    return undefined; // not this system, or the process is gone
  }
}

function processSpace(): string | undefined {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return undefined; // not this system
  }
}

/** This process as an owner. */
export function ownerNow(who: string): Owner {
  const stat = processStat("self");
  const boot = stat && read("/proc/sys/kernel/random/boot_id");
  const space = processSpace();
  return {
    host: hostname(),
    pid: process.pid,
    ...(boot && stat ? { boot, started: stat.started } : {}),
    ...(space ? { space } : {}),
    token: randomBytes(8).toString("hex"),
    at: new Date().toISOString(),
    who,
  };
}

/** An owner as its file says; undefined when the file is gone or not whole. */
export function readOwner(path: string): Owner | undefined {
  try {
    const owner = JSON.parse(read(path) ?? "null") as Owner | null;
    return typeof owner?.token === "string" && /^[0-9a-f]{16}$/.test(owner.token) ? owner : undefined;
  } catch {
    return undefined;
  }
}

/** Where an owner shows that it lives, on systems that cannot be asked: touched every few seconds. */
export const beatFile = (lock: string): string => `${lock}.beat`;
const SILENT = 60_000;

/**
 * Does an owner still live?
 * @param lock path of the lock, beside which an owner shows that it lives
 * @returns `elsewhere` when that cannot be told from here: another computer or container
 */
export function lifeOf(owner: Owner, lock: string): "alive" | "dead" | "elsewhere" {
  const me = ownerNow("");
  if (owner.host !== me.host) return "elsewhere";
  if (owner.boot !== undefined && me.boot !== undefined) return lifeHere(owner, me);
  return owner.pid > 0 && exists(owner.pid) && !silent(owner, lock) ? "alive" : "dead";
}

/** On Linux a process is known by its start time, so that a pid given anew deceives nobody. */
function lifeHere(owner: Owner, me: Owner): "alive" | "dead" | "elsewhere" {
  if (owner.boot !== me.boot) return "dead";
  if (owner.space !== me.space) return "elsewhere";
  const stat = processStat(owner.pid);
  return stat && stat.state !== "Z" && stat.started === owner.started ? "alive" : "dead";
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    return errorCode(thrown) === "EPERM";
  }
}

function silent(owner: Owner, lock: string): boolean {
  const beat = beatFile(lock);
  const last = read(beat) === owner.token ? statSync(beat).mtimeMs : Date.parse(owner.at);
  return Date.now() - last > SILENT;
}
