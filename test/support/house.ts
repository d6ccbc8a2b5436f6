/** The project's own files, for the tests that hold its plan. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

export const project = join(import.meta.dirname, "../..");

/** What is made on the machine and never committed; the same list as in .gitignore. */
const made = new Set([".git", "node_modules", "dist", "coverage", "casetrail-demo"]);

/** What stands at the top of the project, without what is made there. */
export const rooms = (): string[] =>
  readdirSync(project).filter((name) => !made.has(name) && !name.endsWith(".tsbuildinfo"));

/** All files below a folder of the project, as paths with `/`. */
export function filesBelow(room: string, root = project): string[] {
  return readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.split("/").some((part) => made.has(part)))
    .sort();
}

/** The sources of the tool, without what is generated. */
export const sources = (root = project): string[] =>
  filesBelow("src", root).filter((path) => path.endsWith(".ts") && !path.endsWith(".gen.ts"));

export const textOf = (path: string, root = project): string => readFileSync(join(root, path), "utf8");
