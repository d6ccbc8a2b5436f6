/** `todo`: what waits for whom; with `--why` how each due day was counted. screens.md 2. */
import type { CountedDay } from "../domain/calendar/workdays.ts";
import type { TodoItem } from "../domain/clocks/todo.ts";
import type { SharedModel } from "../domain/records/model.ts";
import type { PersonId } from "../domain/records/record.ts";
import { columns } from "./columns.ts";
import { longDay, moment, shortDay } from "./dates.ts";
import { clauseText } from "./messages.ts";
import { todoWords } from "./messages-todo.ts";
import { blank, bold, dim, edge, type Line, type Page, print, type Span, spread, toned } from "./page.ts";
import { paragraph } from "./paragraph.ts";
import { pad } from "./text.ts";
import { commandFor, markOf, subjectOf, titleText, todoRow, whoText } from "./todo-row.ts";

export interface WorkView {
  readonly items: readonly TodoItem[];
  /** How many wait in the whole company. */
  readonly all: number;
  /** Whose list it is; absent: everybody's, then each line says for whom. */
  readonly person?: { readonly id: PersonId };
  /** Every day counted. */
  readonly why: boolean;
  readonly shared: SharedModel;
}

/**
 * The work list, one line an item; with `why` the count behind each.
 * @returns the screen, without a line feed at the end
 */
export function todoScreen(view: WorkView, page: Page): string {
  const say = todoWords[page.words.lang];
  const { items, why } = view;
  if (items.length === 0) return print([[toned("done", "✓"), " ", say.nothing], ...footer(view, page)], page);
  return print(
    [
      ...(why
        ? items.flatMap((item, i) => [...(i > 0 ? [blank] : []), ...whyLines(item, view.shared, page)])
        : list(view, page)),
      ...footer(view, page),
    ],
    page,
  );
}

function list({ items, person }: WorkView, page: Page): Line[] {
  const who = person === undefined;
  const rows = items.map((item) => todoRow(item, page, who));
  return columns(rows, page, {
    flexible: [4, 2],
    marker: true,
    ...(who ? { hint: true as const, squeeze: true as const } : {}),
  });
}

/** How many of how many, and the next move as a command to copy. */
function footer({ items, all, why }: WorkView, page: Page): Line[] {
  const say = todoWords[page.words.lang];
  const late = items.filter((item) => item.status === "overdue").length;
  const today = items.filter((item) => item.due === page.today && item.status !== "overdue").length;
  const count = say.items(items.length, today, late);
  const rest: Line[] =
    items.length < all
      ? spread([dim(say.ofCompany(count, all))], [dim("casetrail todo --all")], edge(page))
      : [[dim(count)]];
  const [first] = items;
  const next: Line[] = first && !why ? spread([dim(say.next)], [commandFor(first)], edge(page)) : [];
  return [...rest, ...next];
}

function whyLines(item: TodoItem, shared: SharedModel, page: Page): Line[] {
  const mark = markOf(item, page);
  const head: Line = [mark === "" ? " " : mark, " ", bold(subjectOf(item)), "  ", titleText(item, page)];
  const what = `${page.words.event(item.kind, item.event)} (${item.event}) · ${whoText(item, page)}`;
  return [
    ...spread(head, [standing(item, page)], edge(page)),
    ...paragraph(what, page, { right: dim(origin(item, shared, page)) }),
    ...count(item, shared, page),
    ["  ", commandFor(item)],
  ];
}

/** Late by how much, or due when. */
function standing(item: TodoItem, page: Page): Span {
  const say = todoWords[page.words.lang];
  if (item.status === "overdue") return toned("late", item.late > 0 ? say.late(item.late) : say.lateToday);
  if (item.due === null) return "";
  return item.due === page.today
    ? toned("soon", say.dueToday)
    : say.dueIn(shortDay(item.due, page.today, page.words.lang));
}

function origin(item: TodoItem, shared: SharedModel, page: Page): string {
  const deadline = item.deadline === null ? undefined : shared.deadlines[item.deadline];
  if (!deadline) return "";
  return item.guideline ? todoWords[page.words.lang].guideline : clauseText(deadline.clause);
}

function count(item: TodoItem, shared: SharedModel, page: Page): Line[] {
  const say = todoWords[page.words.lang];
  if (item.start === null) return [["  ", dim(say.noCount)]];
  const agreed = item.deadline !== null && shared.deadlines[item.deadline]?.unit === "date";
  return [
    startLine(item, page),
    ...(agreed ? [agreedLine(item, page)] : dayLines(item, page)),
    ...(item.not_before === null
      ? []
      : [["     ", dim(say.notBefore(longDay(item.not_before, page.words.lang)))]]),
    ...(item.provisional ? [["     ", dim(say.provisional)]] : []),
  ];
}

/** No days are counted to a date that the record itself sets. */
function agreedLine(item: TodoItem, page: Page): Line {
  const say = todoWords[page.words.lang];
  const day = item.due === null ? say.unknown : longDay(item.due, page.words.lang);
  return [`        ${day}   `, toned(item.status === "overdue" ? "late" : "soon", `← ${say.agreedDate}`)];
}

const dueMark = (item: TodoItem, page: Page): Span =>
  toned(item.status === "overdue" ? "late" : "soon", `   ${todoWords[page.words.lang].deadline}`);

function startLine(item: TodoItem, page: Page): Line {
  const say = todoWords[page.words.lang];
  const { lang } = page.words;
  const start = item.start ?? "";
  const clock = start.length > 10 ? ` ${moment(start).slice(11)}` : "";
  return [
    "  ",
    `${item.assumed ? say.assumed : say.start}  ${longDay(start.slice(0, 10), lang)}${clock}   `,
    dim(`(${say.notCounted})`),
  ];
}

/** Longer counts show their first and last days. */
const MOST_DAYS = 24;
const ENDS = 2;

function dayLines(item: TodoItem, page: Page): Line[] {
  let number = 0;
  const lines = item.days.map((day) => dayLine(day, day.counted ? ++number : 0, item, page));
  if (lines.length <= MOST_DAYS) return lines;
  const rest: Line = ["     ", dim(todoWords[page.words.lang].days(lines.length))];
  return [...lines.slice(0, ENDS), rest, ...lines.slice(-ENDS)];
}

function dayLine(day: CountedDay, number: number, item: TodoItem, page: Page): Line {
  const say = todoWords[page.words.lang];
  const { lang } = page.words;
  const reason = day.reason ? (lang === "zh" ? day.reason.name : day.reason.name_en) : "";
  const remarks = [reason, day.estimated ? say.estimatedDay : ""].filter((part) => part !== "").join(" · ");
  const text = `  ${pad(day.counted ? String(number) : "–", 4, "right")}  ${longDay(day.date, lang)}`;
  const due: Span = day.date === item.due ? dueMark(item, page) : "";
  return [day.counted ? text : dim(text), dim(remarks === "" ? "" : `   ${remarks}`), due];
}
