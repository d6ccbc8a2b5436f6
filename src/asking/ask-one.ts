/**
 * Which prompt a field gets: dispatch by type, lists and groups item by item. Knows no terminal: the prompts come in as
 * `Prompter` (ask.ts is the door to them).
 */

import { enumChoices, type Question } from "../domain/input/questions.ts";
import { join } from "../domain/records/fields.ts";
import type { Field } from "../domain/records/model.ts";
import type { Json } from "../domain/records/record.ts";
import { PROMPT_WORDS } from "../domain/words/prompts.ts";
import {
  type Asking,
  type AskWorld,
  answerOf,
  asked,
  chosen,
  labelOf,
  type Prompter,
  problem,
  refChoices,
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
  keep: (value: Json) => void,
): Promise<Json | undefined> {
  const asking: Asking = { prompter, world, say: PROMPT_WORDS[world.words.lang], question, keep };
  const value = await ASKERS[question.field.type](asking);
  if (value !== undefined) keep(value);
  return value;
}

type Asker = (asking: Asking) => Promise<Json | undefined>;

const askText: Asker = async (asking) => {
  const long = asking.question.field.type === "text";
  const typed = await asking.prompter.line({
    ...asked(asking),
    ...standing(asking),
    check: (text) => (long && opensEditor(text, asking) ? undefined : problem(text, asking)),
  });
  return long && opensEditor(typed, asking) ? askInEditor(asking) : answerOf(typed, asking);
};

const askInEditor: Asker = async (asking) => {
  const { question, world } = asking;
  const text = await world.edit(typeof question.default === "string" ? question.default : "", question.path);
  if (problem(text, asking) === undefined) return answerOf(text, asking);
  // what was written comes back as the default: nothing of it is lost while it cannot be taken
  return askText(text.trim() === "" ? asking : { ...asking, question: { ...question, default: text } });
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
  return choices.length === 0 ? askText(asking) : chosen(asking, choices);
};

/** Yes or no without a default is typed: Enter alone must not say yes. */
const askBool: Asker = (asking) => {
  const standing = asking.question.default;
  return typeof standing === "boolean"
    ? asking.prompter.yesNo({ ...asked(asking), default: standing })
    : askText(asking);
};

const askList: Asker = (asking) => {
  const item = asking.question.field.items ?? { type: "any" };
  if (item.type === "enum") return askSome(asking, item);
  if (item.type === "object" && item.properties !== undefined) return askItems(asking, item);
  return item.type === "text" || item.type === "string" || item.type === "ref"
    ? askEach(asking, item)
    : askText(asking);
};

async function askSome(asking: Asking, item: Field): Promise<Json | undefined> {
  const { question, world, say } = asking;
  const ticked = Array.isArray(question.default) ? question.default.map(String) : [];
  const choices = enumChoices(item.enum ?? "", world.reading.shared, world.words);
  const values = await asking.prompter.tick({
    ...asked(asking),
    hint: say.tickKeys,
    choices,
    ticked,
    required: question.required,
  });
  return values.length > 0 ? values : undefined;
}

/** Texts or references one after another; an empty answer ends the list. */
async function askEach(asking: Asking, item: Field): Promise<Json | undefined> {
  const { question, say } = asking;
  const field = item.type === "text" ? { ...item, type: "string" as const } : item;
  const values: Json[] = [];
  for (;;) {
    const label = say.itemNo(labelOf(asking), values.length + 1);
    const one: Question = {
      path: `${question.path}[${values.length}]`,
      field,
      label: { zh: label, en: label },
      required: values.length === 0 && insists(question),
      hint: [question.hint ?? "", say.emptyEnds].filter((hint) => hint !== "").join(" · "),
    };
    const value = await ASKERS[field.type]({ ...asking, question: one });
    if (value === undefined || value === null) return values.length > 0 ? values : undefined;
    values.push(value);
    asking.keep([...values]);
  }
}

/** Must something be given here and now? What stands already may stay. */
const insists = (question: Question): boolean => question.required && question.default === undefined;

/** Groups one after another, each field in turn, until nobody wants another. */
async function askItems(asking: Asking, item: Field): Promise<Json | undefined> {
  const { question, prompter, say } = asking;
  const items: Json[] = [];
  const label = labelOf(asking);
  do {
    const value = await askGroup(asking, item, items.length);
    if (value === undefined) break;
    items.push(value);
    asking.keep([...items]);
  } while (await prompter.yesNo({ message: say.another(label), hint: "", default: false }));
  if (items.length === 0 && insists(question)) return askItems(asking, item);
  return items.length > 0 ? items : undefined;
}

async function askGroup(asking: Asking, item: Field, no: number): Promise<Json | undefined> {
  const { question, world } = asking;
  const lang = world.words.lang;
  const group: Record<string, Json> = {};
  for (const [key, field] of Object.entries(item.properties ?? {})) {
    const label = `${asking.say.itemNo(labelOf(asking), no + 1)} · ${field.label?.[lang] ?? key}`;
    const required = question.needed?.includes(key) ?? field.required !== undefined;
    const inner: Question = {
      path: join(`${question.path}[${no}]`, key),
      field,
      required,
      label: { zh: label, en: label },
    };
    const value = await ASKERS[field.type]({ ...asking, question: inner, keep: () => undefined });
    if (value !== undefined && value !== null) group[key] = value;
  }
  return Object.keys(group).length > 0 ? group : undefined;
}

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
