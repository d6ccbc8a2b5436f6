/** The timeline of a record: one line a step; what was said or changed with it below. */
import type { KindModel } from "../domain/records/model.ts";
import type { CaseRecord, HistoryEntry } from "../domain/records/record.ts";
import { columnGroups } from "./columns.ts";
import { moment } from "./dates.ts";
import { entryLabel } from "./labels.ts";
import { logWords } from "./messages-log.ts";
import { bold, dim, type Line, type Page, print } from "./page.ts";
import { changeLine } from "./step.ts";
import { wrap } from "./text.ts";
import { titleOf } from "./title.ts";

/** A history entry with the commit that wrote it, where it is known. */
export type Logged = HistoryEntry & { readonly commit?: string };

/**
 * `log`: when, who, what, from → to, commit.
 * @returns the screen, without a line feed at the end
 */
export function logScreen(
  record: CaseRecord,
  entries: readonly Logged[],
  kind: KindModel,
  page: Page,
): string {
  return print([...titleOf(record, page), ...historyLines(entries, kind, page)], page);
}

/** The steps alone, as `show` has the last of them. */
export function historyLines(entries: readonly Logged[], kind: KindModel, page: Page): Line[] {
  const known = entries.some((entry) => entry.commit !== undefined);
  const rows = entries.map((entry) => row(entry, kind, page).filter((_, i) => known || i !== COMMIT));
  const groups = columnGroups(rows, page, {
    indent: 2,
    flexible: [known ? 3 : 2],
    hint: true,
    hintIndent: UNDER_TIME,
  });
  return entries.flatMap((entry, i) => [...(groups[i] ?? []), ...remarks(entry, kind, page)]);
}

/** What belongs to a step stands under it, beside its time. */
const UNDER_TIME = 20;

/** The cell of the commit: left out where none is known. */
const COMMIT = 1;

/** Where the state moved stands last: on a narrow terminal it goes to a line of its own. */
function row(entry: Logged, kind: KindModel, page: Page): Line {
  return [
    moment(entry.at),
    dim(entry.commit?.slice(0, 7) ?? ""),
    who(entry, page),
    bold(whatHappened(entry, kind, page)),
    movement(entry, kind, page),
  ];
}

function who(entry: Logged, page: Page): string {
  const deputy =
    entry.deputy_for === undefined
      ? ""
      : ` ${logWords[page.words.lang].deputyFor(page.words.person(entry.deputy_for))}`;
  return page.words.person(entry.by) + deputy;
}

function whatHappened(entry: Logged, kind: KindModel, page: Page): string {
  if (entry.event !== "cosign") return entryLabel(kind, entry, page.words);
  return logWords[page.words.lang].signedFor(page.words.event(kind.workflow.kind, entry.for ?? ""));
}

function movement(entry: Logged, kind: KindModel, page: Page): string {
  const state = (id: string): string => page.words.state(kind.workflow.kind, id);
  if (entry.from === entry.to) return "";
  return entry.from === null ? `→ ${state(entry.to)}` : `${state(entry.from)} → ${state(entry.to)}`;
}

function remarks(entry: Logged, kind: KindModel, page: Page): Line[] {
  const changes = (entry.changes ?? []).flatMap((change) => changeLine(change, kind, page));
  const note =
    entry.note === undefined ? [] : wrap(entry.note, page.columns - 20).map((text): Line => ["  ", text]);
  return [...changes, ...note].map((line) => [" ".repeat(UNDER_TIME), dim(line.join("").trimStart())]);
}
