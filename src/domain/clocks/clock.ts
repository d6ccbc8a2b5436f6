/** What a deadline is in one case: as the history tells it, and as a calendar and a day make it (engine.md 7). */
import type { CountedDay } from "../calendar/workdays.ts";
import type { Department } from "../records/model.ts";
import type { Day, Instant } from "../records/record.ts";

/** A clock as folded from the history: no calendar, no today. What the index stores. */
export interface RawClock {
  /** Id of the deadline. */
  readonly deadline: string;
  /** Step that started it, and its place in the history. */
  readonly step: string;
  readonly seq: number;
  readonly start: Instant | Day;
  readonly round?: number;
  readonly attempt?: number;
  /** One clock a department: asked, receiver or addressee. */
  readonly department?: Department;
  /**
   * It was issued at `start` and waits for a receipt: it runs from `received` if that came within `ack`, else from `start`,
   * *receipt assumed* (G-02). Which of the two, only a calendar can tell.
   */
  readonly assumable?: true;
  readonly received?: Instant;
  /** The due day itself, where the record says it. */
  readonly due?: Day;
  /** A day that wins when it is earlier. */
  readonly earlier?: Day;
  readonly ended?: { readonly at: Instant | Day; readonly step: string };
  /** The case left the branch. */
  readonly void?: { readonly at: Instant; readonly step: string };
}

export type ClockStatus = "open" | "met" | "late" | "overdue" | "estimated" | "void";

/** A clock on a calendar, seen from a day. */
export interface Interval {
  readonly deadline: string;
  /** Due at the end of this day; null: unknown (year without calendar, setting `refuse`). */
  readonly due: Day | null;
  readonly status: ClockStatus;
  /** A DEFAULT of the company: never called a breach of the procedure. */
  readonly guideline: boolean;
  /** Receipt assumed (视为签收). */
  readonly assumed: boolean;
  /** The notice of the next year can still move the due day. */
  readonly provisional: boolean;
  /** Every day from the day after the start to the due day. */
  readonly days: readonly CountedDay[];
  readonly start: Instant | Day;
  readonly step: string;
  readonly seq: number;
  readonly ended?: Instant | Day;
  readonly round?: number;
  readonly attempt?: number;
  readonly department?: Department;
  /** Not before this day, or after so many lots (`verify`). */
  readonly not_before?: { readonly day: Day; readonly lots: number };
  /** A reminder only: never late. */
  readonly reminder?: true;
  readonly clause?: string;
}
