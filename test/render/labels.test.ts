import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Field } from "../../src/domain/records/model.ts";
import { KINDS, type Lang } from "../../src/domain/records/record.ts";
import { kindOfId, short } from "../../src/render/labels.ts";
import { gateLabel } from "../../src/render/messages-gates.ts";
import { model, page, shared } from "./world.ts";

/** A key as the data has it: small letters with underscores. */
const KEY = /(?:^|[^A-Za-z])[a-z]+(?:_[a-z0-9]+)+(?:$|[^A-Za-z])/;
const zh = page("zh").words;
const en = page("en").words;

const pathsBelow = (path: string, field: Field): string[] => [
  path,
  ...Object.entries(field.properties ?? {}).flatMap(([key, inner]) => pathsBelow(`${path}.${key}`, inner)),
  ...(field.items?.properties ? pathsBelow(`${path}[0]`, field.items).slice(1) : []),
];

describe("no raw key reaches a Chinese reader", () => {
  it.each(KINDS)("%s: states, events, fields", (kind) => {
    const { workflow } = model(kind);
    const labels = [
      zh.kind(kind),
      ...workflow.states.map((state) => zh.state(kind, state.id)),
      ...workflow.steps.map((step) => zh.event(kind, step.event)),
      ...shared.common.map((step) => zh.event(kind, step.event)),
      ...Object.entries(model(kind).fields)
        .flatMap(([key, field]) => pathsBelow(key, field))
        .map((path) => zh.field(kind, path)),
    ];
    expect(labels.filter((label) => KEY.test(label) || !/\p{Script=Han}|^[A-Z0-9]/u.test(label))).toEqual([]);
  });

  it("every value of every list, in both languages", () => {
    const bare = Object.entries(shared.enums).flatMap(([name, list]) =>
      Object.keys(list).filter((key) => KEY.test(zh.value(name, key)) || KEY.test(en.value(name, key))),
    );
    expect(bare).toEqual([]);
  });

  it("departments, addressees, roles, deadlines, documents of every step", () => {
    const steps = KINDS.flatMap((kind) => model(kind).workflow.steps);
    const labels = [
      ...steps.flatMap((step) => step.notify.map((key) => zh.department(key))),
      ...steps.flatMap((step) => step.roles.map((key) => zh.role(key))),
      ...steps.flatMap((step) => step.documents.map((key) => zh.value("document", key))),
      ...Object.keys(shared.deadlines).map((id) => zh.deadline(id)),
    ];
    expect(labels.filter((label) => !/\p{Script=Han}/u.test(label))).toEqual([]);
  });

  it("every condition of the shipped procedure", () => {
    const gates = [
      ...new Set(KINDS.flatMap((kind) => model(kind).workflow.steps.flatMap((step) => step.gates))),
    ];
    expect(gates.filter((gate) => gateLabel(gate, "zh") === gate)).toEqual([]);
  });
});

describe("short labels", () => {
  it("drop the explanation, not the meaning", () => {
    expect(short("致命(CR)", "zh")).toBe("致命");
    expect(short("Critical: safety, legal/RoHS, line stop", "en")).toBe("Critical");
    expect(short("Head of (responsible) department", "en")).toBe("Head of (responsible) department");
    expect(short("(新建)", "zh")).toBe("(新建)");
  });
  it.each(["zh", "en"] as const satisfies Lang[])("stay apart within a list: %s", (lang) => {
    const doubled = Object.entries(shared.enums).filter(([name, list]) => {
      const labels = Object.values(list).map((label) => short(label[lang], lang));
      return name !== "document" && new Set(labels).size < labels.length;
    });
    expect(doubled.map(([name]) => name)).toEqual([]);
  });
});

describe("words", () => {
  it("name a nested field by the chain of its labels; the open round goes without saying", () => {
    expect(zh.field("complaint", "rounds[-1].reply.channel")).toBe("回复客户·回复方式");
    expect(en.field("complaint", "rounds[-1].reply.channel")).toBe("Reply sent · Channel");
    expect(zh.field("complaint", "severity")).toBe("严重程度");
  });
  it("name a person with the number, in the language of the reader", () => {
    expect(zh.person("Q01")).toBe("Q01 品质部经理");
    expect(en.person("Q01")).toBe("Q01 Quality manager");
    expect(zh.person("X99")).toBe("X99");
  });
  it("give back what they do not know", () => {
    expect(zh.state("nonsense", "open")).toBe("open");
    expect(zh.field("nonsense", "a.b")).toBe("a.b");
    expect(zh.value("severity", "worst")).toBe("worst");
  });
  it("tell the kind by the number", () => {
    expect(kindOfId(shared, "CMP-2026-007")).toBe("complaint");
    expect(kindOfId(shared, "XYZ-1")).toBe("");
  });
});

it("every catalogue of sentences has both languages", async () => {
  const folder = new URL("../../src/render/", import.meta.url);
  const files = readdirSync(folder).filter((name) => /^messages-(?!gates)/.test(name));
  for (const name of files) {
    const module = (await import(new URL(name, folder).href)) as Record<
      string,
      Record<Lang, Record<string, unknown>>
    >;
    for (const words of Object.values(module).filter((each) => "zh" in each)) {
      expect(Object.keys(words.en).sort(), name).toEqual(Object.keys(words.zh).sort());
      const latin = Object.values(words.zh).filter(
        (text) => typeof text === "string" && /[a-z]{3}/.test(text) && !/\p{Script=Han}/u.test(text),
      );
      expect(latin, name).toEqual([]);
    }
  }
});
