/** What is said to be due after a step: what runs from now on, nothing of earlier attempts. */
import { describe, expect, it } from "vitest";
import { stepScreen } from "../../src/render/step.ts";
import { duesOf, taken } from "./case.ts";
import { model, page, shared } from "./world.ts";

const ACTIONS = [
  { no: 1, type: "corrective", text: "铆钉换料", against: 1, owner: "P01", due: "2026-11-27" },
];

describe("The screen after a step tells its deadlines", () => {
  const planned = taken("CAPA-2026-010", "propose", "P01", { actions: ACTIONS });
  if (!planned.ok) throw new Error(JSON.stringify(planned.findings));
  const { plan } = planned;
  const path = "records/capas/2026/CAPA-2026-010.yaml";
  const [own] = duesOf(plan.record).filter((due) => due.deadline === plan.clocks.started[0]);
  if (!own) throw new Error("the step starts no deadline");
  const screen = (...dues: (typeof own)[]): string =>
    stepScreen({ plan, kind: model("capa"), shared, dues, path, commit: "3f2c1ab9" }, page("en"));

  it("the one that runs", () => {
    expect(screen(own)).toContain("due Implementation 11-27 Fri (guideline)");
  });

  it("the same deadline of an earlier attempt has ended and is not told again (R-4.6.3.1-03)", () => {
    const earlier = {
      ...own,
      due: "2026-11-20",
      ended: "2026-11-24T09:00:00+08:00",
      status: "late",
    } as const;
    expect(screen(earlier, own)).toContain("due Implementation 11-27 Fri (guideline)    tell Quality");
  });

  it("where next year's holidays are not yet known the day is an estimate", () => {
    expect(screen({ ...own, status: "estimated" })).toContain("11-27 Fri (guideline, estimated)");
  });
});
