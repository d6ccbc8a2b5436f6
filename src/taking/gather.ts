/** What was given for a step: `--set`, `--from`, `--resume`, read by the type of each field. Nothing typed is ever lost. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { text as readAll } from "node:stream/consumers";
import { type Command, collect } from "../command-line.ts";
import { parseAssignment, readChanges, textOfFile } from "../domain/input/assignments.ts";
import type { Reading } from "../domain/input/reading.ts";
import type { KindModel } from "../domain/records/model.ts";
import type { Changes, Instant, Json } from "../domain/records/record.ts";
import { toCompanyZone } from "../domain/records/times.ts";
import type { Finding } from "../domain/words/findings.ts";
import { refusal } from "../domain/words/refusals.ts";
import type { Session } from "../session.ts";
import type { Draft } from "../store/drafts.ts";

/** Options of every command that takes a step. */
export interface StepOptions {
  readonly set?: readonly string[];
  readonly from?: string;
  readonly note?: string;
  readonly at?: string;
  readonly role?: string;
  readonly edit?: true;
  readonly resume?: string | true;
  readonly dryRun?: true;
}

/** Adds them, worded in the language of the session. */
export function stepOptions(made: Command, zh: boolean): Command {
  return made
    .option("--set <path=value>", zh ? "填一个字段(可多次)" : "fill a field (repeatable)", collect)
    .option(
      "--from <file>",
      zh ? "从 YAML 文件填写(- 为标准输入)" : "fill from a YAML map (- is standard input)",
    )
    .option("--note <text>", zh ? "写进履历的说明" : "a remark for the history")
    .option("--at <time>", zh ? "步骤发生的时间(默认现在)" : "when it happened (default: now)")
    .option("--role <role>", zh ? "以哪个职责执行" : "in which of your roles")
    .option("--edit", zh ? "在编辑器里填写整个步骤" : "fill the whole step in an editor")
    .option("--resume [draft]", zh ? "续填草稿" : "take up what was refused or interrupted")
    .option("--dry-run", zh ? "只看会写什么,不写入" : "say what would be written, write nothing");
}

/** What is known of a step before it is planned. */
export interface Given {
  readonly changes: Changes;
  readonly note?: string;
  readonly at: Instant;
  readonly findings: readonly Finding[];
}

const TIME = { zh: "ISO 8601 时间,例如 2026-03-02T09:12", en: "an ISO 8601 time such as 2026-03-02T09:12" };

/**
 * Reads everything that was given on the command line.
 * @param draft input kept from an earlier run; what is given now wins over it
 * @throws Refusal no-such-file, bad-value
 */
export async function gather(
  session: Session,
  kind: KindModel,
  options: StepOptions,
  draft?: Draft,
): Promise<Given> {
  const parseFlow = await flowParser(options);
  const { repository, now } = session;
  const reading = { kind: kind.workflow.kind, shared: repository.shared, now, parseFlow };
  const set = await readSet(session, options.set ?? []);
  const from = await readFrom(session, options.from);
  const read = readChanges(kind, { set: set.texts, ...from.content }, reading);
  const note = options.note ?? draft?.note;
  return {
    changes: { ...draft?.changes, ...read.changes },
    ...(note === undefined ? {} : { note }),
    at: readAt(options.at ?? draft?.at, session),
    findings: [...set.findings, ...from.findings, ...read.findings],
  };
}

/** The parser takes half a start of node to load: a step that is given no value does without. */
async function flowParser({ set, from }: StepOptions): Promise<Reading["parseFlow"]> {
  if (set !== undefined || from !== undefined) return (await import("../store/yaml.ts")).parseFlow;
  return () => {
    throw new Error("a value was read though none was given");
  };
}

interface Set {
  readonly texts: readonly { readonly path: string; readonly text: string }[];
  readonly findings: readonly Finding[];
}

async function readSet(session: Session, given: readonly string[]): Promise<Set> {
  const parsed = given.map(parseAssignment);
  const findings = parsed.flatMap((one) => ("code" in one ? [one] : []));
  const assignments = parsed.flatMap((one) => ("code" in one ? [] : [one]));
  const texts = assignments.map(async (one) =>
    "text" in one ? one : { path: one.path, text: textOfFile(await readGiven(session, one.file)) },
  );
  return { texts: await Promise.all(texts), findings };
}

interface From {
  readonly content: { readonly from?: Json };
  readonly findings: readonly Finding[];
}

/** The one file that `--from` names; its faults are told by line, as those of a form. */
async function readFrom(session: Session, file: string | undefined): Promise<From> {
  if (file === undefined) return { content: {}, findings: [] };
  const { parseMap } = await import("../store/yaml.ts");
  const parsed = parseMap(await readGiven(session, file), file);
  return parsed.ok
    ? { content: { from: parsed.value }, findings: [] }
    : { content: {}, findings: parsed.findings.map(({ file: _file, ...found }) => found) };
}

function readAt(given: string | undefined, session: Session): Instant {
  if (given === undefined) return session.now;
  const at = toCompanyZone(given);
  if (at === null) throw refusal("bad-value", { option: "--at", value: given, wanted: TIME });
  return at;
}

async function readGiven(session: Session, file: string): Promise<string> {
  if (file === "-") return readAll(session.env.input());
  try {
    return await readFile(resolve(session.env.cwd, file), "utf8");
  } catch (cause) {
    throw refusal("no-such-file", { file }, { cause });
  }
}
