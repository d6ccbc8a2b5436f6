/** The smallest records there are, for tests of the store. */
import type { CaseRecord } from "../../src/domain/records/record.ts";

export const author = { name: "业务员甲", email: "s02@factory.example" };
export const at = "2026-03-02T09:12:00+08:00";

/** An outreach entry: the smallest record there is. */
export const outreach = (n: number, content = "介绍新产品"): CaseRecord =>
  ({
    id: `OUT-2026-${String(n).padStart(3, "0")}`,
    kind: "outreach",
    state: "logged",
    customer_id: "CUS-001",
    created_at: at,
    created_by: "S02",
    date: "2026-03-02",
    method: "visit",
    content,
    needs: "样品",
    history: [
      {
        seq: 1,
        at,
        by: "S02",
        role: "salesperson",
        event: "log",
        transition: "OUT-01",
        from: null,
        to: "logged",
      },
    ],
  }) as unknown as CaseRecord;
