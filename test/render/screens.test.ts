import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { intervals } from "../../src/domain/clocks/clocks.ts";
import { todoItems } from "../../src/domain/clocks/duties.ts";
import { unrecordedDuties } from "../../src/domain/clocks/duties-unrecorded.ts";
import { filterTodo } from "../../src/domain/clocks/duty-holders.ts";
import { sortTodo } from "../../src/domain/clocks/todo.ts";
import { type Finding, finding } from "../../src/domain/words/findings.ts";
import { refusal } from "../../src/domain/words/refusals.ts";
import { checkScreen } from "../../src/render/check.ts";
import { demoScreen, initScreen, progressLine } from "../../src/render/demo.ts";
import { draftsScreen } from "../../src/render/drafts.ts";
import { helpExamples, helpExits } from "../../src/render/help.ts";
import { listCount, listScreen } from "../../src/render/list.ts";
import { logScreen } from "../../src/render/log.ts";
import { openingsScreen } from "../../src/render/openings.ts";
import type { Page } from "../../src/render/page.ts";
import { kindScreen, procedureCheckScreen, procedureScreen } from "../../src/render/procedure.ts";
import { warningLine } from "../../src/render/reasons.ts";
import { refusalScreen, thrownScreen, typoHint } from "../../src/render/refusal.ts";
import { showScreen } from "../../src/render/show.ts";
import { statusScreen } from "../../src/render/status.ts";
import { attachedLine, repeatedLine, stepScreen } from "../../src/render/step.ts";
import { todoScreen } from "../../src/render/todo.ts";
import { traceScreen } from "../../src/render/trace.ts";
import { asOf, duesOf, NOW, openingsOf, rows, settings, taken } from "./case.ts";
import { kindOf, LOOKS, model, page, people, sample, shared } from "./world.ts";

const models = { shared, kindOf };
const items = todoItems(rows, asOf);
const everything = sortTodo([...items, ...unrecordedDuties(rows, asOf)]);
const mine = (person: string) => filterTodo(items, { person }, people, "2026-11-24");

const CAUSE = {
  causes: [
    {
      kind: "occurrence",
      category: "method",
      text: "内盒瓦楞偏薄 / thin flute",
      method: "five_why",
      verified: true,
    },
  ],
  cause_departments: ["quality", "warehouse"],
  responsible_departments: ["warehouse"],
  recurrence_note: "不同料号 / another part",
};

function status(person: string | undefined) {
  const open = new Map<string, number>();
  for (const row of rows)
    if (!row.final && row.kind !== "customer") open.set(row.kind, (open.get(row.kind) ?? 0) + 1);
  return {
    company: settings.company,
    procedure: settings.procedure,
    now: NOW,
    today: "2026-11-24",
    day: { works: true, estimated: false, provisional: false },
    exampleClock: true,
    ...(person === undefined ? {} : { person }),
    roles: [],
    email: "nobody@yunji.example",
    mine: person === undefined ? [] : mine(person),
    overdue: items.filter((item) => item.status === "overdue"),
    open: [...open].sort((a, b) => b[1] - a[1]),
    reminders: [],
  };
}

function step([id, event, by]: readonly [string, string, string], set = {}, commit?: string) {
  return (look: Page): string => {
    const planned = taken(id, event, by, set);
    if (!planned.ok) throw new Error(JSON.stringify(planned.findings));
    const kind = model(planned.plan.record.kind);
    const dues = duesOf(planned.plan.record);
    const path = `records/${kind.workflow.folder}/2026/${id}.yaml`;
    return stepScreen(
      { plan: planned.plan, kind, shared, dues, path, set, ...(commit === undefined ? {} : { commit }) },
      look,
    );
  };
}

/** The first of 4, 2, 1 that applies. */
const exitOf = (findings: readonly Finding[]): 1 | 2 | 4 => {
  if (findings.some((found) => found.blame === "forbidden")) return 4;
  return findings.some((found) => found.blame !== "blocked") ? 2 : 1;
};

function refused([id, event, by]: readonly [string, string, string], set = {}, close = false) {
  return (look: Page): string => {
    const planned = taken(id, event, by, set);
    const findings = planned.ok ? [] : planned.findings;
    const about =
      kindOf("complaint") && id.endsWith("999")
        ? { kind: "complaint", event }
        : { kind: sample(id).kind, event, id, state: sample(id).state };
    const thrown = refusal("step-refused", { draft: "", command: "" }, { findings, exit: exitOf(findings) });
    return thrownScreen(thrown, look, models, close ? { ...about, close } : about);
  };
}

function shown(id: string, next: boolean) {
  return (look: Page): string => {
    const record = sample(id);
    const open = openingsOf(id, "Q02");
    const where = { path: `records/x/2026/${id}.yaml`, commit: "3f2c1ab9", next };
    return showScreen(
      {
        record,
        kind: model(record.kind),
        models,
        dues: duesOf(record),
        openings: open,
        history: record.history,
        ...where,
      },
      look,
    );
  };
}

function listed(kind: "complaint" | "capa" | "order" | undefined) {
  return (look: Page): string => {
    const found = rows.filter((row) => (kind === undefined ? !row.final : row.kind === kind));
    const view = {
      rows: found.slice(0, 12).map((row) => {
        const [due] = intervals(
          row.clocks.filter((clock) => !clock.ended && !clock.void),
          asOf,
        );
        return due ? { row, due } : { row };
      }),
      all: found.length,
      rest: "casetrail list",
      kindOf,
      ...(kind === undefined ? {} : { kind }),
    };
    return `${listScreen(view, look)}\n${listCount(view, look)}`;
  };
}

