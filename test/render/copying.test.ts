/** What a screen tells to type can be copied whole, and by the one who reads it. */
import { describe, expect, it } from "vitest";
import { finding, worded } from "../../src/domain/words/findings.ts";
import { openingsScreen } from "../../src/render/openings.ts";
import { reasonsText } from "../../src/render/reasons.ts";
import { openingsOf } from "./case.ts";
import { kindOf, page, sample, shared } from "./world.ts";

const models = { shared, kindOf };

describe("A command on a screen can be copied", () => {
  it.each(["zh", "en"] as const)("it stands on a line of its own where it does not fit (%s)", (lang) => {
    const params = { kind: "complaint", id: "CMP-2026-019", when: "now" } as const;
    const roles = ["quality_engineer", "quality_manager", "sales_manager", "salesperson"];
    const found = finding("step-to-come", { ...params, events: ["start_standardisation"], roles });
    const lines = reasonsText([found], { ...page(lang), columns: 80 }).split("\n");
    expect(lines).toContain("      casetrail advance CMP-2026-019 start_standardisation");
  });

  it("a command in the middle of a sentence stays in it", () => {
    const found = finding("capa-compulsory-repeat", { repeat_of: "CMP-2026-003" });
    const lines = reasonsText([found], { ...page("en"), columns: 50 }).split("\n");
    expect(lines.filter((line) => line.endsWith("("))).toEqual([]);
  });

  it("none is offered to somebody who may take no step", () => {
    const openings = openingsOf("CMP-2026-019", "P01");
    const record = sample("CMP-2026-019");
    expect(openingsScreen({ record, models, openings, all: false }, page("zh"))).not.toContain("动手");
    const own = openingsOf("CMP-2026-019", "Q02");
    expect(openingsScreen({ record, models, openings: own, all: false }, page("zh"))).toContain("动手");
  });
});

describe("After a reply the way out depends on the step (R-4.6.2-01)", () => {
  const remedy = (event: string): string | undefined =>
    worded(finding("reply-sent-already", { event, at: "2026-11-25T10:00:00+08:00" }), page("zh").words)
      .remedy;

  it("a new judgement waits for the customer's dispute", () => {
    expect(remedy("rejudge_not_ours")).toContain("customer_dispute");
  });

  it("what cannot be voided is judged", () => {
    expect(remedy("void")).not.toContain("customer_dispute");
    expect(remedy("void")).toContain("judge_ours");
  });
});
