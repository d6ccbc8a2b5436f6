/** Who acts: roles that begin and end, deputies, several roles of one person, two persons who sign (engine.md 5 and 9). */
import { describe, expect, it } from "vitest";
import { openings } from "../../src/domain/engine/openings.ts";
import { plan } from "../../src/domain/engine/plan.ts";
import type { Context, People, Person, Planned, Settings } from "../../src/domain/procedure/step.ts";
import type { Changes } from "../../src/domain/records/record.ts";
import { people, settings } from "../support/procedure.ts";
import { codes, contextOn, type Records, recordsBefore } from "../support/timeline.ts";

const NOW = "2026-11-24T17:30:00+08:00";
const set = { "preliminary_analysis.text": "尺寸超差", severity: "minor" };

const withPerson = (id: string, change: Partial<Person>): People =>
  people.map((person) => (person.id === id ? { ...person, ...change } : person));

interface Wish {
  readonly by: string;
  readonly at?: string;
  readonly set?: Changes;
  readonly role?: string;
  readonly people?: People;
  readonly settings?: Partial<Settings>;
}

const contextFor = (records: Records, id: string, wish: Wish): Context => ({
  ...contextOn(records, records.get(id)?.kind ?? "complaint", id, wish.at === undefined ? NOW : NOW),
  people: wish.people ?? people,
  settings: { ...settings, ...wish.settings },
});

function go(records: Records, id: string, event: string, wish: Wish): Planned {
  const { by, role, at = NOW } = wish;
  const planned = plan(contextFor(records, id, wish), {
    record: id,
    event,
    by,
    at,
    set: wish.set ?? {},
    note: "补录",
    ...(role === undefined ? {} : { role }),
  });
  if (planned.ok) records.set(id, planned.plan.record);
  return planned;
}

const judge = (wish: Wish): Planned =>
  go(recordsBefore("none", 1), "CMP-2026-018", "judge_ours", { set, ...wish });
const warnings = (planned: Planned): string[] =>
  planned.ok ? planned.plan.warnings.map((one) => one.code) : ["refused"];
const sales = (from?: string, to?: string) => [
  {
    role: "salesperson",
    department: "sales",
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  },
];

describe("a role counts on the day of writing (engine.md 9)", () => {
  it.each<[string, Partial<Person>, string[]]>([
    ["ended yesterday", { roles: sales(undefined, "2026-11-23") }, ["role-not-held"]],
    ["ends today", { roles: sales(undefined, "2026-11-24") }, []],
    ["begins tomorrow", { roles: sales("2026-11-25") }, ["role-not-held"]],
    ["begins today", { roles: sales("2026-11-24") }, []],
    ["of a person who has left", { valid_to: "2026-11-23" }, ["role-not-held"]],
    ["of a person who comes tomorrow", { valid_from: "2026-11-25" }, ["role-not-held"]],
  ])("a role that %s", (_name, change, expected) => {
    expect(codes(judge({ by: "S02", people: withPerson("S02", change) }))).toEqual(expected);
  });

  it("who holds it now but did not when it happened is shown, and the step stands", () => {
    const at = "2026-11-23T17:00:00+08:00";
    const late = withPerson("S02", { roles: sales("2026-11-24") });
    expect(warnings(judge({ by: "S02", at, people: late }))).toEqual(["role-not-held-then"]);
    expect(warnings(judge({ by: "S02", at }))).toEqual([]);
  });

  it("somebody who is not on the list takes no step, not even a note", () => {
    expect(codes(go(recordsBefore("none", 1), "CMP-2026-018", "note", { by: "X99" }))).toEqual([
      "role-not-held",
    ]);
    const gone = withPerson("F01", { valid_to: "2026-11-23" });
    expect(codes(go(recordsBefore("none", 1), "CMP-2026-018", "note", { by: "F01", people: gone }))).toEqual([
      "role-not-held",
    ]);
  });
});

