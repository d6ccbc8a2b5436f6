/** A small procedure for tests of input: a kind with a field of every type, labels, and the numbering of all kinds. */
import { readFileSync } from "node:fs";
import type { Reading } from "../../src/domain/input/reading.ts";
import { labelChain } from "../../src/domain/records/fields.ts";
import type { Field, KindModel, Numbering, SharedModel } from "../../src/domain/records/model.ts";
import type { Kind, Label } from "../../src/domain/records/record.ts";
import type { Words } from "../../src/domain/words/words.ts";
import { parseYaml } from "../../src/store/yaml.ts";

const numbering = (prefix: string, by: Numbering["by"], width = 3): Numbering => ({ prefix, by, width });
const kindOf = (zh: string, en: string, folder: string, number: Numbering) => ({ zh, en, folder, number });

export const kinds: SharedModel["kinds"] = {
  customer: kindOf("客户", "Customer", "customers", numbering("CUS", "none")),
  order: kindOf("订单", "Order", "orders", numbering("ORD", "year", 4)),
  amendment: kindOf("订单修改通知", "Amendment", "amendments", numbering("AMD", "year")),
  inquiry: kindOf("问询记录", "Inquiry", "inquiries", numbering("INQ", "year")),
  outreach: kindOf("沟通记录", "Outreach entry", "outreach", numbering("OUT", "year")),
  complaint: kindOf("客户投诉", "Complaint", "complaints", numbering("CMP", "year")),
  return: kindOf("客户退货", "Return", "returns", numbering("RET", "year")),
  capa: kindOf("纠正预防措施", "CAPA", "capas", numbering("CAPA", "year")),
  survey_wave: kindOf("满意度调查期次", "Survey wave", "surveys", numbering("SRV", "half_year")),
  survey_response: kindOf("满意度问卷", "Questionnaire", "responses", numbering("RSP", "wave")),
  monthly_summary: kindOf("月工作总结", "Monthly summary", "summaries", numbering("MWS", "month")),
  standardisation_meeting: kindOf("标准化会议", "Meeting", "meetings", numbering("STD", "year")),
};

type SpecEnums = Record<string, { value: string; zh: string; en: string }[]>;
const spec = JSON.parse(readFileSync(new URL("../spec/enums.json", import.meta.url), "utf8")) as SpecEnums;
export const enums: SharedModel["enums"] = Object.fromEntries(
  Object.entries(spec).map(([name, values]) => [
    name,
    Object.fromEntries(values.map(({ value, zh, en }) => [String(value), { zh, en }])),
  ]),
);

const label = (zh: string, en: string): { label: Label } => ({ label: { zh, en } });

export const fields: Record<string, Field> = {
  title: { type: "string", ...label("摘要", "Title"), example: "电镀起泡" },
  description: { type: "text", ...label("投诉内容", "Description"), required: "always" },
  severity: { type: "enum", enum: "severity", ...label("严重程度", "Severity"), required: "judge" },
  category: { type: "enum", enum: "complaint_category", ...label("投诉类别", "Category") },
  scale: { type: "enum", enum: "survey_scale", ...label("等级", "Scale") },
  handed_on: { type: "date", ...label("移交日期", "Handed over on") },
  received_at: { type: "datetime", ...label("受理时间", "Received at"), required: "always" },
  quantity: { type: "int", ...label("数量", "Quantity"), example: "120" },
  rate: { type: "number", ...label("不良率", "Rate") },
  urgent: { type: "bool", ...label("加急", "Urgent") },
  owner: { type: "ref", refs: ["staff"], ...label("负责人", "Owner") },
  subject: { type: "ref", refs: ["order", "complaint"], ...label("关联单据", "Subject") },
  capa_ids: { type: "list", items: { type: "ref", refs: ["capa"] }, ...label("CAPA", "CAPAs") },
  departments: {
    type: "list",
    items: { type: "enum", enum: "department" },
    ...label("责任部门", "Departments"),
  },
  aliases: { type: "list", items: { type: "string" }, ...label("别名", "Aliases") },
  price: {
    type: "object",
    ...label("金额", "Price"),
    properties: {
      amount: { type: "number", ...label("数额", "Amount") },
      currency: { type: "string", ...label("币种", "Currency") },
    },
  },
  actions: {
    type: "list",
    ...label("对策", "Actions"),
    items: {
      type: "object",
      properties: {
        type: { type: "enum", enum: "action_type", ...label("类型", "Type"), required: "always" },
        text: { type: "text", ...label("内容", "Text"), required: "always" },
        due: { type: "date", ...label("期限", "Due") },
      },
    },
  },
  scores: { type: "map", items: { type: "int", nullable: true }, ...label("得分", "Scores") },
  rounds: {
    type: "list",
    ...label("回合", "Rounds"),
    items: {
      type: "object",
      properties: {
        reply: {
          type: "object",
          ...label("回复客户", "Reply"),
          properties: {
            channel: { type: "enum", enum: "channel", ...label("方式", "Channel") },
            sent_at: { type: "datetime", ...label("发出时间", "Sent at") },
          },
        },
      },
    },
  },
  data: { type: "any" },
};

export const kind = { workflow: { kind: "complaint" }, fields } as unknown as KindModel;

export const reading: Reading = {
  kind: "complaint" satisfies Kind,
  shared: { enums, kinds },
  now: "2026-11-24T17:30:00+08:00",
  parseFlow: (text) => parseYaml(text, "flow"),
};

/** Words in a language, from the fixture's labels. */
export const wordsIn = (lang: "zh" | "en"): Words => ({
  lang,
  kind: (name) => kinds[name as Kind]?.[lang] ?? name,
  state: (_kind, state) => state,
  event: (_kind, event) => event,
  field: (_kind, path) =>
    labelChain(kind, path)
      .map((one) => one[lang])
      .join(lang === "zh" ? "·" : " · "),
  value: (name, key) => (enums[name]?.[key]?.[lang] ?? key).replace(/:.*|\(.*/, ""),
  role: (role) => role,
  department: (department) => department,
  person: (id) => id,
  deadline: (id) => id,
  list: (items) => items.join(lang === "zh" ? "、" : ", "),
});
