/**
 * The procedure as the engine sees it: what `schemas/` says, parsed and put in order.
 * Workflows name states, steps and gates; fields carry type, label and owner; deadlines are shared by all kinds.
 */
import type { Json, Kind, Label } from "./record.ts";

export type Role = string;
export type Department = string;

export interface State extends Label {
  readonly id: string;
  readonly final?: true;
  /** Events this state waits for, the usual one first: what `todo` shows for a case without a running clock. */
  readonly waits?: readonly string[];
}

/** One of several signatures that one event needs (4.6.3.1, 4.6.3.2). */
export interface Signer {
  /** Where the signature `{by, at, …}` is written. */
  readonly path: string;
  /** The role that signs, or the setting that names it. */
  readonly role?: Role;
  readonly setting?: string;
}

export interface Step extends Label {
  /** `CMP-08`; for the steps every kind has, the event itself. */
  readonly id: string;
  readonly event: string;
  /** States it leaves from; empty: it creates the record. */
  readonly from: readonly string[];
  /** The state after it; `=` stays, `@prev` goes back to the state before amending. */
  readonly to: string;
  readonly roles: readonly Role[];
  /** Paths that must be filled after the step. */
  readonly needs: readonly string[];
  /** Paths it may write besides. */
  readonly may: readonly string[];
  readonly gates: readonly string[];
  /** Tells two steps of one event and state apart: path → value in the record before the step. */
  readonly when?: Readonly<Record<string, Json>>;
  /** What the event itself says: written by the engine; another value is refused. */
  readonly says?: Readonly<Record<string, Json>>;
  /** Written unless given. `$at` the time of the step, `$by` the actor. A time may be given earlier, never later. */
  readonly defaults?: Readonly<Record<string, Json>>;
  /** Paths the step empties (signatures after a refusal, a conclusion that no longer holds). */
  readonly empties?: readonly string[];
  /** `open`: opens a round if none is open, before values are set. `next`: opens round n+1 after the gates. */
  readonly round?: "open" | "next";
  /** Raises `attempt`: what moves into `attempts[]`, of what a copy stays, where the reason stands. */
  readonly attempt?: {
    readonly moves: readonly string[];
    readonly copies: readonly string[];
    readonly reason: string;
  };
  /** Several persons sign; the event happens with the last signature. */
  readonly signers?: readonly Signer[];
  /** What the signatures approve: a later step that writes here makes an earlier signature stale. */
  readonly signs?: readonly string[];
  /** Somebody of this role must have co-signed before (cancel of a CAPA); `path` names them in the record. */
  readonly agreed?: { readonly role: Role; readonly path: string };
  /** The step tells something new each time: its `needs` must be written by this very step. */
  readonly fresh?: true;
  /** Named computations that fill what is marked computed. */
  readonly computes?: readonly string[];
  /** The step that `close` takes. */
  readonly closing?: true;
  readonly documents: readonly string[];
  readonly notify: readonly string[];
  readonly clauses: readonly string[];
}

export interface Numbering {
  readonly prefix: string;
  /** What the counter runs by: `none` CUS-003, `year` CMP-2026-007, `half_year` SRV-2026H1 (no counter), `wave` RSP-2026H1-001, `month` MWS-2026-03-001. */
  readonly by: "none" | "year" | "half_year" | "wave" | "month";
  readonly width: number;
}

export interface Workflow extends Label {
  readonly kind: Kind;
  /** Folder under `records/`. */
  readonly folder: string;
  readonly number: Numbering;
  readonly states: readonly State[];
  readonly steps: readonly Step[];
  /** Fields that may be filled at any time while the case is open, by `update`. */
  readonly anytime: readonly string[];
  /** Narrows a field of `anytime` to states. */
  readonly anytime_in: Readonly<Record<string, readonly string[]>>;
  /** Written by the engine alone. */
  readonly computed: readonly string[];
  /** Small texts that belong to one step: there this very step must write them. */
  readonly event_fields: readonly string[];
  /** Path of the responsible department(s): whom `dept_head` counts for. */
  readonly responsible?: string;
  /** Where the title comes from when none is given; `customer` has none. */
  readonly title_from?: string;
  /** Prefixes of embedded form numbers: path → prefix, number of the record. */
  readonly form_numbers?: Readonly<Record<string, string>>;
}

export type FieldType =
  | "text"
  | "string"
  | "date"
  | "datetime"
  | "bool"
  | "int"
  | "number"
  | "enum"
  | "ref"
  | "object"
  | "list"
  | "map"
  | "any";

/** A field as prompts, `--set`, screens and the engine need it, read from the JSON schema. */
export interface Field {
  readonly type: FieldType;
  readonly label?: Label;
  readonly enum?: string;
  readonly refs?: readonly string[];
  readonly items?: Field;
  readonly properties?: Readonly<Record<string, Field>>;
  readonly role?: Role;
  readonly required?: string;
  readonly example?: string;
  readonly nullable?: true;
  /** Of a group: the keys it cannot do without. */
  readonly needed?: readonly string[];
}

export interface KindModel {
  readonly workflow: Workflow;
  /** Top-level fields in the order of the schema: the order of the form and of the YAML file. */
  readonly fields: Readonly<Record<string, Field>>;
}

export interface Deadline extends Label {
  readonly id: string;
  readonly length: number | null;
  readonly unit: "workday" | "day" | "date" | "half_year" | "workday_of_next_month";
  /** DEFAULT deadlines are guidelines: shown as such, never called a breach. */
  readonly guideline: boolean;
  readonly clause?: string;
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  /** step id → path of the time it counts from, or `step`. */
  readonly start_paths: Readonly<Record<string, string>>;
  /** A date in the record that wins when it is earlier (`reply_requested_by`). */
  readonly earlier?: string | Readonly<Record<string, string>>;
  /** Where the due date stands, for unit `date`. */
  readonly due_path?: string | Readonly<Record<string, string>>;
  /** A reminder only: never late. */
  readonly reminder?: true;
  readonly not_before?: Readonly<Record<string, Json>>;
}

export interface Requirement {
  readonly id: string;
  readonly clause: string;
  readonly who: string;
  readonly when: string;
  readonly duty: string;
  readonly zh: string;
  readonly form: string;
  readonly evidence: string;
  readonly level: string;
}

/** What all kinds share. */
export interface SharedModel {
  /** name → key → label, in the order of the form: `severity` → `critical` → 致命(CR). */
  readonly enums: Readonly<Record<string, Readonly<Record<string, Label>>>>;
  readonly deadlines: Readonly<Record<string, Deadline>>;
  /** The steps every kind has: update, correct, attach, link, unlink, cosign, note. */
  readonly common: readonly Step[];
  readonly requirements: Readonly<Record<string, Requirement>>;
  readonly clauses: Readonly<Record<string, Label>>;
  readonly kinds: Readonly<Record<Kind, Label & { readonly folder: string; readonly number: Numbering }>>;
}
