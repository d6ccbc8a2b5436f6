/** Refusals: what stands, why (all reasons, each with its clause), what to do. screens.md 5. */
import type { Finding } from "../domain/words/findings.ts";
import { type Refusal, refused } from "../domain/words/refusals.ts";
import { clauseText } from "./messages.ts";
import { refusalWords } from "./messages-refusal.ts";
import { dim, edge, type Line, type Page, print, spread, toned } from "./page.ts";
import {
  atEnd,
  EXIT_ROOM,
  isMissing,
  type Models,
  marked,
  missingFields,
  reason,
  remedyText,
  wordedAt,
} from "./reasons.ts";
import { wrap } from "./text.ts";

/** What a step refused was about; `close` says that the closing step was meant. */
export interface About {
  readonly kind: string;
  readonly event: string;
  /** Absent when a record was to be made. */
  readonly id?: string;
  readonly state?: string;
  readonly close?: true;
}

export interface Told {
  /** What stands. */
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly exit: number;
  /** The general ways out, a line each. */
  readonly remedies?: readonly string[];
  /** Labels and examples of fields that are missing; absent where no repository is open. */
  readonly models?: Models;
}

/**
 * A refusal as people see it on stderr.
 * @returns the screen, without a line feed at the end
 */
export function refusalScreen(told: Told, page: Page): string {
  const say = refusalWords[page.words.lang];
  const [only] = told.findings;
  const single = told.findings.length === 1 && only !== undefined && !listed(only, told) ? only : undefined;
  const lines = single ? titleOfOne(told, single, page) : titleOfMany(told, page);
  const remedies = (told.remedies ?? [])
    .filter((remedy) => remedy !== "")
    .flatMap((remedy) => remedyLines(remedy, page));
  return print(atEnd([...lines, ...remedies], dim(say.exit(told.exit)), page), page);
}

/** What to do, under what stands. */
const remedyLines = (remedy: string, page: Page): Line[] =>
  remedyText(remedy, page.columns - 2).map((text): Line => ["  ", text]);

/** A single reason stands in the title, unless it is a field to be typed. */
const listed = (found: Finding, told: Told): boolean => isMissing(found) && told.models !== undefined;

function titleOfOne(told: Told, found: Finding, page: Page): Line[] {
  const { message, remedy } = wordedAt(found, page);
  const title = told.title === "" ? message : refusalWords[page.words.lang].lead(told.title, message);
  const hints = remedy === undefined ? [] : remedyLines(remedy, page);
  return [...titleLines(title, page, clauseText(found.clause)), ...hints];
}

function titleOfMany(told: Told, page: Page): Line[] {
  const missing = told.models ? told.findings.filter(isMissing) : [];
  const others = told.findings.filter((found) => !missing.includes(found));
  return [
    ...titleLines(told.title, page, ""),
    ...others.flatMap((found) => reason(found, toned("late", "✗"), page)),
    ...(told.models ? missingFields(missing, told.models, page) : []),
  ];
}

function titleLines(title: string, page: Page, clause: string): Line[] {
  const lines = wrap(title, page.columns - 2).map(
    (text, i): Line => [i === 0 ? toned("late", "✗") : " ", " ", text],
  );
  const last = lines.pop() ?? [];
  return [...lines, ...spread(last, [clause], edge(page) - EXIT_ROOM)];
}

/**
 * A thrown refusal as a screen: its sentence is the title, its remedy the last line.
 * @param models labels for missing fields, where a repository is open
 * @param about the step that was refused: then the title says what stands and the last line how to fill in what is missing
 */
export function thrownScreen(thrown: Refusal, page: Page, models?: Models, about?: About): string {
  const { message, remedy } = refused(thrown, page.words.lang);
  const { findings, exit } = thrown;
  const step = about !== undefined && findings.length > 0;
  const title = step ? refusalTitle(about, findings, page) : message;
  const hints = step && findings.some(isMissing) ? [fillInHint(about, page)] : [];
  const remedies = [...hints, remedy ?? ""];
  return refusalScreen({ title, findings, exit, remedies, ...(models ? { models } : {}) }, page);
}

/**
 * What stands when a step is refused: `CMP-2026-016 仍为「…」:确认…`; the words depend on the reasons.
 * With one reason that is not a missing field the sentence ends before it: the reason itself follows.
 */
export function refusalTitle(about: About, findings: readonly Finding[], page: Page): string {
  const say = refusalWords[page.words.lang];
  const stands = whatStands(about, page);
  if (findings.length === 1 && findings[0] !== undefined && !isMissing(findings[0])) return stands;
  return say.lead(stands, howMany(about, findings, page));
}

function whatStands(about: About, page: Page): string {
  const say = refusalWords[page.words.lang];
  if (about.id === undefined) return say.cannotOpen(about.kind);
  if (about.close) return say.notClosed(about.id);
  return about.state === undefined
    ? about.id
    : say.stillIn(about.id, page.words.state(about.kind, about.state));
}

function howMany(about: About, findings: readonly Finding[], page: Page): string {
  const say = refusalWords[page.words.lang];
  const of = (blame: string): number => findings.filter((found) => found.blame === blame).length;
  const parts: string[] = [];
  if (of("forbidden") > 0) parts.push(say.forbidden(page.words.event(about.kind, about.event)));
  if (of("missing") > 0) parts.push(say.missing(of("missing")));
  if (of("value") > 0) parts.push(say.wrong(of("value")));
  if (of("blocked") > 0) parts.push(say.blocked(of("blocked")));
  return page.words.list(parts);
}

/** The command that asks for what is missing one by one: the last line of a refusal for missing fields. */
export function fillInHint(about: About, page: Page): string {
  const command =
    about.id === undefined ? `casetrail open ${about.kind}` : `casetrail advance ${about.id} ${about.event}`;
  return refusalWords[page.words.lang].orFillIn(command);
}

/** A bug: not the user's fault. */
export function bugScreen(stack: string, page: Page): string {
  const head = marked(
    { mark: toned("late", "✗"), message: refusalWords[page.words.lang].bug, remedy: "", clause: "" },
    page,
  );
  return print([...head, ...stack.split("\n").map((line): Line => ["    ", dim(line)])], page);
}

/** `judge_our? 是否指 judge_ours 判定我司责任` */
export const typoHint = (typed: string, meant: string, page: Page): string =>
  refusalWords[page.words.lang].didYouMean(typed, meant);
