/** `link` and `unlink` are one step on two records: the other side is planned like any step, and goes into the same commit. */
import { type OtherSide, otherSides } from "../domain/engine/both-sides.ts";
import { plan } from "../domain/engine/plan.ts";
import type { Plan } from "../domain/procedure/step.ts";
import { type Finding, isError } from "../domain/words/findings.ts";
import { contextFor, type Session } from "../session.ts";
import type { Prepared } from "./wish.ts";

/** Steps that are written on both records. */
export const isTwoSided = (event: string): boolean => event === "link" || event === "unlink";

export type Beside =
  | { readonly ok: true; readonly plans: readonly Plan[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Plans the other sides of a step that is planned on its own record.
 * @returns a plan for each record that has to tell of it; or every reason why one may not
 */
export async function planBeside(session: Session, prepared: Prepared, own: Plan): Promise<Beside> {
  const before = prepared.wish.record;
  if (!before || !isTwoSided(own.entry.event)) return { ok: true, plans: [] };
  const sides = otherSides(before, own.record, (id) => session.repository.facts.record(id));
  const tried = await Promise.all(sides.map((side) => planSide(session, prepared, own, side)));
  const findings = tried.flatMap((one) => (one.ok ? [] : one.findings));
  if (findings.length > 0) return { ok: false, findings };
  return { ok: true, plans: tried.flatMap((one) => (one.ok ? one.plans : [])) };
}

/** In the same role as on the own record: one commit names one role. */
async function planSide(session: Session, prepared: Prepared, own: Plan, side: OtherSide): Promise<Beside> {
  const { record } = session.repository.read(side.id);
  const { event, by, at, role } = own.entry;
  const { note } = prepared.given;
  const step = {
    record: record.id,
    event,
    by,
    role,
    at,
    set: side.set,
    ...(note === undefined ? {} : { note }),
  };
  const planned = plan(contextFor(session, record.kind, record), step);
  const about = (found: Finding): Finding => ({ ...found, record: record.id });
  if (!planned.ok) return { ok: false, findings: planned.findings.map(about) };
  const invalid = (await session.repository.validate(record.kind, planned.plan.record)).filter(isError);
  return invalid.length > 0
    ? { ok: false, findings: invalid.map(about) }
    : { ok: true, plans: [planned.plan] };
}
