/** Refused or interrupted input is kept as a draft, and taken up again with `--resume`. Nothing typed is ever lost. */
import type { Changes } from "../domain/records/record.ts";
import type { Finding } from "../domain/words/findings.ts";
import { refusal } from "../domain/words/refusals.ts";
import type { Session } from "../session.ts";
import { type Draft, listDrafts, readDraft, saveDraft } from "../store/drafts.ts";
import type { Prepared, Wish } from "./wish.ts";

export interface Kept {
  readonly draft: string;
  /** The command that takes it up. */
  readonly command: string;
}

/** Keeps what was typed, if anything was; a draft that was resumed is written over. */
export async function keepDraft(
  session: Session,
  { wish, given, by }: Prepared,
  reasons: readonly Finding[],
): Promise<Kept | undefined> {
  if (wish.options.dryRun || !hasSomething(given.changes, given.note)) return undefined;
  const resumed = await takeUp(session, wish);
  const name = await saveDraft(session.repository, {
    ...(resumed ? { name: resumed.name } : {}),
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
  return { draft: name, command: commandFor(wish, name) };
}

const hasSomething = (changes: Changes, note: string | undefined): boolean =>
  Object.keys(changes).length > 0 || note !== undefined;

function commandFor(wish: Wish, draft: string): string {
  const what = wish.record ? `advance ${wish.record.id} ${wish.event}` : `open ${wish.kind}`;
  return `casetrail ${what} --resume ${draft}`;
}

/**
 * The draft that `--resume` names; without a name the latest one of this record (or kind) and event.
 * @throws Refusal unknown-draft
 */
export async function takeUp(session: Session, wish: Wish): Promise<Draft | undefined> {
  const { resume } = wish.options;
  if (resume === undefined) return undefined;
  const { repository } = session;
  const draft =
    typeof resume === "string" ? await readDraft(repository, resume) : await latest(session, wish);
  if (!draft) throw refusal("unknown-draft", { draft: typeof resume === "string" ? resume : "" });
  return draft;
}

async function latest(session: Session, wish: Wish): Promise<Draft | undefined> {
  const drafts = await listDrafts(session.repository);
  return drafts
    .filter(
      (draft) => draft.kind === wish.kind && draft.record === wish.record?.id && draft.event === wish.event,
    )
    .at(-1);
}
