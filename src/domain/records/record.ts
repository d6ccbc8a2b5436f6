/** The words every other part speaks: kinds, records, history entries, labels. Nothing here does anything. */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export const KINDS = [
  "customer",
  "order",
  "amendment",
  "inquiry",
  "outreach",
  "complaint",
  "return",
  "capa",
  "survey_wave",
  "survey_response",
  "monthly_summary",
  "standardisation_meeting",
] as const;
export type Kind = (typeof KINDS)[number];

export type Lang = "zh" | "en";
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** ISO 8601 with offset, to the second: `2026-03-02T09:12:00+08:00`. */
export type Instant = string;
/** Calendar date in the company's zone: `2026-03-02`. */
export type Day = string;
export type Id = string;
export type PersonId = string;

/** path → value, as in `--set`, `--from` and `timeline.ndjson` (paths.ts). */
export type Changes = Readonly<Record<string, Json>>;

/** One line of a record's history: written by the engine, never changed afterwards. */
export interface HistoryEntry {
  seq: number;
  at: Instant;
  by: PersonId;
  role: string;
  deputy_for?: PersonId;
  event: string;
  /** The event a co-signature belongs to. */
  for?: string;
  transition: string;
  from: string | null;
  to: string;
  note?: string;
  changes?: { path: string; before: Json; after: Json }[];
  documents?: string[];
  notified?: string[];
}

/** A record of any kind, as in its YAML file. */
export interface CaseRecord {
  id: Id;
  kind: Kind;
  state: string;
  history: HistoryEntry[];
  [field: string]: unknown;
}
