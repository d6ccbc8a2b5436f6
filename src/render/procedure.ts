/** The procedure in force: all kinds, or one with its states, steps, deadlines and clauses. */

import type { Settings } from "../domain/procedure/step.ts";
import type { Deadline, KindModel, SharedModel, State, Step } from "../domain/records/model.ts";
import { KINDS } from "../domain/records/record.ts";
import type { Finding } from "../domain/words/findings.ts";
import { columns } from "./columns.ts";
import { short } from "./labels.ts";
import { clauseText } from "./messages.ts";
import { gateLabel } from "./messages-gates.ts";
import { procedureWords } from "./messages-procedure.ts";
import { blank, bold, dim, edge, type Line, type Page, print, spread, toned } from "./page.ts";
import { type Models, reason } from "./reasons.ts";
import { pad, widthOf, wrap } from "./text.ts";

/**
 * `procedure show`: the edition, the kinds of records, the deadlines.
 * @returns the screen, without a line feed at the end
 */
export function procedureScreen(settings: Settings, models: Models, page: Page): string {
  const say = procedureWords[page.words.lang];
  const { no, version, issued } = settings.procedure;
  const rows = KINDS.map((kind): Line => {
    const workflow = models.kindOf(kind)?.workflow;
    const size = workflow ? say.size(workflow.states.length, workflow.steps.length) : "";
    return [bold(kind), page.words.kind(kind), numberForm(kind, models.shared), dim(size)];
  });
  const deadlines = Object.values(models.shared.deadlines).map((deadline) => deadlineRow(deadline, page));
  return print(
    [
      ...spread([bold(say.inForce(no, version))], [dim(issued ?? "")], edge(page)),
      blank,
      [bold(say.kinds)],
      ...columns(rows, page, { indent: 2, flexible: [1] }),
      blank,
      [bold(say.deadlines)],
      ...columns(deadlines, page, { indent: 2, flexible: [0] }),
      blank,
      ...spread([dim(say.more)], ["casetrail procedure show complaint"], edge(page)),
    ],
    page,
  );
}

/** `CMP-2026-007` as a pattern: prefix, period, digits. */
function numberForm(kind: string, shared: SharedModel): string {
  const number = (shared.kinds as SharedModel["kinds"] & Record<string, SharedModel["kinds"]["order"]>)[kind]
    ?.number;
  if (!number) return "";
  const period = { none: "", year: "-YYYY", half_year: "-YYYYHn", wave: "-YYYYHn", month: "-YYYY-MM" }[
    number.by
  ];
  return `${number.prefix}${period}${number.by === "half_year" ? "" : `-${"n".repeat(number.width)}`}`;
}

function deadlineRow(deadline: Deadline, page: Page): Line {
  const say = procedureWords[page.words.lang];
  const origin = deadline.guideline ? dim(say.guideline) : toned("bold", say.procedure);
  return [deadline[page.words.lang], lengthText(deadline, page), origin, dim(clauseText(deadline.clause))];
}

function lengthText({ length, unit }: Deadline, page: Page): string {
  const say = procedureWords[page.words.lang];
  if (length === null || unit === "date") return say.ownDate;
  return length === 0 ? say.sameDay : say.length(length, say.units[unit]);
}

/**
 * `procedure show KIND`: states, then each step with who, what it needs, conditions, papers and clauses, then the deadlines.
 * @returns the screen, without a line feed at the end
 */
export function kindScreen(kind: KindModel, shared: SharedModel, page: Page): string {
  const say = procedureWords[page.words.lang];
  const { workflow } = kind;
  const facts = [
    `${say.number} ${numberForm(workflow.kind, shared)}`,
    `${say.folder} records/${workflow.folder}/`,
  ];
  return print(
    [
      ...spread([bold(workflow.kind), ` ${workflow[page.words.lang]}`], [dim(facts.join(" · "))], edge(page)),
      blank,
      [bold(say.states)],
      ...columns(
        workflow.states.map((state) => stateRow(state, kind, page)),
        page,
        { indent: 2, hint: true },
      ),
      blank,
      [bold(say.steps)],
      ...workflow.steps.flatMap((step) => stepLines(step, kind, page)),
      ...anytime(kind, page),
      ...commonSteps(shared, page),
      ...deadlineLines(kind, shared, page),
    ],
    page,
  );
}

