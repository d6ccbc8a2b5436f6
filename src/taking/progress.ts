/** A line on stderr that is redrawn while something long runs; without a terminal nothing is drawn. */
import { progressLine } from "../render/demo.ts";
import { pageOf, type Session } from "../session.ts";

export interface Progress {
  readonly step: () => void;
  readonly end: () => void;
}

/** First drawn after this many milliseconds, and at most so often: nobody reads faster. */
const FIRST = 300;
const EVERY = 100;
const ERASE = "\r\u001b[2K";

/** The progress of a replay. */
export async function progressOf(session: Session, total: number): Promise<Progress> {
  const { env, repository, lang } = session;
  if (!env.progress || env.voice.json) return { step: () => undefined, end: () => undefined };
  const page = await pageOf({
    ...session,
    env: { ...env, columns: Number.isFinite(env.columns) ? env.columns : 80 },
  });
  const start = env.now().getTime();
  const name = repository.settings.company[lang];
  let done = 0;
  let drawn = start + FIRST - EVERY;
  return {
    step: () => {
      done += 1;
      const now = env.now().getTime();
      if (now - drawn < EVERY) return;
      drawn = now;
      env.draw(`${ERASE}${progressLine({ name, done, total, seconds: (now - start) / 1000 }, page)}`);
    },
    end: () => env.draw(ERASE),
  };
}
