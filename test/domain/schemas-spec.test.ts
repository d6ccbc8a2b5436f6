/** Nothing of the specification is missing in schemas/: each row of its tables is found again, with label, type and owner. */
import { describe, expect, it } from "vitest";
import { fieldAt } from "../../src/domain/records/fields.ts";
import type { Step } from "../../src/domain/records/model.ts";
import { covers } from "../../src/domain/records/paths.ts";
import { KINDS, type Kind, type Label } from "../../src/domain/records/record.ts";
import { kinds, procedureFiles, shared } from "../support/procedure.ts";
import { type Row, rowsOf, spec } from "../support/spec-fields.ts";
import { shapeOf, typeInWords } from "../support/spec-types.ts";

interface Transition extends Label {
  id: string;
  from: string[] | null;
  to: string;
  event: string;
  roles: string[];
  fields: string[];
  may: string[];
  documents: string[];
  notify: string[];
  req: string;
  closing?: true;
  when?: Record<string, string>;
}
interface Machine extends Label {
  states: (Label & { id: string; final?: true })[];
  transitions: Transition[];
  anytime: string[];
  anytime_in?: Record<string, string[]>;
  computed: string[];
}
const machines = spec<Record<Kind, Machine>>("machines");
const documentKeys = new Map(
  Object.entries(shared.enums["document"] ?? {}).map(([key, label]) => [label.zh, key]),
);

const all = KINDS.flatMap((kind) => machines[kind].transitions.map((row) => [row.id, kind, row] as const));
const stepOf = (kind: Kind, id: string): Step =>
  kinds[kind].workflow.steps.find((step) => step.id === id) as Step;
const printedKeys = (kind: Kind): string[] => {
  const schema = procedureFiles[`${kind}.schema.json`] as { "x-printed"?: { key: string }[] };
  return (schema["x-printed"] ?? []).map((row) => row.key);
};

describe("the state machines of the specification", () => {
  it.each(KINDS)("keep all states and lists: %s", (kind) => {
    const { workflow } = kinds[kind];
    const machine = machines[kind];
    expect([workflow.zh, workflow.en]).toEqual([machine.zh, machine.en]);
    expect(workflow.states.map(({ waits: _, ...state }) => state)).toEqual(machine.states);
    expect(workflow.steps.map((step) => step.id)).toEqual(machine.transitions.map((row) => row.id));
    expect(workflow.anytime).toEqual(machine.anytime);
    expect(workflow.anytime_in).toEqual(machine.anytime_in ?? {});
    expect([...workflow.computed, ...printedKeys(kind), "id"]).toEqual(
      expect.arrayContaining(machine.computed),
    );
  });

  it.each(all)("keep who may do what: %s", (id, kind, row) => {
    const step = stepOf(kind, id);
    const { event, zh, en, to, roles, notify, closing, when } = step;
    expect({ event, zh, en, to, roles, notify }).toEqual({
      event: row.event,
      zh: row.zh,
      en: row.en,
      to: row.to,
      roles: row.roles,
      notify: row.notify,
    });
    expect([step.from, closing, when]).toEqual([row.from ?? [], row.closing, row.when]);
    expect(step.documents).toEqual(row.documents.map((name) => documentKeys.get(name)));
    expect(step.clauses).toEqual(row.req.split(" "));
  });

  it.each(all)("keep what must and may be written: %s", (id, kind, row) => {
    const { needs, may } = stepOf(kind, id);
    for (const path of row.fields) expect(needs.some((need) => covers(path, need))).toBe(true);
    for (const path of [...row.fields, ...row.may])
      expect([...needs, ...may].some((own) => covers(own, path))).toBe(true);
  });
});

describe("the field tables of the specification", () => {
  const rows = rowsOf(KINDS);

  it("are the 16 tables with their 341 fields and the 12 common ones", () => {
    expect(rows.filter((row) => row.table !== "common")).toHaveLength(341);
    expect(new Set(rows.filter((row) => row.table === "common").map((row) => row.key)).size).toBe(12);
  });

  it.each(rows.filter((row) => row.printed).map((row): [string, Row] => [`${row.table}.${row.key}`, row]))(
    "keep the label of what is only printed or shown: %s",
    (_, row) => {
      const text = JSON.stringify(procedureFiles[row.file]);
      expect(text).toContain(JSON.stringify({ key: row.key, zh: row.zh, en: row.en }).slice(0, -1));
    },
  );

  const stored = rows
    .filter((row) => !row.printed)
    .flatMap((row) => row.places.map((place) => ({ ...row, ...place })));
  it.each(stored.map((row): [string, (typeof stored)[number]] => [`${row.kind} ${row.path}`, row]))(
    "keep label, type, owner and when it is needed: %s",
    (_, row) => {
      const field = fieldAt(kinds[row.kind], row.path);
      expect(field?.label).toEqual({ zh: row.zh, en: row.en });
      expect(field && shapeOf(field)).toEqual(typeInWords(row));
      const said = (text: string): string | undefined => (text === "" || text === "-" ? undefined : text);
      expect([field?.required, field?.role, field?.example]).toEqual([
        said(row.required),
        said(row.role),
        said(row.example),
      ]);
    },
  );
});
