/** What a case waits for in its state: which event, and whom (engine.md 8). Tied to no day and to no other record. */

import { responsibleDepartments } from "../procedure/actor.ts";
import { isStale, signerRole } from "../procedure/signing.ts";
import type { Settings } from "../procedure/step.ts";
import type { KindModel, Step as ModelStep, Role, SharedModel } from "../records/model.ts";
import { getAt, isFilled } from "../records/paths.ts";
import type { CaseRecord, Instant, PersonId } from "../records/record.ts";
import type { RawClock } from "./clock.ts";
import { outstanding } from "./clock-departments.ts";
import type { Wait } from "./wait.ts";
import { comesAfter, isWanted, openDecisions } from "./wait-rules.ts";

interface Waiting {
  readonly kind: KindModel;
  readonly settings: Settings;
  readonly record: CaseRecord;
}

/** Steps that end the running clocks of departments: waited for as long as these run, whatever the state waits for. */
export function stepsAwaited(shared: SharedModel, clocks: readonly RawClock[]): string[] {
  const running = clocks.filter((clock) => clock.department && !clock.ended && !clock.void);
  return running.flatMap((clock) => shared.deadlines[clock.deadline]?.ends ?? []);
}

/**
 * What the record waits for, the usual event first; empty where the case has ended.
 * @param awaited steps that are waited for besides those the state names
 */
export function waitsOf(
  kind: KindModel,
  settings: Settings,
  record: CaseRecord,
  awaited: readonly string[],
): Wait[] {
  const waiting: Waiting = { kind, settings, record };
  const state = kind.workflow.states.find((s) => s.id === record.state);
  if (!state || state.final) return [];
  const here = kind.workflow.steps.filter((step) => step.from.includes(record.state) && holds(step, record));
  const named = (state.waits ?? []).flatMap((event) => here.find((step) => step.event === event) ?? []);
  const steps = new Set([...named, ...here.filter((step) => awaited.includes(step.id))]);
  return [...steps].filter((step) => isOpen(waiting, step)).flatMap((step) => waitsFor(waiting, step));
}

const holds = (step: ModelStep, record: CaseRecord): boolean =>
  Object.entries(step.when ?? {}).every(([path, value]) => getAt(record, path) === value);

/** Is there still something to do in the step? One that leaves the state alone is done once its fields are filled. */
function isOpen({ record, settings }: Waiting, step: ModelStep): boolean {
  const departments = outstanding(step.id, record);
  if (departments) return departments.length > 0;
  const wanted = isWanted(step.id, record, settings);
  if (wanted !== undefined) return wanted;
  return step.to !== "=" || step.needs.some((path) => !isFilled(record, path));
}

function waitsFor(waiting: Waiting, step: ModelStep): Wait[] {
  const { record } = waiting;
  const wait: Wait = { event: step.event, step: step.id, roles: rolesFor(waiting, step) };
  const departments = outstanding(step.id, record);
  if (departments) return [{ ...wait, departments, each: true }];
  const owners = openDecisions(step.id, record);
  if (owners) return owners.map((owner) => ({ ...wait, ...owner }));
  const responsible = step.roles.includes("dept_head")
    ? responsibleDepartments(waiting.kind.workflow, record)
    : [];
  const after = comesAfter(step.id, record);
  return [
    { ...wait, ...(responsible.length > 0 ? { departments: responsible } : {}), ...(after ? { after } : {}) },
  ];
}

/** Who may take the step; of two signers those who have not signed, or whose signature no longer counts. */
function rolesFor({ kind, settings, record }: Waiting, step: ModelStep): Role[] {
  if (!step.signers) return step.roles.filter((role) => role !== "system");
  const open = step.signers.filter((signer) => {
    const signature = getAt(record, signer.path) as { by: PersonId; at: Instant } | undefined;
    return !signature || isStale(record, kind.workflow, step, signature);
  });
  return open.map((signer) => signerRole(signer, settings));
}
