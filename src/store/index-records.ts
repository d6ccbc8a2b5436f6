/** From files under `records/` to entries of the index, or to the reason why a file is no readable record. */

import { rowOf } from "../domain/clocks/row.ts";
import { parseId, recordPath } from "../domain/procedure/number.ts";
import type { Settings } from "../domain/procedure/step.ts";
import type { KindModel, SharedModel } from "../domain/records/model.ts";
import type { CaseRecord, Id, Kind } from "../domain/records/record.ts";
import { type Finding, finding } from "../domain/words/findings.ts";
import type { PartReader } from "./index-parts.ts";
import type { Entry } from "./index-segment-write.ts";
import { parseRecord } from "./record-file.ts";

/** The procedure and settings that rows are made with. */
export interface Model {
  readonly shared: SharedModel;
  readonly settings: Settings;
  kind(kind: Kind): KindModel;
  /** Does a record keep to the schema of its kind? */
  validate(kind: Kind, record: CaseRecord): Promise<readonly Finding[]>;
}

/** A file of a commit, or what is gone. */
export interface Source {
  readonly path: string;
  readonly mode: string;
  /** null when the file is gone. */
  readonly blob: string | null;
}

/** The number whose place a path is; undefined for every other path. */
export function slotOf(path: string, shared: SharedModel): { kind: Kind; id: Id } | undefined {
  const id = /([^/]+)\.yaml$/.exec(path)?.[1] ?? "";
  const kind = parseId(id, shared.kinds)?.kind;
  return kind !== undefined && recordPath(id, shared.kinds) === path ? { kind, id } : undefined;
}

export type Read =
  | { readonly ok: true; readonly kind: Kind; readonly entry: Entry }
  | { readonly ok: false; readonly findings: readonly Finding[] };

const refuse = (...findings: Finding[]): Read => ({ ok: false, findings });

/**
 * Reads a record file for the index.
 * @returns its entry, or why it is no readable record
 */
export async function readSource(
  source: Source & { readonly blob: string },
  bytes: Buffer,
  model: Model,
): Promise<Read> {
  const { path: file, blob } = source;
  if (source.mode === "120000") return refuse(finding("file-link", {}, { file }));
  const read = await parseRecord(bytes, file);
  if (!read.ok) return read;
  const { record, plain } = read;
  const slot = slotOf(file, model.shared);
  if (slot?.id !== record.id) return refuse(misplaced(record.id, file, model.shared));
  const { kind } = slot;
  if (kind !== record.kind) return refuse(finding("record-misfit", { path: "kind" }, { file }));
  const row = await rowFor(record, model);
  if (row.findings) return refuse(...row.findings.map((found) => ({ ...found, file })));
  const entry = { id: record.id, blob, plain, json: JSON.stringify(record), row: row.json };
  return { ok: true, kind, entry };
}

/** A record whose number is none, or belongs to another place. */
function misplaced(id: Id, file: string, shared: SharedModel): Finding {
  const expected = recordPath(id, shared.kinds);
  return expected === null
    ? finding("record-misfit", { path: "id" }, { file })
    : finding("record-misplaced", { id, expected }, { file });
}

/**
 * The row of a record. One whose fields have another form than the schema says cannot have one: the schema then tells
 * where; if the schema is content, the fault is ours and stays loud.
 */
async function rowFor(
  record: CaseRecord,
  model: Model,
): Promise<{ json: string; findings?: readonly Finding[] }> {
  try {
    return { json: JSON.stringify(rowOf(model.kind(record.kind), model.shared, model.settings, record)) };
  } catch (thrown) {
    const findings = await model.validate(record.kind, record);
    if (findings.length === 0) throw thrown;
    return { json: "", findings };
  }
}

/** What rows are made with. The validator is loaded only when a record does not fit its kind. */
export function modelOf(parts: PartReader): Model {
  return {
    shared: parts.shared(),
    settings: parts.settings(),
    kind: parts.kind,
    validate: async (kind, record) => {
      const { validatorFor } = await import("./schemas.ts");
      return validatorFor(kind, parts.procedure())(record);
    },
  };
}
