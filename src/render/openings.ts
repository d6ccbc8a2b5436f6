/** What can happen now, who may, what each step still needs: screens.md 3. */
import type { Opening } from "../domain/engine/openings.ts";
import { fieldAt } from "../domain/records/fields.ts";
import { getAt, isFilled } from "../domain/records/paths.ts";
import type { CaseRecord } from "../domain/records/record.ts";
import { columns, flow } from "./columns.ts";
import { short } from "./labels.ts";
import { clauseText } from "./messages.ts";
import { openingsWords } from "./messages-openings.ts";
import {
  blank,
  bold,
  dim,
  edge,
  type Line,
  lineWidth,
  maybe,
  type Page,
  print,
  type Span,
  spread,
  toned,
} from "./page.ts";
import { fieldHelp, type Models, reason } from "./reasons.ts";
import { cut, widthOf } from "./text.ts";
import { titleOf } from "./title.ts";
import { valueText } from "./values.ts";

export interface NextSteps {
  readonly record: CaseRecord;
  readonly models: Models;
  readonly openings: readonly Opening[];
  /** Show the conditions of every step (`show --next`), not only of the likeliest. */
  readonly all: boolean;
}

/**
 * The steps open now, the asker's own first, with what is done and what is missing.
 * @returns the screen, without a line feed at the end
 */
export function openingsScreen(next: NextSteps, page: Page): string {
  const say = openingsWords[page.words.lang];
  const { record } = next;
  const title = titleOf(record, page);
  if (next.openings.length === 0) return print([...title, ["  ", dim(nothing(next, page))]], page);
  const mine = usualFirst(next).filter((opening) => opening.allowed);
  const others = usualFirst(next).filter((opening) => !opening.allowed);
  const heads = headings([...mine, ...others], page);
  return print(
    [
      ...title,
      ...group({ title: say.now, openings: mine, heads, first: true }, next, page),
      ...group(
        { title: say.others, openings: others, heads: heads.slice(mine.length), first: mine.length === 0 },
        next,
        page,
      ),
      ...footer(next, mine[0], page),
    ],
    page,
  );
}

/** The steps themselves, for `show --next`: without title and footer. */
export function openingLines(next: NextSteps, page: Page): Line[] {
  const inOrder = usualFirst(next);
  const heads = headings(inOrder, page);
  return inOrder.flatMap((opening, i) => [heads[i] ?? blank, ...conditions(opening, next, page)]);
}

/** The step that the state waits for comes before those that turn the case another way. */
function usualFirst({ record, models, openings }: NextSteps): readonly Opening[] {
  const state = models.kindOf(record.kind)?.workflow.states.find((one) => one.id === record.state);
  const waits = state?.waits ?? [];
  const place = ({ step }: Opening): number => waits.indexOf(step.event) + 1 || waits.length + 1;
  return [...openings].sort((a, b) => place(a) - place(b));
}

interface Group {
  readonly title: string;
  readonly openings: readonly Opening[];
  readonly heads: readonly Line[];
  /** Show the conditions of the first step: the likeliest for the asker. */
  readonly first: boolean;
}

function group({ title, openings, heads, first }: Group, next: NextSteps, page: Page): Line[] {
  if (openings.length === 0) return [];
  const lines = openings.flatMap((opening, i) => [
    heads[i] ?? blank,
    ...(next.all || (first && i === 0) ? conditions(opening, next, page) : []),
  ]);
  return [[bold(title)], ...lines];
}

function headings(openings: readonly Opening[], page: Page): Line[] {
  const rows = openings.map((opening): Line => {
    const [, ...cells] = openingCells(opening, page);
    return [maybe(opening.allowed ? "bold" : undefined, opening.step.event), ...cells];
  });
  return columns(rows, page, { indent: 2, flexible: [2, 1] });
}

/** Key, label, roles and how far it is: a step that is open. */
export function openingCells(opening: Opening, page: Page): Line {
  const { words } = page;
  return [
    opening.step.event,
    short(opening.step[words.lang], words.lang),
    dim(rolesText(opening.roles, page)),
    standing(opening, page),
  ];
}

