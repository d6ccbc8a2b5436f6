/** A record as a form, then its deadlines, what may happen next, and the last of its history. */
import type { Interval } from "../domain/clocks/clock.ts";
import type { Opening } from "../domain/engine/openings.ts";
import type { KindModel } from "../domain/records/model.ts";
import type { CaseRecord } from "../domain/records/record.ts";
import { columns } from "./columns.ts";
import { moment } from "./dates.ts";
import { dueLines } from "./dues.ts";
import { formLines } from "./form.ts";
import { historyLines, type Logged } from "./log.ts";
import { showWords } from "./messages-show.ts";
import { openingCells, openingLines } from "./openings.ts";
import { blank, bold, dim, edge, type Line, type Page, print, spread } from "./page.ts";
import type { Models } from "./reasons.ts";
import { titleOf } from "./title.ts";

export interface Shown {
  readonly record: CaseRecord;
  readonly kind: KindModel;
  readonly models: Models;
  readonly dues: readonly Interval[];
  readonly openings: readonly Opening[];
  /** The history, with commits where they are known. */
  readonly history: readonly Logged[];
  readonly path: string;
  readonly commit?: string;
  /** `--next`: every condition of every step open now. */
  readonly next: boolean;
}

/** So many steps of the history are shown; `log` has the rest. */
const LAST_STEPS = 5;

/**
 * `show`.
 * @returns the screen, without a line feed at the end
 */
export function showScreen(shown: Shown, page: Page): string {
  const say = showWords[page.words.lang];
  return print(
    [
      ...titleOf(shown.record, page),
      ...origin(shown, page),
      blank,
      ...formLines(shown.record, shown.kind, page),
      ...section(say.deadlines, dueLines(shown.dues, page)),
      ...section(say.next, nextLines(shown, page)),
      ...section(say.history, history(shown, page)),
      blank,
      ...places(shown, page),
    ],
    page,
  );
}

const section = (title: string, lines: readonly Line[]): Line[] =>
  lines.length === 0 ? [] : [blank, [bold(title)], ...lines];

function origin({ record }: Shown, page: Page): Line[] {
  const { words } = page;
  const [at, by] = [record["created_at"], record["created_by"]];
  const made =
    typeof at === "string" && typeof by === "string"
      ? showWords[words.lang].created(moment(at), words.person(by))
      : "";
  return [[dim([words.kind(record.kind), made].filter((part) => part !== "").join(" · "))]];
}

function nextLines(shown: Shown, page: Page): Line[] {
  const { record, models, openings } = shown;
  if (shown.next) return openingLines({ record, models, openings, all: true }, page);
  const rows = openings.map((opening) => openingCells(opening, page));
  return columns(rows, page, { indent: 2, flexible: [2, 1] });
}

function history(shown: Shown, page: Page): Line[] {
  const last = shown.history.slice(-LAST_STEPS);
  const earlier = shown.history.length - last.length;
  const say = showWords[page.words.lang];
  const note: Line[] = earlier > 0 ? [["  ", dim(`… ${say.earlier(earlier)}`)]] : [];
  return [...note, ...historyLines(last, shown.kind, page)];
}

function places(shown: Shown, page: Page): Line[] {
  const say = showWords[page.words.lang];
  const commit = shown.commit === undefined ? "" : `    ${say.commit} ${shown.commit.slice(0, 7)}`;
  const { id } = shown.record;
  const hints =
    shown.next || shown.openings.length === 0
      ? []
      : spread([dim(say.conditions)], [`casetrail show ${id} --next`], edge(page));
  return [
    [dim(`${say.file} ${shown.path}${commit}`)],
    ...spread([dim(say.whole)], [`casetrail log ${id}`], edge(page)),
    ...hints,
  ];
}
