/** `casetrail.yaml` as settings: what it leaves out has the value shipped with HK-QP-06 (specification 3.18). */

import type { Settings } from "../domain/procedure/step.ts";
import { KINDS } from "../domain/records/record.ts";

type Given = { readonly [key: string]: unknown };

/** The shipped values. The company, its language and its procedure are always told. */
export const SHIPPED = {
  deadlines: {},
  countermeasure_covers: "formulate",
  capa_required_for: ["critical", "major", "repeat"],
  repeat_window_months: 12,
  reply_review: "quality_manager",
  reply_approve: "general_manager",
  verify: { min_days: 30, min_lots: 3, max_days: 90 },
  silent_customer: { allow: false, attempts: 3 },
  survey: {
    target_return_rate: 0.9,
    lower_limit_overall: 85,
    lower_limit_item: 80,
    customer_limit: null,
    conversion: "pct_of_max",
    void_rule: { max_gaps: 2 },
    gap_policy: "exclude",
    blank_counts_as_returned: false,
  },
  calendar: { unknown_year: "estimate" },
  retention_years: Object.fromEntries(KINDS.map((kind) => [kind, 3])),
  numbers: { start: {} },
  late_entry_after: 1,
  signing: "warn",
} as const satisfies Omit<Settings, "company" | "lang" | "procedure" | "example_clock">;

/**
 * Settings from the parsed file; its form is judged by `casetrail.schema.json`.
 * @param given the map of `casetrail.yaml`
 */
export function settingsOf(given: Given): Settings {
  return filled(SHIPPED, given) as unknown as Settings;
}

/** The given values over the shipped ones, maps key by key. */
function filled(shipped: Given, given: Given): Given {
  const merged: Record<string, unknown> = { ...shipped };
  for (const [key, value] of Object.entries(given)) {
    const below = shipped[key];
    merged[key] = isMap(below) && isMap(value) ? filled(below, value) : value;
  }
  return merged;
}

const isMap = (value: unknown): value is Given =>
  typeof value === "object" && value !== null && !Array.isArray(value);
