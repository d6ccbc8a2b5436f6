import { describe, expect, it } from "vitest";
import { rowOf } from "../../src/domain/clocks/row.ts";
import type { CaseRecord } from "../../src/domain/records/record.ts";
import { finding } from "../../src/domain/words/findings.ts";
import { block } from "../../src/render/check.ts";
import { loadStyle } from "../../src/render/colour.ts";
import { listScreen } from "../../src/render/list.ts";
import { logScreen } from "../../src/render/log.ts";
import { openingsScreen } from "../../src/render/openings.ts";
import { type Page, print } from "../../src/render/page.ts";
import { refusalScreen } from "../../src/render/refusal.ts";
import { showScreen } from "../../src/render/show.ts";
import { traceScreen } from "../../src/render/trace.ts";
import { openingsOf, settings } from "./case.ts";
import { kindOf, model, page, sample, shared } from "./world.ts";

const EVIL = "红\u001b[2J\u001b]0;x\u0007\u202etxt.exe\u200b\r假";
const models = { shared, kindOf };
const base = sample("CMP-2026-004");
const evil: CaseRecord = {
  ...base,
  title: EVIL,
  description: EVIL,
  causes: [{ kind: "occurrence", category: "man", text: EVIL, method: "five_why", verified: true }],
  history: base.history.map((entry) => ({ ...entry, note: EVIL, by: EVIL })),
  [EVIL]: EVIL,
};

const SCREENS: Readonly<Record<string, (look: Page) => string>> = {
  show: (look) =>
    showScreen(
      {
        record: evil,
        kind: model("complaint"),
        models,
        dues: [],
        openings: openingsOf(base.id, "Q02"),
        history: evil.history,
        path: EVIL,
        next: true,
      },
      look,
    ),
  list: (look) =>
    listScreen(
      {
        rows: [{ row: rowOf(model("complaint"), shared, settings, evil) }],
        all: 1,
        rest: EVIL,
        kindOf,
        columns: ["id", "title", "description"],
      },
      look,
    ),
  log: (look) => logScreen(evil, evil.history, model("complaint"), look),
  openings: (look) =>
    openingsScreen({ record: evil, models, openings: openingsOf("CMP-2026-019", "Q02"), all: true }, look),
  trace: (look) =>
    traceScreen(
      base.id,
      [{ from: base.id, to: EVIL, relation: EVIL }],
      new Map([[EVIL, { kind: "capa" as const, state: EVIL, title: EVIL }]]),
      look,
    ),
  refusal: (look) =>
    refusalScreen(
      {
        title: EVIL,
        findings: [finding("path-form", { path: EVIL }), finding("path-form", { path: EVIL })],
        exit: 2,
        remedies: [EVIL],
      },
      look,
    ),
  check: (look) =>
    print(
      block(
        finding("path-form", { path: EVIL }, { file: EVIL, line: 1, column: 2 }),
        { text: EVIL, length: 3 },
        look,
      ),
      look,
    ),
};

/** Everything a terminal would obey, but line feeds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones looked for
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape of a colour
const COLOUR = /\u001b\[\d+m/g;

describe.each(Object.entries(SCREENS))("hostile text on the screen of %s", (_name, draw) => {
  it("is shown, not obeyed", () => {
    for (const lang of ["zh", "en"] as const) expect(draw(page(lang))).not.toMatch(OBEYED);
  });
  it("is not obeyed with colours either, and colours say nothing that words do not", async () => {
    const paint = await loadStyle(true);
    const coloured = draw({ ...page("zh"), paint });
    expect(coloured).toMatch(COLOUR);
    expect(coloured.replace(COLOUR, "")).toBe(draw(page("zh")));
    expect(coloured.replace(COLOUR, "")).not.toMatch(OBEYED);
  });
});
