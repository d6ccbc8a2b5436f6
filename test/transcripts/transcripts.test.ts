/** Each page here is a chapter of the handbook, and a test: its consoles are answered anew and compared with the page. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/main.ts";
import { openRepository } from "../../src/store/repository.ts";
import { copyOfMade, demo } from "../support/demo.ts";
import { playTranscript, type Start } from "../support/transcripts.ts";

/** The worked example with its clock let go: from here on time passes, as it does in a factory that speaks `lang`. */
const letGo =
  (lang: string) =>
  async (folder: string): Promise<void> => {
    await demo(folder);
    const settings = join(folder, "casetrail.yaml");
    const text = readFileSync(settings, "utf8").replace(
      /^# In this repository now is .*\nexample_clock: .*\n/m,
      "",
    );
    writeFileSync(settings, text.replace(/^lang: .*$/m, `lang: ${lang}`));
    const time = "2026-11-24T18:00:00+08:00";
    const identity = ["-c", "user.name=M02", "-c", "user.email=m02@yunji.example"];
    const { status, stderr } = spawnSync(
      "git",
      [...identity, "commit", "--quiet", "-am", "Let the clock run"],
      {
        cwd: folder,
        env: { ...process.env, GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time },
        encoding: "utf8",
      },
    );
    if (status !== 0) throw new Error(`the clock could not be let go: ${stderr}`);
    // its index is made once here, not again in every chapter
    await openRepository({ cwd: folder, vars: process.env });
  };

const starts: Readonly<Record<string, Start>> = {
  empty: () => Promise.resolve(),
  demo,
  factory: (folder) => copyOfMade("factory", letGo("zh"), folder),
  "factory-en": (folder) => copyOfMade("factory-en", letGo("en"), folder),
};

const pages = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".md") && name !== "README.md");

describe("The handbook says what the tool does", () => {
  it.each(pages)(
    "%s",
    async (name) => {
      const path = join(import.meta.dirname, name);
      const played = await playTranscript(readFileSync(path, "utf8"), run, starts);
      await expect(played).toMatchFileSnapshot(path);
    },
    120_000,
  );
});
