/** Gates of standardising and filing: CMP-22, CMP-24 (4.8, 4.9, 4.10). */

import { type Decision, isBefore, listAt, textAt } from "../cases/case-shapes.ts";
import { linkedCapas } from "../cases/linked-capas.ts";
import { absentDepartments, hasRepresentative } from "../cases/meeting.ts";
import { isRunning, runningWith } from "../cases/open-records.ts";
import type { Gate, GateInput } from "../procedure/gate.ts";
import type { CaseRecord } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";
import { asked, askedFor } from "./asked.ts";

const MEETING = "standardisation.meeting_id";
const at = (
  input: GateInput,
  clause: string,
  path = MEETING,
): { record: string; path: string; clause: string } => ({
  record: input.record.id,
  path,
  clause,
});

const meetingOf = (input: GateInput): CaseRecord | undefined =>
  input.context.facts.record(textAt(input.record, MEETING) ?? "");
const isHeld = (meeting: CaseRecord): boolean => meeting.state === "held" || meeting.state === "closed";

/** Judges the meeting that was held; one that has not been held is named by one gate alone. */
const inMeeting =
  (judge: (input: GateInput, meeting: CaseRecord) => Finding[]): Gate =>
  (input) => {
    const meeting = meetingOf(input);
    return meeting && isHeld(meeting) ? judge(input, meeting) : [];
  };

/** The meeting was held, and on this case (CMP-22). */
const meetingHeldOnThisCase: Gate = (input) => {
  const meeting = meetingOf(input);
  if (!meeting) return [];
  const findings: Finding[] = [];
  if (!isHeld(meeting))
    findings.push(
      finding("meeting-not-held", { meeting: meeting.id, state: meeting.state }, at(input, "R-4.8-02")),
    );
  if (!listAt<string>(meeting, "cases").includes(input.record.id)) {
    findings.push(
      finding("meeting-without-case", { meeting: meeting.id, id: input.record.id }, at(input, "R-4.8-03")),
    );
  }
  return findings;
};

/** Management representative and every responsible department sat in it (CMP-22). */
const meetingAttended: Gate = inMeeting((input, meeting) => {
  const absent = absentDepartments(meeting, listAt(input.record, "responsible_departments"));
  const findings = absent.map((department) =>
    finding("meeting-without-department", { meeting: meeting.id, department }, at(input, "R-4.8-02")),
  );
  if (hasRepresentative(input.context.people, meeting)) return findings;
  return [
    finding("meeting-without-representative", { meeting: meeting.id }, at(input, "R-4.8-02")),
    ...findings,
  ];
});

const CHANGES_A_DOCUMENT = ["revise_document", "new_document"];

/** What a decision about a document still lacks; numbered as in the minutes. */
function unassigned(input: GateInput, meeting: CaseRecord, decision: Decision, number: number): Finding[] {
  if (decision.case !== input.record.id || !CHANGES_A_DOCUMENT.includes(decision.decision ?? "")) return [];
  return (["owner", "due"] as const)
    .filter((key) => decision[key] === undefined)
    .map((key) => {
      const params = { meeting: meeting.id, number, path: `decisions[${number - 1}].${key}` };
      return finding("decision-unassigned", params, at(input, "R-4.8-05"));
    });
}

/** It decided about this case, and who changes which document until when (CMP-22). */
const caseDecided: Gate = inMeeting((input, meeting) => {
  const decisions = listAt<Decision>(meeting, "decisions");
  if (!decisions.some((decision) => decision.case === input.record.id)) {
    return [
      finding(
        "meeting-without-decision",
        { meeting: meeting.id, id: input.record.id },
        at(input, "R-4.8-04"),
      ),
    ];
  }
  return decisions.flatMap((decision, i) => unassigned(input, meeting, decision, i + 1));
});

/** The complaint repeats what the minutes say, nothing else (CMP-22). */
const decisionsAsInTheMinutes: Gate = inMeeting((input, meeting) => {
  const mine = listAt<Decision>(meeting, "decisions").filter((decision) => decision.case === input.record.id);
  if (mine.length === 0) return [];
  return listAt<string>(input.record, "standardisation.decisions")
    .filter((decision) => !mine.some((one) => one.decision === decision))
    .map((decision) =>
      finding(
        "decision-not-in-minutes",
        { meeting: meeting.id, decision },
        at(input, "R-4.8-04", "standardisation.decisions"),
      ),
    );
});

/** Nothing to standardise is a decision, with a reason (CMP-22, G-15). */
const noStandardisationExplained: Gate = (input) => {
  const decisions = listAt<string>(input.record, "standardisation.decisions");
  if (decisions.length === 0 || decisions.some((decision) => decision !== "none")) return [];
  return asked(input, ["standardisation.reason_if_none"], "R-4.8-04");
};

/** When the handling was last finished; a handing over from before a reopening no longer counts. */
const finishedAt = (input: GateInput): string | undefined =>
  input.before?.history.findLast((entry) => entry.to === "completed" && entry.from !== "completed")?.at;

/** Quality has handed the case to Sales since its handling was finished (CMP-24). */
const handedOverByQuality: Gate = (input) => {
  const clause = "R-4.10-01";
  const path = "handover_to_sales";
  if (!isBefore(textAt(input.record, `${path}.at`), finishedAt(input))) return asked(input, [path], clause);
  return [askedFor(input, path, clause)];
};

/** No goods of this complaint are under way (CMP-24). */
const linkedReturnsFinished: Gate = (input) =>
  runningWith(input.context.facts, ["return"], "complaint_id", input.record.id).map((one) =>
    finding("return-open", { id: one.id, state: one.state }, { record: input.record.id, clause: "R-4.9-01" }),
  );

/** A CAPA whose effect is still verified does not hold up the filing; it is shown (CMP-24). */
const linkedCapasShown: Gate = (input) =>
  linkedCapas(input.context.facts, input.record)
    .filter(isRunning)
    .map((capa) =>
      finding("capa-lives-on", { capa: capa.id, state: capa.state }, at(input, "R-3.4-02", "capa_ids")),
    );

export const closingGates = {
  "meeting-held-on-this-case": meetingHeldOnThisCase,
  "meeting-attended": meetingAttended,
  "case-decided": caseDecided,
  "decisions-as-in-the-minutes": decisionsAsInTheMinutes,
  "no-standardisation-explained": noStandardisationExplained,
  "handed-over-by-quality": handedOverByQuality,
  "linked-returns-finished": linkedReturnsFinished,
  "linked-capas-shown": linkedCapasShown,
} satisfies Record<string, Gate>;
