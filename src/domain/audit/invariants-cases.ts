/** Invariants of complaints and CAPAs (INV-09 to INV-13, INV-17). */
import { addDays, dayOf } from "../calendar/days.ts";
import { isBefore, listAt, roundsOf, textAt } from "../cases/case-shapes.ts";
import { absentDepartments, hasRepresentative } from "../cases/meeting.ts";
import { getAt, isFilled } from "../records/paths.ts";
import type { CaseRecord, Id } from "../records/record.ts";
import { type Breach, type Check, type CheckInput, forEach } from "./check.ts";

const ACCEPTED = ["accepted", "standardising", "completed", "archived"];
const isOurs = (complaint: CaseRecord): boolean => complaint["responsibility"] === "ours";

/** Was the case opened again after this round had been answered? */
const reopenedAfter = (complaint: CaseRecord, answered: string | undefined): boolean =>
  complaint.history.some((entry) => entry.event === "reopen" && !isBefore(entry.at, answered));

function roundsInOrder(complaint: CaseRecord): Breach[] {
  if (!isOurs(complaint)) return [];
  const rounds = roundsOf(complaint);
  const earlier = rounds.slice(0, -1).flatMap((round, i): Breach[] => {
    const path = `rounds[${i}].customer_response`;
    const refused = ["rejected", "partial"].includes(round.customer_response?.response ?? "");
    if (refused || reopenedAfter(complaint, textAt(complaint, `${path}.at`))) return [];
    return [{ detail: "earlier", path, values: { round: i + 1 } }];
  });
  const last = rounds.at(-1)?.customer_response?.response;
  if (!ACCEPTED.includes(complaint.state) || last === "accepted") return earlier;
  return [...earlier, { detail: "last", path: "rounds[-1].customer_response" }];
}

function opinionsWithoutCall(complaint: CaseRecord): Breach[] {
  return roundsOf(complaint).flatMap((round, i): Breach[] => {
    const path = `rounds[${i}].receipt_call`;
    if (round.customer_response === undefined) return [];
    if (getAt(complaint, `${path}.received`) !== true)
      return [{ detail: "call", path, values: { round: i + 1 } }];
    const call = textAt(complaint, `${path}.at`);
    const opinion = textAt(complaint, `rounds[${i}].customer_response.at`);
    if (!isBefore(opinion, call)) return [];
    return [{ detail: "late", path, values: { round: i + 1, call: call ?? "", opinion: opinion ?? "" } }];
  });
}

const PAIRS = [
  ["confirm_gm", "confirm_quality"],
  ["review", "approval"],
] as const;

function signedByOne(record: CaseRecord): Breach[] {
  const rounds = roundsOf(record).map((_, i) => `rounds[${i}].`);
  const attempts = listAt(record, "attempts").map((_, i) => `attempts[${i}].`);
  return ["", ...rounds, ...attempts].flatMap((place) =>
    PAIRS.flatMap(([one, other]): Breach[] => {
      const by = textAt(record, `${place}${one}.by`);
      const path = `${place}${other}`;
      return by !== undefined && by === textAt(record, `${path}.by`)
        ? [{ detail: "same", path, values: { path, by } }]
        : [];
    }),
  );
}

const BEFORE_PATH = ["registered", "joint_analysis", "not_ours_analysed", "cause_analysis", "voided"];

/** Why a CAPA is compulsory, by the setting `capa_required_for`. */
function compulsory(complaint: CaseRecord, all: CheckInput): string | undefined {
  const required = all.settings.capa_required_for;
  const severity = textAt(complaint, "severity");
  if (severity !== undefined && required.includes(severity)) return severity;
  return isFilled(complaint, "repeat_of") && required.includes("repeat") ? "repeat" : undefined;
}

function withoutCapa(complaint: CaseRecord, all: CheckInput): Breach[] {
  const path = "capa_ids";
  const ids = listAt<Id>(complaint, path);
  const astray = ids.filter((id) => {
    const capa = all.facts.record(id) ?? null;
    return (
      capa !== null &&
      (textAt(capa, "source.type") !== "complaint" || textAt(capa, "source.id") !== complaint.id)
    );
  });
  const reason = compulsory(complaint, all);
  const missing =
    isOurs(complaint) && !BEFORE_PATH.includes(complaint.state) && ids.length === 0 && reason !== undefined;
  return [
    ...(missing ? [{ detail: "missing", path, values: { reason } }] : []),
    ...astray.map((capa) => ({ detail: "source", path, values: { capa } })),
  ];
}

function filedWithoutMeeting(complaint: CaseRecord, all: CheckInput): Breach[] {
  if (!isOurs(complaint) || complaint.state !== "archived") return [];
  const meetings = all.facts
    .where("standardisation_meeting", "cases", complaint.id)
    .filter((meeting) => ["held", "closed"].includes(meeting.state));
  const path = "standardisation.meeting_id";
  if (meetings.length === 0) return [{ detail: "meeting", path }];
  const departments = listAt<string>(complaint, "responsible_departments");
  const complete = meetings.some(
    (meeting) =>
      hasRepresentative(all.people, meeting) && absentDepartments(meeting, departments).length === 0,
  );
  return complete
    ? []
    : [{ detail: "attended", path, values: { meeting: meetings[0]?.id ?? "", departments } }];
}

function tooEarly(capa: CaseRecord, all: CheckInput): Breach[] {
  const completed = textAt(capa, "completed_at");
  const verified = textAt(capa, "verification.at");
  const { min_days, min_lots } = all.settings.verify;
  const lots = (getAt(capa, "verification.lots") as number | undefined) ?? 0;
  if (completed === undefined || verified === undefined || lots >= min_lots) return [];
  if (dayOf(verified) >= addDays(dayOf(completed), min_days)) return [];
  return [
    {
      detail: "early",
      path: "verification.at",
      values: { completed: dayOf(completed), verified: dayOf(verified) },
    },
  ];
}

function closedUnproven(capa: CaseRecord, all: CheckInput): Breach[] {
  if (capa.state !== "closed") return [];
  const survey = textAt(capa, "source.type") === "survey";
  const asked: (Breach | false)[] = [
    textAt(capa, "verification.result") !== "effective" && {
      detail: "effective",
      path: "verification.result",
    },
    !isFilled(capa, "prevention") && { detail: "prevention", path: "prevention" },
    survey && !isFilled(capa, "sales_supervision") && { detail: "supervision", path: "sales_supervision" },
  ];
  return [...asked.filter((breach) => breach !== false), ...tooEarly(capa, all)];
}

export const caseChecks = {
  "INV-09": forEach("INV-09", ["complaint"], roundsInOrder, { clause: "R-4.6.3.3-03" }),
  "INV-10": forEach("INV-10", ["complaint"], opinionsWithoutCall, { clause: "R-4.6.3.2-05" }),
  "INV-11": forEach("INV-11", ["complaint", "capa"], signedByOne, { clause: "R-4.6.3.1-03" }),
  "INV-12": forEach("INV-12", ["complaint"], withoutCapa, { clause: "R-4.6.3-02" }),
  "INV-13": forEach("INV-13", ["complaint"], filedWithoutMeeting, { clause: "R-4.8-02" }),
  "INV-17": forEach("INV-17", ["capa"], closedUnproven, { clause: "R-3.4-02" }),
} satisfies Record<string, Check>;
