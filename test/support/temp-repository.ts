/** A record repository of a test: in a folder of its own below the scratch folder of the run, made by the tool itself. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CaseRecord } from "../../src/domain/records/record.ts";
import { createRepository } from "../../src/store/create.ts";
import { type OpenOptions, openRepository, type Repository } from "../../src/store/repository.ts";
import { copyOfMade } from "./demo.ts";
import { at, author } from "./records.ts";

const settings = `company: { zh: 测试厂, en: Test Works }
lang: zh
procedure: { no: HK-QP-06, version: A/0 }
`;
const people = `people:
  - { id: S02, name: 业务员甲, email: s02@factory.example, department: sales, roles: [salesperson] }
`;

export interface TempRepository {
  readonly dir: string;
  /** Runs git in it and returns what it prints. */
  git(...args: string[]): string;
  open(options?: OpenOptions): Promise<Repository>;
  file(path: string): string;
  edit(path: string, text: string): void;
}

/** A folder below the scratch folder of the run; the guard of the tests lets git work there. */
export const scratchFolder = (name: string): string =>
  mkdtempSync(join(process.env["CASETRAIL_SCRATCH"] ?? "", `${name}-`));

/** The environment of a test, with a name for git to commit with. */
export const vars = (): Record<string, string | undefined> => ({ ...process.env });

/** Looks at a folder that is a repository already. */
export function repositoryAt(dir: string): TempRepository {
  const identity = ["-c", `user.name=${author.name}`, "-c", `user.email=${author.email}`];
  return {
    dir,
    git: (...args) => execFileSync("git", [...identity, ...args], { cwd: dir, encoding: "utf8" }),
    open: (options = {}) => openRepository({ cwd: dir, vars: vars() }, options),
    file: (path) => readFileSync(join(dir, path), "utf8"),
    edit: (path, text) => writeFileSync(join(dir, path), text),
  };
}

/** A new record repository with nobody's records in it. */
export async function tempRepository(): Promise<TempRepository> {
  const dir = scratchFolder("repository");
  const make = async (original: string): Promise<void> => {
    await createRepository({ dir: original, settings, people, author, at, vars: vars() });
    await openRepository({ cwd: original, vars: vars() });
  };
  await copyOfMade("empty-repository", make, dir);
  return repositoryAt(dir);
}

/** Writes records in one commit. */
export async function put(repository: Repository, ...records: readonly CaseRecord[]): Promise<string> {
  const message = `${records.map(({ id }) => id).join(" ")}: put\n`;
  const plan = async (fresh: Repository) => ({
    files: await Promise.all(
      records.map(async (record) => ({
        path: `records/outreach/2026/${record.id}.yaml`,
        content: await fresh.textOf(record),
      })),
    ),
    ...{ message, author, at },
  });
  const written = await repository.write({ fingerprint: JSON.stringify(records), plan });
  written.settle();
  return written.commit;
}
