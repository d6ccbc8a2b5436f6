/** Kept drafts: one line each; opened, with what was typed. */

import { fieldAt } from "../domain/records/fields.ts";
import type { Changes, Id, Instant, Kind, PersonId } from "../domain/records/record.ts";
import { columns } from "./columns.ts";
import { shortMoment } from "./dates.ts";
import type { KindOf } from "./labels.ts";
import { draftWords } from "./messages-drafts.ts";
import { bold, dim, edge, type Line, type Page, print, spread } from "./page.ts";
import { wrap } from "./text.ts";
import { valueText } from "./values.ts";

/** A draft as the store keeps it. */
export interface DraftShown {
  /** `D-3` */
  readonly name: string;
  readonly kind: Kind;
  /** Absent: a record was to be made. */
  readonly record?: Id;
  readonly event: string;
  readonly by: PersonId;
  readonly kept_at: Instant;
  readonly changes: Changes;
  readonly note?: string;
}

export interface DraftView {
  /** With what was typed. */
  readonly whole: boolean;
  readonly kindOf: KindOf;
}

/**
 * `draft list`, and with `whole` `draft show`.
 * @returns the screen, without a line feed at the end
 */
export function draftsScreen(drafts: readonly DraftShown[], view: DraftView, page: Page): string {
  if (drafts.length === 0) return print([[dim(draftWords[page.words.lang].none)]], page);
  const rows = drafts.map((draft) => row(draft, page));
  if (!view.whole) return print(columns(rows, page, { flexible: [2], hint: true }), page);
  const heads = columns(
    rows.map((cells) => cells.slice(0, -1)),
    page,
    { flexible: [2] },
  );
  return print(
    drafts.flatMap((draft, i) => [heads[i] ?? [], ...content(draft, view, page)]),
    page,
  );
}

function row(draft: DraftShown, page: Page): Line {
  const { words } = page;
  return [
    bold(draft.name),
    draft.record ?? words.kind(draft.kind),
    words.event(draft.kind, draft.event),
    draftWords[words.lang].fields(Object.keys(draft.changes).length),
    shortMoment(draft.kept_at, page.today),
    words.person(draft.by),
    dim(resumeCommand(draft)),
  ];
}

const resumeCommand = (draft: DraftShown): string =>
  draft.record === undefined
    ? `casetrail open ${draft.kind} --resume ${draft.name}`
    : `casetrail advance ${draft.record} ${draft.event} --resume ${draft.name}`;

function content(draft: DraftShown, { kindOf }: DraftView, page: Page): Line[] {
  const { words } = page;
  const model = kindOf(draft.kind);
  const values = Object.entries(draft.changes).flatMap(([path, value]) => {
    const text = `${words.field(draft.kind, path)} ${path}  ${valueText(value, { field: model && fieldAt(model, path), kind: draft.kind }, page)}`;
    return wrap(text, page.columns - 4).map((line, i): Line => [i === 0 ? "  + " : "    ", line]);
  });
  const note: Line[] =
    draft.note === undefined ? [] : [["  ", dim(draftWords[words.lang].note), ` ${draft.note}`]];
  return [
    ...values,
    ...note,
    ...spread([dim(`  ${draftWords[words.lang].resume}`)], [resumeCommand(draft)], edge(page)),
  ];
}
