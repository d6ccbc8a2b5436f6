/** What questions are asked with: the words, the procedure, the records and persons that may be named, the editor. */
import { join } from "node:path";
import type { AskWorld } from "../asking/ask.ts";
import type { Candidate } from "../asking/prompting.ts";
import type { Row } from "../domain/clocks/row.ts";
import type { Person } from "../domain/procedure/step.ts";
import type { Lang } from "../domain/records/record.ts";
import type { Session } from "../session.ts";
import type { Prepared } from "./wish.ts";

/** Where the editor's files lie: beside the index, never in a commit. */
export const editFolder = ({ repository }: Session): string => join(repository.gitDir, "casetrail", "edit");

/** Everything a question needs to know besides the terminal. */
export async function worldFor(session: Session, prepared: Prepared): Promise<AskWorld> {
  const { repository, now, words, env } = session;
  const { parseFlow } = await import("../store/yaml.ts");
  return {
    words,
    reading: { kind: prepared.wish.kind, shared: repository.shared, now, parseFlow },
    candidates: (refs) => [
      ...(refs.includes("staff") ? staff(session) : []),
      ...records(session, prepared, refs),
    ],
    edit: async (text, name) => {
      const { editText, discard } = await import("../asking/edit.ts");
      const folder = editFolder(session);
      const edited = await editText({ text, name, folder, vars: env.vars, suffix: ".txt" });
      await discard(edited);
      return edited.text;
    },
  };
}

/** Who is with the company today, by name, role or department. */
function staff({ repository, lang, today, words }: Session): Candidate[] {
  const isHere = (person: Person): boolean =>
    (person.valid_from ?? today) <= today && today <= (person.valid_to ?? today);
  return repository.people.filter(isHere).map((person) => ({
    id: person.id,
    title: nameIn(lang, person),
    also: [person.name, person.name_en ?? "", words.department(person.department)],
  }));
}

const nameIn = (lang: Lang, { name, name_en }: Person): string => (lang === "en" ? (name_en ?? name) : name);

/** Records that may be named: those of the same customer first, then the newest. */
function records({ repository }: Session, { wish, given }: Prepared, refs: readonly string[]): Candidate[] {
  const customer = given.changes["customer_id"] ?? wish.record?.["customer_id"];
  const names = new Map(repository.rows("customer").map((row) => [row.id, nameOf(row)]));
  const rows = repository.rows().filter((row) => refs.includes(row.kind) && row.id !== wish.record?.id);
  const isTheirs = (row: Row): number => (row.customer_id === customer ? 0 : 1);
  return rows
    .sort((a, b) => isTheirs(a) - isTheirs(b) || byAge(a, b))
    .map((row) => ({
      id: row.id,
      title: [row.title ?? nameOf(row), names.get(row.customer_id ?? "") ?? ""].filter(Boolean).join(" · "),
    }));
}

/** Customers stand in the order of their numbers, cases with the newest first. */
const byAge = (a: Row, b: Row): number =>
  a.kind === "customer" ? a.id.localeCompare(b.id, "en") : b.created_at.localeCompare(a.created_at, "en");

function nameOf({ cells }: Row): string {
  const name = cells["short_name"] ?? cells["name"];
  return typeof name === "string" ? name : "";
}
