/**
 * What a prompt is made of: its line, its choices, its check. The prompts themselves come in as `Prompter`, the editor as
 * `edit`; so nothing here knows a terminal.
 */
import { type Choice, matching, type Question } from "../domain/input/questions.ts";
import type { Reading } from "../domain/input/reading.ts";
import { readValue } from "../domain/input/values.ts";
import { folded } from "../domain/records/nearest.ts";
import type { Json } from "../domain/records/record.ts";
import { worded } from "../domain/words/findings.ts";
import type { PromptWords } from "../domain/words/prompts.ts";
import type { Words } from "../domain/words/words.ts";

/** One line of a prompt; what stands in the hint is dim. */
export interface Asked {
  readonly message: string;
  readonly hint: string;
}

/** The prompts there are. Each resolves with an answer or throws refusal `interrupted`. */
export interface Prompter {
  /** A line of text; `check` says what is wrong with it, or nothing. */
  readonly line: (
    asked: Asked & { default?: string; check: (text: string) => string | undefined },
  ) => Promise<string>;
  /** One of many, found by typing. */
  readonly choose: (
    asked: Asked & { default?: string; source: (typed?: string) => readonly Choice[] },
  ) => Promise<string>;
  /** Some of a few. */
  readonly tick: (
    asked: Asked & { choices: readonly Choice[]; ticked: readonly string[]; required: boolean },
  ) => Promise<string[]>;
  readonly yesNo: (asked: Asked & { default: boolean }) => Promise<boolean>;
}

/** A record or a person that may be named. */
export interface Candidate {
  readonly id: string;
  readonly title: string;
}

/** What asking depends on besides the terminal. */
export interface AskWorld {
  readonly words: Words;
  readonly reading: Reading;
  /** Records and persons (`staff`) that a field may name. */
  readonly candidates: (refs: readonly string[]) => readonly Candidate[];
  /** Opens the editor with a text, returns what was written; `name` is for the file. */
  readonly edit: (text: string, name: string) => Promise<string>;
}

/** Everything one question needs at hand. */
export interface Asking {
  readonly prompter: Prompter;
  readonly world: AskWorld;
  readonly say: PromptWords;
  readonly question: Question;
  /** Told whenever a part of the answer is safe, so that an interruption loses nothing. */
  readonly keep: (value: Json) => void;
}

/** The first line of a prompt: the label, `*` where an answer is needed; in the hint what to type, unit and example. */
export function asked(asking: Asking): Asked {
  const { question, say } = asking;
  const { field } = question;
  const simple = field.type === "text" || field.type === "string" || field.type === "enum";
  const hints = [
    simple ? "" : say.types[field.type],
    question.hint ?? "",
    field.example === undefined || field.example === "" ? "" : say.example(field.example),
    field.type === "text" ? say.longText : "",
    question.required ? "" : say.optional,
  ];
  return {
    message: `${labelOf(asking)}${question.required ? " *" : ""}`,
    hint: hints.filter((hint) => hint !== "").join(" · "),
  };
}

/** The label of the question in the language of the asked. */
export function labelOf({ question, world }: Asking): string {
  return question.label?.[world.words.lang] ?? world.words.field(world.reading.kind, question.path);
}

/** The default as text, where there is one. */
export function standing({ question }: Asking): { default?: string } {
  const value = question.default;
  if (value === undefined || value === null) return {};
  return { default: typeof value === "string" ? value : JSON.stringify(value) };
}

/** What is wrong with an answer, in words; undefined when it can be taken. */
export function problem(text: string, asking: Asking): string | undefined {
  const { question, world, say } = asking;
  const blank = text.trim() === "" || text.trim() === "null";
  if (blank) return question.required ? say.required : undefined;
  const read = readValue(question.field, text, { path: question.path, reading: world.reading });
  return "findings" in read
    ? read.findings.map((found) => worded(found, world.words).message).join("; ")
    : undefined;
}

/** The value of an answer that can be taken; undefined when nothing was typed. */
export function answerOf(text: string, { question, world }: Asking): Json | undefined {
  if (text.trim() === "") return undefined;
  const read = readValue(question.field, text, { path: question.path, reading: world.reading });
  return "value" in read ? read.value : undefined;
}

const NONE = "";

/** One of many, found by typing; what the field takes as it is typed may be taken too. */
export async function chosen(asking: Asking, choices: readonly Choice[]): Promise<Json | undefined> {
  const { question, say, prompter } = asking;
  const isItem = question.path.endsWith("]");
  const none: Choice[] = question.required
    ? []
    : [{ value: NONE, name: isItem ? say.done : say.skip, words: [] }];
  const standingText = standing(asking).default ?? (question.required ? undefined : NONE);
  const value = await prompter.choose({
    ...asked(asking),
    hint: say.searchKeys,
    ...(standingText === undefined ? {} : { default: standingText }),
    source: (typed) => {
      const found = matching(choices, typed);
      return found.length > 0 ? [...found, ...(typed ? [] : none)] : typedChoice(typed, asking);
    },
  });
  return value === NONE ? undefined : value;
}

/** A record that the list leaves out is taken when its number has the right form; persons are all in the list. */
function typedChoice(typed: string | undefined, asking: Asking): Choice[] {
  const text = typed?.trim() ?? "";
  const isRecord = asking.question.field.refs?.includes("staff") === false;
  return isRecord && text !== "" && problem(text, asking) === undefined
    ? [{ value: text, name: asking.say.asTyped(text), words: [] }]
    : [];
}

/** Records and persons that a field may name, found by number and title. */
export function refChoices(world: AskWorld, refs: readonly string[]): Choice[] {
  return world
    .candidates(refs)
    .map(({ id, title }) => ({ value: id, name: `${id}  ${title}`, words: [folded(id), folded(title)] }));
}
