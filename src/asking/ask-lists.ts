/** Lists on a terminal: some of a few are ticked, texts and references come one a line, groups field by field. */
import { enumChoices, type Question } from "../domain/input/questions.ts";
import { join } from "../domain/records/fields.ts";
import type { Field } from "../domain/records/model.ts";
import type { Json } from "../domain/records/record.ts";
import { type Asker, type Asking, asked, labelOf } from "./prompting.ts";

/** Asks for a list. What stands in it already is offered item by item. */
export const askList: Asker = (asking) => {
  const item = asking.question.field.items ?? { type: "any" };
  if (item.type === "enum") return askSome(asking, item);
  if (item.type === "object" && item.properties !== undefined) return askItems(asking, item);
  const single = item.type === "text" || item.type === "string" || item.type === "ref";
  return single ? askEach(asking, item) : asking.byType({ ...asking, question: asText(asking.question) });
};

/** A list of anything else is written on one line. */
const asText = (question: Question): Question => ({ ...question, field: { ...question.field, type: "any" } });

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

/** What was given before; it may stay, item by item. */
const standingIn = ({ question }: Asking): readonly Json[] =>
  Array.isArray(question.default) ? question.default : [];

const orNothing = (values: Json[]): Json | undefined => (values.length > 0 ? values : undefined);

/** Texts or references one after another; an empty answer ends the list. */
async function askEach(asking: Asking, item: Field): Promise<Json | undefined> {
  const before = standingIn(asking);
  const values: Json[] = [];
  for (;;) {
    const question = itemQuestion(asking, item, { no: values.length, standing: before[values.length] });
    const value = await asking.byType({ ...asking, question });
    if (value === undefined || value === null) return orNothing(values);
    values.push(value);
    await asking.keep([...values, ...before.slice(values.length)]);
  }
}

function itemQuestion(asking: Asking, item: Field, { no, standing }: ItemAsked): Question {
  const { question, say } = asking;
  const label = say.itemNo(labelOf(asking), no + 1);
  return {
    path: `${question.path}[${no}]`,
    field: item.type === "text" ? { ...item, type: "string" } : item,
    label: { zh: label, en: label },
    required: no === 0 && insists(question),
    ...(standing === undefined ? {} : { default: standing }),
    hint: [question.hint ?? "", say.emptyEnds].filter((hint) => hint !== "").join(" · "),
  };
}

/** Must something be given here and now? What stands already may stay. */
const insists = (question: Question): boolean => question.required && question.default === undefined;

/** Groups one after another, each field in turn, until nobody wants another. */
async function askItems(asking: Asking, item: Field): Promise<Json | undefined> {
  const { question, prompter, say } = asking;
  const before = standingIn(asking);
  const items: Json[] = [];
  const message = say.another(labelOf(asking));
  do {
    const no = items.length;
    const keep = (part: Json) => asking.keep([...items, part, ...before.slice(no + 1)]);
    const value = await askGroup({ ...asking, keep }, item, { no, standing: before[no] });
    if (value === undefined) break;
    items.push(value);
  } while (await prompter.yesNo({ message, hint: "", default: items.length < before.length }));
  if (items.length === 0 && insists(question)) return askItems(asking, item);
  return orNothing(items);
}

interface ItemAsked {
  readonly no: number;
  /** What was answered for it before. */
  readonly standing: Json | undefined;
}

/** The fields of one item in turn; each answer is kept, so that half an item is not lost. */
async function askGroup(asking: Asking, item: Field, at: ItemAsked): Promise<Json | undefined> {
  const group: Record<string, Json> = isGroup(at.standing) ? { ...at.standing } : {};
  const counts = item.needed?.includes(COUNTER) === true && item.properties?.[COUNTER]?.type === "int";
  if (counts) group[COUNTER] ??= at.no + 1;
  for (const [key, field] of keysToAsk(asking.question, item)) {
    const question = keyQuestion(asking, { key, field }, { no: at.no, standing: group[key] });
    const value = await asking.byType({ ...asking, question, keep: () => undefined });
    if (value === undefined || value === null) continue;
    group[key] = value;
    await asking.keep({ ...group });
  }
  const isEmpty = Object.keys(group).every((key) => key === COUNTER);
  return isEmpty ? undefined : group;
}

/** What items are told apart by: counted, not asked. */
const COUNTER = "no";
/** Who and when are written by the step; how a thing ended is told by a later one, or where it is missing. */
const LATER = new Set(["by", "at", "seal", "status", "done_at", "evidence", "drop_reason", "verified"]);

/** The keys of an item worth asking: those it needs, and those that can be known when it is made. */
function keysToAsk(question: Question, item: Field): [string, Field][] {
  const standing = (question.default ?? []) as Json[];
  const isKnown = (key: string): boolean => standing.some((one) => isGroup(one) && one[key] !== undefined);
  return Object.entries(item.properties ?? {}).filter(
    ([key]) => key !== COUNTER && (needs(question, item, key) || isKnown(key) || !LATER.has(key)),
  );
}

/** Is an item nothing without this key? */
const needs = (question: Question, item: Field, key: string): boolean =>
  question.needed?.includes(key) === true ||
  item.needed?.includes(key) === true ||
  item.properties?.[key]?.required !== undefined;

function keyQuestion(asking: Asking, { key, field }: { key: string; field: Field }, at: ItemAsked): Question {
  const { question, world, say } = asking;
  const label = `${say.itemNo(labelOf(asking), at.no + 1)} · ${field.label?.[world.words.lang] ?? key}`;
  return {
    path: join(`${question.path}[${at.no}]`, key),
    field,
    required: needs(question, question.field.items ?? { type: "any" }, key),
    label: { zh: label, en: label },
    ...(at.standing === undefined ? {} : { default: at.standing }),
  };
}

const isGroup = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
