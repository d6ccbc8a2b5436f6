/** Invariants of returns (INV-14 to INV-16). */
import { dayOf } from "../calendar/workdays.ts";
import { textAt } from "../cases/case-shapes.ts";
import {
  announced,
  dispositionsOf,
  goesBackUnderConcession,
  needsConcession,
  quantityOf,
} from "../cases/return-dispositions.ts";
import { getAt, isFilled } from "../records/paths.ts";
import type { CaseRecord } from "../records/record.ts";
import { type Breach, type Check, forEach } from "./check.ts";

const numberAt = (record: CaseRecord, path: string): number | undefined =>
  getAt(record, path) as number | undefined;

function quantitiesDiffer(goods: CaseRecord): Breach[] {
  const received = numberAt(goods, "receipt.quantity_received");
  if (received === undefined) return [];
  const ok = numberAt(goods, "inspection.quantity_ok");
  const ng = numberAt(goods, "inspection.quantity_ng");
  const lines = dispositionsOf(goods);
  const told = announced(goods);
  const disposed = quantityOf(lines);
  const found: (Breach | false)[] = [
    ok !== undefined &&
      ng !== undefined &&
      ok + ng !== received && { detail: "inspected", path: "inspection", values: { ok, ng, received } },
    lines.length > 0 &&
      disposed !== received && { detail: "disposed", path: "dispositions", values: { disposed, received } },
    told !== received &&
      !isFilled(goods, "receipt.difference_note") && {
        detail: "unexplained",
        path: "receipt.difference_note",
        values: { received, announced: told },
      },
  ];
  return found.filter((breach) => breach !== false);
}

function notifiedLate(goods: CaseRecord): Breach[] {
  const received = textAt(goods, "receipt.received_at");
  const notified = textAt(goods, "quality_notified_at");
  if (received === undefined || notified === undefined || dayOf(received) === dayOf(notified)) return [];
  return [
    {
      detail: "late",
      path: "quality_notified_at",
      values: { received: dayOf(received), notified: dayOf(notified) },
    },
  ];
}

function unapproved(goods: CaseRecord): Breach[] {
  if (!dispositionsOf(goods).some(needsConcession)) return [];
  const found: (Breach | false)[] = [
    !isFilled(goods, "concession.approved_by") && { detail: "approver", path: "concession.approved_by" },
    goesBackUnderConcession(goods) &&
      !isFilled(goods, "concession.customer_consent") && {
        detail: "consent",
        path: "concession.customer_consent",
      },
  ];
  return found.filter((breach) => breach !== false);
}

export const goodsChecks = {
  "INV-14": forEach("INV-14", ["return"], quantitiesDiffer, { clause: "R-4.9-04" }),
  "INV-15": forEach("INV-15", ["return"], notifiedLate, { clause: "R-4.9-03", level: "warning" }),
  "INV-16": forEach("INV-16", ["return"], unapproved),
} satisfies Record<string, Check>;
