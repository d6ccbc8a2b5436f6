/**
 * The commit as a message to the auditor: subject and trailers, composed and parsed here and nowhere else,
 * so that `log` and `audit` read exactly what a step wrote (cli.md, "The commit"; store.md 8).
 */
import type { Id, Instant, PersonId } from "./record.ts";

/** What one commit says about one record; a commit that touches several repeats the block. */
export interface TrailStep {
  readonly record: Id;
  readonly event: string;
  /** null at creation, written `-`. */
  readonly from: string | null;
  readonly to: string;
  /** The event a co-signature belongs to. */
  readonly for?: string;
}

/** What everything in the commit has in common. */
interface Common {
  readonly actor: PersonId;
  readonly role: string;
  readonly at: Instant;
  readonly clauses: readonly string[];
  /** `HK-QP-06 A/0` */
  readonly procedure: string;
}

/** A step of the procedure: one block a record (two for links, many for an import). */
export interface CaseTrail extends Common {
  readonly steps: readonly [TrailStep, ...TrailStep[]];
}

/** A change beside the records: people, settings, calendars, the procedure (store.md 9). */
export interface PlainTrail extends Common {
  readonly event: string;
  /** One line for the subject: what was changed. */
  readonly about: string;
}

export type Trail = CaseTrail | PlainTrail;

export const isCaseTrail = (trail: Trail): trail is CaseTrail => "steps" in trail;

/**
 * Writes the commit message.
 * @returns subject, blank line, trailers, final line break
 */
export function composeTrail(trail: Trail): string {
  const blocks = isCaseTrail(trail) ? trail.steps.flatMap(stepLines) : [`Event: ${trail.event}`];
  const clauses = trail.clauses.length > 0 ? [`Clause: ${trail.clauses.join(" ")}`] : [];
  const common = [
    `Actor: ${trail.actor}`,
    `Role: ${trail.role}`,
    `At: ${trail.at}`,
    ...clauses,
    `Procedure: ${trail.procedure}`,
  ];
  return `${subject(trail)}\n\n${[...blocks, ...common].join("\n")}\n`;
}

function stepLines(step: TrailStep): string[] {
  const lines = [
    `Case: ${step.record}`,
    `Event: ${step.event}`,
    `From: ${step.from ?? "-"}`,
    `To: ${step.to}`,
  ];
  return step.for === undefined ? lines : [...lines, `For: ${step.for}`];
}

function subject(trail: Trail): string {
  if (!isCaseTrail(trail)) return `${trail.event}: ${oneLine(trail.about)}`;
  const [first, ...others] = trail.steps;
  const last = others.at(-1);
  if (last === undefined) return `${first.record}: ${first.event} ${move(first)}`;
  const records =
    others.length === 1
      ? `${first.record} ${last.record}`
      : `${first.record} … ${last.record} (${trail.steps.length})`;
  return `${records}: ${first.event}`;
}

function move(step: TrailStep): string {
  if (step.from === null) return `(→ ${step.to})`;
  return step.from === step.to ? `(${step.to})` : `(${step.from} → ${step.to})`;
}

/** A subject is one line without control characters, whatever was typed into it. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp} ]+/gu, " ").trim();

/**
 * Reads a commit message.
 * @returns the trail, or null when the message was not written by a step
 *   (something is missing, stands twice, in another order, or the subject says something else)
 */
export function parseTrail(message: string): Trail | null {
  const parts = /^([^\n]*)\n\n((?:[A-Z][a-z]*: [^\n]*\n)+)$/.exec(message);
  const lines = parts?.[2]?.trimEnd().split("\n").map(splitLine) ?? [];
  const trail = readTrail(parts?.[1] ?? "", lines);
  return trail && composeTrail(trail) === message ? trail : null;
}

type Line = readonly [key: string, value: string];
const splitLine = (line: string): Line => {
  const colon = line.indexOf(": ");
  return [line.slice(0, colon), line.slice(colon + 2)];
};

function readTrail(firstLine: string, lines: readonly Line[]): Trail | null {
  const common = readCommon(lines);
  const event = lines.find(([key]) => key === "Event")?.[1];
  if (common === null || event === undefined) return null;
  const [first, ...others] = readSteps(lines);
  if (first !== undefined) return { steps: [first, ...others], ...common };
  return firstLine.startsWith(`${event}: `)
    ? { event, about: firstLine.slice(event.length + 2), ...common }
    : null;
}

function readCommon(lines: readonly Line[]): Common | null {
  const {
    Actor: actor,
    Role: role,
    At: at,
    Clause: clauses,
    Procedure: procedure,
  } = Object.fromEntries(lines);
  if (actor === undefined || role === undefined || at === undefined || procedure === undefined) return null;
  return { actor, role, at, clauses: clauses === undefined ? [] : clauses.split(" "), procedure };
}

function readSteps(lines: readonly Line[]): TrailStep[] {
  return lines.flatMap(([key], i) => (key === "Case" ? [readStep(lines.slice(i, i + 5))] : []));
}

/** One block; what is missing in it shows when the trail is composed again. */
function readStep(block: readonly Line[]): TrailStep {
  const [record, event, from, to, last] = block;
  const step = { record: record?.[1] ?? "", event: event?.[1] ?? "", to: to?.[1] ?? "" };
  const left = from?.[1] === "-" ? null : (from?.[1] ?? null);
  return last?.[0] === "For" ? { ...step, from: left, for: last[1] } : { ...step, from: left };
}
