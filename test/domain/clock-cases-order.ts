/** Deadlines of orders, amendments and inquiries. */
import type { ClockCase } from "./clock-case.ts";
import { time } from "./clock-models.ts";

export const orderCases: readonly ClockCase[] = [
  {
    deadline: "distribute",
    says: "from the customer's acceptance",
    kind: "amendment",
    steps: ["AMD-01 03-02", "AMD-03 03-02", "AMD-04 03-04", "AMD-07 03-05"],
    fields: { "customer_acceptance.at": time("03-03 17:00") },
    gives: ["03-04 late"],
  },
  {
    deadline: "inquiry",
    says: "from the receipt, again when opened again",
    kind: "inquiry",
    steps: ["INQ-01 03-02", "INQ-02 03-03", "INQ-05 03-09", "INQ-06 03-11"],
    gives: ["03-03 met", "03-10 late"],
  },
  {
    deadline: "inquiry_deferred",
    says: "three days, or what was promised",
    kind: "inquiry",
    steps: ["INQ-01 03-02", "INQ-03 03-02"],
    fields: { "deferred.promised_by": "2026-03-04" },
    gives: ["03-04 overdue"],
  },
  {
    deadline: "inquiry_deferred",
    says: "not later than three days",
    kind: "inquiry",
    steps: ["INQ-01 03-02", "INQ-03 03-02", "INQ-02 03-05"],
    fields: { "deferred.promised_by": "2026-03-20" },
    gives: ["03-05 met"],
  },
  {
    deadline: "review",
    says: "one clock a department",
    kind: "order",
    steps: ["ORD-01 03-02", "ORD-02 03-02", "ORD-05 03-02", "ORD-18 03-03 10:00 by P01"],
    fields: {
      "review.asked_departments": ["production", "pmc"],
      "review.opinions": [{ department: "production", reviewer: "P01", at: time("03-03 10:00") }],
    },
    gives: ["03-04 met", "03-04 overdue"],
  },
  {
    deadline: "amend_ack",
    says: "one clock a receiver of the notice",
    kind: "order",
    steps: ["ORD-01 03-02", "ORD-11 03-05 10:00", "ORD-19 03-09 by C01"],
    fields: {
      "production_notice.issued_at": time("03-05 09:00"),
      "production_notice.receivers": [
        { department: "production" },
        { department: "pmc", by: "C01", at: time("03-09") },
      ],
    },
    gives: ["03-06 overdue", "03-06 late"],
  },
  {
    deadline: "amend_ack",
    says: "from when the notice was sent to the department",
    kind: "amendment",
    steps: ["AMD-01 03-02", "AMD-07 03-05 10:00", "AMD-12 03-05 16:00 by W01"],
    fields: {
      distribution: [
        { department: "warehouse", sent_at: time("03-04 10:00"), ack_by: "W01", ack_at: time("03-05 16:00") },
        { department: "pmc", sent_at: time("03-05 09:30") },
      ],
    },
    gives: ["03-05 met", "03-06 overdue"],
  },
];
