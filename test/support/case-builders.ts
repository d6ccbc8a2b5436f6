/** Small builders for tests of gates and duties: the shipped steps, other records in memory. */
import type { Gate, GateInput } from "../../src/domain/procedure/gate.ts";
import type { Context, People, Settings } from "../../src/domain/procedure/step.ts";
import { factsOf } from "../../src/domain/records/facts.ts";
import type { Step as ModelStep } from "../../src/domain/records/model.ts";
import type { CaseRecord, HistoryEntry, Kind } from "../../src/domain/records/record.ts";
import type { Finding } from "../../src/domain/words/findings.ts";
import { calendar, kinds, people, settings, shared } from "./procedure.ts";

/** A shipped step by its id: `CMP-08`. */
export function stepOf(kind: Kind, id: string): ModelStep {
  const step = kinds[kind].workflow.steps.find((one) => one.id === id);
  if (!step) throw new Error(`no step ${id}`);
  return step;
}

const KIND_OF: Readonly<Record<string, Kind>> = {
  CUS: "customer",
  ORD: "order",
  AMD: "amendment",
  INQ: "inquiry",
  CMP: "complaint",
  RET: "return",
  CAPA: "capa",
  SRV: "survey_wave",
  RSP: "survey_response",
  STD: "standardisation_meeting",
};

/** A record whose kind follows from its number. */
export function recordOf(
  id: string,
  state: string,
  rest: Readonly<Record<string, unknown>> = {},
): CaseRecord {
  const kind = KIND_OF[id.split("-")[0] ?? ""];
  if (!kind) throw new Error(`no kind for ${id}`);
  return { id, kind, state, history: [], ...rest };
}

/** A history entry of which only event, time and states matter. */
export const entryOf = (event: string, at: string, to = "", from: string | null = null): HistoryEntry => ({
  seq: 1,
  at,
  by: "S01",
  role: "",
  event,
  transition: event,
  from,
  to,
});

export interface Told {
  readonly step: string;
  readonly record: CaseRecord;
  /** The record before; left out: as `record`. */
  readonly before?: CaseRecord | null;
  readonly others?: readonly CaseRecord[];
  readonly role?: string;
  readonly at?: string;
  readonly written?: readonly string[];
  readonly settings?: Partial<Settings>;
  readonly people?: People;
}

/** Context of a step: the shipped procedure, the people of the example, the records given. */
export function contextOf(
  kind: Kind,
  others: readonly CaseRecord[],
  more: Pick<Told, "settings" | "people"> = {},
): Context {
  return {
    kind: kinds[kind],
    shared,
    record: null,
    people: more.people ?? people,
    calendar,
    facts: factsOf(new Map(others.map((one) => [one.id, one]))),
    settings: { ...settings, ...more.settings },
    now: "2026-11-24T18:00:00+08:00",
  };
}

/** What a gate is given. */
export function inputOf(told: Told): GateInput {
  const { kind } = told.record;
  const before = told.before === undefined ? told.record : told.before;
  return {
    context: { ...contextOf(kind, told.others ?? [], told), record: before },
    step: stepOf(kind, told.step),
    record: told.record,
    before,
    by: "Q01",
    role: told.role ?? "quality_manager",
    at: told.at ?? "2026-11-24T17:00:00+08:00",
    written: told.written ?? [],
  };
}

/** Findings in short: `code path`, the path left out where there is none. */
export const short = (findings: readonly Finding[]): string[] =>
  findings.map((found) => (found.path === undefined ? found.code : `${found.code} ${found.path}`));

/** Findings of one gate in short. */
export const judged = (gate: Gate, told: Told): string[] => short(gate(inputOf(told)));
