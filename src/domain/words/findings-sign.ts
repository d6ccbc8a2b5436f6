/** Findings of the engine: two persons, two signatures (4.6.3.1, 4.6.3.2). */
import { say, type Words } from "./words.ts";

interface Open {
  readonly kind: string;
  readonly id: string;
  readonly event: string;
  readonly person: string;
  readonly open: readonly string[];
}
const open = (p: Open, w: Words): string => w.list(p.open.map((role) => w.role(role)));
const others = {
  zh: (p: Open, w: Words): string => `由${open(p, w)}执行:casetrail advance ${p.id} ${p.event}`,
  en: (p: Open, w: Words): string => `for ${open(p, w)}: casetrail advance ${p.id} ${p.event}`,
};

export const signFindings = {
  "signed-already": say<Open>({
    blame: "forbidden",
    zh: (p, w) =>
      `「${w.event(p.kind, p.event)}」需要两位不同的人:${w.person(p.person)}已签,尚缺${open(p, w)}`,
    en: (p, w) =>
      `"${w.event(p.kind, p.event)}" needs two different persons: ${w.person(p.person)} has signed, ${open(p, w)} has not`,
    remedy: others,
  }),
  "signature-not-yours": say<Open>({
    blame: "forbidden",
    zh: (p, w) => `「${w.event(p.kind, p.event)}」尚缺${open(p, w)}的签字,${w.person(p.person)}不能代签`,
    en: (p, w) =>
      `"${w.event(p.kind, p.event)}" waits for ${open(p, w)}; ${w.person(p.person)} cannot sign for them`,
    remedy: others,
  }),
  "signing-for-another": say<{ path: string }>({
    blame: "forbidden",
    zh: (p) => `${p.path} 是他人的签字:各签各的`,
    en: (p) => `${p.path} is somebody else's signature: each signs for themselves`,
  }),
  "refusal-is-its-own-event": say<{ event: string }>({
    blame: "value",
    zh: () => "不同意是单独的步骤:投诉用 reject_confirmation,纠正预防措施用 reject,并写明意见",
    en: () =>
      "Not agreeing is a step of its own: reject_confirmation for a complaint, reject for a CAPA, with the reason",
  }),
  "signature-stale": say<{ kind: string; path: string }>({
    blame: "blocked",
    level: "warning",
    zh: (p, w) => `${w.field(p.kind, p.path)}:签字后内容有改动,原签字失效,须重签`,
    en: (p, w) =>
      `${w.field(p.kind, p.path)}: what was signed has changed since, the signature must be given anew`,
  }),
  "agreement-missing": say<{ kind: string; id: string; event: string; role: string }>({
    blame: "blocked",
    zh: (p, w) => `「${w.event(p.kind, p.event)}」须先由${w.role(p.role)}同意并签字`,
    en: (p, w) => `"${w.event(p.kind, p.event)}" needs agreement first, signed by: ${w.role(p.role)}`,
    remedy: {
      zh: (p, w) => `由${w.role(p.role)}先执行:casetrail advance ${p.id} ${p.event}`,
      en: (p, w) => `first, for ${w.role(p.role)}: casetrail advance ${p.id} ${p.event}`,
    },
  }),
  "agreed-by-another": say<{ agreed: string; named: string }>({
    blame: "blocked",
    zh: (p, w) => `同意并签字的是${w.person(p.agreed)},不是${w.person(p.named)}`,
    en: (p, w) => `${w.person(p.agreed)} has agreed and signed, not ${w.person(p.named)}`,
  }),
  "agreed-with-oneself": say<{ kind: string; event: string; role: string }>({
    blame: "forbidden",
    zh: (p, w) => `「${w.event(p.kind, p.event)}」的同意人与执行人须为两位不同的人`,
    en: (p, w) => `"${w.event(p.kind, p.event)}": who agrees and who takes the step must be two persons`,
  }),
} as const;
