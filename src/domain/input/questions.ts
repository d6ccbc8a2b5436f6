/** What a step still asks for, as questions in the order of the form; and the choices behind them. */

import { fieldAt, leaves, type Placed } from "../records/fields.ts";
import type { Field, KindModel, SharedModel } from "../records/model.ts";
import { folded } from "../records/nearest.ts";
import { getAt, isKey, parsePath, printPath } from "../records/paths.ts";
import type { Json, Label } from "../records/record.ts";
import type { Words } from "../words/words.ts";
import { numberedLabel } from "./numbered-label.ts";
import { isMoney } from "./scalars.ts";

export interface Question {
  readonly path: string;
  readonly field: Field;
  /** Where the label is not that of the path: the fields of one item of a list. */
  readonly label?: Label;
  readonly required: boolean;
  /** Unit, limit or whatever else the person should know. */
  readonly hint?: string;
  /** What is given already or stands in the record. */
  readonly default?: Json;
  /** Of a group of which any one field is enough: the path of the group. */
  readonly oneOf?: string;
  /** Of a list of groups: the keys that every item needs besides those of its field. */
  readonly needed?: readonly string[];
}

/** One answer to choose, and everything that may be typed to find it. */
export interface Choice {
  readonly value: string;
  readonly name: string;
  /** What stands on the line once it is chosen, where that is not its name. */
  readonly short?: string;
  readonly words: readonly string[];
}

/** Written by the engine in every group that tells who and when (specification 2.1.2), or stamped on paper. */
const BY_THE_ENGINE = new Set(["by", "at", "seal"]);

/**
 * The questions for paths of a kind, in the order of the form; a path through every element (`actions[].owner`) asks for
 * the list, groups are opened into their leaves, what the kind does not have is left out. Of a group that must be filled
 * only the fields that it needs are asked; where it names none, any one of its fields is enough.
 * @param required paths that must be filled
 * @param optional paths that may be filled besides
 * @param record where defaults stand: the record, or what is given already
 */
export function questionsFor(
  kind: KindModel,
  required: readonly string[],
  optional: readonly string[],
  record: unknown,
): Question[] {
  const must = [...new Set(required.map((path) => askable(path).path))];
  const may = [...new Set(optional.map((path) => askable(path).path))].filter((path) => !must.includes(path));
  const needed = neededKeys(required);
  const order = Object.keys(kind.fields);
  const place = (path: string): number => order.indexOf(String(parsePath(path)?.[0]));
  const questions = [...must, ...may]
    .sort((a, b) => place(a) - place(b))
    .flatMap((path) =>
      asked(opened(kind, path), path, { must: must.includes(path), group: fieldAt(kind, path) }).map(
        ({ leaf, ...how }) => ({
          ...question(leaf, how.required, record),
          ...labelled(kind, leaf.path),
          ...(how.oneOf === undefined ? {} : { oneOf: how.oneOf }),
          ...(needed.has(leaf.path) ? { needed: needed.get(leaf.path) ?? [] } : {}),
        }),
      ),
    );
  return once(questions);
}

/** A field asked for by itself and as part of its group is one question, required if either says so. */
function once(questions: readonly Question[]): Question[] {
  const byPath = new Map<string, Question>();
  for (const question of questions) {
    const before = byPath.get(question.path);
    if (before === undefined || (question.required && !before.required)) byPath.set(question.path, question);
  }
  return [...byPath.values()];
}

/** Enumeration values as choices, in the order of the form, found by key or by either language's label. */
export function enumChoices(name: string, shared: Pick<SharedModel, "enums">, words: Words): Choice[] {
  return Object.entries(shared.enums[name] ?? {}).map(([value, label]) => ({
    value,
    name: words.value(name, value),
    words: [value, label.zh, label.en].map(folded),
  }));
}

/** The choices that what is typed so far may mean; those that begin with it first. */
export function matching(choices: readonly Choice[], typed: string | undefined): readonly Choice[] {
  const term = folded(typed ?? "");
  if (term === "") return choices;
  const found = choices.filter((choice) => choice.words.some((word) => word.includes(term)));
  const begins = (choice: Choice): boolean => choice.words.some((word) => word.startsWith(term));
  return [...found.filter(begins), ...found.filter((choice) => !begins(choice))];
}

function opened(kind: KindModel, path: string): Placed[] {
  const field = fieldAt(kind, path);
  if (field === undefined) return [];
  if (isMoney(field)) return [{ path, field }];
  return leaves(field, path).filter((leaf) => leaf.path === path || !BY_THE_ENGINE.has(lastKey(leaf.path)));
}

const lastKey = (path: string): string => path.slice(path.lastIndexOf(".") + 1);

function question({ path, field }: Placed, required: boolean, record: unknown): Question {
  const flat = Object(record) as Readonly<Record<string, Json>>;
  const standing = (getAt(record, path) as Json | undefined) ?? flat[path];
  return { path, field, required, ...(standing === undefined ? {} : { default: standing }) };
}

function labelled(kind: KindModel, path: string): { label?: Label } {
  const label = numberedLabel(kind, path);
  return label === undefined ? {} : { label };
}

interface Group {
  readonly must: boolean;
  readonly group: Field | undefined;
}

interface Asked {
  readonly leaf: Placed;
  readonly required: boolean;
  readonly oneOf?: string;
}

/** Which leaves of a path are asked, and which of them must be answered. */
function asked(leaves: readonly Placed[], path: string, { must, group }: Group): Asked[] {
  if (!must) return leaves.map((leaf) => ({ leaf, required: false }));
  const isNamed = (leaf: Placed): boolean =>
    leaf.field.required !== undefined || group?.needed?.includes(leaf.path.slice(path.length + 1)) === true;
  const needed = leaves.filter((leaf) => leaf.path === path || isNamed(leaf));
  if (needed.length > 0) return needed.map((leaf) => ({ leaf, required: true }));
  const [only, ...more] = leaves;
  if (only !== undefined && more.length === 0) return [{ leaf: only, required: true }];
  return leaves.map((leaf) => ({ leaf, required: false, oneOf: path }));
}

/** `actions[].owner` is asked with its list: `actions`, and of each item the key `owner`. */
function askable(path: string): { path: string; key?: string } {
  const parts = parsePath(path) ?? [];
  const every = parts.findIndex((part) => !isKey(part) && part.index === "*");
  if (every < 0) return { path };
  const key = parts[every + 1];
  const list = { path: printPath(parts.slice(0, every)) };
  return key !== undefined && isKey(key) ? { ...list, key } : list;
}

function neededKeys(required: readonly string[]): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const { path, key } of required.map(askable)) {
    if (key !== undefined) keys.set(path, [...(keys.get(path) ?? []), key]);
  }
  return keys;
}
