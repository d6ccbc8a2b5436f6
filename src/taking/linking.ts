/** `--to` and `--relation`: the short way to say which record is to be linked, or no longer. */
import { parseId } from "../domain/procedure/number.ts";
import type { CaseRecord, Changes, Id, Json, Kind } from "../domain/records/record.ts";
import { Refusal, refusal } from "../domain/words/refusals.ts";
import { keyMeant } from "../names.ts";
import type { Session } from "../session.ts";
import { isTwoSided } from "./both-sides.ts";

export interface LinkOptions {
  readonly to?: readonly string[];
  readonly relation?: string;
}

interface Link {
  readonly kind: Kind;
  readonly id: Id;
  readonly relation: string;
}

const NUMBER = { zh: "记录编号", en: "the number of a record" };
/** What a link says when nothing else is said. */
const USUAL = "see_also";

/**
 * The links as the step leaves them.
 * @returns no change where `--to` is not given
 * @throws Refusal only-for-links, bad-value, ambiguous-record
 */
export function linkChanges(
  session: Session,
  record: CaseRecord,
  event: string,
  options: LinkOptions,
): Changes {
  if (!isTwoSided(event)) return refuseElsewhere(options);
  const others = (options.to ?? []).map((one) => otherNamed(session, one));
  if (others.length === 0) return {};
  const relation = relationMeant(session, options);
  const standing = (record["links"] as readonly Link[] | undefined) ?? [];
  const added = others.map((other) => ({ ...other, relation: relation ?? USUAL }));
  const left = standing.filter(
    (link) => !others.some((other) => other.id === link.id && isMeant(link, relation)),
  );
  const links = event === "link" ? [...standing, ...added] : left;
  return { links: links.length > 0 ? (links as unknown as Json) : null };
}

function refuseElsewhere({ to, relation }: LinkOptions): Changes {
  if (to !== undefined) throw refusal("only-for-links", { option: "--to" });
  if (relation !== undefined) throw refusal("only-for-links", { option: "--relation" });
  return {};
}

function relationMeant({ repository }: Session, { relation }: LinkOptions): string | undefined {
  if (relation === undefined) return undefined;
  return keyMeant({ option: "--relation", value: relation }, "link_relation", repository.shared);
}

const isMeant = (link: Link, relation: string | undefined): boolean =>
  relation === undefined || link.relation === relation;

/** A record by the beginning of its number; one that does not exist is for the step itself to refuse (INV-21). */
function otherNamed({ repository }: Session, given: string): Pick<Link, "kind" | "id"> {
  try {
    const { kind, id } = repository.find(given);
    return { kind, id };
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.code !== "unknown-record") throw thrown;
    const parsed = parseId(given.toUpperCase(), repository.shared.kinds);
    if (parsed === null) throw refusal("bad-value", { option: "--to", value: given, wanted: NUMBER });
    return { kind: parsed.kind, id: given.toUpperCase() };
  }
}
