import { describe, expect, it } from "vitest";
import { fieldAt, labelChain, leaves, nearPaths } from "../../src/domain/records/fields.ts";
import { near, nearest } from "../../src/domain/records/nearest.ts";
import { fields, kind } from "./model-fixture.ts";

describe("the field at a path", () => {
  it.each([
    ["severity", "enum"],
    ["price.amount", "number"],
    ["departments[0]", "enum"],
    ["actions[+]", "object"],
    ["actions[-1].due", "date"],
    ["actions[].type", "enum"],
    ["rounds[-1].reply.channel", "enum"],
    ["scores.Q1", "int"],
    ["data.anything[3].below", "any"],
  ])("%s is of type %s", (path, type) => {
    expect(fieldAt(kind, path)?.type).toBe(type);
  });

  it.each([
    "",
    "severty",
    "severity.x",
    "severity[0]",
    "rounds.reply",
    "__proto__",
    "constructor",
    "toString",
    "price.toString",
  ])("there is none at %j", (path) => {
    expect(fieldAt(kind, path)).toBeUndefined();
  });

  it("is named by the labels on its way", () => {
    expect(labelChain(kind, "rounds[-1].reply.channel").map((label) => label.zh)).toEqual([
      "回合",
      "回复客户",
      "方式",
    ]);
    expect(labelChain(kind, "rounds[-1].reply.channel").map((label) => label.en)).toEqual([
      "Rounds",
      "Reply",
      "Channel",
    ]);
    expect(labelChain(kind, "scores.Q1").map((label) => label.zh)).toEqual(["得分", "Q1"]);
    expect(labelChain(kind, "nowhere.at_all")).toEqual([
      { zh: "nowhere", en: "nowhere" },
      { zh: "at_all", en: "at_all" },
    ]);
  });

  it("opens a group into its leaves, a list stays one", () => {
    const paths = (path: string): string[] =>
      leaves(fields[path] ?? { type: "any" }, path).map((leaf) => leaf.path);
    expect(paths("price")).toEqual(["price.amount", "price.currency"]);
    expect(paths("actions")).toEqual(["actions"]);
    expect(paths("severity")).toEqual(["severity"]);
    const round = fieldAt(kind, "rounds[-1]") ?? { type: "any" };
    expect(leaves(round, "rounds[-1]").map((leaf) => leaf.path)).toEqual([
      "rounds[-1].reply.channel",
      "rounds[-1].reply.sent_at",
    ]);
  });

  it("a mistyped path gets the one that was meant", () => {
    expect(nearPaths(kind, "severty")).toEqual(["severity"]);
    expect(nearPaths(kind, "rounds[-1].repyl.channel")).toEqual(["rounds[-1].reply.channel"]);
    expect(nearPaths(kind, "channel")).toEqual(["rounds[].reply.channel"]);
    expect(nearPaths(kind, "quite_elsewhere")).toEqual([]);
    expect(nearPaths(kind, "..")).toEqual([]);
  });
});

describe("did you mean", () => {
  const events = ["judge_ours", "judge_not_ours", "convene", "confirm", "close"];
  it.each([
    ["judge_our", "judge_ours"],
    ["jugde_ours", "judge_ours"],
    ["CONVENE", "convene"],
    ["convine", "convene"],
    ["judge_n", "judge_not_ours"],
  ])("%s is near %s", (typed, meant) => {
    expect(nearest(typed, events)).toBe(meant);
  });

  it("what is far from everything is near nothing", () => {
    expect(nearest("archive", events)).toBeUndefined();
    expect(nearest("", events)).toBeUndefined();
    expect(near("x", events)).toEqual([]);
  });

  it("gives the nearest first, and not more than asked", () => {
    expect(near("judge", events)).toEqual(["judge_ours", "judge_not_ours"]);
    expect(near("judge", events, 1)).toHaveLength(1);
  });
});
