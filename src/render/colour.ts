/** Colours. The only door to chalk, which is loaded only where colours are wanted. */
import { type Paint, plain, type Tone } from "./page.ts";

/**
 * The brush for a terminal with or without colours.
 * @param colour does the reader's terminal show colours, and did nobody say `NO_COLOR`?
 */
export async function loadStyle(colour: boolean): Promise<Paint> {
  if (!colour) return plain;
  const { Chalk } = await import("chalk");
  const chalk = new Chalk({ level: 1 });
  const brushes: Record<Tone, (text: string) => string> = {
    late: chalk.red,
    soon: chalk.yellow,
    done: chalk.green,
    dim: chalk.dim,
    bold: chalk.bold,
  };
  return (tone, text) => brushes[tone](text);
}
