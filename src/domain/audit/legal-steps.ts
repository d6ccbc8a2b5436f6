/** Was each step of a history one of the workflow, taken by somebody who held a role for it (INV-02)? */
import { dayOf } from "../calendar/workdays.ts";
import { isValid, responsibleDepartments, rolesHeld } from "../procedure/actor.ts";
import { signerRole } from "../procedure/signing.ts";
import type { Step, Workflow } from "../records/model.ts";
import type { CaseRecord, HistoryEntry } from "../records/record.ts";
import type { Breach, CheckInput } from "./check.ts";

/** The step of the workflow behind an entry; for a co-signature, the one it was given for. */
function stepOf(workflow: Workflow, entry: HistoryEntry): Step | undefined {
  if (entry.event !== "cosign")
    return workflow.steps.find((step) => step.id === entry.transition && step.event === entry.event);
  return workflow.steps.find((step) => step.event === entry.for && step.from.includes(entry.from ?? ""));
}

const isCommon = (all: CheckInput, entry: HistoryEntry): boolean =>
  all.shared.common.some((step) => step.id === entry.transition && step.event === entry.event);

function leads(step: Step, entry: HistoryEntry): boolean {
  const from = step.from.length === 0 ? entry.from === null : step.from.includes(entry.from ?? "");
  if (step.to === "@prev") return from && ["signed", "in_production"].includes(entry.to);
  return from && entry.to === (step.to === "=" ? entry.from : step.to);
}

function rolesFor(all: CheckInput, step: Step): string[] {
  const signers = (step.signers ?? []).map((signer) => signerRole(signer, all.settings));
  return [...step.roles, ...signers, ...(step.agreed ? [step.agreed.role] : [])];
}

/** Held the actor the role of the entry on its day, for themselves or as the deputy it names? */
function holding(all: CheckInput, entry: HistoryEntry) {
  const held = rolesHeld(all.people, entry.by, dayOf(entry.at));
  return held.filter((one) => one.role === entry.role && one.deputy_for === entry.deputy_for);
}

function actorBreach(all: CheckInput, record: CaseRecord, entry: HistoryEntry): Breach[] {
  const values = { seq: entry.seq, by: entry.by, role: entry.role };
  const path = `history[${entry.seq - 1}]`;
  const person = all.people.find((one) => one.id === entry.by);
  if (entry.role === "" || entry.role === "system") {
    return person && isValid(person, dayOf(entry.at)) ? [] : [{ detail: "person", path, values }];
  }
  const held = holding(all, entry);
  if (held.length === 0) return [{ detail: "person", path, values }];
  const departments = responsibleDepartments(all.kinds(record.kind).workflow, record);
  const fits =
    entry.role !== "dept_head" ||
    departments.length === 0 ||
    held.some((one) => departments.includes(one.department));
  return fits ? [] : [{ detail: "department", path, values: { ...values, departments } }];
}

/** A common step leaves the state alone; a co-signature is given by a role of the event it was given for. */
function judgeCommon(judged: Judged): Breach[] {
  const { all, record, entry, step } = judged;
  const roles = step ? rolesFor(all, step) : [entry.role];
  return roles.includes(entry.role) ? actorBreach(all, record, entry) : [wrongRole(judged, roles)];
}

interface Judged {
  readonly all: CheckInput;
  readonly record: CaseRecord;
  readonly entry: HistoryEntry;
  readonly step: Step | undefined;
}

const namesOf = ({ entry }: Judged) => ({ seq: entry.seq, transition: entry.transition, event: entry.event });
const placeOf = ({ entry }: Judged): string => `history[${entry.seq - 1}]`;
const wrongRole = (judged: Judged, roles: string[]): Breach => ({
  detail: "role",
  path: placeOf(judged),
  values: { ...namesOf(judged), role: judged.entry.role, roles },
});

function judgeStep(judged: Judged, step: Step): Breach[] {
  const { all, record, entry } = judged;
  const values = { ...namesOf(judged), from: entry.from ?? "-", to: entry.to };
  if (!leads(step, entry)) return [{ detail: "path", path: placeOf(judged), values }];
  const roles = rolesFor(all, step);
  return roles.includes(entry.role) ? actorBreach(all, record, entry) : [wrongRole(judged, roles)];
}

function illegal(all: CheckInput, record: CaseRecord, entry: HistoryEntry): Breach[] {
  const judged = { all, record, entry, step: stepOf(all.kinds(record.kind).workflow, entry) };
  if (isCommon(all, entry) && entry.from === entry.to) return judgeCommon(judged);
  if (judged.step && entry.event !== "cosign") return judgeStep(judged, judged.step);
  return [{ detail: "step", path: placeOf(judged), values: namesOf(judged) }];
}

/** Every step of a record that was none, or that its actor had no role for. */
export const illegalSteps = (record: CaseRecord, all: CheckInput): Breach[] =>
  record.history.flatMap((entry) => illegal(all, record, entry));
