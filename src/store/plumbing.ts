/**
 * git as a program: started without a shell, no user text as an option, hooks and helpers of the repository off.
 * A start costs 3–5 ms, so they are counted. Porcelain goes through `git.ts`.
 */
import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { refusal } from "../domain/words/refusals.ts";
import type { Env } from "../env.ts";

/** Where git works, and the environment it inherits. */
export interface Git {
  readonly dir: string;
  readonly vars: Env["vars"];
}

export interface GitResult {
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
}

/** `/dev/null` is no folder on any system (git for Windows knows the name): no hook is found below it. */
const HARMLESS =
  "core.hooksPath=/dev/null core.fsmonitor=false core.quotePath=false core.useReplaceRefs=false gc.auto=0 maintenance.auto=false"
    .split(" ")
    .flatMap((setting) => ["-c", setting]);

/** What a surrounding git (a hook, an alias) or a replacement would put in our way. */
const UNWANTED =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX|NAMESPACE|EXTERNAL_DIFF|CEILING_DIRECTORIES|GRAFT_FILE|REPLACE_REF_BASE|TRACE.*|LITERAL_PATHSPECS)$/;

let started = 0;
/** How many git processes this run has started. */
export const spawnCount = (): number => started;

function environment({ vars }: Git): NodeJS.ProcessEnv {
  const kept = Object.entries(vars).filter(([name]) => !UNWANTED.test(name));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: "C",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
  };
}

const command = (git: Git, args: readonly string[]): string[] => ["-C", git.dir, ...HARMLESS, ...args];

/**
 * Starts git and waits without yielding: the quickest way for the one call that every command begins with.
 * @throws Refusal git-missing
 */
export function gitSync(git: Git, args: readonly string[], input?: Buffer): GitResult {
  started += 1;
  const done: SpawnSyncReturns<Buffer> = spawnSync("git", command(git, args), {
    env: environment(git),
    maxBuffer: 1 << 30,
    windowsHide: true,
    ...(input ? { input } : {}),
  });
  if (done.error) throw notStarted(done.error);
  return { code: done.status ?? 128, out: done.stdout, err: done.stderr.toString() };
}

/**
 * Starts git with open pipes: the caller reads and writes.
 * @returns the process, and its end, which tells what was written to stderr
 */
export function startGit(git: Git, args: readonly string[]): Started {
  started += 1;
  const child = spawn("git", command(git, args), {
    env: environment(git),
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
  });
  const err: Buffer[] = [];
  child.stderr.on("data", (part: Buffer) => err.push(part));
  // A git that ends early closes its stdin: its exit code and message say why, not the broken pipe.
  child.stdin.on("error", () => undefined);
  const ended = new Promise<{ code: number; err: string }>((resolve, reject) => {
    child.once("error", (error) => reject(notStarted(error)));
    child.once("close", (code) => resolve({ code: code ?? 128, err: Buffer.concat(err).toString() }));
  });
  ended.catch(() => undefined);
  return { child: child as Started["child"], ended };
}
export interface Started {
  readonly child: ChildProcess & {
    readonly stdin: NodeJS.WritableStream;
    readonly stdout: NodeJS.ReadableStream;
  };
  readonly ended: Promise<{ code: number; err: string }>;
}

/**
 * Runs git to its end.
 * @param ok exit codes that are an answer, not a failure
 * @throws Refusal git-missing, git-failed, repository-not-owned
 */
export async function runGit(
  git: Git,
  args: readonly string[],
  options: { input?: string | Uint8Array; ok?: readonly number[] } = {},
): Promise<GitResult> {
  const { child, ended } = startGit(git, args);
  const out: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => out.push(part));
  child.stdin.end(options.input ?? "");
  const { code, err } = await ended;
  if (!(options.ok ?? [0]).includes(code)) throw gitFailed(git, args, { code, err });
  return { code, out: Buffer.concat(out), err };
}

/** What git said, as a refusal; the whole of it is kept as cause. */
export function gitFailed(
  git: Git,
  args: readonly string[],
  { code, err }: { code: number; err: string },
): Error {
  const cause = new Error(`git ${args.join(" ")}: exit ${code}\n${err}`);
  if (/dubious ownership|unsafe repository/.test(err))
    return refusal("repository-not-owned", { dir: git.dir }, { cause });
  const message =
    err
      .trim()
      .split("\n")
      .at(-1)
      ?.replace(/^(fatal|error): /, "") ?? "";
  const name = args.find((arg, i) => !arg.startsWith("-") && args[i - 1] !== "-c") ?? "";
  return refusal("git-failed", { command: name, message: message || `exit ${code}` }, { cause });
}

const notStarted = (error: Error): Error =>
  (error as NodeJS.ErrnoException).code === "ENOENT" ? refusal("git-missing", {}, { cause: error }) : error;

const NEEDED = [2, 36] as const;

/**
 * Is git new enough to be told what must reach the disk (`core.fsync`)?
 * @throws Refusal git-too-old
 */
export async function checkVersion(git: Git): Promise<void> {
  const said = (await runGit(git, ["--version"])).out.toString().trim();
  const [, major, minor] = /(\d+)\.(\d+)/.exec(said) ?? [];
  const enough = Number(major) > NEEDED[0] || (Number(major) === NEEDED[0] && Number(minor) >= NEEDED[1]);
  if (!enough)
    throw refusal("git-too-old", { found: said.replace(/^git version /, ""), needed: NEEDED.join(".") });
}
