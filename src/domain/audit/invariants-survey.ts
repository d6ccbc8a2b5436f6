/** Invariants of the satisfaction survey (INV-18, INV-19). */

import { addDays, dayOf } from "../calendar/days.ts";
import { halfYearOf, parsePeriod } from "../calendar/periods.ts";
import { listAt, textAt } from "../cases/case-shapes.ts";
import { uncoveredIn } from "../cases/survey-shapes.ts";
import type { CaseRecord, Day, Id } from "../records/record.ts";
import { checkNames } from "../words/check-names.ts";
import { type Finding, finding } from "../words/findings.ts";
import { type Breach, type Check, type CheckInput, forEach } from "./check.ts";

/** Half-years from one day to another, both ends included. */
function halfYears(from: Day, to: Day): string[] {
  const found: string[] = [];
  for (let day = from; day <= to; ) {
    const half = halfYearOf(day);
    found.push(half);
    day = addDays(parsePeriod(half)?.to ?? to, 1);
  }
  return found;
}

/** Day of the first step in the repository. */
function goLive(records: readonly CaseRecord[]): Day | undefined {
  const first = records.flatMap((record) => record.history[0]?.at ?? []).map((at) => dayOf(at));
  return first.toSorted()[0];
}

/**
 * Half-years that must have had their wave: over by now, and begun on or after the first step of the repository.
 * The half-year in which the company went live may have been surveyed on paper.
 */
function due(all: CheckInput): string[] {
  const start = goLive(all.records);
  const today = dayOf(all.now);
  if (start === undefined) return [];
  return halfYears(start, today).filter((half) => {
    const period = parsePeriod(half);
    return period !== null && period.from >= start && period.to < today;
  });
}

const CLAUSE = "R-4.11.1-01";

function wavesOfHalfYears(all: CheckInput): Finding[] {
  const waves = all.records.filter((record) => record.kind === "survey_wave");
  const of = (half: string): CaseRecord[] => waves.filter((wave) => wave["half_year"] === half);
  const told = (detail: string, values: Record<string, string | string[]>, record?: Id): Finding =>
    finding(
      "INV-18",
      { kind: "survey_wave", detail, values },
      { clause: CLAUSE, ...(record === undefined ? {} : { record }) },
    );
  const halves = [...new Set(waves.map((wave) => String(wave["half_year"])))];
  const missing = due(all).filter((half) => !of(half).some((wave) => textAt(wave, "sent_at") !== undefined));
  const several = halves.filter((half) => of(half).length > 1);
  const outside = waves.flatMap((wave) => {
    const sent = textAt(wave, "sent_at");
    const half = String(wave["half_year"]);
    return sent === undefined || halfYearOf(dayOf(sent)) === half
      ? []
      : [told("outside", { sent: dayOf(sent), half_year: half }, wave.id)];
  });
  return [
    ...missing.map((half) => told("missing", { half_year: half })),
    ...several.map((half) =>
      told("several", { half_year: half, waves: of(half).map((wave) => wave.id) }, of(half).at(-1)?.id),
    ),
    ...outside,
  ];
}

const ANALYSED = ["analysed", "reported", "archived"];

/** Until the analysis is submitted the CAPAs may still be on their way (clock `survey_capa`): a warning. */
function belowLimitUncovered(wave: CaseRecord, all: CheckInput): Breach[] {
  if (!ANALYSED.includes(wave.state)) return [];
  const path = "analysis.capa_ids";
  const astray = listAt<Id>(wave, path).filter((id) => {
    const capa = all.facts.record(id) ?? null;
    return (
      capa !== null && (textAt(capa, "source.type") !== "survey" || textAt(capa, "source.id") !== wave.id)
    );
  });
  const level = wave.state === "analysed" ? { level: "warning" as const } : {};
  return [
    ...uncoveredIn(all.facts, wave).map(({ what, key }) => ({
      detail: "uncovered",
      path,
      values: { what, key },
      ...level,
    })),
    ...astray.map((capa) => ({ detail: "source", path, values: { capa } })),
  ];
}

export const surveyChecks = {
  "INV-18": {
    level: "error",
    ...checkNames["INV-18"],
    clause: CLAUSE,
    run: wavesOfHalfYears,
  },
  "INV-19": forEach("INV-19", ["survey_wave"], belowLimitUncovered, { clause: "R-4.11.2-05" }),
} satisfies Record<string, Check>;
