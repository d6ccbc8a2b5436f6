/** Gates of customer, the customer list (form 5.1, specification 3.15 and 3.17). */

import { textAt } from "../cases/case-shapes.ts";
import { allOf, runningWith } from "../cases/open-records.ts";
import { filled, type Gate, type GateInput } from "../procedure/gate.ts";
import type { Kind } from "../records/record.ts";
import { finding } from "../words/findings.ts";

const CLAUSE = "R-4.5.1.b-02";

/** A short name stands for one customer, however it is written. */
const shortNameUnique: Gate = ({ record, context }) => {
  const name = textAt(record, "short_name");
  if (name === undefined) return [];
  const folded = name.trim().toLowerCase();
  const others = allOf(context.facts, "customer").filter((other) => other.id !== record.id);
  const taken = others.find((other) => textAt(other, "short_name")?.trim().toLowerCase() === folded);
  const where = { record: record.id, path: "short_name", clause: "R-4.5.1.b-01" };
  return taken ? [finding("short-name-taken", { name, customer: taken.id }, where)] : [];
};

/** What the customer list must tell about a main customer (INV-20). */
export const MAIN_CUSTOMER_FIELDS = ["name", "address", "phone", "contacts", "main_products"] as const;

const mainCustomerComplete: Gate = (input) => {
  if (input.record["main_customer"] !== true) return [];
  const missing = MAIN_CUSTOMER_FIELDS.filter(
    (path) => !input.step.needs.includes(path) && !filled(input, path),
  );
  return missing.map((path) =>
    finding("main-customer-incomplete", { path }, { record: input.record.id, path, clause: CLAUSE }),
  );
};

const faxNumberKnown: Gate = (input) => {
  if (input.record["reply_channel"] !== "fax" || filled(input, "fax")) return [];
  return [finding("fax-number-unknown", {}, { record: input.record.id, path: "fax", clause: CLAUSE })];
};

const openRecords = ({ record, context }: GateInput, kinds: readonly Kind[]): readonly string[] =>
  runningWith(context.facts, kinds, "customer_id", record.id).map((other) => other.id);

const where = ({ record }: GateInput) => ({ record: record.id, clause: "R-4.5.1.b-01" });

const nothingOpenWarning: Gate = (input) => {
  const records = openRecords(input, ["order", "complaint", "return"]);
  return records.length === 0 ? [] : [finding("dormant-with-open-records", { records }, where(input))];
};

const nothingOpen: Gate = (input) => {
  const records = openRecords(input, ["order", "complaint", "return", "inquiry"]);
  const params = { customer: input.record.id, records };
  return records.length === 0 ? [] : [finding("customer-has-open-records", params, where(input))];
};

export const customerListGates = {
  "short-name-unique": shortNameUnique,
  "main-customer-complete": mainCustomerComplete,
  "fax-number-known": faxNumberKnown,
  "nothing-open-warning": nothingOpenWarning,
  "nothing-open": nothingOpen,
} satisfies Record<string, Gate>;
