/** What the engine writes in orders: form numbers, class, revision, the production notice (5.7–5.9). */

import { RECEIVERS } from "../cases/amendment-changes.ts";
import {
  type Compute,
  type ComputeInput,
  fill,
  fillAll,
  fillEmpty,
  isWritten,
  unchanged,
} from "../procedure/computing.ts";
import { getAt, isFilled, setAt } from "../records/paths.ts";
import type { Json } from "../records/record.ts";

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf(".")));

/** The embedded form has been started: its object stands, or this very step asks for the number. */
function isStarted(input: ComputeInput, path: string): boolean {
  const parent = parentOf(path);
  return input.step.needs.includes(path) || (parent !== "" && isFilled(input.record, parent));
}

/** A form number repeats the counter of its record: ORD-2026-0012 → REV-2026-0012 (specification 2.1.1). */
export const formNumber = (prefix: string, id: string): string =>
  `${prefix.replace(/-$/, "")}-${id.slice(id.indexOf("-") + 1)}`;

/** Numbers of the forms that the record holds; a given one is checked. */
export const formNumbers: Compute = (input) => {
  const forms = Object.entries(input.context.kind.workflow.form_numbers ?? {});
  const started = forms.filter(([path]) => isStarted(input, path));
  return fillAll(
    input,
    Object.fromEntries(started.map(([path, prefix]) => [path, formNumber(prefix, input.record.id)])),
  );
};

/** A new order has revision 0, an amended one the next (ORD-13). */
export const orderRevision: Compute = (input) =>
  fill(input, "revision", input.before === null ? 0 : Number(input.before["revision"] ?? 0) + 1);

/** Special if the process is complex or the material special; else as given, routine where nothing is (ORD-02). */
export const orderClass: Compute = (input) => {
  const answers = ["complex_process.value", "special_material.value"].map((path) =>
    getAt(input.record, path),
  );
  if (answers.includes(true)) return fill(input, "order_class", "special");
  if (answers.some((value) => value !== false)) return unchanged(input);
  const given = getAt(input.record, "order_class");
  return fill(input, "order_class", given === "sample" ? "sample" : "routine");
};

const isIssued = (input: ComputeInput): boolean =>
  isFilled(input.record, "production_notice") || input.step.needs.includes("production_notice.lines");

/** The production notice carries the revision of the order it was issued for; re-issued with each (ORD-11, ORD-13). */
export const noticeRevision: Compute = (input) =>
  isIssued(input)
    ? fill(input, "production_notice.revision", Number(input.record["revision"] ?? 0))
    : unchanged(input);

type Line = { [key: string]: Json };

/** A line of the notice says what the order line says; what only the notice knows (finish) stays. */
function noticeLine(line: Line, old: Line | undefined): Line {
  const copied = ["part_no", "product_name", "drawing_rev", "material", "quantity", "unit"];
  const taken = copied.flatMap((key): [string, Json][] =>
    line[key] === undefined ? [] : [[key, line[key]]],
  );
  const due = line["delivery_date"];
  return { ...old, ...Object.fromEntries(taken), ...(due === undefined ? {} : { due }) };
}

/** Lines of the notice from the order's, unless given. */
export const noticeLines: Compute = (input) => {
  const { record } = input;
  const given = isWritten(input, "production_notice.lines") && isFilled(record, "production_notice.lines");
  if (given || !isIssued(input)) return unchanged(input);
  const lines = (getAt(record, "lines") as Line[] | undefined) ?? [];
  const old = (getAt(record, "production_notice.lines") as Line[] | undefined) ?? [];
  const made = lines.map((line, i) => noticeLine(line, old[i]));
  return { record: setAt(record, "production_notice.lines", made) ?? record };
};

/** The five departments that always get the notice (5.9), unless receivers were given. */
export const noticeReceivers: Compute = (input) => ({
  record: fillEmpty(
    input.record,
    "production_notice.receivers",
    RECEIVERS.map((department) => ({ department })),
  ),
});

/** Where an order comes back to: remembered when it is opened for amending, forgotten when that is over. */
export const stateBeforeAmending: Compute = (input) => {
  if (input.step.to === "amending") return fill(input, "state_before_amending", input.before?.state ?? null);
  return { record: setAt(input.record, "state_before_amending", null) ?? input.record };
};
