/** A step of the workflow that one person takes: drafted, judged, and with its rounds and attempts moved. */

import type { Planned } from "../procedure/step.ts";
import { draftOf } from "./drafting.ts";
import { gateFindings, missingFindings } from "./judging.ts";
import { agreementMissing, withAgreement } from "./plan-agreement.ts";
import { settle } from "./settling.ts";
import { finish, type Taking } from "./taking.ts";

/** Plans a step that one person takes. */
export function planTransition(taking: Taking): Planned {
  const draft = withAgreement(taking, draftOf(taking));
  const judged = gateFindings(taking, draft);
  const findings = [
    ...draft.findings,
    ...missingFindings(taking, draft),
    ...agreementMissing(taking, draft),
    ...judged.findings,
  ];
  const { event, id } = taking.model;
  return finish(taking, {
    record: settle(taking, draft),
    findings,
    event,
    transition: id,
    notYet: judged.notYet,
  });
}
