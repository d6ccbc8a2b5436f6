/** The shipped procedure, the people and the records of the worked example: what screens are drawn from in these tests. */
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { readKind, readShared } from "../../src/domain/procedure/read.ts";
import type { People } from "../../src/domain/procedure/step.ts";
import type { KindModel, SharedModel } from "../../src/domain/records/model.ts";
import { type CaseRecord, type Json, KINDS, type Kind, type Lang } from "../../src/domain/records/record.ts";
import { wordsFor } from "../../src/render/labels.ts";
import { type Page, plain } from "../../src/render/page.ts";

const root = new URL("../../", import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), "utf8");

const files: Record<string, Json> = {};
for (const name of readdirSync(new URL("schemas/", root), { recursive: true, encoding: "utf8" })) {
  const path = name.replaceAll("\\", "/");
  if (/\.(?:json|yaml)$/.test(path)) files[path] = parse(text(`schemas/${path}`)) as Json;
}

export const shared: SharedModel = readShared(files);
const models = new Map<string, KindModel>(KINDS.map((kind) => [kind, readKind(kind, files)]));
export const kindOf = (kind: string): KindModel | undefined => models.get(kind);
export const model = (kind: Kind): KindModel => {
  const found = models.get(kind);
  if (!found) throw new Error(kind);
  return found;
};

interface Company {
  name_zh: string;
  name_en: string;
  staff: { id: string; title_zh: string; title_en: string; department: string; roles: string[] }[];
}
export const company = JSON.parse(text("test/spec/samples/company.json")) as Company;
export const people: People = company.staff.map(({ id, title_zh, title_en, department, roles }) => ({
  id,
  name: title_zh,
  name_en: title_en,
  email: `${id.toLowerCase()}@yunji.example`,
  department,
  roles: roles.map((role) => ({ role, department })),
}));

const SAMPLES: readonly (readonly [string, Kind])[] = [
  ["amendments", "amendment"],
  ["capas", "capa"],
  ["complaints", "complaint"],
  ["customers", "customer"],
  ["inquiries", "inquiry"],
  ["orders", "order"],
  ["outreach", "outreach"],
  ["returns", "return"],
  ["standardisation_meetings", "standardisation_meeting"],
  ["surveys/waves", "survey_wave"],
];
/** Some sample files leave out what the commands add: kind and history of the simplest records. */
export const records: readonly CaseRecord[] = SAMPLES.flatMap(([name, kind]) =>
  (JSON.parse(text(`test/spec/samples/${name}.json`)) as CaseRecord[]).map((record) => ({
    ...record,
    kind,
    state: record.state ?? model(kind).workflow.states[0]?.id ?? "",
    history: record.history ?? [],
  })),
);
export const sample = (id: string): CaseRecord => {
  const found = records.find((record) => record.id === id);
  if (!found) throw new Error(id);
  return found;
};

export const page = (lang: Lang, columns = 100): Page => ({
  words: wordsFor(lang, shared, kindOf, people),
  paint: plain,
  columns,
  today: "2026-11-24",
});

/** Every way a screen is looked at. */
export const LOOKS: readonly (readonly [Lang, number])[] = [
  ["zh", 100],
  ["zh", 80],
  ["en", 100],
  ["en", 80],
];
