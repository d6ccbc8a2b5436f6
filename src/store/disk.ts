/** Files and folders on any system: replaced whole, kept through a power cut, never through a symbolic link. */
import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";

export const errorCode = (thrown: unknown): string | undefined =>
  (thrown as NodeJS.ErrnoException | null)?.code;

/** The bytes of a file; undefined where there is none. */
export function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (thrown) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(thrown) ?? "")) return undefined;
    throw thrown;
  }
}

/** Removes a file; it may be gone already. */
export function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (thrown) {
    if (!["ENOENT", "ENOTDIR"].includes(errorCode(thrown) ?? "")) throw thrown;
  }
}

/** Writes a new file and waits until it is on the disk. An existing one is an error (EEXIST). */
export function createFile(path: string, content: string | Uint8Array): void {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const file = openSync(path, "wx", 0o666);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes what a folder lists survive a power cut. Folders cannot be synced on Windows: there the journal must do. */
export function syncFolder(dir: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(dir, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Virus scanners and editors hold files for moments on Windows. */
const BUSY = new Set(["EPERM", "EBUSY", "EACCES"]);
const PATIENCE = [10, 20, 50, 100, 200, 400, 500, 700];

/**
 * Puts a file in the place of another, in one piece.
 * @throws what `rename` throws, after two seconds of trying where the file is in use
 */
export async function replaceFile(from: string, to: string): Promise<void> {
  for (const pause of [...PATIENCE, 0]) {
    try {
      renameSync(from, to);
      return;
    } catch (thrown) {
      if (pause === 0 || process.platform !== "win32" || !BUSY.has(errorCode(thrown) ?? "")) throw thrown;
      const { setTimeout: sleep } = await import("node:timers/promises");
      await sleep(pause);
    }
  }
}

/** Writes a file whole: beside its place, to the disk, into its place. */
export async function writeWhole(path: string, content: string | Uint8Array, mark: string): Promise<void> {
  const temporary = `${path}.${mark}`;
  removeFile(temporary);
  createFile(temporary, content);
  await replaceFile(temporary, path);
}

/** Makes the folders of a file, and what lists them durable. */
export function makeFolders(dir: string): void {
  const first = mkdirSync(dir, { recursive: true });
  if (first !== undefined) syncFolder(dirname(first));
}

/** Removes folders that became empty, from the inside out, up to a root. */
export function removeEmptyFolders(root: string, parts: readonly string[]): void {
  for (let length = parts.length; length > 0; length -= 1) {
    try {
      rmdirSync(join(root, ...parts.slice(0, length)));
    } catch {
      return; // not empty, or in use: it may stay
    }
  }
}

/** What stands at a path, without following a link. */
export function kindOfFile(path: string): "none" | "file" | "folder" | "link" | "other" {
  try {
    const found = lstatSync(path);
    if (found.isSymbolicLink()) return "link";
    if (found.isFile()) return "file";
    return found.isDirectory() ? "folder" : "other";
  } catch (thrown) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(thrown) ?? "")) return "none";
    throw thrown;
  }
}
