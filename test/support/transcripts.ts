/** Runs a transcript: a markdown page whose consoles are answered by the tool itself, in this process, and by real git. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { Env } from "../../src/env.ts";
import { type TestEnv, testEnv } from "./env.ts";
import { type Entry, type Part, parseTranscript, type Transcript, wordsOf } from "./transcript-parts.ts";

export type Run = (argv: readonly string[], env: Env) => Promise<number>;
/** Prepares the folder in which a transcript begins. */
export type Start = (folder: string) => Promise<void>;
interface Answer {
  readonly said: readonly (readonly ["out" | "err", string])[];
  readonly exit: number;
}
interface Scene {
  readonly folder: string;
  readonly settings: Transcript["settings"];
  readonly run: Run;
  clock: string;
}

const firstDay = "2026-10-12T09:00:00+08:00";

/** The page's own settings as the tool sees them. */
const varsOf = ({ settings, folder }: Scene): Record<string, string> => ({
  PWD: folder,
  ...(settings["person"] === undefined ? {} : { CASETRAIL_PERSON: settings["person"] }),
});

/** One command's world: the folder, the clock and the settings of the page. */
const envOf = (scene: Scene, input: string): TestEnv =>
  testEnv(
    {
      input: () => Readable.from(input === "" ? [] : [input]),
      columns: Number(scene.settings["columns"] ?? 100),
      cwd: scene.folder,
      vars: varsOf(scene),
      now: () => new Date(scene.clock),
    },
    scene.settings["lang"],
  );

async function casetrail(scene: Scene, argv: string[], input: string): Promise<Answer> {
  const env = envOf(scene, input);
  const exit = await scene.run(argv, env);
  return { said: env.said.map(({ stream, text }) => [stream, `${text}\n`] as const), exit };
}

function git(scene: Scene, argv: string[], input: string): Answer {
  const env = {
    ...envOf(scene, "").vars,
    GIT_AUTHOR_DATE: scene.clock,
    GIT_COMMITTER_DATE: scene.clock,
    LANG: "C",
  };
  const { stdout, stderr, status } = spawnSync("git", argv, {
    cwd: scene.folder,
    env,
    input,
    encoding: "utf8",
  });
  return {
    said: [
      ["out", stdout],
      ["err", stderr],
    ],
    exit: status ?? -1,
  };
}

const programs: Readonly<
  Record<string, (scene: Scene, argv: string[], input: string) => Answer | Promise<Answer>>
> = {
  casetrail,
  git,
  cat: ({ folder }, argv) => ({
    said: argv.map((path) => ["out", readFileSync(join(folder, path), "utf8")] as const),
    exit: 0,
  }),
};

/** The lines of an answer: stderr marked `!`, the folder of the test by a name that stays. */
function linesOf(scene: Scene, { said, exit }: Answer): string[] {
  const runs: ["out" | "err", string][] = [];
  for (const [stream, text] of said.filter(([, one]) => one !== "")) {
    const last = runs.at(-1);
    if (last?.[0] === stream) last[1] += text;
    else runs.push([stream, text]);
  }
  const lines = runs.flatMap(([stream, text]) => {
    const written = text.replaceAll(scene.folder, "~/factory").replace(/\n$/, "").split("\n");
    return stream === "out" ? written : written.map((line) => `! ${line}`.trimEnd());
  });
  return exit === 0 ? lines : [...lines, `[exit ${exit}]`];
}

/** Takes a command, with `< FILE` as its input. */
async function answer(scene: Scene, command: string): Promise<string[]> {
  const [, line = "", file] = /^(.*?)(?: < (\S+))?$/s.exec(command) ?? [];
  const input = file === undefined ? "" : readFileSync(join(scene.folder, file), "utf8");
  const [name = "", ...argv] = wordsOf(line);
  const program = programs[name];
  if (!program) throw new Error(`A transcript runs ${Object.keys(programs).join(", ")}, not ${name}`);
  return linesOf(scene, await program(scene, argv, input));
}

async function playEntry(scene: Scene, entry: Entry): Promise<string[]> {
  if (entry.clock !== undefined) scene.clock = entry.clock;
  if (entry.command === undefined) return [...entry.lines];
  return [...entry.lines, ...(await answer(scene, entry.command))];
}

/** Does what a part says. @returns its lines, with today's answers */
async function playPart(scene: Scene, part: Part): Promise<readonly string[]> {
  if (part.is === "file") {
    const path = join(scene.folder, part.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, part.text);
  }
  if (part.is !== "console") return part.lines;
  const answers: string[] = [];
  for (const entry of part.entries) answers.push(...(await playEntry(scene, entry)));
  if (answers.includes(part.fence))
    throw new Error("An answer holds the fence of its block: use a longer one");
  return [`${part.fence}console`, ...answers, part.fence];
}

/**
 * Plays a transcript.
 * @param text the page: front matter `lang`, `columns`, `now`, `person`; blocks ```` ```yaml PATH ```` and
 *   ```` ```text PATH ```` are written, ```` ```console ```` is played; `# 2026-10-13T09:00:00+08:00` moves the clock
 * @param run the tool
 * @param starts what `<!-- start: NAME -->` may name
 * @returns the page with today's answers
 * @throws when the page is not closed, or runs what a transcript does not run
 */
export async function playTranscript(
  text: string,
  run: Run,
  starts: Readonly<Record<string, Start>>,
): Promise<string> {
  const { settings, parts } = parseTranscript(text);
  const folder = join(mkdtempSync(join(process.env["CASETRAIL_SCRATCH"] ?? "", "transcript-")), "factory");
  const start = starts[settings["start"] ?? "empty"];
  if (!start) throw new Error(`There is no start "${settings["start"]}"`);
  mkdirSync(folder);
  await start(folder);
  const scene: Scene = { folder, settings, run, clock: settings["now"] ?? firstDay };
  const lines: string[] = [];
  for (const part of parts) lines.push(...(await playPart(scene, part)));
  return `${lines.join("\n")}\n`;
}
