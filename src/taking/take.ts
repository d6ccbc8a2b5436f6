/**
 * A step from wish to commit: gather what was given, plan, refuse with every reason or rehearse, write, say.
 * open, advance, close, correct and attach are porches of this one way.
 */
import { refusal } from "../domain/words/refusals.ts";
import { keyMeant } from "../names.ts";
import { requireActor, type Session } from "../session.ts";
import { isUnacknowledged } from "../store/journal.ts";
import type { WriteRequest } from "../store/repository.ts";
import { changeOf } from "./change.ts";
import { askForStep } from "./complete.ts";
import { gather, type StepOptions } from "./gather.ts";
import { forgetDraft, letGo, sayKept, sayStillKept, takeUp } from "./keep.ts";
import { type Planned, refuseStep, tryStep } from "./planning.ts";
import { sayTaken, sayWaiting } from "./report.ts";
import { fingerprintOf, type Hand, type Prepared, type Wish } from "./wish.ts";

/**
 * Takes a step.
 * @throws Refusal step-refused with every reason (exit 4, 2 or 1), moved-meanwhile, interrupted …; what was typed is kept
 */
export async function takeStep(session: Session, wish: Wish): Promise<void> {
  const hand: Hand = { typed: new Set() };
  try {
    await take(session, await prepare(session, wish, hand));
  } catch (thrown) {
    sayStillKept(session, wish, { hand, thrown });
    throw thrown;
  } finally {
    letGo(hand);
  }
}

async function take(session: Session, prepared: Prepared): Promise<void> {
  const { wish } = prepared;
  const asked = await askForStep(session, prepared);
  const tried = await tryStep(session, asked, wish.record ?? null);
  const cutOff = isUnacknowledged(session.repository.gitDir, fingerprintOf(asked));
  if (!tried.ok && !cutOff) throw await refuseStep(session, asked, tried.findings);
  if (wish.options.dryRun && tried.ok) {
    await sayTaken(session, asked, tried);
    return sayKept(session, asked);
  }
  await write(session, asked);
}

async function prepare(session: Session, asked: Wish, hand: Hand): Promise<Prepared> {
  const wish = { ...asked, options: optionsMeant(session, asked.options) };
  const model = session.repository.kind(wish.kind);
  const person = await requireActor(session);
  session.env.voice.about = aboutOf(wish);
  const draft = await takeUp(session, wish, hand);
  const read = await gather(session, model, wish.options, draft);
  const given = { ...read, changes: { ...read.changes, ...wish.changes } };
  return { wish, model, by: person.id, given, hand };
}

/** A role may be named by its label as well. */
function optionsMeant({ repository }: Session, options: StepOptions): StepOptions {
  const { role } = options;
  if (role === undefined) return options;
  return { ...options, role: keyMeant({ option: "--role", value: role }, "role", repository.shared) };
}

/** What a refusal of this step is about. */
function aboutOf(wish: Wish): NonNullable<Session["env"]["voice"]["about"]> {
  const record = wish.record ? { id: wish.record.id, state: wish.record.state } : {};
  return { kind: wish.kind, event: wish.event, ...record, ...(wish.close ? { close: true } : {}) };
}

async function write(session: Session, prepared: Prepared): Promise<void> {
  const { repository, globals } = session;
  let taken: Planned | undefined;
  const plan: WriteRequest["plan"] = async (fresh) => {
    const now = { ...session, repository: fresh };
    taken = await planAgain(now, prepared);
    return changeOf(now, [taken.plan, ...taken.beside], prepared.by, prepared.wish.files);
  };
  const written = await repository.write({
    fingerprint: fingerprintOf(prepared),
    who: prepared.by,
    onWait: (owner) => sayWaiting(session, owner.who),
    ...(globals.wait === undefined ? {} : { wait: Number(globals.wait) }),
    plan,
  });
  forgetDraft(session, prepared);
  const now = { ...session, repository: await repository.reopened() };
  const files = written.files.map(({ path }) => path);
  await sayTaken(now, prepared, { ...taken, commit: written.commit, files });
  written.settle();
}

/** Under the lock, on the record as it is by now: somebody may have been quicker. */
async function planAgain(now: Session, prepared: Prepared): Promise<Planned> {
  const before = prepared.wish.record;
  const record = before ? now.repository.read(before.id).record : null;
  const tried = await tryStep(now, prepared, record);
  if (tried.ok) return tried;
  const refused = await refuseStep(now, prepared, tried.findings);
  if (!before || record?.history.length === before.history.length) throw refused;
  throw refusal("moved-meanwhile", { id: before.id }, { findings: refused.findings });
}
