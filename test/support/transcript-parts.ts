/** A transcript as parts: prose, files to write, and consoles whose answers are made anew. */

export type Part =
  | { readonly is: "prose"; readonly lines: readonly string[] }
  | { readonly is: "file"; readonly path: string; readonly text: string; readonly lines: readonly string[] }
  | { readonly is: "console"; readonly fence: string; readonly entries: readonly Entry[] };

/** A command as it stands, over several lines if they end with a backslash; or a time, to which the clock is set. */
export interface Entry {
  readonly lines: readonly string[];
  readonly command?: string;
  readonly clock?: string;
}

export interface Transcript {
  readonly settings: Readonly<Record<string, string>>;
  readonly parts: readonly Part[];
}

const opening = /^(`{3,})(\w+)(?: (\S+))?$/;
const entry =
  /^# (?<clock>\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?[+-]\d\d:\d\d)$|^\$ (?<command>(?:.*\\\n)*.*)$/gm;

/** Commands and times of a console; what stands below a command is its answer of last time. */
function entriesOf(body: readonly string[]): Entry[] {
  return [...body.join("\n").matchAll(entry)].map(({ 0: text, groups }) => ({
    lines: text.split("\n"),
    ...(groups?.["clock"] === undefined ? {} : { clock: groups["clock"] }),
    ...(groups?.["command"] === undefined ? {} : { command: groups["command"].replaceAll("\\\n", "") }),
  }));
}

function block(fence: RegExpExecArray, body: readonly string[]): Part {
  const [start, ticks = "", language, path] = fence;
  if (language === "console") return { is: "console", fence: ticks, entries: entriesOf(body) };
  const lines = [start, ...body, ticks];
  return path === undefined
    ? { is: "prose", lines }
    : { is: "file", path, text: body.map((line) => `${line}\n`).join(""), lines };
}

/** `name: value` lines between two `---` at the top, and `<!-- name: value -->` anywhere. */
function settingsOf(text: string): Record<string, string> {
  const front = /^---\n([\s\S]*?)^---$/m.exec(text)?.[1] ?? "";
  const pairs = [...front.matchAll(/^(\w+): *(.+)$/gm), ...text.matchAll(/^<!-- (\w+): (.+) -->$/gm)];
  return Object.fromEntries(pairs.map(([, name, value]) => [name, value]));
}

/** Takes a transcript apart. @throws when a block is not closed */
export function parseTranscript(text: string): Transcript {
  const lines = text.replace(/\n$/, "").split("\n");
  const parts: Part[] = [];
  let prose: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const fence = opening.exec(line);
    if (!fence) {
      prose.push(line);
      continue;
    }
    const end = lines.indexOf(fence[1] ?? "", at + 1);
    if (end < 0) throw new Error(`line ${at + 1}: the block is not closed`);
    parts.push({ is: "prose", lines: prose }, block(fence, lines.slice(at + 1, end)));
    prose = [];
    at = end;
  }
  return { settings: settingsOf(text), parts: [...parts, { is: "prose", lines: prose }] };
}

/** Splits a command into words as a shell does with quotes; nothing is expanded. */
export function wordsOf(command: string): string[] {
  const words = command.matchAll(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+/g);
  return [...words].map(([word]) =>
    word.replace(
      /"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/g,
      (_, double?: string, single?: string, escaped?: string) =>
        double === undefined ? (single ?? escaped ?? "") : double.replace(/\\(["\\$`])/g, "$1"),
    ),
  );
}
