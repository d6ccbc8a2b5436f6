import { describe, expect, it } from "vitest";
import { checks, runChecks } from "../../src/domain/audit/invariants.ts";
import { setAt } from "../../src/domain/records/paths.ts";
import type { CaseRecord, Json, Kind } from "../../src/domain/records/record.ts";
import type { CheckId } from "../../src/domain/words/check-names.ts";
import { worded } from "../../src/domain/words/findings.ts";
import { wordsFor } from "../../src/render/labels.ts";
import { checkInput, exampleRecords } from "../support/example.ts";
import { kinds, people, shared } from "../support/procedure.ts";

const example = exampleRecords();
const found = (records: ReadonlyMap<string, CaseRecord>, only?: readonly CheckId[]) =>
  runChecks(checkInput(records), only);

/** The example with some values of one record put otherwise. */
function planted(id: string, changes: Readonly<Record<string, Json>>): Map<string, CaseRecord> {
  const records = new Map(example);
  let record = records.get(id);
  for (const [path, value] of Object.entries(changes))
    record = (record && setAt(record, path, value)) ?? undefined;
  if (!record) throw new Error(`nothing planted in ${id}`);
  return records.set(id, record);
}

describe("the worked example under check", () => {
  it("has every check of specification 3.13, in its order", () => {
    const ids = Array.from({ length: 24 }, (_, i) => `INV-${String(i + 1).padStart(2, "0")}`);
    expect(Object.keys(checks)).toEqual([...ids, "deadline"]);
  });

  it("has no error", () => {
    const errors = found(example).filter((one) => one.level === "error");
    expect(
      errors.map((one) => `${one.code} ${one.record} ${one.path} ${JSON.stringify(one.params)}`),
    ).toEqual([]);
  });

  it("warns of the late notice of RET-2026-003, and of what the source's deadlines were missed", () => {
    const warnings = found(example).filter((one) => one.level === "warning");
    expect(warnings.map((one) => `${one.code} ${one.record}`).sort()).toEqual([
      "INV-15 RET-2026-003",
      "deadline CAPA-2026-004",
      "deadline CAPA-2026-010",
      "deadline RET-2026-003",
    ]);
  });

  it("has no step on a day off", () => {
    expect(found(example, ["INV-22"])).toEqual([]);
  });
});

type Plant = readonly [
  id: CheckId,
  sentence: string,
  record: string,
  changes: Readonly<Record<string, Json>>,
  detail: string,
];

