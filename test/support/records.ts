/** The smallest records there are, for tests of the store. */
import type { CaseRecord } from "../../src/domain/records/record.ts";

export const author = { name: "业务员甲", email: "s02@factory.example" };
export const at = "2026-03-02T09:12:00+08:00";

/** An outreach entry: the smallest record there is. */
export const outreach = (n: number, content = "介绍新产品"): CaseRecord =>
  ({
    id: `OUT-2026-${String(n).padStart(3, "0")}`,
    kind: "outreach",
    state: "recorded",
    created_at: at,
    created_by: "S02",
    customer_id: "CUS-001",
    at,
    by: "S02",
    channel: "phone",
    content,
    history: [
      {
        seq: 1,
        at,
        by: "S02",
        role: "salesperson",
        event: "record",
        transition: "OUT-01",
        from: null,
        to: "recorded",
      },
    ],
  }) as unknown as CaseRecord;
