/** A step taken, rehearsed, or signed for by the first of two: screens.md 4. */

import type { Interval } from "../domain/clocks/clock.ts";
import type { Duty, Plan } from "../domain/procedure/step.ts";
import { fieldAt } from "../domain/records/fields.ts";
import type { KindModel, SharedModel } from "../domain/records/model.ts";
import type { Changes, HistoryEntry } from "../domain/records/record.ts";
import { moment, shortDay } from "./dates.ts";
import { entryLabel, kindOfId } from "./labels.ts";
import { common } from "./messages.ts";
import { stepWords } from "./messages-step.ts";
import { bold, dim, edge, type Line, lineWidth, type Page, print, type Span, spread, toned } from "./page.ts";
import { paragraph } from "./paragraph.ts";
import { wrap } from "./text.ts";
import { valueText } from "./values.ts";

export interface Taken {
  readonly plan: Plan;
  readonly kind: KindModel;
  readonly shared: SharedModel;
  /** Deadlines of the record after the step; those that the step started are shown. */
  readonly dues: readonly Interval[];
  /** Path of the record in the repository. */
  readonly path: string;
  /** Absent in a rehearsal. */
  readonly commit?: string;
  /** The question whether to write it follows. */
  readonly asking?: true;
  /** What was typed: a rehearsal shows it. */
  readonly set?: Changes;
}

/**
 * What a step did; without `commit`, what it would do.
 * @returns the screen, without a line feed at the end
 */
export function stepScreen(taken: Taken, page: Page): string {
  const say = stepWords[page.words.lang];
  const rehearsal = taken.commit === undefined;
  const lines: Line[] = rehearsal ? [[toned("soon", taken.asking ? say.asking : say.dryRun)]] : [];
  lines.push(...headline(taken, page), ...changeLines(taken, page));
  if (rehearsal) lines.push(...contentLines(taken, page));
  lines.push(...pairs(followings(taken, page), page));
  lines.push(...pairs(places(taken, page), page));
  lines.push(
    ...[...signersToCome(taken.plan), ...taken.plan.duties].flatMap((duty) => dutyLine(duty, taken, page)),
  );
  return print(lines, page);
}

function headline(taken: Taken, page: Page): Line[] {
  const { plan } = taken;
  const title: Span[] = [bold(plan.record.id), "  ", ...moved(taken, page)];
  const who = [page.words.person(plan.entry.by), moment(plan.entry.at)];
  const what = plan.entry.event === "cosign" ? [] : [entryLabel(taken.kind, plan.entry, page.words)];
  const right = [...what, ...who].join(" · ");
  const line: Line = [...title, "     ", right];
  return lineWidth(line) <= page.columns ? [line] : [title, ["  ", right]];
}

function moved(taken: Taken, page: Page): Span[] {
  const { plan, kind } = taken;
  const say = stepWords[page.words.lang];
  const state = (id: string): string => page.words.state(kind.workflow.kind, id);
  if (plan.entry.event === "cosign") {
    const signed = say.cosigned(page.words.event(kind.workflow.kind, plan.entry.for ?? ""));
    return [toned("done", signed), common[page.words.lang].comma, say.stays(state(plan.to))];
  }
  if (plan.from === null) return [toned("done", state(plan.to)), ` (${say.created})`];
  return plan.from === plan.to
    ? [say.stays(state(plan.to))]
    : [`${state(plan.from)} → `, toned("done", state(plan.to))];
}

/** What a correction changed: old and new value. */
function changeLines(taken: Taken, page: Page): Line[] {
  return (taken.plan.entry.changes ?? []).flatMap((change) => changeLine(change, taken.kind, page));
}

type Change = NonNullable<HistoryEntry["changes"]>[number];

/** A corrected field: `严重程度  轻微 → 严重`. */
export function changeLine(change: Change, kind: KindModel | undefined, page: Page): Line[] {
  const say = stepWords[page.words.lang];
  const field = kind && fieldAt(kind, change.path);
  const text = (value: unknown): string =>
    valueText(value, { field, kind: kind?.workflow.kind ?? "" }, page) || say.empty;
  const label = page.words.field(kind?.workflow.kind ?? "", change.path);
  return wrap(`${label}  ${say.change(text(change.before), text(change.after))}`, page.columns - 2).map(
    (line) => ["  ", line],
  );
}

