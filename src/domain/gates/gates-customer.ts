/** Gates of every kind that belongs to a customer: who it is, and that the order is theirs (INV-21). */

import { textAt } from "../cases/case-shapes.ts";
import { known } from "../cases/recurrence.ts";
import type { Gate } from "../procedure/gate.ts";
import { finding } from "../words/findings.ts";
import { asked } from "./asked.ts";

/** The case names its customer; that the record exists is judged for every reference by the engine. */
const customerNamed: Gate = (input) => asked(input, ["customer_id"], "2.1");

/** An order that the case names belongs to its customer. */
const orderOfTheCustomer: Gate = (input) => {
  const { record, context } = input;
  const order = known(textAt(record, "order_id"));
  const customer = textAt(record, "customer_id");
  const owner = order === undefined ? undefined : textAt(context.facts.record(order) ?? null, "customer_id");
  if (order === undefined || owner === undefined || customer === undefined || owner === customer) return [];
  return [
    finding(
      "order-of-another-customer",
      { order, owner, customer },
      { record: record.id, path: "order_id", clause: "INV-21" },
    ),
  ];
};

export const customerGates = {
  "customer-named": customerNamed,
  "order-of-the-customer": orderOfTheCustomer,
} satisfies Record<string, Gate>;
