/** Findings of the engine: which step, who, when. */
import { nearest } from "../records/nearest.ts";
import { moment, say, type Words } from "./words.ts";

const roles = (names: readonly string[], w: Words): string => w.list(names.map((role) => w.role(role)));
const events = (kind: string, names: readonly string[], w: Words): string =>
  w.list(names.map((event) => `${event} ${w.event(kind, event)}`));
const meant = (kind: string, event: string, known: readonly string[], w: Words): string | undefined => {
  const close = nearest(event, known);
  return close === undefined ? undefined : `${close} ${w.event(kind, close)}`;
};

/** Somebody may not take a step; `able` are those who may. */
interface Refused {
  readonly kind: string;
  readonly id?: string;
  readonly event: string;
  readonly person: string;
  readonly able: readonly string[];
}
const ableNames = ({ able }: Refused, w: Words): string => w.list(able.slice(0, 3).map((id) => w.person(id)));
const asOne = ({ kind, id, event, able }: Refused): string =>
  `${id ? `casetrail advance ${id} ${event}` : `casetrail open ${kind}`} --as ${able[0] ?? ""}`;
const whoMay = {
  zh: (p: Refused, w: Words): string =>
    p.able.length > 0 ? `可由 ${ableNames(p, w)} 执行:${asOne(p)}` : "people.yaml 中没有人具备这项职责",
  en: (p: Refused, w: Words): string =>
    p.able.length > 0 ? `${ableNames(p, w)} may: ${asOne(p)}` : "nobody in people.yaml holds such a role",
};

export const stepFindings = {
  "unknown-event": say<{ kind: string; event: string; open: readonly string[]; known: readonly string[] }>({
    blame: "value",
    zh: (p, w) => {
      const close = meant(p.kind, p.event, p.known, w);
      return `没有步骤 ${p.event}${close === undefined ? "" : `?是否指 ${close}`}`;
    },
    en: (p, w) => {
      const close = meant(p.kind, p.event, p.known, w);
      return `There is no step ${p.event}${close === undefined ? "" : `. Did you mean ${close}?`}`;
    },
    remedy: {
      zh: (p, w) => `现在可以:${events(p.kind, p.open, w)}`,
      en: (p, w) => `Open now: ${events(p.kind, p.open, w)}`,
    },
  }),
  "not-from-state": say<{
    kind: string;
    id: string;
    event: string;
    state: string;
    open: readonly string[];
    from: readonly string[];
  }>({
    blame: "blocked",
    zh: (p, w) =>
      `「${w.event(p.kind, p.event)}」不能从「${w.state(p.kind, p.state)}」进行,须先处于:${w.list(p.from.map((s) => w.state(p.kind, s)))}`,
    en: (p, w) =>
      `"${w.event(p.kind, p.event)}" does not leave from "${w.state(p.kind, p.state)}"; it leaves from: ${w.list(p.from.map((s) => w.state(p.kind, s)))}`,
    remedy: {
      zh: (p, w) => (p.open.length > 0 ? `现在可以:${events(p.kind, p.open, w)}` : "此记录已无后续步骤"),
      en: (p, w) =>
        p.open.length > 0 ? `Open now: ${events(p.kind, p.open, w)}` : "This record has no further step",
    },
  }),
  "role-not-held": say<Refused & { roles: readonly string[] }>({
    blame: "forbidden",
    zh: (p, w) => `${w.person(p.person)}不具备「${w.event(p.kind, p.event)}」所需的职责:${roles(p.roles, w)}`,
    en: (p, w) =>
      `${w.person(p.person)} holds no role for "${w.event(p.kind, p.event)}": ${roles(p.roles, w)}`,
    remedy: whoMay,
  }),
  "role-not-held-then": say<{ person: string; role: string; day: string }>({
    blame: "blocked",
    level: "warning",
    zh: (p, w) => `${w.person(p.person)}在 ${p.day} 尚不具备(或已不具备)职责「${w.role(p.role)}」`,
    en: (p, w) => `${w.person(p.person)} did not hold the role "${w.role(p.role)}" on ${p.day}`,
  }),
  "other-department": say<Refused & { departments: readonly string[] }>({
    blame: "forbidden",
    zh: (p, w) =>
      `${w.person(p.person)}不是责任部门(${w.list(p.departments.map((d) => w.department(d)))})的主管`,
    en: (p, w) =>
      `${w.person(p.person)} does not head the responsible department (${w.list(p.departments.map((d) => w.department(d)))})`,
    remedy: whoMay,
  }),
  "field-of-another": say<{ kind: string; event: string; path: string; person: string; role: string }>({
    blame: "forbidden",
    zh: (p, w) =>
      `${w.field(p.kind, p.path)}(${p.path})由${w.role(p.role)}或其部门主管填写,${w.person(p.person)}不能填写`,
    en: (p, w) =>
      `${w.field(p.kind, p.path)} (${p.path}) belongs to ${w.role(p.role)} or the manager of that department, not to ${w.person(p.person)}`,
  }),
  "in-the-future": say<{ at: string; now: string }>({
    blame: "blocked",
    zh: (p) => `步骤时间 ${moment(p.at)} 晚于现在 ${moment(p.now)}`,
    en: (p) => `The step lies in the future: it is given as ${moment(p.at)}, and it is ${moment(p.now)} now`,
  }),
  "before-last-step": say<{ at: string; last: string }>({
    blame: "blocked",
    zh: (p) => `步骤时间 ${moment(p.at)} 早于此记录的上一步 ${moment(p.last)}`,
    en: (p) => `The step is given as ${moment(p.at)}, before the record's last one at ${moment(p.last)}`,
  }),
  "late-entry-without-note": say<{ at: string; days: number }>({
    blame: "missing",
    zh: (p) => `步骤发生于 ${moment(p.at)},补录超过 ${p.days} 个工作日:须说明原因`,
    en: (p) =>
      `The step happened at ${moment(p.at)}, more than ${p.days} working ${p.days === 1 ? "day" : "days"} ago: say why it is told late`,
    remedy: { zh: () => '--note "补录原因"', en: () => '--note "why it is told late"' },
  }),
  "case-closed": say<{ kind: string; id: string; state: string }>({
    blame: "blocked",
    zh: (p, w) => `${p.id} 已${w.state(p.kind, p.state)},不能再补充`,
    en: (p, w) => `${p.id} has ended (${w.state(p.kind, p.state)}): nothing is added any more`,
    remedy: {
      zh: (p) => `更正须说明原因:casetrail correct ${p.id} --set … --reason "…"`,
      en: (p) => `a correction needs its reason: casetrail correct ${p.id} --set … --reason "…"`,
    },
  }),
  "note-missing": say<{ event: string }>({
    blame: "missing",
    zh: (p) => (p.event === "correct" ? "更正须说明原因(--reason)" : "缺少内容(--note)"),
    en: (p) =>
      p.event === "correct" ? "A correction needs its reason (--reason)" : "The note has no text (--note)",
  }),
  "cosign-never-typed": say<{ kind: string }>({
    blame: "value",
    zh: () => "会签不单独输入:直接执行需要签字的步骤即可",
    en: () => "A co-signature is never typed: take the step that needs it",
  }),
  "not-yet": say<{ gate: string; event: string }>({
    blame: "blocked",
    zh: (p) => `此步骤的条件(${p.gate})本版本尚不能判断,因此不放行`,
    en: (p) =>
      `This version cannot judge a condition of the step yet (${p.gate}), so it does not let it pass`,
  }),
} as const;
