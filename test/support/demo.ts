/** The worked example, replayed once in a test run and copied for every test that begins with it. */
import { existsSync } from "node:fs";
import { cp, mkdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { run } from "../../src/main.ts";
import { testEnv } from "./env.ts";

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Is it for us to make it? Workers are processes of their own; only one of them can make the folder. */
const isOurs = (claim: string): Promise<boolean> =>
  mkdir(claim).then(
    () => true,
    () => false,
  );

/**
 * Copies a folder that is costly to make, making it first if nobody has.
 * @param name of the original in the scratch folder of the run
 * @param make fills the folder
 * @param to must not exist, or be empty
 */
export async function copyOfMade(
  name: string,
  make: (dir: string) => Promise<void>,
  to: string,
): Promise<void> {
  const original = join(process.env["CASETRAIL_SCRATCH"] ?? "", name);
  if (await isOurs(`${original}.claim`)) {
    await make(`${original}.making`);
    await rename(`${original}.making`, original);
  }
  for (let tries = 0; !(await exists(original)); tries += 1) {
    if (tries > 1200) throw new Error(`Nobody has finished ${name}`);
    await wait(100);
  }
  await cp(original, to, { recursive: true, preserveTimestamps: true });
}

/** Replays the worked example, as `npm start` does. */
async function replay(dir: string): Promise<void> {
  const env = testEnv();
  const exit = await run(["demo", dir], env);
  const made = existsSync(join(dir, "casetrail.yaml"));
  if (exit !== 0 || !made) throw new Error(`demo ended with ${exit}: ${JSON.stringify(env.said)}`);
}

/** The worked example as a repository of its own. */
export const demo = (folder: string): Promise<void> => copyOfMade("demo", replay, folder);
