/** Worktree and index, brought after the branch. What a person edited is never overwritten (store.md 1). */
import { join } from "node:path";
import { refusal } from "../domain/words/refusals.ts";
import {
  createFile,
  errorCode,
  kindOfFile,
  makeFolders,
  readIfThere,
  removeEmptyFolders,
  removeFile,
  replaceFile,
  syncFolder,
} from "./disk.ts";
import type { Location } from "./location.ts";
import { runGit } from "./plumbing.ts";

/** A file before and after a step; null where there is none. */
export interface Turn {
  readonly path: string;
  readonly before: Buffer | null;
  readonly after: Buffer | null;
  /** Blob id after the step. */
  readonly blob: string | null;
}

const same = (a: Buffer | null, b: Buffer | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);

/** What stands at a path of the worktree now; a link or folder counts as something a person put there. */
function current(root: string, path: string): Buffer | null | "strange" {
  const file = join(root, ...path.split("/"));
  const kind = kindOfFile(file);
  if (kind === "none") return null;
  return kind === "file" ? (readIfThere(file) ?? null) : "strange";
}

/**
 * Files in the way of a step: the worktree holds something else than HEAD.
 * @param files path and content in HEAD
 */
export function inTheWay(root: string, files: readonly { path: string; before: Buffer | null }[]): string[] {
  return files.flatMap(({ path, before }) => {
    const now = current(root, path);
    return now !== "strange" && same(now, before) ? [] : [path];
  });
}

/**
 * Brings the worktree after: each file that still stands as before the step gets its new content, in one piece.
 * @param mark makes the names of temporary files, so that a later command can clear them
 * @throws Refusal worktree-behind when a file is in use
 */
export async function bringFiles(
  root: string,
  turns: readonly Turn[],
  mark: string,
  commit: string,
): Promise<void> {
  const folders = new Set<string>();
  for (const turn of turns) {
    clearTemporary(root, turn.path, mark);
    const now = current(root, turn.path);
    if (now === "strange" || same(now, turn.after) || !same(now, turn.before)) continue;
    await bringFile(root, turn, mark, commit);
    folders.add(join(root, ...turn.path.split("/").slice(0, -1)));
  }
  for (const folder of folders) if (kindOfFile(folder) === "folder") syncFolder(folder);
}

async function bringFile(root: string, turn: Turn, mark: string, commit: string): Promise<void> {
  const parts = turn.path.split("/");
  const file = join(root, ...parts);
  try {
    if (turn.after === null) {
      removeFile(file);
      removeEmptyFolders(root, parts.slice(0, -1));
      return;
    }
    makeFolders(join(root, ...parts.slice(0, -1)));
    createFile(temporary(root, turn.path, mark), turn.after);
    await replaceFile(temporary(root, turn.path, mark), file);
  } catch (thrown) {
    if (!["EPERM", "EBUSY", "EACCES"].includes(errorCode(thrown) ?? "")) throw thrown;
    throw refusal("worktree-behind", { commit: commit.slice(0, 10), path: turn.path }, { cause: thrown });
  }
}

const temporary = (root: string, path: string, mark: string): string =>
  `${join(root, ...path.split("/"))}.${mark}`;
const clearTemporary = (root: string, path: string, mark: string): void =>
  removeFile(temporary(root, path, mark));

/**
 * Brings git's index after.
 * @throws Refusal git-failed (index locked by another git)
 */
export async function bringIndex(
  location: Location,
  turns: readonly Pick<Turn, "path" | "blob">[],
): Promise<void> {
  const zero = "0".repeat(location.head.length);
  const input = turns
    .map(({ path, blob }) => (blob === null ? `0 ${zero}\t${path}\0` : `100644 ${blob}\t${path}\0`))
    .join("");
  await runGit(location, ["update-index", "-z", "--index-info"], { input });
}
