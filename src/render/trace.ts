/** What a record is linked to, both ways. */
import type { Id, Kind } from "../domain/records/record.ts";
import { columns } from "./columns.ts";
import { logWords } from "./messages-log.ts";
import { bold, dim, type Line, type Page, print } from "./page.ts";

export interface Link {
  readonly from: Id;
  readonly to: Id;
  /** The path of the field that holds the link (`capa_ids`), or a key of `link_relation`. */
  readonly relation: string;
}

/** What is known of a linked record. */
export interface Known {
  readonly kind: Kind;
  readonly title?: string;
  readonly state: string;
}

/**
 * `trace`: what the record points to, and what points to it.
 * @param known the linked records by their number; one that is not there is shown as such
 * @returns the screen, without a line feed at the end
 */
export function traceScreen(
  id: Id,
  links: readonly Link[],
  known: ReadonlyMap<Id, Known>,
  page: Page,
): string {
  const say = logWords[page.words.lang];
  if (links.length === 0) return print([[dim(say.noLinks(id))]], page);
  const out = links.filter((link) => link.from === id);
  const into = links.filter((link) => link.from !== id);
  const rows = columns(
    [
      ...out.map((link) => row(link, link.to, known, page)),
      ...into.map((link) => row(link, link.from, known, page)),
    ],
    page,
    {
      indent: 2,
      flexible: [2],
    },
  );
  return print(
    [...group(say.out(id), rows.slice(0, out.length)), ...group(say.into(id), rows.slice(out.length))],
    page,
  );
}

const group = (title: string, lines: readonly Line[]): Line[] =>
  lines.length === 0 ? [] : [[bold(title)], ...lines];

function row(link: Link, other: Id, known: ReadonlyMap<Id, Known>, page: Page): Line {
  const found = known.get(other);
  const relation = relationText(link, known, page);
  if (!found) return [other, relation, dim(logWords[page.words.lang].notHere)];
  return [
    other,
    relation,
    found.title ?? page.words.kind(found.kind),
    page.words.state(found.kind, found.state),
  ];
}

/** A link is a field of the record that holds it, or a relation with a label of its own. */
function relationText(link: Link, known: ReadonlyMap<Id, Known>, page: Page): string {
  const label = page.words.value("link_relation", link.relation);
  if (label !== link.relation) return label;
  return page.words.field(known.get(link.from)?.kind ?? "", link.relation);
}
