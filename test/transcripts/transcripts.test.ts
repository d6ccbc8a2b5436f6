/** Each page here is a chapter of the handbook, and a test: its consoles are answered anew and compared with the page. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/main.ts";
import { copyOfMade } from "../support/demo.ts";
import { testEnv } from "../support/env.ts";
import { playTranscript, type Start } from "../support/transcripts.ts";

/** Replays the worked example, as `npm start` does. */
async function replay(dir: string): Promise<void> {
  const env = testEnv();
  const exit = await run(["demo", dir], env);
  const made = existsSync(join(dir, "casetrail.yaml"));
  if (exit !== 0 || !made) throw new Error(`demo ended with ${exit}: ${JSON.stringify(env.said)}`);
}

const demo: Start = (folder) => copyOfMade("demo", replay, folder);

/** The worked example with its clock let go: from here on time passes, as it does in a factory. */
async function letGo(folder: string): Promise<void> {
  await demo(folder);
  const settings = join(folder, "casetrail.yaml");
  const text = readFileSync(settings, "utf8").replace(/^# In this repository now is .*\nexample_clock: .*\n/m, "");
  writeFileSync(settings, text);
  const time = "2026-11-24T18:00:00+08:00";
  const identity = ["-c", "user.name=M02", "-c", "user.email=m02@yunji.example"];
  const { status, stderr } = spawnSync("git", [...identity, "commit", "--quiet", "-am", "Let the clock run"], {
    cwd: folder,
    env: { ...process.env, GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the clock could not be let go: ${stderr}`);
}

const starts: Readonly<Record<string, Start>> = {
  empty: () => Promise.resolve(),
  demo,
  factory: (folder) => copyOfMade("factory", letGo, folder),
};

const pages = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".md") && name !== "README.md");

describe("The handbook says what the tool does", () => {
  it.each(pages)("%s", async (name) => {
    const path = join(import.meta.dirname, name);
    const played = await playTranscript(readFileSync(path, "utf8"), run, starts);
    await expect(played).toMatchFileSnapshot(path);
  });
});
