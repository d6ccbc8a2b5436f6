/** What a writing command wants to happen, and the same as `git fast-import` reads it. */
import type { Instant } from "../domain/records/record.ts";

export interface FileChange {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  /** null removes the file. */
  readonly content: string | Uint8Array | null;
}

/** One commit. */
export interface Change {
  readonly files: readonly FileChange[];
  /** Composed by `domain/records/trail.ts`. */
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
  /** Time of the commit. */
  readonly at: Instant;
}

/** Seconds and offset as git wants them: `1772442720 +0800`. */
export function gitTime(at: Instant): string {
  const offset = /([+-])(\d\d):?(\d\d)$/.exec(at);
  return `${Math.floor(Date.parse(at) / 1000)} ${offset ? offset.slice(1).join("") : "+0000"}`;
}

/** A name as it may stand in a commit: angle brackets and line breaks are git's own. */
export const gitName = (text: string): string => text.replace(/[<>\p{Cc}]+/gu, " ").trim();

/**
 * A commit as a piece of a fast-import stream. Contents are given inline: git runs no filter over them.
 * @param ref the branch it is made on
 * @param from the commit before it; undefined when it follows the one before it in the stream
 */
export function importText(change: Change, ref: string, from?: string): Buffer {
  const who = `${gitName(change.author.name)} <${gitName(change.author.email)}> ${gitTime(change.at)}`;
  const head = `commit ${ref}\nmark :1\nauthor ${who}\ncommitter ${who}\n`;
  const parent = from === undefined ? "" : `from ${from}\n`;
  const files = change.files.map(({ path, content }) =>
    content === null
      ? Buffer.from(`D ${path}\n`)
      : Buffer.concat([Buffer.from(`M 100644 inline ${path}\n`), data(content)]),
  );
  return Buffer.concat([
    Buffer.from(head),
    data(change.message),
    Buffer.from(parent),
    ...files,
    Buffer.from("\n"),
  ]);
}

function data(content: string | Uint8Array): Buffer {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from("\n")]);
}
