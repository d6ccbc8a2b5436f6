/** What a step hands over and whom it tells: documents and notified departments, resolved against the record. */

import { responsibleDepartments } from "../procedure/actor.ts";
import type { Step as ModelStep, Workflow } from "../records/model.ts";
import { valuesAt } from "../records/paths.ts";
import type { CaseRecord } from "../records/record.ts";

/** Documents that are issued only when the record asks for them. */
const ONLY_IF: Readonly<Record<string, (record: CaseRecord) => boolean>> = {
  report_8d: (record) => record["report_format"] === "8d",
  verbal_record: (record) => record["contract_form"] === "verbal",
};

/** Documents that the step issues for this record (keys of the enum `document`). */
export const documentsOf = (step: ModelStep, record: CaseRecord): string[] =>
  step.documents.filter((document) => ONLY_IF[document]?.(record) ?? true);

/** Where the departments behind a word of the workflow stand in the record. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  departments_asked: ["review.asked_departments", "asked_departments"],
  departments_called: ["joint_analysis.departments"],
  departments_taking_part: ["cause_departments"],
  departments_concerned: ["joint_analysis.departments"],
  notice_holders: ["production_notice.receivers[].department"],
  assigned_department: ["deferred.assigned_department"],
  departments: ["attendees[].department", "responsible_departments"],
};

/** Departments, roles and `customer` to whom the step is news; a word the record cannot resolve stays as it is. */
export function notifiedBy(step: ModelStep, workflow: Workflow, record: CaseRecord): string[] {
  return [...new Set(step.notify.flatMap((word) => resolve(word, workflow, record)))];
}

function resolve(word: string, workflow: Workflow, record: CaseRecord): string[] {
  if (word === "responsible_department") {
    const departments = responsibleDepartments(workflow, record);
    return departments.length > 0 ? departments : [word];
  }
  const found = (PLACES[word] ?? []).flatMap((path) => valuesAt(record, path)).flat() as string[];
  return found.length > 0 ? found : [word];
}
