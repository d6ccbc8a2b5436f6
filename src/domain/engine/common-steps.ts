/** The steps every kind has (engine.md 4): update, correct, attach, link, unlink, note. They leave the state alone. */

import { type Held, responsibleDepartments, rolesHeld } from "../procedure/actor.ts";
import { isFinal } from "../procedure/find-step.ts";
import { isFrozen } from "../procedure/rounds.ts";
import type { People } from "../procedure/step.ts";
import { fieldAt } from "../records/fields.ts";
import type { KindModel, Step as ModelStep, Role, Workflow } from "../records/model.ts";
import { covers, getAt, isFilled, parsePath, printPath } from "../records/paths.ts";
import type { CaseRecord, HistoryEntry, Json } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";
import type { Assignment } from "./ownership.ts";

const SALES: readonly Role[] = ["salesperson", "customer_service", "order_clerk", "sales_manager"];
const QUALITY: readonly Role[] = ["quality_engineer", "quality_manager"];
/** Department of a role that only one department has: whose head stands in for it. */
const HOME: Readonly<Record<string, string>> = {
  warehouse_keeper: "warehouse",
  general_manager: "gm_office",
  management_rep: "gm_office",
  document_controller: "gm_office",
};

/** Manager of a department: sales_manager, quality_manager, elsewhere its dept_head (engine.md 4). */
function isManagerOf(held: Held, role: Role): boolean {
  if (SALES.includes(role)) return held.role === "sales_manager";
  if (QUALITY.includes(role)) return held.role === "quality_manager";
  return held.role === "dept_head" && held.department === HOME[role];
}

/** May somebody in this role fill a field of that owner? `any` and `creator`: everybody valid. */
function mayFill(held: Held, owner: Role | undefined, responsible: readonly string[]): boolean {
  if (owner === undefined || owner === "any" || owner === "creator") return true;
  if (owner === "dept_head") {
    return held.role === "dept_head" && (responsible.length === 0 || responsible.includes(held.department));
  }
  return held.role === owner || isManagerOf(held, owner);
}

export interface Filler {
  readonly people: People;
  readonly kind: KindModel;
  readonly record: CaseRecord;
  readonly by: string;
  readonly day: string;
  readonly role?: Role;
  readonly event: string;
}

/** Owner of a field: its own role, else that of the field it stands in. */
function ownerOf(kind: KindModel, path: string): Role | undefined {
  const parts = parsePath(path) ?? [];
  const above = parts.map((_, i) => printPath(parts.slice(0, parts.length - i)));
  return above.map((place) => fieldAt(kind, place)?.role).find((role) => role !== undefined);
}

/** The role in which somebody fills or corrects fields: one that may fill them all. */
export function authoriseFields(
  filler: Filler,
  paths: readonly string[],
): { held: Held } | { findings: Finding[] } {
  const { people, kind, record, by, day, role, event } = filler;
  const held = rolesHeld(people, by, day).filter((h) => role === undefined || h.role === role);
  const responsible = responsibleDepartments(kind.workflow, record);
  const taken = held.find((h) => paths.every((path) => mayFill(h, ownerOf(kind, path), responsible)));
  if (taken) return { held: taken };
  const refused = paths.filter((path) => !held.some((h) => mayFill(h, ownerOf(kind, path), responsible)));
  const named = refused.length > 0 ? refused : paths;
  return {
    findings: named.map((path) =>
      finding(
        "field-of-another",
        { kind: kind.workflow.kind, event, path, person: by, role: ownerOf(kind, path) ?? "any" },
        { path },
      ),
    ),
  };
}

/** Anybody valid, or anybody with a role of the kind (link, unlink). */
export function authoriseAny(
  filler: Filler,
  roles: readonly Role[] | null,
): { held: Held } | { findings: Finding[] } {
  const held = rolesHeld(filler.people, filler.by, filler.day).filter(
    (h) => filler.role === undefined || h.role === filler.role,
  );
  const taken = held.find((h) => roles === null || roles.includes(h.role));
  if (taken) return { held: taken };
  const may = (h: Held): boolean => roles === null || roles.includes(h.role);
  const able = filler.people.map((person) => person.id);
  const params = {
    kind: filler.kind.workflow.kind,
    id: filler.record.id,
    event: filler.event,
    person: filler.by,
    roles: [...new Set(roles ?? [])],
    able: able.filter((id) => rolesHeld(filler.people, id, filler.day).some(may)),
  };
  return { findings: [finding("role-not-held", params)] };
}

/** Paths that `update` may write in the state in which the record stands. */
export function updatable(workflow: Workflow, record: CaseRecord): string[] {
  return workflow.anytime.filter((path) =>
    (workflow.anytime_in[path] ?? [record.state]).includes(record.state),
  );
}

/** Adding to a closed case is a correction, with a reason (INV-24). */
export function checkUpdate(workflow: Workflow, record: CaseRecord, given: readonly string[]): Finding[] {
  if (isFinal(workflow, record.state)) {
    return [
      finding(
        "case-closed",
        { kind: workflow.kind, id: record.id, state: record.state },
        { clause: "INV-24" },
      ),
    ];
  }
  return given.length === 0 ? [finding("nothing-to-write", { paths: updatable(workflow, record) })] : [];
}

const ENGINE_OWNED = ["id", "kind", "state", "history", "created_at", "created_by", "attachments", "links"];

/** What nobody may correct, whoever they are: it is the engine's own. */
export function engineOwned(kind: KindModel, set: readonly Assignment[]): Finding[] {
  const { workflow } = kind;
  const engine = [...ENGINE_OWNED, ...workflow.computed.filter((path) => path !== "rounds")];
  return set
    .filter(([path]) => engine.some((owner) => covers(owner, path) || covers(path, owner)))
    .map(([path]) => finding("engine-owned", { kind: workflow.kind, path }, { path }));
}

/** What `correct` may not touch: what is frozen, what is empty, signatures, what a step needed and would be emptied. */
export function checkCorrection(kind: KindModel, record: CaseRecord, set: readonly Assignment[]): Finding[] {
  const { workflow } = kind;
  const signatures = workflow.steps.flatMap((step) => (step.signers ?? []).map((signer) => signer.path));
  if (set.length === 0) return [finding("nothing-to-write", { paths: [] })];
  return set.flatMap(([path, value]) => {
    const params = { kind: workflow.kind, path };
    if (isFrozen(record, path)) return [finding("frozen", params, { path })];
    if (signatures.some((owner) => covers(owner, path)))
      return [finding("signature-stands", params, { path })];
    if (!isFilled(record, path)) return [finding("not-filled-yet", params, { path })];
    return value === null && wasNeeded(workflow, record, path)
      ? [finding("still-needed", params, { path })]
      : [];
  });
}

const wasNeeded = (workflow: Workflow, record: CaseRecord, path: string): boolean =>
  record.history.some((entry) =>
    workflow.steps
      .find((s) => s.id === entry.transition)
      ?.needs.some((need) => covers(path, need) || covers(need, path)),
  );

/** Old and new value of each corrected field, for the history entry. */
export function changesOf(
  before: CaseRecord,
  set: readonly Assignment[],
): NonNullable<HistoryEntry["changes"]> {
  return set.map(([path, after]) => ({ path, before: (getAt(before, path) ?? null) as Json, after }));
}

/** Paths that a common step owns. */
export function ownedByCommon(step: ModelStep, workflow: Workflow, record: CaseRecord): string[] {
  if (step.event === "update") return updatable(workflow, record);
  if (step.event === "attach") return ["attachments"];
  if (step.event === "link" || step.event === "unlink") return ["links"];
  return [];
}
