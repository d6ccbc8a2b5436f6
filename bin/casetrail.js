#!/usr/bin/env node
// The launcher: is Node new enough, is the tool built, then src/main.ts. Plain syntax, so that an old Node can still say so.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

const oldest = [20, 17];
const [major, minor] = process.versions.node.split(".").map(Number);
const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), "dist");
const main = "./main.cjs";

/** Says in both languages what stands in the way: settings and language are not known yet. */
function stop(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`);
  process.exitCode = 2;
}

const requireFromNode = createRequire(import.meta.url);
const loaded = new Map();

/** A script of dist/ as build.config.mjs made it; what it requires from beside itself is loaded likewise. */
function load(name) {
  if (!name.startsWith("./")) return requireFromNode(name);
  if (!loaded.has(name)) {
    const module = { exports: {} };
    const filename = join(dist, name);
    loaded.set(name, module);
    scriptOf(filename).runInThisContext()(module.exports, load, module, filename);
  }
  return loaded.get(name).exports;
}

/** With what V8 compiled at build time where it belongs to this text; another Node takes no notice of it. */
function scriptOf(filename) {
  const code = readFileSync(filename, "latin1");
  const mark = code.slice(0, code.indexOf("\n") + 1);
  const cache = existsSync(`${filename}.cache`) ? readFileSync(`${filename}.cache`) : undefined;
  const fits = cache !== undefined && cache.toString("latin1", 0, mark.length) === mark;
  return new Script(code, { filename, ...(fits ? { cachedData: cache.subarray(mark.length) } : {}) });
}

if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  stop(
    `casetrail 需要 Node.js ${oldest.join(".")} 或更新版本,当前为 ${process.versions.node};请升级 Node.js`,
    `casetrail needs Node.js ${oldest.join(".")} or newer, this is ${process.versions.node}: please update Node.js`,
  );
} else if (!existsSync(join(dist, main))) {
  stop(
    "casetrail 尚未构建:请在 casetrail 文件夹中运行 npm run build",
    "casetrail is not built yet: run npm run build in its folder",
  );
} else {
  process.exitCode = await load(main).main(process.argv.slice(2));
}
