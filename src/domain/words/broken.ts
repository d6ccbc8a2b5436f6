/**
 * How a broken invariant is worded (specification 3.13): one entry an invariant, its sentences by detail.
 * In a sentence `{x}` stands for a value, `{x|state}` for its label; a list is joined as the language joins lists.
 */
import type { Entry, Level, Words } from "./words.ts";

export interface Broken {
  readonly kind: string;
  /** Which sentence of the invariant. */
  readonly detail: string;
  readonly values: Readonly<Record<string, string | number | readonly string[]>>;
}

type Sentence = readonly [zh: string, en: string];
type Label = (key: string, w: Words, kind: string) => string;

const LABELS: Readonly<Record<string, Label>> = {
  state: (key, w, kind) => w.state(kind, key),
  capa: (key, w) => w.state("capa", key),
  event: (key, w, kind) => w.event(kind, key),
  field: (key, w, kind) => `${w.field(kind, key)}(${key})`,
  role: (key, w) => w.role(key),
  department: (key, w) => w.department(key),
  person: (key, w) => w.person(key),
  deadline: (key, w) => w.deadline(key),
  scope: (key, w) => w.value("limit_scope", key),
};

function spoken(template: string, broken: Broken, w: Words): string {
  return template.replace(/\{(\w+)(?:\|(\w+))?\}/g, (_all, name: string, as?: string) => {
    const value = broken.values[name] ?? "";
    const label = (key: string): string =>
      as === undefined ? key : (LABELS[as]?.(key, w, broken.kind) ?? key);
    return Array.isArray(value) ? w.list(value.map(label)) : label(String(value));
  });
}

/** Gives an invariant its sentences, by the detail of the breach. */
export const said = (sentences: Readonly<Record<string, Sentence>>, level?: Level): Entry<Broken> => ({
  blame: "blocked",
  ...(level === undefined ? {} : { level }),
  zh: (p, w) => spoken(sentences[p.detail]?.[0] ?? p.detail, p, w),
  en: (p, w) => spoken(sentences[p.detail]?.[1] ?? p.detail, p, w),
});
