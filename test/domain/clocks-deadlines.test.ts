import { describe, expect, it } from "vitest";
import { complaintCases } from "./clock-cases-complaint.ts";
import { orderCases } from "./clock-cases-order.ts";
import { qualityCases } from "./clock-cases-quality.ts";
import { clocksOf, recordOf, shared, told } from "./clock-models.ts";

const cases = [...complaintCases, ...qualityCases, ...orderCases];

describe("each deadline (specification 3.1)", () => {
  it.each(cases)("$deadline: $says", ({ deadline, kind, steps, fields, gives }) => {
    expect(told(clocksOf(recordOf(kind, steps, fields), deadline))).toEqual(gives);
  });

  it("is under test, all 27", () => {
    const tested = new Set(cases.map((c) => c.deadline));
    expect(Object.keys(shared.deadlines).filter((id) => !tested.has(id))).toEqual([]);
    expect(tested.size).toBe(27);
  });
});
