/** What a step means for other records (engine.md 8): no command moves two cases, so each becomes somebody's duty. */

import { listAt, textAt } from "../cases/case-shapes.ts";
import type { Context, Duty } from "../procedure/step.ts";
import type { Step as ModelStep } from "../records/model.ts";
import type { CaseRecord, Id, Kind } from "../records/record.ts";
import { capaDuties } from "./duties-capa.ts";
import { complaintDuties } from "./duties-complaint.ts";
import type { After, DutyRule } from "./duty.ts";
import { dutyOf, FOR_ALL_SALES, FOR_SALES } from "./duty.ts";

/** The order that an amendment changes waits for the step that fits how the amendment stands (3.2, 3.3). */
const forOrder =
  (event: string, states: readonly string[]): DutyRule =>
  ({ facts, record }) => {
    const order = facts.record(textAt(record, "order_id") ?? "");
    return order && states.includes(order.state) ? [dutyOf(order, event, FOR_SALES)] : [];
  };

const amendmentDuties: Readonly<Record<string, DutyRule>> = {
  accept: forOrder("open_amendment", ["signed", "in_production"]),
  close: forOrder("apply_amendment", ["amending"]),
  withdraw: forOrder("drop_amendment", ["amending"]),
};

/** A form that came back waits to be counted in its wave (2.14, SRV-03). */
const record: DutyRule = ({ facts, record: response }) => {
  const wave = facts.record(textAt(response, "wave_id") ?? "");
  return wave && ["sent", "collecting"].includes(wave.state)
    ? [dutyOf(wave, "record_response", FOR_ALL_SALES)]
    : [];
};

/** What a meeting has decided waits to be completed in each complaint (STD-02, CMP-22). */
const hold: DutyRule = ({ facts, record: meeting }) =>
  listAt<Id>(meeting, "cases")
    .flatMap((id) => facts.record(id) ?? [])
    .filter((one) => one.kind === "complaint" && one.state === "standardising")
    .map((one) =>
      dutyOf(one, "complete_standardisation", {
        roles: ["management_rep", "quality_manager"],
        departments: ["gm_office", "quality"],
      }),
    );

const RULES: Readonly<Partial<Record<Kind, Readonly<Record<string, DutyRule>>>>> = {
  complaint: complaintDuties,
  capa: capaDuties,
  amendment: amendmentDuties,
  survey_response: { record },
  standardisation_meeting: { hold },
};

/**
 * What a step means for other records.
 * @param context the other records as they stood before the step
 * @param record the record after the step
 * @param step the step just taken
 * @returns for each record that now waits: its next event, who may take it
 */
export function dutiesAfter(context: Context, record: CaseRecord, step: ModelStep): Duty[] {
  const rule = RULES[record.kind]?.[step.event];
  return rule ? rule(after(context, record)) : [];
}

/** Facts as they stand after the step: the record itself is the new one. */
function after({ facts }: Context, record: CaseRecord): After {
  const renewed = (one: CaseRecord): CaseRecord => (one.id === record.id ? record : one);
  return {
    record,
    facts: {
      record: (id) => (id === record.id ? record : facts.record(id)),
      where: (kind, path, value) => facts.where(kind, path, value).map(renewed),
    },
  };
}
