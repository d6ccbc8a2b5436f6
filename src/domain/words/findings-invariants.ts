/** Findings of `check` (specification 3.13), the code is the id of the check. */
import { said } from "./broken.ts";
import { caseInvariants } from "./findings-invariants-cases.ts";
import { orderInvariants } from "./findings-invariants-orders.ts";

export const invariantFindings = {
  ...orderInvariants,
  ...caseInvariants,
  "INV-18": said({
    missing: ["{half_year} 没有发出客户满意度调查", "No survey was sent in {half_year}"],
    several: ["{half_year} 有多期调查:{waves}", "{half_year} has several waves: {waves}"],
    outside: ["发出时间 {sent} 不在 {half_year} 之内", "Sent on {sent}, not inside {half_year}"],
  }),
  "INV-19": said({
    uncovered: [
      "{what|scope} {key} 低于下限,没有纠正预防措施",
      "{what|scope} {key} is below the limit, without a CAPA",
    ],
    source: ["{capa} 的来源不是本期调查", "{capa} does not name this wave as its source"],
  }),
  "INV-20": said({
    empty: ["主要客户缺少 {path|field}", "The main customer lacks {path|field}"],
  }),
  "INV-21": said({
    unknown: ["{path|field} 指向的 {id} 不存在", "{path|field} names {id}, which does not exist"],
    kind: [
      "{path|field} 指向的 {id} 不是所需的单据类型",
      "{path|field} names {id}, a record of another kind",
    ],
    customer: [
      "{path|field} 指向的 {id} 属于客户 {theirs},本单客户为 {mine}",
      "{path|field} names {id} of customer {theirs}; this record is of {mine}",
    ],
    older: [
      "投诉受理于 {received},早于订单 {order} 的出货 {shipped}",
      "The complaint came in on {received}, before {order} was shipped on {shipped}",
    ],
  }),
  "INV-22": said({
    zone: ["{path|field} 的时间 {at} 不带 +08:00", "{path|field}: the time {at} does not carry +08:00"],
    future: ["履历第 {seq} 步({at})在将来", "Step {seq} ({at}) lies in the future"],
    day: ["履历第 {seq} 步在非工作日({day})", "Step {seq} was taken on a day off ({day})"],
  }),
  "INV-23": said({
    missing: ["附件 {file} 不存在", "The attachment {file} does not exist"],
    changed: ["附件 {file} 的内容与记录的 sha256 不符", "The attachment {file} does not match its sha256"],
  }),
  "INV-24": said({
    edited: [
      "履历第 {seq} 步「{event|event}」在结案后修改了记录",
      'Step {seq}, "{event|event}", changed the record after it was closed',
    ],
    reason: ["履历第 {seq} 步更正没有原因", "The correction in step {seq} gives no reason"],
  }),
  deadline: said(
    {
      late: [
        "「{deadline|deadline}」迟完成:期限 {due},完成于 {ended}",
        '"{deadline|deadline}" was late: due {due}, done {ended}',
      ],
      overdue: ["「{deadline|deadline}」已逾期:期限 {due}", '"{deadline|deadline}" is overdue: due {due}'],
    },
    "warning",
  ),
} as const;
