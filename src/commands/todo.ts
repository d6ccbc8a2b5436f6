/** `todo`: what waits for whom, with the day it is due; `--why` shows the count day by day. */
import { type Command, command, globalsOf } from "../command-line.ts";
import { refusal } from "../domain/words/refusals.ts";
import type { Env } from "../env.ts";
import { type TodoOptions, todoOf } from "../looking/work-list.ts";
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
    .action(async (id: string | undefined, options: TodoOptions, self: Command) => {
      const session = await openSession(env, globalsOf(self), "reading");
      await sayTodo(session, {
        ...options,
        ...(id === undefined ? {} : { record: session.repository.find(id).id }),
      });
    });
}

async function sayTodo(session: Session, options: TodoOptions): Promise<void> {
  const { env, words } = session;
  checkNames(session, options);
  const list = todoOf(session, await findActor(session), options);
  if (env.voice.json) {
    const { todoJson } = await import("../render/json.ts");
    return env.out(todoJson(list.items, words, options.why === true));
  }
  const { todoScreen } = await import("../render/todo.ts");
  const { shared } = session.repository;
  await sayScreen(session, (page) => todoScreen({ ...list, shared, why: options.why === true }, page));
}

/** A role, person or department that does not exist is a slip of the hand, not an empty list. */
function checkNames({ repository }: Session, options: TodoOptions): void {
  const { role, department, person } = options;
  const { enums } = repository.shared;
  const wrong = (option: string, value: string, keys: readonly string[]): Error =>
    refusal("bad-value", { option, value, wanted: { zh: keys.join("、"), en: keys.join(", ") } });
  if (role !== undefined && !(role in (enums["role"] ?? {})))
    throw wrong("--role", role, Object.keys(enums["role"] ?? {}));
  if (department !== undefined && !(department in (enums["department"] ?? {}))) {
    throw wrong("--department", department, Object.keys(enums["department"] ?? {}));
  }
  const known = repository.people.map((one) => one.id);
  if (person !== undefined && !known.includes(person)) throw refusal("unknown-person", { id: person, known });
}
