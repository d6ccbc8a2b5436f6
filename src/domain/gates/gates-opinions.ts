/** Gates on what departments answer and sign for, in orders and amendments (4.3.3.2, 4.4.2, 5.9). */
import { dayOf } from "../calendar/workdays.ts";
import {
  askedOf,
  at,
  type Opinion,
  opinionsOf,
  placesOf,
  type Receipt,
  receiptsOf,
} from "../cases/order-shapes.ts";
import { rolesHeld } from "../procedure/actor.ts";
import { same } from "../procedure/computing.ts";
import type { Gate, GateInput } from "../procedure/gate.ts";
import { isEmpty } from "../records/paths.ts";
import { type Finding, finding } from "../words/findings.ts";

const CLAUSE = "R-4.3.3.2-01";
const where = (input: GateInput) => at(input, placesOf(input.record.kind).opinions, CLAUSE);

/** Departments for which the actor speaks in the role they take the step in. */
export function actorDepartments(input: GateInput): string[] {
  const held = rolesHeld(input.context.people, input.by, dayOf(input.context.now));
  return [...new Set(held.filter((h) => h.role === input.role).map((h) => h.department))];
}

/** Each asked department has exactly one opinion since the submission. */
const departmentsAnswered: Gate = (input) => {
  const opinions = opinionsOf(input.record);
  return askedOf(input.record).flatMap((department): Finding[] => {
    const count = opinions.filter((opinion) => opinion.department === department).length;
    if (count === 1) return [];
    return [
      finding(
        count === 0 ? "department-has-not-answered" : "department-answered-twice",
        { department },
        where(input),
      ),
    ];
  });
};

const nobodyRejects: Gate = (input) =>
  opinionsOf(input.record)
    .filter((opinion) => opinion.opinion === "reject")
    .map((opinion) => finding("department-rejects", { department: opinion.department ?? "" }, where(input)));

/** Only Sales' own people answer for Sales, whatever department they sit in. */
function speaksFor(input: GateInput): string[] {
  const sales = ["salesperson", "sales_manager"].includes(input.role);
  return sales ? ["sales"] : actorDepartments(input);
}

/** Does the department still owe an answer? */
const ownDepartmentAsked: Gate = (input) => {
  const mine = speaksFor(input);
  const asked = askedOf(input.record);
  const called = mine.filter((department) => asked.includes(department));
  if (called.length === 0)
    return [finding("department-not-asked", { departments: mine, asked }, where(input))];
  const answered = opinionsOf(input.before).map((opinion) => opinion.department);
  const department = called.find((one) => answered.includes(one));
  const open = called.some((one) => !answered.includes(one));
  return open || department === undefined
    ? []
    : [finding("department-answered-already", { department }, where(input))];
};

/** The opinion that this step adds; undefined where it adds none or several. */
function added(input: GateInput): Opinion | undefined {
  const before = opinionsOf(input.before).length;
  const after = opinionsOf(input.record);
  return after.length === before + 1 ? after[before] : undefined;
}

/** One opinion is added, the actor's own; those given before stay as they are. */
const ownOpinionOnly: Gate = (input) => {
  const before = opinionsOf(input.before);
  const after = opinionsOf(input.record);
  const list = placesOf(input.record.kind).opinions;
  const touched = before.findIndex((opinion, i) => !same(opinion, after[i]));
  const own = added(input);
  const mine =
    own !== undefined && own.reviewer === input.by && speaksFor(input).includes(own.department ?? "");
  if (touched < 0 && (mine || after.length === before.length)) return [];
  const path = `${list}[${touched < 0 ? before.length : touched}]`;
  return [finding("opinion-of-another", { path }, at(input, path, CLAUSE))];
};

/** What each department must say something about; one of them is enough. */
const ITEMS: Readonly<Record<string, readonly string[]>> = {
  production: ["capacity"],
  pmc: ["capacity"],
  engineering: ["technical"],
  quality: ["inspection"],
  purchasing: ["material_stock"],
  warehouse: ["material_stock", "product_stock"],
  finance: ["cost"],
};

const opinionItemsAnswered: Gate = (input) => {
  const own = added(input);
  const asked = ITEMS[own?.department ?? ""] ?? [];
  if (!own || asked.length === 0 || asked.some((item) => !isEmpty(own.items?.[item]))) return [];
  const list = placesOf(input.record.kind).opinions;
  const items = asked.map((item) => `${list}[-1].items.${item}`);
  const params = { department: own.department ?? "", items, kind: input.record.kind };
  return [finding("opinion-item-missing", params, at(input, items[0] ?? list, CLAUSE))];
};

const opinionCommented: Gate = (input) => {
  const own = added(input);
  if (!own || !["conditional", "reject"].includes(own.opinion ?? "") || own.comment) return [];
  const path = `${placesOf(input.record.kind).opinions}[-1].comment`;
  return [finding("opinion-without-comment", { opinion: own.opinion ?? "" }, at(input, path, CLAUSE))];
};

const receiptClause = (input: GateInput): string =>
  input.record.kind === "order" ? "R-5.9-01" : "R-4.4.2-01";

const ownDepartmentReceives: Gate = (input) => {
  const { at: signedAt, receipts: list } = placesOf(input.record.kind);
  const departments = actorDepartments(input);
  const receipts = receiptsOf(input.before);
  const mine = receipts.filter((receipt) => departments.includes(receipt.department ?? ""));
  const spot = at(input, list, receiptClause(input));
  if (mine.length === 0) {
    const receivers = receipts.flatMap((receipt) => receipt.department ?? []);
    return [finding("department-receives-nothing", { departments, receivers }, spot)];
  }
  const signed = mine.every((receipt) => !isEmpty(receipt[signedAt]));
  return signed ? [finding("department-signed-already", { departments }, spot)] : [];
};

const unsigned = (receipt: Receipt | undefined, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(receipt ?? {}).filter(([key]) => !keys.includes(key)));

/** Only who and when of the actor's own department change. */
const ownReceiptOnly: Gate = (input) => {
  const place = placesOf(input.record.kind);
  const [before, after] = [receiptsOf(input.before), receiptsOf(input.record)];
  const departments = actorDepartments(input);
  const count = Math.max(before.length, after.length);
  const wrong = Array.from({ length: count }, (_, i) => i).find((i) => {
    if (same(before[i], after[i])) return false;
    const keys = [place.by, place.at];
    const own = departments.includes(before[i]?.department ?? "") && isEmpty(before[i]?.[place.at]);
    return (
      !own || !same(unsigned(before[i], keys), unsigned(after[i], keys)) || after[i]?.[place.by] !== input.by
    );
  });
  if (wrong === undefined) return [];
  const path = `${place.receipts}[${wrong}]`;
  return [finding("receipt-of-another", { path }, at(input, path, receiptClause(input)))];
};

export const opinionGates = {
  "departments-answered": departmentsAnswered,
  "nobody-rejects": nobodyRejects,
  "own-department-asked": ownDepartmentAsked,
  "own-opinion-only": ownOpinionOnly,
  "opinion-items-answered": opinionItemsAnswered,
  "opinion-commented": opinionCommented,
  "own-department-receives": ownDepartmentReceives,
  "own-receipt-only": ownReceiptOnly,
} satisfies Record<string, Gate>;
