/** Values that their fields do not take, named beside what the procedure refuses: every reason at once (cli.md, Exit codes). */
import type { Refused } from "../domain/procedure/step.ts";
import { covers } from "../domain/records/paths.ts";
import { type Finding, isError } from "../domain/words/findings.ts";
import type { Session } from "../session.ts";
import type { Prepared } from "./wish.ts";

/**
 * Faults of form in what was given for a step that is refused anyway.
 * @returns nothing where the step came to no draft, or where a reason names the same place already
 */
export async function misfits(
  { repository }: Session,
  { wish, given }: Prepared,
  { draft, findings }: Refused,
): Promise<Finding[]> {
  const typed = Object.keys(given.changes);
  if (draft === undefined || typed.length === 0) return [];
  const isGiven = (path: string): boolean => typed.some((one) => covers(one, path) || covers(path, one));
  const named = new Set(findings.map((found) => found.path));
  const invalid = await repository.validate(wish.kind, draft);
  return invalid.filter(
    (found) =>
      isError(found) && found.blame === "value" && isGiven(found.path ?? "") && !named.has(found.path),
  );
}
