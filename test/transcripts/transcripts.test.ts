/** Each page here is a chapter of the handbook, and a test: its consoles are answered anew and compared with the page. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
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

const starts: Readonly<Record<string, Start>> = {
  empty: () => Promise.resolve(),
  demo: (folder) => copyOfMade("demo", replay, folder),
};

const pages = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".md") && name !== "README.md");

describe("The handbook says what the tool does", () => {
  it.each(pages)("%s", async (name) => {
    const path = join(import.meta.dirname, name);
    const played = await playTranscript(readFileSync(path, "utf8"), run, starts);
    await expect(played).toMatchFileSnapshot(path);
  });
});
