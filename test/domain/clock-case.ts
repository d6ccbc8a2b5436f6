/** One case: a history and what its clocks of one deadline say on the example's day. */
import type { Kind } from "../../src/domain/records/record.ts";

export interface ClockCase {
  readonly deadline: string;
  readonly says: string;
  readonly kind: Kind;
  readonly steps: readonly string[];
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly gives: readonly string[];
}
