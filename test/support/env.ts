/** The outside world of a test: streams as lists, no terminal, a fixed day, the home of the test run. */
import { PassThrough } from "node:stream";
import { type Env, localeOf } from "../../src/env.ts";

export interface Said {
  readonly stream: "out" | "err";
  readonly text: string;
}
export interface TestEnv extends Env {
  /** Everything the tool has said, in order. */
  readonly said: readonly Said[];
}

/** What of this machine a program under test may see; `scratch.ts` has taken the rest away. */
const SEEN = /^(PATH|PATHEXT|SYSTEMROOT|COMSPEC|TEMP|TMP|TMPDIR|HOME|USERPROFILE|XDG_CONFIG_HOME|GIT_.*)$/i;

/**
 * Makes an `Env` for one command.
 * @param given what differs from a quiet Monday morning in the factory
 * @param lang of the locale
 */
export function testEnv(given: Partial<Env> = {}, lang = "zh_CN.UTF-8"): TestEnv {
  const said: Said[] = [];
  const seen = Object.fromEntries(Object.entries(process.env).filter(([name]) => SEEN.test(name)));
  const vars = { ...seen, LANG: lang, ...given.vars };
  return {
    out: (text) => void said.push({ stream: "out", text }),
    err: (text) => void said.push({ stream: "err", text }),
    draw: () => undefined,
    input: () => new PassThrough().end(),
    interactive: false,
    progress: false,
    columns: 100,
    colour: false,
    cwd: process.env["CASETRAIL_SCRATCH"] ?? "",
    now: () => new Date("2026-10-12T09:00:00+08:00"),
    voice: { lang: localeOf(vars), json: false, colour: false, exit: 0 },
    ...given,
    vars,
    said,
  };
}
