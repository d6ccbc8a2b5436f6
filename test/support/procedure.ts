/** The procedure as shipped, read once for tests that need no repository. */
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Calendar, CalendarYear } from "../../src/domain/calendar/workdays.ts";
import { readKind, readShared } from "../../src/domain/procedure/read.ts";
import type { People, Settings } from "../../src/domain/procedure/step.ts";
import type { KindModel, SharedModel } from "../../src/domain/records/model.ts";
import { type Json, KINDS, type Kind } from "../../src/domain/records/record.ts";
import { peopleOf } from "../../src/store/people.ts";
import { SHIPPED } from "../../src/store/settings.ts";

const schemas = new URL("../../schemas/", import.meta.url);
const files: Record<string, Json> = {};
for (const name of readdirSync(schemas, { recursive: true }) as string[]) {
  if (/\.(json|yaml)$/.test(name))
    files[name.replaceAll("\\", "/")] = parse(readFileSync(new URL(name, schemas), "utf8")) as Json;
}

/** Parsed files of `schemas/` by their path below it. */
export const procedureFiles: Readonly<Record<string, Json>> = files;
export const shared: SharedModel = readShared(files);
export const kinds = Object.fromEntries(KINDS.map((kind) => [kind, readKind(kind, files)])) as Record<
  Kind,
  KindModel
>;

export const calendar: Calendar = {
  state: Object.entries(files)
    .filter(([name]) => name.startsWith("calendars/CN-"))
    .map(([, year]) => year as unknown as CalendarYear),
  company: [],
  unknownYear: "estimate",
};

/** A copy of the samples that stands inside the project. */
export const sample = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../spec/samples/${name}`, import.meta.url), "utf8")) as T;

interface Company {
  staff: { id: string; department: string; title_zh: string; title_en: string; roles: string[] }[];
}
/** The sixteen people of the fictional factory. */
export const people: People = peopleOf({
  people: sample<Company>("company.json").staff.map((person) => ({
    id: person.id,
    name: person.title_zh,
    name_en: person.title_en,
    email: `${person.id.toLowerCase()}@yunji.example`,
    department: person.department,
    roles: person.roles,
    valid_from: "2025-11-01",
  })),
});

/** HK-QP-06 as shipped, with the numbers of the example. */
export const settings: Settings = {
  ...SHIPPED,
  lang: "zh",
  company: { zh: "云脊五金制品有限公司(虚构)", en: "Yunji Ridge Hardware Products Co., Ltd. (fictional)" },
  procedure: { no: "HK-QP-06", version: "A/0", issued: "2022-01-06" },
  numbers: { start: { order: { "2025": 101 }, amendment: { "2026": 2 } } },
};
