/** Which records of other kinds still run: what gates and monthly figures ask about cases they have no workflow of. */

import type { Facts } from "../procedure/step.ts";
import type { CaseRecord, Id, Kind } from "../records/record.ts";

/** Final states by kind, as the workflows have them (a test holds the two together). */
export const FINAL_STATES: Readonly<Record<Kind, readonly string[]>> = {
  customer: ["closed"],
  order: ["closed", "declined", "cancelled"],
  amendment: ["closed", "rejected", "withdrawn"],
  inquiry: ["closed", "converted"],
  outreach: ["logged"],
  complaint: ["archived", "voided"],
  return: ["closed", "declined", "cancelled"],
  capa: ["closed", "cancelled"],
  survey_wave: ["archived"],
  survey_response: ["recorded", "superseded"],
  monthly_summary: ["reviewed"],
  standardisation_meeting: ["closed"],
};

/** Has the record not come to a final state yet? */
export const isRunning = (record: CaseRecord): boolean => !FINAL_STATES[record.kind].includes(record.state);

/** Records of some kinds that name `id` at `path` and still run. */
export const runningWith = (facts: Facts, kinds: readonly Kind[], path: string, id: Id): CaseRecord[] =>
  kinds.flatMap((kind) => facts.where(kind, path, id).filter(isRunning));

/** Every record of a kind. */
export const allOf = (facts: Facts, kind: Kind): readonly CaseRecord[] => facts.where(kind, "kind", kind);
