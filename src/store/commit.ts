/** A commit made by git itself, first beside the branch and then put on it by compare-and-swap (store.md 1). */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { refusal } from "../domain/words/refusals.ts";
import { type Change, gitName, importText } from "./change.ts";
import { syncFolder } from "./disk.ts";
import type { Location } from "./location.ts";
import { type Git, runGit } from "./plumbing.ts";

/** With git's own defaults a power cut loses acknowledged steps (store.md 1). */
export const DURABLE = ["-c", "core.fsync=all", "-c", "core.fsyncMethod=fsync"] as const;

export interface Made {
  readonly commit: string;
  /** Blob id of each file of the change; null for a removed one. */
  readonly blobs: readonly { readonly path: string; readonly blob: string | null }[];
}

/**
 * Writes blobs, trees and commit, on the disk when this returns.
 * @param scratch ref that keeps them until the branch does
 * @param parent commit id before it; the first commit has none
 * @throws Refusal git-failed
 */
export async function makeCommit(
  location: Location,
  change: Change,
  scratch: string,
  parent?: string,
): Promise<Made> {
  const paths = change.files.map(({ path }) => path);
  const folders = [...new Set(paths.flatMap(foldersOf))];
  const questions = [
    "get-mark :1",
    ...[...paths, ...folders].map((path) => `ls :1 ${quoted(path)}`),
    "done",
    "",
  ].join("\n");
  const args = [...DURABLE, "fast-import", "--quiet", "--done", "--date-format=raw"];
  const input = Buffer.concat([importText(change, scratch, parent), Buffer.from(questions)]);
  const [commit = "", ...lines] = (await runGit(location, args, { input })).out
    .toString()
    .trimEnd()
    .split("\n");
  const ids = lines.map((line) => /^\d{6} \w+ ([0-9a-f]+)\t/.exec(line)?.[1] ?? null);
  syncObjects(location.commonDir, [commit, ...ids]);
  return { commit, blobs: paths.map((path, i) => ({ path, blob: ids[i] ?? null })) };
}

/** The folders above a path, the top of the repository first. */
const foldersOf = (path: string): string[] =>
  path.split("/").map((_, i, parts) => parts.slice(0, i).join("/"));

const quoted = (path: string): string => `"${path.replace(/["\\]/g, "\\$&")}"`;

/** git syncs the files of its objects, not the folders that list them. */
function syncObjects(commonDir: string, ids: readonly (string | null)[]): void {
  const objects = join(commonDir, "objects");
  const fans = new Set(ids.map((id) => join(objects, id?.slice(0, 2) ?? "")));
  for (const folder of [...fans, objects]) if (existsSync(folder)) syncFolder(folder);
}

export interface Move {
  readonly branch: string;
  readonly from: string;
  readonly to: string;
  readonly scratch: string;
}

/**
 * Moves the branch if it still stands where it stood, and drops the scratch ref in the same transaction.
 * @returns false when something else moved the branch
 */
export async function moveBranch(location: Location, move: Move, author: Change["author"]): Promise<boolean> {
  const lines = [
    "start",
    `update ${move.branch} ${move.to} ${move.from}`,
    ...(move.scratch === "" ? [] : [`delete ${move.scratch} ${move.to}`]),
    "prepare",
    "commit",
    "",
  ];
  const git: Git = { ...location, vars: { ...location.vars, ...identity(author) } };
  const args = [...DURABLE, "update-ref", "-m", "casetrail", "--stdin"];
  const { code, err } = await runGit(git, args, { input: lines.join("\n"), ok: [0, 128] });
  if (code !== 0 && !/but expected|cannot lock ref|unable to resolve/.test(err)) {
    throw refusal("git-failed", { command: "update-ref", message: err.trim() });
  }
  const folder = dirname(join(location.commonDir, move.branch));
  if (code === 0 && existsSync(folder)) syncFolder(folder);
  return code === 0;
}

/** For the reflog; without it git asks the system for the name of the computer. */
const identity = ({ name, email }: Change["author"]): Record<string, string> => ({
  GIT_COMMITTER_NAME: gitName(name) || "casetrail",
  GIT_COMMITTER_EMAIL: gitName(email) || "casetrail",
});

/** Drops a scratch ref that is no longer needed. */
export async function dropScratch(location: Location, scratch: string): Promise<void> {
  await runGit(location, ["update-ref", "-d", scratch]);
}
