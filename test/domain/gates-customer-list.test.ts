import { describe, expect, it } from "vitest";
import type { CaseRecord } from "../../src/domain/records/record.ts";
import { recordOf } from "../support/case-builders.ts";
import { judges, levelsOf } from "../support/gate-cases.ts";

const full = {
  name: "岚石卫浴",
  short_name: "岚石",
  main_customer: true,
  address: "样品路 3 号",
  phone: "+00 000 0000 0103",
  contacts: [{ name: "采购员C" }],
  main_products: ["铰链"],
  reply_channel: "email",
};
const customer = (rest: Record<string, unknown> = {}, id = "CUS-003"): CaseRecord =>
  recordOf(id, "active", { ...full, ...rest });
const told = (record: CaseRecord, others: CaseRecord[] = []) => ({
  step: "CUS-01",
  record,
  before: null,
  others,
});

describe("the customer list (4.5.1 b)", () => {
  judges("short-name-unique", [
    {
      name: "a name of its own passes",
      ...told(customer(), [customer({ short_name: "北杉" }, "CUS-001")]),
      found: [],
    },
    { name: "the customer itself is no other", ...told(customer(), [customer()]), found: [] },
    {
      name: "the same name in other letters is taken",
      ...told(customer({ short_name: " LANSHI" }), [customer({ short_name: "Lanshi" }, "CUS-001")]),
      found: ["short-name-taken short_name"],
    },
    {
      name: "without a name there is nothing to judge",
      ...told(customer({ short_name: undefined })),
      found: [],
    },
  ]);
  judges("main-customer-complete", [
    { name: "R-4.5.1.b-02 a full entry passes", ...told(customer()), found: [] },
    {
      name: "each empty field of a main customer is named (INV-20)",
      ...told(customer({ address: "", phone: undefined, contacts: [], main_products: undefined })),
      found: [
        "main-customer-incomplete address",
        "main-customer-incomplete phone",
        "main-customer-incomplete contacts",
        "main-customer-incomplete main_products",
      ],
    },
    {
      name: "any other customer may be short",
      ...told(customer({ main_customer: false, address: "" })),
      found: [],
    },
    {
      name: "a name emptied in the yearly check is missed",
      ...told(customer({ name: undefined })),
      step: "CUS-02",
      found: ["main-customer-incomplete name"],
    },
  ]);
  judges("fax-number-known", [
    { name: "replies by e-mail need no fax", ...told(customer()), found: [] },
    {
      name: "replies by fax need its number",
      ...told(customer({ reply_channel: "fax" })),
      found: ["fax-number-unknown fax"],
    },
    { name: "and pass with it", ...told(customer({ reply_channel: "fax", fax: "+00 1" })), found: [] },
  ]);

  const open = [
    recordOf("ORD-2026-0001", "signed", { customer_id: "CUS-003" }),
    recordOf("CMP-2026-001", "archived", { customer_id: "CUS-003" }),
    recordOf("INQ-2026-001", "open", { customer_id: "CUS-003" }),
    recordOf("RET-2026-001", "received", { customer_id: "CUS-001" }),
  ];
  judges("nothing-open-warning", [
    {
      name: "an open order is shown",
      ...told(customer(), open),
      step: "CUS-03",
      found: ["dormant-with-open-records"],
    },
    { name: "an inquiry alone is not", ...told(customer(), open.slice(1)), step: "CUS-03", found: [] },
  ]);
  judges("nothing-open", [
    {
      name: "an open inquiry is enough to stop",
      ...told(customer(), open.slice(2)),
      step: "CUS-05",
      found: ["customer-has-open-records"],
    },
    {
      name: "closed cases and those of others do not count",
      ...told(customer(), [open[1]!, open[3]!]),
      step: "CUS-05",
      found: [],
    },
  ]);
  it("open records warn before a pause and stop an ending", () => {
    const line = { name: "", ...told(customer(), open), found: [] };
    expect(levelsOf("nothing-open-warning", { ...line, step: "CUS-03" })).toEqual(["warning"]);
    expect(levelsOf("nothing-open", { ...line, step: "CUS-05" })).toEqual(["error"]);
  });
});
