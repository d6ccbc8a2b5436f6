/** Who may take a step (engine.md 9): roles held today, the department rule of `dept_head`, deputies. */

import type { Department, Step as ModelStep, Role, Workflow } from "../records/model.ts";
import { valuesAt } from "../records/paths.ts";
import type { CaseRecord, Day, PersonId } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";
import type { People, Person } from "./step.ts";

/** A role in which somebody may act, for themselves or as a deputy. */
export interface Held {
  readonly role: Role;
  readonly department: Department;
  readonly deputy_for?: PersonId;
}

const within = (day: Day, from?: Day, to?: Day): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to);

/** Is the person on the list and within their validity on that day? */
export const isValid = (person: Person, day: Day): boolean => within(day, person.valid_from, person.valid_to);

function ownRoles(person: Person, day: Day): Held[] {
  if (!isValid(person, day)) return [];
  return person.roles
    .filter((held) => within(day, held.from, held.to))
    .map((held) => ({ role: held.role, department: held.department }));
}

/**
 * Every role in which a person may act on a day: their own first, then those of people they stand in for.
 * @returns in the order of `people.yaml`; empty for somebody who is not on the list
 */
export function rolesHeld(people: People, id: PersonId, day: Day): Held[] {
  const person = people.find((p) => p.id === id);
  if (!person || !isValid(person, day)) return [];
  const covered = (person.deputy_for ?? []).filter((d) => within(day, d.from, d.to));
  const deputised = covered.flatMap((d) => {
    const absent = people.find((p) => p.id === d.person);
    return absent ? ownRoles(absent, day).map((held) => ({ ...held, deputy_for: absent.id })) : [];
  });
  return [...ownRoles(person, day), ...deputised];
}

/** Departments that the record makes responsible; empty where it names none. */
export function responsibleDepartments(workflow: Workflow, record: CaseRecord | null): string[] {
  if (workflow.responsible === undefined || record === null) return [];
  return valuesAt(record, workflow.responsible).flat() as string[];
}

/** Roles that may take a step: its own, and the one whose agreement it asks for first. */
export const rolesOf = (step: ModelStep): Role[] => [
  ...step.roles,
  ...(step.agreed ? [step.agreed.role] : []),
];

export interface Asking {
  readonly people: People;
  readonly workflow: Workflow;
  readonly record: CaseRecord | null;
  readonly by: PersonId;
  readonly day: Day;
  /** The role the actor chose. */
  readonly role?: Role;
}

/**
 * The role in which the actor takes the step: the first of theirs that it allows, or the chosen one.
 * `dept_head` counts for the responsible department only (specification 3.11).
 */
export function authorise(asking: Asking, step: ModelStep): { held: Held } | { findings: Finding[] } {
  const allowed = rolesOf(step);
  const wanted = asking.role === undefined ? allowed : allowed.filter((role) => role === asking.role);
  const held = rolesHeld(asking.people, asking.by, asking.day).filter((h) => wanted.includes(h.role));
  const departments = responsibleDepartments(asking.workflow, asking.record);
  const fits = (h: Held): boolean =>
    h.role !== "dept_head" || departments.length === 0 || departments.includes(h.department);
  const taken = held.find(fits);
  if (taken) return { held: taken };
  const { clause, params } = refusedTo(asking, step, fits);
  if (held.length > 0) return { findings: [finding("other-department", { ...params, departments }, clause)] };
  return { findings: [finding("role-not-held", { ...params, roles: allowed }, clause)] };
}

/** What a refusal says of the step, and who may take it instead. */
function refusedTo(asking: Asking, step: ModelStep, fits: (held: Held) => boolean) {
  const { people, workflow, record, by, day } = asking;
  const may = (held: Held): boolean => rolesOf(step).includes(held.role) && fits(held);
  const able = people.map((person) => person.id).filter((id) => rolesHeld(people, id, day).some(may));
  const clause = step.clauses[0];
  return {
    clause: clause === undefined ? {} : { clause },
    params: { kind: workflow.kind, id: record?.id ?? "", event: step.event, person: by, able },
  };
}
