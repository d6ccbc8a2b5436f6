/** The quick judge may only say yes where ajv says yes, and must say so of every record that is in order. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../src/domain/records/record.ts";
import { surelyKeeps } from "../../src/store/quick-judge.ts";
import { validatorFor } from "../../src/store/schemas.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string): Json => JSON.parse(readFileSync(join(root, path), "utf8")) as Json;
const files = Object.fromEntries(
  readdirSync(join(root, "schemas")).flatMap((name) =>
    name.endsWith(".schema.json") ? [[name, read(`schemas/${name}`)]] : [],
  ),
);

type Map = { [key: string]: Json };
const samples = [
  "complaints",
  "orders",
  "capas",
  "returns",
  "inquiries",
  "amendments",
  "standardisation_meetings",
  "surveys/waves",
]
  .flatMap((name) => read(`test/spec/samples/${name}.json`) as Map[])
  .map((record): Map => ({ created_at: "2026-03-02T09:12:00+08:00", created_by: "S02", ...record }));
const schemaOf = (record: Map): string => `${String(record["kind"])}.schema.json`;

/** Every place in a record, as the list of keys that leads there. */
const places = (value: Json, at: (string | number)[] = []): (string | number)[][] => [
  at,
  ...(typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, child]) =>
        places(child as Json, [...at, Array.isArray(value) ? Number(key) : key]),
      )
    : []),
];

function changed(record: Map, at: readonly (string | number)[], value: Json | undefined): Map {
  const copy = structuredClone(record);
  let owner: Json = copy;
  for (const key of at.slice(0, -1)) owner = (owner as Map)[key as string] ?? null;
  const last = at.at(-1);
  if (last === undefined || owner === null) return copy;
  if (value === undefined) delete (owner as Map)[last as string];
  else (owner as Map)[last as string] = value;
  return copy;
}

const odd = fc.constantFrom<Json | undefined>(
  undefined,
  null,
  "",
  "x",
  " ",
  0,
  -1,
  1.5,
  true,
  [],
  {},
  ["x"],
  { x: 1 },
  "2026-02-30",
  "2026-03-02",
  "2026-03-02T09:12:00Z",
  "2026-03-02T24:00:00+08:00",
  "2026-03-02T09:12:00+08:00",
  "CMP-2026-001",
  "quality",
  "a\nb",
  "😀".repeat(81),
  1e300,
);

describe("The quick judge", () => {
  it("says yes to every sample record", () => {
    expect(
      samples.filter((record) => !surelyKeeps(schemaOf(record), files, record)).map(({ id }) => id),
    ).toEqual([]);
  });

  it("never says yes where ajv says no", async () => {
    const place = fc
      .constantFrom(...samples)
      .chain((record) => fc.tuple(fc.constant(record), fc.constantFrom(...places(record)), odd));
    await fc.assert(
      fc.asyncProperty(place, async ([record, at, value]) => {
        const broken = changed(record, at, value);
        if (!surelyKeeps(schemaOf(record), files, broken)) return;
        expect(await validatorFor(String(record["kind"]), files)(broken)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    [{ type: "string", contentEncoding: "base64" }, "x"],
    [{ patternProperties: { x: { type: "string" } } }, {}],
    [{ $ref: "nowhere.schema.json#/$defs/x" }, 1],
    [{ pattern: "(" }, "x"],
    [{ format: "email" }, "x"],
  ])("leaves to ajv what it does not know: %j", (schema, value) => {
    expect(surelyKeeps("x.schema.json", { "x.schema.json": schema as Json }, value)).toBe(false);
  });
});
