/** Examples at the foot of each command's help: lines to copy, on the worked example. */
import type { Lang } from "../domain/records/record.ts";
import type { Example } from "./help.ts";

type Examples = Readonly<Record<Lang, readonly Example[]>>;

export const commandExamples: Readonly<Record<string, Examples>> = {
  status: {
    zh: [
      ["status --as Q01", "品质部经理眼里的今天"],
      ["status --json", "给脚本用"],
    ],
    en: [
      ["status --as Q01", "today as the quality manager sees it"],
      ["status --json", "for scripts"],
    ],
  },
  todo: {
    zh: [
      ["todo --why", "我的待办,逐日列出期限怎么算出来"],
      ["todo --all --overdue", "全公司逾期的事"],
      ["todo --department production --ics production.ics", "生产部的期限,放进日历"],
    ],
    en: [
      ["todo --why", "my work list, each due day counted out"],
      ["todo --all --overdue", "everything late, whoever it waits for"],
      ["todo --department production --ics production.ics", "due days of Production for a calendar"],
    ],
  },
  open: {
    zh: [
      ["open complaint", "登记客户投诉,缺什么问什么"],
      ["open complaint --from mail.yaml --dry-run", "从文件填写,先看会写什么"],
      ["open order --edit", "在编辑器里填写整张表"],
    ],
    en: [
      ["open complaint", "register a complaint; asks for what is missing"],
      ["open complaint --from mail.yaml --dry-run", "fill it from a file, see first what would be written"],
      ["open order --edit", "fill the whole form in an editor"],
    ],
  },
  advance: {
    zh: [
      ["advance CMP-2026-018", "现在可以做什么、由谁做、还缺什么"],
      ["advance CMP-2026-018 judge_ours --set severity=minor", "判定我司责任;其余逐项提问"],
      ["advance CMP-2026-019 link --to INQ-2026-006", "关联另一份单据,双方都记"],
    ],
    en: [
      ["advance CMP-2026-018", "what may happen now, who may do it, what it still needs"],
      ["advance CMP-2026-018 judge_ours --set severity=minor", "take a step; asks for the rest"],
      ["advance CMP-2026-019 link --to INQ-2026-006", "link another record, written on both"],
    ],
  },
  close: {
    zh: [
      ["close CMP-2026-015", "能否结案;不能时列出全部条件和由谁办理"],
      ["close RET-2026-005 --dry-run", "只看会写什么"],
    ],
    en: [
      ["close CMP-2026-015", "can it be closed? if not, every condition and who clears it"],
      ["close RET-2026-005 --dry-run", "see only what would be written"],
    ],
  },
  correct: {
    zh: [['correct CMP-2026-019 --set quantity_complained=14 --reason "客户来函更正"', "旧值留在履历里"]],
    en: [
      [
        'correct CMP-2026-019 --set quantity_complained=14 --reason "the customer wrote again"',
        "the old value stays",
      ],
    ],
  },
  attach: {
    zh: [
      ["attach CMP-2026-019 photo.jpg report.pdf", "附上两份证据"],
      ['attach CMP-2026-019 photo.jpg --note "客户来图"', "附上并说明"],
    ],
    en: [
      ["attach CMP-2026-019 photo.jpg report.pdf", "two pieces of evidence"],
      ['attach CMP-2026-019 photo.jpg --note "from the customer"', "with a remark"],
    ],
  },
  show: {
    zh: [
      ["show CAPA-2026-010", "记录、期限、下一步"],
      ["show CMP-2026-019 --next", "后续每一步的全部条件"],
      ["show cmp-2026-019 --json", "给脚本用;编号不分大小写"],
    ],
    en: [
      ["show CAPA-2026-010", "the record, its deadlines, what comes next"],
      ["show CMP-2026-019 --next", "every condition of every step open now"],
      ["show cmp-2026-019 --json", "for scripts; case does not matter"],
    ],
  },
  list: {
    zh: [
      ["list complaint --state open --sort due", "未结投诉,先到期的在前"],
      ["list order --customer CUS-002 --columns id,title,delivery_date", "某客户的订单"],
      ["list capa --where severity=major --format ndjson", "每行一份记录"],
    ],
    en: [
      ["list complaint --state open --sort due", "open complaints, the most urgent first"],
      ["list order --customer CUS-002 --columns id,title,delivery_date", "orders of a customer"],
      ["list capa --where severity=major --format ndjson", "one record a line"],
    ],
  },
  log: {
    zh: [
      ["log CMP-2026-004", "每一步:何时、何人、哪个提交"],
      ["log CMP-2026-004 --json", "给脚本用"],
    ],
    en: [
      ["log CMP-2026-004", "every step: when, who, in which commit"],
      ["log CMP-2026-004 --json", "for scripts"],
    ],
  },
  trace: {
    zh: [["trace CMP-2026-004", "从投诉到订单、退货、纠正措施"]],
    en: [["trace CMP-2026-004", "from a complaint to its order, return and CAPA"]],
  },
  check: {
    zh: [
      ["check", "全部记录;没有问题就不作声"],
      ["check CMP-2026-004 --only INV-12", "一份记录的一项检查"],
      ["check --list", "有哪些检查"],
    ],
    en: [
      ["check", "everything; silent when all is well"],
      ["check CMP-2026-004 --only INV-12", "one check of one record"],
      ["check --list", "which checks there are"],
    ],
  },
  procedure: {
    zh: [
      ["procedure show complaint", "投诉的状态、步骤、条件与期限"],
      ["procedure check", "程序数据是否自洽"],
    ],
    en: [
      ["procedure show complaint", "states, steps, conditions and deadlines of a complaint"],
      ["procedure check", "is the procedure sound?"],
    ],
  },
  draft: {
    zh: [
      ["draft list", "全部草稿"],
      ["draft show D-3", "看一份"],
      ["draft drop D-3", "丢弃"],
    ],
    en: [
      ["draft list", "all of them"],
      ["draft show D-3", "one of them"],
      ["draft drop D-3", "throw it away"],
    ],
  },
  init: {
    zh: [
      ['init quality --company "云脊五金制品有限公司"', "新建记录库"],
      ["init try --sample", "装入示例"],
    ],
    en: [
      ['init quality --company "Yunji Hardware"', "a repository of one's own"],
      ["init try --sample", "filled with the worked example"],
    ],
  },
  demo: {
    zh: [
      ["demo", "在 casetrail-demo 中生成示例"],
      ["demo somewhere --lang en", "生成到别处,用英文说"],
    ],
    en: [
      ["demo", "the example in casetrail-demo"],
      ["demo somewhere --lang en", "elsewhere, told in English"],
    ],
  },
};

export const helpWords: Readonly<Record<Lang, { readonly globals: string }>> = {
  zh: { globals: "通用选项(-C、--as、--lang、--json …)可写在命令前或后,见 casetrail --help" },
  en: { globals: "Options that every command has (-C, --as, --lang, --json …): see casetrail --help" },
};
