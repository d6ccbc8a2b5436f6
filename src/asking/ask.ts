/**
 * Questions on a terminal: the only door to @inquirer/prompts, which is loaded when the first question is asked.
 * Every prompt has an option that answers it, so nothing here is needed without a terminal (cli.md, Conventions).
 */
import { styleText } from "node:util";
import type { Choice, Question } from "../domain/input/questions.ts";
import type { Json, Lang } from "../domain/records/record.ts";
import { PROMPT_WORDS, type PromptWords } from "../domain/words/prompts.ts";
import { refusal } from "../domain/words/refusals.ts";
import { askOne } from "./ask-one.ts";
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

const same = (text: string): string => text;
/** Without colour, whatever the library would paint by itself. */
const PLAIN = {
  prefix: { idle: "?", done: "✔" },
  icon: { cursor: "❯", checked: "◉", unchecked: "◯", disabledChecked: "◎", disabledUnchecked: "-" },
  style: {
    answer: same,
    error: (text: string): string => `> ${text}`,
    defaultAnswer: (text: string): string => `(${text})`,
    highlight: same,
    disabled: same,
    searchTerm: same,
    description: same,
  },
};

/** How a prompt looks and which words of its own it uses: the hint goes when the answer is there. */
function themeOf({ hint }: Asked, colour: boolean, say: PromptWords) {
  const dim = (text: string): string => (colour ? styleText("dim", text) : `(${text})`);
  const message = (text: string, status: string): string => {
    const bold = colour ? styleText("bold", text) : text;
    return hint === "" || status === "done" ? bold : `${bold} ${dim(hint)}`;
  };
  const plain = colour ? { prefix: {}, icon: {}, style: {} } : PLAIN;
  const keywords = { yes: say.yes, no: say.no, error: () => say.yesOrNo };
  return { ...plain, keywords, style: { ...plain.style, message, keysHelpTip: () => undefined } };
}

/** The library's own mark of the default, a capital letter, does not exist in Chinese: Enter and the other key are named. */
function confirmTheme(
  theme: ReturnType<typeof themeOf>,
  standing: boolean,
  { colour, say }: { colour: boolean; say: PromptWords },
) {
  const hint = say.enterIs(standing);
  return {
    ...theme,
    style: { ...theme.style, defaultAnswer: () => (colour ? styleText("dim", hint) : `(${hint})`) },
  };
}

type LineAsked = Parameters<Prompter["line"]>[0];
function lineConfig({ message, check, shown: shownAs, ...asked }: LineAsked, colour: boolean) {
  const standing = asked.default === undefined ? {} : { default: asked.default };
  const answer = (text: string): string => (colour ? styleText("cyan", text) : text);
  const transformer = (text: string, { isFinal }: { isFinal: boolean }): string =>
    isFinal ? answer(shownAs(text)) : text;
  return { message, ...standing, transformer, validate: (text: string) => check(text) ?? true };
}

type ChooseAsked = Parameters<Prompter["choose"]>[0];
type Shown = { value: string; name: string; short: string };
const shown = (choice: Choice): Shown => ({
  value: choice.value,
  name: choice.name,
  short: choice.short ?? choice.name,
});

function chooseConfig(asked: ChooseAsked, say: PromptWords) {
  const nothing = { value: "", name: say.nothingFound, disabled: " " };
  const source = (typed: string | undefined): (Shown | typeof nothing)[] => {
    const found = asked.source(typed).map(shown);
    return found.length > 0 ? found : [nothing];
  };
  const standing = asked.default === undefined ? {} : { default: asked.default };
  return { message: asked.message, source, pageSize: 9, ...standing };
}

type TickAsked = Parameters<Prompter["tick"]>[0];
function tickConfig(asked: TickAsked, say: PromptWords) {
  const checked = (choice: Choice): boolean => asked.ticked.includes(choice.value);
  const choices = asked.choices.map((choice) => ({ ...shown(choice), checked: checked(choice) }));
  const validate = (ticked: readonly unknown[]): true | string =>
    ticked.length > 0 || !asked.required ? true : say.oneAtLeast;
  return { message: asked.message, choices, validate, pageSize: 12 };
}