function stateRow(state: State, kind: KindModel, page: Page): Line {
  const say = procedureWords[page.words.lang];
  const waits = (state.waits ?? []).map((event) => page.words.event(kind.workflow.kind, event));
  const remark = state.final ? say.final : waits.length > 0 ? `${say.waits} ${page.words.list(waits)}` : "";
  return [state.id, state[page.words.lang], dim(remark)];
}

function stepLines(step: Step, kind: KindModel, page: Page): Line[] {
  const head: Line = ["  ", dim(pad(step.id, 8)), " ", bold(step.event), ` ${step[page.words.lang]}`];
  const fields = (paths: readonly string[]): string =>
    page.words.list(paths.map((path) => page.words.field(kind.workflow.kind, path)));
  const say = procedureWords[page.words.lang];
  const facts: readonly (readonly [string, string])[] = [
    [say.roles, page.words.list(step.roles.map((role) => page.words.role(role)))],
    [say.needs, fields(step.needs)],
    [say.may, fields(step.may)],
    [say.gates, step.gates.map((gate) => gateLabel(gate, page.words.lang)).join(say.and)],
    [say.documents, page.words.list(step.documents.map((key) => page.words.value("document", key)))],
    [say.notify, page.words.list(step.notify.map((key) => page.words.department(key)))],
    [say.clauses, clauseText(step.clauses.join(" "))],
  ];
  const width = Math.max(...facts.map(([label]) => widthOf(label)));
  return [
    ...spread(head, [movement(step, kind, page)], edge(page)),
    ...facts.flatMap((fact) => factLines(fact, width, page)),
  ];
}

function factLines([label, text]: readonly [string, string], width: number, page: Page): Line[] {
  if (text === "") return [];
  const lines = wrap(text, Math.max(20, edge(page) - 14 - width));
  return lines.map((line, i): Line => ["           ", dim(pad(i === 0 ? label : "", width)), "  ", line]);
}

function movement(step: Step, kind: KindModel, page: Page): string {
  const say = procedureWords[page.words.lang];
  const state = (id: string): string => page.words.state(kind.workflow.kind, id);
  if (step.to === "=") return say.stays;
  const to = step.to === "@prev" ? say.back : state(step.to);
  return `${step.from.length === 0 ? say.start : page.words.list(step.from.map(state))} → ${to}`;
}

function anytime(kind: KindModel, page: Page): Line[] {
  const { anytime: paths, kind: name } = kind.workflow;
  if (paths.length === 0) return [];
  const text = page.words.list(paths.map((path) => page.words.field(name, path)));
  return [
    blank,
    [bold(procedureWords[page.words.lang].anytime)],
    ...wrap(text, edge(page) - 2).map((line): Line => ["  ", line]),
  ];
}

function commonSteps(shared: SharedModel, page: Page): Line[] {
  const text = shared.common
    .map((step) => `${step.event} ${short(step[page.words.lang], page.words.lang)}`)
    .join(" · ");
  return [
    blank,
    [bold(procedureWords[page.words.lang].commonSteps)],
    ...wrap(text, edge(page) - 2).map((line): Line => ["  ", line]),
  ];
}

function deadlineLines(kind: KindModel, shared: SharedModel, page: Page): Line[] {
  const say = procedureWords[page.words.lang];
  const own = new Set(kind.workflow.steps.map((step) => step.id));
  const rows = Object.values(shared.deadlines)
    .filter((deadline) => [...deadline.starts, ...deadline.ends].some((id) => own.has(id)))
    .map((deadline): Line => {
      const ids = (list: readonly string[]): string => list.filter((id) => own.has(id)).join(" ");
      return [
        ...deadlineRow(deadline, page),
        dim(`${say.starts} ${ids(deadline.starts) || "–"} ${say.ends} ${ids(deadline.ends) || "–"}`),
      ];
    });
  return rows.length === 0
    ? []
    : [blank, [bold(say.deadlines)], ...columns(rows, page, { indent: 2, hint: true })];
}

/**
 * `procedure check`: the faults, or one sentence that there are none.
 * @param counts what was looked at
 */
export function procedureCheckScreen(
  findings: readonly Finding[],
  counts: { kinds: number; states: number; steps: number; gates: number },
  page: Page,
): string {
  const say = procedureWords[page.words.lang];
  if (findings.length === 0) return print([[toned("done", "✓"), " ", say.sound(counts)]], page);
  const lines = findings.flatMap((found) => reason(found, toned("late", "✗"), page));
  return print([...lines, [bold(say.unsound(findings.length))]], page);
}
