/** A copy of the tool whose worked example is larger: the same year, lived through by many customers' cases at once. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const project = join(import.meta.dirname, "..");
const timeline = "records/timeline.ndjson";

/** What there is once for all cases: customers, and the waves of the half-years with their responses. */
const once = new Set(["customer", "survey_wave", "survey_response", "monthly_summary"]);

/**
 * A step moved into another of the cases that are lived through at once: its numbers moved on, alike in all steps, so that
 * references still meet (CMP-2026-007 → CMP-2026-057), and parts of its own, or its complaints would repeat the others.
 */
const moved = (line, copy) => {
  const renumbered = line.replace(/\b([A-Z]{2,5})-(\d{4})-(\d{3,4})\b/g, (_, prefix, year, number) => {
    const step = number.length === 4 ? 200 : 50;
    return `${prefix}-${year}-${String(Number(number) + copy * step).padStart(number.length, "0")}`;
  });
  return copy === 0 ? line : renumbered.replace(/"part_no":"([^"]+)"/g, `"part_no":"$1/${copy}"`);
};

/**
 * Copies the built tool with as many records in its example as wished.
 * @param folder where the copy is put
 * @param wished how many records at least, up to some 1,700: numbers keep their width
 * @returns its launcher, and how many records its `demo` makes
 */
export function enlargedTool(folder, wished) {
  const tool = join(folder, "tool");
  for (const part of ["bin", "dist", "schemas", "records", "package.json"]) {
    cpSync(join(project, part), join(tool, part), { recursive: true });
  }
  const lines = readFileSync(join(project, timeline), "utf8").trimEnd().split("\n");
  const steps = lines.map((line) => ({ line, ...JSON.parse(line) }));
  const idsOf = (some) => new Set(some.map(({ record }) => record)).size;
  const several = steps.filter(({ kind }) => !once.has(kind));
  const copies = Math.max(0, Math.ceil((wished - idsOf(steps)) / idsOf(several)));
  if (copies > 17) throw new Error("So many copies would need longer numbers");

  const larger = steps.flatMap(({ line, kind }) =>
    once.has(kind) ? [line] : Array.from({ length: copies + 1 }, (_, copy) => moved(line, copy)),
  );
  writeFileSync(join(tool, timeline), `${larger.join("\n")}\n`);
  return { launcher: join(tool, "bin/casetrail.js"), records: idsOf(steps) + copies * idsOf(several) };
}
