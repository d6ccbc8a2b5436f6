/** Clocks of which each department has its own: asked for an opinion, receiver of a notice (3.1.1: `review`, `amend_ack`). */

import type { Department } from "../records/model.ts";
import { getAt, valuesAt } from "../records/paths.ts";
import type { CaseRecord, Instant } from "../records/record.ts";

interface Asking {
  /** Path of the departments. */
  readonly asked: string;
  /** List of their answers, and who answered when in it. */
  readonly answers: string;
  readonly by: string;
  readonly at: string;
  /** When each was asked, where not the step says it. */
  readonly start?: string;
}

const opinions = (asked: string, answers: string): Asking => ({ asked, answers, by: "reviewer", at: "at" });
const ORDER_REVIEW = opinions("review.asked_departments", "review.opinions");
const AMENDMENT_REVIEW = opinions("asked_departments", "opinions");
const DISTRIBUTION: Asking = {
  asked: "distribution[].department",
  answers: "distribution",
  by: "ack_by",
  at: "ack_at",
  start: "sent_at",
};
const NOTICE: Asking = {
  asked: "production_notice.receivers[].department",
  answers: "production_notice.receivers",
  by: "by",
  at: "at",
};

/** Starting step → whom it asks. */
const byStart: Readonly<Record<string, Asking>> = {
  "ORD-05": ORDER_REVIEW,
  "AMD-02": AMENDMENT_REVIEW,
  "AMD-05": AMENDMENT_REVIEW,
  "AMD-07": DISTRIBUTION,
  "ORD-11": NOTICE,
};
/** Answering step → where the answer stands. */
const byAnswer: Readonly<Record<string, Asking>> = {
  "ORD-18": ORDER_REVIEW,
  "AMD-11": AMENDMENT_REVIEW,
  "AMD-12": DISTRIBUTION,
  "ORD-19": NOTICE,
};

export interface Answer {
  readonly department: Department;
  readonly by?: string;
  readonly at?: Instant;
}

const answersOf = (record: CaseRecord, asking: Asking): Answer[] =>
  ((getAt(record, asking.answers) as Record<string, string>[] | undefined) ?? []).map((line) => {
    const [department = "", by, at] = [line["department"], line[asking.by], line[asking.at]];
    return { department, ...(by === undefined ? {} : { by }), ...(at === undefined ? {} : { at }) };
  });

/** The departments that a starting step asks, with the time where each has its own; undefined where it asks none. */
export function departmentsAsked(
  step: string,
  record: CaseRecord,
): { department: Department; start?: Instant }[] | undefined {
  const asking = byStart[step];
  if (!asking) return undefined;
  const asked = [...new Set(valuesAt(record, asking.asked).flat() as string[])];
  const lines = (getAt(record, asking.answers) as Record<string, string>[] | undefined) ?? [];
  return asked.map((department) => {
    const own = asking.start && lines.find((line) => line["department"] === department)?.[asking.start];
    return own ? { department, start: own } : { department };
  });
}

export const isAnswer = (step: string): boolean => byAnswer[step] !== undefined;

/** Departments for which somebody answered, in the order of the record; more than one where a person answers for several. */
export function answeredBy(step: string, record: CaseRecord, by: string): Answer[] {
  const asking = byAnswer[step];
  return asking ? answersOf(record, asking).filter((answer) => answer.by === by) : [];
}

/**
 * Departments that have still to answer.
 * @param step the answering step
 * @returns undefined where the step is not one of departments
 */
export function outstanding(step: string, record: CaseRecord): Department[] | undefined {
  const asking = byAnswer[step];
  if (!asking) return undefined;
  const answered = answersOf(record, asking).filter((answer) => answer.at !== undefined);
  const asked = [...new Set(valuesAt(record, asking.asked).flat() as string[])];
  return asked.filter((department) => !answered.some((answer) => answer.department === department));
}
