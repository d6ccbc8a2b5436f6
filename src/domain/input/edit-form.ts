/** `--edit`: a whole step as a commented YAML form, and back. Pure text: the editor is opened by `src/edit.ts`. */
import type { Field, KindModel, SharedModel } from "../records/model.ts";
import type { Changes, Json } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";
import { PROMPT_WORDS, type PromptWords } from "../words/prompts.ts";
import type { Words } from "../words/words.ts";
import { readChanges } from "./assignments.ts";
import { formLine } from "./form-line.ts";
import { entryLines } from "./form-text.ts";
import type { Question } from "./questions.ts";
import type { Reading } from "./reading.ts";
import { isMoney } from "./scalars.ts";

/** What the labels of a form are made with. */
export interface FormWorld {
  /** Kind of the record: whose labels the paths have. */
  readonly kind: string;
  readonly words: Words;
  readonly shared: Pick<SharedModel, "enums">;
}

interface Showing extends FormWorld {
  readonly say: PromptWords;
}

/**
 * The form of a step: each field with label, what may be written, an example; `*` where an answer is needed; what is known
 * already filled in.
 * @param title what the form is for, one line: event and record
 */
export function renderForm(title: string, questions: readonly Question[], world: FormWorld): string {
  const showing: Showing = { ...world, say: PROMPT_WORDS[world.words.lang] };
  const head = [title, ...showing.say.formHead].map(comment);
  return [...head, "", ...questions.flatMap((question) => [...fieldLines(question, showing), ""])].join("\n");
}

/** A form as it was read: what can be taken, and what is wrong with the rest. */
export interface Form {
  readonly changes: Changes;
  readonly findings: readonly Finding[];
}

/**
 * Reads a form back. A field left blank is not written, one that was filled and is blank now is emptied.
 * @param questions those the form was made of
 * @param reading `parseFlow` reads the whole form here
 * @returns what can be taken, and findings with the line of the form
 */
export function readForm(
  kind: KindModel,
  text: string,
  questions: readonly Question[],
  reading: Reading,
): Form {
  const parsed = reading.parseFlow(text);
  if (!parsed.ok) return { changes: {}, findings: parsed.findings.map(withoutFile) };
  if (parsed.value === null) return { changes: {}, findings: [finding("form-blank", {})] };
  const read = readChanges(kind, { from: filledIn(parsed.value, questions) }, reading);
  return {
    changes: read.changes,
    findings: read.findings.map((found) => ({ ...found, ...lineOf(text, found.path) })),
  };
}

function fieldLines(question: Question, showing: Showing): string[] {
  const { path, field } = question;
  const notes = notesOf(question, showing).map(comment);
  const standing = question.default;
  if (standing !== undefined && standing !== null) return [...notes, ...entryLines(path, standing)];
  // an open block takes any text: quotation marks, colons and # need no care
  return field.type === "text" ? [...notes, `${path}: |-`, "  "] : [...notes, `${path}:`];
}

function notesOf(question: Question, showing: Showing): string[] {
  const { say, words } = showing;
  const { field } = question;
  const label = question.label?.[words.lang] ?? words.field(showing.kind, question.path);
  const example = field.example === undefined || field.example === "" ? "" : say.example(field.example);
  const parts = [
    `${question.required ? "* " : ""}${label}`,
    typeOf(field, showing),
    question.hint ?? "",
    example,
  ];
  return [parts.filter((part) => part !== "").join(" · "), ...detailsOf(question, showing)];
}

function typeOf(field: Field, { say }: Showing): string {
  if (field.type === "enum" || field.type === "string") return "";
  if (field.type === "text") return say.formText;
  if (isMoney(field)) return "1800 CNY";
  if (field.type === "list") return field.items?.type === "object" ? say.formItems : say.formList;
  return field.type === "object" || field.type === "map" ? say.formGroup : say.types[field.type];
}

/** An item is written as a block already: its texts need no word about it. */
const typeInItem = (field: Field, showing: Showing): string =>
  field.type === "text" ? "" : typeOf(field, showing);

/** What may be written: the values of an enumeration, the fields of an item. */
function detailsOf({ field, needed }: Question, showing: Showing): string[] {
  if (field.enum !== undefined) return [`  ${allowed(field.enum, showing)}`];
  if (field.items?.enum !== undefined) return [`  ${allowed(field.items.enum, showing)}`];
  const properties = Object.entries(field.items?.properties ?? {});
  return properties.map(([key, inner], i) => {
    const must = needed?.includes(key) || inner.required !== undefined ? " *" : "";
    const what = inner.enum === undefined ? typeInItem(inner, showing) : allowed(inner.enum, showing);
    const notes = [inner.label?.[showing.words.lang] ?? "", what].filter((part) => part !== "").join(" · ");
    return `  ${i === 0 ? "-" : " "} ${key}: ${notes}${must}`;
  });
}

const allowed = (name: string, { shared, words }: Showing): string =>
  Object.keys(shared.enums[name] ?? {})
    .map((key) => `${key} ${words.value(name, key)}`)
    .join(" · ");

const comment = (text: string): string => `# ${text.replaceAll("\n", " ")}`;

/** Blank fields are left out, unless they were filled: then they are emptied. */
function filledIn(form: Json, questions: readonly Question[]): Json {
  if (typeof form !== "object" || form === null || Array.isArray(form)) return form;
  const wasFilled = (path: string): boolean =>
    questions.some(
      (question) => question.path === path && question.default !== undefined && question.default !== null,
    );
  const entries = Object.entries(form).flatMap(([path, value]): [string, Json][] => {
    const blank = value === null || (typeof value === "string" && value.trim() === "");
    if (blank) return wasFilled(path) ? [[path, null]] : [];
    return [[path, value]];
  });
  return Object.fromEntries(entries);
}

function lineOf(text: string, path: string | undefined): { line?: number } {
  const line = path === undefined ? undefined : formLine(text, path);
  return line === undefined ? {} : { line };
}

const withoutFile = ({ file: _, ...found }: Finding): Finding => found;
