/** Additions and corrections of a case: what they may not undo (engine.md 3 and 4, INV-24). On records of the example. */
import { describe, expect, it } from "vitest";
import type { Json } from "../../src/domain/records/record.ts";
import { codes, recordsBefore, take, tryStep } from "../support/timeline.ts";

const NOW = "2026-11-24T17:30:00+08:00";
const end = () => recordsBefore("none", 1);
type Set = Record<string, Json>;

const corrected = (record: string, by: string, set: Set): string[] =>
  codes(tryStep(end(), record, "correct", { by, at: NOW, note: "误填", set }));

describe("a correction changes what was said, never who said it (2.1.2, Who and when)", () => {
  it("the manager corrects what the salesperson wrote, and the salesperson stays its author", () => {
    const set = { "preliminary_analysis.text": "内盒抗压不足" };
    const plan = take(end(), "CMP-2026-019", "correct", { by: "S01", at: NOW, note: "误填", set });
    expect(plan.record["preliminary_analysis"]).toMatchObject({ text: "内盒抗压不足", by: "S03" });
  });

  it.each<[string, readonly [string, string], Set, string]>([
    ["who filed it", ["CMP-2026-003", "S01"], { "archive.by": "S01" }, "signature-stands archive.by"],
    ["who issued the sheet", ["CAPA-2026-003", "Q01"], { issued_by: "Q02" }, "signature-stands issued_by"],
    [
      "both signatures",
      ["CAPA-2026-003", "G01"],
      { "confirm_gm.ok": false },
      "signature-stands confirm_gm.ok",
    ],
    ["who inspected", ["RET-2026-001", "Q01"], { "inspection.by": "Q01" }, "signature-stands inspection.by"],
  ])("%s stays", (_name, [record, by], set, expected) => {
    expect(corrected(record, by, set)).toContain(expected);
  });
});

describe("a correction does not undo what steps were taken under", () => {
  it.each<[string, readonly [string, string], Set, string]>([
    [
      "a reply without its time is none",
      ["CMP-2026-003", "S03"],
      { "rounds[-1].reply": { channel: "fax", by: "S03", to: "Buyer" } },
      "still-needed rounds[-1].reply.sent_at",
    ],
    [
      "an acceptance does not become a refusal",
      ["CMP-2026-003", "S03"],
      { "rounds[-1].customer_response.response": "rejected" },
      "event-says rounds[-1].customer_response.response",
    ],
    ["the path taken stays", ["CMP-2026-003", "Q01"], { handling_path: "capa" }, "event-says handling_path"],
    [
      "graver than the direct path allows (INV-12)",
      ["CMP-2026-003", "Q01"],
      { severity: "major" },
      "capa-compulsory-severity severity",
    ],
    [
      "an order of another customer (INV-21)",
      ["CMP-2026-003", "S03"],
      { order_id: "ORD-2026-0001" },
      "order-of-another-customer order_id",
    ],
    [
      "quantities that no longer add up (INV-14)",
      ["RET-2026-001", "Q01"],
      { "inspection.quantity_ok": 3 },
      "inspected-quantity-differs inspection.quantity_ng",
    ],
    [
      "a CAPA taken from its complaint",
      ["CMP-2026-004", "Q01"],
      { capa_ids: ["CAPA-2026-001"] },
      "capa-of-another-source capa_ids",
    ],
    ["a meeting without its decision", ["STD-2026-003", "M01"], { decisions: [] }, "still-needed decisions"],
    [
      "a record that does not exist",
      ["CMP-2026-003", "S03"],
      { order_id: "ORD-2026-0999" },
      "reference-unknown order_id",
    ],
    ["all rounds at once", ["CMP-2026-003", "Q01"], { rounds: [] }, "engine-owned rounds"],
    [
      "a closed round",
      ["CMP-2026-004", "P01"],
      { "rounds[0].proposed_at": NOW },
      "frozen rounds[0].proposed_at",
    ],
    [
      "an earlier attempt",
      ["CAPA-2026-003", "P01"],
      { "attempts[0].completed_at": NOW },
      "frozen attempts[0].completed_at",
    ],
    ["the history", ["CAPA-2026-003", "P01"], { "history[0].at": NOW }, "frozen history[0].at"],
  ])("%s", (_name, [record, by], set, expected) => {
    expect(corrected(record, by, set)).toContain(expected);
  });

  it("what was wrong before stops nobody: only what the correction breaks is named", () => {
    expect(corrected("CMP-2026-003", "S03", { lot_no: "L250104" })).toEqual([]);
    expect(corrected("RET-2026-001", "Q01", { return_reason: "镀层起泡" })).toEqual([]);
  });

  it("a step that the case was led back over no longer binds", () => {
    const records = end();
    take(records, "CMP-2026-003", "reopen", { by: "Q01", at: NOW, set: { reopen_reason: "再发" } });
    const trial = { by: "Q01", at: NOW, note: "误判", set: { severity: "major" } };
    expect(codes(tryStep(records, "CMP-2026-003", "correct", trial))).toEqual([]);
  });
});

