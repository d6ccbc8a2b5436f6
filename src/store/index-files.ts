/** Files of the reading index: beside git, safe to delete, each with a checksum, so that a damaged one is seen (performance.md). */
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { errorCode, readIfThere } from "./disk.ts";
import { packageVersion } from "./package-files.ts";

/** Raised whenever the form of the index or what a row holds changes. */
const FORMAT = 1;

const DAMAGED = "INDEX_DAMAGED";

/** Says that a file of the index is not what it should be: the index is then built anew. */
export const damaged = (what: string): Error => Object.assign(new Error(`index: ${what}`), { code: DAMAGED });

/** Is it damage of the index, or a file of it that somebody deleted? */
export const isDamaged = (thrown: unknown): boolean =>
  [DAMAGED, "ENOENT"].includes(errorCode(thrown) ?? "") || thrown instanceof SyntaxError;

/**
 * The folder of the index for this version of the tool. A repository that may only be read gets one for this run alone.
 * @param commonDir git's own folder, shared by all worktrees
 */
export function indexFolder(commonDir: string): string {
  const tool = statSync(import.meta.filename)
    .mtimeMs.toString(36)
    .replace(/\W/g, "");
  const name = `${FORMAT}-${packageVersion()}-${tool}`;
  const dir = join(commonDir, "casetrail", "index", name);
  try {
    mkdirSync(join(dir, "heads"), { recursive: true });
    accessSync(join(dir, "heads"), constants.W_OK);
    return dir;
  } catch (thrown) {
    if (!["EACCES", "EROFS", "EPERM"].includes(errorCode(thrown) ?? "")) throw thrown;
    return folderForThisRun();
  }
}

function folderForThisRun(): string {
  const dir = mkdtempSync(join(tmpdir(), "casetrail-index-"));
  mkdirSync(join(dir, "heads"));
  process.once("exit", () => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

let named = 0;
/** A name that no other file of the index has; loading `node:crypto` for it would cost every reader. */
export function freeName(): string {
  named += 1;
  return `${process.hrtime.bigint().toString(36)}-${process.pid}-${named}`;
}

/** Writes a file with its checksum in front, whole or not at all. */
export function writeSummed(path: string, text: string): void {
  const temporary = `${path}.${freeName()}`;
  writeFileSync(temporary, `${crc32(text)}\n${text}`);
  renameSync(temporary, path);
}

/** The text of a file written by `writeSummed`; undefined when it is gone or damaged. */
export function readSummed(path: string): string | undefined {
  const content = readIfThere(path)?.toString();
  const end = content?.indexOf("\n") ?? -1;
  if (content === undefined || end < 0) return undefined;
  const text = content.slice(end + 1);
  return String(crc32(text)) === content.slice(0, end) ? text : undefined;
}
