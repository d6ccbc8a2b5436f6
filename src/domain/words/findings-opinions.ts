/** Findings about what departments answer and sign for, in orders and amendments (4.3.3.2, 4.4.2). */
import { say } from "./words.ts";

export const opinionFindings = {
  "department-has-not-answered": say<{ department: string }>({
    blame: "blocked",
    zh: (p, w) => `${w.department(p.department)}尚未答复`,
    en: (p, w) => `${w.department(p.department)} has not answered`,
    remedy: { zh: () => "由该部门 give_opinion", en: () => "give_opinion by that department" },
  }),
  "department-answered-twice": say<{ department: string }>({
    blame: "blocked",
    zh: (p, w) => `${w.department(p.department)}有多于一条意见`,
    en: (p, w) => `${w.department(p.department)} has more than one opinion`,
  }),
  "department-rejects": say<{ department: string }>({
    blame: "blocked",
    zh: (p, w) => `${w.department(p.department)}不同意`,
    en: (p, w) => `${w.department(p.department)} refuses`,
  }),
  "department-not-asked": say<{ departments: readonly string[]; asked: readonly string[] }>({
    blame: "forbidden",
    zh: (p, w) =>
      `${w.list(p.departments.map((d) => w.department(d)))}不在会签部门中(${w.list(p.asked.map((d) => w.department(d)))})`,
    en: (p, w) =>
      `${w.list(p.departments.map((d) => w.department(d)))} was not asked (asked: ${w.list(p.asked.map((d) => w.department(d)))})`,
  }),
  "department-answered-already": say<{ department: string }>({
    blame: "blocked",
    zh: (p, w) => `${w.department(p.department)}已答复`,
    en: (p, w) => `${w.department(p.department)} has answered already`,
  }),
  "opinion-of-another": say<{ path: string }>({
    blame: "forbidden",
    zh: (p) => `${p.path} 不是本人部门的意见:每次只能给出本部门的一条意见`,
    en: (p) => `${p.path} is not the opinion of the actor's department: give one opinion, your own`,
  }),
  "opinion-item-missing": say<{ department: string; items: readonly string[]; kind: string }>({
    blame: "missing",
    zh: (p, w) =>
      `${w.department(p.department)}须答复:${p.items.map((i) => `${w.field(p.kind, i)}(${i})`).join(" 或 ")}`,
    en: (p, w) =>
      `${w.department(p.department)} must answer ${p.items.map((i) => `${w.field(p.kind, i)} (${i})`).join(" or ")}`,
  }),
  "opinion-without-comment": say<{ opinion: string }>({
    blame: "missing",
    zh: (p, w) => `意见「${w.value("review_opinion", p.opinion)}」须写明说明(comment)`,
    en: (p, w) => `"${w.value("review_opinion", p.opinion)}" needs a comment`,
  }),
  "department-receives-nothing": say<{ departments: readonly string[]; receivers: readonly string[] }>({
    blame: "forbidden",
    zh: (p, w) =>
      `${w.list(p.departments.map((d) => w.department(d)))}不是接收部门(${w.list(p.receivers.map((d) => w.department(d)))})`,
    en: (p, w) =>
      `${w.list(p.departments.map((d) => w.department(d)))} is not a receiver (receivers: ${w.list(p.receivers.map((d) => w.department(d)))})`,
  }),
  "department-signed-already": say<{ departments: readonly string[] }>({
    blame: "blocked",
    zh: (p, w) => `${w.list(p.departments.map((d) => w.department(d)))}已签收`,
    en: (p, w) => `${w.list(p.departments.map((d) => w.department(d)))} has signed already`,
  }),
  "receipt-of-another": say<{ path: string }>({
    blame: "forbidden",
    zh: (p) => `${p.path} 不是本部门的签收:只能登记本部门的签收人和时间`,
    en: (p) => `${p.path} is not the actor's department's: only its own receipt may be signed`,
  }),
} as const;