describe("a refusal says all there is to say (cli.md, Exit codes)", () => {
  const severity = { by: "Q01", at: NOW, note: "误判", set: { severity: "major" } };

  it("each reason once; what nobody could fill any more is not asked of a filed case", () => {
    expect(codes(tryStep(end(), "CMP-2026-003", "correct", severity))).toEqual([
      "no-escape-cause causes",
      "capa-compulsory-severity severity",
    ]);
  });

  it("the record as it would be comes with it, for whoever judges its form", () => {
    const planned = tryStep(end(), "CMP-2026-003", "correct", severity);
    expect(planned.ok ? undefined : planned.draft).toMatchObject({ severity: "major" });
  });

  it.each<[string, readonly [string, string, string], Set, string]>([
    ["the wrong person", ["CMP-2026-018", "judge_ours", "P01"], {}, "forbidden"],
    ["a field left out", ["CMP-2026-018", "judge_ours", "S02"], {}, "missing"],
    ["too early", ["CMP-2026-018", "propose", "P01"], {}, "blocked"],
    ["a path of another step", ["CMP-2026-018", "convene", "S02"], { archive: { location: "A" } }, "value"],
    [
      "another person's name",
      ["CMP-2026-018", "convene", "S02"],
      { "preliminary_analysis.by": "S03" },
      "forbidden",
    ],
    ["a computed value that differs", ["CAPA-2026-010", "propose", "P01"], { due_at: "2026-01-01" }, "value"],
    ["an addition that adds nothing", ["CMP-2026-019", "update", "S03"], { delivery_note: " " }, "missing"],
  ])("%s", (_name, [id, event, by], set, blame) => {
    const planned = tryStep(end(), id, event, { by, at: NOW, set });
    expect(planned.ok ? [] : planned.findings.map((found) => found.blame)).toContain(blame);
  });
});

