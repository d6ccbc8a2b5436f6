/** The procedure as shipped is sound, and the worked example's records are valid under it. */
import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { computes } from "../../src/domain/computes/computes.ts";
import { gates } from "../../src/domain/gates/gates.ts";
import { ANNOTATIONS } from "../../src/domain/procedure/read-fields.ts";
import { KINDS, type Kind } from "../../src/domain/records/record.ts";
import { soundness } from "../../src/domain/soundness/soundness.ts";
import { kinds, procedureFiles, sample, shared } from "../support/procedure.ts";

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
addFormats.default(ajv);
ajv.addVocabulary([...ANNOTATIONS]);
const schemaFiles = Object.keys(procedureFiles).filter((name) => name.endsWith(".schema.json"));
for (const name of schemaFiles) ajv.addSchema(procedureFiles[name] as object);

function validator(name: string): ValidateFunction {
  const found = ajv.getSchema(name);
  if (!found) throw new Error(`no schema ${name}`);
  return found;
}

/** What is wrong with a value under a schema, in words. */
function faults(schema: string, value: unknown): string[] {
  const validate = validator(schema);
  return validate(value)
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

interface Line {
  at: string;
  by: string;
  role: string;
  record: string;
  event: string;
  transition?: string;
  for?: string;
  to: string;
}
interface Sampled {
  id: string;
  kind?: Kind;
  state?: string;
  history?: unknown[];
  status?: string;
}

const timeline = readFileSync(new URL("../spec/samples/timeline.ndjson", import.meta.url), "utf8");
const steps = timeline
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Line);

/** The history that a sample leaves out stands in the timeline (specification 2.1.2). */
function historyOf(id: string): Record<string, unknown>[] {
  const own = steps.filter((step) => step.record === id);
  return own.map(({ at, by, role, event, transition, to }, i) => ({
    seq: i + 1,
    at,
    by,
    role,
    event,
    transition: transition ?? event,
    from: own[i - 1]?.to ?? null,
    to,
  }));
}

/** A sample with what "What the samples leave out" says is missing. */
function whole(kind: Kind, sampled: Sampled): Record<string, unknown> {
  const { status: _status, ...rest } = sampled;
  const history = sampled.history ?? historyOf(sampled.id);
  const first = history[0] as { at: string; by: string };
  const last = history.at(-1) as { to: string };
  return { kind, state: last.to, ...rest, history, created_at: first.at, created_by: first.by };
}

const SAMPLES: readonly [Kind, string, number][] = [
  ["customer", "customers.json", 12],
  ["order", "orders.json", 30],
  ["amendment", "amendments.json", 6],
  ["inquiry", "inquiries.json", 8],
  ["outreach", "outreach.json", 4],
  ["complaint", "complaints.json", 20],
  ["return", "returns.json", 8],
  ["capa", "capas.json", 10],
  ["survey_wave", "surveys/waves.json", 2],
  ["survey_response", "surveys/responses.json", 21],
  ["standardisation_meeting", "standardisation_meetings.json", 8],
];

describe("the procedure in schemas/", () => {
  it("is sound: every state is reached, every case can end, every name is answered", () => {
    const found = soundness(shared, Object.values(kinds), Object.keys(gates), Object.keys(computes));
    expect(found.map(({ code, params }) => ({ code, params }))).toEqual([]);
  });

  it("has a schema, a workflow and a head for each of the twelve kinds", () => {
    for (const kind of KINDS) {
      expect(schemaFiles).toContain(`${kind}.schema.json`);
      expect(kinds[kind].workflow.kind).toBe(kind);
      expect(shared.kinds[kind].number.prefix).toMatch(/^[A-Z]{3,4}$/);
    }
  });

  it("has valid schemas throughout, in the strictest reading", () => {
    for (const name of schemaFiles) expect(() => validator(name)).not.toThrow();
  });

  const shaped = Object.keys(procedureFiles).filter((name) => name.startsWith("workflows/"));
  it.each(shaped)("has the shape that its schema asks for: %s", (name) => {
    const schema = name === "workflows/deadlines.yaml" ? "deadlines.schema.json" : "workflow.schema.json";
    expect(faults(schema, procedureFiles[name])).toEqual([]);
  });

  it("has duties and calendars of the right shape", () => {
    expect(faults("requirements.schema.json", procedureFiles["requirements.yaml"])).toEqual([]);
    const years = Object.keys(procedureFiles).filter((name) => name.startsWith("calendars/"));
    expect(years).toHaveLength(5);
    for (const name of years) expect(faults("calendar.schema.json", procedureFiles[name])).toEqual([]);
  });

  it("lists the same states in a kind's schema as in its workflow", () => {
    for (const kind of KINDS) {
      const schema = procedureFiles[`${kind}.schema.json`] as { properties: { state: { enum: string[] } } };
      expect(schema.properties.state.enum).toEqual(kinds[kind].workflow.states.map((state) => state.id));
    }
  });
});

describe("the records of the worked example", () => {
  it.each(SAMPLES)("are valid, every %s", (kind, file, count) => {
    const records = sample<Sampled[]>(file);
    expect(records).toHaveLength(count);
    const wrong = records.map((record) => [record.id, faults(`${kind}.schema.json`, whole(kind, record))]);
    expect(wrong.filter(([, found]) => (found ?? []).length > 0)).toEqual([]);
  });
});

describe("a record that is not what its schema says", () => {
  const good = whole("complaint", sample<Sampled[]>("complaints.json")[0] as Sampled);
  it.each([
    ["an unknown field", { ...good, colour: "red" }],
    ["a time without +08:00 (INV-22)", { ...good, received_at: "2026-03-02T01:00:00Z" }],
    ["a day that no calendar has", { ...good, reply_requested_by: "2026-02-30" }],
    ["a key that its list does not have", { ...good, severity: "terrible" }],
    ["a number of another kind", { ...good, id: "ORD-2026-0001" }],
    ["an empty text", { ...good, description: "" }],
    ["no customer", Object.fromEntries(Object.entries(good).filter(([key]) => key !== "customer_id"))],
  ])("is refused: %s", (_, record) => {
    expect(faults("complaint.schema.json", record)).not.toEqual([]);
  });
});