const plants: readonly Plant[] = [
  ["INV-01", "a number is missing", "ORD-2026-0008", { "history[3].seq": 9 }, "seq"],
  [
    "INV-01",
    "a step lies before the one before it",
    "ORD-2026-0008",
    { "history[9].at": "2026-03-19T10:00:00+08:00" },
    "time",
  ],
  ["INV-01", "a step leaves from nowhere", "ORD-2026-0008", { "history[9].from": "reviewed" }, "chain"],
  ["INV-01", "the state is not that of the last step", "ORD-2026-0008", { state: "delivered" }, "state"],
  ["INV-01", "the history is gone", "ORD-2026-0008", { history: null }, "empty"],
  ["INV-02", "a step is unknown", "ORD-2026-0008", { "history[9].transition": "ORD-99" }, "step"],
  ["INV-02", "a step leads elsewhere", "ORD-2026-0008", { "history[9].to": "approved" }, "path"],
  ["INV-02", "a role may not take it", "ORD-2026-0008", { "history[9].role": "order_clerk" }, "role"],
  [
    "INV-02",
    "a co-signature has the wrong role",
    "CMP-2026-003",
    { "history[7].role": "salesperson" },
    "role",
  ],
  ["INV-02", "the actor did not hold the role", "ORD-2026-0008", { "history[9].by": "S05" }, "person"],
  ["INV-02", "somebody unknown acted", "ORD-2026-0008", { "history[9].by": "X99" }, "person"],
  ["INV-02", "another department's head acted", "CMP-2026-003", { "history[4].by": "P01" }, "department"],
  [
    "INV-03",
    "signed before the review",
    "ORD-2026-0008",
    { "sign.at": "2026-03-20T14:00:00+08:00" },
    "order",
  ],
  ["INV-03", "signed without a review", "ORD-2026-0008", { "review.concluded_at": null }, "unreviewed"],
  ["INV-03", "a notice without a signature", "ORD-2026-0008", { sign: null }, "notice"],
  ["INV-04", "a verbal order without its record", "ORD-2026-0008", { verbal_record: null }, "record"],
  ["INV-04", "not read back", "ORD-2026-0008", { "verbal_record.read_back.agreed": false }, "agreed"],
  [
    "INV-04",
    "read back after the review",
    "ORD-2026-0008",
    { "verbal_record.read_back.at": "2026-03-21T10:00:00+08:00" },
    "late",
  ],
  ["INV-05", "an opinion is missing", "ORD-2026-0008", { "review.opinions[5]": null }, "missing"],
  ["INV-05", "a department refuses", "ORD-2026-0008", { "review.opinions[5].opinion": "reject" }, "rejects"],
  [
    "INV-05",
    "an opinion came after the conclusion",
    "ORD-2026-0008",
    { "review.opinions[5].at": "2026-03-21T10:00:00+08:00" },
    "late",
  ],
  [
    "INV-06",
    "distributed without the customer",
    "AMD-2026-004",
    { "customer_acceptance.accepted": false },
    "accepted",
  ],
  ["INV-07", "closed without document changes", "AMD-2026-004", { document_changes: null }, "documents"],
  ["INV-08", "nobody knows how to reach the customer", "INQ-2026-004", { contact_method: null }, "contact"],
  [
    "INV-09",
    "the last round was not accepted",
    "CMP-2026-003",
    { "rounds[0].customer_response.response": "partial" },
    "last",
  ],
  [
    "INV-09",
    "an earlier round was not refused",
    "CMP-2026-004",
    { "rounds[0].customer_response.response": "accepted" },
    "earlier",
  ],
  ["INV-10", "no phone confirmation", "CMP-2026-003", { "rounds[0].receipt_call.received": false }, "call"],
  [
    "INV-10",
    "the call came after the opinion",
    "CMP-2026-003",
    { "rounds[0].receipt_call.at": "2026-03-26T10:00:00+08:00" },
    "late",
  ],
  ["INV-11", "one person confirmed twice", "CMP-2026-003", { "rounds[0].confirm_quality.by": "G01" }, "same"],
  ["INV-11", "one person reviewed and approved", "CMP-2026-003", { "rounds[0].approval.by": "Q01" }, "same"],
  [
    "INV-11",
    "also in an earlier attempt of a CAPA",
    "CAPA-2026-003",
    { "attempts[0].confirm_gm.by": "Q01" },
    "same",
  ],
  ["INV-12", "a major complaint without CAPA", "CMP-2026-010", { capa_ids: null }, "missing"],
  ["INV-12", "a repeat without CAPA", "CMP-2026-003", { repeat_of: "CMP-2026-001" }, "missing"],
  ["INV-12", "the CAPA does not point back", "CMP-2026-010", { capa_ids: ["CAPA-2026-003"] }, "source"],
  ["INV-13", "filed without a meeting", "STD-2026-002", { cases: ["CMP-2026-001"] }, "meeting"],
  [
    "INV-13",
    "the responsible department was not there",
    "STD-2026-002",
    { "attendees[3]": null },
    "attended",
  ],
  [
    "INV-13",
    "the management representative was not there",
    "STD-2026-002",
    { "attendees[0]": null, chair: "Q01" },
    "attended",
  ],
  [
    "INV-14",
    "2 inspected pieces are missing",
    "RET-2026-001",
    { "inspection.quantity_ng": 116 },
    "inspected",
  ],
  ["INV-14", "20 pieces were not disposed of", "RET-2026-001", { "dispositions[0]": null }, "disposed"],
  [
    "INV-14",
    "a difference is not explained",
    "RET-2026-001",
    { "receipt.difference_note": null },
    "unexplained",
  ],
  [
    "INV-15",
    "Quality heard of it the next day",
    "RET-2026-001",
    { quality_notified_at: "2026-03-03T09:00:00+08:00" },
    "late",
  ],
  [
    "INV-16",
    "a concession nobody approved",
    "RET-2026-001",
    { "dispositions[1].disposition": "use_as_is" },
    "approver",
  ],
  [
    "INV-16",
    "a concession without the customer",
    "RET-2026-001",
    {
      "dispositions[1].disposition": "repair",
      "concession.approved_by": "Q01",
      remedy: [{ remedy: "repair_return", quantity: 98, at: "2026-03-12T15:00:00+08:00" }],
    },
    "consent",
  ],
  [
    "INV-17",
    "closed though not effective",
    "CAPA-2026-001",
    { "verification.result": "inconclusive" },
    "effective",
  ],
  [
    "INV-17",
    "verified after 20 days",
    "CAPA-2026-001",
    { "verification.at": "2026-02-26T16:00:00+08:00" },
    "early",
  ],
  ["INV-17", "closed without prevention", "CAPA-2026-001", { prevention: null }, "prevention"],
  ["INV-17", "Sales did not supervise", "CAPA-2026-001", { sales_supervision: null }, "supervision"],
  [
    "INV-18",
    "a half-year without a wave",
    "SRV-2026H1",
    { half_year: "2026H2", sent_at: "2026-07-01T10:00:00+08:00" },
    "missing",
  ],
  [
    "INV-18",
    "two waves of a half-year",
    "SRV-2025H2",
    { half_year: "2026H1", sent_at: "2026-06-02T10:00:00+08:00" },
    "several",
  ],
  ["INV-18", "sent outside its half-year", "SRV-2026H1", { sent_at: "2026-07-01T10:00:00+08:00" }, "outside"],
  [
    "INV-19",
    "an item below the limit without CAPA",
    "SRV-2026H1",
    { "analysis.capa_ids": null },
    "uncovered",
  ],
  [
    "INV-19",
    "a CAPA to another department",
    "CAPA-2026-007",
    { responsible_department: "sales" },
    "uncovered",
  ],
  ["INV-19", "a CAPA of another source", "CAPA-2026-007", { "source.id": "SRV-2025H2" }, "source"],
  ["INV-20", "a main customer without address", "CUS-003", { address: null }, "empty"],
  ["INV-21", "a record that does not exist", "CMP-2026-003", { order_id: "ORD-2026-9999" }, "unknown"],
  ["INV-21", "a person who does not exist", "ORD-2026-0008", { "review.approved_by": "X99" }, "unknown"],
  ["INV-21", "a record of another kind", "CMP-2026-003", { order_id: "INQ-2026-004" }, "kind"],
  ["INV-21", "a record of another customer", "CMP-2026-003", { order_id: "ORD-2026-0008" }, "customer"],
  [
    "INV-21",
    "a link that leads nowhere",
    "CMP-2026-003",
    { links: [{ kind: "inquiry", id: "INQ-2026-099", relation: "came_from" }] },
    "unknown",
  ],
  [
    "INV-21",
    "a complaint older than its delivery",
    "CMP-2026-003",
    { received_at: "2025-12-01T09:00:00+08:00" },
    "older",
  ],
  [
    "INV-22",
    "a time without the company's zone",
    "CMP-2026-003",
    { received_at: "2026-03-10T01:00:00Z" },
    "zone",
  ],
  [
    "INV-22",
    "a step in the future",
    "CMP-2026-003",
    { "history[17].at": "2026-12-01T10:00:00+08:00" },
    "future",
  ],
  ["INV-22", "a step on a Sunday", "CMP-2026-003", { "history[17].at": "2026-04-12T10:00:00+08:00" }, "day"],
  [
    "INV-23",
    "an attachment is gone",
    "CMP-2026-003",
    { attachments: [{ path: "evidence/CMP-2026-003/a.jpg", sha256: "0".repeat(64) }] },
    "missing",
  ],
  [
    "INV-24",
    "a closed order was changed",
    "ORD-2026-0008",
    { "history[+]": entry("update", "closed") },
    "edited",
  ],
  [
    "INV-24",
    "a correction gives no reason",
    "ORD-2026-0008",
    { "history[+]": entry("correct", "closed") },
    "reason",
  ],
];

