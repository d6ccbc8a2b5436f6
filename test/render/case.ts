/** The example as the engine sees it on 2026-11-24 at half past five: for screens that are drawn from plans and clocks. */
import type { Calendar } from "../../src/domain/calendar/workdays.ts";
import type { Interval } from "../../src/domain/clocks/clock.ts";
import { foldClocks, intervals } from "../../src/domain/clocks/clocks.ts";
import { type Row, rowOf } from "../../src/domain/clocks/row.ts";
import { type Opening, openings } from "../../src/domain/engine/openings.ts";
import { plan } from "../../src/domain/engine/plan.ts";
import type { Context, Facts, Planned } from "../../src/domain/procedure/step.ts";
import { valuesAt } from "../../src/domain/records/paths.ts";
import type { CaseRecord, Changes, Kind } from "../../src/domain/records/record.ts";
import { settingsOf } from "../../src/store/settings.ts";
import { estimating } from "../domain/calendar-tables.ts";
import { company, model, people, records, sample, shared } from "./world.ts";

export const NOW = "2026-11-24T17:30:00+08:00";
export const settings = settingsOf({
  company: { zh: company.name_zh, en: company.name_en },
  lang: "zh",
  procedure: { no: "HK-QP-06", version: "A/0", issued: "2022-01-06" },
});
const calendar: Calendar = estimating;
export const asOf = { shared, settings, calendar, now: NOW, people };

const facts: Facts = {
  record: (id) => records.find((record) => record.id === id),
  where: (kind, path, value) =>
    records.filter((record) => record.kind === kind && valuesAt(record, path).flat().includes(value)),
};

export const context = (kind: Kind, record: CaseRecord | null): Context => ({
  kind: model(kind),
  shared,
  record,
  people,
  calendar,
  facts,
  settings,
  now: NOW,
});

export const rows: readonly Row[] = records.map((record) =>
  rowOf(model(record.kind), shared, settings, record),
);

export const duesOf = (record: CaseRecord): Interval[] =>
  intervals(foldClocks(model(record.kind), shared, settings, record), asOf);

export function openingsOf(id: string, by: string): Opening[] {
  const record = sample(id);
  return openings(context(record.kind, record), { by, at: NOW });
}

export function taken(id: string, event: string, by: string, set: Changes = {}): Planned {
  const record = records.find((one) => one.id === id);
  const kind = record?.kind ?? "complaint";
  return plan(context(kind, record ?? null), { record: id, event, by, at: NOW, set });
}
