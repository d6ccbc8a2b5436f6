/** Findings of the engine: what a step may write. */
import { say, type Words } from "./words.ts";

interface At {
  readonly kind: string;
  readonly path: string;
}
const zh = (p: At, w: Words): string => `${w.field(p.kind, p.path)}(${p.path})`;
const en = (p: At, w: Words): string => `${w.field(p.kind, p.path)} (${p.path})`;
/** `update` asks for no field by itself: it is told which. */
const hint = (p: At & { event: string }): string => (p.event === "update" ? ` --set ${p.path}=…` : "");
const owners = (p: At & { owners: readonly string[] }, w: Words): string =>
  w.list(p.owners.map((event) => `${event} ${w.event(p.kind, event)}`));

/** What a step says, as people read it. */
const said = ({ list, value }: { list: string; value: unknown }, w: Words): string =>
  typeof value === "boolean" ? w.value("yes_no", value ? "yes" : "no") : w.value(list, String(value));

export const writeFindings = {
  "field-missing": say<At>({
    blame: "missing",
    zh: (p, w) => `缺少 ${zh(p, w)}`,
    en: (p, w) => `${en(p, w)} is missing`,
  }),
  "other-step-first": say<At & { id: string; event: string }>({
    blame: "missing",
    zh: (p, w) => `缺少 ${w.field(p.kind, p.path)},由「${w.event(p.kind, p.event)}」填写`,
    en: (p, w) => `${w.field(p.kind, p.path)} is missing; "${w.event(p.kind, p.event)}" writes it`,
    remedy: {
      zh: (p) => `先办理 casetrail advance ${p.id} ${p.event}${hint(p)}`,
      en: (p) => `first casetrail advance ${p.id} ${p.event}${hint(p)}`,
    },
  }),
  "not-owned": say<At & { event: string; owners: readonly string[] }>({
    blame: "value",
    zh: (p, w) =>
      `「${w.event(p.kind, p.event)}」不写 ${zh(p, w)}${p.owners.length > 0 ? `,它属于 ${owners(p, w)}` : ""}`,
    en: (p, w) =>
      `"${w.event(p.kind, p.event)}" does not write ${en(p, w)}${p.owners.length > 0 ? `, which belongs to ${owners(p, w)}` : ""}`,
  }),
  "bad-path": say<{ path: string }>({
    blame: "value",
    zh: (p) => `${p.path} 不是字段路径`,
    en: (p) => `${p.path} is no path of a field`,
    remedy: {
      zh: () => "写法:a.b 下级字段,a[2] 第三项,a[-1] 末项,a[+] 追加",
      en: () => "written as: a.b nested, a[2] third element, a[-1] last, a[+] append",
    },
  }),
  "path-does-not-fit": say<{ path: string }>({
    blame: "value",
    zh: (p) => `记录中没有 ${p.path} 所指的位置`,
    en: (p) => `The record has no such place: ${p.path}`,
  }),
  frozen: say<At>({
    blame: "value",
    zh: (p, w) =>
      p.path.startsWith("history")
        ? `${zh(p, w)} 由程序自动记录,不能更改`
        : `${zh(p, w)} 属于已结束的轮次,不能再改`,
    en: (p, w) =>
      p.path.startsWith("history")
        ? `${en(p, w)} is written by the procedure itself and cannot be changed`
        : `${en(p, w)} stands in a round that is closed: nothing there is changed any more`,
  }),
  "event-says": say<At & { event: string; list: string; value: unknown }>({
    blame: "value",
    zh: (p, w) => `${zh(p, w)} 由步骤「${w.event(p.kind, p.event)}」决定为「${said(p, w)}」,不能另填`,
    en: (p, w) =>
      `${en(p, w)} follows from "${w.event(p.kind, p.event)}": "${said(p, w)}"; another value is refused`,
  }),
  "another-person": say<At & { person: string; by: string }>({
    blame: "forbidden",
    zh: (p, w) => `${zh(p, w)} 填的是${w.person(p.person)},而执行步骤的是${w.person(p.by)}:各签各的`,
    en: (p, w) =>
      `${en(p, w)} names ${w.person(p.person)}, but ${w.person(p.by)} takes the step: each signs for themselves`,
  }),
  "later-than-step": say<At>({
    blame: "blocked",
    zh: (p, w) => `${zh(p, w)} 晚于步骤本身的时间`,
    en: (p, w) => `${en(p, w)} lies later than the step itself`,
  }),
  "nothing-to-write": say<{ paths: readonly string[] }>({
    blame: "missing",
    zh: (p) => `没有要写的内容(--set)${p.paths.length > 0 ? `,可填:${p.paths.join("、")}` : ""}`,
    en: (p) =>
      `There is nothing to write (--set)${p.paths.length > 0 ? `; open now: ${p.paths.join(", ")}` : ""}`,
  }),
  "engine-owned": say<At>({
    blame: "value",
    zh: (p, w) => `${zh(p, w)} 由程序维护,不能更正`,
    en: (p, w) => `${en(p, w)} is kept by the procedure itself and cannot be corrected`,
  }),
  "signature-stands": say<At>({
    blame: "value",
    zh: (p, w) => `${zh(p, w)} 是签字,不能更正`,
    en: (p, w) => `${en(p, w)} is a signature: it cannot be corrected`,
  }),
  "not-filled-yet": say<At>({
    blame: "value",
    zh: (p, w) => `${zh(p, w)} 尚未填写,无可更正:用补充资料(update)或所属步骤填写`,
    en: (p, w) =>
      `${en(p, w)} is not filled yet, so there is nothing to correct: use update, or the step it belongs to`,
  }),
  "list-only-grows": say<At & { event: string }>({
    blame: "value",
    zh: (p, w) => `${zh(p, w)} 只能追加:已有的内容不能改动或删去`,
    en: (p, w) => `${en(p, w)} only grows: what stands there is neither changed nor taken out`,
    remedy: {
      zh: (p) => `追加一项:--set '${p.path}[+]=…'`,
      en: (p) => `add an entry: --set '${p.path}[+]=…'`,
    },
  }),
  "one-entry-a-step": say<At & { event: string }>({
    blame: "value",
    zh: (p, w) => `「${w.event(p.kind, p.event)}」只在 ${zh(p, w)} 中追加一项`,
    en: (p, w) => `"${w.event(p.kind, p.event)}" adds one entry to ${en(p, w)}, not several`,
    remedy: {
      zh: (p) => `同一项的各字段用 ${p.path}[-1]. 填写`,
      en: (p) => `write the fields of that entry as ${p.path}[-1].…`,
    },
  }),
  "list-only-shrinks": say<At & { event: string }>({
    blame: "value",
    zh: (p, w) => `「${w.event(p.kind, p.event)}」只能从 ${zh(p, w)} 中删去,不能改动或追加`,
    en: (p, w) =>
      `"${w.event(p.kind, p.event)}" only takes entries out of ${en(p, w)}: it changes and adds none`,
  }),
  "linked-already": say<{ id: string; other: string; relation: string }>({
    blame: "blocked",
    zh: (p, w) => `${p.id} 与 ${p.other} 已有「${w.value("link_relation", p.relation)}」的关联`,
    en: (p, w) => `${p.id} is linked with ${p.other} already (${w.value("link_relation", p.relation)})`,
  }),
  "not-linked": say<{ id: string }>({
    blame: "blocked",
    zh: (p) => `${p.id} 没有这一关联,无可取消`,
    en: (p) => `${p.id} has no such link: there is nothing to take out`,
    remedy: { zh: (p) => `casetrail trace ${p.id}`, en: (p) => `casetrail trace ${p.id}` },
  }),
  "link-to-itself": say<{ id: string }>({
    blame: "blocked",
    zh: (p) => `${p.id} 不能与自身关联`,
    en: (p) => `${p.id} cannot be linked with itself`,
  }),
  "link-of-another-kind": say<{ id: string; kind: string; said: string }>({
    blame: "blocked",
    zh: (p, w) =>
      p.said === ""
        ? `${p.id} 是${w.kind(p.kind)},请写明 kind: ${p.kind}`
        : `${p.id} 是${w.kind(p.kind)},不是${w.kind(p.said)}`,
    en: (p, w) =>
      p.said === ""
        ? `${p.id} is a record of kind "${w.kind(p.kind)}": say so with kind: ${p.kind}`
        : `${p.id} is a record of kind "${w.kind(p.kind)}", not "${w.kind(p.said)}"`,
  }),
  "still-needed": say<At>({
    blame: "blocked",
    zh: (p, w) => `${zh(p, w)} 是已完成步骤的必填项,可以更正,不能清空`,
    en: (p, w) => `${en(p, w)} was needed by a step already taken: it can be corrected, not emptied`,
  }),
} as const;
