/** What `check` finds in a repository: files and schema, hand edits, invariants. */
import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { runChecks } from "../domain/audit/invariants.ts";
import { recordPath } from "../domain/procedure/number.ts";
import { factsOf } from "../domain/records/facts.ts";
import type { CheckId } from "../domain/words/check-names.ts";
import { type Finding, finding } from "../domain/words/findings.ts";
import { refusal } from "../domain/words/refusals.ts";
import type { Source } from "../render/check.ts";
import type { Session } from "../session.ts";
import { attachmentOf, inspectRecords, recordFiles } from "../store/inspect.ts";

export interface CheckedRepository {
  readonly findings: readonly Finding[];
  readonly records: number;
  readonly source: (found: Finding) => Source | undefined;
}

/**
 * Checks everything, or what was named.
 * @param asked files or numbers of records, and ids of checks; nothing named: all
 * @throws Refusal unknown-record, no-such-file
 */
export async function checkRepository(
  session: Session,
  asked: { readonly paths: readonly string[]; readonly only: readonly CheckId[] },
): Promise<CheckedRepository> {
  const { repository } = session;
  const files = recordFiles(repository.root);
  const named = asked.paths.flatMap((given) => filesNamed(session, given, files));
  const wanted = asked.paths.length === 0 ? null : new Set(named);
  const inspected = await inspectRecords(repository, wanted);
  const input = {
    ...repositoryParts(session),
    records: inspected.records,
    facts: factsOf(new Map(inspected.records.map((record) => [record.id, record]))),
  };
  const broken = runChecks(input, asked.only.length > 0 ? asked.only : undefined);
  const placed = broken.map((found) => inFile(session, found));
  const edited = (await repository.worktreeChanges()).map((path) =>
    finding("edited-by-hand", { path }, { file: path }),
  );
  const ofFiles = asked.only.length > 0 ? [] : [...inspected.findings, ...edited];
  const findings = [...ofFiles, ...placed].filter((found) => wanted === null || wanted.has(found.file ?? ""));
  return { findings, records: inspected.records.length, source: (found) => sourceOf(inspected.texts, found) };
}

function repositoryParts({ repository, now }: Session) {
  const { shared, people, settings, calendar, root } = repository;
  const kinds: typeof repository.kind = (kind) => repository.kind(kind);
  return {
    shared,
    kinds,
    people,
    settings,
    calendar,
    now,
    attachment: (path: string) => attachmentOf(root, path),
  };
}

/**
 * The files that are meant: a file or folder, from where the command runs or from the top of the repository
 * (as git names it), or a record by its number.
 */
function filesNamed({ repository, env }: Session, given: string, files: readonly string[]): string[] {
  const fromTop = given.replaceAll("\\", "/").replace(/^\.\//, "");
  const fromHere = relative(repository.root, resolve(env.cwd, given)).replaceAll("\\", "/");
  for (const path of [fromHere, fromTop].map((one) => one.replace(/\/$/, ""))) {
    const found = files.filter((file) => path === "" || file === path || file.startsWith(`${path}/`));
    if (found.length > 0) return found;
  }
  if (!fromHere.startsWith("..") && existsSync(join(repository.root, fromHere))) return [fromHere];
  if (/[/\\]|\.ya?ml$/.test(given)) throw refusal("no-such-file", { file: given });
  const { kinds } = repository.shared;
  const whole = recordPath(given.toUpperCase(), kinds) ?? "";
  return [files.includes(whole) ? whole : (recordPath(repository.find(given).id, kinds) ?? "")];
}

/** Findings about a record are found in its file. */
function inFile({ repository }: Session, found: Finding): Finding {
  const file = found.record === undefined ? null : recordPath(found.record, repository.shared.kinds);
  return file === null || found.file !== undefined ? found : { ...found, file };
}

/** The line a finding points to, and how much of it is meant. */
function sourceOf(texts: ReadonlyMap<string, string>, found: Finding): Source | undefined {
  if (found.file === undefined || found.line === undefined) return undefined;
  const text = texts.get(found.file)?.split("\n")[found.line - 1];
  if (text === undefined) return undefined;
  const rest = text.slice((found.column ?? 1) - 1);
  return { text, length: Math.max(1, rest.trimEnd().length) };
}
