/** What calendar files hold. */
import type { Day } from "../records/record.ts";

/** One year of a calendar file, as `calendars/CN-2026.yaml` or `calendars/company-2026.yaml` says it. */
export interface CalendarYear {
  readonly year: number;
  readonly source?: string;
  readonly published?: Day;
  readonly holidays: readonly {
    readonly from: Day;
    readonly to: Day;
    readonly name: string;
    readonly name_en?: string;
  }[];
  readonly workdays: readonly { readonly day: Day; readonly name?: string; readonly name_en?: string }[];
}
export interface Calendar {
  /** The state's years. */
  readonly state: readonly CalendarYear[];
  /** The company's own days: they win. */
  readonly company: readonly CalendarYear[];
  /** What to do with a year that no table knows. */
  readonly unknownYear: "estimate" | "refuse";
}
