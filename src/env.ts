/** The outside world as one value: everything a command may touch of it comes in through here. */
import type { KindModel, SharedModel } from "./domain/records/model.ts";
import type { Kind, Lang } from "./domain/records/record.ts";
import type { Words } from "./domain/words/words.ts";

/** How to speak to this user: known bit by bit while a command starts, and what `main.ts` words a refusal with. */
export interface Voice {
  lang: Lang;
  json: boolean;
  colour: boolean;
  /** Exit code of a command that has answered: 1 when what it shows are findings of level error. */
  exit: number;
  /** Labels of the procedure in force, once a repository is open. */
  words?: Words;
  models?: { readonly shared: SharedModel; readonly kindOf: (kind: string) => KindModel | undefined };
  /** What a refusal of a step is about. */
  about?: {
    readonly kind: Kind;
    readonly event: string;
    readonly id?: string;
    readonly state?: string;
    readonly close?: true;
  };
}

export interface Env {
  /** Answers: rows, records, JSON. */
  readonly out: (text: string) => void;
  /** Talk: hints, progress, refusals. */
  readonly err: (text: string) => void;
  /** Draws on a terminal's stderr without ending the line. */
  readonly draw: (text: string) => void;
  /** What is typed or piped in; opened when it is first asked for, which most commands never do. */
  readonly input: () => NodeJS.ReadableStream;
  /** Where questions are drawn; this process's stderr where none is given. */
  readonly screen?: NodeJS.WritableStream;
  /** Are both ends a terminal, so that questions may be asked? */
  readonly interactive: boolean;
  /** Is stderr a terminal, so that a progress line may be drawn? */
  readonly progress: boolean;
  /** Width of the terminal; Infinity where there is none. */
  readonly columns: number;
  readonly colour: boolean;
  readonly cwd: string;
  readonly vars: Readonly<Record<string, string | undefined>>;
  /** The clock. */
  readonly now: () => Date;
  readonly voice: Voice;
}

/** Language by option, then CASETRAIL_LANG and the locale; a repository's own comes in between when it is open. */
export function localeOf(vars: Env["vars"]): Lang {
  const locale = vars["LC_ALL"] || vars["LC_MESSAGES"] || vars["LANG"] || "";
  return /^zh/i.test(locale) ? "zh" : "en";
}
