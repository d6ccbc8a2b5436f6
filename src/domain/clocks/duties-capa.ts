/** What a step of a CAPA means for the complaints it serves, and for the survey it comes from (specification 3.12). */

import { listAt, textAt } from "../cases/case-shapes.ts";
import {
  complaintsOf,
  hasReached,
  isAfterRefusal,
  lastRefusal,
  linkedCapas,
  type Stage,
} from "../cases/linked-capas.ts";
import type { Facts } from "../procedure/step.ts";
import type { CaseRecord, Id } from "../records/record.ts";
import {
  type DutyRule,
  dutyOf,
  FOR_ALL_SALES,
  FOR_MANAGERS,
  FOR_QUALITY,
  FOR_SALES,
  forHeads,
  type Takers,
} from "./duty.ts";

interface Following {
  /** The state in which the complaint waits. */
  readonly waiting: string;
  readonly event: string;
  readonly stage: Stage;
  /** A time that must lie after the last refusal of the complaint. */
  readonly newer?: "proposed_at" | "completed_at";
  readonly takers: (complaint: CaseRecord) => Takers;
}

/** The complaint moves when the last of its CAPAs is there (3.17, several responsible departments). */
function areThere(facts: Facts, complaint: CaseRecord, { stage, newer }: Following): boolean {
  const refused = lastRefusal(complaint);
  return linkedCapas(facts, complaint).every(
    (capa) => hasReached(capa, stage) && (newer === undefined || isAfterRefusal(capa, newer, refused)),
  );
}

const complaintFollows =
  (wanted: Following): DutyRule =>
  ({ facts, record }) =>
    complaintsOf(facts, record)
      .filter((complaint) => complaint.state === wanted.waiting && areThere(facts, complaint, wanted))
      .map((complaint) => dutyOf(complaint, wanted.event, wanted.takers(complaint)));

/** The complaint it was opened for waits to name it (CMP-08), a survey wave likewise (SRV-07). */
const issue: DutyRule = ({ facts, record }) => {
  const source = facts.record(textAt(record, "source.id") ?? "");
  return source?.kind === "complaint" && source.state === "cause_analysis"
    ? [dutyOf(source, "issue_capa", FOR_QUALITY)]
    : [];
};

const waveOf = (facts: Facts, capa: CaseRecord): CaseRecord | undefined => {
  const source = facts.record(textAt(capa, "source.id") ?? "");
  return source?.kind === "survey_wave" ? source : undefined;
};

const capasOfWave = (wave: CaseRecord): readonly Id[] => listAt(wave, "analysis.capa_ids");

const open: DutyRule = ({ facts, record }) => {
  const wave = waveOf(facts, record);
  const isWaiting = wave?.state === "analysed" && !capasOfWave(wave).includes(record.id);
  return wave && isWaiting ? [dutyOf(wave, "raise_capa", FOR_SALES)] : [];
};

/** A wave is filed when all its CAPAs are closed (SRV-09). */
const verifyEffective: DutyRule = ({ facts, record }) => {
  const wave = waveOf(facts, record);
  if (wave?.state !== "reported") return [];
  const allClosed = capasOfWave(wave).every((id) => facts.record(id)?.state === "closed");
  return allClosed ? [dutyOf(wave, "archive", FOR_ALL_SALES)] : [];
};

/** What is refused on the CAPA is refused on the complaint that waits for the same two signatures. */
const reject: DutyRule = ({ facts, record }) =>
  complaintsOf(facts, record)
    .filter((complaint) => complaint.state === "awaiting_confirmation")
    .map((complaint) => dutyOf(complaint, "reject_confirmation", FOR_MANAGERS));

export const capaDuties: Readonly<Record<string, DutyRule>> = {
  open,
  issue,
  propose: complaintFollows({
    waiting: "countermeasure",
    event: "propose",
    stage: "implementing",
    newer: "proposed_at",
    takers: forHeads,
  }),
  report_completion: complaintFollows({
    waiting: "implementing",
    event: "report_completion",
    stage: "completed",
    newer: "completed_at",
    takers: forHeads,
  }),
  confirm: complaintFollows({
    waiting: "awaiting_confirmation",
    event: "confirm",
    stage: "confirmed",
    takers: () => FOR_MANAGERS,
  }),
  reject,
  verify_effective: verifyEffective,
};
