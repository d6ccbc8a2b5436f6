/** A link stands on both records: what linking one means for the others (engine.md 4; store.md 8). */
import { getAt } from "../records/paths.ts";
import type { CaseRecord, Changes, Id, Json } from "../records/record.ts";

interface Link {
  readonly kind?: string;
  readonly id?: Id;
  readonly relation?: string;
}

/** What another record is to write of the link. */
export interface OtherSide {
  readonly id: Id;
  readonly set: Changes;
}

/**
 * The relation seen from the other side: whoever something came from only sees also what became of it.
 * There is no relation "led to"; which way a case went stands in the link that says `came_from`.
 */
const BACK = "see_also";

const linksOf = (record: CaseRecord): readonly Link[] => (getAt(record, "links") as Link[] | undefined) ?? [];
const named = (record: CaseRecord): Id[] => [
  ...new Set(linksOf(record).flatMap(({ id }) => (id === undefined ? [] : [id]))),
];
const names = (record: CaseRecord, id: Id): boolean => named(record).includes(id);

/**
 * What the other records of a `link` or `unlink` are to write, so that either side tells of the other.
 * @param before the record before its own step
 * @param after the record as its own step leaves it
 * @param find another record as it stands
 * @returns nothing for a record that tells of it already (link), or still has another link to it (unlink)
 */
export function otherSides(
  before: CaseRecord,
  after: CaseRecord,
  find: (id: Id) => CaseRecord | undefined,
): OtherSide[] {
  const added = named(after).filter((id) => !names(before, id));
  const removed = named(before).filter((id) => !names(after, id));
  return [...added, ...removed].flatMap((id) => {
    const other = id === after.id ? undefined : find(id);
    if (!other || names(other, after.id) === added.includes(id)) return [];
    return [{ id, set: added.includes(id) ? linkBack(after) : without(other, after.id) }];
  });
}

const linkBack = ({ kind, id }: CaseRecord): Changes => ({ "links[+]": { kind, id, relation: BACK } });

function without(other: CaseRecord, id: Id): Changes {
  const rest = linksOf(other).filter((link) => link.id !== id);
  return { links: rest.length > 0 ? (rest as unknown as Json[]) : null };
}
