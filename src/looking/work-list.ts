/** Work lists of this session: what `todo` and `status` show, filtered and with who it waits for. */

import { todoItems } from "../domain/clocks/duties.ts";
import { unrecordedDuties } from "../domain/clocks/duties-unrecorded.ts";
import { filterTodo } from "../domain/clocks/duty-holders.ts";
import { sortTodo, type TodoItem } from "../domain/clocks/todo.ts";
import type { Person } from "../domain/procedure/step.ts";
import type { Session } from "../session.ts";

export interface TodoOptions {
  readonly role?: string;
  readonly person?: string;
  readonly department?: string;
  readonly all?: true;
  readonly overdue?: true;
  readonly why?: true;
  /** One record only. */
  readonly record?: string;
}

export interface WorkList {
  readonly items: readonly TodoItem[];
  /** How many wait in the whole company. */
  readonly all: number;
  /** Whose list it is; absent: everybody's. */
  readonly person?: Person;
}

/** Everything that waits for somebody; with `unrecorded` also duties that have no record yet. */
export function everyItem(session: Session, unrecorded: boolean): TodoItem[] {
  const { repository, now } = session;
  const { shared, settings, calendar, people } = repository;
  const rows = repository.rows();
  const asOf = { shared, settings, calendar, now, people };
  const items = todoItems(rows, asOf);
  return unrecorded ? sortTodo([...items, ...unrecordedDuties(rows, asOf)]) : items;
}

/** The list that was asked for: one's own, unless a filter, `--all` or a record says otherwise. */
export function todoOf(session: Session, asker: Person | undefined, options: TodoOptions): WorkList {
  const { repository, today } = session;
  const items = everyItem(session, options.all === true);
  const { role, department, overdue } = options;
  const named = options.person ?? (isNarrowed(options) ? undefined : asker?.id);
  const filter = {
    ...(role === undefined ? {} : { role }),
    ...(department === undefined ? {} : { department }),
    ...(named === undefined ? {} : { person: named }),
    overdue: overdue === true,
  };
  const found = filterTodo(items, filter, repository.people, today);
  const shown = options.record === undefined ? found : found.filter((item) => item.record === options.record);
  const person = repository.people.find((one) => one.id === named);
  return { items: shown, all: items.length, ...(person ? { person } : {}) };
}

const isNarrowed = ({ role, department, all, record }: TodoOptions): boolean =>
  role !== undefined || department !== undefined || all === true || record !== undefined;
