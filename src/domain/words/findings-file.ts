/** Findings about a file as a file: bytes, line ends, YAML that a record must not contain (store.md 6), its place. */
import { say } from "./words.ts";

type None = Record<string, never>;

const plain = (zh: string, en: string) => say<None>({ blame: "value", zh: () => zh, en: () => en });

/** What the parser stumbled over, in words of people who write records by hand. */
const SYNTAX = {
  indent: ["缩进不对(每层两个空格,不用 Tab)", "the indentation is wrong (two spaces a level, no tabs)"],
  quote: ["引号不成对或其中的转义写法不对", "a quotation mark or an escape inside quotes is wrong"],
  bracket: ["括号、逗号或冒号缺失或多余", "a bracket, comma or colon is missing or too many"],
  key: ["键(冒号前的部分)写法不对", "a key (what stands before the colon) is malformed"],
  start: [
    "值以 YAML 保留的符号开头,请加双引号",
    "a value begins with a sign that YAML reserves: put it in double quotes",
  ],
  other: ["不是合法的 YAML", "this is not valid YAML"],
} as const;
export type SyntaxFault = keyof typeof SYNTAX;

export const fileFindings = {
  "file-stored-already": say<{ name: string; stored: string }>({
    blame: "value",
    level: "warning",
    zh: (p) => `${p.name}:内容相同的附件已在库中(${p.stored}),没有重复存放`,
    en: (p) => `${p.name}: a file of the same content is already here (${p.stored}) and was not stored again`,
  }),
  "file-too-big": say<{ bytes: number; limit: number }>({
    blame: "value",
    zh: (p) => `文件有 ${p.bytes} 字节,超过上限 ${p.limit}`,
    en: (p) => `the file has ${p.bytes} bytes, the limit is ${p.limit}`,
    remedy: {
      zh: () => "大段内容请用 casetrail attach 作为附件存放",
      en: () => "keep long material as an attachment: casetrail attach",
    },
  }),
  "file-not-utf8": plain("不是有效的 UTF-8 编码", "the file is not valid UTF-8"),
  "file-bom": say<None>({
    blame: "value",
    zh: () => "文件以字节顺序标记(BOM)开头",
    en: () => "the file begins with a byte order mark (BOM)",
    remedy: { zh: () => "以“UTF-8(无 BOM)”另存", en: () => "save it as UTF-8 without BOM" },
  }),
  "file-crlf": say<None>({
    blame: "value",
    zh: () => "换行是 CRLF:由编辑器或 git 的 core.autocrlf 转换而成,内容未必被改动",
    en: () =>
      "the lines end with CRLF: an editor or git's core.autocrlf converted them; the content may be untouched",
    remedy: {
      zh: () => "在编辑器中把换行改回 LF,或用 git checkout -- 恢复文件",
      en: () => "set the line ends back to LF in the editor, or put the file back with git checkout --",
    },
  }),
  "file-control": say<{ code: string }>({
    blame: "value",
    zh: (p) => `含有不可见的控制字符 ${p.code}`,
    en: (p) => `contains the invisible control character ${p.code}`,
  }),
  "file-bidi": say<{ code: string }>({
    blame: "value",
    zh: (p) => `键或编号中含有改变书写方向的不可见字符 ${p.code}`,
    en: (p) => `a key or id contains the invisible direction sign ${p.code}`,
  }),
  "file-too-deep": say<{ limit: number }>({
    blame: "value",
    zh: (p) => `嵌套超过 ${p.limit} 层`,
    en: (p) => `nested more than ${p.limit} levels deep`,
  }),
  "file-too-long": say<{ parts: number; limit: number }>({
    blame: "value",
    zh: (p) => `内容有 ${p.parts} 项,超过上限 ${p.limit}`,
    en: (p) => `the file holds ${p.parts} items, the limit is ${p.limit}`,
  }),
  "file-link": plain(
    "是符号链接;记录库中不允许",
    "is a symbolic link, which a record repository must not contain",
  ),
  "yaml-syntax": say<{ fault: SyntaxFault }>({
    blame: "value",
    zh: (p) => SYNTAX[p.fault][0],
    en: (p) => SYNTAX[p.fault][1],
  }),
  "yaml-not-a-map": plain("文件内容不是“键: 值”的清单", "the file does not hold a list of “key: value”"),
  "yaml-documents": plain(
    "一个文件只能有一份文档(多了 ---)",
    "a file holds one document only (there is a --- too many)",
  ),
  "yaml-directive": plain("不允许 YAML 指令(%)", "YAML directives (%) are not allowed"),
  "yaml-anchor": plain("不允许 YAML 锚点(&)", "YAML anchors (&) are not allowed"),
  "yaml-alias": plain("不允许 YAML 引用(*)", "YAML aliases (*) are not allowed"),
  "yaml-tag": say<{ tag: string }>({
    blame: "value",
    zh: (p) => `不允许 YAML 类型标记 ${p.tag}`,
    en: (p) => `the YAML tag ${p.tag} is not allowed`,
  }),
  "yaml-key-twice": say<{ key: string }>({
    blame: "value",
    zh: (p) => `键 ${p.key} 出现两次`,
    en: (p) => `the key ${p.key} stands twice`,
  }),
  "yaml-key-text": plain(
    "键必须是文字(需要时加双引号)",
    "a key must be text (in double quotes where needed)",
  ),
  "yaml-key-forbidden": say<{ key: string }>({
    blame: "value",
    zh: (p) => `不允许名为 ${p.key} 的键`,
    en: (p) => `a key named ${p.key} is not allowed`,
  }),
  "yaml-number": say<{ source: string }>({
    blame: "value",
    zh: (p) => `数字 ${p.source} 无法精确保存;若是号码请加双引号`,
    en: (p) =>
      `the number ${p.source} cannot be kept exactly; if it is an identifier, put it in double quotes`,
  }),
  "record-misplaced": say<{ id: string; expected: string }>({
    blame: "value",
    zh: (p) => `记录 ${p.id} 的位置应为 ${p.expected}`,
    en: (p) => `record ${p.id} belongs at ${p.expected}`,
  }),
  "record-misfit": say<{ path: string }>({
    blame: "value",
    zh: (p) => `不是一份记录:缺少 ${p.path} 或其形式不对`,
    en: (p) => `this is no record: ${p.path} is missing or has the wrong form`,
  }),
} as const;
