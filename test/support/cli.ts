/** A command line as a script would run it: in this process, on a repository of its own. */
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Env } from "../../src/env.ts";
import { run } from "../../src/main.ts";
import { demo } from "./demo.ts";
import { testEnv } from "./env.ts";

export interface Answer {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export interface Given extends Partial<Pick<Env, "columns" | "cwd" | "interactive">> {
  readonly vars?: Readonly<Record<string, string>>;
  readonly lang?: string;
  readonly stdin?: string;
}

/** Runs a command. */
export async function casetrail(
  argv: readonly string[],
  { lang, stdin, ...given }: Given = {},
): Promise<Answer> {
  const input = () => Readable.from(stdin === undefined ? [] : [stdin]);
  const env = testEnv({ columns: Number.POSITIVE_INFINITY, ...given, input }, lang);
  const exit = await run(argv, env);
  const textOf = (stream: "out" | "err"): string =>
    env.said
      .filter((one) => one.stream === stream)
      .map((one) => `${one.text}\n`)
      .join("");
  return { exit, out: textOf("out"), err: textOf("err") };
}

/** An empty folder of its own. */
export const freshFolder = (): string => mkdtempSync(join(process.env["CASETRAIL_SCRATCH"] ?? "", "cli-"));

/** The worked example in a folder of its own. */
export async function example(): Promise<string> {
  const folder = join(freshFolder(), "factory");
  await demo(folder);
  return folder;
}

/** What a script reads of an answer. */
export const json = <T = Record<string, unknown>>({ out }: Pick<Answer, "out">): T => JSON.parse(out) as T;

export interface ErrorTold {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  readonly findings: readonly {
    readonly code: string;
    readonly level: string;
    readonly record?: string;
    readonly path?: string;
    readonly message: string;
    readonly remedy?: string;
  }[];
}

/** The error of a refusal under `--json`: the only line on stderr. */
export function errorOf({ out, err }: Answer): ErrorTold {
  if (out !== "" || err.trimEnd().includes("\n")) throw new Error(`not one line on stderr: ${out}${err}`);
  return (JSON.parse(err) as { error: ErrorTold }).error;
}
