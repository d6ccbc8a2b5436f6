/** What each check of `casetrail check` holds, in the order of specification 3.13. */

export const checkNames = {
  "INV-01": {
    zh: "履历连续:序号、时间、状态首尾相接",
    en: "The history is gap-free: numbers, times and states follow each other",
  },
  "INV-02": {
    zh: "每一步都是该流程的步骤,且由具备职责的人完成",
    en: "Each step is one of the workflow, taken by somebody who held the role",
  },
  "INV-03": {
    zh: "合同评审完成后才签章;未签章不下生产通知",
    en: "No contract is signed before its review, no production notice goes out without the signature",
  },
  "INV-04": {
    zh: "口头订单有评审记录(5.8),评审通过前已复述确认",
    en: "A verbal order has its 5.8 record and was read back before the review was concluded",
  },
  "INV-05": {
    zh: "特殊订单评审通过前,各会签部门均有意见且无不同意",
    en: "A special order has the opinions of all departments asked before its review is concluded, none refuses",
  },
  "INV-06": {
    zh: "公司提出的修改经客户认可后才传递",
    en: "A change by the company is distributed only after the customer accepted it",
  },
  "INV-07": {
    zh: "涉及产品要求的修改,更改文件后才关闭",
    en: "A change of a product requirement is closed only with its document changes",
  },
  "INV-08": {
    zh: "暂缓答复的问询留有客户名称和联络方式",
    en: "A deferred inquiry holds the customer's name and how to reach them",
  },
  "INV-09": {
    zh: "我司责任且已接受的投诉:最后一轮为接受,以前各轮被拒绝或重新打开",
    en: "A complaint of ours that was accepted: its last round was, earlier ones were refused or reopened",
  },
  "INV-10": {
    zh: "每次回复先电话确认收到,再征询意见",
    en: "Each reply has its phone confirmation before the opinion",
  },
  "INV-11": { zh: "两个签字是两个人", en: "Two signatures are of two persons" },
  "INV-12": {
    zh: "致命、严重或重复的我司责任投诉有纠正预防措施,来源互相对应",
    en: "A critical, major or repeat complaint of ours has a CAPA whose source is the complaint",
  },
  "INV-13": {
    zh: "我司责任投诉存档前,标准化会议已召开,管理者代表和责任部门参会",
    en: "A filed complaint of ours was in a meeting with the management representative and the responsible department",
  },
  "INV-14": {
    zh: "退货:合格加不合格等于实收,等于各处置之和;与通知数量的差异已说明",
    en: "A return: good and defective make what was received, and so do the dispositions; differences are explained",
  },
  "INV-15": { zh: "退货入库当日通知品质部", en: "Quality is notified on the day the goods come in" },
  "INV-16": {
    zh: "让步接收和返修有特采批准;再次交付客户的还有客户同意",
    en: "Use as is and repair have a concession, and the customer's consent if the goods go there again",
  },
  "INV-17": {
    zh: "已结案的纠正预防措施:验证有效且满期限,防止再发已填,来源调查的由销售部监督",
    en: "A closed CAPA: proven effective after the minimum, prevention filled, supervised by Sales if from a survey",
  },
  "INV-18": {
    zh: "每个自然半年发出且只发出一期客户满意度调查",
    en: "Each calendar half-year has exactly one wave, sent inside it",
  },
  "INV-19": {
    zh: "低于下限的项目均有来源于本期的纠正预防措施",
    en: "Each entry below the limit is covered by a CAPA that comes from the wave",
  },
  "INV-20": {
    zh: "主要客户的名称、地址、电话、联系人、主要产品均已填写",
    en: "A main customer has name, address, phone, contact and main products",
  },
  "INV-21": {
    zh: "所指单据和人员存在,且属同一客户;投诉不早于其出货",
    en: "What a record names exists and is of the same customer; a complaint is not older than its delivery",
  },
  "INV-22": {
    zh: "时间带 +08:00,不在将来;非工作日的步骤予以列出",
    en: "Times carry +08:00 and do not lie in the future; steps on days off are listed",
  },
  "INV-23": { zh: "附件存在且与其 sha256 相符", en: "Attachments exist and match their sha256" },
  "INV-24": {
    zh: "结案后除重新打开或有原因的更正外不得修改",
    en: "A closed record is changed only by reopening, or by a correction with its reason",
  },
  deadline: { zh: "程序规定的期限均按时完成", en: "The deadlines of the procedure are kept" },
} as const;

export type CheckId = keyof typeof checkNames;
