import { describe, expect, it } from "vitest";
import { parseTranscript, wordsOf } from "../support/transcript-parts.ts";
import { playTranscript, type Run } from "../support/transcripts.ts";

/** A tool small enough to see what the runner hands it. */
const echo: Run = (argv, env) => {
  env.out(`${env.vars["LANG"]} ${env.columns} ${env.now().toISOString()}`);
  env.err(`in ${env.cwd}: ${argv.join("|")}`);
  return Promise.resolve(argv.length > 2 ? 4 : 0);
};
const starts = { empty: () => Promise.resolve() };
const page = (...lines: string[]): string => `${lines.join("\n")}\n`;

describe("A transcript is played", () => {
  it("answers are made anew, prose and files stay, stderr is marked, the exit code is named", async () => {
    const before = page(
      "---",
      "lang: en_GB.UTF-8",
      "columns: 72",
      "---",
      "# A case",
      "",
      "```text note.txt",
      "one line",
      "```",
      "",
      "```console",
      "# 2026-10-13T09:30:00+08:00",
      "$ casetrail show 'CMP 7'",
      "old answer",
      "$ casetrail a \\",
      "    b c",
      "$ cat note.txt",
      "```",
    );
    expect(await playTranscript(before, echo, starts)).toBe(
      page(
        "---",
        "lang: en_GB.UTF-8",
        "columns: 72",
        "---",
        "# A case",
        "",
        "```text note.txt",
        "one line",
        "```",
        "",
        "```console",
        "# 2026-10-13T09:30:00+08:00",
        "$ casetrail show 'CMP 7'",
        "en_GB.UTF-8 72 2026-10-13T01:30:00.000Z",
        "! in ~/factory: show|CMP 7",
        "$ casetrail a \\",
        "    b c",
        "en_GB.UTF-8 72 2026-10-13T01:30:00.000Z",
        "! in ~/factory: a|b|c",
        "[exit 4]",
        "$ cat note.txt",
        "one line",
        "```",
      ),
    );
  });

  it("input comes from a file that the page has written", async () => {
    const read: Run = async (_, env) => {
      for await (const chunk of env.input()) env.out(String(chunk).toUpperCase());
      return 0;
    };
    const before = page(
      "```yaml in.yaml",
      "a: 1",
      "```",
      "```console",
      "$ casetrail open --from - < in.yaml",
      "```",
    );
    expect(await playTranscript(before, read, starts)).toContain("\nA: 1\n");
  });

  it("git is the real one, with the clock of the page, so commit ids stay", async () => {
    const before = page(
      "<!-- now: 2026-10-12T08:00:00+08:00 -->",
      "```console",
      "$ git init --quiet -b main",
      "$ git -c user.name=E -c user.email=e@x commit --quiet --allow-empty -m one",
      "$ git log --format=%h",
      "```",
    );
    const once = await playTranscript(before, echo, starts);
    expect(once).toMatch(/^[0-9a-f]{7}$/m);
    expect(await playTranscript(before, echo, starts)).toBe(once);
  });

  it("a page that is not closed, or names what there is not, is refused", async () => {
    expect(() => parseTranscript("```console\n$ x\n")).toThrow("line 1: the block is not closed");
    await expect(playTranscript("```console\n$ rm -rf x\n```\n", echo, starts)).rejects.toThrow("not rm");
    await expect(playTranscript("<!-- start: moon -->\n", echo, starts)).rejects.toThrow('no start "moon"');
  });

  it.each([
    ["a b", ["a", "b"]],
    [`--set 'text=它 坏了' "x \\"y\\" z"`, ["--set", "text=它 坏了", 'x "y" z']],
    ["--set=a='b c'd", ["--set=a=b cd"]],
    ["a\\ b ''", ["a b", ""]],
  ])("%s is split as a shell does", (command, words) => {
    expect(wordsOf(command)).toEqual(words);
  });
});
