/**
 * What a prompt is made of: its line, its choices, its check. The prompts themselves come in as `Prompter`, the editor as
 * `edit`; so nothing here knows a terminal.
 */
import { type Choice, matching, type Question } from "../domain/input/questions.ts";
import type { Reading } from "../domain/input/reading.ts";
import { readValue } from "../domain/input/values.ts";
import type { Field } from "../domain/records/model.ts";
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
    asked: Asked & {
      default?: string;
      check: (text: string) => string | undefined;
      /** What stands on the line once it is answered: `today` becomes the day. */
      shown: (text: string) => string;
    },
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
  /** What else may be typed to find it: the name in the other language, the customer. */
  readonly also?: readonly string[];
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
  readonly keep: (value: Json) => void | Promise<void>;
  /** Asks a question by the type of its field: lists and groups ask for what is in them. */
  readonly byType: Asker;
}

export type Asker = (asking: Asking) => Promise<Json | undefined>;

/** The first line of a prompt: the label, `*` where an answer is needed; in the hint what to type, unit and example. */
export function asked(asking: Asking): Asked {
  const { question, say } = asking;
  const { field } = question;
  const hints = [
    TEXT.has(field.type) ? "" : say.types[field.type],
    question.hint ?? "",
    exampleOf(field, say),
    field.type === "text" ? say.longText : "",
    needOf(question, say),
  ];
  return {
    message: `${labelOf(asking)}${question.required ? " *" : ""}`,
    hint: hints.filter((hint) => hint !== "").join(" · "),
  };
}

const TEXT: ReadonlySet<string> = new Set(["text", "string", "enum"]);

/** How days and times are written is said with the type already. */
function exampleOf({ type, example = "" }: Field, say: PromptWords): string {
  return example === "" || type === "date" || type === "datetime" ? "" : say.example(example);
}

function needOf({ oneOf, required }: Question, say: PromptWords): string {
  if (oneOf !== undefined) return say.oneOfThese;
  return required ? "" : say.optional;
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
  const needed = question.oneOf === undefined ? say.required : say.oneOfThese;
  if (blank) return question.required ? needed : undefined;
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

/** What stands on the line once it is answered: the value as it will be written. */
export function shownAs(text: string, asking: Asking): string {
  const value = asking.question.field.type.startsWith("date") ? answerOf(text, asking) : undefined;
  return typeof value === "string" ? value.replace("T", " ").replace(":00+08:00", "") : text;
}

const NONE = "";

/** One of many, found by typing; what the field takes as it is typed may be taken too. */
export async function chosen(asking: Asking, choices: readonly Choice[]): Promise<Json | undefined> {
  const { question, say, prompter } = asking;
  const isItem = question.path.endsWith("]");
  const none: Choice[] = question.required
    ? []
    : [{ value: NONE, name: isItem ? say.done : say.skip, words: [] }];
  const before = standing(asking).default;
  const standingText = before ?? (question.required ? undefined : NONE);
  const all = before === undefined ? choices : withStanding(choices, before, say.asBefore(before));
  const value = await prompter.choose({
    ...asked(asking),
    hint: question.field.refs === undefined ? say.searchKeys(choices.length) : say.findKeys(choices.length),
    ...(standingText === undefined ? {} : { default: standingText }),
    source: (typed) => {
      const found = matching(all, typed);
      return found.length > 0 ? [...found, ...(typed ? [] : none)] : typedChoice(typed, asking);
    },
  });
  return value === NONE ? undefined : value;
}

/** An answer that the list does not have stands on top of it: Enter keeps it. */
function withStanding(choices: readonly Choice[], value: string, name: string): readonly Choice[] {
  const has = choices.some((choice) => choice.value === value);
  return has ? choices : [{ value, name, short: value, words: [folded(value)] }, ...choices];
}

/** A record that the list leaves out, or a word in its place, is taken when it has the right form; persons are all in the list. */
function typedChoice(typed: string | undefined, asking: Asking): Choice[] {
  const text = typed?.trim() ?? "";
  const isRecord = asking.question.field.refs?.includes("staff") === false;
  return isRecord && text !== "" && problem(text, asking) === undefined
    ? [{ value: text, name: asking.say.asTyped(text), short: text, words: [] }]
    : [];
}

/** Records and persons that a field may name, found by number and title. */
export function refChoices(world: AskWorld, refs: readonly string[]): Choice[] {
  return world.candidates(refs).map(({ id, title, also = [] }) => ({
    value: id,
    name: title === "" ? id : `${id}  ${title}`,
    words: [id, title, ...also].map(folded),
  }));
}
