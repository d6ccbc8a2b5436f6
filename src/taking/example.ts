/** The worked example as a living repository: the company set up, then every step of its year, each a commit. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Globals } from "../command-line.ts";
import type { Env } from "../env.ts";
import { openSession, type Session } from "../session.ts";
import type { Change } from "../store/change.ts";
import { createRepository } from "../store/create.ts";
import { appendHistory } from "../store/history-stream.ts";
import { packageRoot } from "../store/package-files.ts";
import { progressOf } from "./progress.ts";
import { replay, type TimelineStep } from "./replay.ts";

export interface Example {
  readonly steps: number;
  /** Gates that no version can judge yet and that were passed, by name. */
  readonly notYet: readonly string[];
}

/** People, settings, calendars and procedure are set up before the first step, by the management representative. */
const SET_UP = { email: "m01@yunji.example", at: "2025-11-03T08:30:00+08:00" };

/**
 * Makes the example in a folder that is empty or not there yet.
 * @throws Refusal when the folder is in use, or at the first step that the procedure forbids
 */
export async function makeExample(env: Env, globals: Globals, dir: string): Promise<Example> {
  const records = join(packageRoot(), "records");
  const file = (name: string): Promise<string> => readFile(join(records, name), "utf8");
  const [settings, people] = [await file("casetrail.yaml"), await file("people.yaml")];
  await createRepository({
    dir,
    settings,
    people,
    author: { email: SET_UP.email },
    at: SET_UP.at,
    vars: env.vars,
  });
  const session = await openSession(env, { ...globals, dir }, "writing");
  const lines = (await file("timeline.ndjson"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as TimelineStep);
  const notYet = new Set<string>();
  const progress = await progressOf(session, lines.length);
  await appendHistory(
    session.repository,
    changes(session, lines, (gates) => {
      for (const gate of gates) notYet.add(gate);
      progress.step();
    }),
  );
  progress.end();
  return { steps: lines.length, notYet: [...notYet] };
}

function* changes(
  session: Session,
  lines: readonly TimelineStep[],
  told: (notYet: readonly string[]) => void,
): Generator<Change> {
  for (const { change, plan } of replay(session, lines)) {
    told(plan.notYet);
    yield change;
  }
}
