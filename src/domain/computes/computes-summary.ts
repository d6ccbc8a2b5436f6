/** What the engine writes in a monthly summary (form 5.6). */

import { type Compute, fillAll, unchanged } from "../procedure/computing.ts";
import { finding } from "../words/findings.ts";
import { monthlyFigures } from "./monthly-figures.ts";

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The figures of the month, as of this commit (MWS-01, and again at MWS-02 when the month is over). */
export const monthlyFiguresComputed: Compute = (input) => {
  const { facts, shared, settings, calendar, kinds } = input.context;
  const month = input.record["month"];
  if (typeof month !== "string" || !MONTH.test(month)) return unchanged(input);
  if (kinds === undefined)
    return { findings: [finding("workflows-not-at-hand", {}, { record: input.record.id })] };
  return fillAll(input, { ...monthlyFigures({ month, facts, shared, settings, calendar, kinds }) });
};
