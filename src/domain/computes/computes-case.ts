/** What the engine writes in complaints and CAPAs: taken over from linked CAPAs, dated, kept until. */
import { dayOf } from "../calendar/workdays.ts";
import {
  type Compute,
  type ComputeInput,
  fill,
  fillAllEmpty,
  fillEmpty,
  isWritten,
  unchanged,
} from "../procedure/computing.ts";
import { getAt, setAt } from "../records/paths.ts";
import type { CaseRecord, Json } from "../records/record.ts";

type Row = { [key: string]: Json };

function linkedCapas(input: ComputeInput): CaseRecord[] {
  const ids = (input.record["capa_ids"] as string[] | undefined) ?? [];
  return ids.flatMap((id) => input.context.facts.record(id) ?? []);
}

/** Causes are entered once, in the CAPA, and shown in the complaint (specification 3.12, CMP-08). */
export const causesFromCapas: Compute = (input) => {
  const causes = linkedCapas(input).flatMap((capa) => (capa["causes"] as Json[] | undefined) ?? []);
  return { record: fillEmpty(input.record, "causes", causes) };
};

const TAKEN = ["type", "text", "owner", "due", "done_at", "evidence"];
const asText = (action: Row): Row =>
  Object.fromEntries(TAKEN.flatMap((key) => (action[key] === undefined ? [] : [[key, action[key]]])));

const PLACE = "rounds[-1].countermeasure";

/**
 * On path A the CAPA's actions are taken over as text (CMP-10, CMP-11), unless this step gives another wording.
 * What is proposed anew replaces what was refused in the same round; the completion adds nothing to a wording of one's own.
 */
export const capaActionsAsText: Compute = (input) => {
  const { record, step } = input;
  if (record["handling_path"] !== "capa" || isWritten(input, PLACE)) return unchanged(input);
  const actions = linkedCapas(input).flatMap((capa) => (capa["actions"] as Row[] | undefined) ?? []);
  if (actions.length === 0 || step.event !== "propose")
    return { record: fillEmpty(record, PLACE, actions.map(asText)) };
  return { record: setAt(record, PLACE, actions.map(asText)) ?? record };
};

/**
 * Kept until the end of the year so many years after the filing, unless another day was given (CMP-24, R-6.4-01).
 * The years are a setting by kind.
 */
export const retentionUntil: Compute = (input) => {
  const { record, at, context } = input;
  const years = context.settings.retention_years[record.kind];
  if (years === undefined) return unchanged(input);
  const filed = dayOf(String(getAt(record, "archive.at") ?? at));
  return {
    record: fillEmpty(record, "archive.retention_until", `${Number(filed.slice(0, 4)) + years}-12-31`),
  };
};

/** Who reopened a CAPA, when and from where, unless given (CAPA-10, CAPA-11, CAPA-13). */
export const reopeningSigned: Compute = (input) => {
  const { record, before } = input;
  const count = ((getAt(record, "reopened") as unknown[] | undefined) ?? []).length;
  const known = ((getAt(before, "reopened") as unknown[] | undefined) ?? []).length;
  if (count !== known + 1) return unchanged(input);
  const signed = fillAllEmpty(record, { "reopened[-1].at": input.at, "reopened[-1].by": input.by });
  return fill({ ...input, record: signed }, "reopened[-1].from_state", before?.state ?? null);
};
