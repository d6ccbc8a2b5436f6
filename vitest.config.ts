import { defineConfig } from "vitest/config";

/** `--update` writes anew what is generated too: the record types, the records of the worked example. */
const update = process.argv.some((word) => word === "-u" || word.startsWith("--update"));

/** Where a machine wishes the results to be read from (`.ci/run`); people read the screen. */
const results = process.env["CASETRAIL_RESULTS"];

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/scratch.ts"],
    setupFiles: ["test/support/guard.ts"],
    // Nothing in the house keeps state beside `Env`, so files may share a worker: modules are then loaded once.
    pool: "forks",
    isolate: false,
    maxWorkers: 2,
    // Steps are taken in real git repositories; a slow disk is no failure.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    env: { NO_COLOR: "1", FORCE_COLOR: "", ...(update ? { UPDATE_GENERATED: "1" } : {}) },
    reporters: results ? ["default", ["json", { outputFile: results }]] : ["default"],
    coverage: { provider: "v8", include: ["src/**"], exclude: ["**/*.gen.ts"], reporter: ["text", "html"] },
  },
});
