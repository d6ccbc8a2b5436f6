/** Deadlines of a case: folded from its history without a calendar, then measured on one (engine.md 7, specification 3.1). */

import type { Settings } from "../procedure/step.ts";
import type { KindModel, SharedModel } from "../records/model.ts";
import type { CaseRecord } from "../records/record.ts";
import type { Interval, RawClock } from "./clock.ts";
import { advance, type Fold } from "./clock-fold.ts";
import { type AsOf, measure } from "./clock-measure.ts";
import { calendarStart, rulesOf } from "./clock-rules.ts";
import { momentsOf } from "./clock-walk.ts";

/**
 * Every clock that a record's history started, in the order of their starts. Needs no calendar and no today, so that it can be
 * kept beside the record until the record itself changes.
 */
export function foldClocks(
  kind: KindModel,
  shared: SharedModel,
  settings: Settings,
  record: CaseRecord,
): RawClock[] {
  const fold: Fold = { rules: rulesOf(kind.workflow, shared, settings), clocks: [] };
  startByCalendar(fold, record);
  for (const moment of momentsOf(kind, record)) advance(fold, moment);
  return fold.clocks;
}

function startByCalendar(fold: Fold, record: CaseRecord): void {
  const [first] = record.history;
  for (const { deadline } of first ? fold.rules : []) {
    const begun = calendarStart(deadline, record);
    if (begun)
      fold.clocks.push({
        deadline: deadline.id,
        step: first?.transition ?? "",
        seq: first?.seq ?? 0,
        ...begun,
      });
  }
}

/**
 * Stored clocks as intervals on a calendar, seen from a time.
 * @returns those that run or ran; a countermeasure that still waits for its receipt within `ack` is not among them
 */
export function intervals(clocks: readonly RawClock[], asOf: AsOf): Interval[] {
  return clocks.flatMap((clock) => measure(clock, asOf) ?? []);
}