/** On a narrow terminal, or when they are many, the first role stands for all. */
function rolesText(roles: readonly string[], page: Page): string {
  const { words } = page;
  const most = page.columns < 100 ? 1 : 2;
  if (roles.length <= most) return words.list(roles.map((role) => words.role(role)));
  return openingsWords[words.lang].andOthers(words.role(roles[0] ?? ""), roles.length - 1);
}

/** How far a step is from being possible. */
function standing(opening: Opening, page: Page): Span {
  const say = openingsWords[page.words.lang];
  const parts: string[] = [];
  if (opening.missing.length > 0) parts.push(say.missing(opening.missing.length));
  if (opening.findings.length > 0) parts.push(say.blocked(opening.findings.length));
  return parts.length > 0 ? page.words.list(parts) : toned("done", say.ready);
}

/** What is missing, what does not hold, what is done already. */
function conditions(opening: Opening, next: NextSteps, page: Page): Line[] {
  const clauses = clauseText(opening.step.clauses.join(" "));
  const missing = opening.missing.map((path, i) => missingLine(path, i === 0 ? clauses : "", next, page));
  const said = new Set(Object.keys(opening.step.says ?? {}));
  const filled = opening.step.needs.filter(
    (path) => isFilled(next.record, path) && !opening.missing.includes(path) && !said.has(path),
  );
  return [
    ...missing.flat(),
    ...opening.findings.flatMap((found) => indented(reason(found, toned("late", "✗"), page))),
    ...filled.map((path) => filledLine(path, next, page)),
  ];
}

const indented = (lines: readonly Line[]): Line[] => lines.map((line) => ["    ", ...line]);

function missingLine(path: string, clause: string, next: NextSteps, page: Page): Line[] {
  const { words } = page;
  const left: Line = ["      ", toned("late", "✗"), ` ${words.field(next.record.kind, path)} `, dim(path)];
  const room = edge(page) - lineWidth(left) - widthOf(clause) - 6;
  const help = helpOf(path, next, page);
  return spread(
    room >= 16 && help !== "" ? [...left, "   ", dim(cut(help, room))] : left,
    [dim(clause)],
    edge(page),
  );
}

function helpOf(path: string, { record, models }: NextSteps, page: Page): string {
  const kind = models.kindOf(record.kind);
  const field = kind && fieldAt(kind, path);
  const help = fieldHelp(field, models.shared, page);
  return help !== "" && help === field?.example ? openingsWords[page.words.lang].example(help) : help;
}

function filledLine(path: string, next: NextSteps, page: Page): Line {
  const kind = next.models.kindOf(next.record.kind);
  const value = valueText(
    getAt(next.record, path),
    { field: kind && fieldAt(kind, path), kind: next.record.kind },
    page,
  );
  const left: Line = ["      ", toned("done", "✓"), ` ${page.words.field(next.record.kind, path)} `];
  return [
    ...left,
    cut(value.replaceAll("\n", page.words.list(["", ""])), Math.max(12, edge(page) - lineWidth(left))),
  ];
}

function nothing(next: NextSteps, page: Page): string {
  const { record, models } = next;
  const say = openingsWords[page.words.lang];
  const state = models.kindOf(record.kind)?.workflow.states.find((one) => one.id === record.state);
  return state?.final ? say.over(page.words.state(record.kind, record.state)) : say.nothing;
}

/** Where more stands, and the command for the likeliest step of those the asker may take. */
function footer({ record, models, all }: NextSteps, first: Opening | undefined, page: Page): Line[] {
  const say = openingsWords[page.words.lang];
  const common = models.shared.common.filter((step) => step.event !== "cosign");
  const anytime = common.map((step): Line => [dim(`${step.event} ${step[page.words.lang]}`)]);
  const more: Line = all ? [] : [dim(`${say.allConditions}  `), `casetrail show ${record.id} --next`];
  const go: Line = first ? [dim(`${say.go}  `), `casetrail advance ${record.id} ${first.step.event}`] : [];
  const last = all ? [go] : spread(more, go, edge(page));
  return [...flow([[dim(say.anytime)], ...anytime], page, { indent: 0, gap: 2 }), ...last];
}
