/** Files that are shipped with the tool: the procedure HK-QP-06 and the calendars, for a new record repository. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** The folder of the package: the first above this file that has a package.json, from `src/` and from a bundle alike. */
export function packageRoot(): string {
  let dir = dirname(import.meta.filename);
  while (!existsSync(join(dir, "package.json")) && dirname(dir) !== dir) dir = dirname(dir);
  return dir;
}

/** The version of the tool, as its package states it. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")) as {
    version: string;
  };
  return version;
}

export interface ShippedFile {
  /** Where it stands in a record repository. */
  readonly path: string;
  readonly content: Buffer;
}

/** The shipped procedure and calendars, at their places in a record repository. */
export function shippedFiles(): ShippedFile[] {
  const root = join(packageRoot(), "schemas");
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:json|yaml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: placeOf(
        file
          .slice(root.length + 1)
          .split(sep)
          .join("/"),
      ),
      content: readFileSync(file),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The procedure keeps its folder, calendars get their own. */
const placeOf = (path: string): string => (path.startsWith("calendars/") ? path : `schemas/${path}`);
