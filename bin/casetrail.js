#!/usr/bin/env node
// The launcher: is Node new enough, is the tool built, then src/main.ts. Plain syntax, so that an old Node can still say so.
import { existsSync } from "node:fs";
import module from "node:module";

const oldest = [20, 17];
const [major, minor] = process.versions.node.split(".").map(Number);
const main = new URL("../dist/main.js", import.meta.url);

/** Says in both languages what stands in the way: settings and language are not known yet. */
function stop(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`);
  process.exitCode = 2;
}

if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  stop(
    `casetrail 需要 Node.js ${oldest.join(".")} 或更新版本,当前为 ${process.versions.node};请升级 Node.js`,
    `casetrail needs Node.js ${oldest.join(".")} or newer, this is ${process.versions.node}: please update Node.js`,
  );
} else if (!existsSync(main)) {
  stop(
    "casetrail 尚未构建:请在 casetrail 文件夹中运行 npm run build",
    "casetrail is not built yet: run npm run build in its folder",
  );
} else {
  if (module.enableCompileCache) module.enableCompileCache();
  const casetrail = await import(main.href);
  process.exitCode = await casetrail.main(process.argv.slice(2));
}
