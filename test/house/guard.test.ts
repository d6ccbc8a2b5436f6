import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const scratch = process.env["CASETRAIL_SCRATCH"] ?? "";

describe("Tests stay away from the project's own repository", () => {
  it.each([
    ["without a folder", () => execFileSync("git", ["status"])],
    ["in the project", () => spawnSync("git", ["status"], { cwd: process.cwd() })],
    ["in a folder of the project", () => spawnSync("git", ["status"], { cwd: join(process.cwd(), "src") })],
    ["led there by -C", () => spawnSync("git", ["-C", process.cwd(), "status"], { cwd: scratch })],
  ])("git %s is refused", (_, run) => {
    expect(run).toThrow("A test would run git in the project itself");
  });

  it("git in the scratch folder of the run is let through, without anybody's configuration", () => {
    const cwd = mkdtempSync(join(scratch, "guard-"));
    execFileSync("git", ["init", "--quiet"], { cwd });
    const origins = execFileSync("git", ["config", "--list", "--show-scope"], { cwd, encoding: "utf8" });
    expect(origins).not.toMatch(/^system/m);
    expect(origins).toMatch(/^global\tgc\.auto=0$/m);
    expect(origins).not.toMatch(/user\.(name|email)/);
  });
});
