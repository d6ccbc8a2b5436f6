/** Invariants of what records name: main customers, references, attachments (INV-20, 21, 23). */
import { isBefore, listAt, textAt } from "../cases/case-shapes.ts";
import { MAIN_CUSTOMER_FIELDS } from "../gates/gates-customer-list.ts";
import { isFilled } from "../records/paths.ts";
import type { CaseRecord, Id } from "../records/record.ts";
import { type Breach, type Check, type CheckInput, forEach } from "./check.ts";
import { type Leaf, leavesOf } from "./leaves.ts";

function incomplete(customer: CaseRecord): Breach[] {
  if (customer["main_customer"] !== true || customer.state === "closed") return [];
  return MAIN_CUSTOMER_FIELDS.filter((path) => !isFilled(customer, path)).map((path) => ({
    detail: "empty",
    path,
    values: { path },
  }));
}

/** Places that may name a record of another customer: the same defect can strike two. */
const ACROSS = /^(repeat_of|links\b)/;

/** Words instead of a number (`unknown`, the name of a prospect) are judged by the schema alone. */
const isNumber = ({ shared }: CheckInput, id: string): boolean =>
  Object.values(shared.kinds).some(({ number }) => id.startsWith(`${number.prefix}-`));

function judgeLeaf(record: CaseRecord, leaf: Leaf, all: CheckInput): Breach[] {
  const refs = leaf.field.refs ?? [];
  const id = String(leaf.value);
  const { path } = leaf;
  const unknown = [{ detail: "unknown", path, values: { path, id } }];
  if (refs.length === 0) return [];
  if (refs.includes("staff")) return all.people.some((person) => person.id === id) ? [] : unknown;
  const named = all.facts.record(id);
  if (!named) return isNumber(all, id) ? unknown : [];
  return refs.includes(named.kind)
    ? ofAnother(record, named, path)
    : [{ detail: "kind", path, values: { path, id } }];
}

/** The record that is named belongs to another customer. */
function ofAnother(record: CaseRecord, named: CaseRecord, path: string): Breach[] {
  const [mine, theirs] = [textAt(record, "customer_id"), textAt(named, "customer_id")];
  if (ACROSS.test(path) || mine === undefined || theirs === undefined || mine === theirs) return [];
  return [{ detail: "customer", path, values: { path, id: named.id, mine, theirs } }];
}

function linksAstray(record: CaseRecord, all: CheckInput): Breach[] {
  return listAt<{ id?: Id; kind?: string }>(record, "links").flatMap((link, i): Breach[] => {
    const path = `links[${i}].id`;
    const named = all.facts.record(link.id ?? "");
    if (named && named.kind === link.kind) return [];
    return [{ detail: named ? "kind" : "unknown", path, values: { path, id: link.id ?? "" } }];
  });
}

/** A complaint about goods is not older than the delivery it names; about a late delivery it may be. */
function olderThanDelivery(complaint: CaseRecord, all: CheckInput): Breach[] {
  if (complaint.kind !== "complaint" || complaint["category"] === "delivery") return [];
  const order = all.facts.record(textAt(complaint, "order_id") ?? "") ?? null;
  const shipped = textAt(order, "delivery.shipped_at");
  const received = textAt(complaint, "received_at");
  if (order === null || !isBefore(received, shipped)) return [];
  const values = { received: received ?? "", shipped: shipped ?? "", order: order.id };
  return [{ detail: "older", path: "order_id", level: "warning", values }];
}

function astray(record: CaseRecord, all: CheckInput): Breach[] {
  const leaves = leavesOf(all.kinds(record.kind), record).filter(
    (leaf) => !/^(history|links)\b/.test(leaf.path),
  );
  return [
    ...leaves.flatMap((leaf) => judgeLeaf(record, leaf, all)),
    ...linksAstray(record, all),
    ...olderThanDelivery(record, all),
  ];
}

function attachmentsChanged(record: CaseRecord, all: CheckInput): Breach[] {
  return listAt<{ path?: string; sha256?: string }>(record, "attachments").flatMap(
    ({ path: file = "", sha256 }, i): Breach[] => {
      const stored = all.attachment(file);
      if (stored && stored.sha256 === sha256) return [];
      return [{ detail: stored ? "changed" : "missing", path: `attachments[${i}]`, values: { file } }];
    },
  );
}

export const linkChecks = {
  "INV-20": forEach("INV-20", ["customer"], incomplete, { clause: "R-4.5.1.b-02" }),
  "INV-21": forEach("INV-21", "all", astray),
  "INV-23": forEach("INV-23", "all", attachmentsChanged),
} satisfies Record<string, Check>;
