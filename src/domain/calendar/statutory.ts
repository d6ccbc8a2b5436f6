/**
 * What the law alone says about a year whose notice is not known (specification 4.3): the statutory days, a weekday in
 * place of those that fall on a weekend, no make-up days. Always an estimate.
 */
import { dayFrom, dayNumber, weekdayOf } from "./days.ts";

export interface HolidayName {
  readonly name: string;
  readonly name_en: string;
}

const NEW_YEAR = { name: "元旦", name_en: "New Year's Day" };
const SPRING = { name: "春节", name_en: "Spring Festival" };
const QINGMING = { name: "清明节", name_en: "Qingming Festival" };
const LABOUR = { name: "劳动节", name_en: "Labour Day" };
const DRAGON_BOAT = { name: "端午节", name_en: "Dragon Boat Festival" };
const MID_AUTUMN = { name: "中秋节", name_en: "Mid-Autumn Festival" };
const NATIONAL = { name: "国庆节", name_en: "National Day" };
const NAMES = [NEW_YEAR, SPRING, QINGMING, LABOUR, DRAGON_BOAT, MID_AUTUMN, NATIONAL];

/**
 * First day of the first lunar month, 清明, 端午 and 中秋. Derived: new moons (Meeus, Astronomical Algorithms, ch. 49) and
 * the sun at 15° counted in Beijing time; 2022–2026 agree with the notices, 2027 with the specification. Two new moons lie
 * within minutes of midnight (2027-02-06 23:56, 2030-02-03 00:07): libraries that are a little off name the wrong day.
 * In 2028 the fifth month is doubled; 端午 is in the first one, 28 May.
 */
const MOVABLE: Readonly<
  Record<number, readonly [spring: string, qingming: string, dragonBoat: string, midAutumn: string]>
> = {
  2022: ["02-01", "04-05", "06-03", "09-10"],
  2023: ["01-22", "04-05", "06-22", "09-29"],
  2024: ["02-10", "04-04", "06-10", "09-17"],
  2025: ["01-29", "04-04", "05-31", "10-06"],
  2026: ["02-17", "04-05", "06-19", "09-25"],
  2027: ["02-06", "04-05", "06-09", "09-15"],
  2028: ["01-26", "04-04", "05-28", "10-03"],
  2029: ["02-13", "04-04", "06-16", "09-22"],
  2030: ["02-03", "04-05", "06-05", "09-12"],
  2031: ["01-23", "04-05", "06-24", "10-01"],
  2032: ["02-11", "04-04", "06-12", "09-19"],
  2033: ["01-31", "04-04", "06-01", "09-08"],
  2034: ["02-19", "04-05", "06-20", "09-27"],
  2035: ["02-08", "04-05", "06-10", "09-16"],
  2036: ["01-28", "04-04", "05-30", "10-04"],
  2037: ["02-15", "04-04", "06-18", "09-24"],
  2038: ["02-04", "04-05", "06-07", "09-13"],
  2039: ["01-24", "04-05", "05-27", "10-02"],
  2040: ["02-12", "04-04", "06-14", "09-20"],
};

/** The law of 2025 gave 除夕 and 2 May (13 days instead of 11). */
const REFORM = 2025;

type Statutory = readonly (readonly [day: number, name: HolidayName])[];

function fixedDays(year: number): Statutory {
  const at = (monthDay: string) => dayNumber(`${year}-${monthDay}`);
  const labour = year >= REFORM ? ["05-01", "05-02"] : ["05-01"];
  return [
    [at("01-01"), NEW_YEAR],
    ...labour.map((day) => [at(day), LABOUR] as const),
    ...["10-01", "10-02", "10-03"].map((day) => [at(day), NATIONAL] as const),
  ];
}

function movableDays(year: number): Statutory {
  const dates = MOVABLE[year];
  if (!dates) return [];
  const [spring = 0, qingming = 0, dragonBoat = 0, midAutumn = 0] = dates.map((day) =>
    dayNumber(`${year}-${day}`),
  );
  const eve = year >= REFORM ? [spring - 1] : [];
  return [
    ...[...eve, spring, spring + 1, spring + 2].map((day) => [day, SPRING] as const),
    [qingming, QINGMING],
    [dragonBoat, DRAGON_BOAT],
    [midAutumn, MID_AUTUMN],
  ];
}

const isWeekend = (day: number): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6;

/** The next weekday that is not off already, in place of a statutory day on a weekend. */
function substitute(day: number, off: ReadonlyMap<number, HolidayName>): number {
  let next = day + 1;
  while (isWeekend(next) || off.has(next)) next++;
  return next;
}

/**
 * The days off of a year by law.
 * @param movable with 春节, 清明, 端午 and 中秋; without them only the days that stand in every calendar
 * @returns day number → name of the holiday
 */
export function statutoryDays(year: number, movable: boolean): ReadonlyMap<number, HolidayName> {
  const days = [...fixedDays(year), ...(movable ? movableDays(year) : [])].sort(([a], [b]) => a - b);
  const off = new Map<number, HolidayName>(days);
  for (const [day, name] of days.filter(([d]) => isWeekend(d))) off.set(substitute(day, off), name);
  return off;
}

/** English name of a holiday as a notice writes it (`国庆节、中秋节`); what is not known stays Chinese. */
export function englishName(name: string): string {
  const parts = name.split("、");
  return parts.map((part) => NAMES.find((known) => known.name === part)?.name_en ?? part).join(", ");
}

/** The years for which the lunar days are known: `2022`–`2040`. */
export const lunarYears = (): number[] => Object.keys(MOVABLE).map(Number);

/** Day of a movable holiday, for comparison with the published tables. */
export const movableOf = (year: number): string[] =>
  movableDays(year).map(([day, name]) => `${name.name} ${dayFrom(day)}`);
