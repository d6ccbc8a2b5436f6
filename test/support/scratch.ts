/** Once per test run: a home and a scratch folder of its own outside the project; git knows no other configuration. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Background maintenance of git would write while a test removes its folder. */
const quietGit = "[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n";

/** Where git looks for configuration, and what must not leak in from the machine. */
function isolate(home: string): void {
  for (const name of Object.keys(process.env)) {
    if (/^(GIT_(?!EXEC_PATH)|CASETRAIL_(?!RESULTS))/.test(name)) delete process.env[name];
  }
  Object.assign(process.env, {
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: join(home, ".config"),
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: join(home, "gitconfig"),
    GIT_TERMINAL_PROMPT: "0",
  });
}

/** Makes the scratch folder of the run, and removes it when all tests are done. */
export function setup(): () => void {
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), "casetrail-test-"));
  const home = join(scratch, "home");
  mkdirSync(home);
  writeFileSync(join(home, "gitconfig"), quietGit);
  isolate(home);
  process.env["CASETRAIL_SCRATCH"] = scratch;
  return () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}
