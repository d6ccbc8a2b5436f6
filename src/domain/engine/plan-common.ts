/** The steps every kind has, planned: update, correct, attach, link, unlink, note (engine.md 4). */
import { dayOf } from "../calendar/workdays.ts";
import { unknownReferences } from "../gates/references.ts";
import type { Held } from "../procedure/actor.ts";
import { same } from "../procedure/computing.ts";
import type { Planned } from "../procedure/step.ts";
import type { CaseRecord } from "../records/record.ts";
import { type Finding, finding } from "../words/findings.ts";
import { authorsChanged } from "./authors.ts";
import {
  authoriseAny,
  authoriseFields,
  changesOf,
  checkCorrection,
  checkUpdate,
  engineOwned,
  type Filler,
  ownedByCommon,
} from "./common-steps.ts";
import { draftOf } from "./drafting.ts";
import { listChanges } from "./lists.ts";
import { type Assignment, assign } from "./ownership.ts";
import { brokenBy } from "./standing.ts";
import { finish, type Taking } from "./taking.ts";
import type { Draft } from "./writing.ts";

/** Plans a common step; who may take it depends on the fields it writes. */
export function planCommon(taking: Taking): Planned {
  const { context, step, model } = taking;
  const record = context.record;
  if (!record || model.event === "cosign") return { ok: false, findings: [neverTyped(taking)] };
  const owned =
    model.event === "correct" ? Object.keys(step.set) : ownedByCommon(model, context.kind.workflow, record);
  const { assignments } = assign(
    { workflow: context.kind.workflow, event: model.event, owned, record },
    step.set,
  );
  const untouchable = model.event === "correct" ? engineOwned(context.kind, assignments) : [];
  if (untouchable.length > 0) return { ok: false, findings: untouchable };
  const may = authorise(taking, record, assignments);
  if ("findings" in may) return { ok: false, findings: may.findings };
  const draft = draftOf({ ...taking, held: may.held }, owned);
  const unknown = unknownReferences(context, draft.record, draft.written);
  const findings = [
    ...draft.findings,
    ...check(taking, record, assignments),
    ...unknown,
    ...overwritten(taking, record, draft),
    ...unmoved(taking, record, draft),
  ];
  const corrected = model.event === "correct" ? { changes: changesOf(record, assignments) } : {};
  const ending = {
    record: draft.record,
    findings,
    event: model.event,
    transition: model.event,
    ...corrected,
  };
  return finish({ ...taking, held: may.held }, ending);
}

const neverTyped = (taking: Taking): Finding =>
  finding("cosign-never-typed", { kind: taking.context.kind.workflow.kind }, {});

function authorise(
  taking: Taking,
  record: CaseRecord,
  set: readonly Assignment[],
): { held: Held } | { findings: Finding[] } {
  const { context, step, model } = taking;
  const base = {
    people: context.people,
    kind: context.kind,
    record,
    by: step.by,
    day: dayOf(context.now),
    event: model.event,
  };
  const filler: Filler = step.role === undefined ? base : { ...base, role: step.role };
  if (model.event === "update" || model.event === "correct") {
    return set.length > 0
      ? authoriseFields(
          filler,
          set.map(([path]) => path),
        )
      : authoriseAny(filler, null);
  }
  const linking = model.event === "link" || model.event === "unlink";
  return authoriseAny(filler, linking ? context.kind.workflow.steps.flatMap((s) => s.roles) : null);
}

/** Values that change nothing make no step: the history tells what happened. Of a link that is not there, `listChanges` speaks. */
function unmoved({ step }: Taking, before: CaseRecord, draft: Draft): Finding[] {
  if (step.event === "unlink") return [];
  const given = Object.keys(step.set).length > 0 && draft.findings.length === 0;
  return given && same(before, draft.record) ? [finding("nothing-to-write", { paths: [] })] : [];
}

/** What an addition or a correction may not undo. */
function overwritten(taking: Taking, before: CaseRecord, draft: Draft): Finding[] {
  const { event } = taking.model;
  const { kind } = taking.context;
  if (event === "update") return brokenBy(taking, before, draft);
  if (event === "correct")
    return [...authorsChanged(kind, before, draft), ...brokenBy(taking, before, draft)];
  return listChanges(taking.context, event, before, draft.record);
}

function check(taking: Taking, record: CaseRecord, set: readonly Assignment[]): Finding[] {
  const { context, step, model } = taking;
  const { kind } = context;
  const told =
    step.note === undefined ? [finding("note-missing", { event: model.event }, { path: "note" })] : [];
  if (model.event === "update") return checkUpdate(kind.workflow, record, Object.keys(step.set));
  if (model.event === "correct") return [...told, ...checkCorrection(kind, record, set)];
  if (model.event === "note") return told;
  return set.length === 0
    ? [finding("nothing-to-write", { paths: ownedByCommon(model, kind.workflow, record) })]
    : [];
}
