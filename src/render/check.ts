/** What `check` found: one block a finding, with the line of the file where there is one; then one line in sum. screens.md 7. */
import { type Finding, isError, worded } from "../domain/words/findings.ts";
import type { Level } from "../domain/words/words.ts";
import { columns } from "./columns.ts";
import { clauseText } from "./messages.ts";
import { checkWords } from "./messages-check.ts";
import { blank, bold, dim, edge, type Line, lineWidth, type Page, print, spread, toned } from "./page.ts";
import { reason } from "./reasons.ts";
import { cut, harmless, pad, widthOf, wrap } from "./text.ts";

/** The place of a finding in its file: the line as written, and how many characters of it are meant. */
export interface Source {
  readonly text: string;
  readonly length: number;
}

export interface Checked {
  /** Errors of the run; warnings are said on stderr, one line each (`warningLine`). */
  readonly findings: readonly Finding[];
  /** The source line of a finding that has file and line. */
  readonly source: (found: Finding) => Source | undefined;
  readonly records: number;
  readonly checks: number;
}

/**
 * `check` with findings; with none there is nothing to say.
 * @returns the screen, without a line feed at the end; empty when all is well
 */
export function checkScreen(checked: Checked, page: Page): string {
  const errors = checked.findings.filter(isError);
  if (errors.length === 0) return "";
  const blocks = errors.flatMap((found) => [
    ...block(found, checked.source(found), page),
    ...(hasPlace(found) ? [blank] : []),
  ]);
  const bad = new Set(errors.map((found) => found.record ?? found.file ?? "")).size;
  const counts = { findings: errors.length, bad, records: checked.records, checks: checked.checks };
  return print([...blocks, [bold(checkWords[page.words.lang].summary(counts))]], page);
}

const hasPlace = (found: Finding): boolean => found.file !== undefined && found.line !== undefined;

/** One finding: file and line with the words that are wrong, or the record with the reason. */
export function block(found: Finding, source: Source | undefined, page: Page): Line[] {
  if (!hasPlace(found)) return reason(found, toned("late", "✗"), page, found.record ?? found.file);
  const place = [found.file, found.line, found.column].filter((part) => part !== undefined).join(":");
  const { message, remedy } = worded(found, page.words);
  return [
    [toned("late", "✗"), " ", bold(place)],
    ...(source ? excerpt(found, source, page) : []),
    ...pointed(found, source, message, page),
    ...(remedy === undefined
      ? []
      : wrap(checkWords[page.words.lang].mend(remedy), page.columns - 2).map((text): Line => ["  ", text])),
  ];
}

const gutter = (found: Finding): string => `  ${pad(String(found.line ?? ""), 4, "right")} | `;

function excerpt(found: Finding, source: Source, page: Page): Line[] {
  const head = gutter(found);
  return [[dim(head), cut(harmless(source.text), Math.max(20, page.columns - widthOf(head)))]];
}

/** The sentence, behind the mark below the words meant; by display width: what stands before them may be Chinese. */
function pointed(found: Finding, source: Source | undefined, message: string, page: Page): Line[] {
  const clause = clauseText(found.clause);
  const mark = source && found.column !== undefined ? caret(found, source, found.column - 1) : [];
  const left: Line = [...(mark.length > 0 ? mark : ["   "]), " "];
  const room = edge(page) - (clause === "" ? 0 : widthOf(clause) + 2);
  if (lineWidth(left) + widthOf(message) <= room) return spread([...left, message], [clause], edge(page));
  const lines = wrap(message, Math.max(20, page.columns - 4)).map((text): Line => ["    ", text]);
  const last = lines.pop() ?? [];
  return [...(mark.length > 0 ? [mark] : []), ...lines, ...spread(last, [clause], edge(page))];
}

function caret(found: Finding, source: Source, before: number): Line {
  const head = gutter(found).replace(/\d/g, " ");
  const blanks = widthOf(harmless(source.text.slice(0, before)));
  const marks = widthOf(harmless(source.text.slice(before, before + source.length)));
  return [dim(head), " ".repeat(blanks), toned("late", "^".repeat(Math.max(1, marks)))];
}

/** A check as `check --list` names it. */
export interface CheckNamed {
  readonly id: string;
  readonly level: Level;
  readonly clause?: string | undefined;
  readonly what: string;
}

/** `check --list`: every check with its level and clause. */
export function checkListScreen(checks: readonly CheckNamed[], page: Page): string {
  const rows = checks.map(
    (check): Line => [
      bold(check.id),
      page.words.value("finding_level", check.level),
      dim(clauseText(check.clause)),
      check.what,
    ],
  );
  return print(columns(rows, page, { hint: true }), page);
}
