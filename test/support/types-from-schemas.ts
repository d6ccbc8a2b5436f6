/** The TypeScript types of the records, from their JSON schemas: one text for all kinds. */
import { compile, type JSONSchema } from "json-schema-to-typescript";
import { KINDS } from "../../src/domain/records/record.ts";
import { procedureFiles } from "./procedure.ts";

const BANNER = `/**
 * The records as their schemas describe them. Generated from schemas/*.schema.json, never edited:
 * UPDATE_GENERATED=1 npx vitest run test/domain/generated.test.ts
 */`;

type Tree = { [key: string]: unknown };
const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const schemaOf = (name: string): Tree => procedureFiles[`${name}.schema.json`] as Tree;

/** Names of a kind's own parts carry the kind, so that no two kinds meet: `complaint_round`. */
const partName = (file: string, part: string): string =>
  file === "common" || file === "enums" ? part : `${file}_${part}`;

/** Say nothing that a type can say. */
const LEFT_OUT = ["$id", "$schema", "$defs", "minItems"];

/** References of all files lead into the one list of definitions; annotations of ours are left out. */
function gathered(file: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => gathered(file, item));
  if (!isTree(value)) return value;
  const ref = typeof value["$ref"] === "string" ? target(file, value["$ref"]) : undefined;
  if (ref !== undefined && !isPlain(ref)) return { $ref: `#/$defs/${ref}` };
  const own = ref === undefined ? value : { type: "string" };
  const kept = Object.entries(own).filter(([key]) => !key.startsWith("x-") && !LEFT_OUT.includes(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, gathered(file, inner)]));
}

/** Texts, times and numbers are strings: `Date` and `String` would only hide what TypeScript calls so. */
function isPlain(name: string): boolean {
  const schema = (schemaOf("common")["$defs"] as Tree)[name];
  if (!isTree(schema)) return false;
  const ref = schema["$ref"];
  return schema["type"] === "string" || (typeof ref === "string" && isPlain(target("common", ref)));
}

/** Name under which the definition that a reference means is gathered. */
function target(file: string, ref: string): string {
  const [where = "", part = ""] = ref.split("#/$defs/");
  return partName(where === "" ? file : where.replace(".schema.json", ""), part);
}

function partsOf(file: string): [string, unknown][] {
  const parts = schemaOf(file)["$defs"];
  return isTree(parts)
    ? Object.entries(parts).map(([part, schema]) => [partName(file, part), gathered(file, schema)])
    : [];
}

/**
 * Text of `src/domain/records/records.gen.ts`.
 * @returns one interface a kind and a type for every shared part and list of values
 */
export function generateTypes(): Promise<string> {
  const kinds = KINDS.map((kind): [string, unknown] => [
    kind,
    { ...(gathered(kind, schemaOf(kind)) as Tree), title: schemaOf(kind)["title"] },
  ]);
  const parts = ["enums", "common", ...KINDS].flatMap(partsOf).filter(([name]) => !isPlain(name));
  const properties = Object.fromEntries(KINDS.map((kind) => [kind, { $ref: `#/$defs/${kind}` }]));
  const schema = {
    title: "RecordsByKind",
    description: "Kind → record.",
    type: "object",
    additionalProperties: false,
    required: [...KINDS],
    properties,
    $defs: Object.fromEntries([...parts, ...kinds]),
  };
  return compile(schema as JSONSchema, "RecordsByKind", {
    bannerComment: BANNER,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unknownAny: true,
    format: true,
    style: { printWidth: 110 },
    customName: (named, hint) => (typeof named.title === "string" ? named.title : pascal(hint)),
  });
}

const pascal = (hint: string | undefined): string | undefined =>
  hint?.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
