/** What somebody wishes to do, and what is known of it before it is planned. */
import type { KindModel } from "../domain/records/model.ts";
import type { CaseRecord, Changes, Kind, PersonId } from "../domain/records/record.ts";
import type { FileChange } from "../store/change.ts";
import type { Lock } from "../store/lock.ts";
import type { Given, StepOptions } from "./gather.ts";

export interface Wish {
  readonly kind: Kind;
  /** Absent: a record is to be made. */
  readonly record?: CaseRecord;
  readonly event: string;
  readonly options: StepOptions;
  /** `close`: the closing step was meant. */
  readonly close?: true;
  /** Values that the command itself gives, and files that go into the same commit (attach). */
  readonly changes?: Changes;
  readonly files?: readonly FileChange[];
}

/** The draft of a step under way: made with the first answer, written over with each one after it, gone once the step is taken. */
export interface Hand {
  /** `D-3`; none as long as nothing was typed. */
  name?: string;
  /** Nobody else fills in the same draft meanwhile. */
  lock?: Lock;
  /** Paths that were answered on a terminal or in a form: what may be asked again when it cannot be taken. */
  readonly typed: Set<string>;
}

/** A wish with everything that is known of it; it is planned, perhaps asked about, and planned again under the lock. */
export interface Prepared {
  readonly wish: Wish;
  readonly model: KindModel;
  readonly by: PersonId;
  readonly given: Given;
  readonly hand: Hand;
}

/** What the command is: by it a command repeated after a crash finds its step in (store.md 10). */
export function fingerprintOf({ wish, by, given }: Prepared): string {
  const { kind, record, event } = wish;
  return JSON.stringify([kind, record?.id ?? null, event, by, given.changes, given.note ?? null]);
}
