/** Random walks through complaint, CAPA and meeting: whatever is open is taken, with values that can be. */
import { openings } from "../../src/domain/engine/openings.ts";
import { plan } from "../../src/domain/engine/plan.ts";
import type { Context, Planned, Step } from "../../src/domain/procedure/step.ts";
import type { CaseRecord, Changes, Json, Kind } from "../../src/domain/records/record.ts";
import { contextOn, type Records, recordsBefore, stepOf, timeline } from "./timeline.ts";

export const COMPLAINT = "CMP-2026-018";
export const CAPA = "CAPA-2026-011";
export const MEETING = "STD-2026-011";

/** One move of a walk: which of the open steps, which variant of the values, how many hours later. */
export interface Move {
  readonly pick: number;
  readonly variant: number;
  readonly hours: number;
}

export interface Taken {
  readonly kind: Kind;
  readonly step: Step;
  readonly before: CaseRecord | null;
  readonly planned: Planned;
}

const START = Date.parse("2026-11-23T16:40:00+08:00");
const instant = (ms: number): string => `${new Date(ms + 8 * 3600e3).toISOString().slice(0, 19)}+08:00`;

/** A complaint just registered, on the world of the example. */
export function start(): Records {
  const records = recordsBefore("none", 1);
  const line = timeline.find((one) => one.record === COMPLAINT && one.event === "register");
  if (line === undefined) throw new Error("the example has lost its complaint");
  records.delete(COMPLAINT);
  const planned = plan(contextOn(records, "complaint", COMPLAINT, line.at), stepOf(line));
  if (!planned.ok) throw new Error("the complaint of the example is refused");
  records.set(COMPLAINT, planned.plan.record);
  return records;
}

const causes: Json = [
  { kind: "occurrence", category: "method", text: "活化时间不足", method: "five_why", verified: true },
  { kind: "escape", category: "measurement", text: "未抽检", method: "five_why", verified: true },
];
const action = (no: number, at: string): Json => ({
  no,
  type: "corrective",
  text: "延长活化",
  against: 1,
  owner: "P01",
  due: at.slice(0, 10),
});

/** Values by the end of a path; each gets the time and the variant of the move. */
const VALUES: Readonly<Record<string, (at: string, variant: number) => Json>> = {
  severity: (_at, v) => ["minor", "major", "critical"][v % 3] ?? "minor",
  not_ours_reason: () => "within_spec",
  "joint_analysis.departments": () => ["quality"],
  "joint_analysis.held_at": (at) => at,
  causes: () => causes,
  cause_departments: () => ["quality"],
  responsible_departments: () => ["production"],
  capa_ids: () => [CAPA],
  "rounds[-1].countermeasure": (at) => [
    { type: "corrective", text: "延长活化", owner: "P01", due: at.slice(0, 10) },
  ],
  "rounds[-1].reply.channel": (_at, v) => ["email", "fax"][v % 2] ?? "email",
  "rounds[-1].customer_response.response": (_at, v) => ["rejected", "partial"][v % 2] ?? "partial",
  "rounds[-1].customer_response.channel": () => "phone",
  "standardisation.planned_on": (at) => at.slice(0, 10),
  "standardisation.meeting_id": () => MEETING,
  "standardisation.decisions": () => ["training"],
  remedy_given: () => [{ remedy: "none" }],
  team: () => [{ staff: "Q02", department: "quality", role: "leader" }],
  actions: (at) => [action(1, at), action(2, at)],
  prevention: () => [{ decision: "none", text: "无需标准化" }],
  "verification.result": (_at, v) => ["effective", "ineffective"][v % 2] ?? "effective",
  containment: () => [{ location: "warehouse", quantity: 10 }],
  done_at: (at) => at,
  against: () => 1,
  owner: () => "P01",
  due: (at) => at.slice(0, 10),
};

/** A value that may stand at a path. */
function valueFor(path: string, at: string, variant: number): [string, Json] {
  if (path.endsWith("contact_attempts")) return [`${path}[+]`, { channel: "phone", note: "未接" }];
  const known = VALUES[path] ?? VALUES[path.split(".").at(-1) ?? ""];
  return [path, known ? known(at, variant) : `文字 ${variant} 😀`];
}

