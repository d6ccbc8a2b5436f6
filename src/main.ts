/** The one try/catch: errors become sentences and exit codes here, and nowhere else (cli.md, Exit codes). */
import { isatty } from "node:tty";
import { flagValue, stopOf } from "./command-line.ts";
import { Refusal, refusal } from "./domain/words/refusals.ts";
import { type Env, localeOf, type Voice } from "./env.ts";
import { runProgram } from "./program.ts";
import { sayBug, sayRefusal } from "./saying.ts";

const BUG = 70;

/**
 * Runs casetrail.
 * @param argv the words after the program's name
 * @param env the outside world
 * @returns the exit code
 */
export async function run(argv: readonly string[], env: Env): Promise<number> {
  listen(argv, env);
  try {
    await runProgram(argv, env);
    return env.voice.exit;
  } catch (thrown) {
    return answer(thrown, env);
  }
}

/** Language and JSON count from the first word on: a refusal of the line itself is worded too. */
function listen(argv: readonly string[], env: Env): void {
  const lang = flagValue(argv, "--lang") ?? env.vars["CASETRAIL_LANG"];
  if (lang === "zh" || lang === "en") env.voice.lang = lang;
  env.voice.json = argv.includes("--json");
  env.voice.colour = env.colour && !argv.includes("--no-color");
}

async function answer(thrown: unknown, env: Env): Promise<number> {
  const stop = stopOf(thrown);
  if (stop?.help) return 0;
  const refused = stop ? refusal("bad-usage", stop) : thrown;
  if (refused instanceof Refusal) return sayRefusal(refused, env);
  await sayBug(refused, env);
  return BUG;
}

/** Standard streams and environment of this process. */
function processEnv(): Env {
  const { stdout, stderr, env: vars } = process;
  const colour = stdout.isTTY === true && !vars["NO_COLOR"] && vars["TERM"] !== "dumb";
  const voice: Voice = { lang: localeOf(vars), json: false, colour, exit: 0 };
  return {
    out: (text) => void stdout.write(`${text}\n`),
    err: (text) => void stderr.write(`${text}\n`),
    draw: (text) => void stderr.write(text),
    input: () => process.stdin,
    interactive: stdout.isTTY === true && isatty(0),
    progress: stderr.isTTY === true,
    columns: stdout.isTTY ? stdout.columns || 80 : Number.POSITIVE_INFINITY,
    colour,
    cwd: process.cwd(),
    vars,
    now: () => new Date(),
    voice,
  };
}

/** What `bin/casetrail.js` calls; returns the exit code. A reader that goes away (`| head`) ends the command quietly. */
export function main(argv: readonly string[]): Promise<number> {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      throw error;
    });
  }
  return run(argv, processEnv());
}
