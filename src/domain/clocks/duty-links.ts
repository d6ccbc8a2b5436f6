/** What one case means for another (engine.md 8), found from the rows: no command moves two cases, so it is somebody's duty. */
import type { Id } from "../records/record.ts";
import {
  FOR_ALL_SALES,
  FOR_MANAGERS,
  FOR_QUALITY,
  FOR_QUALITY_MANAGER,
  FOR_SALES,
  type Takers,
} from "./duty.ts";
import type { Row } from "./row.ts";
import { type TodoItem, UNDATED } from "./todo.ts";
import type { After } from "./wait.ts";

type ById = ReadonlyMap<Id, Row>;

/** Has a record come so far that the case which waits for it can go on? */
export function isThere({ states, newer }: After, row: Row | undefined): boolean {
  return row !== undefined && states.includes(row.state) && (!newer || isNewer(newer, row));
}

const isNewer = ({ cell, than }: NonNullable<After["newer"]>, row: Row): boolean =>
  Date.parse(String(row.cells[cell])) > Date.parse(than);

function item(row: Row, event: string, { roles }: Takers): TodoItem {
  const { id: record, kind, state } = row;
  return { ...UNDATED, record, kind, state, title: row.title ?? null, event, roles };
}

/** Steps that other records are waited for, because of how a case stands. */
export function linkedItems(rows: readonly Row[], byId: ById): TodoItem[] {
  const found = rows.flatMap((row) => rules[row.kind]?.(row, byId) ?? []);
  const seen = new Set<string>();
  return found.filter(
    ({ record, event }) => !seen.has(`${record} ${event}`) && seen.add(`${record} ${event}`),
  );
}

type Rule = (row: Row, byId: ById) => TodoItem[];

const named = (row: Row, path: string, byId: ById): Row[] =>
  row.refs.filter((ref) => ref.path === path).flatMap((ref) => byId.get(ref.id) ?? []);

const BEFORE_PROPOSAL = ["opened", "cause_analysed", "issued", "received"];

/** What was refused on the complaint is refused on its CAPAs; what is not ours needs none (3.12, CMP-07, CMP-13, CMP-19). */
const complaint: Rule = (row, byId) => {
  const capas = named(row, "capa_ids", byId);
  if (row.cells["responsibility"] === "not_ours") {
    return capas
      .filter((capa) => BEFORE_PROPOSAL.includes(capa.state))
      .map((capa) => item(capa, "cancel", FOR_MANAGERS));
  }
  const newer = row.waits.find((wait) => wait.after?.newer)?.after?.newer;
  if (!newer || row.state !== "countermeasure") return [];
  return capas.filter((capa) => !isNewer(newer, capa)).flatMap((capa) => refusedToo(capa, newer.refused));
};

/** The step that carries a refusal over: in house while nobody has confirmed, else by what brought it about. */
function refusedToo(capa: Row, refused: string): TodoItem[] {
  if (capa.state === "completed") return [item(capa, "reject", FOR_MANAGERS)];
  if (refused === "customer_reject" && ["confirmed", "closed"].includes(capa.state)) {
    return [
      item(capa, "customer_rejected", { ...FOR_QUALITY, roles: [...FOR_QUALITY.roles, ...FOR_SALES.roles] }),
    ];
  }
  if (capa.state === "confirmed") return [item(capa, "verify_ineffective", FOR_QUALITY_MANAGER)];
  return capa.state === "closed" ? [item(capa, "reopen", FOR_QUALITY_MANAGER)] : [];
}

/** An order takes part in its amendment (ORD-12); how the amendment ends, it waits for itself (ORD-13, ORD-14). */
const amendment: Rule = (row, byId) => {
  const isAgreed = ["accepted", "distributed", "documents_updated"].includes(row.state);
  const orders = isAgreed ? named(row, "order_id", byId) : [];
  return orders
    .filter((order) => ["signed", "in_production"].includes(order.state))
    .map((order) => item(order, "open_amendment", FOR_SALES));
};

/** A form that came back waits to be counted in its wave (SRV-03). */
const survey_response: Rule = (row, byId) =>
  named(row, "wave_id", byId)
    .filter((wave) => row.state === "recorded" && ["sent", "collecting"].includes(wave.state))
    .filter((wave) => !wave.refs.some((ref) => ref.path === "response_ids" && ref.id === row.id))
    .map((wave) => item(wave, "record_response", FOR_ALL_SALES));

const rules: Readonly<Partial<Record<Row["kind"], Rule>>> = { complaint, amendment, survey_response };
