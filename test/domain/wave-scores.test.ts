import { describe, expect, it } from "vitest";
import { analysisOf, rulesOf } from "../../src/domain/cases/wave-analysis.ts";
import {
  isBelow,
  pointsOf,
  rounded,
  roundedBelow,
  type Scores,
  scoreOf,
  validityOf,
  type WaveRules,
} from "../../src/domain/cases/wave-scores.ts";
import { factsOf } from "../../src/domain/records/facts.ts";
import type { CaseRecord } from "../../src/domain/records/record.ts";
import { recordOf } from "../support/case-builders.ts";
import { settings } from "../support/procedure.ts";

const questions = ["Q1", "Q2", "Q3", "Q4"].map((key) => ({ key, weight: 25 }));
const rules: WaveRules = {
  conversion: "pct_of_max",
  max_gaps: 2,
  gap_policy: "exclude",
  customer_limit: null,
};
const form = (scores: Scores) => ({ customer_id: "CUS-001", scores });

describe("the score of a customer (3.14)", () => {
  it.each<[string, Scores, Partial<WaveRules>, number | null]>([
    ["all answered", { Q1: 5, Q2: 4, Q3: 3, Q4: 4 }, {}, 80],
    ["N/A and gaps leave both sums", { Q1: 5, Q2: null }, {}, 100],
    ["a gap may count as neutral", { Q1: 5, Q2: 5, Q3: 5 }, { gap_policy: "neutral" }, 90],
    ["N/A is never neutral", { Q1: 5, Q2: 5, Q3: 5, Q4: null }, { gap_policy: "neutral" }, 100],
    ["min_max: 1 is 0", { Q1: 1, Q2: 5 }, { conversion: "min_max" }, 50],
    ["a table of levels", { Q1: 5, Q2: 4, Q3: 3, Q4: 1 }, { conversion: "100/85/70/30/0" }, 63.75],
    ["nothing answered", {}, {}, null],
  ])("%s", (_name, scores, changed, score) => {
    expect(scoreOf(form(scores), questions, { ...rules, ...changed })).toBe(score);
  });
  it("a form with more than 2 gaps is incomplete, N/A is no gap", () => {
    expect(validityOf(form({ Q1: 4, Q2: 4 }), questions, rules)).toBe("valid");
    expect(validityOf(form({ Q1: 4 }), questions, rules)).toBe("incomplete");
    expect(validityOf(form({ Q1: 4, Q2: null, Q3: null, Q4: null }), questions, rules)).toBe("valid");
    expect(validityOf(form({ Q1: null, Q2: null, Q3: null, Q4: null }), questions, rules)).toBe("incomplete");
  });
  it("knows no other conversion", () => {
    expect([pointsOf("stars"), pointsOf("100/85/70/30"), pointsOf("100//70/30/0")]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe("rounding and verdicts (D7)", () => {
  it("rounds half up, also where binary numbers fall short of the half", () => {
    expect([rounded(80.45, 1), rounded(1.005, 2), rounded(0.8333333, 3)]).toEqual([80.5, 1.01, 0.833]);
  });
  it("judges the full value and never shows a figure that contradicts the verdict", () => {
    expect([isBelow(84.9875, 84.99), isBelow(85, 85), isBelow(85 - 1e-12, 85)]).toEqual([true, false, false]);
    expect([roundedBelow(79.98, 80), roundedBelow(79.4, 80)]).toEqual([79.98, 79.4]);
  });
});

const response = (n: number, scores: Scores, state = "recorded"): CaseRecord =>
  recordOf(`RSP-2026H1-00${n}`, state, { wave_id: "SRV-2026H1", customer_id: `CUS-00${n}`, scores });
const wave = (rest: Record<string, unknown> = {}): CaseRecord =>
  recordOf("SRV-2026H1", "closed", {
    half_year: "2026H1",
    questions,
    lower_limit_overall: 85,
    lower_limit_item: 80,
    recipients: [1, 2, 3, 4].map((n) => ({ customer_id: `CUS-00${n}` })),
    response_ids: [1, 2, 3, 4].map((n) => `RSP-2026H1-00${n}`),
    ...rest,
  });
const all = [
  response(1, { Q1: 5, Q2: 5, Q3: 5, Q4: 5 }),
  response(2, { Q1: 4, Q2: 4, Q3: 4, Q4: 1 }),
  response(3, { Q1: 1 }),
  response(4, {}),
];
const beside = (records: readonly CaseRecord[]) =>
  factsOf(new Map(records.map((record) => [record.id, record])));
const figures = (rest: Record<string, unknown> = {}, others = all) =>
  analysisOf({ wave: wave(rest), facts: beside(others), settings });

describe("the analysis of a wave (5.3)", () => {
  it("counts incomplete forms as returned, blank ones not, and neither in the statistics", () => {
    expect(figures()).toMatchObject({
      sent: 4,
      returned: 3,
      valid: 2,
      return_rate: 0.75,
      overall_score: 82.5,
    });
  });
  it("counts blank forms by setting", () => {
    const counting = { ...settings, survey: { ...settings.survey, blank_counts_as_returned: true } };
    expect(analysisOf({ wave: wave(), facts: beside(all), settings: counting })).toMatchObject({
      returned: 4,
    });
  });
  it("names what is below its limit: overall, then items", () => {
    expect(figures()["below_limit"]).toEqual([
      { what: "overall", key: "overall", value: 82.5, limit: 85 },
      { what: "item", key: "Q4", value: 60, limit: 80 },
    ]);
  });
  it("judges customers only where the frozen rules have a limit for them", () => {
    expect((figures()["customers"] as object[])[0]).toEqual({ customer_id: "CUS-001", score100: 100 });
    const judged = figures({ rules: { ...rules, customer_limit: 70 } });
    expect(judged["below_limit"]).toContainEqual({ what: "customer", key: "CUS-002", value: 65, limit: 70 });
    expect((judged["customers"] as object[])[1]).toEqual({
      customer_id: "CUS-002",
      score100: 65,
      previous: null,
      below_limit: true,
    });
  });
  it("leaves out a form that a corrected one replaced", () => {
    expect(figures({}, [{ ...all[0]!, state: "superseded" }, ...all.slice(1)])).toMatchObject({
      returned: 2,
      valid: 1,
    });
  });
  it("compares with the last analysed wave before it", () => {
    const earlier = recordOf("SRV-2025H1", "archived", {
      half_year: "2025H1",
      analysis: { items: [{ question: "Q4", score100: 72 }] },
    });
    const later = recordOf("SRV-2026H2", "analysed", {
      half_year: "2026H2",
      analysis: { items: [{ question: "Q4", score100: 99 }] },
    });
    const items = figures({}, [...all, earlier, later])["items"] as {
      question: string;
      previous: number | null;
    }[];
    expect(items.map((item) => item.previous)).toEqual([null, null, null, 72]);
  });
  it("has no verdict without data", () => {
    const empty = figures({ response_ids: [] });
    expect([empty["overall_score"], empty["below_limit"], empty["return_rate"]]).toEqual([null, [], 0]);
  });
  it("keeps the rules frozen in the wave when the settings change", () => {
    const changed = {
      ...settings,
      survey: { ...settings.survey, customer_limit: 90, void_rule: { max_gaps: 0 } },
    };
    const { customer_limit: _none, ...frozen } = rules;
    expect(rulesOf(wave({ rules: frozen }), changed)).toEqual(rules);
    expect(rulesOf(wave(), changed)).toMatchObject({ customer_limit: 90, max_gaps: 0 });
  });
});
