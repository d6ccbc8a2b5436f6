/** `npm run check`: the plan of the house, held by its tools. One line each when fine, else what the tool says. */
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const checks = [
  { name: "types", tool: "typescript/bin/tsc", args: ["--noEmit"] },
  {
    name: "lint and format",
    tool: "@biomejs/biome/bin/biome",
    args: ["check", "--error-on-warnings", "--max-diagnostics=100"],
  },
  { name: "plan of the house", tool: "dependency-cruiser/bin/dependency-cruise.mjs", args: ["src"] },
  { name: "nothing unused", tool: "knip/bin/knip.js", args: ["--no-progress"] },
  { name: "budgets and words", tool: "vitest/vitest.mjs", args: ["run", "test/house/budgets", "test/house/words"] },
  { name: "generated files", tool: "vitest/vitest.mjs", args: ["run", "test/house/generated"] },
];

/** Runs a check. @returns whether it is fine, what it said, and how long it took */
function run({ tool, args }) {
  const started = performance.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, "node_modules", tool), ...args], { cwd: root });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
    child.on("close", (code) => done({ fine: code === 0, said, seconds: (performance.now() - started) / 1000 }));
  });
}

const waiting = [...checks];
let failed = 0;

/** Takes one check after the other until none is left: so many of these run at once as there are cores. */
async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const { fine, said, seconds } = await run(check);
    if (!fine) failed += 1;
    const line = `${fine ? "ok  " : "FAIL"}  ${check.name.padEnd(18)} ${seconds.toFixed(1).padStart(5)} s\n`;
    process.stdout.write(fine ? line : `${line}${said.trimEnd()}\n\n`);
  }
}

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
process.stdout.write(`${checks.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
