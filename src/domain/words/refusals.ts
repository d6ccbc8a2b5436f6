/** Every refusal there is: code, exit code, sentence, remedy, in both languages. A refusal is thrown; `main.ts` says it. */
import type { Lang } from "../records/record.ts";
import type { Finding } from "./findings.ts";
import { type Exit, entry, type None, type RefusalEntry } from "./refusal-entry.ts";
import { commandRefusals } from "./refusals-command.ts";
import { storeRefusals } from "./refusals-store.ts";

const say = entry;

export const refusals = {
  ...commandRefusals,
  ...storeRefusals,
  "no-repository": say<{ dir: string }>({
    exit: 2,
    zh: (p) => `${p.dir} 及其上级目录中没有 casetrail 记录库`,
    en: (p) => `There is no casetrail record repository in ${p.dir} or above it`,
    remedy: {
      zh: () => "用 casetrail init 新建,用 casetrail demo 生成示例,或用 -C 指定目录",
      en: () => "make one with casetrail init, try the example with casetrail demo, or name a folder with -C",
    },
  }),
  "procedure-incomplete": say<{ file: string }>({
    exit: 2,
    zh: (p) => `程序文件不完整:缺少 ${p.file}`,
    en: (p) => `The procedure is incomplete: ${p.file} is missing`,
    remedy: {
      zh: () => "恢复 schemas/ 下的文件:git checkout -- schemas",
      en: () => "bring the files under schemas/ back: git checkout -- schemas",
    },
  }),
  "unknown-record": say<{ id: string; near: readonly string[] }>({
    exit: 3,
    zh: (p) => `没有记录 ${p.id}${p.near.length > 0 ? `;相近的有 ${p.near.join("、")}` : ""}`,
    en: (p) => `There is no record ${p.id}${p.near.length > 0 ? `; near it: ${p.near.join(", ")}` : ""}`,
    remedy: { zh: () => "用 casetrail list 查看全部记录", en: () => "see the records with casetrail list" },
  }),
  "ambiguous-record": say<{ id: string; matches: readonly string[] }>({
    exit: 2,
    zh: (p) => `${p.id} 对应多份记录:${p.matches.join("、")}`,
    en: (p) => `${p.id} stands for several records: ${p.matches.join(", ")}`,
    remedy: { zh: () => "请写全编号", en: () => "write the number out" },
  }),
  "step-refused": say<{ draft: string; command: string }>({
    exit: 1,
    zh: () => "步骤未执行",
    en: () => "The step is not taken",
    remedy: {
      zh: (p) => (p.draft === "" ? "" : `已存草稿 ${p.draft},续填:${p.command}`),
      en: (p) => (p.draft === "" ? "" : `kept as draft ${p.draft}; go on with: ${p.command}`),
    },
  }),
  "editor-failed": say<{ editor: string; file: string; problem: string }>({
    exit: 2,
    zh: (p) => `编辑器 ${p.editor} 未能正常结束(${p.problem});已写内容在 ${p.file}`,
    en: (p) => `The editor ${p.editor} did not end well (${p.problem}); what was written is in ${p.file}`,
    remedy: {
      zh: () => "用环境变量 EDITOR 指定编辑器程序,可带参数,例如 EDITOR='code --wait'",
      en: () => "name an editor program in EDITOR, arguments allowed: EDITOR='code --wait'",
    },
  }),
  "form-refused": say<{ file: string; command: string }>({
    exit: 2,
    zh: (p) => `表单未能读入;内容仍在 ${p.file}`,
    en: (p) => `The form is not taken; what was written is still in ${p.file}`,
    remedy: {
      zh: (p) => `改好该文件后:${p.command}`,
      en: (p) => `mend the file, then: ${p.command}`,
    },
  }),
  interrupted: say<None>({ exit: 130, zh: () => "已中断", en: () => "Interrupted" }),
} as const;

export type RefusalCode = keyof typeof refusals;
type ParamsOf<C extends RefusalCode> = (typeof refusals)[C] extends RefusalEntry<infer P> ? P : never;

interface More {
  readonly findings?: readonly Finding[];
  readonly exit?: Exit;
  readonly cause?: unknown;
}

/** The command cannot do that: caught once, in `main.ts`. The only class of the house. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly exit: Exit;
  readonly params: unknown;
  readonly findings: readonly Finding[];
  constructor(code: RefusalCode, params: unknown, more: More) {
    super(code, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.exit = more.exit ?? refusals[code].exit;
    this.params = params;
    this.findings = more.findings ?? [];
  }
}

/**
 * Makes a refusal to throw.
 * @param findings the reasons, where a refusal has several
 * @param exit another exit code than the catalogue's, where the findings decide it
 */
export function refusal<C extends RefusalCode>(code: C, params: ParamsOf<C>, more: More = {}): Refusal {
  return new Refusal(code, params, more);
}

/** Sentence and remedy of a refusal in a language. */
export function refused(thrown: Refusal, lang: Lang): { message: string; remedy?: string } {
  const entry = refusals[thrown.code] as RefusalEntry<unknown>;
  const message = entry[lang](thrown.params);
  const remedy = entry.remedy?.[lang](thrown.params);
  return remedy === undefined ? { message } : { message, remedy };
}
