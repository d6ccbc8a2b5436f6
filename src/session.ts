/** What every command begins with: the repository, who asks, which day it is, and how to speak. */
import { resolve } from "node:path";
import type { Globals } from "./command-line.ts";
import { dayOf } from "./domain/calendar/workdays.ts";
import type { Context, Person } from "./domain/procedure/step.ts";
import type { CaseRecord, Day, Instant, Kind, Lang } from "./domain/records/record.ts";
import { dayProblem, toCompanyZone } from "./domain/records/times.ts";
import { worded } from "./domain/words/findings.ts";
import { refusal } from "./domain/words/refusals.ts";
import type { Words } from "./domain/words/words.ts";
import type { Env } from "./env.ts";
import { personMeant } from "./names.ts";
import { loadStyle } from "./render/colour.ts";
import { wordsFor } from "./render/labels.ts";
import type { Page } from "./render/page.ts";
import { draw } from "./render/text.ts";
import { openRepository, type Repository } from "./store/repository.ts";

export interface Session {
  readonly env: Env;
  readonly globals: Globals;
  readonly repository: Repository;
  readonly lang: Lang;
  readonly words: Words;
  readonly now: Instant;
  readonly today: Day;
}

const LANG = { zh: "zh 或 en", en: "zh or en" };
const DATE = { zh: "日期 YYYY-MM-DD", en: "a date YYYY-MM-DD" };
const SECONDS = { zh: "秒数", en: "a number of seconds" };

/**
 * Opens the repository that the command works on.
 * @param use writing commands refuse `--today`
 * @throws Refusal no-repository, bad-value, today-is-for-reading
 */
export async function openSession(env: Env, globals: Globals, use: "reading" | "writing"): Promise<Session> {
  checkGlobals(env, globals, use);
  const cwd = startIn(env, globals);
  const repository = await openRepository({ ...env, cwd });
  const lang = globals.lang ?? langOf(env.vars) ?? repository.settings.lang;
  const words = wordsFor(lang, repository.shared, kindOf(repository), repository.people);
  Object.assign(env.voice, {
    lang,
    words,
    models: { shared: repository.shared, kindOf: kindOf(repository) },
  });
  const now = nowFor(env, globals, repository);
  return { env: { ...env, cwd }, globals, repository, lang, words, now, today: dayOf(now) };
}

/** The folder in which the command runs: `-C`, else CASETRAIL_DIR, else where it was started. */
export const startIn = (env: Env, { dir }: Pick<Globals, "dir">): string =>
  resolve(env.cwd, dir ?? (env.vars["CASETRAIL_DIR"] || "."));

const langOf = (vars: Env["vars"]): Lang | undefined => {
  const lang = vars["CASETRAIL_LANG"];
  return lang === "zh" || lang === "en" ? lang : undefined;
};

/**
 * Refuses what no command of this use can take.
 * @throws Refusal bad-value, today-is-for-reading
 */
export function checkGlobals(env: Env, globals: Globals, use: "reading" | "writing"): void {
  if (globals.lang !== undefined && !["zh", "en"].includes(globals.lang)) {
    throw refusal("bad-value", { option: "--lang", value: globals.lang, wanted: LANG });
  }
  const { wait } = globals;
  if (wait !== undefined && !/^\d{1,6}(?:\.\d+)?$/.test(wait)) {
    throw refusal("bad-value", { option: "--wait", value: wait, wanted: SECONDS });
  }
  const today = todayAsked(env, globals);
  if (today === undefined) return;
  const option = globals.today === undefined ? "CASETRAIL_TODAY" : "--today";
  if (dayProblem(today) !== null) throw refusal("bad-value", { option, value: today, wanted: DATE });
  if (use === "writing") throw refusal("today-is-for-reading", { given: option });
}

/** The day as of which the repository is asked for; an empty variable is none. */
const todayAsked = (env: Env, globals: Globals): string | undefined =>
  globals.today ?? (env.vars["CASETRAIL_TODAY"] || undefined);

/** Labels of any kind, for words; an unknown kind has none. */
export function kindOf(repository: Repository): (kind: string) => ReturnType<Repository["kind"]> | undefined {
  return (kind) => (kind in repository.shared.kinds ? repository.kind(kind as Kind) : undefined);
}

/** Now: another day that was asked for, the clock of the example, or the clock. */
function nowFor(env: Env, globals: Globals, repository: Repository): Instant {
  const today = todayAsked(env, globals);
  if (today !== undefined) return `${today}T12:00:00+08:00`;
  return repository.settings.example_clock ?? instantOf(env.now());
}

/** A moment in the company's zone, to the second. */
export function instantOf(date: Date): Instant {
  return toCompanyZone(date.toISOString()) ?? date.toISOString();
}

/** The paper of this session: labels, colours, width, today. */
export async function pageOf(session: Session): Promise<Page> {
  const { env, words, today, repository } = session;
  const nameOf = (id: string): string | undefined => customerName(repository, id);
  return { words, today, nameOf, columns: env.columns, paint: await loadStyle(env.voice.colour) };
}

/** Short name of a customer, for who reads numbers less well than names. */
function customerName(repository: Repository, id: string): string | undefined {
  const name = repository.rows("customer").find((row) => row.id === id)?.cells["short_name"];
  return typeof name === "string" ? name : undefined;
}

/** Shows a screen on stdout; an empty one says nothing. */
export async function sayScreen(session: Session, screen: (page: Page) => string): Promise<void> {
  const page = await pageOf(session);
  const text = await draw(() => screen(page));
  if (text !== "") session.env.out(text);
}

/** The person who acts or asks, if they are known: `--as`, CASETRAIL_PERSON, else git's user.email. */
export async function findActor(session: Session): Promise<Person | undefined> {
  const { env, globals, repository } = session;
  const named = globals.as ?? (env.vars["CASETRAIL_PERSON"] || undefined);
  if (named !== undefined) return personMeant(named, repository.people);
  const email = await repository.userEmail();
  return repository.people.find(
    (person) => email !== "" && person.email.toLowerCase() === email.toLowerCase(),
  );
}

/** The person who acts; nobody known is a refusal. */
export async function requireActor(session: Session): Promise<Person> {
  const person = await findActor(session);
  if (!person) throw refusal("nobody-acts", { email: await session.repository.userEmail() });
  return person;
}

/** What the engine is given for a record of a kind (null to create one). */
export function contextFor(session: Session, kind: Kind, record: CaseRecord | null): Context {
  const { repository } = session;
  const { shared, people, calendar, facts, settings } = repository;
  const words = wordsFor(settings.lang, shared, kindOf(repository), people);
  const say: NonNullable<Context["say"]> = (found) => worded(found, words).message;
  const kinds = (one: Kind) => repository.kind(one);
  return {
    kind: kinds(kind),
    kinds,
    shared,
    record,
    people,
    calendar,
    facts,
    settings,
    now: session.now,
    say,
  };
}
