/** Gates of inquiry (4.5.2, 4.7, specification 3.4 and 3.17). */
import { dayOf } from "../calendar/workdays.ts";
import { textAt } from "../cases/case-shapes.ts";
import { at } from "../cases/order-shapes.ts";
import type { Gate } from "../procedure/gate.ts";
import { finding } from "../words/findings.ts";
import { asked } from "./asked.ts";

const agreementRecorded: Gate = (input) =>
  input.record["type"] === "service_request" ? asked(input, ["agreement"], "R-4.7-01") : [];

const promiseNotPast: Gate = (input) => {
  const day = textAt(input.record, "deferred.promised_by");
  const today = dayOf(input.at);
  if (day === undefined || day >= today) return [];
  return [finding("promise-in-the-past", { day, today }, at(input, "deferred.promised_by", "R-4.5.2-02"))];
};

const TARGETS = ["complaint", "amendment", "order", "return"];

/** The record that the inquiry became exists, is of a fitting kind and of the same customer, if that one is listed. */
const convertedRecordFits: Gate = (input) => {
  const id = textAt(input.record, "converted_to") ?? "";
  const target = input.context.facts.record(id);
  const where = at(input, "converted_to", "R-4.6.1-01");
  if (!target) return [];
  if (!TARGETS.includes(target.kind))
    return [finding("converted-into-nothing", { id, kind: target.kind }, where)];
  const mine = textAt(input.record, "customer_id");
  const theirs = textAt(target, "customer_id") ?? "";
  if (mine === undefined || mine === theirs) return [];
  return [finding("converted-of-another-customer", { id, customer: theirs }, where)];
};

/** A question about how an order goes, or about changing it, says which order (2.8). */
const ABOUT_AN_ORDER = ["order_progress", "amendment"];

const orderNamed: Gate = (input) =>
  ABOUT_AN_ORDER.includes(textAt(input.record, "type") ?? "") ? asked(input, ["order_id"], "R-4.5.2-01") : [];

export const inquiryGates = {
  "order-named": orderNamed,
  "agreement-recorded": agreementRecorded,
  "promise-not-past": promiseNotPast,
  "converted-record-fits": convertedRecordFits,
} satisfies Record<string, Gate>;
