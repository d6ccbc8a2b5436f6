/** Types that are generated from the schemas are up to date. */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { generateTypes } from "../support/types-from-schemas.ts";

const file = new URL("../../src/domain/records/records.gen.ts", import.meta.url);

it("the record types are what the schemas say (UPDATE_GENERATED=1 writes them anew)", async () => {
  const fresh = await generateTypes();
  if (process.env["UPDATE_GENERATED"] === "1") writeFileSync(file, fresh);
  expect(readFileSync(file, "utf8")).toBe(fresh);
});