describe("an addition takes nothing away (update, attach, link)", () => {
  const at = "2026-10-12T10:00:00+08:00";
  const implementing = () => recordsBefore("CAPA-2026-009", 7);
  const actions = () => implementing().get("CAPA-2026-009")?.["actions"] as Record<string, Json>[];

  it("an action that was proposed stays in the list (CAPA-06)", () => {
    const set = { actions: actions().slice(0, 1) };
    expect(codes(tryStep(implementing(), "CAPA-2026-009", "update", { by: "E01", at, set }))).toEqual([
      "action-left-out actions",
    ]);
    const more = {
      actions: [
        ...actions(),
        { no: 3, type: "preventive", text: "点检", against: 1, owner: "E01", due: "2026-10-22" },
      ],
    };
    expect(codes(tryStep(implementing(), "CAPA-2026-009", "update", { by: "E01", at, set: more }))).toEqual(
      [],
    );
  });

  it.each<[string, Set, string]>([
    ["without owner", { "actions[0].owner": null }, "field-missing actions[0].owner"],
    ["twice the same number", { "actions[1].no": 1 }, "action-number-twice actions[1].no"],
    ["due before it was proposed", { "actions[0].due": "2026-10-01" }, "due-before-proposal actions[0].due"],
    [
      "for a cause that there is not",
      { "actions[0].against": 9 },
      "action-answers-no-cause actions[0].against",
    ],
  ])("nor does an action become one %s", (_name, set, expected) => {
    expect(codes(tryStep(implementing(), "CAPA-2026-009", "update", { by: "E01", at, set }))).toContain(
      expected,
    );
  });

  it("actions of another department's CAPA are not added to, nor outside their state", () => {
    const set = { "actions[0].status": "in_progress" };
    expect(codes(tryStep(implementing(), "CAPA-2026-009", "update", { by: "P01", at, set }))).toEqual([
      "field-of-another actions[0].status",
    ]);
    expect(codes(tryStep(end(), "CAPA-2026-010", "update", { by: "P01", at: NOW, set }))).toContain(
      "not-owned actions[0].status",
    );
  });

  it("the containment of a major case is completed, not emptied (2.21)", () => {
    const set = { containment: null };
    const emptied = codes(tryStep(implementing(), "CAPA-2026-009", "update", { by: "Q02", at, set }));
    expect(emptied.join()).toContain("containment");
    const done = { "containment[0].result": "无不良" };
    expect(codes(tryStep(implementing(), "CAPA-2026-009", "update", { by: "Q01", at, set: done }))).toEqual(
      [],
    );
  });

  it("how a deferred inquirer is reached stays known (INV-08)", () => {
    const trial = { by: "S02", at: NOW, set: { contact_method: null } };
    expect(codes(tryStep(end(), "INQ-2026-007", "update", trial))).toEqual(["still-needed contact_method"]);
  });

  it("attachments are added, never exchanged (INV-23)", () => {
    const records = end();
    const file = { path: "evidence/CMP-2026-019/a.jpg", sha256: "0".repeat(64) };
    const attach = (set: Set) => tryStep(records, "CMP-2026-019", "attach", { by: "S03", at: NOW, set });
    take(records, "CMP-2026-019", "attach", { by: "S03", at: NOW, set: { "attachments[+]": file } });
    expect(codes(attach({ attachments: [] }))).toEqual(["list-only-grows attachments"]);
    expect(codes(attach({ "attachments[0].sha256": "1".repeat(64) }))).toEqual([
      "list-only-grows attachments",
    ]);
    expect(codes(attach({ attachments: [file, { ...file, path: "evidence/CMP-2026-019/b.jpg" }] }))).toEqual(
      [],
    );
  });

  it.each<[string, Json, string[]]>([
    ["to a record that exists", { kind: "inquiry", id: "INQ-2026-001", relation: "see_also" }, []],
    [
      "under its own kind",
      { kind: "order", id: "INQ-2026-001", relation: "see_also" },
      ["link-of-another-kind links[0].kind"],
    ],
    [
      "not into the void",
      { kind: "inquiry", id: "INQ-2026-999", relation: "see_also" },
      ["reference-unknown links[-1].id"],
    ],
    [
      "not to itself",
      { kind: "complaint", id: "CMP-2026-019", relation: "see_also" },
      ["link-to-itself links[0]"],
    ],
  ])("a link leads %s", (_name, link, expected) => {
    const trial = { by: "S03", at: NOW, set: { "links[+]": link } };
    expect(codes(tryStep(end(), "CMP-2026-019", "link", trial))).toEqual(expected);
  });

  it("linking takes no link out, unlinking adds none", () => {
    const records = end();
    const link = { kind: "inquiry", id: "INQ-2026-001", relation: "see_also" };
    take(records, "CMP-2026-019", "link", { by: "S03", at: NOW, set: { "links[+]": link } });
    const go = (event: string, set: Set) =>
      codes(tryStep(records, "CMP-2026-019", event, { by: "S03", at: NOW, set }));
    expect(go("link", { links: [] })).toEqual(["list-only-grows links"]);
    expect(go("unlink", { "links[+]": { ...link, id: "INQ-2026-002" } })).toEqual([
      "list-only-shrinks links",
    ]);
    expect(go("unlink", { links: [] })).toEqual([]);
  });

  it("a correction to the same value is none", () => {
    const lot = String(end().get("CMP-2026-003")?.["lot_no"]);
    expect(corrected("CMP-2026-003", "S03", { lot_no: lot })).toEqual(["nothing-to-write"]);
  });

  it("blanks say nothing: neither a note nor a field that is needed", () => {
    expect(codes(tryStep(end(), "CMP-2026-019", "note", { by: "F01", at: NOW, note: " \n" }))).toEqual([
      "note-missing note",
    ]);
    const set = { "preliminary_analysis.text": " 　", severity: "minor" };
    expect(codes(tryStep(end(), "CMP-2026-018", "judge_ours", { by: "S02", at: NOW, set }))).toEqual([
      "field-missing preliminary_analysis.text",
    ]);
  });
});
