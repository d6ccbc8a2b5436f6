/** Gates of a CAPA until its department has it: CAPA-01, 03, 04, 08, 13 (4.6.3, 4.11.2). */

import { isBefore, listAt, textAt } from "../cases/case-shapes.ts";
import { complaintsOf } from "../cases/linked-capas.ts";
import type { Gate, GateInput } from "../procedure/gate.ts";
import type { Role } from "../records/model.ts";
import type { CaseRecord, HistoryEntry, Kind } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";
import { asked, notBefore, unknownReference } from "./asked.ts";

/** Sources that are records; the others (internal, audit, management review) are named in free text. */
const SOURCE_KINDS: Readonly<Record<string, Kind>> = {
  complaint: "complaint",
  return: "return",
  survey: "survey_wave",
  inquiry: "inquiry",
};
const ANALYSED = ["analysed", "reported", "archived"];

/** The source exists and is what its type says; a wave has been analysed (CAPA-01). */
const sourceExists: Gate = (input) => {
  const { record, context } = input;
  const missing = asked(input, ["source.type", "source.id"], "R-4.6.3-02");
  const [type, id] = [textAt(record, "source.type") ?? "", textAt(record, "source.id") ?? ""];
  const kind = SOURCE_KINDS[type];
  if (missing.length > 0 || kind === undefined) return missing;
  const source = context.facts.record(id);
  return source ? judgeSource(input, source, kind) : [unknownReference(record, "source.id", id)];
};

function judgeSource(input: GateInput, source: CaseRecord, kind: Kind): Finding[] {
  const where = { record: input.record.id, path: "source.id", clause: "INV-21" };
  if (source.kind !== kind) {
    const type = textAt(input.record, "source.type") ?? "";
    return [finding("source-of-another-kind", { type, id: source.id, kind: source.kind }, where)];
  }
  if (kind !== "survey_wave" || ANALYSED.includes(source.state)) return [];
  return [
    finding("wave-not-analysed", { id: source.id, state: source.state }, { ...where, clause: "R-4.11.2-05" }),
  ];
}

const SALES: readonly Role[] = ["salesperson", "sales_manager"];
const QUALITY: readonly Role[] = ["quality_engineer", "quality_manager"];

/** What comes from a survey is for Sales, everything else for Quality. */
function byDepartment(input: GateInput, ofSales: readonly Role[]): Finding[] {
  const type = textAt(input.record, "source.type");
  if (type === undefined) return [];
  const roles = type === "survey" ? ofSales : QUALITY;
  if (roles.includes(input.role)) return [];
  const clause = type === "survey" ? "R-4.11.2-05" : "R-4.6.3-02";
  const params = { event: input.step.event, type, role: input.role, roles };
  return [
    finding("source-of-another-department", params, { record: input.record.id, path: "source.type", clause }),
  ];
}

/** Critical cases have an emergency response before the sheet is issued (form 6.3 D0, specification 2.21). */
const emergencyResponseRecorded: Gate = (input) =>
  textAt(input.record, "severity") === "critical" ? asked(input, ["emergency_response"], "2.21") : [];

/** The team has exactly one leader (CAPA-03). */
const teamHasOneLeader: Gate = (input) => {
  const team = listAt<{ role?: string }>(input.record, "team");
  const leaders = team.filter((member) => member.role === "leader").length;
  if (team.length === 0 || leaders === 1) return [];
  return [
    finding("team-leaders", { leaders }, { record: input.record.id, path: "team", clause: "R-4.6.3-02" }),
  ];
};

const received = (input: GateInput) => ({ path: "received_at", at: textAt(input.record, "received_at") });

/** The department signs for what has been issued (CAPA-04). */
const receiptAfterIssue: Gate = (input) =>
  notBefore(
    input,
    received(input),
    { path: "issued_at", at: textAt(input.record, "issued_at") },
    "R-4.6.3.1-01",
  );

/** The department hears of a refusal after it reported completion (CAPA-08). */
const receiptAfterCompletion: Gate = (input) =>
  notBefore(
    input,
    received(input),
    { path: "completed_at", at: textAt(input.before, "completed_at") },
    "R-4.6.3.1-03",
  );

/** The last step of the procedure, without what was only added to the case since. */
function lastStep(input: GateInput, complaint: CaseRecord): HistoryEntry | undefined {
  const added = input.context.shared.common.map((step) => step.event);
  return complaint.history.findLast((entry) => !added.includes(entry.event));
}

/** A complaint that names this CAPA was rejected by its customer, and nothing has happened since (CAPA-13). */
const linkedComplaintRejected: Gate = (input) => {
  const rejections = complaintsOf(input.context.facts, input.record).flatMap((complaint) => {
    const last = lastStep(input, complaint);
    return last?.event === "customer_reject" ? [{ complaint: complaint.id, rejected: last.at }] : [];
  });
  const where = { record: input.record.id, clause: "R-4.6.3.3-02" };
  const first = rejections[0];
  if (first === undefined) return [finding("no-customer-rejection", {}, where)];
  const at = textAt(input.record, "received_at");
  if (at === undefined || rejections.some(({ rejected }) => !isBefore(at, rejected))) return [];
  return [finding("received-before-rejection", { ...first, at }, { ...where, path: "received_at" })];
};

export const openingGates = {
  "source-exists": sourceExists,
  "opened-by-the-right-department": (input) => byDepartment(input, SALES),
  "issued-by-the-right-department": (input) => byDepartment(input, ["sales_manager"]),
  "emergency-response-recorded": emergencyResponseRecorded,
  "team-has-one-leader": teamHasOneLeader,
  "receipt-after-issue": receiptAfterIssue,
  "receipt-after-completion": receiptAfterCompletion,
  "linked-complaint-rejected": linkedComplaintRejected,
} satisfies Record<string, Gate>;
