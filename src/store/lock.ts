/** One writer at a time: a file created whole by link; a dead owner's lock is taken over by exactly one of those who wait. */
import { linkSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { refusal } from "../domain/words/refusals.ts";
import { errorCode, removeFile, replaceFile } from "./disk.ts";
import { beatFile, lifeOf, type Owner, ownerNow, readOwner } from "./lock-owner.ts";

export interface Lock {
  readonly owner: Owner;
  release(): void;
}

export interface LockRequest {
  /** Path of the lock file; its folder exists. */
  readonly file: string;
  /** Who acts. */
  readonly who: string;
  /** Seconds. */
  readonly wait: number;
  /** Told once, when there is somebody to wait for. */
  readonly onWait?: (owner: { who: string; host: string; pid: number; at: string }) => void;
}

/** An unreadable lock is the trace of a power cut, unless somebody is just writing it on a disk without links. */
const WRITING = 5_000;
const UNREADABLE: Owner = { host: "", pid: 0, token: "unreadable", at: "", who: "" };

/**
 * Takes the lock, waiting for a living owner.
 * @throws Refusal locked, locked-elsewhere
 */
export async function takeLock(request: LockRequest): Promise<Lock> {
  const owner = ownerNow(request.who);
  const mine = `${request.file}.${owner.token}`;
  writeFileSync(mine, JSON.stringify(owner));
  try {
    await obtain(request, owner, mine);
  } finally {
    removeFile(mine);
  }
  return held(request.file, owner);
}

async function obtain(request: LockRequest, owner: Owner, mine: string): Promise<void> {
  const until = Date.now() + request.wait * 1000;
  let told = false;
  while (!link(mine, request.file)) {
    const other = ownerOf(request.file);
    if (other && (await inherits(request, other, { owner, mine, until }))) return;
    if (other && !told) request.onWait?.(other);
    told ||= other !== undefined;
    await sleep(5 + Math.random() * 25);
  }
}

/** Somebody has the lock: was it a dead one, and did we take it over? */
async function inherits(
  request: LockRequest,
  other: Owner,
  heir: Heir & { until: number },
): Promise<boolean> {
  const life = lifeOf(other, request.file);
  if (life === "dead") return await takeOver(request.file, other, heir);
  if (Date.now() >= heir.until) throw heldByOther(request, other, life === "elsewhere");
  return false;
}

/** The owner as the file says; one that cannot be read counts as living for a moment. */
function ownerOf(file: string): Owner | undefined {
  const owner = readOwner(file);
  if (owner) return owner;
  try {
    return Date.now() - statSync(file).mtimeMs > WRITING
      ? { ...UNREADABLE, host: ownerNow("").host }
      : undefined;
  } catch {
    return undefined; // released meanwhile
  }
}

function heldByOther(request: LockRequest, { who, host, pid }: Owner, elsewhere: boolean): Error {
  const owner = `${who === "" ? "" : `${who}, `}${host}, pid ${pid}`;
  return elsewhere
    ? refusal("locked-elsewhere", { owner, file: request.file })
    : refusal("locked", { owner, seconds: request.wait });
}

/** Gives my file a second name that must be free. */
function link(mine: string, name: string): boolean {
  try {
    linkSync(mine, name);
    return true;
  } catch (thrown) {
    if (errorCode(thrown) === "EEXIST") return false;
    return createInstead(mine, name);
  }
}

/** FAT and some network drives know no links. */
function createInstead(mine: string, name: string): boolean {
  try {
    writeFileSync(name, JSON.stringify(readOwner(mine)), { flag: "wx" });
    return true;
  } catch (thrown) {
    if (errorCode(thrown) === "EEXIST") return false;
    throw thrown;
  }
}

interface Heir {
  readonly owner: Owner;
  readonly mine: string;
}

/**
 * Replaces a dead owner's lock. Several may find it dead at once, and one may be slow: so whoever replaces it must first
 * hold the claim named after the dead one's token, and then still find the dead one's lock. A claim whose holder died
 * is claimed in the same way.
 */
async function takeOver(file: string, dead: Owner, heir: Heir): Promise<boolean> {
  const claims: string[] = [];
  for (let last = dead; ; ) {
    const claim = `${file}.after-${last.token}`;
    claims.push(claim);
    if (link(heir.mine, claim)) break;
    const other = readOwner(claim);
    if (!other || lifeOf(other, file) !== "dead" || claims.length > 9) return false;
    last = other;
  }
  const own = claims.at(-1) ?? "";
  if ((readOwner(file)?.token ?? UNREADABLE.token) !== dead.token) {
    removeFile(own);
    return false;
  }
  const copy = `${heir.mine}.lock`;
  writeFileSync(copy, JSON.stringify(heir.owner));
  await replaceFile(copy, file);
  for (const claim of claims) removeFile(claim);
  return true;
}

/** The lock in hand: shows that we live where the system cannot be asked, and goes away only if it is still ours. */
function held(file: string, owner: Owner): Lock {
  const beat = beatFile(file);
  const needed = owner.boot === undefined;
  if (needed) writeFileSync(beat, owner.token);
  const timer = needed
    ? setInterval(() => utimesSync(beat, new Date(), new Date()), 3_000).unref()
    : undefined;
  return {
    owner,
    release: () => {
      clearInterval(timer);
      if (readOwner(file)?.token === owner.token) removeFile(file);
    },
  };
}
