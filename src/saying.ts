/** How `main.ts` says a refusal or a bug: JSON on stderr for scripts, a screen for people. */
import { type Refusal, refused } from "./domain/words/refusals.ts";
import type { Words } from "./domain/words/words.ts";
import type { Env } from "./env.ts";
import type { Page } from "./render/page.ts";
import { draw } from "./render/text.ts";

/** Labels before any repository is open: keys stay as they are. */
function bareWords(env: Env): Words {
  const { lang } = env.voice;
  const key = (...parts: string[]): string => parts.at(-1) ?? "";
  const one = { kind: key, state: key, event: key, field: key, value: key, role: key, department: key };
  return {
    lang,
    ...one,
    person: key,
    deadline: key,
    list: (items) => items.join(lang === "zh" ? "、" : ", "),
  };
}

async function pageFor(env: Env): Promise<Page> {
  const { loadStyle } = await import("./render/colour.ts");
  const words = env.voice.words ?? bareWords(env);
  return { words, paint: await loadStyle(env.voice.colour), columns: env.columns, today: "" };
}

/** Says why the command stopped; returns the exit code. */
export async function sayRefusal(thrown: Refusal, env: Env): Promise<number> {
  const page = await pageFor(env);
  if (env.voice.json) {
    const { errorJson } = await import("./render/json.ts");
    env.err(
      errorJson(
        { code: thrown.code, ...refused(thrown, env.voice.lang), findings: thrown.findings },
        page.words,
      ),
    );
    return thrown.exit;
  }
  const { thrownScreen } = await import("./render/refusal.ts");
  env.err(await draw(() => thrownScreen(thrown, page, env.voice.models, env.voice.about)));
  return thrown.exit;
}

/** Says that something went wrong which is nobody's fault but ours, with what a report needs. */
export async function sayBug(thrown: unknown, env: Env): Promise<void> {
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  if (env.voice.json) {
    env.err(JSON.stringify({ error: { code: "bug", message: stack } }));
    return;
  }
  const { bugScreen } = await import("./render/refusal.ts");
  env.err(bugScreen(stack, await pageFor(env)));
}
