/** The foot of a command's help: examples to copy, and the exit codes. */
import type { Lang } from "../domain/records/record.ts";
import { demoWords } from "./messages-demo.ts";
import { pad, widthOf, wrap } from "./text.ts";

/** A command line and what it does. */
export type Example = readonly [command: string, what: string];

/** Room for example and explanation on one line. */
const WIDE = 100;

/**
 * Examples below the options, aligned by display width; where they do not fit, what each does stands below it.
 * @param examples without the word `casetrail`
 */
export function helpExamples(examples: readonly Example[], lang: Lang): string {
  const width = Math.max(0, ...examples.map(([command]) => widthOf(command)));
  const fits = examples.every(([, what]) => width + widthOf(what) + 14 <= WIDE);
  const lines = examples.flatMap(([command, what]) =>
    fits ? [`  casetrail ${pad(command, width)}  ${what}`] : [`  casetrail ${command}`, `    ${what}`],
  );
  return ["", demoWords[lang].examples, ...lines].join("\n");
}

/** What the exit codes mean, for the help of the tool itself. */
export const helpExits = (lang: Lang): string =>
  ["", demoWords[lang].exits, ...wrap(demoWords[lang].exitCodes, 76).map((line) => `  ${line}`)].join("\n");
