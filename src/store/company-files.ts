/** The first `casetrail.yaml` and `people.yaml` of a company, as a person would write them. */
import type { Lang } from "../domain/records/record.ts";

const quoted = (text: string): string => JSON.stringify(text);

/** Settings: the company, its language, the procedure; everything else is as shipped until it is set. */
export function companyFile(company: string, lang: Lang): string {
  const about = {
    zh: "# 公司与现行程序。期限、下限等设置未写出的,按 HK-QP-06 所附默认值。",
    en: "# The company and its procedure. Settings that are not written here have the values shipped with HK-QP-06.",
  }[lang];
  return [
    about,
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
  const about = {
    zh: [
      "# 人员名册:编号、姓名、邮箱、部门、职责。职责的写法见 schemas/enums.schema.json 的 role,部门见 department。",
      "# 新增人员:照此格式添加一段并提交。操作者按 git 的 user.email 识别,或用 --as 编号 指定。",
    ],
    en: [
      "# The staff: id, name, e-mail, department, roles. Roles and departments: schemas/enums.schema.json, role and department.",
      "# To add somebody write another entry and commit it. Who acts is known by git's user.email, or by --as ID.",
    ],
  }[lang];
  return [
    ...about,
    "people:",
    "  - id: M01",
    `    name: ${quoted(founder.name)}`,
    `    email: ${quoted(founder.email)}`,
    "    department: gm_office",
    "    roles: [management_rep]",
    "",
  ].join("\n");
}
