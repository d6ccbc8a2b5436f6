/** The figures of a monthly summary (form 5.6, specification 3.14 "Figures of a month"). */

import { endOfDay } from "../calendar/days.ts";
import { monthOf } from "../calendar/periods.ts";
import { type Calendar, dayOf } from "../calendar/workdays.ts";
import { listAt, textAt } from "../cases/case-shapes.ts";
import { allOf, FINAL_STATES } from "../cases/open-records.ts";
import { announced } from "../cases/return-dispositions.ts";
import { rounded } from "../cases/wave-scores.ts";
import { foldClocks, intervals } from "../clocks/clocks.ts";
import type { Facts, Settings } from "../procedure/step.ts";
import type { KindModel, SharedModel } from "../records/model.ts";
import type { CaseRecord, Day, Json, Kind } from "../records/record.ts";

/** What the figures are counted from. */
export interface MonthInputs {
  /** `2026-10` */
  readonly month: string;
  readonly facts: Facts;
  readonly shared: SharedModel;
  readonly settings: Settings;
  readonly calendar: Calendar;
  readonly kinds: (kind: Kind) => KindModel;
}

type Figures = { [key: string]: Json };

/** The last day of a month. */
export function lastDayOf(month: string): Day {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

const liesIn = (month: string, when: string | undefined): boolean =>
  when !== undefined && monthOf(dayOf(when)) === month;

const receivedIn = (month: string, records: readonly CaseRecord[], path = "received_at"): CaseRecord[] =>
  records.filter((record) => liesIn(month, textAt(record, path)));

/** Records that a step of the month brought into one of the states. */
const cameTo = (month: string, records: readonly CaseRecord[], states: readonly string[]): CaseRecord[] =>
  records.filter((record) =>
    record.history.some(
      (entry) => entry.from !== entry.to && states.includes(entry.to) && liesIn(month, entry.at),
    ),
  );

/** The record with its history as it stood at the end of a day; undefined before it existed. */
function asOf(record: CaseRecord, day: Day): CaseRecord | undefined {
  const history = record.history.filter((entry) => dayOf(entry.at) <= day);
  const last = history.at(-1);
  return last ? { ...record, state: last.to, history } : undefined;
}

const openAt = (records: readonly CaseRecord[], day: Day): CaseRecord[] =>
  records
    .flatMap((record) => asOf(record, day) ?? [])
    .filter((record) => !FINAL_STATES[record.kind].includes(record.state));

/** Does any deadline of the case, of the source or of the company, lie behind it unmet at the end of the day? */
function isOverdue(inputs: MonthInputs, record: CaseRecord, day: Day): boolean {
  const { shared, settings, calendar, kinds } = inputs;
  const clocks = foldClocks(kinds(record.kind), shared, settings, record);
  return intervals(clocks, { shared, settings, calendar, now: endOfDay(day) }).some(
    (one) => one.status === "overdue",
  );
}

/** Shipped on or before the delivery date of the last revision. */
const isOnTime = (order: CaseRecord): boolean =>
  dayOf(textAt(order, "delivery.shipped_at") ?? "") <= (textAt(order, "delivery_date") ?? "");

function orderFigures({ month, facts }: MonthInputs): Figures {
  const orders = allOf(facts, "order");
  const received = receivedIn(month, orders);
  const delivered = receivedIn(month, orders, "delivery.shipped_at");
  const counts = {
    received: received.length,
    verbal: received.filter((order) => order["contract_form"] === "verbal").length,
    amended: receivedIn(month, allOf(facts, "amendment"), "requested_at").length,
    cancelled: cameTo(month, orders, ["cancelled"]).length,
    delivered: delivered.length,
  };
  if (delivered.length === 0) return counts;
  return { ...counts, on_time_rate: rounded(delivered.filter(isOnTime).length / delivered.length, 3) };
}

function inquiryFigures({ month, facts }: MonthInputs): Figures {
  const inquiries = allOf(facts, "inquiry");
  return {
    received: receivedIn(month, inquiries).length,
    answered: receivedIn(month, inquiries, "answer.at").length,
    deferred_open: openAt(inquiries, lastDayOf(month)).filter((one) => one.state === "deferred").length,
  };
}

function complaintFigures(inputs: MonthInputs): Figures {
  const { month, facts } = inputs;
  const day = lastDayOf(month);
  const complaints = allOf(facts, "complaint");
  const received = receivedIn(month, complaints);
  const judged = (responsibility: string): number =>
    received.filter((one) => one["responsibility"] === responsibility).length;
  const open = openAt(complaints, day);
  return {
    received: received.length,
    ours: judged("ours"),
    not_ours: judged("not_ours"),
    open: open.length,
    closed: cameTo(month, complaints, FINAL_STATES.complaint).length,
    overdue: open.filter((one) => isOverdue(inputs, one, day)).length,
  };
}

/** What came in, as counted in the warehouse; as announced while it has not arrived. */
const quantityOf = (record: CaseRecord): number => {
  const counted = (record["receipt"] as { quantity_received?: number } | undefined)?.quantity_received;
  return counted ?? (listAt(record, "lines").length > 0 ? announced(record) : 0);
};

function returnFigures({ month, facts }: MonthInputs): Figures {
  const returns = allOf(facts, "return");
  const received = receivedIn(month, returns, "requested_at");
  return {
    received: received.length,
    quantity: received.reduce((sum, one) => sum + quantityOf(one), 0),
    open: openAt(returns, lastDayOf(month)).length,
  };
}

function capaFigures(inputs: MonthInputs): Figures {
  const { month, facts } = inputs;
  const day = lastDayOf(month);
  const capas = allOf(facts, "capa");
  const open = openAt(capas, day);
  return {
    open: open.length,
    overdue: open.filter((one) => isOverdue(inputs, one, day)).length,
    closed: cameTo(month, capas, FINAL_STATES.capa).length,
  };
}

/**
 * Figures of a month over the whole company: received and closed in it, open and overdue at its end,
 * whenever the summary is drawn up.
 * @returns by the field of the monthly summary
 */
export const monthlyFigures = (inputs: MonthInputs): Readonly<Record<string, Figures>> => ({
  orders: orderFigures(inputs),
  inquiries: inquiryFigures(inputs),
  complaints: complaintFigures(inputs),
  returns: returnFigures(inputs),
  capas: capaFigures(inputs),
});
