/** `list`: finds records. */
import { type Command, collect, command, globalsOf } from "../command-line.ts";
import type { Row } from "../domain/clocks/row.ts";
import type { Env } from "../env.ts";
import { kindMeant } from "../kinds.ts";
import { dueOfRow } from "../looking/reading.ts";
import { type ListOptions, select } from "../looking/selection.ts";
import { sayUnreadable } from "../looking/unreadable.ts";
import { kindOf, openSession, pageOf, type Session, sayScreen } from "../session.ts";

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
      await (format === "table" ? sayTable(session, found) : sayRecords(session, found.rows, format));
      await sayUnreadable(session);
    });
}

type Found = ReturnType<typeof select>;

async function sayTable(session: Session, found: Found): Promise<void> {
  const { listScreen, listCount } = await import("../render/list.ts");
  const { kind, columns } = found;
  const view = {
    rows: found.listed,
    all: found.all,
    rest: found.rest,
    kindOf: kindOf(session.repository),
    ...(kind === undefined ? {} : { kind }),
    ...(columns === undefined ? {} : { columns }),
  };
  await sayScreen(session, (page) => listScreen(view, page));
  session.env.err(listCount(view, await pageOf(session)));
}

async function sayRecords(session: Session, rows: readonly Row[], format: string): Promise<void> {
  const { listedJson, toJson } = await import("../render/json.ts");
  const { lang, repository } = session;
  const records = rows.map((row) => {
    const { record, path } = repository.read(row.id);
    return listedJson(record, { due: dueOfRow(session, row), path }, lang);
  });
  if (format === "json") return session.env.out(toJson(records));
  for (const record of records) session.env.out(JSON.stringify(record));
}
