/** What goes into the engine and what comes out (engine.md 1). */
import type { Calendar } from "../calendar/workdays.ts";
import type { Department, KindModel, Role, SharedModel } from "../records/model.ts";
import type { CaseRecord, Changes, HistoryEntry, Id, Instant, Kind, PersonId } from "../records/record.ts";
import type { Finding } from "../words/findings.ts";

/** A step as somebody wishes to take it. */
export interface Step {
  readonly record: Id;
  readonly event: string;
  readonly by: PersonId;
  /** Chosen among several roles of the actor; else the first that the step allows. */
  readonly role?: Role;
  readonly at: Instant;
  readonly set: Changes;
  readonly note?: string;
}

export interface RoleHeld {
  readonly role: Role;
  readonly department: Department;
  readonly from?: string;
  readonly to?: string;
}
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly name_en?: string;
  readonly email: string;
  readonly department: Department;
  readonly roles: readonly RoleHeld[];
  readonly valid_from?: string;
  readonly valid_to?: string;
  /** Whose duties this person may do, from when to when. */
  readonly deputy_for?: readonly {
    readonly person: PersonId;
    readonly from?: string;
    readonly to?: string;
  }[];
}
export type People = readonly Person[];

/** The small read-only window on other records, at the same commit. */
export interface Facts {
  record(id: Id): CaseRecord | undefined;
  /** Records of a kind whose value at `path` equals `value`, or whose list there contains it. */
  where(kind: Kind, path: string, value: string): readonly CaseRecord[];
}

/** `casetrail.yaml` with the shipped values filled in (specification 3.18). */
export interface Settings {
  readonly company: { readonly zh: string; readonly en: string };
  readonly lang: "zh" | "en";
  readonly procedure: { readonly no: string; readonly version: string; readonly issued?: string };
  readonly deadlines: Readonly<Record<string, number>>;
  readonly countermeasure_covers: "formulate" | "formulate_and_implement";
  readonly capa_required_for: readonly string[];
  readonly repeat_window_months: number;
  readonly reply_review: Role;
  readonly reply_approve: Role;
  readonly verify: { readonly min_days: number; readonly min_lots: number; readonly max_days: number };
  readonly silent_customer: { readonly allow: boolean; readonly attempts: number };
  readonly survey: {
    readonly target_return_rate: number;
    readonly lower_limit_overall: number;
    readonly lower_limit_item: number;
    readonly customer_limit: number | null;
    readonly conversion: string;
    readonly void_rule: { readonly max_gaps: number };
    readonly gap_policy: string;
    readonly blank_counts_as_returned: boolean;
  };
  readonly calendar: { readonly unknown_year: "estimate" | "refuse" };
  readonly retention_years: Readonly<Record<string, number>>;
  /** First number by kind and year: `order` → `2025` → 101. */
  readonly numbers: { readonly start: Readonly<Record<string, Readonly<Record<string, number>>>> };
  readonly late_entry_after: number;
  readonly signing: "off" | "warn" | "required";
  readonly example_clock?: Instant;
}

/** Everything the engine needs; it has no clock, disk or locale of its own. */
export interface Context {
  readonly kind: KindModel;
  /** The other kinds, for what counts records of several (the figures of a month). */
  readonly kinds?: (kind: Kind) => KindModel;
  readonly shared: SharedModel;
  /** The record before the step; null for the step that creates it. */
  readonly record: CaseRecord | null;
  readonly people: People;
  readonly calendar: Calendar;
  readonly facts: Facts;
  readonly settings: Settings;
  /** Time of writing. */
  readonly now: Instant;
  /** Words a warning for the note of the history entry, in the company's language. */
  readonly say?: (found: Finding) => string;
  /** Only for the worked example: a gate that is not built yet lets a step pass and is named in the plan. */
  readonly passNotYet?: true;
}

/** What a step means for somebody else: shown after it, found by `todo`. */
export interface Duty {
  readonly record: Id;
  readonly event: string;
  readonly roles: readonly Role[];
  readonly departments: readonly Department[];
}

export interface Plan {
  readonly record: CaseRecord;
  readonly entry: HistoryEntry;
  readonly from: string | null;
  readonly to: string;
  readonly documents: readonly string[];
  readonly notify: readonly string[];
  /** Deadlines that start and end with this step (ids). */
  readonly clocks: { readonly started: readonly string[]; readonly ended: readonly string[] };
  readonly duties: readonly Duty[];
  readonly warnings: readonly Finding[];
  /** Clauses that the step fulfils. */
  readonly clauses: readonly string[];
  /** The workflow step that was taken (a first signature: that of its event). */
  readonly step: string;
  /** Who has still to sign, after the first of several signatures. */
  readonly unsigned: readonly Role[];
  /** Gates that were passed because they are not built yet (the worked example only). */
  readonly notYet: readonly string[];
}

/** A plan, or every reason why not, all at once. */
export type Planned = { readonly ok: true; readonly plan: Plan } | Refused;

/** `draft`: the record as the values would make it, where it came that far: whoever knows the schema judges them as well. */
export interface Refused {
  readonly ok: false;
  readonly findings: readonly Finding[];
  readonly draft?: CaseRecord;
}
