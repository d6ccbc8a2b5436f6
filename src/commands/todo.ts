/** `todo`: what waits for whom, with the day it is due; `--why` shows the count day by day. */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Command, command, globalsOf } from "../command-line.ts";
import type { TodoItem } from "../domain/clocks/todo.ts";
import { refusal } from "../domain/words/refusals.ts";
import type { Env } from "../env.ts";
import { sayUnreadable } from "../looking/unreadable.ts";
import { type TodoOptions, todoOf } from "../looking/work-list.ts";
import { keyMeant, personMeant } from "../names.ts";
import { findActor, openSession, type Session, sayScreen } from "../session.ts";

/** Declares the command. */
export function todoCommand(env: Env): Command {
  const zh = env.voice.lang === "zh";
  return command("todo", env)
    .argument("[id]", zh ? "只看一份记录" : "one record only")
    .option("--role <role>", zh ? "某职责的待办" : "what waits for a role")
    .option("--person <person>", zh ? "某人的待办" : "what waits for a person")
    .option("--department <department>", zh ? "某部门的待办" : "what waits for a department")
    .option("--all", zh ? "全公司,含尚无记录的职责" : "everybody's, and duties that have no record yet")
    .option("--overdue", zh ? "只看逾期" : "only what is late")
    .option("--why", zh ? "逐日列出期限的算法" : "show the count of days behind each due date")
    .option(
      "--ics <file>",
      zh
        ? "把期限写成 iCalendar 文件(- 为标准输出)"
        : "write the due days as iCalendar (- is standard output)",
    )
    .action(async (id: string | undefined, options: TodoOptions & { ics?: string }, self: Command) => {
      const session = await openSession(env, globalsOf(self), "reading");
      await sayTodo(session, {
        ...options,
        ...(id === undefined ? {} : { record: session.repository.find(id).id }),
      });
      await sayUnreadable(session);
    });
}

async function sayTodo(session: Session, given: TodoOptions & { ics?: string }): Promise<void> {
  const { env, words } = session;
  const options = { ...given, ...namesMeant(session, given) };
  const list = todoOf(session, await findActor(session), options);
  if (given.ics !== undefined) await writeCalendar(session, given.ics, list.items);
  if (given.ics === "-") return;
  if (env.voice.json) {
    const { todoJson } = await import("../render/json.ts");
    return env.out(todoJson(list.items, words, options.why === true));
  }
  const { todoScreen } = await import("../render/todo.ts");
  const { shared } = session.repository;
  await sayScreen(session, (page) => todoScreen({ ...list, shared, why: options.why === true }, page));
}

async function writeCalendar(session: Session, file: string, items: readonly TodoItem[]): Promise<void> {
  const { todoCalendar } = await import("../render/ics.ts");
  const text = todoCalendar(items, session.now, session.words);
  if (file === "-") return session.env.out(text.replace(/\r\n$/, "\r"));
  try {
    await writeFile(resolve(session.env.cwd, file), text);
  } catch (cause) {
    throw refusal("file-not-written", { file }, { cause });
  }
}

/** A role, person or department that does not exist is a slip of the hand, not an empty list. */
function namesMeant({ repository }: Session, { role, department, person }: TodoOptions): TodoOptions {
  const { shared, people } = repository;
  const key = (option: string, list: string, value: string): string =>
    keyMeant({ option, value }, list, shared);
  return {
    ...(role === undefined ? {} : { role: key("--role", "role", role) }),
    ...(department === undefined ? {} : { department: key("--department", "department", department) }),
    ...(person === undefined ? {} : { person: personMeant(person, people).id }),
  };
}
