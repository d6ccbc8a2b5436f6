import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeTrail, parseTrail, type Trail } from "../../src/domain/records/trail.ts";

const common = {
  actor: "S02",
  role: "salesperson",
  at: "2026-02-12T11:00:00+08:00",
  clauses: ["R-4.6.1-02", "R-4.6.3-01"],
  procedure: "HK-QP-06 A/0",
};

describe("the commit message of a step", () => {
  test("reads well in git log: what happened to which case, and the trailers below", () => {
    const step = { record: "CMP-2026-007", event: "judge_ours", from: "registered", to: "cause_analysis" };
    expect(composeTrail({ steps: [step], ...common })).toBe(
      `CMP-2026-007: judge_ours (registered → cause_analysis)

Case: CMP-2026-007
Event: judge_ours
From: registered
To: cause_analysis
Actor: S02
Role: salesperson
At: 2026-02-12T11:00:00+08:00
Clause: R-4.6.1-02 R-4.6.3-01
Procedure: HK-QP-06 A/0
`,
    );
  });

  test("a step that stays names its state once; a first step leaves from nowhere", () => {
    const stay = { record: "ORD-2026-0024", event: "give_opinion", from: "in_review", to: "in_review" };
    const first = { record: "CMP-2026-007", event: "register", from: null, to: "registered" };
    expect(composeTrail({ steps: [stay], ...common })).toMatch(
      /^ORD-2026-0024: give_opinion \(in_review\)\n/,
    );
    const created = composeTrail({ steps: [first], ...common });
    expect(created).toMatch(/^CMP-2026-007: register \(→ registered\)\n/);
    expect(created).toContain("\nFrom: -\n");
  });

  test("a co-signature names the event it signs for", () => {
    const step = { record: "CMP-2026-007", event: "cosign", from: "fixed", to: "fixed", for: "confirm" };
    expect(composeTrail({ steps: [step], ...common })).toContain("\nFor: confirm\nActor: S02\n");
  });

  test("a commit on two records repeats the block, one on many counts them in its subject", () => {
    const link = (record: string) => ({ record, event: "link", from: "open", to: "open" });
    const two = composeTrail({ steps: [link("CMP-2026-007"), link("INQ-2026-006")], ...common });
    expect(two).toMatch(/^CMP-2026-007 INQ-2026-006: link\n/);
    expect(two.match(/^Case: /gm)).toHaveLength(2);
    const many = composeTrail({
      steps: [link("CMP-2026-007"), link("CMP-2026-008"), link("CMP-2026-009")],
      ...common,
    });
    expect(many).toMatch(/^CMP-2026-007 … CMP-2026-009 \(3\): link\n/);
  });

  test("what was typed into a subject cannot forge a trailer", () => {
    const message = composeTrail({ event: "settings_set", about: "lang\n\nCase: CMP-2026-001\r", ...common });
    expect(message).toMatch(/^settings_set: lang Case: CMP-2026-001\n\nEvent: settings_set\n/);
    expect(message).not.toMatch(/^Case:/m);
  });

  test("a message that no step wrote is not taken for one", () => {
    const step = { record: "CMP-2026-007", event: "judge_ours", from: "registered", to: "cause_analysis" };
    const message = composeTrail({ steps: [step], ...common });
    expect(parseTrail("fix typo\n")).toBeNull();
    expect(parseTrail(message.replace("(registered", "(filed"))).toBeNull();
    expect(parseTrail(message.replace("Role: salesperson\n", ""))).toBeNull();
    expect(parseTrail(message.replace("Actor: S02\n", "Actor: S02\nActor: G01\n"))).toBeNull();
    expect(
      parseTrail(message.replace("Actor: S02\nRole: salesperson", "Role: salesperson\nActor: S02")),
    ).toBeNull();
    expect(parseTrail(`${message}Signed-off-by: x\n`)).toBeNull();
  });

  test("what is parsed is what was composed", () => {
    const word = fc.stringMatching(/^[a-z][a-z_]{0,20}$/);
    const id = fc.stringMatching(/^[A-Z]{3,4}-20\d\d-\d{3,4}$/);
    const step = fc.record(
      { record: id, event: word, from: fc.option(word, { nil: null }), to: word, for: word },
      { requiredKeys: ["record", "event", "from", "to"] },
    );
    const shared = {
      actor: fc.stringMatching(/^[A-Z]\d\d$/),
      role: word,
      at: fc.constantFrom("2026-02-12T11:00:00+08:00", "2025-12-31T23:59:59-05:00"),
      clauses: fc.array(fc.stringMatching(/^R-4\.\d\.\d-\d\d$/), { maxLength: 4 }),
      procedure: fc.constantFrom("HK-QP-06 A/0", "QP 1 B/12"),
    };
    const steps = fc
      .tuple(step, fc.array(step, { maxLength: 3 }))
      .map(([first, rest]) => [first, ...rest] as const);
    const about = fc.stringMatching(/^[^\s\p{C}]{1,9}( [^\s\p{C}]{1,9}){0,3}$/u);
    const trail = fc.oneof(fc.record({ steps, ...shared }), fc.record({ event: word, about, ...shared }));
    fc.assert(
      fc.property(trail, (value) => {
        expect(parseTrail(composeTrail(value as Trail))).toEqual(value);
      }),
    );
  });
});
