/** `--edit`: the whole step as a commented YAML form in the person's own editor. */
import { join } from "node:path";
import { readForm, renderForm } from "../domain/input/edit-form.ts";
import type { Question } from "../domain/input/questions.ts";
import type { Session } from "../session.ts";
import type { Prepared } from "./wish.ts";

/**
 * Opens the form and reads it back.
 * @returns what was given, with the form over it; what cannot be read becomes findings with the line of the form
 */
export async function editWhole(
  session: Session,
  prepared: Prepared,
  questions: readonly Question[],
): Promise<Prepared> {
  const { repository, words, env, now } = session;
  const { wish, given, model } = prepared;
  const { parseFlow } = await import("../store/yaml.ts");
  const { editText, discard } = await import("../asking/edit.ts");
  const title = `${wish.record?.id ?? words.kind(wish.kind)} · ${words.event(wish.kind, wish.event)}`;
  const text = renderForm(title, questions, { kind: wish.kind, words, shared: repository.shared });
  const folder = join(repository.gitDir, "casetrail", "edit");
  const edited = await editText({
    text,
    name: `${wish.record?.id ?? wish.kind}-${wish.event}`,
    folder,
    vars: env.vars,
  });
  const reading = { kind: wish.kind, shared: repository.shared, now, parseFlow };
  const read = readForm(model, edited.text, questions, reading);
  if (read.findings.length === 0) await discard(edited);
  const changes = { ...given.changes, ...read.changes };
  return { ...prepared, given: { ...given, changes, findings: [...given.findings, ...read.findings] } };
}
