/** A new record repository: the shipped procedure and calendars, the company's settings and people, one commit (architecture.md). */
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Person, Settings } from "../domain/procedure/step.ts";
import type { Instant, Json } from "../domain/records/record.ts";
import { composeTrail } from "../domain/records/trail.ts";
import { refusal } from "../domain/words/refusals.ts";
import type { Change } from "./change.ts";
import { makeCommit, moveBranch } from "./commit.ts";
import { errorCode } from "./disk.ts";
import { initRepository } from "./git.ts";
import { type Location, locateNew } from "./location.ts";
import { shippedFiles } from "./package-files.ts";
import { peopleOf } from "./people.ts";
import { checkVersion, type Git, runGit } from "./plumbing.ts";
import { scratchRef } from "./recover.ts";
import { settingsOf } from "./settings.ts";
import { parseYaml } from "./yaml.ts";

export interface NewRepository {
  /** Made if it is not there; else it must be empty. */
  readonly dir: string;
  /** Texts of `casetrail.yaml` and `people.yaml`. */
  readonly settings: string;
  readonly people: string;
  /** Who makes it; without a name, the name that `people.yaml` has for the address. */
  readonly author: { readonly name?: string; readonly email: string };
  readonly at: Instant;
  readonly vars: Git["vars"];
}

/** No line-end conversion on any machine (store.md 7). */
const ATTRIBUTES = "* -text\n";

/**
 * Makes a record repository.
 * @returns its first commit
 * @throws Refusal folder-not-empty, file-unreadable, git-missing, git-too-old
 */
export async function createRepository(wanted: NewRepository): Promise<string> {
  const { dir, vars, settings, people, at } = wanted;
  const founder = founderOf(wanted);
  const author = { name: founder?.name ?? wanted.author.email, ...wanted.author };
  const message = firstMessage(wanted, founder, author.name);
  checkFree(dir);
  mkdirSync(dir, { recursive: true });
  await checkVersion({ dir, vars });
  await initRepository({ dir, vars });
  const location = locateNew(vars, dir);
  const own = [
    { path: ".gitattributes", content: ATTRIBUTES },
    { path: "casetrail.yaml", content: settings },
    { path: "people.yaml", content: people },
  ];
  return await firstCommit(location, { files: [...own, ...shippedFiles()], message, author, at });
}

/**
 * Can a repository be made there? The folder must be empty, or not there yet.
 * @throws Refusal folder-not-empty
 */
export function checkFree(dir: string): void {
  try {
    if (readdirSync(dir).length > 0) throw refusal("folder-not-empty", { dir });
  } catch (thrown) {
    if (errorCode(thrown) === "ENOTDIR") throw refusal("folder-not-empty", { dir });
    if (errorCode(thrown) !== "ENOENT") throw thrown;
  }
}

async function firstCommit(location: Location, change: Change): Promise<string> {
  const scratch = scratchRef("first");
  const { commit } = await makeCommit(location, change, scratch);
  const from = "0".repeat(commit.length);
  await moveBranch(location, { branch: "refs/heads/main", from, to: commit, scratch }, change.author);
  await runGit(location, ["read-tree", "-m", "-u", commit]);
  return commit;
}

const founderOf = ({ people, author }: NewRepository): Person | undefined =>
  peopleOf(mapOf(people, "people.yaml")).find(
    ({ email }) => email.toLowerCase() === author.email.toLowerCase(),
  );

function firstMessage({ settings, at }: NewRepository, founder: Person | undefined, name: string): string {
  const { company, procedure } = settingsOf(mapOf(settings, "casetrail.yaml")) as Settings;
  const actor = founder?.id ?? name;
  const about = company.zh;
  return composeTrail({
    event: "init",
    about,
    actor,
    role: roleOf(founder),
    at,
    clauses: [],
    procedure: `${procedure.no} ${procedure.version}`,
  });
}

/** The management representative answers for the system; whoever else founds it acts in their first role. */
function roleOf(founder: Person | undefined): string {
  const roles = founder?.roles.map(({ role }) => role) ?? [];
  return roles.find((role) => role === "management_rep") ?? roles[0] ?? "system";
}

function mapOf(text: string, path: string): { readonly [key: string]: Json } {
  const read = parseYaml(text, path, { numericKeys: true });
  if (!read.ok) throw refusal("file-unreadable", { path }, { findings: read.findings });
  const { value } = read;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw refusal("file-unreadable", { path });
}

/** Name and e-mail as git knows them; null when git does not. */
export async function gitIdentity(
  vars: Git["vars"],
  cwd: string,
): Promise<{ name: string; email: string } | null> {
  const git = { dir: cwd, vars };
  const ask = async (name: string): Promise<string> =>
    (await runGit(git, ["config", "--get", name], { ok: [0, 1] })).out.toString().trim();
  const [name, email] = await Promise.all([ask("user.name"), ask("user.email")]);
  return email === "" ? null : { name: name === "" ? email : name, email };
}

/** A name for a new folder that nothing is in the way of: `name`, else `name-2`, `name-3` …; an earlier example stays as it is. */
export function freeName(parent: string, name: string): string {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name}-${n}`;
    if (!isOccupied(join(parent, tried))) return tried;
  }
}

function isOccupied(dir: string): boolean {
  try {
    return readdirSync(dir).length > 0;
  } catch (thrown) {
    return errorCode(thrown) !== "ENOENT";
  }
}
