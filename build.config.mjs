/**
 * `npm run build`: src/main.ts and all it needs as one script in dist/, beside it each large package that few commands
 * load, and of every script what V8 has compiled (bin/casetrail.js reads both). Modules loaded one by one would cost a
 * start half of its time.
 */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Script } from "node:vm";
import { build } from "esbuild";

const root = import.meta.dirname;
const dist = join(root, "dist");

/** Module as it is imported → its script: loaded when a command first needs it. */
const apart = {
  "@inquirer/prompts": "inquirer",
  "ajv/dist/2020.js": "ajv",
  "ajv-formats": "ajv-formats",
  "simple-git": "simple-git",
  yaml: "yaml",
};

const options = {
  absWorkingDir: root,
  outdir: "dist",
  bundle: true,
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  platform: "node",
  target: "node20.17",
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "none",
  define: { "import.meta.filename": "__filename" },
  banner: { js: "(function (exports, require, module, __filename) {" },
  footer: { js: "})" },
  logLevel: "warning",
  write: false,
};

/** Leaves the packages that stand apart out of the tool. */
const standApart = {
  name: "stand-apart",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[@\w]/ }, ({ path, kind }) =>
      kind !== "entry-point" && Object.hasOwn(apart, path)
        ? { path: `./${apart[path]}.cjs`, external: true }
        : undefined,
    ),
};

const packages = Object.entries(apart).map(([name, out]) => ({ in: name, out }));
const built = await Promise.all([
  build({ ...options, entryPoints: ["src/main.ts"], plugins: [standApart] }),
  build({ ...options, entryPoints: packages }),
]).catch(() => process.exit(1)); // esbuild has said what is wrong

/** A script and what V8 makes of it; both begin with the same mark, so that they are never used one without the other. */
function compiled({ path, text }) {
  const mark = `//${createHash("sha256").update(text).digest("hex").slice(0, 16)}\n`;
  const code = mark + text;
  const cache = new Script(code, { filename: path }).createCachedData();
  return [
    { path, contents: Buffer.from(code) },
    { path: `${path}.cache`, contents: Buffer.concat([Buffer.from(mark), cache]) },
  ];
}

const files = built
  .flatMap(({ outputFiles }) => outputFiles)
  .flatMap((file) => (file.path.endsWith(".cjs") ? compiled(file) : [file]));

/** Unchanged files stay as they are; a changed one appears whole, so a command that runs meanwhile reads no half file. */
async function put({ path, contents }) {
  const before = await readFile(path).catch(() => undefined);
  if (before?.equals(contents)) return;
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, contents);
  await rename(draft, path);
}

await mkdir(dist, { recursive: true });
await Promise.all(files.map(put));

const current = new Set(files.map(({ path }) => basename(path)));
const stale = (await readdir(dist)).filter((name) => !current.has(name));
await Promise.all(stale.map((name) => rm(join(dist, name), { recursive: true, force: true })));
