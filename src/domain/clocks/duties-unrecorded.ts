/** Duties that have no record yet: the calendar starts them (3.1.1, `survey_halfyear` and `monthly`). */
import { dayOf } from "../calendar/days.ts";
import { halfYearOf, parsePeriod, previousMonth } from "../calendar/periods.ts";
import { addWorkdays, workdaysLate } from "../calendar/workdays.ts";
import { rolesHeld } from "../procedure/actor.ts";
import type { People } from "../procedure/step.ts";
import type { Deadline, Role } from "../records/model.ts";
import type { Day, PersonId } from "../records/record.ts";
import type { ClockStatus } from "./clock.ts";
import { type AsOf, lengthOf } from "./clock-measure.ts";
import type { Row } from "./row.ts";
import { type TodoItem, UNDATED } from "./todo.ts";

export interface AsOfPeople extends AsOf {
  readonly people: People;
}

/** Who drafts the month's summary, each their own (MWS-01). */
const AUTHORS: readonly Role[] = ["salesperson", "customer_service", "sales_manager", "order_clerk"];

/** The survey wave of the half-year and the monthly summaries that nobody has begun. */
export function unrecordedDuties(rows: readonly Row[], asOf: AsOfPeople): TodoItem[] {
  const wave = waveOfHalfYear(rows, asOf);
  return [...(wave ? [wave] : []), ...summariesOfMonth(rows, asOf)];
}

/** The wave of the running half-year, as long as none is planned. */
export function waveOfHalfYear(rows: readonly Row[], { shared, now }: AsOf): TodoItem | null {
  const deadline = shared.deadlines["survey_halfyear"];
  const half = halfYearOf(dayOf(now));
  const period = parsePeriod(half);
  const isPlanned = rows.some((row) => row.kind === "survey_wave" && row.cells["half_year"] === half);
  if (!deadline || !period || isPlanned) return null;
  const roles = ["sales_manager"];
  return {
    ...headOf(deadline, half),
    kind: "survey_wave",
    event: "plan",
    roles,
    due: period.to,
    start: period.from,
  };
}

const headOf = ({ id, guideline }: Deadline, period: string) =>
  ({ ...UNDATED, record: null, title: null, state: null, deadline: id, guideline, period }) as const;

/** One for each author who had written none of the last month when it was over; none before the first record. */
function summariesOfMonth(rows: readonly Row[], asOf: AsOfPeople): TodoItem[] {
  const deadline = asOf.shared.deadlines["monthly"];
  const month = previousMonth(dayOf(asOf.now));
  const last = parsePeriod(month)?.to ?? "";
  const hasBegun = rows.some((row) => dayOf(row.created_at) <= last);
  if (!deadline || !hasBegun) return [];
  const written = rows.filter((row) => row.kind === "monthly_summary" && row.cells["month"] === month);
  const authors = asOf.people.filter(
    ({ id }) => isAuthor(id, asOf.people, last) && !written.some((row) => row.cells["author"] === id),
  );
  return authors.map(({ id }) => ({
    ...headOf(deadline, month),
    ...dueOf(last, deadline, asOf),
    kind: "monthly_summary",
    event: "draft",
    roles: AUTHORS,
    persons: [id],
  }));
}

const isAuthor = (id: PersonId, people: People, day: Day): boolean =>
  rolesHeld(people, id, day).some((held) => held.deputy_for === undefined && AUTHORS.includes(held.role));

function dueOf(last: Day, deadline: Deadline, { calendar, settings, now }: AsOf) {
  const { due, estimated, provisional, days } = addWorkdays(calendar, last, lengthOf(deadline, settings));
  const isPast = !estimated && due !== null && dayOf(now) > due;
  const status: ClockStatus = estimated ? "estimated" : isPast ? "overdue" : "open";
  return { due, provisional, days, start: last, status, late: isPast ? workdaysLate(calendar, due, now) : 0 };
}
