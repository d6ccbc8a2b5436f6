/** Findings of `check` on complaints, returns and CAPAs (INV-09 to INV-17). */
import { said } from "./broken.ts";

export const caseInvariants = {
  "INV-09": said({
    last: [
      "我司责任的投诉已接受,但最后一轮客户意见不是接受",
      "The case was accepted, but its last round was not",
    ],
    earlier: [
      "第 {round} 轮既未被客户拒绝,也未重新打开,却有下一轮",
      "Round {round} was neither refused nor reopened, yet another follows",
    ],
  }),
  "INV-10": said({
    call: [
      "第 {round} 轮有客户意见,但没有电话确认收到",
      "Round {round} has the customer's opinion without a phone confirmation of receipt",
    ],
    late: [
      "第 {round} 轮的电话确认({call})晚于客户意见({opinion})",
      "Round {round}: the phone confirmation ({call}) lies after the opinion ({opinion})",
    ],
  }),
  "INV-11": said({
    same: ["{path|field} 的两个签字都是 {by|person}", "{path|field}: both signatures are by {by|person}"],
  }),
  "INV-12": said({
    missing: [
      "{reason} 的投诉(我司责任)必须发出纠正预防措施",
      "A complaint that is {reason} and ours needs a CAPA",
    ],
    source: ["{capa} 的来源不是本投诉", "{capa} does not name this complaint as its source"],
  }),
  "INV-13": said({
    meeting: [
      "已存档,但没有已召开的标准化会议讨论此案",
      "Filed, but no meeting that was held lists this case",
    ],
    attended: [
      "标准化会议 {meeting} 缺少管理者代表或责任部门({departments|department})",
      "Meeting {meeting} lacked the management representative or a responsible department ({departments|department})",
    ],
  }),
  "INV-14": said({
    inspected: [
      "合格 {ok} 加不合格 {ng} 不等于实收 {received}",
      "{ok} good and {ng} defective do not make the {received} received",
    ],
    disposed: ["已判处置 {disposed},实收 {received}", "{disposed} disposed of, {received} received"],
    unexplained: [
      "实收 {received},通知 {announced},差异未说明",
      "{received} received, {announced} announced: the difference is not explained",
    ],
  }),
  "INV-15": said(
    {
      late: [
        "退货 {received} 入库,{notified} 才通知品质部",
        "Goods received on {received}, Quality notified on {notified}",
      ],
    },
    "warning",
  ),
  "INV-16": said({
    approver: ["让步接收或返修没有特采批准人", "Use as is or repair without an approved concession"],
    consent: [
      "让步接收或返修的产品再次交付客户,但没有客户同意",
      "Goods under concession go to the customer again without consent",
    ],
  }),
  "INV-17": said({
    effective: ["已结案,但效果验证结果不是有效", "Closed, but the verification is not effective"],
    early: [
      "完成({completed})后未满最短验证期即验证({verified})",
      "Verified on {verified}, too early after completion on {completed}",
    ],
    prevention: ["已结案,但没有防止再发(D7)", "Closed without prevention (D7)"],
    supervision: [
      "来源为满意度调查,但没有销售部监督",
      "It comes from a survey, but Sales has not supervised it",
    ],
  }),
} as const;
