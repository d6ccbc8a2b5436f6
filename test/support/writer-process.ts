/** A writer in a process of its own, that a test can end at any moment. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const folder = (): string => join(process.env["CASETRAIL_SCRATCH"] ?? "", "writer");

/** Bundles the program once in a worker; it then stands alone, beside a package.json of its own. */
let bundled: Promise<string> | undefined;
async function bundle(): Promise<string> {
  const out = join(folder(), `${process.pid}.mjs`);
  mkdirSync(folder(), { recursive: true });
  writeFileSync(
    join(folder(), "package.json"),
    JSON.stringify({ name: "writer", version: "0.0.0", type: "module" }),
  );
  await build({
    entryPoints: [join(import.meta.dirname, "writer-main.ts")],
    outfile: out,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    logLevel: "silent",
  });
  return out;
}

export interface Writing {
  readonly dir: string;
  /** Numbers of the records to write, one step each. */
  readonly numbers: readonly number[];
  /** Where to die. */
  readonly dieAt?: string;
}

export interface Writer {
  readonly child: ChildProcess;
  /** What was acknowledged, and how the process ended. */
  readonly ended: Promise<{
    acknowledged: { id: string; commit: string; repeated: boolean }[];
    signal: string | null;
    err: string;
  }>;
}

/** Starts a writer. */
export async function startWriter(writing: Writing): Promise<Writer> {
  bundled ??= bundle();
  const child = spawn(process.execPath, [await bundled, JSON.stringify(writing)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => out.push(part));
  child.stderr.on("data", (part: Buffer) => err.push(part));
  const ended: Writer["ended"] = new Promise((resolve) => {
    child.once("close", (_, signal) => {
      const lines = Buffer.concat(out)
        .toString()
        .split("\n")
        .filter((line) => line.endsWith("}"));
      const acknowledged = lines.map(
        (line) => JSON.parse(line) as { id: string; commit: string; repeated: boolean },
      );
      resolve({ acknowledged, signal, err: Buffer.concat(err).toString() });
    });
  });
  return { child, ended };
}
