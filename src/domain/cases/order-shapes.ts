/** What the gates read of orders and amendments: only the parts they look at; every key may be missing. */

import type { GateInput } from "../procedure/gate.ts";
import type { CaseRecord, Instant, Json, PersonId } from "../records/record.ts";
import { listAt } from "./case-shapes.ts";

export interface Opinion {
  readonly department?: string;
  readonly reviewer?: PersonId;
  readonly opinion?: string;
  readonly comment?: string;
  readonly condition_met?: Json;
  readonly items?: Readonly<Record<string, Json>>;
  readonly [key: string]: Json | Readonly<Record<string, Json>> | undefined;
}
export interface Receipt {
  readonly department?: string;
  readonly [key: string]: Json | undefined;
}
export interface OrderLine {
  readonly line?: number;
  readonly quantity?: number;
  readonly [key: string]: Json | undefined;
}
export interface OpenPoint {
  readonly no?: number;
  readonly resolved_at?: Instant;
}

/** Where opinions, and receipts of the notice, stand in an order and in an amendment. */
export interface Places {
  readonly opinions: string;
  readonly asked: string;
  readonly receipts: string;
  readonly by: string;
  readonly at: string;
}
const PLACES: Readonly<Record<"order" | "amendment", Places>> = {
  order: {
    opinions: "review.opinions",
    asked: "review.asked_departments",
    receipts: "production_notice.receivers",
    by: "by",
    at: "at",
  },
  amendment: {
    opinions: "opinions",
    asked: "asked_departments",
    receipts: "distribution",
    by: "ack_by",
    at: "ack_at",
  },
};

export const placesOf = (kind: string): Places => PLACES[kind === "amendment" ? "amendment" : "order"];

export const opinionsOf = (record: CaseRecord | null): readonly Opinion[] =>
  listAt(record, placesOf(record?.kind ?? "order").opinions);

export const askedOf = (record: CaseRecord): readonly string[] => listAt(record, placesOf(record.kind).asked);

export const receiptsOf = (record: CaseRecord | null): readonly Receipt[] =>
  listAt(record, placesOf(record?.kind ?? "order").receipts);

export const linesOf = (record: CaseRecord): readonly OrderLine[] => listAt(record, "lines");

/** Record, path and clause of a finding. */
export const at = (input: GateInput, path: string, clause: string) => ({
  record: input.record.id,
  path,
  clause,
});
