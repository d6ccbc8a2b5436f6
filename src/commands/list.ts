/** `list`: finds records. */
import { type Command, collect, command, globalsOf } from "../command-line.ts";
import type { Row } from "../domain/clocks/row.ts";
import type { Env } from "../env.ts";
import { kindMeant } from "../kinds.ts";
import { type ListOptions, select } from "../looking/selection.ts";
import { kindOf, openSession, pageOf, type Session } from "../session.ts";

/** Declares the command. */
export function listCommand(env: Env): Command {
  const zh = env.voice.lang === "zh";
  return command("list", env)
    .argument("[kind]", zh ? "记录类型" : "kind of record")
    .option(
      "--state <state>",
      zh ? "处于某状态(open 为未结案)" : "in this state (open: every case not ended)",
    )
    .option(
      "--customer <customer>",
      zh ? "某客户(编号、简称或别名)" : "of this customer (number, short name or alias)",
    )
    .option("--overdue", zh ? "有期限已过" : "with a deadline that has passed")
    .option("--since <date>", zh ? "该日或之后建立" : "made on or after this day")
    .option(
      "--where <path=value>",
      zh ? "字段等于某值(可多次)" : "where a field has this value (repeatable)",
      collect,
    )
    .option("--sort <column>", zh ? "按列排序,前加 - 为倒序" : "by this column; a leading - turns it round")
    .option("--limit <n>", zh ? "最多几条" : "at most so many")
    .option("--columns <columns>", zh ? "显示哪些列,逗号分隔" : "which columns, with commas between")
    .option("--format <format>", zh ? "table、json 或 ndjson" : "table, json or ndjson")
    .action(async (word: string | undefined, options: ListOptions, self: Command) => {
      const session = await openSession(env, globalsOf(self), "reading");
      const kind = word === undefined ? undefined : kindMeant(word, session.repository.shared);
      const found = select(session, kind, options);
      const format = options.format ?? (env.voice.json ? "json" : "table");
      await (format === "table"
        ? sayTable(session, found, options)
        : sayRecords(session, found.rows, format));
      await sayUnreadable(session);
    });
}

type Found = ReturnType<typeof select>;

async function sayTable(session: Session, found: Found, options: ListOptions): Promise<void> {
  const { listScreen, listCount } = await import("../render/list.ts");
  const columns = options.columns?.split(",").map((name) => name.trim());
  const page = await pageOf(session);
  const view = {
    rows: found.listed,
    all: found.all,
    rest: found.rest,
    kindOf: kindOf(session.repository),
    ...(found.kind === undefined ? {} : { kind: found.kind }),
    ...(columns === undefined ? {} : { columns }),
  };
  const text = listScreen(view, page);
  if (text !== "") session.env.out(text);
  session.env.err(listCount(view, page));
}

async function sayRecords(session: Session, rows: readonly Row[], format: string): Promise<void> {
  const { toJson } = await import("../render/json.ts");
  const records = rows.map((row) => session.repository.read(row.id).record);
  if (format === "json") return session.env.out(toJson(records));
  for (const record of records) session.env.out(JSON.stringify(record));
}

/** What could not be read is named; the others have been shown. */
async function sayUnreadable(session: Session): Promise<void> {
  const { unreadable } = session.repository;
  if (unreadable.length === 0) return;
  const { sayWarnings } = await import("../taking/report.ts");
  await sayWarnings(session, unreadable);
  session.env.voice.exit = 1;
}
