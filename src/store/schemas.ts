/** The only door to ajv: judges records and other files by the schemas in force in their repository. */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { ANNOTATIONS } from "../domain/procedure/read-fields.ts";
import type { Json } from "../domain/records/record.ts";
import type { Finding } from "../domain/words/findings.ts";
import { refusal } from "../domain/words/refusals.ts";
import { type Complaint, findingsOf, type Placed } from "./schema-findings.ts";

type Files = Readonly<Record<string, Json>>;

/** Judges a value; `text` is the YAML it was read from: then findings have line and column. */
export type Validate = (value: unknown, text?: string) => Promise<Finding[]>;

/** Every fault at once, with value and place; keywords of ours are no errors. */
const ALL_FAULTS = { allErrors: true, verbose: true, strict: false, inlineRefs: false } as const;
/** That the schemas are schemas is judged by `procedure check`; what ajv compiles here runs once. */
const QUICK = { meta: false, validateSchema: false, code: { optimize: false } } as const;

/** One validator for all files of a procedure: what it compiled once it keeps. */
const made = new WeakMap<Files, Ajv2020>();

function ajvFor(files: Files): Ajv2020 {
  const known = made.get(files);
  if (known) return known;
  const ajv = new Ajv2020({ ...ALL_FAULTS, ...QUICK });
  ajv.addVocabulary([...ANNOTATIONS]);
  addFormats.default(ajv, ["date", "date-time"]);
  for (const [path, schema] of Object.entries(files))
    if (path.endsWith(".schema.json")) ajv.addSchema(schema as object, path);
  made.set(files, ajv);
  return ajv;
}

/**
 * The validator of one schema; only what is asked for is compiled.
 * @param name a kind, or `casetrail`, `people`, `calendar`, `workflow` …
 * @param files path below `schemas/` → parsed content
 * @throws Refusal procedure-incomplete, file-unreadable (a schema that is none)
 */
export function validatorFor(name: string, files: Files): Validate {
  const file = `${name}.schema.json`;
  if (files[file] === undefined) throw refusal("procedure-incomplete", { file });
  const validate = compiled(file, files);
  return async (value, text) => {
    if (validate(value)) return [];
    const placed = findingsOf(name, (validate.errors ?? []) as Complaint[]);
    return text === undefined ? placed.map(({ found }) => found) : await located(placed, text);
  };
}

function compiled(file: string, files: Files): ValidateFunction {
  try {
    const validate = ajvFor(files).getSchema(file);
    if (validate) return validate;
  } catch (thrown) {
    throw refusal("file-unreadable", { path: `schemas/${file}` }, { cause: thrown });
  }
  throw refusal("file-unreadable", { path: `schemas/${file}` });
}

/** Findings with the line and column at which their value stands. */
async function located(placed: readonly Placed[], text: string): Promise<Finding[]> {
  const { positions } = await import("./yaml.ts");
  const at = positions(text);
  return placed.map(({ found, at: path }) => {
    const place = at(path);
    return place ? { ...found, line: place.line, column: place.column } : found;
  });
}
