/** Keys → labels in one language, from the models: the `Words` that sentences and screens are made with. */

import type { People } from "../domain/procedure/step.ts";
import { labelChain } from "../domain/records/fields.ts";
import type { KindModel, SharedModel } from "../domain/records/model.ts";
import type { HistoryEntry, Label, Lang } from "../domain/records/record.ts";
import type { Words } from "../domain/words/words.ts";

export type KindOf = (kind: string) => KindModel | undefined;
/** The open round or attempt is what everybody means: its name is left out. */
const OPEN_ROUND = /^(?:rounds|attempts)\[[^\]]*\]\../;

/** Whom a step tells: a department, some that the record names, or a role. */
const ADDRESSEES = ["department", "notify", "role"];
/** English labels of fields longer than this lose their explanation; Chinese ones are short and keep it. */
const LONG = 26;

/**
 * The words of a record repository.
 * @param lang the language of the reader
 * @param shared enumerations, kinds and deadlines
 * @param kindOf the model of a kind; asked only for states, events and fields of that kind
 * @param people whose names are shown beside their ids
 */
export function wordsFor(lang: Lang, shared: SharedModel, kindOf: KindOf, people: People): Words {
  const enums = (name: string, key: string): string => short(shared.enums[name]?.[key]?.[lang] ?? key, lang);
  const labelled = (found: Label | undefined, key: string): string =>
    found ? short(found[lang], lang) : key;
  return {
    lang,
    kind: (kind) => (shared.kinds as Readonly<Record<string, Label>>)[kind]?.[lang] ?? kind,
    state: remembered((kind, state) =>
      labelled(
        kindOf(kind)?.workflow.states.find((one) => one.id === state),
        state,
      ),
    ),
    event: remembered((kind, event) => labelled(eventLabel(kindOf(kind), shared, event), event)),
    field: remembered((kind, path) => fieldLabel(kindOf(kind), path, lang)),
    value: enums,
    role: (role) => enums("role", role),
    department: (department) =>
      enums(ADDRESSEES.find((name) => shared.enums[name]?.[department]) ?? "", department),
    person: (id) => personName(people, id, lang),
    deadline: (id) => shared.deadlines[id]?.[lang] ?? id,
    list: (items) => items.join(lang === "zh" ? "、" : ", "),
  };
}

/** A list of ten thousand asks for the same few labels again and again. */
function remembered(label: (kind: string, key: string) => string): (kind: string, key: string) => string {
  const known = new Map<string, string>();
  return (kind, key) => {
    const name = `${kind} ${key}`;
    const found = known.get(name) ?? label(kind, key);
    known.set(name, found);
    return found;
  };
}

/** The label without its explanation: 致命(CR) → 致命, `Critical: safety, legal …` → Critical, `Confirm (GM and Quality)` → Confirm. */
export function short(label: string, lang: Lang): string {
  const without = label.replace(lang === "zh" ? /\s*[((][^()()]*[))]$/u : /\s+\([^()]*\)$/u, "");
  return (lang === "en" ? without.replace(/: .*$/su, "") : without) || label;
}

function eventLabel(kind: KindModel | undefined, shared: SharedModel, event: string): Label | undefined {
  return (
    (kind?.workflow.steps ?? []).find((step) => step.event === event) ??
    shared.common.find((step) => step.event === event)
  );
}

/**
 * The label of the very step a history entry took: two steps may share an event (judge_ours alone or jointly).
 */
export function entryLabel(kind: KindModel | undefined, entry: HistoryEntry, words: Words): string {
  const step = kind?.workflow.steps.find((one) => one.id === entry.transition);
  return step ? short(step[words.lang], words.lang) : words.event(kind?.workflow.kind ?? "", entry.event);
}

/** The label of a field: a long English one without its explanation. */
export const labelText = (label: Label, lang: Lang): string =>
  lang === "en" && label.en.length > LONG ? short(label.en, lang) : label[lang];

function fieldLabel(kind: KindModel | undefined, path: string, lang: Lang): string {
  if (!kind) return path;
  const chain = labelChain(kind, path).map((label) => labelText(label, lang));
  return (OPEN_ROUND.test(path) ? chain.slice(1) : chain).join(lang === "zh" ? "·" : " · ") || path;
}

function personName(people: People, id: string, lang: Lang): string {
  const person = people.find((one) => one.id === id);
  if (!person) return id;
  return `${id} ${lang === "en" ? (person.name_en ?? person.name) : person.name}`;
}

/** The kind a record number belongs to, by its prefix; empty when none has it. */
export function kindOfId(shared: SharedModel, id: string): string {
  const prefix = id.split("-")[0] ?? "";
  return Object.entries(shared.kinds).find(([, kind]) => kind.number.prefix === prefix)?.[0] ?? "";
}
