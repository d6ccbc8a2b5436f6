/** Findings as lines: reason, what to do about it, clause at the right. Used by refusals, openings and checks. */

import { fieldAt } from "../domain/records/fields.ts";
import type { Field, SharedModel } from "../domain/records/model.ts";
import { type Finding, worded } from "../domain/words/findings.ts";
import { type KindOf, labelText } from "./labels.ts";
import { clauseText } from "./messages.ts";
import { refusalWords } from "./messages-refusal.ts";
import {
  bold,
  dim,
  edge,
  type Line,
  lineText,
  lineWidth,
  type Page,
  print,
  type Span,
  spread,
  toned,
} from "./page.ts";
import { pad, widthOf, wrap } from "./text.ts";

export interface Models {
  readonly shared: SharedModel;
  readonly kindOf: KindOf;
}

/** Room at the right end that the exit code of a refusal needs. */
export const EXIT_ROOM = 11;

/**
 * One reason: `✗ message   remedy   clause`; what does not fit on the line follows on lines of its own.
 * @param mark the sign before it, with its tone
 * @param lead what it is about, where it stands alone: the number of a record
 */
export function reason(found: Finding, mark: Span, page: Page, lead = ""): Line[] {
  const { message, remedy } = wordedAt(found, page);
  return marked({ mark, lead, message, remedy: remedy ?? "", clause: clauseText(found.clause) }, page);
}

/** A reason in words; of a form that was typed, the line comes first: a record's file and line are shown by `check`. */
export function wordedAt(found: Finding, page: Page): ReturnType<typeof worded> {
  const said = worded(found, page.words);
  if (found.line === undefined || found.file !== undefined || found.record !== undefined) return said;
  return { ...said, message: refusalWords[page.words.lang].atLine(found.line, said.message) };
}

/** Reasons one after another, without a title. */
export const reasonsText = (findings: readonly Finding[], page: Page): string =>
  print(
    findings.flatMap((found) => reason(found, toned("late", "✗"), page)),
    page,
  );

export interface Reason {
  readonly mark: Span;
  readonly lead?: string;
  readonly message: string;
  readonly remedy: string;
  readonly clause: string;
}

/** A reason whose sentence is already made. */
export function marked({ mark, lead = "", message, remedy, clause }: Reason, page: Page): Line[] {
  const to = edge(page) - EXIT_ROOM;
  const about = lead === "" ? "" : `${lead}  `;
  const [first = "", ...rest] = wrap(about + message, Math.max(20, page.columns - 6));
  const whole: Line = ["  ", mark, " ", bold(about), first.slice(about.length)];
  const hinted: Line = remedy === "" ? whole : [...whole, "   ", dim(remedy)];
  const inline = rest.length === 0 && lineWidth(hinted) + widthOf(clause) + 2 <= to;
  if (inline) return spread(hinted, [clause], to);
  const more = rest.map((text): Line => ["    ", text]);
  const last = more.pop() ?? whole;
  const head = last === whole ? [] : [whole, ...more];
  const told = remedy === "" ? [] : remedyText(remedy, Math.max(20, page.columns - 6));
  const hints = told.map((text): Line => ["      ", dim(text)]);
  return [...head, ...spread(last, [clause], to), ...hints];
}

/** A command at the end of a remedy: whoever is told it copies it. */
const COMMAND = /(?<=[\s::])casetrail [^()]*$/u;

/** What to do, on lines of so many columns; a command to copy stands on one of its own where that keeps it whole. */
export function remedyText(remedy: string, room: number): string[] {
  const at = widthOf(remedy) > room ? remedy.search(COMMAND) : -1;
  const apart = at > 0 && widthOf(remedy.slice(at)) <= room;
  const parts = apart ? [remedy.slice(0, at).trimEnd(), remedy.slice(at)] : [remedy];
  return parts.flatMap((part) => wrap(part, room));
}

