/** Gates of a complaint from registration to the judgement: CMP-01 to 06, 20, 25, 31 (4.6.1). */

import { listAt, roundsOf, textAt } from "../cases/case-shapes.ts";
import { earlierComplaints } from "../cases/recurrence.ts";
import { filled, type Gate, type GateInput } from "../procedure/gate.ts";
import { type Finding, finding } from "../words/findings.ts";
import { asked } from "./asked.ts";

const CLAUSE = "R-4.6.1-01";
/** Complaints about goods: which goods must be known, or said to be unknown. */
const ABOUT_GOODS = ["product_quality", "quantity", "packaging", "transport_damage", "compliance"];

/** A complaint about goods names order, part, product and lot, or says `unknown` (CMP-01). */
const productIdentified: Gate = (input) =>
  ABOUT_GOODS.includes(textAt(input.record, "category") ?? "")
    ? asked(input, ["order_id", "part_no", "product_name", "lot_no"], CLAUSE)
    : [];

/** What is wrong and with how many: for quality both, for a shortage the quantity (CMP-01, form 5.4). */
const defectDescribed: Gate = (input) => {
  const category = textAt(input.record, "category");
  if (category === "product_quality") return asked(input, ["defect_type", "quantity_complained"], CLAUSE);
  return category === "quantity" ? asked(input, ["quantity_complained"], CLAUSE) : [];
};

/** Earlier complaints that have no answer yet: neither linked nor explained. */
function unanswered(input: GateInput): { earlier: string[]; months: number } | null {
  if (filled(input, "repeat_of") || filled(input, "recurrence_note")) return null;
  const months = input.context.settings.repeat_window_months;
  const earlier = earlierComplaints(input.context.facts, input.record, months).map(
    (complaint) => complaint.id,
  );
  return earlier.length > 0 ? { earlier, months } : null;
}

/** Earlier complaints with the same part and defect are shown until somebody says what they are (CMP-01, 02, 05). */
const earlierComplaintsShown: Gate = (input) => {
  const open = unanswered(input);
  if (!open) return [];
  const { id } = input.record;
  return [finding("repeat-possible", { ...open, id }, { record: id, path: "repeat_of", clause: "2.21" })];
};

/** Before a path is chosen an earlier complaint is linked or explained (CMP-08, CMP-09). */
const recurrenceAnswered: Gate = (input) => {
  const open = unanswered(input);
  if (!open) return [];
  const direct = textAt(input.record, "handling_path") === "direct" && isRepeatCompulsory(input);
  return [
    finding(
      "repeat-unanswered",
      { ...open, direct },
      { record: input.record.id, path: "recurrence_note", clause: "R-4.6.3-02" },
    ),
  ];
};

const isRepeatCompulsory = (input: GateInput): boolean =>
  input.context.settings.capa_required_for.includes("repeat");

/** A complaint cannot repeat itself. */
const repeatOfAnother: Gate = (input) => {
  const { id } = input.record;
  if (textAt(input.record, "repeat_of") !== id) return [];
  return [finding("repeat-of-itself", { id }, { record: id, path: "repeat_of", clause: "INV-21" })];
};

/** The joint analysis calls Quality (CMP-04, 05, 06, 20, 31; R-4.6.1-04). */
const qualityCalled: Gate = (input) => {
  const called = listAt<string>(input.record, "joint_analysis.departments");
  if (called.length === 0 || called.includes("quality")) return [];
  const path = "joint_analysis.departments";
  return [finding("quality-not-called", {}, { record: input.record.id, path, clause: "R-4.6.1-04" })];
};

/** Once the customer has our reply the case is neither re-judged nor voided (CMP-07, CMP-25). */
const noReplySent: Gate = (input) => {
  const at = roundsOf(input.record).findLast((round) => round.reply?.sent_at !== undefined)?.reply?.sent_at;
  if (at === undefined) return [];
  const clause = input.step.clauses[0] ?? CLAUSE;
  return [
    finding("reply-sent-already", { event: input.step.event, at }, { record: input.record.id, clause }),
  ];
};

/** A duplicate names another complaint of the same customer that is not voided itself (CMP-25). */
const duplicateNamesOriginal: Gate = (input) => {
  const { record, context } = input;
  const named = textAt(record, "duplicate_of");
  const where = { record: record.id, path: "duplicate_of", clause: CLAUSE };
  if (named === record.id) return [finding("duplicate-of-itself", { id: named }, where)];
  const original = named === undefined ? undefined : context.facts.record(named);
  if (original === undefined) return [];
  const customer = textAt(record, "customer_id") ?? "";
  const owner = textAt(original, "customer_id") ?? "";
  const findings: Finding[] = [];
  if (owner !== customer)
    findings.push(finding("duplicate-of-another-customer", { id: original.id, owner, customer }, where));
  if (original.state === "voided")
    findings.push(finding("duplicate-of-a-voided", { id: original.id }, where));
  return findings;
};

export const intakeGates = {
  "product-identified": productIdentified,
  "defect-described": defectDescribed,
  "earlier-complaints-shown": earlierComplaintsShown,
  "recurrence-answered": recurrenceAnswered,
  "repeat-of-another": repeatOfAnother,
  "quality-called": qualityCalled,
  "no-reply-sent": noReplySent,
  "duplicate-names-original": duplicateNamesOriginal,
} satisfies Record<string, Gate>;
