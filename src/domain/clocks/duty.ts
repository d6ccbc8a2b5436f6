/** How a duty for another record is made. */

import { textAt } from "../cases/case-shapes.ts";
import type { Duty, Facts } from "../procedure/step.ts";
import type { Department, Role } from "../records/model.ts";
import type { CaseRecord } from "../records/record.ts";

/** The record after the step, and the others beside it. */
export interface After {
  readonly facts: Facts;
  readonly record: CaseRecord;
}
export type DutyRule = (after: After) => Duty[];

/** Who may take the step that is waited for, as the machine of that kind has it. */
export interface Takers {
  readonly roles: readonly Role[];
  readonly departments: readonly Department[];
}

export const FOR_SALES: Takers = { roles: ["salesperson", "sales_manager"], departments: ["sales"] };
export const FOR_ALL_SALES: Takers = {
  roles: ["salesperson", "customer_service", "sales_manager"],
  departments: ["sales"],
};
export const FOR_QUALITY: Takers = {
  roles: ["quality_engineer", "quality_manager"],
  departments: ["quality"],
};
export const FOR_MANAGERS: Takers = {
  roles: ["general_manager", "quality_manager"],
  departments: ["gm_office", "quality"],
};
export const FOR_QUALITY_MANAGER: Takers = { roles: ["quality_manager"], departments: ["quality"] };

/** The heads of the departments that the record makes responsible. */
export function forHeads(record: CaseRecord): Takers {
  const one = textAt(record, "responsible_department");
  const many = (record["responsible_departments"] as Department[] | undefined) ?? [];
  return { roles: ["dept_head"], departments: one === undefined ? many : [one] };
}

/** A record that now waits for an event. */
export const dutyOf = (record: CaseRecord, event: string, takers: Takers): Duty => ({
  record: record.id,
  event,
  ...takers,
});
