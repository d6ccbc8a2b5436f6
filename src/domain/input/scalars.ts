/** One value that is no list and no group, read from text by the type of its field. */

import { numberForm, parseId } from "../procedure/number.ts";
import type { Field } from "../records/model.ts";
import { folded, near } from "../records/nearest.ts";
import type { Kind, Label } from "../records/record.ts";
import { dayMeant, dayProblem, readTime } from "../records/times.ts";
import { type Place, type Read, wrong } from "./reading.ts";

type Reader = (text: string, field: Field, place: Place) => Read;

// Control characters and bidirectional overrides: a record must not carry what a screen would obey (line feed and tab are text).
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const FULL_WIDTH = /[\uff01-\uff5e\u3000]/;
const TRUE = new Set(["true", "yes", "y", "是", "对"]);
const FALSE = new Set(["false", "no", "n", "否", "不"]);
const STAFF = /^[A-Za-z][A-Za-z0-9_-]{0,31}$/;
const MONEY =
  /^(?:(?<before>[A-Za-z]{3})\s*)?(?<amount>\d{1,15}(?:\.\d{1,6})?)(?:\s*(?<after>[A-Za-z]{3}))?$/;

/**
 * Reads a simple value.
 * @param text what was typed; blanks around it count only in texts
 */
export function readLeaf(field: Field, text: string, place: Place): Read {
  const reader = READERS[field.type];
  return reader === undefined ? readText(text, field, place) : reader(text.trim(), field, place);
}

/** Is it a sum of money: amount and currency, nothing else? */
export function isMoney(field: Field): boolean {
  const keys = Object.keys(field.properties ?? {});
  return keys.length === 2 && keys.includes("amount") && keys.includes("currency");
}

/** `1800 CNY`, `CNY 1800`. */
export function readMoney(text: string, place: Place): Read {
  const { before, amount, after } = MONEY.exec(text)?.groups ?? {};
  const currency = before ?? after;
  if (amount === undefined || currency === undefined || (before !== undefined && after !== undefined)) {
    return halfWidth(text, place) ?? wrong("money-form", { value: text }, place);
  }
  return { value: { amount: Number(amount), currency: currency.toUpperCase() } };
}

const readText: Reader = (text, field, place) => {
  const lines = text.replaceAll("\r\n", "\n");
  if (field.type === "string" && lines.includes("\n")) return wrong("text-one-line", {}, place);
  return CONTROL.test(lines) ? wrong("value-control", {}, place) : { value: lines };
};

const readEnum: Reader = (text, field, place) => {
  const labels = place.reading.shared.enums[field.enum ?? ""] ?? {};
  const key = keyOf(text, labels);
  if (key !== undefined) return { value: key };
  const byLabel = Object.fromEntries(
    Object.entries(labels).flatMap(([k, label]) => wordsFor(k, label).map((word) => [word, k])),
  );
  const meant = near(text, Object.keys(byLabel)).flatMap((word) => byLabel[word] ?? []);
  const params = {
    value: text,
    enum: field.enum ?? "",
    keys: Object.keys(labels),
    near: [...new Set(meant)],
  };
  return wrong("enum-unknown", params, place);
};

/** The key that a text stands for: the key itself, a label, or a label without what it adds in brackets (严重, Critical). */
export function keyOf(text: string, labels: Readonly<Record<string, Label>>): string | undefined {
  if (Object.hasOwn(labels, text)) return text;
  const typed = folded(text);
  const keys = Object.entries(labels).filter(([key, label]) => wordsFor(key, label).includes(typed));
  return keys.length === 1 ? keys[0]?.[0] : undefined;
}

/** Everything that may be typed for an enumeration value, folded. */
function wordsFor(key: string, label: Label): string[] {
  const words = [key, label.zh, label.en, stem(label.zh), stem(label.en)];
  return [...new Set(words.map(folded))];
}

const stem = (label: string): string => label.split(/[(:\uff08\uff1a]/)[0]?.trim() ?? label;

const readDate: Reader = (text, _field, place) => {
  if (text === "today" || text === "今天") return { value: place.reading.now.slice(0, 10) };
  const problem = dayProblem(text);
  if (problem === null) return { value: text };
  if (problem === "impossible") return wrong("date-impossible", { value: text }, place);
  return halfWidth(text, place) ?? wrong("date-form", suggested(text, dayMeant(text)), place);
};

const readDatetime: Reader = (text, _field, place) => {
  if (text === "now" || text === "现在") return { value: place.reading.now };
  const read = readTime(text);
  if ("at" in read) return { value: read.at };
  if (read.problem === "impossible") return wrong("time-impossible", { value: text }, place);
  return halfWidth(text, place) ?? wrong("time-form", suggested(text, dayAndTime(text)), place);
};

/** A day alone is no time: the day is known, the hour is for people to say. */
function dayAndTime(text: string): string | undefined {
  const day = dayMeant(text);
  return day === undefined ? undefined : `${day}Thh:mm`;
}

const suggested = (value: string, suggestion: string | undefined): { value: string; suggestion?: string } =>
  suggestion === undefined ? { value } : { value, suggestion };

const readInt: Reader = (text, _field, place) =>
  /^[+-]?\d{1,15}$/.test(text)
    ? { value: Number(text) }
    : (halfWidth(text, place) ?? wrong("int-form", { value: text }, place));

const readNumber: Reader = (text, _field, place) =>
  /^[+-]?\d{1,15}(\.\d{1,12})?$/.test(text)
    ? { value: Number(text) }
    : (halfWidth(text, place) ?? wrong("number-form", { value: text }, place));

const readBool: Reader = (text, _field, place) => {
  const typed = folded(text);
  if (TRUE.has(typed)) return { value: true };
  return FALSE.has(typed) ? { value: false } : wrong("bool-form", { value: text }, place);
};

const readRef: Reader = (text, field, place) => {
  const refs = field.refs ?? [];
  const kinds = place.reading.shared.kinds;
  const fits = (id: string): boolean =>
    refs.length === 0 ||
    refs.some((ref) => (ref === "staff" ? STAFF.test(id) : parseId(id, kinds)?.kind === ref));
  if (fits(text) && /^[A-Za-z][\w~-]*$/.test(text)) return { value: text };
  if (refs.length === 1 && refs[0] === "staff") return wrong("staff-form", { value: text }, place);
  const meant = text.normalize("NFKC").toUpperCase();
  const patterns = refs.flatMap((ref) => (ref in kinds ? [numberForm(kinds[ref as Kind].number)] : []));
  const params = { value: text, kinds: refs.filter((ref) => ref in kinds), patterns };
  return wrong("ref-form", fits(meant) ? { ...params, suggestion: meant } : params, place);
};

const READERS: Partial<Record<Field["type"], Reader>> = {
  enum: readEnum,
  date: readDate,
  datetime: readDatetime,
  int: readInt,
  number: readNumber,
  bool: readBool,
  ref: readRef,
};

/** Figures typed with the Chinese input method on: said as such, since they look right on the screen. */
function halfWidth(text: string, place: Place): Read | null {
  if (!FULL_WIDTH.test(text)) return null;
  const half = text.normalize("NFKC").trim();
  return wrong("digits-full-width", { value: text, half }, place);
}
