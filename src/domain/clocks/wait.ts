/** That a case waits for somebody: plain JSON, kept in the index. */

import type { Department, Role } from "../records/model.ts";
import type { Day, Id, Instant, PersonId } from "../records/record.ts";

/** Other records have to come so far first; the case waits with them. */
export interface After {
  readonly records: readonly Id[];
  readonly states: readonly string[];
  /** A cell of theirs that must lie later than the last refusal of the case, and what refused it. */
  readonly newer?: { readonly cell: string; readonly than: Instant; readonly refused: string };
}

export interface Wait {
  readonly event: string;
  /** Id of the step. */
  readonly step: string;
  /** Of two signatures: the roles that have not signed yet. */
  readonly roles: readonly Role[];
  /** The responsible departments for `dept_head`; with `each` every one of them has its own to do. */
  readonly departments?: readonly Department[];
  readonly each?: true;
  /** Named persons, in place of whoever holds a role. */
  readonly persons?: readonly PersonId[];
  /** The day they have promised. */
  readonly due?: Day;
  readonly after?: After;
}
