/** Gates of order until it goes into review (4.1–4.3.1, specification 3.17, ORD-01 to ORD-05). */
import { dayOf } from "../calendar/workdays.ts";
import { listAt, textAt } from "../cases/case-shapes.ts";
import { askedOf, at, type OpenPoint } from "../cases/order-shapes.ts";
import { filled, type Gate, type GateInput } from "../procedure/gate.ts";
import { getAt, isEmpty } from "../records/paths.ts";
import { type Finding, finding } from "../words/findings.ts";
import { asked } from "./asked.ts";

const CUSTOMER = /^CUS-\d{3,}$/;

/** The customer is on the list and business goes on; an outreach entry may name a prospect. */
const customerOnTheList: Gate = (input) => {
  const customer = textAt(input.record, "customer_id");
  const prospect = input.record.kind === "outreach" && !CUSTOMER.test(customer ?? "");
  if (customer === undefined || prospect) return [];
  const found = input.context.facts.record(customer);
  const where = at(input, "customer_id", "R-4.5.1.b-01");
  if (found?.kind !== "customer") return [finding("customer-not-listed", { customer }, where)];
  if (input.record.kind === "outreach" || found.state === "active") return [];
  const level = found.state === "dormant" ? "warning" : "error";
  return [finding("customer-not-active", { customer, state: found.state }, { ...where, level })];
};

/** Written orders stand on a framework contract; without a valid one: warning (R-4.3.3.1-01). */
const frameworkContractValid: Gate = (input) => {
  const customer = input.context.facts.record(textAt(input.record, "customer_id") ?? "");
  if (input.record["contract_form"] !== "written" || !customer) return [];
  const until = textAt(customer, "framework_contract.valid_to");
  const exists = !isEmpty(getAt(customer, "framework_contract"));
  if (exists && (until === undefined || until >= dayOf(input.at))) return [];
  return [
    finding(
      "no-valid-framework-contract",
      { customer: customer.id },
      at(input, "framework_contract_no", "R-4.3.3.1-01"),
    ),
  ];
};

const isVerbal = (input: GateInput): boolean => input.record["contract_form"] === "verbal";

const verbalRecordStarted: Gate = (input) => {
  if (!isVerbal(input)) return [];
  const paths = ["caller", "received_by", "spoken_at", "spoken_content"].map((key) => `verbal_record.${key}`);
  return asked(input, paths, "R-4.1.1-02");
};

const CHECKLIST = [
  "stated",
  "implied",
  "obligations",
  "laws",
  "standards",
  "characteristics",
  "reliability",
  "transport",
  "support",
  "hse",
] as const;
/** 无, 无特殊要求, none … but not a sentence that merely begins with 无 (无锐边). */
const NONE = /^(无(?:特殊|此|相关|其[他它]|额外|任何)*(?:要求|规定|需求)?(?![\p{Script=Han}])|none\b)/iu;
const REASON = /[:\uFF1A]\s*\S/u;

function requirement(input: GateInput, key: string): Finding[] {
  const path = `requirements.${key}`;
  const value = getAt(input.record, path);
  const where = at(input, path, "R-4.2.1-01");
  if (typeof value !== "string" || value.trim() === "")
    return [finding("requirement-unanswered", { path }, where)];
  const text = value.trim();
  return NONE.test(text) && !REASON.test(text) ? [finding("none-needs-reason", { path }, where)] : [];
}

/** Each of the ten points is answered; "none" has its reason. */
const requirementsAnswered: Gate = (input) =>
  filled(input, "requirements") ? CHECKLIST.flatMap((key) => requirement(input, key)) : [];

const QUESTIONS = ["complex_process", "special_material"] as const;

/** Both questions are answered with yes or no; a yes has its reason. */
const specialQuestionsAnswered: Gate = (input) =>
  QUESTIONS.filter((path) => filled(input, path)).flatMap((path): Finding[] => {
    const value = getAt(input.record, `${path}.value`);
    const missing = typeof value !== "boolean" ? [`${path}.value`] : [];
    const reason = value === true && !filled(input, `${path}.reason`) ? [`${path}.reason`] : [];
    return [...missing, ...reason].map((field) =>
      finding("field-missing", { kind: "order", path: field }, at(input, field, "R-4.3.3.1-04")),
    );
  });

const orderClassFits: Gate = (input) => {
  const given = textAt(input.record, "order_class");
  const answers = QUESTIONS.map((path) => getAt(input.record, `${path}.value`));
  if (given === undefined || answers.some((value) => typeof value !== "boolean")) return [];
  const special = answers.includes(true);
  if (special === (given === "special")) return [];
  return [finding("class-does-not-fit", { given }, at(input, "order_class", "R-4.3.3.1-04"))];
};

const openPoints = (input: GateInput): readonly OpenPoint[] => listAt(input.record, "open_points");

const openPointRaised: Gate = (input) => {
  const points = openPoints(input);
  const none = points.length > 0 && points.every((point) => point.resolved_at !== undefined);
  return none ? [finding("no-open-point", {}, at(input, "open_points", "R-4.3.2-02"))] : [];
};

/** Every difference with the customer is resolved, with evidence (R-4.3.2-02). */
const openPointsResolved: Gate = (input) =>
  openPoints(input).flatMap((point, i) =>
    ["resolution", "resolved_at", "evidence"]
      .map((key) => `open_points[${i}].${key}`)
      .filter((path) => !filled(input, path))
      .map((path) =>
        finding("open-point-unresolved", { no: point.no ?? i + 1, path }, at(input, path, "R-4.3.2-02")),
      ),
  );

const COMPREHENSIVE = ["production", "pmc", "engineering", "quality", "purchasing", "warehouse"];

/** Routine: Sales alone. Special or sample: six departments, Finance too at a first order. */
const requiredDepartmentsAsked: Gate = (input) => {
  const orderClass = textAt(input.record, "order_class");
  const named = askedOf(input.record);
  if (orderClass === undefined || named.length === 0) return [];
  const where = at(input, "review.asked_departments", "R-4.3.3.1-04");
  const finance = input.record["first_order"] === true ? ["finance"] : [];
  const needed = orderClass === "routine" ? ["sales"] : [...COMPREHENSIVE, ...finance];
  const missing = needed.filter((department) => !named.includes(department));
  const extra = orderClass === "routine" ? named.filter((department) => department !== "sales") : [];
  return [
    ...(missing.length > 0
      ? [finding("departments-to-ask", { order_class: orderClass, missing }, where)]
      : []),
    ...(extra.length > 0 ? [finding("routine-asks-sales-only", { extra }, where)] : []),
  ];
};

export const orderIntakeGates = {
  "customer-on-the-list": customerOnTheList,
  "framework-contract-valid": frameworkContractValid,
  "verbal-record-started": verbalRecordStarted,
  "requirements-answered": requirementsAnswered,
  "special-questions-answered": specialQuestionsAnswered,
  "order-class-fits": orderClassFits,
  "open-point-raised": openPointRaised,
  "open-points-resolved": openPointsResolved,
  "required-departments-asked": requiredDepartmentsAsked,
} satisfies Record<string, Gate>;
