/** Every check of `casetrail check`, in the order of specification 3.13. */
import type { CaseRecord } from "../records/record.ts";
import { type CheckId, checkNames } from "../words/check-names.ts";
import type { Finding } from "../words/findings.ts";
import type { Check, CheckInput } from "./check.ts";
import { caseChecks } from "./invariants-cases.ts";
import { deadlineChecks } from "./invariants-deadlines.ts";
import { goodsChecks } from "./invariants-goods.ts";
import { historyChecks } from "./invariants-history.ts";
import { linkChecks } from "./invariants-links.ts";
import { orderChecks } from "./invariants-orders.ts";
import { surveyChecks } from "./invariants-survey.ts";

const all = {
  ...historyChecks,
  ...orderChecks,
  ...caseChecks,
  ...goodsChecks,
  ...surveyChecks,
  ...linkChecks,
  ...deadlineChecks,
} satisfies Record<CheckId, Check>;

/** The checks by their id, INV-01 first, the missed deadlines last. */
export const checks = Object.fromEntries(
  (Object.keys(checkNames) as CheckId[]).map((id) => [id, all[id]]),
) as Readonly<Record<CheckId, Check>>;

/** Is there a check of this name? */
export const isCheck = (id: string): id is CheckId => Object.hasOwn(checks, id);

/** A record whose history is gone is judged as one with an empty history (INV-01). */
const withHistory = (record: CaseRecord): CaseRecord =>
  Array.isArray(record.history) ? record : { ...(record as CaseRecord), history: [] };

/**
 * Runs the checks.
 * @param only ids; every check without
 * @returns findings in the order of the checks; code = id of the check
 */
export function runChecks(
  input: CheckInput,
  only: readonly CheckId[] = Object.keys(checks) as CheckId[],
): Finding[] {
  const records = input.records.map(withHistory);
  return only.flatMap((id) => checks[id].run({ ...input, records }));
}
