/** The canonical form of a record file: one text for one record, the same as the YAML library would write. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Document, parse } from "yaml";
import type { Json } from "../../src/domain/records/record.ts";
import { printMap } from "../../src/store/canonical.ts";
import { readCanonical } from "../../src/store/canonical-read.ts";
import { parseYaml, printDocument, rewriteYaml } from "../../src/store/yaml.ts";

type Map = { [key: string]: Json };

/** Texts that YAML readers are known to take for something else, and signs of all sorts. */
const TREACHEROUS =
  `yes|no|null|~|true|False|2026-01-01|2026-03-02T09:12:00+08:00|1e3|0x1F|0o17|012|.5|-.inf|1.|# x|a #b|a: b|a:|: a|- a|-|?|? a
|[a]|{a: b}|a, b|a]|"quoted"|'single'|it's|@x|%x|--- a|...|&a|*a|!a|>|\\n|C:\\users| lead|trail |two  blanks|=|<<|1:30|客户投诉|😀|é`
    .split("|")
    .concat(
      "",
      "a\nb",
      "a\n",
      "\n a",
      "a \nb",
      "tab\tin",
      "\ttab",
      "tab\t",
      "\u2028",
      "\u00a0",
      '"',
      "'",
      "\\",
    );

const text = fc.oneof(
  fc.constantFrom(...TREACHEROUS),
  fc.string({ maxLength: 12 }).map(visible),
  fc.string({ unit: "grapheme", maxLength: 12 }).map(visible),
);
/** Control characters have no place in a record. */
function visible(value: string): string {
  return value.replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, "");
}

const number = fc.oneof(
  fc.integer(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((n) => (Object.is(n, -0) ? 0 : n))
    .filter((n) => !Number.isInteger(n) || Number.isSafeInteger(n)),
);
const name = fc.oneof(
  fc.stringMatching(/^[a-z][a-z_0-9]{0,8}$/),
  text.filter((value) => value !== "" && !/[\n\t]|^(__proto__|constructor|prototype|<<)$/.test(value)),
);
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    text,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(name, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const map = fc.dictionary(name, value, {
  minKeys: 1,
  maxKeys: 6,
  noNullPrototype: true,
}) as fc.Arbitrary<Map>;
const entry = fc.dictionary(name, value, { minKeys: 1, maxKeys: 4, noNullPrototype: true });
const record = fc
  .tuple(map, fc.array(entry, { minLength: 1, maxLength: 3 }))
  .map(([top, history]) => ({ ...top, history }) as Map);

/** How the library writes the same. */
function byLibrary(given: Map): string {
  const document = new Document(given, { version: "1.2", schema: "core", aliasDuplicateObjects: false });
  return printDocument(document);
}

describe("A record file has one form", () => {
  it("byte by byte that of the YAML library", () => {
    fc.assert(
      fc.property(record, (given) => {
        expect(printMap(given)).toBe(byLibrary(given));
      }),
      { numRuns: 1000 },
    );
  });

  it("what was printed is parsed to the same record, by our reader and by the library", () => {
    fc.assert(
      fc.property(record, (given) => {
        const printed = printMap(given);
        expect(parse(printed)).toEqual(given);
        expect(readCanonical(printed) ?? given).toEqual(given);
        expect(parseYaml(printed, "x")).toEqual({ ok: true, value: given });
      }),
      { numRuns: 500 },
    );
  });

  it.each(TREACHEROUS)("%j survives as text, as value, key, list item and in the history", (treacherous) => {
    const given = {
      a: treacherous,
      b: [treacherous],
      c: { x: [{ y: treacherous }] },
      history: [{ n: treacherous }],
    };
    expect(parse(printMap(given))).toEqual(given);
    expect(readCanonical(printMap(given)) ?? (/\t|\\|<</.test(treacherous) && given)).toEqual(given);
  });

  it("reads nothing that it would not have written itself", () => {
    fc.assert(
      fc.property(record, fc.nat(), fc.string({ maxLength: 3 }), (given, at, put) => {
        const printed = printMap(given);
        const edited = printed.slice(0, at % printed.length) + put + printed.slice((at % printed.length) + 1);
        const found = readCanonical(edited);
        if (found !== null) expect(parse(edited)).toEqual(found);
      }),
      { numRuns: 2000 },
    );
  });

  it("looks like this", () => {
    const given = {
      id: "CMP-2026-007",
      received_at: "2026-03-02T09:12:00+08:00",
      description: "两批\n起泡",
      departments: ["quality", "production"],
      rounds: [{ round: 1, countermeasure: [{ type: "corrective", due: "2026-03-18" }] }],
      history: [
        { seq: 1, event: "register", from: null, changes: [{ path: "unit", before: "PCS", after: null }] },
      ],
    };
    expect(printMap(given)).toBe(`id: CMP-2026-007
received_at: 2026-03-02T09:12:00+08:00
description: "两批\\n起泡"
departments:
  - quality
  - production
rounds:
  - round: 1
    countermeasure:
      - type: corrective
        due: 2026-03-18
history:
  - { seq: 1, event: register, from: null, changes: [ { path: unit, before: PCS, after: null } ] }
`);
  });
});

describe("Comments that a person wrote into a record", () => {
  it("stay where they were when a step changes the record", () => {
    const old = `# our most important customer
id: CMP-2026-007
severity: minor # judged on day one
rounds:
  # the first round
  - round: 1
history:
  - { seq: 1, event: register }
`;
    const given = {
      id: "CMP-2026-007",
      state: "open",
      severity: "major",
      rounds: [{ round: 1, text: "x" }, { round: 2 }],
      history: [
        { seq: 1, event: "register" },
        { seq: 2, event: "note" },
      ],
    };
    expect(rewriteYaml(old, given)).toBe(`# our most important customer
id: CMP-2026-007
state: open
severity: major # judged on day one
rounds:
  # the first round
  - round: 1
    text: x
  - round: 2
history:
  - { seq: 1, event: register }
  - { seq: 2, event: note }
`);
  });

  it("and a text without comments is written afresh whatever stood there before", () => {
    fc.assert(
      fc.property(record, record, (before, after) => {
        expect(rewriteYaml(printMap(before), after)).toBe(printMap(after));
      }),
    );
  });
});
