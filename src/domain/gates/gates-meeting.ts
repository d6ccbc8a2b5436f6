/** Gates of standardisation_meeting (4.8, specification 3.10 and 3.17). */
import { dayOf } from "../calendar/workdays.ts";
import { listAt, textAt } from "../cases/case-shapes.ts";
import { absentDepartments, hasRepresentative } from "../cases/meeting.ts";
import { rolesHeld } from "../procedure/actor.ts";
import { same } from "../procedure/computing.ts";
import type { Gate, GateInput } from "../procedure/gate.ts";
import type { CaseRecord, Id, Json } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";

interface Decided {
  readonly case?: Id;
  readonly decision?: string;
  readonly text?: string;
  readonly owner?: string;
  readonly [key: string]: Json | undefined;
}

const casesOf = (record: CaseRecord): readonly Id[] => listAt(record, "cases");
const decisionsOf = (record: CaseRecord | null): readonly Decided[] => listAt(record, "decisions");
const at = (input: GateInput, path: string, clause: string) => ({ record: input.record.id, path, clause });

function judgeCase(input: GateInput, id: Id): Finding[] {
  const found = input.context.facts.record(id);
  const where = at(input, "cases", "R-4.8-01");
  if (!found || found.kind === "capa") return [];
  if (found.kind !== "complaint") return [finding("no-case", { case: id, kind: found.kind }, where)];
  const responsibility = textAt(found, "responsibility") ?? "undetermined";
  if (responsibility !== "ours") return [finding("case-not-ours", { case: id, responsibility }, where)];
  if (["accepted", "standardising"].includes(found.state)) return [];
  return [finding("case-not-ready", { case: id, state: found.state }, where)];
}

const casesReady: Gate = (input) => casesOf(input.record).flatMap((id) => judgeCase(input, id));

/** Departments responsible for the cases, each with its cases. */
function responsibleFor(input: GateInput): Map<string, Id[]> {
  const found = new Map<string, Id[]>();
  for (const id of casesOf(input.record)) {
    const record = input.context.facts.record(id) ?? null;
    const departments = [
      ...listAt<string>(record, "responsible_departments"),
      textAt(record, "responsible_department"),
    ];
    for (const department of departments) {
      if (department !== undefined) found.set(department, [...(found.get(department) ?? []), id]);
    }
  }
  return found;
}

/** The management representative (also as chair; a deputy counts) and somebody of each responsible department. */
const attendanceComplete: Gate = (input) => {
  const { record, context } = input;
  if (listAt(record, "attendees").length === 0 || textAt(record, "held_at") === undefined) return [];
  const where = at(input, "attendees", "R-4.8-02");
  const responsible = responsibleFor(input);
  const absent = absentDepartments(record, [...responsible.keys()]).map((department) =>
    finding("department-not-present", { department, cases: responsible.get(department) ?? [] }, where),
  );
  const present = hasRepresentative(context.people, record);
  return [...(present ? [] : [finding("no-management-representative", {}, where)]), ...absent];
};

/** At least one decision a case; "none" with its reason; none on a case that was not discussed. */
const eachCaseDecided: Gate = (input) => {
  const decisions = decisionsOf(input.record);
  const cases = casesOf(input.record);
  if (decisions.length === 0) return [];
  const undecided = cases.filter((id) => !decisions.some((decision) => decision.case === id));
  const lines = decisions.flatMap((decision, i): Finding[] => {
    const path = `decisions[${i}]`;
    const where = at(input, path, "R-4.8-03");
    if (!cases.includes(decision.case ?? ""))
      return [finding("decision-on-no-case", { path, case: decision.case ?? "" }, where)];
    return decision.decision === "none" && !decision.text
      ? [finding("none-without-reason", { path }, where)]
      : [];
  });
  return [
    ...undecided.map((id) =>
      finding("case-without-decision", { case: id }, at(input, "decisions", "R-4.8-03")),
    ),
    ...lines,
  ];
};

const RESULTS = ["done_at", "document", "from_rev", "to_rev"];
const CONTROLLERS = ["document_controller", "management_rep"];

const fixed = (decision: Decided): Record<string, unknown> =>
  Object.fromEntries(Object.entries(decision).filter(([key]) => !RESULTS.includes(key)));

/** Decisions that this step changes: place, before, after. */
const changedOnes = (
  input: GateInput,
): { path: string; old: Decided | undefined; now: Decided | undefined }[] => {
  const before = decisionsOf(input.before);
  const after = decisionsOf(input.record);
  const count = Math.max(before.length, after.length);
  const all = Array.from({ length: count }, (_, i) => ({
    path: `decisions[${i}]`,
    old: before[i],
    now: after[i],
  }));
  return all.filter((one) => !same(one.old, one.now));
};

/** The owner of the decision (or who stands in for them), a document controller or the management representative. */
const decisionOwned: Gate = (input) => {
  if (CONTROLLERS.includes(input.role)) return [];
  const standsFor = rolesHeld(input.context.people, input.by, dayOf(input.at)).flatMap(
    (held) => held.deputy_for ?? [],
  );
  const mine = [input.by, ...standsFor];
  return changedOnes(input)
    .filter(({ old }) => old !== undefined && !mine.includes(old.owner ?? ""))
    .map(({ path, old }) =>
      finding(
        "decision-of-another",
        { path, owner: old?.owner ?? "", person: input.by },
        at(input, path, "R-4.8-05"),
      ),
    );
};

const onlyDoneRecorded: Gate = (input) =>
  changedOnes(input)
    .filter(({ old, now }) => old === undefined || now === undefined || !same(fixed(old), fixed(now)))
    .map(({ path }) => finding("decision-changed", { path }, at(input, path, "R-4.8-05")));

/** Every decision is done; where nothing is to be standardised nothing is to be done. */
const decisionsDone: Gate = (input) =>
  decisionsOf(input.record).flatMap((decision, i) => {
    if (decision["done_at"] !== undefined || decision.decision === "none") return [];
    const path = `decisions[${i}]`;
    return [
      finding(
        "decision-not-done",
        { path, case: decision.case ?? "" },
        at(input, `${path}.done_at`, "R-4.8-05"),
      ),
    ];
  });

const REVISIONS: Readonly<Record<string, readonly string[]>> = {
  revise_document: ["from_rev", "to_rev"],
  new_document: ["to_rev"],
};

const decisionRevisionsNamed: Gate = (input) =>
  decisionsOf(input.record).flatMap((decision, i) => {
    const asked = REVISIONS[decision.decision ?? ""] ?? [];
    return asked
      .filter((key) => decision[key] === undefined)
      .map((key) => {
        const path = `decisions[${i}].${key}`;
        return finding(
          "decision-without-revision",
          { path, decision: decision.decision ?? "" },
          at(input, path, "R-4.8-05"),
        );
      });
  });

export const meetingGates = {
  "cases-ready-for-standardisation": casesReady,
  "attendance-complete": attendanceComplete,
  "each-case-decided": eachCaseDecided,
  "decision-owned": decisionOwned,
  "only-done-recorded": onlyDoneRecorded,
  "decisions-done": decisionsDone,
  "decision-revisions-named": decisionRevisionsNamed,
} satisfies Record<string, Gate>;
