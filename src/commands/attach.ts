/** `attach`: stores evidence files with their sha256. */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { type Command, command, globalsOf } from "../command-line.ts";
import { evidencePath } from "../domain/records/evidence.ts";
import type { CaseRecord, Json } from "../domain/records/record.ts";
import { refusal } from "../domain/words/refusals.ts";
import type { Env } from "../env.ts";
import { openSession, type Session } from "../session.ts";
import type { FileChange } from "../store/change.ts";
import { type StepOptions, stepOptions } from "../taking/gather.ts";
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
      const evidence = await Promise.all(files.map((file) => readEvidence(session, file)));
      const { changes, written } = placed(record, evidence);
      await takeStep(session, {
        kind: record.kind,
        record,
        event: "attach",
        options,
        changes,
        files: written,
      });
    },
  );
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

/** Each file under a name that every system can hold; the given name is its label where the two differ. */
function placed(
  record: CaseRecord,
  evidence: readonly Evidence[],
): { changes: Record<string, Json>; written: FileChange[] } {
  const standing = (record["attachments"] as { path: string }[] | undefined) ?? [];
  const taken = new Set(standing.map((one) => one.path.toLowerCase()));
  const entries: Json[] = [];
  const written: FileChange[] = [];
  for (const { name, content, sha256 } of evidence) {
    const path = evidencePath(record.id, name, taken);
    taken.add(path.toLowerCase());
    entries.push({ path, sha256, ...(path.endsWith(`/${name}`) ? {} : { zh: name, en: name }) });
    written.push({ path, content });
  }
  return { changes: { attachments: [...(standing as unknown as Json[]), ...entries] }, written };
}
