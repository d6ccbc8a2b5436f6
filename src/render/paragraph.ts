/** Text of any length on as many lines as it needs. */
import { edge, type Line, type Page, type Span, spread } from "./page.ts";
import { harmless, wrap } from "./text.ts";

/**
 * A text wrapped to the terminal, indented.
 * @param right a remark flush right on its last line
 */
export function paragraph(
  text: string,
  page: Page,
  { indent = 2, right = "" }: { indent?: number; right?: Span } = {},
): Line[] {
  const blanks = " ".repeat(indent);
  const lines = wrap(harmless(text), Math.max(20, page.columns - indent)).map((line): Line => [blanks, line]);
  const last = lines.pop() ?? [];
  return [...lines, ...spread(last, [right], edge(page))];
}
