/** What a step of a complaint means for its CAPAs (specification 3.12, path A). */

import { textAt } from "../cases/case-shapes.ts";
import { linkedCapas } from "../cases/linked-capas.ts";
import type { Duty } from "../procedure/step.ts";
import type { CaseRecord } from "../records/record.ts";
import {
  type DutyRule,
  dutyOf,
  FOR_MANAGERS,
  FOR_QUALITY,
  FOR_QUALITY_MANAGER,
  FOR_SALES,
  forHeads,
  type Takers,
} from "./duty.ts";

interface Follow {
  readonly event: string;
  readonly takers: (capa: CaseRecord) => Takers;
}
/** What a CAPA has to follow with, by the state in which it stands; a state not named has nothing to follow. */
type Follows = Readonly<Record<string, Follow>>;

const by = (event: string, takers: Takers): Follow => ({ event, takers: () => takers });

const follow =
  (follows: Follows): DutyRule =>
  ({ facts, record }) =>
    linkedCapas(facts, record).flatMap((capa): Duty[] => {
      const next = follows[capa.state];
      return next ? [dutyOf(capa, next.event, next.takers(capa))] : [];
    });

const onPathA =
  (rule: DutyRule): DutyRule =>
  (after) =>
    textAt(after.record, "handling_path") === "capa" ? rule(after) : [];

/** The general manager signs first, then the quality manager cancels (engine.md 5). */
const cancel = by("cancel", FOR_MANAGERS);
const reject = by("reject", FOR_MANAGERS);
const rejected = by("customer_rejected", {
  roles: [...FOR_QUALITY.roles, ...FOR_SALES.roles],
  departments: [...FOR_QUALITY.departments, ...FOR_SALES.departments],
});

export const complaintDuties: Readonly<Record<string, DutyRule>> = {
  /** CMP-08: a sheet that is issued waits for the department's receipt: the three days run from it. */
  issue_capa: follow({ issued: { event: "acknowledge", takers: forHeads } }),
  /** CMP-07: what is not ours needs no corrective action. */
  rejudge_not_ours: follow({ opened: cancel, cause_analysed: cancel, issued: cancel, received: cancel }),
  /** CMP-13: what GM or Quality refused is refused on the CAPA too; confirmed already: its effect is not proven. */
  reject_confirmation: onPathA(
    follow({ completed: reject, confirmed: by("verify_ineffective", FOR_QUALITY_MANAGER) }),
  ),
  /** CMP-19: the CAPA goes into its next attempt; one that nobody has confirmed yet is refused in house. */
  customer_reject: onPathA(follow({ completed: reject, confirmed: rejected, closed: rejected })),
};
