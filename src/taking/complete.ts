/** On a terminal: ask for what the step still needs, in the order of the form; show it whole; ask before writing. */
import type { Terminal } from "../asking/ask.ts";
import { type Question, questionsFor } from "../domain/input/questions.ts";
import { fieldAt } from "../domain/records/fields.ts";
import type { KindModel } from "../domain/records/model.ts";
import { covers } from "../domain/records/paths.ts";
import type { Finding } from "../domain/words/findings.ts";
import { PROMPT_WORDS } from "../domain/words/prompts.ts";
import { Refusal, refusal } from "../domain/words/refusals.ts";
import type { Session } from "../session.ts";
import { sameAnswers, standingFor, withAnswer, withChanges } from "./answers.ts";
import { worldFor } from "./ask-world.ts";
import { editWhole } from "./edit-step.ts";
import { keepDraft } from "./keep.ts";
import { tryStep } from "./planning.ts";
import { rehearsal, sayReasons, saySentence } from "./report.ts";
import type { Prepared } from "./wish.ts";

/** So many times the step may find that it needs more: answers can open further questions. */
const ROUNDS = 12;

/**
 * Completes what was given: with `--edit` in an editor, on a terminal by questions, elsewhere not at all. Nobody is asked
 * anything who may not take the step.
 * @throws Refusal answers-kept, not-confirmed, form-refused: what was typed is kept
 */
export async function askForStep(session: Session, prepared: Prepared): Promise<Prepared> {
  const { edit, dryRun, resume } = prepared.wish.options;
  if (!edit && !mayAsk(session)) return prepared;
  if (await isForbidden(session, prepared)) return prepared;
  if (edit) return editWhole(session, prepared, terminalOf(session));
  const asked = await askMissing(session, prepared);
  const seen = asked === prepared && resume === undefined;
  if (!seen && !dryRun) await confirm(session, asked);
  return asked;
}

const mayAsk = (session: Session): boolean =>
  session.env.interactive && session.globals.input && !session.env.voice.json;

/** Where questions are asked; undefined where none may be. */
function terminalOf(session: Session): Terminal | undefined {
  const { env, lang } = session;
  if (!mayAsk(session)) return undefined;
  const screen = env.screen === undefined ? {} : { input: env.input(), output: env.screen };
  return { lang, colour: env.voice.colour, ...screen };
}

async function isForbidden(session: Session, prepared: Prepared): Promise<boolean> {
  const tried = await tryStep(session, prepared, prepared.wish.record ?? null);
  return !tried.ok && tried.findings.some((found) => found.blame === "forbidden");
}

async function askMissing(session: Session, start: Prepared): Promise<Prepared> {
  let now = start;
  for (let round = 0; round < ROUNDS; round++) {
    const tried = await tryStep(session, now, now.wish.record ?? null);
    const asks = tried.ok ? NOTHING : whatToAsk(tried.findings, now);
    const paths = [...asks.paths, ...(await neededInItems(session, now, asks.paths))];
    const questions = questionsFor(now.model, paths, [], standingFor(now));
    if (questions.length === 0) return now;
    await sayBefore(session, now, { ...asks, count: questions.length, round });
    const next = await ask(session, now, questions);
    if (sameAnswers(next, now)) return now;
    now = next;
  }
  return now;
}

interface Asks {
  readonly paths: readonly string[];
  /** Reasons of which somebody should know before answering. */
  readonly reasons: readonly Finding[];
  /** The reasons are about answers, which are asked for again. */
  readonly again: boolean;
}
const NOTHING: Asks = { paths: [], reasons: [], again: false };

/**
 * What is asked for: what is missing, and what was answered and cannot be taken. Nothing when a value of the command line
 * is wrong: that is said first.
 */
