import { describe, expect, it } from "vitest";
import { todoItems } from "../../src/domain/clocks/duties.ts";
import { filterTodo, holdersOf } from "../../src/domain/clocks/duty-holders.ts";
import type { TodoItem } from "../../src/domain/clocks/todo.ts";
import type { CaseRecord } from "../../src/domain/records/record.ts";
import { asOf, direct, people, recordOf, round, row, sampleRecords, time } from "./clock-models.ts";

const brief = (items: readonly TodoItem[]): string[] =>
  items.map(({ record, event, due, status, department }) =>
    [record, event, due?.slice(5), status, department].filter((part) => part).join(" "),
  );
const todo = (records: readonly CaseRecord[], now = asOf.now): TodoItem[] =>
  todoItems(records.map(row), { ...asOf, now });
const TODAY = "2026-11-24";
const all = todo(sampleRecords);

describe("the work list of the worked example", () => {
  it("names what is overdue first, breaches of the procedure before guidelines", () => {
    expect(brief(all).slice(0, 4)).toEqual([
      "CAPA-2026-010 propose 11-20 overdue production",
      "AMD-2026-006 distribute 11-23 overdue",
      "ORD-2026-0024 give_opinion 11-23 overdue pmc",
      "ORD-2026-0024 give_opinion 11-23 overdue engineering",
    ]);
    expect(all[0]).toMatchObject({
      late: 2,
      guideline: false,
      assumed: false,
      roles: ["dept_head"],
      start: time("11-17 10:00"),
    });
    expect(all[0]?.days.map((day) => day.date)).toEqual(["2026-11-18", "2026-11-19", "2026-11-20"]);
  });

  it("goes on by due day, then with what has none", () => {
    const dues = all.filter((item) => item.status !== "overdue").map((item) => item.due ?? "9999");
    expect(dues).toEqual(dues.toSorted());
    expect(
      all
        .filter((item) => item.due === null)
        .every((item) => item.status === "open" && item.deadline === null),
    ).toBe(true);
  });

  it("has what the quality manager is waited for", () => {
    expect(brief(filterTodo(all, { person: "Q01" }, people, TODAY))).toEqual([
      "ORD-2026-0024 give_opinion 11-23 overdue quality",
      "CMP-2026-016 confirm 11-24 open",
      "CMP-2026-017 judge_ours 11-24 open",
      "CMP-2026-019 assign_direct 11-24 open",
      "RET-2026-006 inspect 11-24 open",
      "CMP-2026-013 complete_standardisation 11-27 open",
      "CAPA-2026-009 verify_effective 01-20 open",
      "CAPA-2026-007 verify_effective 01-28 open",
      "RET-2026-005 record_disposition open",
    ]);
  });

  it("says from when the effect may be verified", () => {
    expect(all.find((item) => item.record === "CAPA-2026-009")?.not_before).toBe("2026-11-21");
  });

  it("does not wait for a complaint whose CAPA has not come so far (3.12)", () => {
    expect(all.some((item) => item.record === "CMP-2026-015")).toBe(false);
  });

  it("does not wait for the filing of a wave while its CAPA is open, nor for the effect of an amendment", () => {
    expect(brief(all).filter((line) => /SRV|amendment/.test(line))).toEqual([]);
  });

  it("is filtered by department, role and lateness", () => {
    expect(brief(filterTodo(all, { department: "production", overdue: true }, people, TODAY))).toEqual([
      "CAPA-2026-010 propose 11-20 overdue production",
    ]);
    expect(brief(filterTodo(all, { role: "warehouse_keeper" }, people, TODAY))).toEqual([
      "RET-2026-005 record_disposition open",
      "RET-2026-008 receive open",
    ]);
    expect(filterTodo(all, { person: "P01", overdue: true }, people, "2025-10-01")).toEqual([]);
  });
});

