import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { flattened, readChanges } from "../../src/domain/input/assignments.ts";
import { entryLines } from "../../src/domain/input/form-text.ts";
import { readValue } from "../../src/domain/input/values.ts";
import { recordPath } from "../../src/domain/procedure/number.ts";
import { readKind, readShared } from "../../src/domain/procedure/read.ts";
import { fieldAt, leaves } from "../../src/domain/records/fields.ts";
import type { KindModel } from "../../src/domain/records/model.ts";
import type { Changes, Json, Kind } from "../../src/domain/records/record.ts";
import { parseYaml } from "../../src/store/yaml.ts";

interface SampleStep {
  readonly kind: Kind;
  readonly record: string;
  readonly event: string;
  readonly at: string;
  readonly set: Changes;
}

const root = new URL("../../", import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), "utf8");
const names = readdirSync(new URL("schemas", root), { recursive: true }).map((name) =>
  String(name).replaceAll("\\", "/"),
);
const files = Object.fromEntries(
  names
    .filter((name) => /\.(json|yaml)$/.test(name) && !name.startsWith("calendars/"))
    .map((name) => [name, contentOf(`schemas/${name}`)]),
);
const steps = text("test/spec/samples/timeline.ndjson")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as SampleStep);
const shared = readShared(files);
const models = new Map<Kind, KindModel>();

function contentOf(path: string): Json {
  const content = path.endsWith(".json")
    ? JSON.parse(text(path))
    : parseYaml(text(path), path, { numericKeys: true });
  return path.endsWith(".json") ? (content as Json) : (content as { value: Json }).value;
}

function modelOf(kind: Kind): KindModel {
  const model = models.get(kind) ?? readKind(kind, files);
  models.set(kind, model);
  return model;
}

const readingOf = (kind: string, now: string) => ({
  kind,
  shared,
  now,
  parseFlow: (flow: string) => parseYaml(flow, "flow"),
});

describe("the worked example as input", () => {
  it("every step of it is taken as --from, and nothing in it is changed", () => {
    for (const step of steps) {
      const model = modelOf(step.kind);
      const read = readChanges(model, { from: step.set as Json }, readingOf(step.kind, step.at));
      const name = `${step.record} ${step.event} ${step.at}`;
      expect([name, read.findings]).toEqual([name, []]);
      expect([name, Object.entries(read.changes)]).toEqual([
        name,
        flattened(model, step.set as Json).entries,
      ]);
    }
  });

  it("every value of it is taken as --set, written as people write it", () => {
    for (const step of steps) {
      const model = modelOf(step.kind);
      const reading = readingOf(step.kind, step.at);
      for (const [path, value] of flattened(model, step.set as Json).entries) {
        const typed = typeof value === "string" ? value : JSON.stringify(value);
        const read = readValue(fieldAt(model, path) ?? { type: "any" }, typed, { path, reading });
        expect([step.record, path, read]).toEqual([step.record, path, { value }]);
      }
    }
  });

  it("every value of it survives the form of --edit", () => {
    for (const step of steps) {
      for (const [path, value] of Object.entries(step.set)) {
        expect(parseYaml(`${entryLines(path, value).join("\n")}\n`, "form")).toEqual({
          ok: true,
          value: { [path]: value },
        });
      }
    }
  });

  it("every record of it has a number and a file", () => {
    for (const step of steps)
      expect(recordPath(step.record, shared.kinds)).toMatch(/^records\/[a-z]+\/(2\d{3}\/)?[A-Z]/);
  });
});

describe("every field of the procedure", () => {
  it("can be read from text or says in both languages what it wants", () => {
    for (const kind of Object.keys(shared.kinds) as Kind[]) {
      const fields = Object.entries(modelOf(kind).fields).flatMap(([path, field]) => leaves(field, path));
      for (const { path, field } of fields) {
        for (const typed of ["x y", "1", "now", "{", "[", "2026-03-02", "0"]) {
          const read = readValue(field, typed, {
            path,
            reading: readingOf(kind, "2026-03-02T09:12:00+08:00"),
          });
          expect("value" in read || read.findings.length > 0).toBe(true);
        }
      }
    }
  });
});
