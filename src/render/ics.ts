/** The due days of a work list as iCalendar (RFC 5545), for any calendar program. */
import type { TodoItem } from "../domain/clocks/todo.ts";
import type { Day, Instant } from "../domain/records/record.ts";
import type { Words } from "../domain/words/words.ts";
import { harmless } from "./text.ts";
import { commandFor, subjectOf } from "./todo-row.ts";

/** No line is longer; what is, goes on in the next, which begins with a blank. */
const LINE = 75;

/**
 * One whole day for each due day; what has none is left out. The same duty has the same name in every file, so that a
 * calendar that reads the next one moves it instead of showing it twice.
 * @param now when the list was made
 * @returns the text of the file, lines ended by CR LF
 */
export function todoCalendar(items: readonly TodoItem[], now: Instant, words: Words): string {
  const events = items.flatMap((item) => (item.due === null ? [] : event(item, item.due, now, words)));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//casetrail//todo//EN",
    "CALSCALE:GREGORIAN",
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function event(item: TodoItem, due: Day, now: Instant, words: Words): string[] {
  const subject = subjectOf(item);
  const title = [subject, words.event(item.kind, item.event), item.title ?? ""].filter((part) => part !== "");
  const name = [
    subject,
    item.kind,
    item.event,
    item.deadline ?? "",
    ...item.departments,
    ...item.persons,
  ].join(".");
  const who = [
    ...item.persons.map((id) => words.person(id)),
    ...item.roles.map((role) => words.role(role)),
    ...item.departments.map((department) => words.department(department)),
  ];
  return [
    "BEGIN:VEVENT",
    `UID:${name}@casetrail`,
    `DTSTAMP:${new Date(now).toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${due.replaceAll("-", "")}`,
    `SUMMARY:${escaped(title.join("  "))}`,
    `DESCRIPTION:${escaped(`${words.list(who)}\n${commandFor(item)}`)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

const escaped = (text: string): string =>
  harmless(text)
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll("\n", "\\n");

/** Broken by bytes, never within a sign. */
function folded(line: string): string {
  const lines: string[] = [];
  let now = "";
  for (const sign of line) {
    if (bytes(now + sign) > LINE) {
      lines.push(now);
      now = " ";
    }
    now += sign;
  }
  return [...lines, now].join("\r\n");
}

const bytes = (text: string): number => new TextEncoder().encode(text).length;