describe("whom a case waits for", () => {
  const awaiting = [...direct, ...round.slice(0, 3)];

  it("both signers, then the one who has not signed", () => {
    const none = recordOf("complaint", awaiting);
    const half = recordOf("complaint", [...awaiting, "cosign 03-11 10:00"], {
      "rounds[+].confirm_quality": { by: "Q01", at: time("03-11 10:00"), ok: true },
    });
    half.history.at(-1)!.for = "confirm";
    expect(todo([none])[0]?.roles).toEqual(["general_manager", "quality_manager"]);
    expect(todo([half])[0]?.roles).toEqual(["general_manager"]);
    expect(holdersOf(todo([half])[0] as TodoItem, people, TODAY)).toEqual(["G01"]);
  });

  it("the holders of the roles that the settings name", () => {
    expect(todo([recordOf("complaint", [...awaiting, "CMP-12 03-11"])])[0]).toMatchObject({
      event: "approve_reply",
      deadline: null,
      roles: ["quality_manager", "general_manager"],
    });
  });

  it("the receipt and the countermeasure of the responsible department, receipt assumed", () => {
    const record = recordOf("complaint", direct, {
      handling_path: "direct",
      responsible_departments: ["production"],
      "rounds[+].round": 1,
    });
    expect(brief(todo([record], time("03-05 17:00")))).toEqual([
      "complaint-1 acknowledge 03-05 open production",
    ]);
    const assumed = todo([record], time("03-06 09:00"));
    expect(brief(assumed)).toEqual([
      "complaint-1 acknowledge 03-05 overdue production",
      "complaint-1 propose 03-09 open production",
    ]);
    expect(assumed[1]?.assumed).toBe(true);
    expect(holdersOf(assumed[1] as TodoItem, people, TODAY)).toEqual(["P01"]);
  });

  it("any head of several responsible departments", () => {
    const record = recordOf("complaint", [...direct, "CMP-27 03-05"], {
      responsible_departments: ["production", "warehouse"],
    });
    const [item] = todo([record]);
    expect(item).toMatchObject({ department: null, departments: ["production", "warehouse"] });
    expect(holdersOf(item as TodoItem, people, TODAY)).toEqual(["P01", "W01"]);
  });

  it("Quality to hand over before Sales can file", () => {
    const completed = [
      "CMP-01 03-02",
      "CMP-03 03-02",
      "CMP-15 03-03",
      "CMP-16 03-03",
      "CMP-18 03-04",
      "CMP-23 03-05",
    ];
    expect(brief(todo([recordOf("complaint", completed)]))).toEqual(["complaint-1 hand_over 03-10 overdue"]);
    const handed = recordOf("complaint", [...completed, "CMP-29 03-06"], {
      handover_to_sales: { by: "Q01", at: time("03-06") },
    });
    expect(brief(todo([handed]))).toEqual(["complaint-1 archive 03-10 overdue"]);
  });

  it("standardisation where it was ours, completion where it was not", () => {
    const ours = recordOf("complaint", [...direct, ...round, "CMP-18 03-16"], { responsibility: "ours" });
    const others = recordOf(
      "complaint",
      ["CMP-01 03-02", "CMP-03 03-02", "CMP-15 03-03", "CMP-16 03-03", "CMP-18 03-04"],
      { responsibility: "not_ours" },
    );
    expect(brief(todo([ours]))).toEqual(["complaint-1 start_standardisation 03-30 overdue"]);
    expect(brief(todo([others]))).toEqual(["complaint-1 complete open"]);
  });

  it("a CAPA where the severity makes it compulsory", () => {
    expect(todo([recordOf("complaint", direct.slice(0, 2), { severity: "major" })])[0]?.event).toBe(
      "issue_capa",
    );
    expect(
      todo([recordOf("complaint", direct.slice(0, 2), { severity: "minor", repeat_of: "CMP-2026-001" })])[0]
        ?.event,
    ).toBe("issue_capa");
  });

  it("the owners of a meeting's decisions, then its closing", () => {
    const held = ["STD-01 03-02", "STD-02 03-03"];
    const decisions = [
      { case: "CMP-2026-001", owner: "P01", due: "2026-03-20" },
      { case: "CMP-2026-002", owner: "E01", due: "2026-12-20" },
      { case: "CMP-2026-001", owner: "P01", due: "2026-03-10", done_at: time("03-09") },
    ];
    const items = todo([recordOf("standardisation_meeting", held, { decisions })]);
    expect(items.map(({ persons, due, status }) => [persons, due, status])).toEqual([
      [["P01"], "2026-03-20", "overdue"],
      [["E01"], "2026-12-20", "open"],
    ]);
    expect(brief(filterTodo(items, { person: "E01" }, people, TODAY))).toEqual([
      "standardisation_meeting-1 record_decision 12-20 open",
    ]);
    const done = decisions.map((decision) => ({ ...decision, done_at: time("03-20") }));
    expect(brief(todo([recordOf("standardisation_meeting", held, { decisions: done })]))).toEqual([
      "standardisation_meeting-1 close open",
    ]);
  });

  it("the ship beside the receivers of the notice, and receivers even after shipping", () => {
    const lines = ["ORD-01 03-02", "ORD-11 03-05 10:00", "ORD-19 03-05 11:00 by C01"];
    const receivers = {
      "production_notice.receivers": [
        { department: "production" },
        { department: "pmc", by: "C01", at: time("03-05 11:00") },
      ],
    };
    expect(brief(todo([recordOf("order", lines, receivers)]))).toEqual([
      "order-1 acknowledge_notice 03-06 overdue production",
      "order-1 ship open",
    ]);
    expect(brief(todo([recordOf("order", [...lines, "ORD-15 03-10"], receivers)]))).toEqual([
      "order-1 acknowledge_notice 03-06 overdue production",
      "order-1 close open",
    ]);
  });

  it("the conclusion of a review once every department has answered", () => {
    const asked = { "review.asked_departments": ["pmc"] };
    const lines = ["ORD-01 03-02", "ORD-02 03-02", "ORD-05 03-02"];
    expect(brief(todo([recordOf("order", lines, asked)]))).toEqual([
      "order-1 give_opinion 03-04 overdue pmc",
    ]);
    const answered = recordOf("order", [...lines, "ORD-18 03-03 by C01"], {
      ...asked,
      "review.opinions": [{ department: "pmc", reviewer: "C01", at: time("03-03") }],
    });
    expect(brief(todo([answered]))).toEqual(["order-1 conclude_review open"]);
  });

  it("the dispositions of a return before its closing", () => {
    const lines = ["RET-01 03-02", "RET-02 03-02", "RET-04 03-03", "RET-05 03-03", "RET-06 03-04"];
    expect(brief(todo([recordOf("return", lines, { dispositions: [{ quantity: 1 }] })]))).toEqual([
      "return-1 record_disposition open",
    ]);
    expect(
      brief(todo([recordOf("return", lines, { dispositions: [{ quantity: 1, done_at: time("03-05") }] })])),
    ).toEqual(["return-1 close open"]);
  });

  it("nobody for a customer on the list, nor for a case that has ended", () => {
    expect(
      todo([recordOf("customer", ["CUS-01 03-02"]), recordOf("complaint", ["CMP-01 03-02", "CMP-25 03-02"])]),
    ).toEqual([]);
  });

  it("reminds of the customer's opinion and never calls it late", () => {
    expect(todo([recordOf("complaint", [...direct, ...round])])[0]).toMatchObject({
      event: "customer_accept",
      status: "open",
      reminder: true,
      late: 0,
    });
  });
});

describe("deputies and terms of office (engine.md 9)", () => {
  const [item] = todo([
    recordOf("complaint", [...direct, "CMP-27 03-05"], { responsible_departments: ["production"] }),
  ]) as [TodoItem];
  const away = people.map((person) =>
    person.id === "E01"
      ? { ...person, deputy_for: [{ person: "P01", from: "2026-11-01", to: "2026-11-30" }] }
      : person,
  );

  it("a deputy has the duties of whom they stand in for, as long as they do", () => {
    expect(holdersOf(item, away, TODAY)).toEqual(["P01", "E01"]);
    expect(holdersOf(item, away, "2026-12-01")).toEqual(["P01"]);
  });

  it("what is a matter of one person goes to their deputy as well", () => {
    const decided = recordOf("standardisation_meeting", ["STD-01 03-02", "STD-02 03-03"], {
      decisions: [{ owner: "P01" }],
    });
    expect(filterTodo(todo([decided]), { person: "E01" }, away, TODAY)).toHaveLength(1);
    expect(filterTodo(todo([decided]), { person: "E01" }, people, TODAY)).toEqual([]);
    expect(filterTodo(todo([decided]), { department: "engineering" }, away, TODAY)).toHaveLength(1);
  });
});
