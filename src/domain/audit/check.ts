/** What a check of `casetrail check` is: a named invariant over all records (specification 3.13). */
import type { Calendar } from "../calendar/workdays.ts";
import type { Facts, People, Settings } from "../procedure/step.ts";
import type { KindModel, SharedModel } from "../records/model.ts";
import type { CaseRecord, Instant, Kind } from "../records/record.ts";
import type { Broken } from "../words/broken.ts";
import { type CheckId, checkNames } from "../words/check-names.ts";
import { type Finding, finding, type Where } from "../words/findings.ts";
import type { Level } from "../words/words.ts";

export interface CheckInput {
  readonly records: readonly CaseRecord[];
  readonly facts: Facts;
  readonly shared: SharedModel;
  readonly kinds: (kind: Kind) => KindModel;
  readonly people: People;
  readonly settings: Settings;
  readonly calendar: Calendar;
  readonly now: Instant;
  /** The stored file under a path of `attachments`; undefined where there is none. */
  readonly attachment: (path: string) => { readonly sha256: string } | undefined;
}

export interface Check {
  readonly level: Level;
  readonly zh: string;
  readonly en: string;
  /** Clause or requirement that it guards; the id of the check where the source has none. */
  readonly clause: string;
  readonly run: (all: CheckInput) => Finding[];
}

/** A rule that one record breaks. */
export interface Breach {
  readonly detail: string;
  readonly values?: Broken["values"];
  readonly path?: string;
  readonly level?: Level;
  /** Where it is another than that of the check. */
  readonly clause?: string;
}

/** Makes a breach of a record a finding with the id of the check as its code. */
export function breachOf(id: CheckId, clause: string, record: CaseRecord, breach: Breach): Finding {
  const params = { kind: record.kind, detail: breach.detail, values: breach.values ?? {} };
  const where: Where = { record: record.id, clause: breach.clause ?? clause };
  const path = breach.path === undefined ? {} : { path: breach.path };
  const level = breach.level === undefined ? {} : { level: breach.level };
  return finding(id, params, { ...where, ...path, ...level });
}

type Judge = (record: CaseRecord, all: CheckInput) => readonly Breach[];

/** What a check is beside its name: an error, and guarding the id of its own, unless said. */
interface Rule {
  readonly clause?: string;
  readonly level?: Level;
}

/** A check that looks at each record of some kinds by itself. */
export function forEach(id: CheckId, kinds: readonly Kind[] | "all", judge: Judge, rule: Rule = {}): Check {
  const clause = rule.clause ?? id;
  const concerns = (record: CaseRecord): boolean => kinds === "all" || kinds.includes(record.kind);
  return {
    ...checkNames[id],
    level: rule.level ?? "error",
    clause,
    run: (all) =>
      all.records
        .filter(concerns)
        .flatMap((record) => judge(record, all).map((breach) => breachOf(id, clause, record, breach))),
  };
}
