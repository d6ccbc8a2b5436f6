/** `check`: is every record valid? Schema, form of the file, links, invariants. Silent when all is well. */

import { type Command, collect, command, globalsOf } from "../command-line.ts";
import { checks, isCheck } from "../domain/audit/invariants.ts";
import type { CheckId } from "../domain/words/check-names.ts";
import { type Finding, isError } from "../domain/words/findings.ts";
import { refusal } from "../domain/words/refusals.ts";
import type { Env } from "../env.ts";
import { type CheckedRepository, checkRepository } from "../looking/checking.ts";
import { openSession, type Session, sayScreen } from "../session.ts";
import { sayWarnings } from "../taking/report.ts";

interface CheckOptions {
  readonly list?: true;
  readonly only?: readonly string[];
  readonly strict?: true;
}

/** Declares the command. */
export function checkCommand(env: Env): Command {
  const zh = env.voice.lang === "zh";
  return command("check", env)
    .argument("[paths...]", zh ? "只检查这些记录(编号或文件路径)" : "only these records (numbers or files)")
    .option("--list", zh ? "列出全部检查项" : "name the checks")
    .option(
      "--only <id>",
      zh ? "只做某项检查,例如 INV-12(可多次)" : "only this check, e.g. INV-12 (repeatable)",
      collect,
    )
    .option("--strict", zh ? "警告也算不通过" : "warnings count too")
    .action(async (paths: string[], options: CheckOptions, self: Command) => {
      const session = await openSession(env, globalsOf(self), "reading");
      if (options.list) return sayList(session);
      const only = (options.only ?? []).map((id) => checkNamed(id));
      const result = await checkRepository(session, { paths, only });
      await say(session, result);
      const counted = result.findings.filter(
        (found) => isError(found) || (options.strict && found.level === "warning"),
      );
      if (counted.length > 0) env.voice.exit = 1;
    });
}

function checkNamed(given: string): CheckId {
  const id = given.toLowerCase() === "deadline" ? "deadline" : given.toUpperCase();
  if (isCheck(id)) return id;
  const known = Object.keys(checks);
  throw refusal("bad-value", {
    option: "--only",
    value: given,
    wanted: { zh: known.join("、"), en: known.join(", ") },
  });
}

async function sayList(session: Session): Promise<void> {
  const { env, lang } = session;
  const named = Object.entries(checks).map(([id, check]) => ({
    id,
    level: check.level,
    clause: check.clause,
    what: check[lang],
  }));
  if (env.voice.json) {
    const { toJson } = await import("../render/json.ts");
    return env.out(toJson(named));
  }
  const { checkListScreen } = await import("../render/check.ts");
  await sayScreen(session, (page) => checkListScreen(named, page));
}

async function say(session: Session, result: CheckedRepository): Promise<void> {
  const { env, words } = session;
  if (env.voice.json) {
    const { findingsJson } = await import("../render/json.ts");
    return env.out(findingsJson(result.findings, words));
  }
  await sayWarnings(
    session,
    result.findings.filter((found: Finding) => found.level === "warning"),
  );
  const { checkScreen } = await import("../render/check.ts");
  await sayScreen(session, (page) => checkScreen({ ...result, checks: Object.keys(checks).length }, page));
}
