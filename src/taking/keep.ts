/** Refused or interrupted input is kept as a draft, and taken up again with `--resume`. Nothing typed is ever lost. */
import type { Changes } from "../domain/records/record.ts";
import type { Finding } from "../domain/words/findings.ts";
import { draftKept } from "../domain/words/prompts.ts";
import { Refusal, refusal } from "../domain/words/refusals.ts";
import type { Session } from "../session.ts";
import { type Draft, dropDraft, holdDraft, listDrafts, readDraft, saveDraft } from "../store/drafts.ts";
import type { Hand, Prepared, Wish } from "./wish.ts";

export interface Kept {
  readonly draft: string;
  /** The command that takes it up. */
  readonly command: string;
}

/** Keeps what was typed, if anything was; the draft in hand is written over. A rehearsal keeps answers only, not options. */
export async function keepDraft(
  session: Session,
  { wish, given, by, hand }: Prepared,
  reasons: readonly Finding[],
): Promise<Kept | undefined> {
  const rehearsed = wish.options.dryRun && hand.typed.size === 0;
  if (rehearsed || !hasSomething(given.changes, given.note)) return undefined;
  hand.name = await saveDraft(session.repository, {
    ...(hand.name === undefined ? {} : { name: hand.name }),
    kind: wish.kind,
    ...(wish.record ? { record: wish.record.id } : {}),
    event: wish.event,
    by,
    kept_at: session.now,
    changes: given.changes,
    ...(given.note === undefined ? {} : { note: given.note }),
    ...(given.at === session.now ? {} : { at: given.at }),
    reasons: reasons.map(({ code, path }) => ({ code, ...(path === undefined ? {} : { path }) })),
  });
  hand.lock ??= await holdDraft(session.repository, hand.name, by);
  return { draft: hand.name, command: commandOf(session, wish, `--resume ${hand.name}`) };
}

const hasSomething = (changes: Changes, note: string | undefined): boolean =>
  Object.keys(changes).length > 0 || note !== undefined;

/**
 * The command of a wish as it can be copied: who acts, in which role and where stays as it was given.
 * @param option what is added to it: `--resume D-3`
 */
export function commandOf({ globals }: Session, wish: Wish, option: string): string {
  const { role } = wish.options;
  const what = wish.record ? `advance ${wish.record.id} ${wish.event}` : `open ${wish.kind}`;
  const given = [
    globals.dir === undefined ? "" : `-C ${quoted(globals.dir)}`,
    globals.as === undefined ? "" : `--as ${globals.as}`,
  ];
  const before = given.filter((part) => part !== "").map((part) => `${part} `);
  return `casetrail ${before.join("")}${what}${role === undefined ? "" : ` --role ${role}`} ${option}`;
}

const quoted = (path: string): string => (/^[\w./~-]+$/.test(path) ? path : `"${path}"`);

/**
 * The draft that `--resume` names, taken in hand; without a name the latest one of this record (or kind) and event that
 * nobody is filling in.
 * @throws Refusal unknown-draft, draft-of-another, draft-in-use
 */
export async function takeUp(session: Session, wish: Wish, hand: Hand): Promise<Draft | undefined> {
  const { resume } = wish.options;
  if (resume === undefined) return undefined;
  const drafts = typeof resume === "string" ? [draftNamed(session, wish, resume)] : draftsFor(session, wish);
  let inUse: unknown;
  for (const draft of drafts) {
    try {
      return await inHand(session, draft, hand);
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.code !== "draft-in-use") throw thrown;
      inUse ??= thrown;
    }
  }
  throw inUse ?? refusal("unknown-draft", { draft: "" });
}

function draftNamed(session: Session, wish: Wish, name: string): Draft {
  const draft = readDraft(session.repository, name);
  if (!draft) throw refusal("unknown-draft", { draft: name });
  if (isFor(draft, wish)) return draft;
  const what = draft.record === undefined ? `open ${draft.kind}` : `advance ${draft.record} ${draft.event}`;
  throw refusal("draft-of-another", {
    draft: draft.name,
    command: `casetrail ${what} --resume ${draft.name}`,
  });
}

/** Drafts of the same step, the latest first. */
const draftsFor = ({ repository }: Session, wish: Wish): Draft[] =>
  listDrafts(repository)
    .filter((draft) => isFor(draft, wish))
    .reverse();

const isFor = (draft: Draft, wish: Wish): boolean =>
  draft.kind === wish.kind && draft.record === wish.record?.id && draft.event === wish.event;

async function inHand({ repository }: Session, draft: Draft, hand: Hand): Promise<Draft> {
  const lock = await holdDraft(repository, draft.name, draft.by).catch((cause: unknown) => {
    const held = cause instanceof Refusal && ["locked", "locked-elsewhere"].includes(cause.code);
    throw held ? refusal("draft-in-use", { draft: draft.name }, { cause }) : cause;
  });
  // whoever had it a moment ago may have taken the step, or answered more
  const now = readDraft(repository, draft.name);
  if (!now) lock.release();
  if (!now) throw refusal("unknown-draft", { draft: draft.name });
  Object.assign(hand, { name: now.name, lock });
  for (const path of Object.keys(now.changes)) hand.typed.add(path);
  return now;
}

/** The draft in hand has become a step. */
export function forgetDraft({ repository }: Session, { hand }: Prepared): void {
  if (hand.name !== undefined) dropDraft(repository, { name: hand.name });
}

/** Others may take it up again. */
export function letGo(hand: Hand): void {
  hand.lock?.release();
}

/** Something else went wrong than the step itself (the lock, the disk): where the answers are is said beside it. */
export function sayStillKept(
  session: Session,
  wish: Wish,
  { hand, thrown }: { hand: Hand; thrown: unknown },
): void {
  const says = thrown instanceof Refusal && "draft" in Object(thrown.params);
  if (hand.name === undefined || says || session.env.voice.json) return;
  const command = commandOf(session, wish, `--resume ${hand.name}`);
  session.env.err(draftKept({ draft: hand.name, command }, session.lang));
}

/** After a rehearsal: the answers are kept, and the command that writes them. */
export async function sayKept(session: Session, prepared: Prepared): Promise<void> {
  const kept = await keepDraft(session, prepared, []);
  if (kept && !session.env.voice.json) session.env.err(draftKept(kept, session.lang));
}
