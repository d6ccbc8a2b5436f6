/** Each of the twelve kinds can be opened with valid input, and taken one step further. */
import { beforeAll, describe, expect, it } from "vitest";
import { KINDS } from "../../src/domain/records/record.ts";
import { casetrail, errorOf, example, json } from "../support/cli.ts";
import { sample } from "../support/procedure.ts";

let factory = "";
beforeAll(async () => {
  factory = await example();
});
type Given = Readonly<Record<string, unknown>>;
interface Way {
  readonly kind: string;
  readonly id: string;
  readonly by: string;
  readonly set: Given;
  readonly next: { readonly event: string; readonly by: string; readonly set: Given; readonly to: string };
}
const take = (argv: readonly string[], set: Given) =>
  casetrail([...argv, "--from", "-", "--json"], { cwd: factory, stdin: JSON.stringify(set) });

const LINES = [
  {
    line: 1,
    part_no: "SL-7030",
    product_name: "三节滑轨",
    quantity: 500,
    unit: "PCS",
    unit_price: 18.9,
    currency: "CNY",
    delivery_date: "2026-12-28",
  },
];
const ANSWERED = "无: 标准件";
const NOTHING_SPECIAL = { value: false, reason: "标准件" };
const [wave] = sample<{ questions: object[] }[]>("surveys/waves.json");

const ways: readonly Way[] = [
  {
    kind: "customer",
    id: "CUS-013",
    by: "S01",
    set: {
      name: "某新客户有限公司",
      short_name: "新客户",
      grade: "C",
      main_customer: false,
      country: "CN",
      reply_language: "zh",
      reply_channel: "email",
      salesperson: "S02",
      since: "2026-11-24",
      contacts: [{ name: "采购员", phone: "+00 000 0000 0199" }],
    },
    next: { event: "review", by: "S02", set: { updated_at: "2026-11-24" }, to: "active" },
  },
  {
    kind: "order",
    id: "ORD-2026-0026",
    by: "S02",
    set: {
      customer_id: "CUS-003",
      contract_form: "written",
      channel: "email",
      received_at: "2026-11-24T09:00",
      customer_po: "PO-9",
      lines: LINES,
      delivery_date: "2026-12-28",
      ship_to: "客户一厂",
      payment_terms: "月结60天",
    },
    next: {
      event: "determine",
      by: "S02",
      set: {
        requirements: {
          stated: "按图 C 版",
          implied: ANSWERED,
          obligations: ANSWERED,
          laws: "RoHS",
          standards: "GB/T 10125",
          characteristics: ANSWERED,
          reliability: ANSWERED,
          transport: ANSWERED,
          support: ANSWERED,
          hse: ANSWERED,
        },
        complex_process: NOTHING_SPECIAL,
        special_material: NOTHING_SPECIAL,
        order_class: "routine",
      },
      to: "requirements_determined",
    },
  },
  {
    kind: "amendment",
    id: "AMD-2026-007",
    by: "S02",
    set: {
      order_id: "ORD-2026-0017",
      customer_id: "CUS-001",
      initiator: "customer",
      channel: "email",
      requested_at: "2026-11-24T09:00",
      changes: [{ item: "packaging", line: 1, before: "牛皮盒", after: "彩盒" }],
      reason: "零售包装",
      affects_product_requirement: false,
    },
    next: {
      event: "review",
      by: "S02",
      set: {
        impact: { stock: "无", wip: "少量", cost: "无" },
        asked_departments: ["production", "purchasing", "quality"],
      },
      to: "reviewing",
    },
  },
  {
    kind: "inquiry",
    id: "INQ-2026-009",
    by: "S04",
    set: {
      customer_id: "CUS-011",
      customer_name: "Lumen Quay",
      type: "order_progress",
      order_id: "ORD-2026-0019",
      received_at: "2026-11-24T10:00",
      channel: "email",
      content: "ORD-2026-0019 何时出货?",
      contact_person: "Buyer",
      contact_method: "+00 000 0000 0199",
    },
    next: {
      event: "answer",
      by: "S04",
      set: { answer: { text: "下周一", channel: "email" } },
      to: "answered",
    },
  },
  {
    kind: "outreach",
    id: "OUT-2026-005",
    by: "S02",
    set: {
      date: "2026-11-24",
      customer_id: "展会客户 17 家",
      method: "exhibition",
      content: "展会派发目录",
      needs: "轻量化",
      market: "铜价上涨",
      next_step: "跟进 5 家",
    },
    next: { event: "note", by: "S02", set: {}, to: "logged" },
  },
  {
    kind: "complaint",
    id: "CMP-2026-021",
    by: "S02",
    set: {
      customer_id: "CUS-003",
      received_at: "2026-11-24T16:20",
      channel: "fax",
      complainant: { name: "品质工程师", phone: "+00 000 0000 0103" },
      category: "documents",
      order_id: "ORD-2026-0015",
      part_no: "HJ-2201",
      product_name: "不锈钢铰链",
      lot_no: "L260015",
      quantity_delivered: 6000,
      defect_type: "document_missing",
      description: "随货缺合格证",
      remedy_requested: ["none"],
      urgency: "normal",
    },
    next: {
      event: "judge_ours",
      by: "S02",
      set: { severity: "minor", preliminary_analysis: { text: "漏附" }, recurrence_note: "不同单证" },
      to: "cause_analysis",
    },
  },
  {
    kind: "return",
    id: "RET-2026-009",
    by: "S03",
    set: {
      customer_id: "CUS-012",
      order_id: "ORD-2026-0011",
      complaint_id: "CMP-2026-014",
      requested_at: "2026-11-24T10:00",
      lines: [{ part_no: "CB-2500", product_name: "登山扣", quantity_announced: 5, unit: "PCS" }],
      reason_claimed: "quality",
    },
    next: { event: "issue_slip", by: "S05", set: { freight_paid_by: "customer" }, to: "issued" },
  },
  {
    kind: "capa",
    id: "CAPA-2026-011",
    by: "Q01",
    set: {
      source: { type: "complaint", id: "CMP-2026-015" },
      severity: "major",
      responsible_department: "production",
      problem: { what: "铰链寿命不足", how_many: "见来源单" },
    },
    next: {
      event: "analyse_cause",
      by: "Q02",
      set: {
        causes: [
          {
            kind: "occurrence",
            category: "material",
            text: "铆钉硬度偏低",
            method: "five_why",
            verified: true,
          },
          { kind: "escape", category: "method", text: "寿命试验未做", method: "five_why", verified: true },
        ],
      },
      to: "cause_analysed",
    },
  },
  {
    kind: "survey_wave",
    id: "SRV-2026H2",
    by: "S01",
    set: {
      half_year: "2026H2",
      questionnaire: "QN-2",
      questions: wave?.questions,
      scale: "1-5",
      target_return_rate: 0.9,
      lower_limit_overall: 85,
      lower_limit_item: 80,
      planned_send_date: "2026-11-24",
    },
    next: {
      event: "send",
      by: "S04",
      set: {
        sent_at: "2026-11-24T17:00",
        recipients: ["CUS-001", "CUS-002", "CUS-003", "CUS-004", "CUS-005", "CUS-006"]
          .concat(["CUS-007", "CUS-008", "CUS-009", "CUS-010", "CUS-011", "CUS-012", "CUS-013"])
          .map((customer_id) => ({
            customer_id,
            contact: "采购员",
            channel: "email",
            sent_at: "2026-11-24T17:00",
          })),
      },
      to: "sent",
    },
  },
  {
    kind: "survey_response",
    id: "RSP-2026H2-001",
    by: "S04",
    set: {
      wave_id: "SRV-2026H2",
      customer_id: "CUS-011",
      filled_on: "2026-11-24",
      received_at: "2026-11-24T17:10",
      channel: "email",
      scores: { Q1: 4, Q2: 4, Q3: 4, Q4: 4, Q5: 4, Q6: 4, Q7: 4, Q8: 4, Q9: 4, Q10: 4 },
    },
    next: { event: "note", by: "S04", set: {}, to: "recorded" },
  },
  {
    kind: "monthly_summary",
    id: "MWS-2026-10-001",
    by: "S02",
    set: { month: "2026-10" },
    next: {
      event: "submit",
      by: "S02",
      set: {
        outreach: "展会一次",
        needs_market: "轻量化",
        achievements: "准时交货",
        problems: "包装破损",
        next_month: "跟进展会客户",
      },
      to: "submitted",
    },
  },
  {
    kind: "standardisation_meeting",
    id: "STD-2026-009",
    by: "M01",
    set: { cases: ["CAPA-2026-009"] },
    next: { event: "note", by: "M01", set: {}, to: "planned" },
  },
];

