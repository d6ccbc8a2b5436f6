/** Paths that may be written in a record repository: legal on every system, inside it, not through a link (store.md 6). */
import { join } from "node:path";
import { refusal } from "../domain/words/refusals.ts";
import { kindOfFile } from "./disk.ts";

const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
/** Not legal on NTFS, or trouble in git or a terminal. */
const ILLEGAL = /[:*?"<>|\\\p{Cc}]|[. ]$|^-|^ /u;
const LONGEST = 200;

/** Is it a path with `/` that any system can hold? */
export function isSafePath(path: string): boolean {
  const parts = path.split("/");
  return path.length <= LONGEST && parts.every((part) => part !== "" && !isBadName(part));
}

const isBadName = (name: string): boolean => ILLEGAL.test(name) || DEVICE.test(name) || /^\.git$/i.test(name);

/**
 * Looks at paths that are about to be written.
 * @throws Refusal unsafe-path
 */
export function checkPaths(root: string, paths: readonly string[]): void {
  for (const path of paths) {
    const linked = path
      .split("/")
      .some((_, i, parts) => kindOfFile(join(root, ...parts.slice(0, i + 1))) === "link");
    if (!isSafePath(path) || linked) throw refusal("unsafe-path", { path });
  }
}
