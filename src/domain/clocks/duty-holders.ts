/** Whose duty it is: who holds the role on the day, in the department where one is named, or stands in for them (engine.md 9). */

import { type Held, rolesHeld } from "../procedure/actor.ts";
import type { People } from "../procedure/step.ts";
import type { Department, Role } from "../records/model.ts";
import type { Day, PersonId } from "../records/record.ts";
import type { TodoItem } from "./todo.ts";

export interface TodoFilter {
  readonly role?: Role;
  readonly person?: PersonId;
  readonly department?: Department;
  readonly overdue?: boolean;
}

type Owned = Pick<TodoItem, "roles" | "departments" | "persons">;

/** Does a role that somebody holds make it theirs? Without departments a head is meant only where nobody else is. */
function fits(item: Owned, held: Held): boolean {
  if (!item.roles.includes(held.role)) return false;
  if (item.departments.length > 0) return item.departments.includes(held.department);
  return held.role !== "dept_head" || item.roles.length === 1;
}

/** Is the duty that of a person on a day, by role, by name, or as a deputy? */
export function isDutyOf(item: Owned, people: People, person: PersonId, day: Day): boolean {
  const held = rolesHeld(people, person, day);
  if (item.persons.length === 0) return held.some((h) => fits(item, h));
  return (
    item.persons.includes(person) ||
    held.some((h) => h.deputy_for !== undefined && item.persons.includes(h.deputy_for))
  );
}

/** Everybody whose duty it is on a day: those who hold the role first, deputies after them. */
export function holdersOf(item: Owned, people: People, day: Day): PersonId[] {
  const own = (id: PersonId) =>
    rolesHeld(people, id, day).some((h) => h.deputy_for === undefined && fits(item, h));
  const first = item.persons.length > 0 ? item.persons : people.map((p) => p.id).filter(own);
  const others = people
    .map((p) => p.id)
    .filter((id) => !first.includes(id) && isDutyOf(item, people, id, day));
  return [...first, ...others];
}

/** A department's duties: those that name it, and those that somebody of it has. */
const isOfDepartment = (item: Owned, department: Department, people: People, day: Day): boolean =>
  item.departments.includes(department) ||
  people.some((person) => person.department === department && isDutyOf(item, people, person.id, day));

/** The items that a filter lets through; every condition given must hold. */
export function filterTodo(
  items: readonly TodoItem[],
  filter: TodoFilter,
  people: People,
  day: Day,
): TodoItem[] {
  const { role, person, department, overdue } = filter;
  return items.filter(
    (item) =>
      (!overdue || item.status === "overdue") &&
      (role === undefined || item.roles.includes(role)) &&
      (person === undefined || isDutyOf(item, people, person, day)) &&
      (department === undefined || isOfDepartment(item, department, people, day)),
  );
}