describe("Every kind of record", () => {
  it("is among them", () => {
    expect(ways.map(({ kind }) => kind).toSorted()).toEqual([...KINDS].toSorted());
  });

  it.each(ways.map((way) => [way.kind, way] as const))(
    "%s is opened, and goes one step further",
    async (kind, way) => {
      const opened = await take(["open", kind, "--as", way.by], way.set);
      expect([opened.err.replace(/^\{"warning".*\n/gm, ""), opened.exit]).toEqual(["", 0]);
      const { id, history } = json<{ id: string; history: object[] }>(opened);
      expect(history).toHaveLength(1);
      expect(id).toMatch(new RegExp(`^${way.id.replace(/\d+$/, "")}`));
      const { next } = way;
      const note = next.event === "note" ? ["--note", "已电话确认"] : [];
      const taken = await take(["advance", id, next.event, "--as", next.by, ...note], next.set);
      expect([taken.err.replace(/^\{"warning".*\n/gm, ""), taken.exit]).toEqual(["", 0]);
      expect(json(taken)).toMatchObject({ id, state: next.to });
      expect((await casetrail(["check", id, "--json"], { cwd: factory })).exit).toBe(0);
    },
  );

  it("a half-year that has a wave gets no second one of the same number: 1", async () => {
    const { set, by } = ways.find(({ kind }) => kind === "survey_wave") ?? { set: {}, by: "" };
    const answer = await take(["open", "survey_wave", "--as", by], {
      ...set,
      half_year: "2026H1",
      planned_send_date: "2026-06-01",
    });
    expect([answer.exit, errorOf(answer).findings.map(({ code }) => code)]).toEqual([1, ["wave-exists"]]);
  });
});
