import { describe, expect, it } from "vitest";
import type { Kind } from "../../src/domain/records/record.ts";
import { readSpec } from "./calendar-tables.ts";
import { clocksOf, sampleRecords } from "./clock-models.ts";

interface Expected {
  record: string;
  deadline: string;
  start: string;
  due: string;
  done: string | null;
  status: string;
}
const { items } = readSpec<{ items: Expected[] }>("samples/expected_deadlines.json");
const records = sampleRecords;
const SOURCE = ["countermeasure", "notify_quality", "survey_halfyear"];

const found = records.flatMap((record) =>
  clocksOf(record)
    .filter(({ deadline }) => SOURCE.includes(deadline))
    .map((clock) => ({
      record: clock.round === undefined ? record.id : `${record.id}#R${clock.round}`,
      deadline: clock.deadline,
      start: clock.start,
      due: clock.due,
      done: clock.ended ?? null,
      status: clock.status,
      assumed: clock.assumed,
    })),
);

describe("deadlines of the procedure in the worked example", () => {
  const cases = items.filter((item) => !item.record.startsWith("survey"));

  it.each(cases)(
    "$record $deadline from $start is $status",
    ({ record, deadline, start, due, done, status }) => {
      const same = found.filter(
        (clock) => clock.record === record && clock.deadline === deadline && clock.start === start,
      );
      expect(same).toEqual([{ record, deadline, start, due, done, status, assumed: false }]);
    },
  );

  it("has no others but the waves that were sent", () => {
    const named = (clock: { record: string; start: string }) =>
      cases.some((c) => c.record === clock.record && c.start === clock.start);
    expect(found.filter((clock) => !named(clock)).map((c) => `${c.record} ${c.due} ${c.status}`)).toEqual([
      "SRV-2025H2 2025-12-31 met",
      "SRV-2026H1 2026-06-30 met",
    ]);
  });

  it("leaves nothing running in a case that has ended", () => {
    const ended: Partial<Record<Kind, string[]>> = {
      complaint: ["archived", "voided"],
      capa: ["closed"],
      order: ["closed", "cancelled"],
      inquiry: ["closed"],
    };
    const open = records
      .filter((record) => ended[record.kind]?.includes(record.state))
      .flatMap((record) =>
        clocksOf(record)
          .filter(({ status }) => status === "open" || status === "overdue")
          .map((c) => `${record.id} ${c.deadline}`),
      );
    expect(open).toEqual([]);
  });
});
