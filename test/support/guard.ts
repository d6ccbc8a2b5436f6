/**
 * Before every test file: no test may run git inside the project's own repository.
 * A forgotten `cwd` would otherwise write into the history of the tool itself.
 */
import childProcess from "node:child_process";
import { syncBuiltinESMExports } from "node:module";
import { relative, resolve } from "node:path";

const project = resolve(import.meta.dirname, "../..");
const guarded = ["spawn", "spawnSync", "execFile", "execFileSync"] as const;
const marked = Symbol.for("casetrail.guard");

/** Is a folder the project or inside it? */
const isInside = (dir: string): boolean => !/^(\.\.|[a-zA-Z]:)/.test(relative(project, dir));

/** Where a git command would work: its `cwd`, moved by every `-C`. */
function workingFolder(args: readonly string[], cwd: string): string {
  const moves = args.flatMap((arg, at) => (arg === "-C" ? [args[at + 1] ?? "."] : []));
  return moves.reduce((dir, move) => resolve(dir, move), cwd);
}

/**
 * Looks at a command about to be started.
 * @throws when it is git and would run in the project's own repository
 */
export function refuseGitAtHome(command: string, rest: readonly unknown[]): void {
  if (!/(^|[\\/])git(\.exe)?$/.test(command)) return;
  const args = Array.isArray(rest[0]) ? (rest[0] as string[]) : [];
  const options = rest.find((one) => typeof one === "object" && one !== null && !Array.isArray(one));
  const given = (options as { cwd?: string | URL } | undefined)?.cwd;
  const folder = workingFolder(args, resolve(given === undefined ? process.cwd() : String(given)));
  if (isInside(folder)) throw new Error(`A test would run git in the project itself: git ${args.join(" ")}`);
}

/** Puts the look before each way of starting a program, once a worker. */
function stand(): void {
  const doors = childProcess as unknown as Record<string | symbol, unknown>;
  if (doors[marked]) return;
  doors[marked] = true;
  for (const name of guarded) {
    const start = doors[name] as (command: string, ...rest: unknown[]) => unknown;
    doors[name] = (command: string, ...rest: unknown[]) => {
      refuseGitAtHome(command, rest);
      return start(command, ...rest);
    };
  }
  syncBuiltinESMExports();
}

stand();
