/** `--edit`: the whole step as a commented YAML form in the person's own editor. */
import type { Terminal } from "../asking/ask.ts";
import type { Edited } from "../asking/edit.ts";
import { ownedPaths } from "../domain/engine/ownership.ts";
import { type Form, readForm, renderForm } from "../domain/input/edit-form.ts";
import { type Question, questionsFor } from "../domain/input/questions.ts";
import { findStep } from "../domain/procedure/find-step.ts";
import type { Finding } from "../domain/words/findings.ts";
import { PROMPT_WORDS } from "../domain/words/prompts.ts";
import { Refusal, refusal } from "../domain/words/refusals.ts";
import type { Session } from "../session.ts";
import { standingFor } from "./answers.ts";
import { editFolder } from "./ask-world.ts";
import { commandOf, keepDraft } from "./keep.ts";
import { sayReasons } from "./report.ts";
import type { Prepared } from "./wish.ts";

/**
 * Opens the form and reads it back; on a terminal a form with mistakes may be opened again.
 * @param terminal where to ask; undefined where nothing may be asked
 * @returns what was given, with the form over it; it is a draft from then on
 * @throws Refusal form-refused with the line of every mistake: the file stays and is named
 */
export async function editWhole(
  session: Session,
  prepared: Prepared,
  terminal: Terminal | undefined,
): Promise<Prepared> {
  const questions = questionsOf(session, prepared);
  const { discard, editText, editAgain } = await import("../asking/edit.ts");
  const { vars } = session.env;
  let edited = await editText({ ...formFor(session, prepared, questions), vars });
  let form = await readBack(session, prepared, { text: edited.text, questions });
  while (form.findings.length > 0) {
    const again = terminal && (await wantsAgain(session, edited, { terminal, findings: form.findings }));
    if (!again) throw formRefused(session, prepared, { file: edited.file, findings: form.findings });
    edited = await editAgain(edited, vars);
    form = await readBack(session, prepared, { text: edited.text, questions });
  }
  const filled = {
    ...prepared,
    given: { ...prepared.given, changes: { ...prepared.given.changes, ...form.changes } },
  };
  for (const path of Object.keys(form.changes)) filled.hand.typed.add(path);
  await keepDraft(session, filled, []);
  await discard(edited);
  return filled;
}

/** Every field of the step; what the event itself says or writes unless it is given needs no answer. */
function questionsOf(session: Session, prepared: Prepared): Question[] {
  const { wish, model } = prepared;
  const found = findStep(model.workflow, session.repository.shared, wish.record ?? null, wish.event);
  if (!("step" in found)) return [];
  const { needs, says = {}, defaults = {} } = found.step;
  const isGiven = (path: string): boolean => path in says || path in defaults;
  return questionsFor(
    model,
    needs.filter((path) => !isGiven(path)),
    ownedPaths(found.step).filter((path) => !(path in says)),
    standingFor(prepared),
  );
}

function formFor(session: Session, { wish }: Prepared, questions: readonly Question[]) {
  const { words, repository } = session;
  const title = `${wish.record?.id ?? words.kind(wish.kind)} · ${words.event(wish.kind, wish.event)}`;
  return {
    text: renderForm(title, questions, { kind: wish.kind, words, shared: repository.shared }),
    name: `${wish.record?.id ?? wish.kind}-${wish.event}`,
    folder: editFolder(session),
  };
}

interface Written {
  readonly text: string;
  readonly questions: readonly Question[];
}

async function readBack(
  session: Session,
  { wish, model }: Prepared,
  { text, questions }: Written,
): Promise<Form> {
  const { parseFlow } = await import("../store/yaml.ts");
  const reading = { kind: wish.kind, shared: session.repository.shared, now: session.now, parseFlow };
  return readForm(model, text, questions, reading);
}

interface Mistakes {
  readonly terminal: Terminal;
  readonly findings: readonly Finding[];
}

/** Shows the mistakes and asks whether to mend them; a form that was emptied is given up. */
async function wantsAgain(
  session: Session,
  edited: Edited,
  { terminal, findings }: Mistakes,
): Promise<boolean> {
  if (findings.some((found) => found.code === "form-blank")) return false;
  await sayReasons(session, findings);
  const { confirm } = await import("../asking/ask.ts");
  try {
    return await confirm(edited.file, PROMPT_WORDS[session.lang].editAgain, terminal);
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === "interrupted") return false;
    throw thrown;
  }
}

function formRefused(
  session: Session,
  { wish }: Prepared,
  { file, findings }: { file: string; findings: readonly Finding[] },
): Refusal {
  return refusal("form-refused", { file, command: commandOf(session, wish, `--from ${file}`) }, { findings });
}
