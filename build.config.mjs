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

/** Script → the packages in it, as they are imported: loaded when a command first needs one of them. */
const apart = {
  ajv: ["ajv/dist/2020.js", "ajv-formats"],
  inquirer: ["@inquirer/prompts"],
  "simple-git": ["simple-git"],
  yaml: ["yaml"],
};

const options = {
  absWorkingDir: root,
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20.17",
  // a script that node:vm runs has no `import()`: what is loaded late (the prompts) is required late
  supported: { "dynamic-import": false },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  define: { "import.meta.filename": "__filename" },
  banner: { js: "(function (exports, require, module, __filename) {" },
  footer: { js: "})" },
  logLevel: "warning",
  write: false,
};

/** In the tool a package that stands apart is asked of its script. */
const standApart = {
  name: "stand-apart",
  setup: ({ onResolve, onLoad }) => {
    const scripts = Object.entries(apart).flatMap(([script, names]) => names.map((name) => [name, script]));
    const scriptOf = new Map(scripts);
    const namespace = "apart";
    onResolve({ filter: /^[@\w]/ }, ({ path }) => (scriptOf.has(path) ? { path, namespace } : undefined));
    onResolve({ filter: /^\./, namespace }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace }, ({ path }) => ({
      contents: `module.exports = require("./${scriptOf.get(path)}.cjs")["${path}"];`,
    }));
  },
};

const packages = Object.entries(apart).map(([script, names]) => {
  const contents = names.map((name) => `exports["${name}"] = require("${name}");`).join("\n");
  return { outfile: `dist/${script}.cjs`, stdin: { contents, resolveDir: root } };
});
const built = await Promise.all([
  build({ ...options, outfile: "dist/main.cjs", entryPoints: ["src/main.ts"], plugins: [standApart] }),
  ...packages.map((one) => build({ ...options, ...one })),
]).catch(() => process.exit(1)); // esbuild has said what is wrong

/** Of one byte a character, as Node reads it fastest: regular expressions are all that esbuild leaves beyond ASCII. */
const inAscii = (text) =>
  text.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Runs the help of every command: what a command consists of is compiled then, and V8 keeps it. */
async function warm(script, filename) {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, process.getBuiltinModule, module, filename);
  const nothing = () => undefined;
  const env = {
    out: nothing,
    err: nothing,
    draw: nothing,
    cwd: root,
    vars: {},
    now: () => new Date(),
    columns: 80,
  };
  const { run } = module.exports;
  const commands = await readdir(join(root, "src/commands"));
  for (const name of commands.map((file) => basename(file, ".ts"))) {
    await run([name, "--help"], { ...env, voice: { lang: "zh", json: false, colour: false, exit: 0 } });
  }
}

/** A script and what V8 makes of it; both begin with the same mark, so that they are never used one without the other. */
async function compiled({ path, text }) {
  const mark = `/*${createHash("sha256").update(text).digest("hex").slice(0, 16)}*/`;
  const code = mark + inAscii(text);
  const script = new Script(code, { filename: path });
  if (basename(path) === "main.cjs") await warm(script, path);
  return [
    { path, contents: Buffer.from(code) },
    { path: `${path}.cache`, contents: Buffer.concat([Buffer.from(mark), script.createCachedData()]) },
  ];
}

const scripts = built.flatMap(({ outputFiles }) => outputFiles);
const files = (await Promise.all(scripts.map(compiled))).flat();

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
