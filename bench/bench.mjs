/**
 * How fast is the tool, in a repository of 1,000 records? By hand: npm run bench [-- --records 1000 --runs 9].
 * Times of one machine say little; the ratios do: each command stands beside an empty `node -e 0` and beside what plain
 * git does for the same question, all measured in turn in the same run.
 */
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { enlargedTool } from "./timeline.mjs";

const { values } = parseArgs({
  options: { records: { type: "string", default: "1000" }, runs: { type: "string", default: "9" } },
});
const runs = Number(values.runs);
const folder = mkdtempSync(join(tmpdir(), "casetrail-bench-"));
const repository = join(folder, "records");
const { launcher, records } = enlargedTool(folder, Number(values.records));
const subject = "CMP-2026-020";
const file = `records/complaints/2026/${subject}.yaml`;

const env = {
  ...process.env,
  ...{ LANG: "en_GB.UTF-8", NO_COLOR: "1", CASETRAIL_PERSON: "S02" },
  ...{ GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: join(folder, "no-gitconfig") },
  ...{
    GIT_AUTHOR_NAME: "B",
    GIT_AUTHOR_EMAIL: "b@example",
    GIT_COMMITTER_NAME: "B",
    GIT_COMMITTER_EMAIL: "b@example",
  },
};

/** Runs a program to its end. @returns milliseconds; a failure ends the bench, for a refused command is quick */
function time(program, args, cwd = repository) {
  const started = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(program, args, {
    cwd,
    env,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const took = Number(process.hrtime.bigint() - started) / 1e6;
  if (status !== 0)
    throw new Error(`${program} ${args.join(" ")}: exit ${status}\n${stderr}`, { cause: error });
  return took;
}
const casetrail = (...args) => time(process.execPath, [launcher, ...args]);
const git = (...args) => time("git", args);

/** A step as one would take it by hand: a line in the file, committed. A clone of its own, so that no trail is spoilt. */
const byHand = join(folder, "by-hand");
function commitByHand() {
  appendFileSync(join(byHand, file), "# looked at\n");
  return time("git", ["add", file], byHand) + time("git", ["commit", "--quiet", "-m", "note"], byHand);
}

/** what → [the tool, plain git for the same] */
const cases = {
  "node -e 0": [() => time(process.execPath, ["-e", "0"])],
  "start (--version)": [() => casetrail("--version"), () => git("--version")],
  list: [() => casetrail("list"), () => git("grep", "-h", "^state:", "HEAD", "--", "records")],
  show: [() => casetrail("show", subject), () => git("cat-file", "blob", `HEAD:${file}`)],
  log: [() => casetrail("log", subject), () => git("log", "--format=%h %ad %s", "--", file)],
  "one step (note)": [() => casetrail("advance", subject, "note", "--note", "looked at"), commitByHand],
  check: [() => casetrail("check"), () => git("fsck", "--no-dangling", "--no-progress")],
};

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
const say = (text) => process.stdout.write(`${text}\n`);

try {
  const replayed = time(process.execPath, [launcher, "demo", repository], folder);
  time("git", ["clone", "--quiet", "--no-hardlinks", repository, byHand], folder);
  const steps = spawnSync("git", ["rev-list", "--count", "HEAD"], {
    cwd: repository,
    env,
    encoding: "utf8",
  }).stdout.trim();
  say(
    `${records} records, ${steps} commits, replayed in ${(replayed / 1000).toFixed(1)} s; node ${process.version}\n`,
  );

  const first = Object.fromEntries(Object.entries(cases).map(([name, [tool]]) => [name, tool()]));
  const times = Object.fromEntries(Object.keys(cases).map((name) => [name, { tool: [], git: [] }]));
  for (let run = 0; run < runs; run += 1) {
    for (const [name, [tool, plain]] of Object.entries(cases)) {
      times[name].tool.push(tool());
      if (plain) times[name].git.push(plain());
    }
  }
  const empty = median(times["node -e 0"].tool);
  say(
    `${"".padEnd(18)}${"first".padStart(9)}${"median".padStart(9)}${"× node".padStart(9)}${"git".padStart(9)}${"× git".padStart(9)}`,
  );
  for (const [name, { tool, git: plain }] of Object.entries(times)) {
    const own = median(tool);
    const peer = plain.length > 0 ? median(plain) : undefined;
    const cells = [first[name], own].map((ms) => `${ms.toFixed(0)} ms`);
    cells.push(
      (own / empty).toFixed(2),
      peer ? `${peer.toFixed(0)} ms` : "",
      peer ? (own / peer).toFixed(1) : "",
    );
    say(name.padEnd(18) + cells.map((cell) => cell.padStart(9)).join(""));
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
