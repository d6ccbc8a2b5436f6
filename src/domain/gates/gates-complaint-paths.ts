/** Gates of a complaint that is ours: which path it takes, and how path A follows its CAPAs (CMP-07 to 11, 27). */

import { listAt, textAt } from "../cases/case-shapes.ts";
import { hasReached, isAfterRefusal, lastRefusal, linkedCapas, type Stage } from "../cases/linked-capas.ts";
import { filled, type Gate, type GateInput } from "../procedure/gate.ts";
import type { CaseRecord, Instant } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";

const PATH_A = "R-4.6.3-02";

const capasOf = (input: GateInput): CaseRecord[] => linkedCapas(input.context.facts, input.record);
const responsible = (input: GateInput): readonly string[] => listAt(input.record, "responsible_departments");
const departmentOf = (capa: CaseRecord): string => textAt(capa, "responsible_department") ?? "";
const at = (input: GateInput, clause: string): { record: string; path: string; clause: string } => ({
  record: input.record.id,
  path: "capa_ids",
  clause,
});

/** A case whose measures already run is not re-judged (CMP-07); the others wait for their cancellation. */
const linkedCapasNotImplementing: Gate = (input) =>
  capasOf(input)
    .filter((capa) => hasReached(capa, "implementing"))
    .map((capa) => finding("capa-under-way", { capa: capa.id, state: capa.state }, at(input, "R-4.6.2-01")));

/** Each CAPA named was opened for this complaint (CMP-08). */
const linkedCapasAnswerThisComplaint: Gate = (input) =>
  capasOf(input)
    .filter(
      (capa) => textAt(capa, "source.id") !== input.record.id || textAt(capa, "source.type") !== "complaint",
    )
    .map((capa) =>
      finding("capa-of-another-source", { capa: capa.id, complaint: input.record.id }, at(input, PATH_A)),
    );

/** The state a CAPA must have reached before the complaint may move. */
function behind(input: GateInput, wanted: Stage, clause: string): Finding[] {
  return capasOf(input)
    .filter((capa) => !hasReached(capa, wanted))
    .map((capa) =>
      finding("capa-not-that-far", { capa: capa.id, state: capa.state, wanted }, at(input, clause)),
    );
}

/** Each CAPA named has been issued (CMP-08). */
const linkedCapasIssued: Gate = (input) => behind(input, "issued", PATH_A);

/** Each CAPA named is for one of the responsible departments (CMP-08). */
const linkedCapasOfResponsibleDepartments: Gate = (input) => {
  if (responsible(input).length === 0) return [];
  return capasOf(input)
    .filter((capa) => !responsible(input).includes(departmentOf(capa)))
    .map((capa) =>
      finding(
        "capa-of-another-department",
        { capa: capa.id, department: departmentOf(capa) },
        at(input, PATH_A),
      ),
    );
};

/** Path A has one CAPA for each responsible department (CMP-08). */
const eachResponsibleDepartmentHasACapa: Gate = (input) => {
  if (!filled(input, "capa_ids")) return [];
  const covered = capasOf(input).map(departmentOf);
  return responsible(input)
    .filter((department) => !covered.includes(department))
    .map((department) => finding("department-without-capa", { department }, at(input, PATH_A)));
};

/** The direct path is closed to what the setting `capa_required_for` names (CMP-09). */
const capaNotCompulsory: Gate = (input) => {
  const required = input.context.settings.capa_required_for;
  const severity = textAt(input.record, "severity");
  const repeat = textAt(input.record, "repeat_of");
  const findings: Finding[] = [];
  if (severity !== undefined && required.includes(severity)) {
    findings.push(
      finding(
        "capa-compulsory-severity",
        { severity },
        { record: input.record.id, path: "severity", clause: PATH_A },
      ),
    );
  }
  if (repeat !== undefined && required.includes("repeat")) {
    findings.push(
      finding(
        "capa-compulsory-repeat",
        { repeat_of: repeat },
        { record: input.record.id, path: "repeat_of", clause: PATH_A },
      ),
    );
  }
  return findings;
};

const isPathA = (input: GateInput): boolean => textAt(input.record, "handling_path") === "capa";

interface Following {
  readonly stage: Stage;
  readonly path: "proposed_at" | "completed_at";
  readonly clause: string;
}

/** On path A every CAPA has come that far, and not with what the customer or the house has refused. */
function following(input: GateInput, wanted: Following): Finding[] {
  if (!isPathA(input)) return [];
  const refused = lastRefusal(input.before);
  const old = capasOf(input)
    .filter((capa) => hasReached(capa, wanted.stage) && !isAfterRefusal(capa, wanted.path, refused))
    .map((capa) => beforeRefusal(input, capa, wanted, refused ?? ""));
  return [...behind(input, wanted.stage, wanted.clause), ...old];
}

function beforeRefusal(input: GateInput, capa: CaseRecord, wanted: Following, refused: Instant): Finding {
  const params = { capa: capa.id, path: wanted.path, at: textAt(capa, wanted.path) ?? "", refused };
  return finding("capa-before-refusal", params, at(input, wanted.clause));
}

/** Path A: each CAPA is implementing or later, with a proposal newer than the last refusal (CMP-10). */
const linkedCapasProposeAnew: Gate = (input) =>
  following(input, { stage: "implementing", path: "proposed_at", clause: "R-4.6.3.1-01" });

/** Path A: each CAPA is completed or later, completed after the last refusal (CMP-11). */
const linkedCapasCompleted: Gate = (input) =>
  following(input, { stage: "completed", path: "completed_at", clause: "R-4.6.3.1-02" });

/** The department signs on the complaint only on the direct path; else on the CAPA (CMP-27). */
const pathDirect: Gate = (input) => {
  if (!isPathA(input)) return [];
  const capas = capasOf(input).map((capa) => capa.id);
  return [
    finding(
      "receipt-is-on-the-capa",
      { capas },
      { record: input.record.id, path: "handling_path", clause: "R-4.6.3.1-01" },
    ),
  ];
};

export const pathGates = {
  "linked-capas-not-implementing": linkedCapasNotImplementing,
  "linked-capas-answer-this-complaint": linkedCapasAnswerThisComplaint,
  "linked-capas-issued": linkedCapasIssued,
  "linked-capas-of-responsible-departments": linkedCapasOfResponsibleDepartments,
  "each-responsible-department-has-a-capa": eachResponsibleDepartmentHasACapa,
  "capa-not-compulsory": capaNotCompulsory,
  "linked-capas-propose-anew": linkedCapasProposeAnew,
  "linked-capas-completed": linkedCapasCompleted,
  "path-direct": pathDirect,
} satisfies Record<string, Gate>;