const severity = finding(
  "enum-unknown",
  {
    kind: "complaint",
    path: "severity",
    value: "serious",
    enum: "severity",
    keys: ["critical", "major", "minor"],
    near: [],
  },
  {
    file: "records/complaints/2026/CMP-2026-015.yaml",
    line: 12,
    column: 11,
    clause: "R-4.6.3-01",
    record: "CMP-2026-015",
  },
);
const missing = finding(
  "field-missing",
  { kind: "complaint", path: "rounds[-1].reply.channel" },
  { record: "CMP-2026-003", clause: "R-4.6.3.2-04" },
);

const checked = {
  findings: [severity, missing],
  source: (found: object) => (found === severity ? { text: "severity: serious", length: 7 } : undefined),
  records: 129,
  checks: 24,
};
const known = new Map(rows.map((row) => [row.id, row]));
const links = rows.flatMap((row) =>
  row.refs
    .filter((ref) => row.id === "CMP-2026-004" || ref.id === "CMP-2026-004")
    .map((ref) => ({ from: row.id, to: ref.id, relation: ref.path })),
);

const SCREENS: Readonly<Record<string, (look: Page) => string>> = {
  status: (look) => statusScreen(status("Q01"), look),
  "status-unknown": (look) => statusScreen(status(undefined), look),
  todo: (look) =>
    todoScreen({ items: mine("Q01"), all: items.length, person: { id: "Q01" }, why: false, shared }, look),
  "todo-all": (look) => todoScreen({ items: everything, all: everything.length, why: false, shared }, look),
  "todo-why": (look) =>
    todoScreen({ items: mine("P01"), all: items.length, person: { id: "P01" }, why: true, shared }, look),
  openings: (look) =>
    openingsScreen(
      { record: sample("CMP-2026-019"), models, openings: openingsOf("CMP-2026-019", "Q02"), all: false },
      look,
    ),
  "openings-over": (look) =>
    openingsScreen({ record: sample("CMP-2026-009"), models, openings: [], all: false }, look),
  "step-taken": step(["CMP-2026-019", "assign_direct", "Q02"], CAUSE, "3f2c1ab9"),
  "step-rehearsed": step(["CMP-2026-019", "assign_direct", "Q02"], CAUSE),
  "refused-missing": refused(["CMP-2026-999", "register", "S02"]),
  "refused-person": refused(["CMP-2026-019", "assign_direct", "S02"]),
  "refused-mixed": refused(["CMP-2026-019", "assign_direct", "Q02"], {
    severity: "serious",
    description: "x",
  }),
  "refused-close": refused(["CMP-2026-013", "archive", "S02"], {}, true),
  "refused-command": (look) =>
    thrownScreen(refusal("unknown-record", { id: "CMP-2026-9", near: ["CMP-2026-009"] }), look),
  show: shown("CMP-2026-016", false),
  "show-rounds": shown("CMP-2026-004", false),
  "show-attempts": shown("CAPA-2026-003", false),
  "show-order": shown("ORD-2026-0008", false),
  "show-next": shown("CMP-2026-019", true),
  list: listed(undefined),
  "list-complaints": listed("complaint"),
  "list-capas": listed("capa"),
  log: (look) =>
    logScreen(
      sample("CMP-2026-004"),
      sample("CMP-2026-004").history.map((entry, i) => ({ ...entry, commit: `${1000000 + i}` })),
      model("complaint"),
      look,
    ),
  trace: (look) => traceScreen("CMP-2026-004", links, known, look),
  check: (look) => checkScreen(checked, look),
  procedure: (look) => procedureScreen(settings, models, look),
  "procedure-kind": (look) => kindScreen(model("return"), shared, look),
  "procedure-check": (look) =>
    procedureCheckScreen([], { kinds: 12, states: 80, steps: 116, gates: 150 }, look),
  "small-lines": (look) =>
    [
      warningLine(missing, look),
      repeatedLine({ id: "CMP-2026-016", event: "confirm", commit: "3f2c1ab9" }, look),
      attachedLine({ path: "evidence/CMP-2026-016/photo.jpg", sha256: "0f".repeat(32) }, look),
      typoHint("judge_our", "judge_ours", look),
      refusalScreen({ title: "casetrail", findings: [], exit: 130 }, look),
      progressLine({ name: "Yunji", done: 631, total: 1057, seconds: 7.4 }, look),
      helpExamples(
        [
          ["show CMP-2026-007 --next", "…"],
          ["list 投诉", "…"],
        ],
        look.words.lang,
      ),
      helpExits(look.words.lang),
    ].join("\n"),
  drafts: (look) =>
    draftsScreen(
      [
        {
          name: "D-3",
          kind: "complaint",
          record: "CMP-2026-019",
          event: "assign_direct",
          by: "Q02",
          kept_at: NOW,
          changes: { severity: "major" },
          note: "待补",
        },
      ],
      { whole: true, kindOf },
      look,
    ),
  demo: (look) => demoScreen({ dir: "./casetrail-demo", steps: 1057 }, look),
  init: (look) => initScreen({ dir: "quality", procedure: settings.procedure }, look),
};

describe.each(Object.entries(SCREENS))("screen %s", (name, draw) => {
  it("says the same in both languages and widths as before", async () => {
    const looks = LOOKS.map(([lang, columns]) => `== ${lang} ${columns}\n${draw(page(lang, columns))}\n`);
    await expect(looks.join("\n")).toMatchFileSnapshot(`screens/${name}.txt`);
  });

  it.each(LOOKS)("fits a terminal: %s, %i columns", (lang, columns) => {
    const wide = draw(page(lang, columns))
      .split("\n")
      .filter((line) => stringWidth(line) > columns);
    expect(wide).toEqual([]);
  });

  it("leaves no blanks at line ends", () => {
    for (const [lang, columns] of LOOKS) expect(draw(page(lang, columns))).not.toMatch(/[ \t]+$/m);
  });
});