function whatToAsk(findings: readonly Finding[], { given, hand, model }: Prepared): Asks {
  const others = findings.filter((found) => found.blame !== "missing");
  const mended = others.map((found) => pathToMend(found, hand.typed, model));
  const isWrong = (found: Finding, i: number): boolean =>
    found.blame === "forbidden" || (found.blame === "value" && mended[i] === undefined);
  if (given.findings.length > 0 || others.some(isWrong)) return NOTHING;
  const missing = findings.flatMap((found) =>
    found.blame === "missing" && found.path !== undefined ? [found.path] : [],
  );
  const paths = [...missing, ...mended.flatMap((path) => path ?? [])];
  return { paths, reasons: others, again: mended.some((path) => path !== undefined) };
}

/** What every item of a list that is asked for needs: found out by an item of which nothing is filled. */
async function neededInItems(session: Session, now: Prepared, paths: readonly string[]): Promise<string[]> {
  const lists = paths.filter((path) => fieldAt(now.model, path)?.items?.properties !== undefined);
  const empty = Object.fromEntries(lists.map((path) => [path, [{}]]));
  if (lists.length === 0) return [];
  const tried = await tryStep(session, withChanges(now, empty), now.wish.record ?? null);
  const found = tried.ok
    ? []
    : tried.findings.flatMap((one) => (one.blame === "missing" ? (one.path ?? []) : []));
  return lists.flatMap((list) =>
    found
      .filter((path) => path.startsWith(`${list}[0].`))
      .map((path) => path.replace(`${list}[0]`, `${list}[]`)),
  );
}

/** The answer that a reason is about: a single value where it names one, else the whole answer that holds it. */
function pathToMend({ path }: Finding, typed: ReadonlySet<string>, model: KindModel): string | undefined {
  const answer = path === undefined ? undefined : [...typed].find((answered) => covers(answered, path));
  if (path === undefined || answer === undefined) return undefined;
  const field = fieldAt(model, path);
  return field === undefined || field.items !== undefined || field.properties !== undefined ? answer : path;
}

async function sayBefore(
  session: Session,
  { wish }: Prepared,
  asks: Asks & { count: number; round: number },
): Promise<void> {
  const { words, lang } = session;
  const say = PROMPT_WORDS[lang];
  const title = `${wish.record?.id ?? words.kind(wish.kind)} · ${words.event(wish.kind, wish.event)}`;
  if (asks.round === 0) await saySentence(session, say.toAnswer(title, asks.count));
  else if (!asks.again) await saySentence(session, say.further(asks.count));
  if (asks.reasons.length === 0) return;
  await saySentence(session, asks.again ? say.askedAgain : say.blockedYet);
  await sayReasons(session, asks.reasons);
}

/** Asks; every answer is on the disk before the next question. */
async function ask(session: Session, start: Prepared, questions: readonly Question[]): Promise<Prepared> {
  const { askAll } = await import("../asking/ask.ts");
  const terminal = terminalOf(session);
  if (!terminal) return start;
  let now = start;
  try {
    await askAll(questions, terminal, await worldFor(session, start), async (path, value) => {
      now = withAnswer(now, path, value);
      now.hand.typed.add(path);
      await keepDraft(session, now, []);
    });
    return now;
  } catch (thrown) {
    throw await interrupted(session, now, thrown);
  }
}

/** Ctrl-C: what was answered is kept, and the command that goes on with it is named. */
async function interrupted(session: Session, prepared: Prepared, thrown: unknown): Promise<unknown> {
  if (!(thrown instanceof Refusal) || thrown.code !== "interrupted") return thrown;
  const kept = await keepDraft(session, prepared, []);
  return kept ? refusal("answers-kept", { ...kept }, { cause: thrown }) : thrown;
}

async function confirm(session: Session, prepared: Prepared): Promise<void> {
  const tried = await tryStep(session, prepared, prepared.wish.record ?? null);
  const terminal = terminalOf(session);
  if (!tried.ok || !terminal) return;
  const { confirmWrite } = await import("../asking/ask.ts");
  const summary = await rehearsal(session, prepared, tried.plan);
  const yes = await confirmWrite(summary, terminal).catch(async (thrown: unknown) => {
    throw await interrupted(session, prepared, thrown);
  });
  if (yes) return;
  const kept = await keepDraft(session, prepared, []);
  throw refusal("not-confirmed", { draft: kept?.draft ?? "", command: kept?.command ?? "" });
}
