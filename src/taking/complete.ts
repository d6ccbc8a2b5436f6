/** On a terminal: ask for what the step still needs, in the order of the form; show it whole; ask before writing. */
import { join } from "node:path";
import type { AskWorld } from "../asking/ask.ts";
import { ownedPaths } from "../domain/engine/ownership.ts";
import { type Question, questionsFor } from "../domain/input/questions.ts";
import { findStep } from "../domain/procedure/find-step.ts";
import type { Step as ModelStep } from "../domain/records/model.ts";
import type { Json } from "../domain/records/record.ts";
import type { Finding } from "../domain/words/findings.ts";
import { Refusal, refusal } from "../domain/words/refusals.ts";
import type { Session } from "../session.ts";
import { editWhole } from "./edit-step.ts";
import { keepDraft } from "./keep.ts";
import { tryStep } from "./planning.ts";
import { rehearsal } from "./report.ts";
import type { Prepared } from "./wish.ts";

/** So many times the step may find that it needs more: answers can open further questions. */
const ROUNDS = 8;

/**
 * Completes what was given: with `--edit` in an editor, on a terminal by questions, elsewhere not at all.
 * @throws Refusal answers-kept, not-confirmed: what was typed is kept as a draft
 */
export async function askForStep(session: Session, prepared: Prepared): Promise<Prepared> {
  if (prepared.wish.options.edit) return editWhole(session, prepared, questionsOf(session, prepared));
  if (!mayAsk(session)) return prepared;
  const asked = await askMissing(session, prepared);
  if (asked === prepared || prepared.wish.options.dryRun) return asked;
  await confirm(session, asked);
  return asked;
}

const mayAsk = (session: Session): boolean =>
  session.env.interactive && session.globals.input && !session.env.voice.json;

async function askMissing(session: Session, start: Prepared): Promise<Prepared> {
  let now = start;
  for (let round = 0; round < ROUNDS; round++) {
    const planned = await tryStep(session, now, now.wish.record ?? null);
    const missing = planned.ok ? [] : missingPaths(planned.findings);
    if (missing.length === 0) return now;
    const answers = await ask(session, now, questionsFor(now.model, missing, [], now.wish.record ?? {}));
    if (Object.keys(answers).length === 0) return now;
    now = withChanges(now, answers);
  }
  return now;
}

/** What is asked for; nothing when the person may not take the step or a value is wrong: that is said first. */
function missingPaths(findings: readonly Finding[]): string[] {
  if (findings.some((found) => found.blame === "forbidden" || found.blame === "value")) return [];
  return findings.flatMap((found) =>
    found.code === "field-missing" && found.path !== undefined ? [found.path] : [],
  );
}

const withChanges = (prepared: Prepared, answers: Record<string, Json>): Prepared => ({
  ...prepared,
  given: { ...prepared.given, changes: { ...prepared.given.changes, ...answers } },
});

async function ask(
  session: Session,
  prepared: Prepared,
  questions: readonly Question[],
): Promise<Record<string, Json>> {
  const { askAll } = await import("../asking/ask.ts");
  const answers: Record<string, Json> = {};
  try {
    return await askAll(questions, terminalOf(session), await worldOf(session, prepared), (path, value) => {
      answers[path] = value;
    });
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.code !== "interrupted") throw thrown;
    const kept = await keepDraft(session, withChanges(prepared, answers), []);
    throw kept ? refusal("answers-kept", { ...kept }, { cause: thrown }) : thrown;
  }
}

const terminalOf = (session: Session) => ({ lang: session.lang, colour: session.env.voice.colour });

async function worldOf(session: Session, prepared: Prepared): Promise<AskWorld> {
  const { repository, now, words, env } = session;
  const { parseFlow } = await import("../store/yaml.ts");
  const reading = { kind: prepared.wish.kind, shared: repository.shared, now, parseFlow };
  const people = repository.people.map(({ id, name }) => ({ id, title: name }));
  const rows = repository.rows().map(({ id, kind, title }) => ({ id, kind, title: title ?? "" }));
  return {
    words,
    reading,
    candidates: (refs) => [
      ...(refs.includes("staff") ? people : []),
      ...rows.filter((row) => refs.includes(row.kind)),
    ],
    edit: async (text, name) => {
      const { editText, discard } = await import("../asking/edit.ts");
      const edited = await editText({
        text,
        name,
        folder: join(repository.gitDir, "casetrail", "edit"),
        vars: env.vars,
      });
      await discard(edited);
      return edited.text;
    },
  };
}

/** Every field of the step: what it needs first, what it may write besides. */
function questionsOf(session: Session, prepared: Prepared): Question[] {
  const { wish, model, given } = prepared;
  const found = findStep(model.workflow, session.repository.shared, wish.record ?? null, wish.event);
  const step: Pick<ModelStep, "needs" | "may"> = "step" in found ? found.step : { needs: [], may: [] };
  const optional = "step" in found ? ownedPaths(found.step) : [];
  const standing = { ...wish.record, ...given.changes };
  return questionsFor(model, step.needs, optional, standing);
}

async function confirm(session: Session, prepared: Prepared): Promise<void> {
  const planned = await tryStep(session, prepared, prepared.wish.record ?? null);
  if (!planned.ok) return;
  const { confirmWrite } = await import("../asking/ask.ts");
  if (await confirmWrite(await rehearsal(session, prepared, planned.plan), terminalOf(session))) return;
  const kept = await keepDraft(session, prepared, []);
  throw refusal("not-confirmed", { draft: kept?.draft ?? "", command: kept?.command ?? "" });
}
