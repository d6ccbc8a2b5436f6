#!/usr/bin/env node
// The launcher: is Node new enough, is the tool built, then src/main.ts. Plain syntax, so that an old Node can still say so.
// A script, not a module (package.json beside it): Node's loader of modules would cost a start more than this file does.
const oldest = [20, 17];
const [major, minor] = process.versions.node.split(".").map(Number);

/** Says in both languages what stands in the way: settings and language are not known yet. */
function stop(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`);
  process.exitCode = 2;
}

/** Loads a script of dist/ as build.config.mjs made it, and what it requires from beside itself likewise. */
function scriptsOf(dist) {
  const { existsSync, readFileSync } = process.getBuiltinModule("node:fs");
  const { join } = process.getBuiltinModule("node:path");
  const { Script } = process.getBuiltinModule("node:vm");
  const loaded = new Map();

  /** What V8 compiled at build time, if it was of this text; it is refused by V8 when another Node made it. */
  function compiledFor(code, filename) {
    const mark = code.slice(0, code.indexOf("*/") + 2);
    const cache = existsSync(`${filename}.cache`) ? readFileSync(`${filename}.cache`) : Buffer.alloc(0);
    return cache.toString("latin1", 0, mark.length) === mark ? cache.subarray(mark.length) : undefined;
  }

  return function load(name) {
    if (!name.startsWith("./")) return process.getBuiltinModule(name);
    if (!loaded.has(name)) {
      const module = { exports: {} };
      const filename = join(dist, name);
      const code = readFileSync(filename, "latin1");
      const script = new Script(code, { filename, cachedData: compiledFor(code, filename) });
      loaded.set(name, module);
      script.runInThisContext()(module.exports, load, module, filename);
    }
    return loaded.get(name).exports;
  };
}

function start() {
  const dist = `${__dirname}/../dist`;
  if (process.getBuiltinModule("node:fs").existsSync(`${dist}/main.cjs`)) {
    return scriptsOf(dist)("./main.cjs")
      .main(process.argv.slice(2))
      .then((code) => {
        process.exitCode = code;
      });
  }
  return stop(
    "casetrail 尚未构建:请在 casetrail 文件夹中运行 npm run build",
    "casetrail is not built yet: run npm run build in its folder",
  );
}

if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) start();
else {
  stop(
    `casetrail 需要 Node.js ${oldest.join(".")} 或更新版本,当前为 ${process.versions.node};请升级 Node.js`,
    `casetrail needs Node.js ${oldest.join(".")} or newer, this is ${process.versions.node}: please update Node.js`,
  );
}
