/** `casetrail` and `casetrail status`: first what I must do, then the company. screens.md 1. */
import type { DayStatus } from "../domain/calendar/day-status.ts";
import type { TodoItem } from "../domain/clocks/todo.ts";
import type { Role } from "../domain/records/model.ts";
import type { Day, Instant, Label, PersonId } from "../domain/records/record.ts";
import { type Finding, worded } from "../domain/words/findings.ts";
import { columns, flow } from "./columns.ts";
import { longDay } from "./dates.ts";
import { clauseText } from "./messages.ts";
import { todoWords } from "./messages-todo.ts";
import { blank, bold, dim, edge, type Line, type Page, print, type Span, spread, toned } from "./page.ts";
import { wrap } from "./text.ts";
import { todoRow } from "./todo-row.ts";

export interface Status {
  readonly company: Label;
  readonly procedure: { readonly no: string; readonly version: string };
  readonly now: Instant;
  readonly today: Day;
  readonly day: DayStatus;
  /** The clock of the worked example stands still. */
  readonly exampleClock: boolean;
  readonly person?: PersonId;
  readonly roles: readonly Role[];
  /** What git says of somebody unknown. */
  readonly email: string;
  readonly mine: readonly TodoItem[];
  /** Late in the whole company. */
  readonly overdue: readonly TodoItem[];
  /** Open records by kind, the most first. */
  readonly open: readonly (readonly [kind: string, n: number])[];
  readonly reminders: readonly Finding[];
}

/** So many items are shown of each list; `todo` has the rest. */
const MOST = 8;

/**
 * The first screen.
 * @returns the screen, without a line feed at the end
 */
export function statusScreen(status: Status, page: Page): string {
  return print(
    [
      ...head(status, page),
      blank,
      ...mine(status, page),
      ...company(status, page),
      ...reminders(status, page),
    ],
    page,
  );
}

function head(status: Status, page: Page): Line[] {
  const say = todoWords[page.words.lang];
  const { lang } = page.words;
  const { no, version } = status.procedure;
  const clock = status.exampleClock ? [say.exampleClock] : [];
  const right = [longDay(status.today, lang), dayWord(status.day, page), ...clock].join(" · ");
  return [
    ...spread([bold(status.company[lang]), `  ${no} ${version}`], [right], edge(page)),
    ...who(status, page),
  ];
}

function dayWord({ works, reason }: DayStatus, page: Page): string {
  const say = todoWords[page.words.lang];
  const name = reason && (page.words.lang === "zh" ? reason.name : reason.name_en);
  if (!works) return say.restDay(name ?? "");
  return name === undefined ? say.workday : `${say.workday} (${name})`;
}

function who(status: Status, page: Page): Line[] {
  const say = todoWords[page.words.lang];
  if (status.person !== undefined) return [[page.words.person(status.person)]];
  return [[toned("soon", say.unknownPerson(status.email))], ["  ", dim(say.unknownRemedy)]];
}

function mine(status: Status, page: Page): Line[] {
  const say = todoWords[page.words.lang];
  if (status.person === undefined) return [];
  if (status.mine.length === 0) return [[bold(say.mine), "  ", toned("done", say.nothingMine)]];
  const late = status.mine.filter((item) => item.status === "overdue").length;
  const today = status.mine.filter((item) => item.due === status.today && item.status !== "overdue").length;
  const title: Line = [bold(say.mine), `  ${say.items(status.mine.length, today, late)}`];
  return [title, ...rows(status.mine, false, page), ...more(status.mine.length, "casetrail todo", page)];
}

/** Late ones and those that are due; the list is sorted already. */
function rows(items: readonly TodoItem[], withWhom: boolean, page: Page): Line[] {
  const layout = {
    flexible: [4, 2],
    marker: true as const,
    ...(withWhom ? { hint: true as const, squeeze: true as const } : {}),
  };
  return columns(
    items.slice(0, MOST).map((item) => todoRow(item, page, withWhom)),
    page,
    layout,
  );
}

function more(count: number, command: string, page: Page): Line[] {
  if (count <= MOST) return [];
  return spread(["  ", dim(todoWords[page.words.lang].more(count - MOST))], [dim(command)], edge(page));
}

function company(status: Status, page: Page): Line[] {
  const say = todoWords[page.words.lang];
  const open = status.open.reduce((sum, [, n]) => sum + n, 0);
  const title: Line = [bold(say.company), `  ${say.running(open, status.overdue.length)}`];
  const counts = status.open.map(([kind, n]): Line => [`${page.words.kind(kind)} `, bold(String(n))]);
  return [
    ...spread(title, [dim("casetrail todo --all --overdue")], edge(page)),
    ...rows(status.overdue, true, page),
    ...more(status.overdue.length, "casetrail todo --all --overdue", page),
    ...flow(counts, page),
  ];
}

function reminders(status: Status, page: Page): Line[] {
  const say = todoWords[page.words.lang];
  const title = `${say.reminders}  `;
  const lines = status.reminders.flatMap((found) => reminder(found, page));
  if (lines.length === 0) return [];
  return [
    blank,
    ...lines.map(
      ({ text, remedy }, i): Line => [i === 0 ? bold(title) : " ".repeat(title.length), text, remedy],
    ),
  ];
}

function reminder(found: Finding, page: Page): { text: string; remedy: Span }[] {
  const { message, remedy } = worded(found, page.words);
  const clause = clauseText(found.clause);
  const said = clause === "" ? message : `${message} (${clause})`;
  const lines = wrap(remedy === undefined ? said : `${said}  ${remedy}`, edge(page) - 12);
  return lines.map((text) => ({ text, remedy: "" }));
}
