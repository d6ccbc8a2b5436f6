/** Gates of the direct path: receipt, countermeasure, completion in the complaint itself (CMP-10, 11, 27; 4.6.3.1). */

import { lastRound, listAt, type Measure, textAt } from "../cases/case-shapes.ts";
import { lastRefusal } from "../cases/linked-capas.ts";
import type { Gate, GateInput } from "../procedure/gate.ts";
import type { People } from "../procedure/step.ts";
import type { PersonId } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";

const PLACE = "rounds[-1].countermeasure";
const isDirect = (input: GateInput): boolean => textAt(input.record, "handling_path") === "direct";

interface Placed {
  readonly measure: Measure;
  /** Where it stands in the record. */
  readonly path: string;
}

const measuresOf = (input: GateInput): Placed[] =>
  listAt<Measure>(input.record, PLACE).map((measure, i) => ({ measure, path: `${PLACE}[${i}]` }));

/** What of a measure is still empty. */
function missing(
  input: GateInput,
  placed: Placed,
  keys: readonly (keyof Measure)[],
  clause: string,
): Finding[] {
  return keys
    .filter((key) => placed.measure[key] === undefined)
    .map((key) => {
      const path = `${placed.path}.${key}`;
      return finding("field-missing", { kind: "complaint", path }, { record: input.record.id, path, clause });
    });
}

/** One receipt a round (CMP-27). */
const notReceivedInThisRound: Gate = (input) => {
  const at = lastRound(input.before).received_at;
  if (at === undefined) return [];
  return [
    finding(
      "received-in-this-round",
      { at },
      { record: input.record.id, path: "rounds[-1].received_at", clause: "R-4.6.3.1-01" },
    ),
  ];
};

const worksIn = (people: People, id: PersonId, department: string): boolean =>
  people.some(
    (p) =>
      p.id === id && (p.department === department || p.roles.some((held) => held.department === department)),
  );

/** The corrective actions that a department answers for; with one department responsible, all of them. */
function actionsOf(
  input: GateInput,
  department: string,
  corrective: readonly Placed[],
  alone: boolean,
): readonly Placed[] {
  if (alone) return corrective;
  return corrective.filter(
    ({ measure }) => measure.owner === undefined || worksIn(input.context.people, measure.owner, department),
  );
}

function judgeDepartment(input: GateInput, department: string, own: readonly Placed[]): Finding[] {
  const where = { record: input.record.id, path: PLACE, clause: "R-4.6.3.1-01" };
  if (own.length === 0) return [finding("department-without-action", { department }, where)];
  const complete = own.some(({ measure }) => measure.owner !== undefined && measure.due !== undefined);
  return complete ? [] : own.flatMap((placed) => missing(input, placed, ["owner", "due"], "R-4.6.3.1-01"));
}

const isNew = (one: Finding, i: number, all: readonly Finding[]): boolean =>
  all.findIndex(
    (other) => other.code === one.code && other.path === one.path && one.code === "field-missing",
  ) === i || one.code !== "field-missing";

/** Path B: each responsible department has a corrective action with owner and due date (CMP-10). */
const correctiveActionFromEachDepartment: Gate = (input) => {
  const measures = measuresOf(input);
  if (!isDirect(input) || measures.length === 0) return [];
  const corrective = measures.filter(({ measure }) => measure.type === "corrective");
  const where = { record: input.record.id, path: PLACE, clause: "R-4.6.3-03" };
  if (corrective.length === 0)
    return [finding("no-corrective-action", { kind: "complaint", path: PLACE }, where)];
  const departments = listAt<string>(input.record, "responsible_departments");
  const judged = departments.flatMap((department) =>
    judgeDepartment(input, department, actionsOf(input, department, corrective, departments.length === 1)),
  );
  return judged.filter(isNew);
};

/** Path B: what was refused in house is written anew in the same round (CMP-10 after CMP-13). */
const countermeasureRedone: Gate = (input) => {
  const refused = lastRefusal(input.before);
  const before = lastRound(input.before);
  const isRefused = isDirect(input) && refused !== undefined && before.countermeasure !== undefined;
  if (
    !isRefused ||
    input.written.some((path) => path.startsWith("rounds") && path.includes(".countermeasure"))
  )
    return [];
  return [
    finding(
      "countermeasure-refused",
      { refused },
      { record: input.record.id, path: PLACE, clause: "R-4.6.3.1-03" },
    ),
  ];
};

/** Path B: every action is done, with evidence (CMP-11). */
const actionsDoneWithEvidence: Gate = (input) =>
  isDirect(input)
    ? measuresOf(input).flatMap((placed) => missing(input, placed, ["done_at", "evidence"], "R-4.6.3.1-02"))
    : [];

export const measureGates = {
  "not-received-in-this-round": notReceivedInThisRound,
  "corrective-action-from-each-department": correctiveActionFromEachDepartment,
  "countermeasure-redone": countermeasureRedone,
  "actions-done-with-evidence": actionsDoneWithEvidence,
} satisfies Record<string, Gate>;
