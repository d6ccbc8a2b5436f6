/** Other records as gates see them, from a map in memory: the replay of the example, tests, a check of everything. */
import { valuesAt } from "./paths.ts";
import type { CaseRecord, Id, Kind } from "./record.ts";

/**
 * The read-only window on other records.
 * @param records by their number; may grow while it is used
 */
export function factsOf(records: ReadonlyMap<Id, CaseRecord>): {
  record: (id: Id) => CaseRecord | undefined;
  where: (kind: Kind, path: string, value: string) => CaseRecord[];
} {
  return {
    record: (id) => records.get(id),
    where: (kind, path, value) =>
      [...records.values()].filter((record) => record.kind === kind && hasValue(record, path, value)),
  };
}

/** Is the value at the path, or in the list there? */
export const hasValue = (record: CaseRecord, path: string, value: string): boolean =>
  valuesAt(record, path).flat().includes(value);