/** A field that still has to be given, as it is typed: `--set category=…   投诉类别   product_quality 产品质量 · …`. */
export function missingFields(found: readonly Finding[], models: Models, page: Page): Line[] {
  const rows = found.map((one) => missingRow(one, models, page));
  const option = Math.max(0, ...rows.map((row) => widthOf(row.option)));
  const label = Math.max(0, ...rows.map((row) => widthOf(row.label)));
  return rows.flatMap((row): Line[] => {
    const left: Line = ["  ", pad(row.option, option), "  ", pad(row.label, label), "  "];
    const room = page.columns - lineWidth(left);
    const under = (indent: number, help: string): Line => [" ".repeat(indent), dim(help)];
    const [first = "", ...more] = wrap(row.help, Math.max(24, room));
    if (room >= 24) return [[...left, dim(first)], ...more.map((help) => under(lineWidth(left), help))];
    const helps = row.help === "" ? [] : wrap(row.help, page.columns - 6);
    return [["  ", row.option, "  ", row.label], ...helps.map((help) => under(6, help))];
  });
}

interface MissingRow {
  readonly option: string;
  readonly label: string;
  readonly help: string;
}

function missingRow(found: Finding, { shared, kindOf }: Models, page: Page): MissingRow {
  const { kind: name, path } = found.params as { kind: string; path: string };
  const kind = kindOf(name);
  const field = kind && fieldAt(kind, path);
  return {
    option: `--set ${path}=…`,
    label: page.words.field(name, path),
    help: fieldHelp(field, shared, page),
  };
}

/** What may be typed: the keys of an enumeration with their labels, the keys of an object, or an example. */
export function fieldHelp(field: Field | undefined, shared: SharedModel, page: Page): string {
  const list = field?.enum ?? field?.items?.enum;
  if (list !== undefined) return choices(list, shared, page).join(" · ");
  if (field?.properties) return keysHelp(field, page);
  return field?.items?.properties ? `[${keysHelp(field.items, page)}]` : exampleOf(field, page);
}

/** Examples are written as the factory writes: one in Chinese helps no reader of English. */
function exampleOf(field: Field | undefined, page: Page): string {
  const example = field?.example ?? "";
  return page.words.lang === "en" && /\p{Script=Han}/u.test(example) ? "" : example;
}

/** `{name: 姓名, phone: 电话}`: as it is typed, what it means in place of the values. */
const keysHelp = ({ properties = {} }: Field, page: Page): string =>
  `{${Object.entries(properties)
    .filter(([key]) => key !== "seal")
    .map(([key, inner]) => `${key}: ${inner.label ? labelText(inner.label, page.words.lang) : "…"}`)
    .join(", ")}}`;

export const choices = (list: string, shared: SharedModel, page: Page): string[] =>
  Object.keys(shared.enums[list] ?? {}).map((key) => `${key} ${page.words.value(list, key)}`);

/** Is it a field of a known kind that is not filled? Those are shown as options to type. */
export const isMissing = (found: Finding): boolean =>
  found.code === "field-missing" && typeof (found.params as { path?: unknown }).path === "string";

/** A warning of a step, a check or the reading of the repository: one line for stderr. */
export function warningLine(found: Finding, page: Page): string {
  const { message, remedy } = worded(found, page.words);
  const place = found.record ?? found.file;
  const where = place !== undefined && message.startsWith(place) ? undefined : place;
  const left: Line = [
    toned("soon", "!"),
    " ",
    ...(where === undefined ? [] : [where, "  "]),
    message,
    remedy === undefined ? "" : `  ${remedy}`,
  ];
  return print(spread(left, [clauseText(found.clause)], edge(page)), page);
}

/** A remark put at the right end of the last line, or on a line of its own where it does not fit. */
export function atEnd(lines: readonly Line[], remark: Span, page: Page): Line[] {
  const last = lines.at(-1) ?? [];
  const trimmed: Line = [...last];
  const width = lineWidth(trimmed);
  const to = edge(page);
  const room = to - width - widthOf(lineText([remark]));
  if (room >= 2) return [...lines.slice(0, -1), [...trimmed, " ".repeat(room), remark]];
  return [...lines, [" ".repeat(Math.max(0, to - widthOf(lineText([remark])))), remark]];
}
