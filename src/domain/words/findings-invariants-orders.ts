/** Findings of `check` on histories, orders, amendments and inquiries (INV-01 to INV-08). */
import { said } from "./broken.ts";

export const orderInvariants = {
  "INV-01": said({
    empty: ["没有履历", "There is no history"],
    seq: ["履历第 {place} 条的序号为 {seq}", "Entry {place} of the history has number {seq}"],
    time: [
      "履历第 {seq} 步({at})早于前一步({before})",
      "Step {seq} ({at}) lies before the one before it ({before})",
    ],
    chain: [
      "履历第 {seq} 步从「{from|state}」开始,而前一步到「{to|state}」",
      'Step {seq} leaves from "{from|state}", but the one before it led to "{to|state}"',
    ],
    state: [
      "状态为「{state|state}」,而履历最后一步到「{to|state}」",
      'The state is "{state|state}", but the last step led to "{to|state}"',
    ],
  }),
  "INV-02": said({
    step: [
      "履历第 {seq} 步 {transition}({event})不是该流程的步骤",
      "Step {seq}, {transition} ({event}), is no step of this workflow",
    ],
    path: [
      "履历第 {seq} 步「{event|event}」不能从「{from|state}」到「{to|state}」",
      'Step {seq}, "{event|event}", does not lead from "{from|state}" to "{to|state}"',
    ],
    role: [
      "履历第 {seq} 步「{event|event}」由 {role|role} 完成,应由:{roles|role}",
      'Step {seq}, "{event|event}", was taken as {role|role}; it is for {roles|role}',
    ],
    person: [
      "履历第 {seq} 步:{by|person} 当日不具备 {role|role} 的职责",
      "Step {seq}: {by|person} did not hold the role {role|role} that day",
    ],
    department: [
      "履历第 {seq} 步:{by|person} 不是责任部门({departments|department})的主管",
      "Step {seq}: {by|person} does not head the responsible department ({departments|department})",
    ],
  }),
  "INV-03": said({
    order: [
      "签章({sign})早于评审完成({concluded})",
      "Signed on {sign}, before the review was concluded on {concluded}",
    ],
    unreviewed: ["已签章,但没有评审完成时间", "Signed, but the review was never concluded"],
    notice: ["已下生产通知,但没有签章", "A production notice was issued, but the order is not signed"],
  }),
  "INV-04": said({
    record: ["口头订单没有口头订单评审记录(5.8)", "A verbal order without its 5.8 record"],
    agreed: [
      "口头订单评审通过前未得到复述确认",
      "The verbal order was not read back and agreed before the review",
    ],
    late: [
      "口头订单的复述确认({at})晚于评审完成({concluded})",
      "The verbal order was read back on {at}, after the review was concluded on {concluded}",
    ],
  }),
  "INV-05": said({
    missing: [
      "特殊订单评审通过时,{department|department}没有意见",
      "The special order passed its review without the opinion of {department|department}",
    ],
    late: [
      "{department|department}的意见({at})晚于评审完成({concluded})",
      "{department|department} answered on {at}, after the review was concluded on {concluded}",
    ],
    rejects: [
      "{department|department}不同意,订单仍评审通过",
      "The order passed its review although {department|department} refuses",
    ],
  }),
  "INV-06": said({
    accepted: [
      "公司提出的修改已传递,但客户未认可",
      "A change by the company was distributed without the customer's acceptance",
    ],
  }),
  "INV-07": said({
    documents: [
      "涉及产品要求的修改已关闭,但没有文件更改记录",
      "A change of a product requirement was closed without document changes",
    ],
  }),
  "INV-08": said({
    contact: ["暂缓答复的问询缺少 {path|field}", "A deferred inquiry lacks {path|field}"],
  }),
} as const;
