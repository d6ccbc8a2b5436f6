/** One line of a work list: what, until when, about what, for whom. */
import type { TodoItem } from "../domain/clocks/todo.ts";
import { daysBetween, shortDay } from "./dates.ts";
import { todoWords } from "./messages-todo.ts";
import { dim, type Line, type Page, type Span, toned } from "./page.ts";

/** Due today or tomorrow, or past without being late (a reminder, an estimate). */
const isSoon = (item: TodoItem, page: Page): boolean =>
  item.due !== null && daysBetween(page.today, item.due) <= 1;

/** `!` overdue, `·` due today or tomorrow. */
export function markOf(item: TodoItem, page: Page): Span {
  if (item.status === "overdue") return toned("late", "!");
  return isSoon(item, page) ? toned("soon", "·") : "";
}

/** The record, or the period of a duty that has no record yet. */
export const subjectOf = (item: TodoItem): string => item.record ?? item.period ?? "";

/** What it is about; a duty without a record is named by the record it asks for. */
export const titleText = (item: TodoItem, page: Page): string =>
  item.record === null ? page.words.kind(item.kind) : (item.title ?? "");

/** `应于 11-24 今天`, `最迟 01-21`, `约 01-05(估算)`. */
export function dueText(item: TodoItem, page: Page): Span {
  const say = todoWords[page.words.lang];
  if (item.due === null) return dim(item.deadline === null ? say.undated : say.unknown);
  const day = shortDay(item.due, page.today, page.words.lang);
  if (item.status === "estimated") return say.estimated(day);
  if (item.status === "overdue") return toned("late", say.due(day));
  if (item.reminder) return say.reminder(day);
  const text = item.not_before === null ? say.due(day) : say.until(day);
  return isSoon(item, page) ? toned("soon", text) : text;
}

/** Named persons, else roles with their department. */
export function whoText(item: TodoItem, page: Page): string {
  const { words } = page;
  if (item.persons.length > 0) return words.list(item.persons.map((id) => words.person(id)));
  const roles = words.list(item.roles.map((role) => words.role(role)));
  const departments = words.list(item.departments.map((department) => words.department(department)));
  return [roles, departments].filter((part) => part !== "").join(" · ");
}

/** The same on one line: the department, else the first of several roles for the others, who have the same right. */
function whoShort(item: TodoItem, page: Page): string {
  const [first, ...others] = item.roles;
  if (first === undefined || others.length === 0 || item.persons.length > 0) return whoText(item, page);
  const { words } = page;
  if (item.departments.length > 0) return words.list(item.departments.map((one) => words.department(one)));
  return todoWords[words.lang].andOthers(words.role(first), others.length);
}

/** Sign, record, what, until when, title; with `who` for whom. */
export function todoRow(item: TodoItem, page: Page, who: boolean): Line {
  const cells: Line = [
    markOf(item, page),
    subjectOf(item),
    page.words.event(item.kind, item.event),
    dueText(item, page),
    titleText(item, page),
  ];
  return who ? [...cells, dim(whoShort(item, page))] : cells;
}

/** The command that takes the step: a new record, or the next step of one. */
export const commandFor = (item: TodoItem): string =>
  item.record === null ? `casetrail open ${item.kind}` : `casetrail advance ${item.record} ${item.event}`;
