import { describe, expect, it } from "vitest";
import { outreach } from "../support/records.ts";
import { put, tempRepository } from "../support/temp-repository.ts";

describe("A step", () => {
  it("is one commit with one file; worktree, index and the reading index are in step", async () => {
    const temp = await tempRepository();
    const repository = await temp.open();
    const commit = await put(repository, outreach(1));
    expect(temp.git("rev-parse", "HEAD").trim()).toBe(commit);
    expect(temp.git("show", "--stat=200", "--format=%an <%ae> %aI %cI%n%B", "HEAD")).toContain(
      "records/outreach/2026/OUT-2026-001.yaml | ",
    );
    expect(temp.git("status", "--porcelain")).toBe("");
    expect((await repository.reopened()).rows("outreach").map(({ id }) => id)).toEqual(["OUT-2026-001"]);
  });
});