function contentLines(taken: Taken, page: Page): Line[] {
  const kind = taken.kind.workflow.kind;
  return Object.entries(taken.set ?? {}).flatMap(([path, value]) => {
    const text = `${page.words.field(kind, path)}  ${valueText(value, { field: fieldAt(taken.kind, path), kind }, page) || stepWords[page.words.lang].empty}`;
    return wrap(text, page.columns - 4).map((line, i): Line => [i === 0 ? "  + " : "    ", line]);
  });
}

type Pair = readonly [label: string, text: string];

function followings({ plan, dues }: Taken, page: Page): Pair[] {
  const say = stepWords[page.words.lang];
  const { words } = page;
  // of earlier attempts and rounds the same deadlines have ended
  const running = dues.filter((due) => due.ended === undefined && due.status !== "void" && due.due !== null);
  const started = running.filter((due) => plan.clocks.started.includes(due.deadline));
  const deadlines = started.map((due) => dueText(due, page));
  return [
    [say.deadlines, deadlines.join(common[words.lang].comma)],
    [say.notified, words.list(plan.notify.map((key) => words.department(key)))],
    [say.documents, words.list(plan.documents.map((key) => words.value("document", key)))],
    [say.note, plan.entry.note ?? ""],
  ];
}

function dueText(due: Interval, page: Page): string {
  const { words } = page;
  const say = stepWords[words.lang];
  const remarks = [
    ...(due.guideline ? [say.guideline] : []),
    ...(due.status === "estimated" ? [say.estimated] : []),
  ];
  const mark = remarks.length === 0 ? "" : ` (${words.list(remarks)})`;
  return `${words.deadline(due.deadline)} ${shortDay(due.due ?? "", page.today, words.lang)}${mark}`;
}

function places(taken: Taken, page: Page): Pair[] {
  const say = stepWords[page.words.lang];
  if (taken.commit === undefined) return [[say.wouldWrite, taken.path]];
  return [
    [say.record, taken.path],
    [say.commit, taken.commit.slice(0, 7)],
  ];
}

/** Labelled facts, as many on a line as fit. */
function pairs(all: readonly Pair[], page: Page): Line[] {
  const lines: Span[][] = [];
  for (const [label, text] of all) {
    if (text === "") continue;
    const spans: Span[] = [dim(label), " ", text];
    const last = lines.at(-1);
    if (last && lineWidth(last) + 4 + lineWidth(spans) <= page.columns) last.push("    ", ...spans);
    else lines.push(["  ", ...spans]);
  }
  return lines;
}

/** The first of two has signed: the other is next. */
function signersToCome({ entry, record, unsigned }: Plan): Duty[] {
  if (entry.for === undefined) return [];
  return [{ record: record.id, event: entry.for, roles: unsigned, departments: [] }];
}

/** Where every department has somebody of the role, it matters which; else the role says all. */
const ofDepartment = ({ roles }: Duty): boolean =>
  roles.length === 0 || roles.some((role) => role === "dept_head" || role === "dept_reviewer");

/** Who is to move next, with the command to copy. */
function dutyLine(duty: Duty, taken: Taken, page: Page): Line[] {
  const { words } = page;
  const kind = kindOfId(taken.shared, duty.record);
  const lists = [
    duty.roles.map((role) => words.role(role)),
    ofDepartment(duty) ? duty.departments.map((key) => words.department(key)) : [],
  ];
  const who = lists.map((names) => words.list(names)).filter((names) => names !== "");
  const what = kind === "" ? duty.event : words.event(kind, duty.event);
  const left: Line = [
    dim(`  ${stepWords[words.lang].next} `),
    [`${duty.record} ${what}`, ...who].join(" · "),
  ];
  return spread(left, [dim(`casetrail advance ${duty.record} ${duty.event}`)], edge(page));
}

export interface Repeated {
  readonly id: string;
  readonly event: string;
  readonly commit: string;
}

/** A command that was repeated after a crash, and found its step already in. */
export function repeatedLine({ id, commit }: Repeated, page: Page): string {
  return print(
    paragraph(stepWords[page.words.lang].repeated(id, commit.slice(0, 7)), page, { indent: 0 }),
    page,
  );
}

/** An evidence file that was attached: where it lies, and its sha256. */
export function attachedLine(file: { readonly path: string; readonly sha256: string }, page: Page): string {
  const say = stepWords[page.words.lang];
  return print(
    [["  ", dim(say.attached), " ", file.path, "    ", dim(`sha256 ${file.sha256.slice(0, 16)}…`)]],
    page,
  );
}
