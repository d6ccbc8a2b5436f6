/** A command on a terminal of streams, on the worked example: what is on the screen, what was said, how it ended. */

import { run } from "../../src/main.ts";
import { type Draft, listDrafts } from "../../src/store/drafts.ts";
import { testEnv } from "../support/env.ts";
import type { Cue } from "./stage.ts";
import { stage } from "./stage.ts";

export interface Played {
  readonly exit: number;
  /** Everything that was drawn and said. */
  readonly screen: string;
  readonly out: string;
  /** Cues that nobody has seen. */
  readonly open: readonly Cue[];
}

/**
 * Runs a command for somebody who sits at a terminal.
 * @param folder the repository
 * @param cues what is typed when which words are on the screen
 */
export async function sitting(
  folder: string,
  argv: readonly string[],
  cues: readonly Cue[],
  vars: Readonly<Record<string, string>> = {},
): Promise<Played> {
  const scene = stage(cues);
  const env = testEnv({
    cwd: folder,
    interactive: true,
    input: () => scene.input,
    screen: scene.output,
    vars: { CASETRAIL_LANG: "zh", CASETRAIL_PERSON: "S02", ...vars },
  });
  const exit = await run(argv, env);
  const of = (stream: "out" | "err"): string =>
    env.said.flatMap((said) => (said.stream === stream ? [said.text] : [])).join("\n");
  return { exit, screen: `${scene.screen()}\n${of("err")}`, out: of("out"), open: scene.open() };
}

export const draftsIn = (folder: string): Draft[] => listDrafts({ gitDir: `${folder}/.git` });
