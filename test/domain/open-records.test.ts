import { expect, it } from "vitest";
import { FINAL_STATES } from "../../src/domain/cases/open-records.ts";
import { gates } from "../../src/domain/gates/gates.ts";
import { KINDS } from "../../src/domain/records/record.ts";
import { kinds } from "../support/procedure.ts";

it.each(KINDS)("%s: the states in which a record has ended are those of the workflow", (kind) => {
  const final = kinds[kind].workflow.states.filter((state) => state.final).map((state) => state.id);
  expect([...FINAL_STATES[kind]].sort()).toEqual(final.sort());
});

it("every gate is asked by some step, and every gate that a step asks is built", () => {
  const asked = new Set(KINDS.flatMap((kind) => kinds[kind].workflow.steps.flatMap((step) => step.gates)));
  expect(Object.keys(gates).filter((name) => !asked.has(name))).toEqual([]);
  expect([...asked].filter((name) => gates[name] === undefined)).toEqual([]);
});