function entry(event: string, state: string): Json {
  const at = "2026-06-01T10:00:00+08:00";
  return { seq: 22, at, by: "S02", role: "salesperson", event, transition: event, from: state, to: state };
}

const words = (["zh", "en"] as const).map((lang) =>
  wordsFor(lang, shared, (kind) => kinds[kind as Kind], people),
);

describe("one planted violation", () => {
  it.each(plants)("%s: %s", (...plant) => {
    const [id, , record, changes, detail] = plant;
    const all = found(planted(record, changes), [id]);
    const details = all.map((one) => (one.params as { detail: string }).detail);
    expect(details).toContain(detail);
    for (const one of all) {
      expect(one.code).toBe(id);
      for (const said of words.map((w) => worded(one, w).message)) expect(said).not.toMatch(/[{}]|undefined/);
    }
  });

  it("covers every check and every sentence but those of deadlines", () => {
    expect([...new Set(plants.map(([id]) => id))]).toEqual(
      Object.keys(checks).filter((id) => id !== "deadline"),
    );
  });

  it("INV-23: an attachment that was exchanged does not match its sha256", () => {
    const file = { path: "evidence/CMP-2026-003/a.jpg", sha256: "0".repeat(64) };
    const input = checkInput(planted("CMP-2026-003", { attachments: [file] }));
    const stored = (sha256: string) => runChecks({ ...input, attachment: () => ({ sha256 }) }, ["INV-23"]);
    expect(stored("1".repeat(64)).map((one) => (one.params as { detail: string }).detail)).toEqual([
      "changed",
    ]);
    expect(stored("0".repeat(64))).toEqual([]);
  });

  it("levels: a late notice warns, a step on a day off is told, the rest are errors", () => {
    const level = (id: CheckId, record: string, changes: Record<string, Json>) =>
      found(planted(record, changes), [id]).at(-1)?.level;
    expect(level("INV-15", "RET-2026-001", { quality_notified_at: "2026-03-03T09:00:00+08:00" })).toBe(
      "warning",
    );
    expect(level("INV-22", "CMP-2026-003", { "history[17].at": "2026-04-12T10:00:00+08:00" })).toBe("info");
    expect(level("INV-01", "ORD-2026-0008", { state: "delivered" })).toBe("error");
  });
});
