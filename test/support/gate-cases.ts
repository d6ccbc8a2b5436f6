/** Tables for gates: each line is one branch, told as a sentence, with the findings it gives in short. */
import { expect, it } from "vitest";
import { gates } from "../../src/domain/gates/gates.ts";
import type { Gate, GateInput } from "../../src/domain/procedure/gate.ts";
import type { People } from "../../src/domain/procedure/step.ts";
import { inputOf, short, type Told } from "./case-builders.ts";

export interface Case extends Told {
  readonly name: string;
  readonly by?: string;
  readonly note?: string;
  readonly found: readonly string[];
}

/** A gate by its name; unknown names are a mistake of the test. */
export function gateNamed(name: string): Gate {
  const gate = gates[name];
  if (!gate) throw new Error(`no gate ${name}`);
  return gate;
}

const input = (told: Case): GateInput => ({
  ...inputOf(told),
  ...(told.by === undefined ? {} : { by: told.by }),
  ...(told.note === undefined ? {} : { note: told.note }),
});

/** One test a line: the gate gives exactly these findings, in the language of codes and paths. */
export function judges(name: string, cases: readonly Case[]): void {
  it.each(cases.map((told): [string, Case] => [told.name, told]))(`${name}: %s`, (_name, told) => {
    expect(short(gateNamed(name)(input(told)))).toEqual(told.found);
  });
}

/** Levels of the findings that a gate gives. */
export const levelsOf = (name: string, told: Case): string[] =>
  gateNamed(name)(input(told)).map((found) => found.level);

/** A person with one role, for `people`. */
export const person = (id: string, department: string, ...roles: string[]): People[number] => ({
  id,
  name: id,
  email: `${id}@example.test`,
  department,
  roles: roles.map((role) => ({ role, department })),
});