export const filled = (missing: readonly string[], at: string, variant: number): Changes =>
  Object.fromEntries(missing.map((path) => valueFor(path, at, variant)));

/** Records that a walk may open when their time has come, and additions between the steps. */
function extras(records: Records): Omit<Step, "at">[] {
  const complaint = records.get(COMPLAINT);
  const capa = records.get(CAPA);
  const problem = {
    what: "镀层起泡",
    where: "客户处",
    when: "11-20",
    who: "检验员",
    how: "目视",
    how_many: "12",
  };
  const source = { type: "complaint", id: COMPLAINT };
  const open = { source, severity: "major", responsible_department: "production", problem };
  const found: Omit<Step, "at">[] = [];
  if (complaint?.state === "cause_analysis" && !capa)
    found.push({ record: CAPA, event: "open", by: "Q01", set: open });
  if (capa && !capa["containment"])
    found.push({
      record: CAPA,
      event: "update",
      by: "Q02",
      set: { containment: [{ location: "warehouse", action: "全检", quantity: 10 }] },
    });
  if (complaint?.state === "standardising" && !records.has(MEETING))
    found.push({ record: MEETING, event: "plan", by: "M01", set: { cases: [COMPLAINT] } });
  return [...found, { record: COMPLAINT, event: "note", by: "F01", note: "电话", set: {} }];
}

/** The meeting as it is held: everybody there, one decision. */
const held = (at: string): Changes => ({
  held_at: at,
  chair: "M01",
  attendees: [
    { staff: "M01", department: "gm_office" },
    { staff: "P01", department: "production" },
  ],
  handling_report: { [COMPLAINT]: "已处理" },
  prevention_study: { [COMPLAINT]: "培训" },
  decisions: [{ case: COMPLAINT, decision: "training", text: "培训", owner: "P01", due: at.slice(0, 10) }],
});

/** Who may take a step of these kinds, each role once. */
const ACTORS = ["S01", "S02", "Q01", "Q02", "P01", "G01", "M01", "M02"];

/** What seldom happens is seldom tried: else few walks come far. */
const RARE = [
  ...["void", "cancel", "judge_not_ours", "rejudge_not_ours", "convene", "customer_dispute", "note"],
  ...["reject", "reject_confirmation", "contact_attempt", "resend"],
];

/** Steps open to anybody now, with what they still miss filled in. */
export function candidates(records: Records, ids: readonly string[], at: string, variant: number): Step[] {
  const open = ids.flatMap((id) => {
    const record = records.get(id);
    if (record === undefined) return [];
    const context = contextOn(records, record.kind, id, at);
    return ACTORS.flatMap((by) =>
      openings(context, { by, at })
        .filter((opening) => opening.allowed)
        .map(({ step, missing }): Step => {
          const set = step.event === "hold" ? held(at) : filled(missing, at, variant);
          return { record: id, event: step.event, by, at, set: step.signers ? {} : set };
        }),
    );
  });
  const all = [...open, ...extras(records).map((step): Step => ({ ...step, at }))];
  const usual = all.filter(({ event }) => variant === 5 || !RARE.includes(event));
  return usual.length > 0 ? usual : all;
}

const kindOf = (id: string): Kind =>
  id.startsWith("CMP") ? "complaint" : id.startsWith("CAPA") ? "capa" : "standardisation_meeting";

export const contextFor = (records: Records, step: Step): Context =>
  contextOn(records, kindOf(step.record), step.record, step.at);

/** Takes the moves one after the other; a move that is refused leaves everything as it was. */
export function walk(moves: readonly Move[], records: Records, look: (taken: Taken) => void): Step[] {
  let time = START;
  const steps: Step[] = [];
  for (const { pick, variant, hours } of moves) {
    time += hours * 3600e3;
    const known = [COMPLAINT, CAPA, MEETING].filter((id) => records.has(id));
    const some = known.filter((_, i) => i === pick % known.length);
    const open = candidates(records, some, instant(time), variant);
    const step = open[Math.floor(pick / 3) % open.length];
    if (step === undefined) continue;
    const before = records.get(step.record) ?? null;
    const planned = plan(contextFor(records, step), step);
    look({ kind: kindOf(step.record), step, before, planned });
    if (!planned.ok) continue;
    records.set(step.record, planned.plan.record);
    steps.push(step);
  }
  return steps;
}
