/** Who sat in a standardisation meeting (4.8, STD-02, CMP-22). */

import { dayOf } from "../calendar/days.ts";
import { rolesHeld } from "../procedure/actor.ts";
import type { People } from "../procedure/step.ts";
import type { CaseRecord, PersonId } from "../records/record.ts";
import { type Attendee, listAt, textAt } from "./case-shapes.ts";

/** Was the management representative, or somebody who stood in for them, among the attendees or in the chair? */
export function hasRepresentative(people: People, meeting: CaseRecord): boolean {
  const held = textAt(meeting, "held_at");
  if (held === undefined) return false;
  const present: PersonId[] = listAt<Attendee>(meeting, "attendees").flatMap((one) => one.staff ?? []);
  return [...present, textAt(meeting, "chair") ?? ""].some((id) =>
    rolesHeld(people, id, dayOf(held)).some((role) => role.role === "management_rep"),
  );
}

/** Departments of which nobody attended. */
export function absentDepartments(meeting: CaseRecord, departments: readonly string[]): string[] {
  const present: unknown[] = listAt<Attendee>(meeting, "attendees").map((one) => one.department);
  return departments.filter((department) => !present.includes(department));
}
