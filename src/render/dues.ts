/** Deadlines of one record, each with its day and how it stands. */

import { dayOf } from "../domain/calendar/days.ts";
import type { ClockStatus, Interval } from "../domain/clocks/clock.ts";
import { columns } from "./columns.ts";
import { longDay } from "./dates.ts";
import { showWords } from "./messages-show.ts";
import { dim, type Line, maybe, type Page, type Tone } from "./page.ts";

/** Colour and sign of a status: the sign says it where there is no colour. */
export const STATUS_TONE: Readonly<Record<ClockStatus, Tone>> = {
  open: "soon",
  met: "done",
  late: "late",
  overdue: "late",
  estimated: "soon",
  void: "dim",
};
const MARK: Readonly<Record<ClockStatus, string>> = {
  open: "·",
  met: "✓",
  late: "✗",
  overdue: "!",
  estimated: "·",
  void: "–",
};

/** One line a deadline: sign, what, day, status, remarks. */
export function dueLines(dues: readonly Interval[], page: Page): Line[] {
  const { words } = page;
  const rows = dues.map((due): Line => {
    const tone = STATUS_TONE[due.status];
    return [
      maybe(tone, MARK[due.status]),
      words.deadline(due.deadline) + scope(due, page),
      due.due === null ? showWords[words.lang].unknown : longDay(due.due, words.lang),
      maybe(tone, words.value("deadline_status", due.status)),
      dim(remarks(due, page)),
    ];
  });
  return columns(rows, page, { indent: 2, marker: true, flexible: [1], hint: true });
}

function scope(due: Interval, page: Page): string {
  const say = showWords[page.words.lang];
  const parts = [
    due.department === undefined ? "" : page.words.department(due.department),
    due.round === undefined || due.round === 1 ? "" : say.round(due.round),
    due.attempt === undefined || due.attempt === 1 ? "" : say.attempt(due.attempt),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : ` (${page.words.list(parts)})`;
}

function remarks(due: Interval, page: Page): string {
  const say = showWords[page.words.lang];
  const parts = [
    due.ended === undefined ? "" : say.done(longDay(dayOf(due.ended), page.words.lang)),
    due.assumed ? say.assumed : "",
    due.provisional ? say.provisional : "",
    due.guideline ? say.guideline : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}
