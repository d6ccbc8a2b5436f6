/** One planted fault for each finding: an unsound procedure is named, not run. */
import { describe, expect, it } from "vitest";
import { readKind, readShared } from "../../src/domain/procedure/read.ts";
import type { Json } from "../../src/domain/records/record.ts";
import { soundness } from "../../src/domain/soundness/soundness.ts";
import { worded } from "../../src/domain/words/findings.ts";
import { Refusal } from "../../src/domain/words/refusals.ts";
import { wordsFor } from "../../src/render/labels.ts";
import { kinds, procedureFiles, shared } from "../support/procedure.ts";

type Tree = { [key: string]: Json };
type Files = { [name: string]: Tree };
type Plant = (files: Files) => unknown;

const workflow = (files: Files): Tree => files["workflows/inquiry.yaml"] as Tree;
const state = (files: Files, id: string): Tree => (workflow(files)["states"] as Tree)[id] as Tree;
const step = (files: Files, id: string): Tree =>
  (workflow(files)["steps"] as Tree[]).find((one) => one["id"] === id) as Tree;
const deadline = (files: Files): Tree => (files["workflows/deadlines.yaml"] as Tree)["inquiry"] as Tree;
const field = (files: Files, key: string): Tree =>
  ((files["inquiry.schema.json"] as Tree)["properties"] as Tree)[key] as Tree;

/** The findings of the shipped procedure with a fault planted in inquiries. */
function found(plant: Plant) {
  const files = structuredClone(procedureFiles) as Files;
  plant(files);
  const kind = readKind("inquiry", files);
  const others = Object.values(kinds).filter((one) => one.workflow.kind !== "inquiry");
  const names = Object.values(kinds).flatMap((one) => one.workflow.steps);
  const gates = names.flatMap((one) => one.gates);
  const computes = names.flatMap((one) => one.computes ?? []);
  return soundness(readShared(files), [...others, kind], gates, computes);
}

const set = (tree: Tree, said: Tree): Tree => Object.assign(tree, said);
const notFinal = (f: Files): void => {
  for (const id of ["closed", "converted"]) delete state(f, id)["final"];
};

const FAULTS: readonly [string, Plant, string, RegExp][] = [
  [
    "a state that no step leads to",
    (f) => set(step(f, "INQ-03"), { to: "open" }),
    "state-unreachable",
    /deferred/,
  ],
  ["a state from which no case can end", notFinal, "state-dead-end", /answered/],
  [
    "a state that waits in vain",
    (f) => set(state(f, "answered"), { waits: ["answer"] }),
    "state-waits-in-vain",
    /Answered/,
  ],
  ["a step into no state", (f) => set(step(f, "INQ-06"), { to: "sold" }), "state-not-in-schema", /sold/],
  [
    "a gate without code",
    (f) => set(step(f, "INQ-02"), { gates: ["moon-is-full"] }),
    "unknown-gate",
    /INQ-02.*moon-is-full/,
  ],
  [
    "a computation without code",
    (f) => set(step(f, "INQ-02"), { computes: ["weather"] }),
    "unknown-compute",
    /INQ-02.*weather/,
  ],
  [
    "a need that is no field",
    (f) => set(step(f, "INQ-02"), { needs: ["answer.mood"] }),
    "path-without-field",
    /INQ-02.*answer\.mood/,
  ],
  [
    "a default that is no field",
    (f) => set(step(f, "INQ-02"), { defaults: { "answer.mood": "$at" } }),
    "path-without-field",
    /answer\.mood/,
  ],
  [
    "a field for any time that is none",
    (f) => set(workflow(f), { anytime: ["mood"] }),
    "path-without-field",
    /anytime.*mood/,
  ],
  [
    "a role that nobody can hold",
    (f) => set(step(f, "INQ-04"), { roles: ["astronaut"] }),
    "unknown-key",
    /role.*astronaut/,
  ],
  [
    "a document that does not exist",
    (f) => set(step(f, "INQ-04"), { documents: ["poem"] }),
    "unknown-key",
    /document.*poem/,
  ],
  [
    "a department that does not exist",
    (f) => set(step(f, "INQ-04"), { notify: ["mars"] }),
    "unknown-key",
    /notify.*mars/,
  ],
  [
    "a duty that does not exist",
    (f) => set(step(f, "INQ-04"), { clauses: ["R-9.9-01"] }),
    "unknown-duty",
    /R-9\.9-01/,
  ],
  ["a step id that is used twice", (f) => set(step(f, "INQ-04"), { id: "INQ-05" }), "step-twice", /INQ-05/],
  [
    "a deadline that starts with no step",
    (f) => set(deadline(f), { starts: ["INQ-77"] }),
    "unknown-step",
    /INQ-77/,
  ],
  [
    "a deadline that counts from no field",
    (f) => set(deadline(f), { start_paths: { "INQ-01": "arrived_at" } }),
    "path-without-field",
    /arrived_at/,
  ],
  ["a deadline of no clause", (f) => set(deadline(f), { clause: "9.9" }), "unknown-duty", /9\.9/],
  [
    "a field without Chinese label",
    (f) => set(field(f, "content"), { "x-label": { zh: "", en: "Question" } }),
    "label-missing",
    /content/,
  ],
  [
    "a field of no list",
    (f) => set(field(f, "content"), { $ref: "enums.schema.json#/$defs/severity", "x-role": "astronaut" }),
    "unknown-key",
    /role.*astronaut/,
  ],
  ["a state without English label", (f) => set(state(f, "open"), { en: "" }), "label-missing", /open/],
];

describe("soundness of the procedure", () => {
  it.each(FAULTS)("names %s", (_, plant, code, says) => {
    const faults = found(plant);
    expect(faults.map((fault) => fault.code)).toContain(code);
    const words = wordsFor("en", shared, (kind) => kinds[kind as keyof typeof kinds], []);
    const sentences = faults
      .filter((fault) => fault.code === code)
      .map((fault) => worded(fault, words).message);
    expect(sentences.join("\n")).toMatch(says);
  });

  it("says it in Chinese as well", () => {
    const words = wordsFor("zh", shared, (kind) => kinds[kind as keyof typeof kinds], []);
    for (const [, plant] of FAULTS) {
      for (const fault of found(plant)) expect(worded(fault, words).message).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it("finds nothing where nothing is planted", () => {
    expect(found(() => undefined)).toEqual([]);
  });

  it("refuses to read a procedure of which a file is missing", () => {
    const { "workflows/return.yaml": _, ...rest } = procedureFiles;
    expect(() => readShared(rest)).toThrow(Refusal);
    expect(() => readKind("return", rest)).toThrow("procedure-incomplete");
  });
});
