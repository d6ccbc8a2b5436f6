/** The conditions of `list`: state, customer, day of making, values of fields. */
import { cellAt, type Row } from "../domain/clocks/row.ts";
import { parseAssignment } from "../domain/input/assignments.ts";
import { fieldAt } from "../domain/records/fields.ts";
import type { Field } from "../domain/records/model.ts";
import { folded, near } from "../domain/records/nearest.ts";
import { valuesAt } from "../domain/records/paths.ts";
import { KINDS, type Kind } from "../domain/records/record.ts";
import { dayProblem } from "../domain/records/times.ts";
import { refusal } from "../domain/words/refusals.ts";
import { isCalled, notAmong } from "../names.ts";
import type { Session } from "../session.ts";

export interface Filter {
  readonly state?: string;
  readonly customer?: string;
  readonly since?: string;
  readonly where?: readonly string[];
}

type Test = (row: Row) => boolean;

/**
 * What a row must pass to be shown.
 * @throws Refusal bad-value for a state, day or condition that cannot be, unknown-record for a customer nobody has
 */
export function conditionsOf(session: Session, kind: Kind | undefined, filter: Filter): Test[] {
  return [
    ...stateTest(session, kind, filter.state),
    ...customerTest(session, filter.customer),
    ...sinceTest(filter.since),
    ...(filter.where ?? []).map((given) => whereTest(session, kind, given)),
  ];
}

function stateTest(session: Session, kind: Kind | undefined, state: string | undefined): Test[] {
  if (state === undefined) return [];
  if (state === "open") return [(row) => !row.final];
  const kinds = kind === undefined ? [...new Set(session.repository.rows().map((row) => row.kind))] : [kind];
  const states = kinds.flatMap((one) => session.repository.kind(one).workflow.states);
  const meant = states.filter(({ id, zh, en }) => isCalled(state, id, { zh, en })).map(({ id }) => id);
  if (meant.length > 0) return [(row) => meant.includes(row.state)];
  throw notAmong({ option: "--state", value: state }, ["open", ...new Set(states.map(({ id }) => id))]);
}

/** A customer by number, short name or alias; one that nobody knows is a slip of the hand, not an empty list. */
function customerTest(session: Session, given: string | undefined): Test[] {
  if (given === undefined) return [];
  const { repository } = session;
  const rows = repository.rows("customer");
  const word = folded(given);
  const names = (row: Row): string[] => [row.id, ...NAMES.map((path) => String(cellAt(row, path) ?? ""))];
  const aliases = (row: Row): string[] => valuesAt(repository.read(row.id).record, "aliases[]").map(String);
  const called = (of: (row: Row) => string[]): string[] =>
    rows.filter((row) => of(row).some((name) => folded(name) === word)).map((row) => row.id);
  const ids = [called(names), called(aliases), prospects(repository.rows(), word)].find(
    (found) => found.length > 0,
  );
  if (!ids) throw refusal("unknown-record", { id: given, near: near(given, rows.flatMap(names)) });
  return [(row) => ids.includes(row.customer_id ?? "") || ids.includes(row.id)];
}

const NAMES = ["short_name", "name", "name_en"];

/** Somebody who is no customer yet stands in a record by name. */
const prospects = (rows: readonly Row[], word: string): string[] =>
  rows.flatMap(({ customer_id: id }) => (id !== undefined && folded(id) === word ? [id] : []));

function sinceTest(since: string | undefined): Test[] {
  if (since === undefined) return [];
  const wanted = { zh: "日期 YYYY-MM-DD", en: "a date YYYY-MM-DD" };
  if (dayProblem(since) !== null) throw refusal("bad-value", { option: "--since", value: since, wanted });
  return [(row) => row.created_at.slice(0, 10) >= since];
}

/** `path=value` on the record itself; a list matches when it contains the value, a key also by its label. */
function whereTest(session: Session, kind: Kind | undefined, given: string): Test {
  const condition = parseAssignment(given);
  if ("code" in condition || !("text" in condition)) {
    throw refusal("bad-value", {
      option: "--where",
      value: given,
      wanted: { zh: "path=value", en: "path=value" },
    });
  }
  const { path, text } = condition;
  checkPath(session, kind, { option: "--where", value: path });
  return (row) => {
    const cell = cellAt(row, path);
    const values =
      cell === undefined ? valuesAt(session.repository.read(row.id).record, path).flat() : [cell];
    const field = fieldAt(session.repository.kind(row.kind), path);
    return values.some((value) => String(value) === text || isLabel(session, field, String(value), text));
  };
}

/** Is the text a label of the key that stands in a field? */
function isLabel({ repository }: Session, field: Field | undefined, key: string, text: string): boolean {
  const label = repository.shared.enums[field?.enum ?? field?.items?.enum ?? ""]?.[key];
  return label !== undefined && isCalled(text, key, label);
}

/** A field that no record of the kind can have is a slip of the hand, not an empty list. */
function checkPath(session: Session, kind: Kind | undefined, given: { option: string; value: string }): void {
  const models = (kind === undefined ? KINDS : [kind]).map((one) => session.repository.kind(one));
  if (models.some((model) => fieldAt(model, given.value) !== undefined)) return;
  throw notAmong(given, [...new Set(models.flatMap((model) => Object.keys(model.fields)))]);
}
