/** Deadlines of the source that were missed: a warning (specification 3.13; DEFAULT ones are guidelines and no finding). */
import { dayOf } from "../calendar/workdays.ts";
import { foldClocks, intervals } from "../clocks/clocks.ts";
import type { CaseRecord } from "../records/record.ts";
import { type Breach, type Check, type CheckInput, forEach } from "./check.ts";

function missed(record: CaseRecord, all: CheckInput): Breach[] {
  const { shared, settings, calendar, now } = all;
  const clocks = foldClocks(all.kinds(record.kind), shared, settings, record);
  return intervals(clocks, { shared, settings, calendar, now })
    .filter((one) => !one.guideline && (one.status === "late" || one.status === "overdue"))
    .map((one): Breach => {
      const due = { deadline: one.deadline, due: one.due ?? "" };
      const values = one.ended === undefined ? due : { ...due, ended: dayOf(one.ended) };
      return { detail: one.status, values, ...(one.clause === undefined ? {} : { clause: one.clause }) };
    });
}

export const deadlineChecks = {
  deadline: forEach("deadline", "all", missed, { clause: "4.6.3.1", level: "warning" }),
} satisfies Record<string, Check>;
