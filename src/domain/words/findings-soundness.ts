/** Findings of the procedure itself: states nobody reaches, names that nothing answers to (architecture.md). */
import { say } from "./words.ts";

interface Place {
  readonly kind: string;
  /** Where in the file: step, state, field or list. */
  readonly place: string;
}

export const soundnessFindings = {
  "state-unreachable": say<{ kind: string; state: string }>({
    blame: "value",
    zh: (p, w) => `${w.kind(p.kind)}:状态「${w.state(p.kind, p.state)}」(${p.state})没有任何步骤能到达`,
    en: (p, w) => `${w.kind(p.kind)}: no step leads to the state "${w.state(p.kind, p.state)}" (${p.state})`,
  }),
  "state-dead-end": say<{ kind: string; state: string }>({
    blame: "value",
    zh: (p, w) => `${w.kind(p.kind)}:从状态「${w.state(p.kind, p.state)}」(${p.state})无法到达任何终结状态`,
    en: (p, w) =>
      `${w.kind(p.kind)}: no final state can be reached from "${w.state(p.kind, p.state)}" (${p.state})`,
  }),
  "state-waits-in-vain": say<{ kind: string; state: string; event: string }>({
    blame: "value",
    zh: (p, w) =>
      `${w.kind(p.kind)}:状态「${w.state(p.kind, p.state)}」等待 ${p.event},但没有这样的步骤从此状态出发`,
    en: (p, w) =>
      `${w.kind(p.kind)}: "${w.state(p.kind, p.state)}" waits for ${p.event}, but no such step leaves this state`,
  }),
  "state-not-in-schema": say<{ kind: string; state: string }>({
    blame: "value",
    zh: (p, w) => `${w.kind(p.kind)}:步骤用到的状态 ${p.state} 未在 states 中定义`,
    en: (p, w) => `${w.kind(p.kind)}: a step names the state ${p.state}, which states does not define`,
  }),
  "unknown-gate": say<Place & { name: string }>({
    blame: "value",
    zh: (p) => `${p.place}:没有名为 ${p.name} 的条件(gates)`,
    en: (p) => `${p.place}: there is no gate ${p.name}`,
  }),
  "unknown-compute": say<Place & { name: string }>({
    blame: "value",
    zh: (p) => `${p.place}:没有名为 ${p.name} 的计算(computes)`,
    en: (p) => `${p.place}: there is no computation ${p.name}`,
  }),
  "path-without-field": say<Place & { path: string }>({
    blame: "value",
    zh: (p, w) => `${p.place}:${w.kind(p.kind)}没有字段 ${p.path}`,
    en: (p, w) => `${p.place}: ${w.kind(p.kind)} has no field ${p.path}`,
  }),
  "unknown-key": say<Place & { list: string; key: string }>({
    blame: "value",
    zh: (p) => `${p.place}:列表 ${p.list} 中没有 ${p.key}`,
    en: (p) => `${p.place}: the list ${p.list} has no ${p.key}`,
  }),
  "unknown-duty": say<Place & { clause: string }>({
    blame: "value",
    zh: (p) => `${p.place}:requirements.yaml 中没有 ${p.clause}`,
    en: (p) => `${p.place}: requirements.yaml has no ${p.clause}`,
  }),
  "unknown-step": say<{ place: string; step: string }>({
    blame: "value",
    zh: (p) => `${p.place}:没有步骤 ${p.step}`,
    en: (p) => `${p.place}: there is no step ${p.step}`,
  }),
  "step-twice": say<{ step: string }>({
    blame: "value",
    zh: (p) => `步骤编号 ${p.step} 用了两次`,
    en: (p) => `The step id ${p.step} is used twice`,
  }),
  "label-missing": say<Place>({
    blame: "value",
    zh: (p) => `${p.place}:缺少中文或英文名称`,
    en: (p) => `${p.place}: the Chinese or the English label is missing`,
  }),
} as const;
