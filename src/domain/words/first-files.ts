/** What the first `casetrail.yaml` and `people.yaml` of a company say about themselves to whoever opens them. */

export const firstFiles = {
  settings: {
    zh: ["公司与现行程序。期限、下限等设置未写出的,按 HK-QP-06 所附默认值。"],
    en: [
      "The company and its procedure. Settings that are not written here have the values shipped with HK-QP-06.",
    ],
  },
  people: {
    zh: [
      "人员名册:编号、姓名、邮箱、部门、职责。职责的写法见 schemas/enums.schema.json 的 role,部门见 department。",
      "新增人员:照此格式添加一段并提交。操作者按 git 的 user.email 识别,或用 --as 编号 指定。",
    ],
    en: [
      "The staff: id, name, e-mail, department, roles. Roles and departments: schemas/enums.schema.json, role and department.",
      "To add somebody write another entry and commit it. Who acts is known by git's user.email, or by --as ID.",
    ],
  },
} as const;
