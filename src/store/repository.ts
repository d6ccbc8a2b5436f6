/** A record repository as commands see it: records and procedure at HEAD, read through the index, and one door to write. */

import type { Row } from "../domain/clocks/row.ts";
import type { CaseRecord, Id, Kind } from "../domain/records/record.ts";
import type { Finding } from "../domain/words/findings.ts";
import type { Env } from "../env.ts";
import { printRecord } from "./canonical.ts";
import type { Change } from "./change.ts";
import { findRow, readOne } from "./finding-records.ts";
import type { FileCommit } from "./git.ts";
import { type Index, type IndexOptions, openIndex } from "./index.ts";
import type { Found } from "./index-read.ts";
import { type Location, locate } from "./location.ts";
import { runGit } from "./plumbing.ts";
import type { Step, StepRequest } from "./write.ts";

export interface OpenOptions extends IndexOptions {
  /** Where to look, instead of the current folder. */
  readonly dir?: string;
  /** Told at each named point of a step; for tests. */
  readonly point?: NonNullable<StepRequest["point"]>;
}

export interface WriteRequest {
  /** What the command is: event, record, person, input; by it a repeated command finds its step in. */
  readonly fingerprint: string;
  /** Seconds to wait for the lock; 10 unless told. */
  readonly wait?: number;
  /** Who acts, for those who wait. */
  readonly who?: string;
  readonly onWait?: NonNullable<StepRequest["onWait"]>;
  /** Makes the change from the repository as it is under the lock. What it throws ends the write. */
  readonly plan: (fresh: Repository) => Promise<Change>;
}

type Reading = Pick<
  Index,
  "head" | "settings" | "people" | "calendar" | "shared" | "unreadable" | "facts" | "rows" | "ids" | "kind"
>;

export interface Repository extends Reading {
  readonly root: string;
  readonly gitDir: string;
  readonly location: Location;
  /** @throws Refusal unknown-record, ambiguous-record, record-unreadable */
  find(idOrPrefix: string): Row;
  /** @throws Refusal unknown-record, record-unreadable */
  read(id: Id): Found;
  /** The text of a record's file as it shall be; comments that a person wrote into it stay. */
  textOf(record: CaseRecord): Promise<string>;
  /** What its schema does not allow in a record (or in `casetrail`, `people`, `calendar`); with its text line and column. */
  validate(
    name: Kind | "casetrail" | "people" | "calendar",
    value: unknown,
    text?: string,
  ): Promise<Finding[]>;
  /** Paths that differ from HEAD in the worktree. */
  worktreeChanges(): Promise<string[]>;
  /** Commits that touched a file, oldest first. */
  commitsOf(path: string): Promise<FileCommit[]>;
  /** The commit that touched a file last; empty where there is none. */
  lastCommit(path: string): Promise<string>;
  /** git's `user.email`; empty where there is none. */
  userEmail(): Promise<string>;
  /** Takes a step; see write.ts for what it may refuse. */
  write(request: WriteRequest): Promise<Step>;
  /** The same repository as it is now. */
  reopened(): Promise<Repository>;
}

/**
 * Opens the record repository that a folder lies in.
 * @throws Refusal no-repository, no-first-commit, repository-not-owned, file-unreadable, procedure-incomplete, git-missing
 */
export async function openRepository(
  env: Pick<Env, "cwd" | "vars">,
  options: OpenOptions = {},
): Promise<Repository> {
  const location = await locate(env.vars, options.dir ?? env.cwd);
  return (await openAt(location, options)).repository;
}

async function openAt(
  location: Location,
  options: OpenOptions,
): Promise<{ index: Index; repository: Repository }> {
  const index = await openIndex(location, options);
  return { index, repository: view(location, index, options) };
}

function view(location: Location, index: Index, options: OpenOptions): Repository {
  const { root, gitDir, vars } = location;
  return {
    ...{ root, gitDir, location, head: index.head, unreadable: index.unreadable, facts: index.facts },
    ...{ rows: index.rows, ids: index.ids, kind: index.kind },
    get settings() {
      return index.settings;
    },
    get people() {
      return index.people;
    },
    get calendar() {
      return index.calendar;
    },
    get shared() {
      return index.shared;
    },
    find: (given) => findRow(index, given),
    read: (id) => readOne(index, id),
    textOf: (record) => textOf(location, index, record),
    validate: async (name, value, text) => {
      const { surelyKeeps } = await import("./quick-judge.ts");
      if (surelyKeeps(`${name}.schema.json`, index.procedure(), value)) return [];
      const { validatorFor } = await import("./schemas.ts");
      return await validatorFor(name, index.procedure())(value, text);
    },
    worktreeChanges: async () => (await import("./edited.ts")).editedPaths(location),
    commitsOf: async (path) => (await import("./git.ts")).commitsOfFile(location, path),
    lastCommit: (path) => lastCommit(location, path),
    userEmail: () => userEmail(location),
    write: (request) => write(location, request, options),
    reopened: () => openRepository({ cwd: root, vars }, { ...options, dir: root }),
  };
}

async function textOf(location: Location, index: Index, record: CaseRecord): Promise<string> {
  const kind = index.kind(record.kind);
  const found = index.record(record.id);
  if (!found || found.plain) return printRecord(record, kind);
  const { writeRecord } = await import("./record-file.ts");
  const old = (await runGit(location, ["cat-file", "blob", found.blob])).out.toString();
  return await writeRecord(record, kind, old);
}

async function lastCommit(location: Location, path: string): Promise<string> {
  const args = ["log", "-1", "--format=%H", "--no-ext-diff", "HEAD", "--", `:(literal)${path}`];
  return (await runGit(location, args)).out.toString().trim();
}

async function userEmail(location: Location): Promise<string> {
  return (await runGit(location, ["config", "--get", "user.email"], { ok: [0, 1] })).out.toString().trim();
}

async function write(location: Location, request: WriteRequest, options: OpenOptions): Promise<Step> {
  const { writeThrough } = await import("./repository-write.ts");
  const { fingerprint, plan, onWait, who = "", wait = 10 } = request;
  return await writeThrough(location, {
    ...{ fingerprint, who, wait, plan },
    ...(onWait ? { onWait } : {}),
    ...(options.point ? { point: options.point } : {}),
    open: (now) => openAt(now, options),
  });
}
