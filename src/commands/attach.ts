/** `attach`: stores evidence files with their sha256. */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { type Command, command, globalsOf } from "../command-line.ts";
import { evidencePath } from "../domain/records/evidence.ts";
import type { CaseRecord, Id, Json } from "../domain/records/record.ts";
import { finding } from "../domain/words/findings.ts";
import { refusal } from "../domain/words/refusals.ts";
import type { Env } from "../env.ts";
import { openSession, type Session, sayScreen } from "../session.ts";
import type { FileChange } from "../store/change.ts";
import { type StepOptions, stepOptions } from "../taking/gather.ts";
import { sayUnchanged, sayWarnings } from "../taking/report.ts";
import { takeStep } from "../taking/take.ts";

/** Declares the command. */
export function attachCommand(env: Env): Command {
  const zh = env.voice.lang === "zh";
  const made = command("attach", env)
    .argument("<id>", zh ? "编号或其唯一开头" : "number, or a unique beginning of it")
    .argument("<files...>", zh ? "证据文件" : "evidence files");
  return stepOptions(made, zh).action(
    async (id: string, files: string[], options: StepOptions, self: Command) => {
      const session = await openSession(env, globalsOf(self), "writing");
      const { record } = session.repository.read(session.repository.find(id).id);
      await attach(session, record, { files, options });
    },
  );
}

async function attach(
  session: Session,
  record: CaseRecord,
  given: { readonly files: readonly string[]; readonly options: StepOptions },
): Promise<void> {
  const evidence = await Promise.all(given.files.map((file) => readEvidence(session, file)));
  const { entries, written, again } = placed(record, evidence);
  await sayAgain(session, record.id, { again, stored: [...standingOf(record), ...entries] });
  if (entries.length === 0) return sayUnchanged(session, record);
  const attachments = [...standingOf(record), ...entries] as unknown as Json;
  const wish = { kind: record.kind, record, event: "attach", options: given.options };
  await takeStep(session, { ...wish, changes: { attachments }, files: written });
  await sayPlaces(session, entries);
}

interface Evidence {
  readonly name: string;
  readonly content: Uint8Array;
  readonly sha256: string;
}

async function readEvidence(session: Session, file: string): Promise<Evidence> {
  try {
    const content = await readFile(resolve(session.env.cwd, file));
    return { name: basename(file), content, sha256: createHash("sha256").update(content).digest("hex") };
  } catch (cause) {
    throw refusal("no-such-file", { file }, { cause });
  }
}

interface Placed {
  readonly path: string;
  readonly sha256: string;
}

/** Each file under a name that every system can hold; the given name is its label where the two differ. */
function placed(
  record: CaseRecord,
  evidence: readonly Evidence[],
): { entries: readonly Placed[]; written: readonly FileChange[]; again: readonly Evidence[] } {
  const standing = standingOf(record);
  const taken = new Set(standing.map((one) => one.path.toLowerCase()));
  const known = new Set(standing.map((one) => one.sha256));
  const entries: Placed[] = [];
  const written: FileChange[] = [];
  const again: Evidence[] = [];
  for (const one of evidence) {
    const { name, content, sha256 } = one;
    if (known.has(sha256)) {
      again.push(one);
      continue;
    }
    const path = evidencePath(record.id, name, taken);
    taken.add(path.toLowerCase());
    known.add(sha256);
    entries.push({ path, sha256, ...(path.endsWith(`/${name}`) ? {} : { zh: name, en: name }) });
    written.push({ path, content });
  }
  return { entries, written, again };
}

const standingOf = (record: CaseRecord): readonly Placed[] =>
  (record["attachments"] as readonly Placed[] | undefined) ?? [];

/** Where each file lies, in words; scripts read it from the record. */
async function sayPlaces(session: Session, entries: readonly Placed[]): Promise<void> {
  if (session.env.voice.json || entries.length === 0) return;
  const { attachedLine } = await import("../render/step.ts");
  await sayScreen(session, (page) => entries.map((one) => attachedLine(one, page)).join("\n"));
}

/** Content that the record holds already, under whatever name, is not stored again. */
async function sayAgain(
  session: Session,
  record: Id,
  { again, stored }: { readonly again: readonly Evidence[]; readonly stored: readonly Placed[] },
): Promise<void> {
  const known = new Map(stored.map((one) => [one.sha256, one.path]));
  const warnings = again.map(({ name, sha256 }) =>
    finding("file-stored-already", { name, stored: known.get(sha256) ?? "" }, { record }),
  );
  await sayWarnings(session, warnings);
}
