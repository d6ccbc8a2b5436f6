/** What the YAML library complains of, in our words: each of its codes is one of a few faults that people make. */
import { type Finding, finding } from "../domain/words/findings.ts";
import type { SyntaxFault } from "../domain/words/findings-file.ts";
import type { Locate } from "./yaml-judge.ts";

const FAULTS: Readonly<Record<string, SyntaxFault>> = {
  BAD_INDENT: "indent",
  TAB_AS_INDENT: "indent",
  BAD_DQ_ESCAPE: "quote",
  MISSING_CHAR: "bracket",
  UNEXPECTED_TOKEN: "bracket",
  BLOCK_IN_FLOW: "bracket",
  BAD_SCALAR_START: "start",
  BLOCK_AS_IMPLICIT_KEY: "key",
  KEY_OVER_1024_CHARS: "key",
  MULTILINE_IMPLICIT_KEY: "key",
  NON_STRING_KEY: "key",
};

interface Complaint {
  readonly code: string;
  readonly pos: readonly [number, number];
}

/**
 * The complaints of the library as findings; its warnings are errors here (store.md 6).
 * @param judged what we found ourselves: about an unknown tag or alias it says the same, better
 */
export function faultsOf(
  document: { readonly errors: readonly Complaint[]; readonly warnings: readonly Complaint[] } | undefined,
  locate: Locate,
  judged: readonly Finding[],
): Finding[] {
  return [...(document?.errors ?? []), ...(document?.warnings ?? [])]
    .map(({ code, pos }) => finding("yaml-syntax", { fault: FAULTS[code] ?? "other" }, locate(pos[0])))
    .filter((found) => !isSaid(found, judged));
}

const isSaid = (found: Finding, judged: readonly Finding[]): boolean =>
  judged.some((one) => one.line === found.line && (one.code === "yaml-tag" || one.code === "yaml-alias"));
