/** The rows of the specification's field tables and where each must be found in the schemas. */
import { readFileSync } from "node:fs";
import type { Kind } from "../../src/domain/records/record.ts";

/** A table of the specification, as copied into the project. */
export const spec = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../spec/${name}.json`, import.meta.url), "utf8")) as T;

interface SpecRow {
  key: string;
  zh: string;
  en: string;
  type: string;
  required: string;
  role: string;
  example: string;
}
interface Place {
  kind: Kind;
  path: string;
}
export interface Row extends SpecRow {
  table: string;
  printed: boolean;
  /** File that keeps the row when it is only printed. */
  file: string;
  places: Place[];
}

export const tables = spec<{ common: SpecRow[]; kinds: Record<string, { rows: SpecRow[] }> }>("fields");
/** Embedded forms and where they sit (specification 2.1.2). */
const EMBEDDED: Record<string, { kind: Kind; at: string }> = {
  order_review: { kind: "order", at: "review" },
  verbal_special_review: { kind: "order", at: "verbal_record" },
  production_notice: { kind: "order", at: "production_notice" },
  survey_analysis: { kind: "survey_wave", at: "analysis" },
};
const AT_TOP = /^(requirements\.|complex_process$|special_material$|first_order$|open_points$)/;
const WITHOUT_TITLE = ["customer", "outreach", "survey_response"];
const WITH_CUSTOMER = ["order", "amendment", "inquiry", "complaint", "return"];
const SHOWN = ["complaint.defect_rate_ppm", "capa.due_at", "customer.status", "common.procedure_ref"];

function placeOf(table: string, key: string): Place {
  const form = EMBEDDED[table];
  const nested = key.replace(/^rounds\./, "rounds[].").replace(/^opinions\.items\./, "opinions[].items.");
  if (form === undefined) return { kind: table as Kind, path: nested };
  return { kind: form.kind, path: AT_TOP.test(key) ? nested : `${form.at}.${nested}` };
}

/** Common rows stand in every kind that has them and no row of its own. */
function commonPlaces(key: string, kinds: readonly Kind[]): Place[] {
  const having = kinds.filter((kind) => {
    if (tables.kinds[kind]?.rows.some((row) => row.key === key)) return false;
    if (key === "title") return !WITHOUT_TITLE.includes(kind);
    return key !== "customer_id" || WITH_CUSTOMER.includes(kind);
  });
  return having.map((kind) => ({ kind, path: key }));
}

/** Every row of the tables with the places where it must be found. */
export function rowsOf(kinds: readonly Kind[]): Row[] {
  const printed = (table: string, row: SpecRow): boolean =>
    row.required.startsWith("printed") || SHOWN.includes(`${table}.${row.key}`);
  const common = tables.common.map((row) => ({
    ...row,
    // The number and the kind have no example of their own: each kind has another one.
    example: ["id", "kind", "state"].includes(row.key) ? "-" : row.example,
    table: "common",
    printed: printed("common", row),
    file: "common.schema.json",
    places: commonPlaces(row.key, kinds),
  }));
  const own = Object.entries(tables.kinds).flatMap(([table, { rows }]) =>
    rows.map((row) => {
      const place = placeOf(table, row.key);
      return {
        ...row,
        table,
        printed: printed(table, row),
        file: `${place.kind}.schema.json`,
        places: [place],
      };
    }),
  );
  return [...common, ...own];
}
