/** `npm run build`: src/main.ts and all it needs, npm packages too, as ES modules in dist/. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "esbuild";

const root = import.meta.dirname;
const dist = join(root, "dist");

/** Packages written in CommonJS call `require` for node's own modules; an ES module has none unless it makes it. */
const requireForCommonJs =
  'import { createRequire as casetrailRequire } from "node:module"; const require = casetrailRequire(import.meta.url);';

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ["src/main.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.17",
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "none",
  banner: { js: requireForCommonJs },
  logLevel: "warning",
  write: false,
}).catch(() => process.exit(1)); // esbuild has said what is wrong

/** Unchanged files stay as they are; a changed one appears whole, so a command that runs meanwhile reads no half file. */
async function put({ path, contents }) {
  const before = await readFile(path).catch(() => undefined);
  if (before?.equals(contents)) return;
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, contents);
  await rename(draft, path);
}

await mkdir(dist, { recursive: true });
const isEntry = ({ path }) => basename(path).startsWith("main.");
await Promise.all(outputFiles.filter((file) => !isEntry(file)).map(put));
await Promise.all(outputFiles.filter(isEntry).map(put));

const built = new Set(outputFiles.map(({ path }) => basename(path)));
const stale = (await readdir(dist)).filter((name) => !built.has(name));
await Promise.all(stale.map((name) => rm(join(dist, name), { recursive: true, force: true })));
