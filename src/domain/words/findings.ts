/** Every finding there is, by its code. One subject a file; here they are joined and findings are made. */
import type { Id } from "../records/record.ts";
import { amendmentFindings } from "./findings-amendment.ts";
import { calendarFindings } from "./findings-calendar.ts";
import { capaFindings } from "./findings-capa.ts";
import { casesFindings } from "./findings-cases.ts";
import { checkFindings } from "./findings-check.ts";
import { closingFindings } from "./findings-closing.ts";
import { complaintFindings } from "./findings-complaint.ts";
import { computesFindings } from "./findings-computes.ts";
import { customerFindings } from "./findings-customer.ts";
import { effectFindings } from "./findings-effect.ts";
import { fileFindings } from "./findings-file.ts";
import { inputFindings } from "./findings-input.ts";
import { inquiryFindings } from "./findings-inquiry.ts";
import { invariantFindings } from "./findings-invariants.ts";
import { measuresFindings } from "./findings-measures.ts";
import { meetingFindings } from "./findings-meeting.ts";
import { opinionFindings } from "./findings-opinions.ts";
import { orderFindings } from "./findings-order.ts";
import { productionFindings } from "./findings-production.ts";
import { returnFindings } from "./findings-return.ts";
import { schemaFindings } from "./findings-schema.ts";
import { signFindings } from "./findings-sign.ts";
import { soundnessFindings } from "./findings-soundness.ts";
import { stepFindings } from "./findings-step.ts";
import { surveyFindings } from "./findings-survey.ts";
import { writeFindings } from "./findings-write.ts";
import type { Blame, Entry, Level, Words } from "./words.ts";

export const catalogue = {
  ...computesFindings,
  ...calendarFindings,
  ...customerFindings,
  ...meetingFindings,
  ...returnFindings,
  ...orderFindings,
  ...productionFindings,
  ...opinionFindings,
  ...amendmentFindings,
  ...inquiryFindings,
  ...invariantFindings,
  ...surveyFindings,
  ...casesFindings,
  ...complaintFindings,
  ...measuresFindings,
  ...checkFindings,
  ...closingFindings,
  ...capaFindings,
  ...effectFindings,
  ...fileFindings,
  ...schemaFindings,
  ...inputFindings,
  ...stepFindings,
  ...soundnessFindings,
  ...signFindings,
  ...writeFindings,
};
export type Catalogue = typeof catalogue;
export type FindingCode = keyof Catalogue;
export type ParamsOf<C extends FindingCode> = Catalogue[C] extends Entry<infer P> ? P : never;

/** A record or step breaks a rule: a value, worded only when it is shown. */
export interface Finding {
  readonly code: string;
  readonly blame: Blame;
  readonly level: Level;
  readonly params: unknown;
  readonly record?: Id;
  readonly path?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly clause?: string;
}

export type Where = Partial<
  Pick<Finding, "record" | "path" | "file" | "line" | "column" | "clause" | "level">
>;

/**
 * Makes a finding.
 * @param code entry of the catalogue
 * @param params what its sentences need
 * @param where record, path, clause … as far as they apply
 */
export function finding<C extends FindingCode>(code: C, params: ParamsOf<C>, where: Where = {}): Finding {
  const entry = catalogue[code] as Entry<ParamsOf<C>>;
  return { code, blame: entry.blame, level: entry.level ?? "error", params, ...where };
}

/** The sentence of a finding, and the remedy where there is one, in the language of `words`. */
export function worded(found: Finding, words: Words): { message: string; remedy?: string } {
  const entry = (catalogue as unknown as Record<string, Entry<unknown> | undefined>)[found.code];
  if (!entry) return { message: found.code };
  const message = entry[words.lang](found.params, words);
  const remedy = entry.remedy?.[words.lang](found.params, words);
  return remedy === undefined ? { message } : { message, remedy };
}

export const isError = (found: Finding): boolean => found.level === "error";
