/** From a path to the field it names: type, label, the leaves below it. */
import type { Field, KindModel } from "./model.ts";
import { near } from "./nearest.ts";
import { isKey, type Path, parsePath, printPath } from "./paths.ts";
import type { Label } from "./record.ts";

/** A field and where it stands. */
export interface Placed {
  readonly path: string;
  readonly field: Field;
}

/**
 * The field at a path of a kind; `[2]`, `[-1]`, `[+]` and `[]` all stand for an item of the list.
 * @returns undefined when the kind has no such field, or the text is no path
 */
export function fieldAt(kind: KindModel, path: string): Field | undefined {
  const parts = parsePath(path);
  return parts === null ? undefined : descend(root(kind), parts);
}

/**
 * The labels of every named part of a path, outermost first: `rounds[-1].reply.channel` → 回合, 回复客户, 方式.
 * A part without label (the key of a map, an unknown field) stands as it is typed.
 */
export function labelChain(kind: KindModel, path: string): Label[] {
  let field: Field | undefined = root(kind);
  const labels: Label[] = [];
  for (const part of parsePath(path) ?? []) {
    field = field === undefined ? undefined : child(field, part);
    if (isKey(part)) labels.push(field?.label ?? { zh: part, en: part });
  }
  return labels;
}

/**
 * The leaves below a field in the order of the form: what can be asked one by one.
 * Objects are opened; a list, a map and everything simple is a leaf.
 */
export function leaves(field: Field, path: string): Placed[] {
  if (field.type !== "object" || field.properties === undefined) return [{ path, field }];
  return Object.entries(field.properties).flatMap(([key, inner]) => leaves(inner, join(path, key)));
}

/** A key or path below another one: `rounds[-1]` and `reply.channel`, `rounds` and `[-1]`. */
export function join(path: string, below: string): string {
  return path === "" || below.startsWith("[") ? `${path}${below}` : `${path}.${below}`;
}

/**
 * The paths that a path without field most likely stood for: the same with its first unknown key put right,
 * else the fields of that name elsewhere (`channel` → `rounds[].reply.channel`).
 */
export function nearPaths(kind: KindModel, path: string): string[] {
  const parts = parsePath(path) ?? [];
  const broken = parts.findIndex((_, i) => descend(root(kind), parts.slice(0, i + 1)) === undefined);
  const key = parts[broken];
  if (key === undefined || !isKey(key)) return [];
  const before = parts.slice(0, broken);
  const siblings = Object.keys(descend(root(kind), before)?.properties ?? {});
  const mended = near(key, siblings).map((sibling) =>
    printPath([...before, sibling, ...parts.slice(broken + 1)]),
  );
  const known = mended.filter((candidate) => fieldAt(kind, candidate) !== undefined);
  return known.length > 0 ? known : elsewhere(kind, parts);
}

function elsewhere(kind: KindModel, parts: Path): string[] {
  const last = parts.findLast(isKey);
  const paths = Object.entries(kind.fields).flatMap(([key, field]) => below(key, field));
  return paths.filter((path) => parsePath(path)?.at(-1) === last).slice(0, 3);
}

function below(path: string, field: Field): string[] {
  const inner = Object.entries(field.properties ?? {}).flatMap(([key, child]) =>
    below(`${path}.${key}`, child),
  );
  const items = field.items === undefined ? [] : below(`${path}[]`, field.items);
  return [path, ...inner, ...items];
}

const root = (kind: KindModel): Field => ({ type: "object", properties: kind.fields });

function descend(field: Field, parts: Path): Field | undefined {
  let found: Field | undefined = field;
  for (const part of parts) found = found === undefined ? undefined : child(found, part);
  return found;
}

function child(field: Field, part: Path[number]): Field | undefined {
  if (field.type === "any") return field;
  if (!isKey(part)) return field.type === "list" ? field.items : undefined;
  if (field.type === "map") return field.items ?? { type: "any" };
  const properties = field.properties ?? {};
  return Object.hasOwn(properties, part) ? properties[part] : undefined;
}
