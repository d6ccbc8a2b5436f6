/** The first `casetrail.yaml` and `people.yaml` of a company, as a person would write them. */
import type { Lang } from "../domain/records/record.ts";
import { firstFiles } from "../domain/words/first-files.ts";

const comment = (lines: readonly string[]): string[] => lines.map((line) => `# ${line}`);
const quoted = (text: string): string => JSON.stringify(text);

/** Settings: the company, its language, the procedure; everything else is as shipped until it is set. */
export function companyFile(company: string, lang: Lang): string {
  return [
    ...comment(firstFiles.settings[lang]),
    "company:",
    `  zh: ${quoted(company)}`,
    `  en: ${quoted(company)}`,
    `lang: ${lang}`,
    "procedure:",
    "  no: HK-QP-06",
    "  version: A/0",
    "  issued: 2022-01-06",
    "",
  ].join("\n");
}

/** The staff list with its first entry: who made the repository answers for it. */
export function peopleFile(founder: { readonly name: string; readonly email: string }, lang: Lang): string {
  return [
    ...comment(firstFiles.people[lang]),
    "people:",
    "  - id: M01",
    `    name: ${quoted(founder.name)}`,
    `    email: ${quoted(founder.email)}`,
    "    department: gm_office",
    "    roles: [management_rep]",
    "",
  ].join("\n");
}
