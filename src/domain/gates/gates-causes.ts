/** Gates that complaint and CAPA share: what the cause analysis must contain, who signed when. */

import { type Cause, isGrave, listAt, textAt } from "../cases/case-shapes.ts";
import type { Gate, GateInput } from "../procedure/gate.ts";
import { type Finding, finding } from "../words/findings.ts";
import { asked, notBefore } from "./asked.ts";

const hasCause = (input: GateInput, kind: string): boolean =>
  listAt<Cause>(input.record, "causes").some((cause) => cause.kind === kind);

const isUnwritten = (input: GateInput): boolean => listAt(input.record, "causes").length === 0;

/** Why it happened must be among the causes (CMP-08, CMP-09, CAPA-02, CAPA-03). */
const occurrenceCauseNamed: Gate = (input) => {
  if (isUnwritten(input) || hasCause(input, "occurrence")) return [];
  return [
    finding("no-occurrence-cause", {}, { record: input.record.id, path: "causes", clause: "R-4.6.3-01" }),
  ];
};

/** Why it was not detected must be among the causes of a critical or major case. */
const escapeCauseNamed: Gate = (input) => {
  const severity = textAt(input.record, "severity");
  if (isUnwritten(input) || severity === undefined || !isGrave(severity) || hasCause(input, "escape"))
    return [];
  return [
    finding("no-escape-cause", { severity }, { record: input.record.id, path: "causes", clause: "R-3.2-02" }),
  ];
};

/** Nobody confirms before completion was reported (CMP-12, CAPA-07). */
const signedAfterCompletion: Gate = (input) => {
  const at = input.record.kind === "complaint" ? "rounds[-1]." : "";
  const completion = { path: `${at}completed_at`, at: textAt(input.record, `${at}completed_at`) };
  return ["confirm_gm", "confirm_quality"].flatMap((name): Finding[] => {
    const path = `${at}${name}.at`;
    return notBefore(input, { path, at: textAt(input.record, path) }, completion, "R-4.6.3.1-03");
  });
};

/** What is critical or major is contained before its measures are thought out (CAPA-03; CMP-09 where a setting allows it). */
const containmentRecorded: Gate = (input) =>
  isGrave(textAt(input.record, "severity")) ? asked(input, ["containment"], "2.21") : [];

export const causeGates = {
  "occurrence-cause-named": occurrenceCauseNamed,
  "escape-cause-named": escapeCauseNamed,
} satisfies Record<string, Gate>;

export const containmentGates = {
  "containment-recorded": containmentRecorded,
} satisfies Record<string, Gate>;

export const confirmationGates = {
  "signatures-after-completion": signedAfterCompletion,
} satisfies Record<string, Gate>;
