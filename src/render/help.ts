/** The foot of a command's help: examples to copy, and the exit codes. */
import type { Lang } from "../domain/records/record.ts";
import { demoWords } from "./messages-demo.ts";
import { pad, widthOf, wrap } from "./text.ts";

/** A command line and what it does. */
export type Example = readonly [command: string, what: string];

/**
 * Examples below the options, aligned by display width.
 * @param examples without the word `casetrail`
 */
export function helpExamples(examples: readonly Example[], lang: Lang): string {
  const width = Math.max(0, ...examples.map(([command]) => widthOf(command)));
  const lines = examples.map(([command, what]) => `  casetrail ${pad(command, width)}  ${what}`);
  return ["", demoWords[lang].examples, ...lines.map((line) => line.trimEnd())].join("\n");
}

/** What the exit codes mean, for the help of the tool itself. */
export const helpExits = (lang: Lang): string =>
  ["", demoWords[lang].exits, ...wrap(demoWords[lang].exitCodes, 76).map((line) => `  ${line}`)].join("\n");
