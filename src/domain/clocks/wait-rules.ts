/** Where a state names several events it waits for, the record tells which of them fit (specification 3.2–3.10). */

import { listAt, textAt } from "../cases/case-shapes.ts";
import { capaIds, lastRefusal } from "../cases/linked-capas.ts";
import type { Settings } from "../procedure/step.ts";
import { getAt, isFilled } from "../records/paths.ts";
import type { CaseRecord, Day, PersonId } from "../records/record.ts";
import { outstanding } from "./clock-departments.ts";
import type { After } from "./wait.ts";

type Wanted = (record: CaseRecord, settings: Settings) => boolean;

const isOurs = (record: CaseRecord): boolean => textAt(record, "responsibility") === "ours";
const isDirect = (record: CaseRecord): boolean => textAt(record, "handling_path") === "direct";
const changesProduct = (record: CaseRecord): boolean => getAt(record, "affects_product_requirement") === true;
const never = (): boolean => false;

/** A CAPA is compulsory for what the setting names (CMP-09). */
function needsCapa(record: CaseRecord, { capa_required_for: required }: Settings): boolean {
  const isRepeat = required.includes("repeat") && isFilled(record, "repeat_of");
  return isRepeat || required.includes(textAt(record, "severity") ?? "");
}

interface Line {
  readonly done_at?: string;
}
const isUndone = (path: string) => (record: CaseRecord) =>
  listAt<Line>(record, path).some((line) => !line.done_at);
const isDone = (path: string) => (record: CaseRecord) =>
  listAt<Line>(record, path).every((line) => line.done_at !== undefined);
const allAnswered = (step: string) => (record: CaseRecord) => outstanding(step, record)?.length === 0;
const allOpinions: Wanted = (record) => record.state !== "reviewing" || allAnswered("AMD-11")(record);

/** Step → does the record wait for it? A step not named here is judged by its fields. */
const wanted: Readonly<Record<string, Wanted>> = {
  "CMP-08": needsCapa,
  "CMP-09": (record, settings) => !needsCapa(record, settings),
  "CMP-21": isOurs,
  "CMP-23": (record) => !isOurs(record),
  "CMP-19": isOurs,
  "CMP-20": (record) => !isOurs(record),
  "CMP-24": (record) => isFilled(record, "handover_to_sales"),
  "CMP-27": (record) => isDirect(record) && !isFilled(record, "rounds[-1].received_at"),
  "ORD-06": allAnswered("ORD-18"),
  "AMD-03": allOpinions,
  "AMD-04": allOpinions,
  "AMD-08": changesProduct,
  "AMD-09": (record) =>
    allAnswered("AMD-12")(record) && changesProduct(record) === (record.state === "documents_updated"),
  "RET-09": isUndone("dispositions"),
  "RET-07": isDone("dispositions"),
  "STD-04": isUndone("decisions"),
  "STD-03": isDone("decisions"),
  "SRV-07": (record) => isFilled(record, "analysis.below_limit") && !isFilled(record, "analysis.capa_ids"),
  // A customer on the list is no case: the list is looked through from time to time, nobody waits for it.
  "CUS-02": never,
  "CUS-04": never,
};

/** Does the record wait for the step? Undefined where its fields tell. */
export const isWanted = (step: string, record: CaseRecord, settings: Settings): boolean | undefined =>
  wanted[step]?.(record, settings);

const onCapas =
  (states: readonly string[], cell: string) =>
  (record: CaseRecord): After | undefined => {
    if (isDirect(record)) return undefined;
    const than = lastRefusal(record);
    const refused = record.history.findLast((entry) => entry.at === than)?.event;
    const newer = than === undefined || refused === undefined ? {} : { newer: { cell, than, refused } };
    return { records: capaIds(record), states, ...newer };
  };
const onAmendment =
  (state: string) =>
  (record: CaseRecord): After => ({
    records: [textAt(record, "amendment_id") ?? ""],
    states: [state],
  });

const others: Readonly<Record<string, (record: CaseRecord) => After | undefined>> = {
  "CMP-10": onCapas(["implementing", "completed", "confirmed", "closed"], "proposed_at"),
  "CMP-11": onCapas(["completed", "confirmed", "closed"], "completed_at"),
  // Sales supervises the CAPAs of a wave to their end before it is filed (4.11.2).
  "SRV-09": (record) => ({ records: listAt(record, "analysis.capa_ids"), states: ["closed"] }),
  "ORD-13": onAmendment("closed"),
  "ORD-14": onAmendment("withdrawn"),
};

/** Which records have to come how far before the step can be taken: path A, and the amendment of an order. */
export const comesAfter = (step: string, record: CaseRecord): After | undefined => others[step]?.(record);

interface Decision extends Line {
  readonly owner?: PersonId;
  readonly due?: Day;
}

/** The owners of decisions of a meeting that are not done, each with the first day promised; undefined for other steps. */
export function openDecisions(
  step: string,
  record: CaseRecord,
): { persons?: PersonId[]; due?: Day }[] | undefined {
  if (step !== "STD-04") return undefined;
  const open = listAt<Decision>(record, "decisions").filter((decision) => !decision.done_at);
  return [...new Set(open.map((decision) => decision.owner))].map((owner) => {
    const due = open
      .filter((d) => d.owner === owner && d.due)
      .map((d) => d.due ?? "")
      .sort()[0];
    return { ...(owner === undefined ? {} : { persons: [owner] }), ...(due === undefined ? {} : { due }) };
  });
}
