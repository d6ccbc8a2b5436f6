/** `people.yaml` as people: a role that is written as a plain word counts in the own department for the whole time. */
import type { People, Person, RoleHeld } from "../domain/procedure/step.ts";

type GivenRole = string | (Omit<RoleHeld, "department"> & { readonly department?: string });
type GivenPerson = Omit<Person, "roles"> & { readonly roles?: readonly GivenRole[] };

/**
 * People from the parsed file; its form is judged by `people.schema.json`.
 * @param given the map of `people.yaml`
 */
export function peopleOf(given: { readonly [key: string]: unknown }): People {
  const people = Array.isArray(given["people"]) ? (given["people"] as GivenPerson[]) : [];
  return people.map((person) => ({
    ...person,
    roles: (person.roles ?? []).map((role) => held(role, person.department)),
  }));
}

const held = (role: GivenRole, department: string): RoleHeld =>
  typeof role === "string" ? { role, department } : { department, ...role };