describe("a deputy stands in for the absent (engine.md 9)", () => {
  const standing = (from: string, to: string, absent: Partial<Person> = {}): People =>
    withPerson("M02", { deputy_for: [{ person: "S02", from, to }] }).map((one) =>
      one.id === "S02" ? { ...one, ...absent } : one,
    );

  it("from the first day to the last, and the history says for whom", () => {
    const planned = judge({ by: "M02", people: standing("2026-11-24", "2026-11-24") });
    expect(planned.ok && planned.plan.entry).toMatchObject({
      by: "M02",
      role: "salesperson",
      deputy_for: "S02",
    });
    expect(codes(judge({ by: "M02", people: standing("2026-11-01", "2026-11-23") }))).toEqual([
      "role-not-held",
    ]);
    expect(codes(judge({ by: "M02", people: standing("2026-11-25", "2026-11-30") }))).toEqual([
      "role-not-held",
    ]);
  });

  it("not for a role that the absent person no longer holds, nor for the deputy of a deputy", () => {
    const people_ = standing("2026-11-01", "2026-11-30", { roles: sales(undefined, "2026-11-20") });
    expect(codes(judge({ by: "M02", people: people_ }))).toEqual(["role-not-held"]);
    const chain = standing("2026-11-01", "2026-11-30").map((one) =>
      one.id === "F01" ? { ...one, deputy_for: [{ person: "M02" }] } : one,
    );
    expect(codes(judge({ by: "F01", people: chain }))).toEqual(["role-not-held"]);
  });

  it("one's own role comes first; `--role` chooses the other", () => {
    const both = withPerson("S01", { deputy_for: [{ person: "S02" }] });
    const own = judge({ by: "S01", people: both });
    expect(own.ok && own.plan.entry.role).toBe("sales_manager");
    const chosen = judge({ by: "S01", people: both, role: "salesperson" });
    expect(chosen.ok && chosen.plan.entry).toMatchObject({ role: "salesperson", deputy_for: "S02" });
  });

  it("a deputy of the other signer is still one person: nobody signs twice (INV-11)", () => {
    const records = recordsBefore("CMP-2026-004", 9);
    const both = withPerson("Q01", { deputy_for: [{ person: "G01" }] });
    expect(codes(go(records, "CMP-2026-004", "confirm", { by: "Q01", people: both }))).toEqual([
      "signed-already",
    ]);
    expect(
      codes(go(records, "CMP-2026-004", "confirm", { by: "Q01", people: both, role: "general_manager" })),
    ).toEqual(["signed-already"]);
  });
});

describe("two persons sign, each in their own place (R-4.6.3.1-03, R-4.6.3.2-03)", () => {
  const unsigned = () => recordsBefore("CMP-2026-004", 8);

  it.each([["rounds[-1]"], ["rounds[0]"]])("nobody signs for the other through %s as a whole", (path) => {
    const whole = { [path]: { confirm_gm: { ok: true, comment: "同意" } } };
    expect(codes(go(unsigned(), "CMP-2026-004", "confirm", { by: "Q01", set: whole })).join()).toContain(
      "signing-for-another",
    );
  });

  it("whoever holds both roles signs where a signature is still open, and only once", () => {
    const roles = [
      { role: "quality_manager", department: "quality" },
      { role: "general_manager", department: "gm_office" },
    ];
    const both = withPerson("M01", { roles });
    const records = recordsBefore("CMP-2026-004", 9);
    const planned = go(records, "CMP-2026-004", "confirm", { by: "M01", people: both });
    expect(planned.ok && planned.plan.entry).toMatchObject({ event: "confirm", role: "general_manager" });
    const fresh = unsigned();
    expect(codes(go(fresh, "CMP-2026-004", "confirm", { by: "M01", people: both }))).toEqual([]);
    expect(
      codes(go(fresh, "CMP-2026-004", "confirm", { by: "M01", people: both, role: "general_manager" })),
    ).toEqual(["signed-already"]);
  });

  it("one role for review and approval (settings): two persons of it sign, one alone cannot", () => {
    const same = { reply_approve: "quality_manager" };
    const two = withPerson("Q02", { roles: [{ role: "quality_manager", department: "quality" }] });
    const records = recordsBefore("CMP-2026-004", 10);
    const first = go(records, "CMP-2026-004", "approve_reply", { by: "Q01", people: two, settings: same });
    expect(first.ok && first.plan.unsigned).toEqual(["quality_manager"]);
    expect(
      codes(go(records, "CMP-2026-004", "approve_reply", { by: "Q01", people: two, settings: same })),
    ).toEqual(["signed-already"]);
    const second = go(records, "CMP-2026-004", "approve_reply", { by: "Q02", people: two, settings: same });
    expect(second.ok && second.plan.to).toBe("reply_approved");
  });

  it("who has signed is not shown the step as theirs any more; who may is", () => {
    const records = recordsBefore("CMP-2026-004", 9);
    const open = (by: string) =>
      openings(contextFor(records, "CMP-2026-004", { by }), { by, at: NOW }).find(
        (one) => one.step.event === "confirm",
      );
    expect(open("Q01")?.allowed).toBe(false);
    expect(open("G01")).toMatchObject({ allowed: true, missing: ["rounds[-1].confirm_gm"] });
  });

  it("a correction of what was signed makes the first signature stale", () => {
    const records = recordsBefore("CMP-2026-004", 9);
    const corrected = { "rounds[-1].followup.text": "现场第二次查看" };
    expect(codes(go(records, "CMP-2026-004", "correct", { by: "Q02", set: corrected }))).toEqual([]);
    const planned = go(records, "CMP-2026-004", "confirm", { by: "G01" });
    expect(planned.ok && planned.plan).toMatchObject({ unsigned: ["quality_manager"] });
    expect(warnings(planned)).toContain("signature-stale");
  });
});
