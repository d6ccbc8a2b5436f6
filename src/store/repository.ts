/** A record repository as commands see it: records and procedure at HEAD, read through the index, and one door to write. */
import { rowOf, type Row } from "../domain/records/row.ts";
import type { CaseRecord, Id, Kind } from "../domain/records/record.ts";
import type { Finding } from "../domain/words/findings.ts";
import { near } from "../domain/words/nearest.ts";
import { refusal } from "../domain/words/refusals.ts";
import type { Env } from "../env.ts";
import type { BlobReader } from "./blobs.ts";
import { printRecord } from "./canonical.ts";
import type { Change } from "./change.ts";
import type { FileCommit } from "./git.ts";
import { forgetIndex, type Index, type IndexOptions, openIndex } from "./index.ts";
import type { Found } from "./index-read.ts";
import { type Location, locate } from "./location.ts";
import { runGit } from "./plumbing.ts";
import type { Point, Step, StepRequest } from "./write.ts";

export interface OpenOptions extends IndexOptions {
  /** Where to look, instead of the current folder. */
  readonly dir?: string;
  /** Told at each named point of a step; for tests. */
  readonly point?: (name: Point) => void;
}

export interface WriteRequest {
  /** What the command is: event, record, person, input; by it a repeated command finds its step in. */
  readonly fingerprint: string;
  /** Seconds to wait for the lock; 10 unless told. */
  readonly wait?: number;
  /** Who acts, for those who wait. */
  readonly who?: string;
  readonly onWait?: StepRequest["onWait"];
  /** Makes the change from the repository as it is under the lock. What it throws ends the write. */
  readonly plan: (fresh: Repository) => Promise<Change>;
}

export interface Repository extends Omit<Index, "record" | "after" | "procedure"> {
  readonly root: string;
  readonly gitDir: string;
  readonly location: Location;
  /** @throws Refusal unknown-record, ambiguous-record, record-unreadable */
  find(idOrPrefix: string): Row;
  /** @throws Refusal unknown-record, record-unreadable */
  read(id: Id): Found;
  /** The text of a record's file as it shall be; comments that a person wrote into it stay. */
  textOf(record: CaseRecord): Promise<string>;
  /** What of a record its schema does not allow; with its text also line and column. */
  validate(kind: Kind, record: unknown, text?: string): Promise<Finding[]>;
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
export async function openRepository(env: Pick<Env, "cwd" | "vars">, options: OpenOptions = {}): Promise<Repository> {
  const location = await locate(env.vars, options.dir ?? env.cwd);
  return view(location, await openIndex(location, options), options);
}

function view(location: Location, index: Index, options: OpenOptions): Repository {
  const { root, gitDir } = location;
  const { record: _record, after: _after, procedure: _procedure, ...read } = describe(index);
  void [_record, _after, _procedure];
  return Object.defineProperties({} as Repository, {
    ...read,
    ...Object.getOwnPropertyDescriptors({
      root,
      gitDir,
      location,
      find: (given: string) => findRow(index, given),
      read: (id: Id) => readOne(index, id),
      textOf: (record: CaseRecord) => textOf(location, index, record),
      validate: async (kind: Kind, record: unknown, text?: string) => {
        const { validatorFor } = await import("./schemas.ts");
        return await validatorFor(kind, index.procedure())(record, text);
      },
      worktreeChanges: () => worktreeChanges(location),
      commitsOf: async (path: string) => (await import("./git.ts")).commitsOfFile(location, path),
      lastCommit: (path: string) => lastCommit(location, path),
      userEmail: () => userEmail(location),
      write: (request: WriteRequest) => write(location, request, options),
      reopened: () => openRepository({ cwd: root, vars: location.vars }, { ...options, dir: root }),
    }),
  });
}

/** The index's own properties; its values are parsed when they are asked for, so they are not copied. */
const describe = (index: Index): Record<string, PropertyDescriptor> => Object.getOwnPropertyDescriptors(index);

function findRow(index: Index, given: string): Row {
  const found = index.record(given) ?? index.record(idFor(index, given));
  if (!found) throw notFound(index, given);
  return rowOf(index.kind(found.record.kind), index.shared, index.settings, found.record);
}

/** The number that a prefix stands for; case does not matter. */
function idFor(index: Index, given: string): Id {
  const wanted = given.trim().toUpperCase();
  const ids = index.ids();
  const matches = ids.filter((id) => id.toUpperCase().startsWith(wanted));
  const [only, ...others] = wanted === "" ? [] : matches;
  const exact = matches.find((id) => id.toUpperCase() === wanted);
  if (exact === undefined && others.length > 0) throw refusal("ambiguous-record", { id: given, matches: matches.slice(0, 10) });
  const id = exact ?? only;
  if (id === undefined) throw notFound(index, given);
  return id;
}

function notFound(index: Index, given: string): Error {
  const id = given.trim().toUpperCase();
  const reasons = index.unreadable.filter(({ file }) => file?.endsWith(`/${id}.yaml`));
  const path = reasons[0]?.file;
  if (path !== undefined) return refusal("record-unreadable", { id, path }, { findings: reasons });
  return refusal("unknown-record", { id: given, near: near(id, index.ids()) });
}

function readOne(index: Index, id: Id): Found {
  const found = index.record(id);
  if (!found) throw notFound(index, id);
  return found;
}

async function textOf(location: Location, index: Index, record: CaseRecord): Promise<string> {
  const kind = index.kind(record.kind);
  const found = index.record(record.id);
  if (!found || found.plain) return printRecord(record, kind);
  const { writeRecord } = await import("./record-file.ts");
  const old = (await runGit(location, ["cat-file", "blob", found.blob])).out.toString();
  return await writeRecord(record, kind, old);
}

/** git compares by size and time where it can; filters that a hostile configuration names are put out of action. */
async function worktreeChanges(location: Location): Promise<string[]> {
  const { withoutFilters } = await import("./config-guard.ts");
  const args = [...(await withoutFilters(location)), "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all"];
  const out = (await runGit(location, args)).out.toString();
  return out.split("\0").flatMap((line) => (line === "" ? [] : [line.slice(3)]));
}

async function lastCommit(location: Location, path: string): Promise<string> {
  const args = ["log", "-1", "--format=%H", "--no-ext-diff", "HEAD", "--", `:(literal)${path}`];
  return (await runGit(location, args)).out.toString().trim();
}

async function userEmail(location: Location): Promise<string> {
  return (await runGit(location, ["config", "--get", "user.email"], { ok: [0, 1] })).out.toString().trim();
}

async function write(location: Location, request: WriteRequest, options: OpenOptions): Promise<Step> {
  const { writeStep } = await import("./write.ts");
  const planned: { index?: Index; change?: Change } = {};
  const step = await writeStep(location, {
    who: request.who ?? "",
    wait: request.wait ?? 10,
    fingerprint: request.fingerprint,
    ...(request.onWait ? { onWait: request.onWait } : {}),
    ...(options.point ? { point: options.point } : {}),
    plan: async (now, blobs) => {
      planned.index = await trusted(now, blobs, request, options, planned);
      return planned.change as Change;
    },
  });
  return step;
}
