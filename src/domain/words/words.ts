/**
 * How sentences are made: a catalogue entry is two functions, one a language, of its parameters and of `Words`,
 * which turns keys into labels. So no catalogue knows a label and no label knows a sentence.
 */
import type { Lang } from "../records/record.ts";

/** Keys → labels in one language. Unknown keys come back as they are. */
export interface Words {
  readonly lang: Lang;
  kind(kind: string): string;
  state(kind: string, state: string): string;
  event(kind: string, event: string): string;
  /** Label of a path: `rounds[-1].reply.channel` → 回复客户·方式. */
  field(kind: string, path: string): string;
  value(enumName: string, key: string): string;
  role(role: string): string;
  department(department: string): string;
  /** Name of a person with their id. */
  person(id: string): string;
  deadline(id: string): string;
  /** Items joined as the language joins them (、 or comma). */
  list(items: readonly string[]): string;
}

/**
 * Whose fault a finding is, and with it the exit code of a refusal:
 * `forbidden` 4, `missing` and `value` 2, `blocked` 1 (design: the first of 4, 2, 1 that applies).
 */
export type Blame = "forbidden" | "missing" | "value" | "blocked";
export type Level = "error" | "warning" | "info";

export interface Entry<P> {
  readonly blame: Blame;
  /** Level when it is not an error. */
  readonly level?: Level;
  readonly zh: (p: P, w: Words) => string;
  readonly en: (p: P, w: Words) => string;
  /** What to do, where a general answer exists. */
  readonly remedy?: { readonly zh: (p: P, w: Words) => string; readonly en: (p: P, w: Words) => string };
}

/** `2026-11-24 17:30`: a time as people read it, in the zone as written. */
export const moment = (at: string): string => at.slice(0, 16).replace("T", " ");

/** Gives an entry its parameter type: `say<{ id: string }>({ … })`. */
export const say = <P>(entry: Entry<P>): Entry<P> => entry;
