/** Where an attached file stands: under the number of its record, by a name that every system can hold (architecture.md). */
import type { Id } from "./record.ts";

const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
const LONGEST = 80;

/** A file name in plain signs: no path, no sign that NTFS refuses, no device name, no dot or blank at an end. */
export function cleanName(given: string): string {
  const plain = given
    .normalize("NFKC")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[-. ]+|[-. ]+$/g, "")
    .replace(/-{2,}/g, "-");
  const named = plain === "" || plain.startsWith(".") ? `file${plain}` : plain;
  const dot = named.lastIndexOf(".");
  const ending = dot > 0 ? named.slice(dot).slice(0, 12) : "";
  const stem = (dot > 0 ? named.slice(0, dot) : named).slice(0, LONGEST - ending.length);
  return DEVICE.test(stem + ending) ? `file-${stem}${ending}` : stem + ending;
}

/**
 * The path of an attachment: `evidence/CMP-2026-007/photo.jpg`, with a number behind the name where it is taken.
 * @param taken paths of the record's attachments in lower case: none may differ from another by case alone
 */
export function evidencePath(id: Id, given: string, taken: ReadonlySet<string>): string {
  const name = cleanName(given);
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  for (let n = 1; ; n++) {
    const path = `evidence/${id}/${stem}${n === 1 ? "" : `-${n}`}${ending}`;
    if (!taken.has(path.toLowerCase())) return path;
  }
}
