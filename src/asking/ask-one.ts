/**
 * Which prompt a field gets: dispatch by type, lists and groups item by item (ask-lists.ts). Knows no terminal: the prompts come in as
 * `Prompter` (ask.ts is the door to them).
 */

import { enumChoices, type Question } from "../domain/input/questions.ts";
import type { Field } from "../domain/records/model.ts";
import type { Json } from "../domain/records/record.ts";
import { PROMPT_WORDS } from "../domain/words/prompts.ts";
import { askList } from "./ask-lists.ts";
import {
  type Asker,
  type Asking,
  type AskWorld,
  answerOf,
  asked,
  chosen,
  type Prompter,
  problem,
  refChoices,
  shownAs,
  standing,
} from "./prompting.ts";

/**
 * Asks one question.
 * @param keep told each part of the answer, the whole last
 * @returns the value, or undefined when the question was left out
 */
export async function askOne(
  question: Question,
  prompter: Prompter,
  world: AskWorld,
  keep: (value: Json) => void | Promise<void>,
): Promise<Json | undefined> {
  const asking: Asking = { prompter, world, say: PROMPT_WORDS[world.words.lang], question, keep, byType };
  const value = await byType(asking);
  if (value !== undefined) await keep(value);
  return value;
}

const askText: Asker = (asking) => {
  // an order or a word in its place (`unknown`): chosen like any other record, taken as typed too
  return asking.question.field.refs === undefined ? askLine(asking) : askRef(asking);
};

const askLine: Asker = async (asking) => {
  const long = asking.question.field.type === "text";
  const typed = await asking.prompter.line({
    ...asked(asking),
    ...standing(asking),
    check: (text) => (long && opensEditor(text, asking) ? undefined : problem(text, asking)),
    shown: (text) => shownAs(text, asking),
  });
  return long && opensEditor(typed, asking) ? askInEditor(asking) : answerOf(typed, asking);
};

const askInEditor: Asker = async (asking) => {
  const { question, world } = asking;
  const text = await world.edit(typeof question.default === "string" ? question.default : "", question.path);
  if (problem(text, asking) === undefined) return answerOf(text, asking);
  // what was written comes back as the default: nothing of it is lost while it cannot be taken
  return askLine(text.trim() === "" ? asking : { ...asking, question: { ...question, default: text } });
};

/** Nothing typed where something is needed, or `e` alone. */
function opensEditor(text: string, { question }: Asking): boolean {
  return text.trim() === "e" || (text.trim() === "" && question.required && question.default === undefined);
}

const askEnum: Asker = (asking) => {
  const { question, world } = asking;
  return chosen(asking, enumChoices(question.field.enum ?? "", world.reading.shared, world.words));
};

const askRef: Asker = (asking) => {
  const choices = refChoices(asking.world, asking.question.field.refs ?? []);
  return choices.length === 0 ? askLine(asking) : chosen(asking, choices);
};

/** Yes or no without a default is typed: Enter alone must not say yes. */
const askBool: Asker = (asking) => {
  const standing = asking.question.default;
  return typeof standing === "boolean"
    ? asking.prompter.yesNo({ ...asked(asking), default: standing })
    : askText(asking);
};

const ASKERS: Readonly<Record<Field["type"], Asker>> = {
  text: askText,
  string: askText,
  date: askText,
  datetime: askText,
  int: askText,
  number: askText,
  enum: askEnum,
  ref: askRef,
  bool: askBool,
  list: askList,
  object: askText,
  map: askText,
  any: askText,
};

const byType: Asker = (asking) => ASKERS[asking.question.field.type](asking);
