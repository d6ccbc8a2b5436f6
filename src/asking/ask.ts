/**
 * Questions on a terminal: the only door to @inquirer/prompts, which is loaded when the first question is asked.
 * Every prompt has an option that answers it, so nothing here is needed without a terminal (cli.md, Conventions).
 */
import type { Question } from "../domain/input/questions.ts";
import type { Json, Lang } from "../domain/records/record.ts";
import { PROMPT_WORDS } from "../domain/words/prompts.ts";
import { refusal } from "../domain/words/refusals.ts";
import { askOne } from "./ask-one.ts";
import { chooseConfig, confirmTheme, lineConfig, themeOf, tickConfig } from "./prompt-look.ts";
import type { Asked, AskWorld, Prompter } from "./prompting.ts";

export type { AskWorld } from "./prompting.ts";

/** Where questions are asked. */
export interface Terminal {
  readonly lang: Lang;
  readonly colour: boolean;
  /** This process's own streams where none are given; questions are talk and go to stderr. */
  readonly input?: NodeJS.ReadableStream;
  readonly output?: NodeJS.WritableStream;
}

export type Answers = Record<string, Json>;

/**
 * Asks the questions one after another, in their order.
 * @param world what an answer is read with, and the records and persons that may be named
 * @param onAnswer told every answer, and every part of a list, as soon as it is given: what to keep as a draft
 * @returns path → value of what was answered; what was left out is not in it
 * @throws Refusal `interrupted` on Ctrl-C, Ctrl-D and when the terminal goes away
 */
export async function askAll(
  questions: readonly Question[],
  terminal: Terminal,
  world: AskWorld,
  onAnswer: (path: string, value: Json) => void | Promise<void> = () => undefined,
): Promise<Answers> {
  const prompter = await openPrompter(terminal);
  const answers: Answers = {};
  for (const [i, question] of questions.entries()) {
    await askOne(inGroup(question, questions.slice(i + 1), answers), prompter, world, (value) => {
      answers[question.path] = value;
      return onAnswer(question.path, value);
    });
  }
  return answers;
}

/** Of a group of which one field is enough: once one is filled the others may stay empty, the last one may not if none is. */
function inGroup(question: Question, rest: readonly Question[], answers: Answers): Question {
  const { oneOf, ...alone } = question;
  if (oneOf === undefined) return question;
  if (Object.keys(answers).some((path) => path.startsWith(`${oneOf}.`))) return alone;
  return rest.some((other) => other.oneOf === oneOf) ? question : { ...question, required: true };
}

/**
 * Shows what would be written and asks whether to write it.
 * @throws Refusal `interrupted`
 */
export function confirmWrite(summary: string, terminal: Terminal): Promise<boolean> {
  const { writeIt } = PROMPT_WORDS[terminal.lang];
  return confirm(summary, writeIt, terminal);
}

/**
 * Shows something and asks whether to go on; Enter says yes.
 * @throws Refusal `interrupted`
 */
export async function confirm(text: string, question: string, terminal: Terminal): Promise<boolean> {
  const prompter = await openPrompter(terminal);
  // a line of its own: what was typed ahead may still stand on this one
  (terminal.output ?? process.stderr).write(`${text.replace(/\n*$/, "\n")}`);
  return prompter.yesNo({ message: question, hint: "", default: true });
}

type Streams = { input?: NodeJS.ReadableStream; output: NodeJS.WritableStream };

async function openPrompter(terminal: Terminal): Promise<Prompter> {
  const inquirer = await import("@inquirer/prompts");
  const say = PROMPT_WORDS[terminal.lang];
  const streams: Streams = {
    output: terminal.output ?? process.stderr,
    ...(terminal.input === undefined ? {} : { input: terminal.input }),
  };
  const ask = <T>(prompt: (context: Streams & { signal: AbortSignal }) => Promise<T>): Promise<T> =>
    guarded(streams, prompt);
  const theme = (asked: Asked) => themeOf(asked, terminal.colour, say);
  return {
    line: (asked) =>
      ask((context) =>
        inquirer.input({ ...lineConfig(asked, terminal.colour), theme: theme(asked) }, context),
      ),
    choose: (asked) =>
      ask((context) => inquirer.search({ ...chooseConfig(asked, say), theme: theme(asked) }, context)),
    tick: (asked) =>
      ask((context) => inquirer.checkbox({ ...tickConfig(asked, say), theme: theme(asked) }, context)),
    yesNo: (asked) =>
      ask((context) =>
        inquirer.confirm(
          {
            message: asked.message,
            default: asked.default,
            theme: confirmTheme(theme(asked), asked.default, { colour: terminal.colour, say }),
          },
          context,
        ),
      ),
  };
}

/** Ctrl-C, Ctrl-D and a terminal that goes away end the questions; the answers so far are with the caller. */
async function guarded<T>(
  streams: Streams,
  prompt: (context: Streams & { signal: AbortSignal }) => Promise<T>,
): Promise<T> {
  const input = streams.input ?? process.stdin;
  const end = new AbortController();
  const stop = (): void => end.abort();
  const onKey = (_text: unknown, key: { ctrl?: boolean; name?: string } | undefined): void => {
    if (key?.ctrl === true && key.name === "d") end.abort();
  };
  input.on("keypress", onKey).once("end", stop).once("close", stop);
  try {
    return await prompt({ ...streams, signal: end.signal });
  } catch (error) {
    if (error instanceof Error && INTERRUPTED.has(error.name))
      throw refusal("interrupted", {}, { cause: error });
    throw error;
  } finally {
    input.off("keypress", onKey).off("end", stop).off("close", stop);
  }
}

const INTERRUPTED = new Set(["ExitPromptError", "AbortPromptError", "CancelPromptError"]);
