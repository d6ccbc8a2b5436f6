/** `demo`: the progress line while it replays, and where to go from there (screens.md 10); the end of `init`. */
import { columns } from "./columns.ts";
import { demoWords } from "./messages-demo.ts";
import { gateLabel } from "./messages-gates.ts";
import { bold, dim, edge, type Line, lineWidth, type Page, print, spread, toned } from "./page.ts";
import { cut, widthOf, wrap } from "./text.ts";

/** No bar is wider. */
const WIDEST_BAR = 24;

export interface Progress {
  /** Whose year it is. */
  readonly name: string;
  readonly done: number;
  readonly total: number;
  readonly seconds: number;
}

/**
 * `重放 云脊五金 2026 年  631/1057 步  ▇▇▇▇▇▇▇▇  7 秒`: one line, redrawn in place on a terminal.
 * @returns the line, never wider than the terminal
 */
export function progressLine({ name, done, total, seconds }: Progress, page: Page): string {
  const say = demoWords[page.words.lang];
  const bar = "▇".repeat(Math.round((WIDEST_BAR * done) / Math.max(1, total)));
  const line = [
    say.replaying(name),
    say.steps(done, total),
    bar.padEnd(WIDEST_BAR),
    say.seconds(Math.floor(seconds)),
  ].join("  ");
  return print([[cut(line, page.columns - 1)]], page);
}

export interface DemoMade {
  /** As the user would type it. */
  readonly dir: string;
  readonly steps: number;
  /** Gates that this version cannot judge yet, by name: said openly. */
  readonly notYet?: readonly string[];
  /** How the tool is run from here; where it is not on the path, through npx. */
  readonly run?: string;
}

/** The end of `demo`: what was made, and what to try. */
export function demoScreen({ dir, steps, notYet = [], run = "casetrail" }: DemoMade, page: Page): string {
  const say = demoWords[page.words.lang];
  const name = dir.replace(/^\.\//, "");
  const tries: [string, string][] = [
    [`${run} -C ${name} todo --why`, say.whoWaits],
    [`${run} -C ${name} advance CMP-2026-018`, say.whatNext],
    [`${run} -C ${name} show CAPA-2026-004`, say.aLateOne],
    [`${run} -C ${name} check`, say.whatChecks],
  ];
  const head: Line = [bold(say.example), "  ", dir, "    ", say.each(steps)];
  const lines = spread(head, [dim(`git -C ${name} log --oneline`)], edge(page));
  return print([...lines, ...notJudged(notYet, page), ...hints(say.try, tries, page)], page);
}

function notJudged(gates: readonly string[], page: Page): Line[] {
  if (gates.length === 0) return [];
  const { lang } = page.words;
  const text = demoWords[lang].notJudged(gates.length, gates.map((gate) => gateLabel(gate, lang)).join(", "));
  return wrap(text, edge(page) - 2).map((line): Line => [toned("soon", "! "), line]);
}

/** A heading with commands below each other, and what each is for. */
function hints(
  title: string,
  all: readonly (readonly [command: string, what: string])[],
  page: Page,
): Line[] {
  const rows = all.map(([command, what], i): Line => [i === 0 ? bold(title) : "", command, dim(what)]);
  return columns(rows, page, { hint: true, hintIndent: widthOf(title) + 6 });
}

export interface InitMade {
  readonly dir: string;
  readonly procedure: { readonly no: string; readonly version: string };
  readonly commit?: string;
}

/** The end of `init`: where the repository is, and the first things to do there. */
export function initScreen(made: InitMade, page: Page): string {
  const say = demoWords[page.words.lang];
  const at = made.dir === "." ? "casetrail" : `casetrail -C ${made.dir}`;
  const head: Line = [bold(say.made), "  ", made.dir];
  const facts: Line = [dim(`${say.procedure} ${made.procedure.no} ${made.procedure.version}`)];
  const next: [string, string][] = [
    ["people.yaml", say.fillPeople],
    [`${at} open customer`, say.firstRecord],
    ["casetrail demo", say.tryExample],
  ];
  return print(
    [...spread(head, facts, Math.max(edge(page), lineWidth(head))), ...hints(say.afterwards, next, page)],
    page,
  );
}
