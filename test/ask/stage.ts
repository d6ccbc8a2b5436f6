/** A terminal of two streams for the real prompts: what is asked is read from one, what is typed goes into the other. */
import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";

export const ENTER = "\r";
export const DOWN = "\u001b[B";
export const CTRL_C = "\u0003";
export const CTRL_D = "\u0004";

/** A line of the play: when this is on the screen, these keys are typed. */
export type Cue = readonly [sees: string, types: string];

export interface Stage {
  readonly input: PassThrough;
  readonly output: PassThrough;
  /** Everything that was on the screen, without colours and cursor movements. */
  readonly screen: () => string;
  /** Cues that nobody has seen yet. */
  readonly open: () => readonly Cue[];
}

/** Plays the cues in their order; each waits for its words among what was drawn since the one before. */
export function stage(cues: readonly Cue[]): Stage {
  const input = new PassThrough();
  const output = new PassThrough();
  // a prompt ends its output when it is answered; a terminal stays
  output.end = () => output;
  const waiting = [...cues];
  let drawn = "";
  let since = 0;
  let typing = false;
  const look = async (): Promise<void> => {
    const cue = waiting[0];
    if (typing || cue === undefined || !stripVTControlCharacters(drawn.slice(since)).includes(cue[0])) return;
    typing = true;
    waiting.shift();
    since = drawn.length;
    await send(input, cue[1]);
    typing = false;
    await look();
  };
  output.on("data", (chunk: Buffer) => {
    drawn += chunk.toString("utf8");
    setImmediate(look);
  });
  return { input, output, screen: () => stripVTControlCharacters(drawn), open: () => waiting };
}

/** Key by key, as hands type: a prompt looks at one key at a time. */
async function send(input: PassThrough, keys: string): Promise<void> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an arrow key is an escape sequence
  for (const key of keys.match(/\u001b\[[A-Z]|[\s\S]/gu) ?? []) {
    input.write(key);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
