/** Attachments and links: each is added or taken out by itself, and none is exchanged unseen (engine.md 4). */

import { grownBy, onlyGrew, onlyShrank } from "../procedure/growing.ts";
import type { Context } from "../procedure/step.ts";
import { getAt } from "../records/paths.ts";
import type { CaseRecord } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";

interface Link {
  readonly kind?: string;
  readonly id?: string;
  readonly relation?: string;
}

const grows = (event: string, path: string, before: CaseRecord, after: CaseRecord): Finding[] =>
  onlyGrew(before, after, path)
    ? []
    : [finding("list-only-grows", { kind: before.kind, path, event }, { path })];

/** What attach, link and unlink may not do to their lists. */
export function listChanges(
  context: Context,
  event: string,
  before: CaseRecord,
  after: CaseRecord,
): Finding[] {
  if (event === "attach") return grows(event, "attachments", before, after);
  if (event === "link") return [...grows(event, "links", before, after), ...wrongLinks(context, after)];
  if (event !== "unlink") return [];
  if (grownBy(before, after, "links") === 0)
    return [finding("not-linked", { id: before.id }, { path: "links" })];
  if (onlyShrank(before, after, "links")) return [];
  return [finding("list-only-shrinks", { kind: before.kind, path: "links", event }, { path: "links" })];
}

/** A link says of which kind the other record is, and leads to another record. */
function wrongLinks({ facts }: Context, record: CaseRecord): Finding[] {
  const links = (getAt(record, "links") as Link[] | undefined) ?? [];
  return links.flatMap(({ kind = "", id = "", relation = "" }, i) => {
    const path = `links[${i}]`;
    const before = links.slice(0, i);
    if (before.some((link) => link.id === id && link.relation === relation))
      return [finding("linked-already", { id: record.id, other: id, relation }, { path })];
    const found = facts.record(id)?.kind;
    if (id === record.id) return [finding("link-to-itself", { id }, { path, clause: "INV-21" })];
    if (found === undefined || found === kind) return [];
    return [
      finding(
        "link-of-another-kind",
        { id, kind: found, said: kind },
        { path: `${path}.kind`, clause: "INV-21" },
      ),
    ];
  });
}
