/** The plan of the house as rules: who may import whom, and why. `npm run check` holds them (see src/README.md). */

/** One door per npm package: the one file that imports it. A new package gets its line here. */
const doors = {
  "@inquirer/prompts": "src/asking/ask.ts",
  ajv: "src/store/schemas.ts",
  "ajv-formats": "src/store/schemas.ts",
  chalk: "src/render/colour.ts",
  "cli-table3": "src/render/table.ts",
  commander: "src/command-line.ts",
  "simple-git": "src/store/git.ts",
  "string-width": "src/render/text.ts",
  yaml: "src/store/yaml.ts",
};
const exactly = (text) => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

const doorRules = Object.entries(doors).map(([name, file]) => ({
  name: `one-door-${name.replace(/^@/, "").replace("/", "-")}`,
  severity: "error",
  comment: `${name} comes in through ${file} alone, so that it can be replaced in one place and its oddities stay there.`,
  from: { path: "^src/", pathNot: `^${exactly(file)}$` },
  to: { path: `(^|/)node_modules/${exactly(name)}/` },
}));

const anyDoor = `(^|/)node_modules/(${Object.keys(doors).map(exactly).join("|")})/`;

export default {
  forbidden: [
    {
      name: "domain-is-pure",
      severity: "error",
      comment:
        "The procedure is decided by values alone: no disk, no clock, no package, no other layer. So every rule is tested without any of them, and audit judges as advance did.",
      from: { path: "^src/domain/" },
      to: { pathNot: "^src/domain/" },
    },
    {
      name: "domain-folders-form-no-circle",
      severity: "error",
      comment:
        "records and words ← calendar ← procedure ← audit …: a subject that needs a later one stands in the wrong folder.",
      scope: "folder",
      from: { path: "^src/domain/" },
      to: { path: "^src/domain/", circular: true },
    },
    {
      name: "no-circles",
      severity: "error",
      comment: "Two files that need each other are one file, or a third one is missing. Types count too.",
      from: { path: "^src/" },
      to: { circular: true },
    },
    {
      name: "store-knows-no-render",
      severity: "error",
      comment:
        "Reading records and showing them meet in a command only: then either can be tested and changed alone.",
      from: { path: "^src/store/" },
      to: { path: "^src/render/" },
    },
    {
      name: "render-knows-no-store",
      severity: "error",
      comment: "What is shown is a function of values; a view that reads the disk cannot be shown in a test.",
      from: { path: "^src/render/" },
      to: { path: "^src/store/" },
    },
    {
      name: "render-is-pure",
      severity: "error",
      comment: "Values in, text out. Streams, files and the clock belong to the command (env.ts).",
      from: { path: "^src/render/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "store-leans-on-domain-only",
      severity: "error",
      comment:
        "The store returns domain values and asks nobody: no prompts, no commands; env.ts tells it where it is.",
      from: { path: "^src/store/" },
      to: { path: "^src/", pathNot: "^src/(store|domain)/|^src/env\\.ts$" },
    },
    {
      name: "render-leans-on-domain-only",
      severity: "error",
      comment: "Columns, colour and language are handed in as values, not taken from the outside world.",
      from: { path: "^src/render/" },
      to: { path: "^src/", pathNot: "^src/(render|domain)/" },
    },
    {
      name: "env-stands-alone",
      severity: "error",
      comment:
        "Everybody gets the outside world from env.ts; if it needed one of them, a circle would be near.",
      from: { path: "^src/env\\.ts$" },
      to: { path: "^src/", pathNot: "^src/domain/" },
    },
    {
      name: "commands-do-not-meet",
      severity: "error",
      comment:
        "A command is a porch: what two of them share belongs to domain, store, render or a step-taking module.",
      from: { path: "^src/commands/(.+)\\.ts$" },
      to: { path: "^src/commands/", pathNot: "^src/commands/$1\\.ts$" },
    },
    {
      name: "commands-only-from-program",
      severity: "error",
      comment:
        "Arrows run downward: bin → main → program → commands. Nothing below knows that commands exist.",
      from: { path: "^src/", pathNot: "^src/(program\\.ts$|main\\.ts$|commands/)" },
      to: { path: "^src/commands/" },
    },
    {
      name: "program-only-from-main",
      severity: "error",
      comment:
        "The command tree is built once, at the top; a command that needs it would pull in all the others.",
      from: { path: "^src/", pathNot: "^src/main\\.ts$" },
      to: { path: "^src/program\\.ts$" },
    },
    {
      name: "main-from-nobody",
      severity: "error",
      comment:
        "main.ts holds the one try/catch and the exit codes; whoever imported it would start the tool twice.",
      from: { path: "^src/" },
      to: { path: "^src/main\\.ts$" },
    },
    {
      name: "ask-only-from-commands",
      severity: "error",
      comment:
        "Questions are asked by commands and by the modules that take a step for them; nothing below may wait for a person.",
      from: { path: "^src/", pathNot: "^src/(commands/|taking/|asking/)" },
      to: { path: "^src/asking/" },
    },
    {
      name: "step-taking-only-from-commands",
      severity: "error",
      comment:
        "session.ts, looking/ and taking/ stand above the layers: commands use them, the layers do not.",
      from: { path: "^src/", pathNot: "^src/(commands/|taking/|looking/|(session|program|main)\\.ts$)" },
      to: { path: "^src/(taking/|looking/|session\\.ts$)" },
    },
    {
      name: "generated-only-as-types",
      severity: "error",
      comment:
        "*.gen.ts is derived from schemas/ and holds types; at run time the schemas themselves are in force.",
      from: { path: "^src/" },
      to: { path: "\\.gen\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-test-code-in-src",
      severity: "error",
      comment: "The tool runs without its tests, its bench and its launcher.",
      from: { path: "^src/" },
      to: { path: "^(test|bench|bin|dist)/|\\.test\\.ts$" },
    },
    {
      name: "every-package-has-a-door",
      severity: "error",
      comment:
        "A package that is not in the table above has been taken in without a decision (src/README.md).",
      from: { path: "^src/" },
      to: { path: "(^|/)node_modules/", pathNot: anyDoor },
    },
    {
      name: "no-development-packages",
      severity: "error",
      comment: "Who installs the tool does not install what it is built and tested with.",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"] },
    },
    {
      name: "nothing-unresolvable",
      severity: "error",
      comment: "An import that leads nowhere fails on the day its command runs.",
      from: { path: "^src/" },
      to: { couldNotResolve: true },
    },
    {
      name: "no-orphans",
      severity: "error",
      comment: "A file that nobody imports and that imports nobody is forgotten.",
      from: { path: "^src/", orphan: true, pathNot: "^src/main\\.ts$|\\.gen\\.ts$" },
      to: {},
    },
    ...doorRules,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
    skipAnalysisNotInRules: true,
  },
};
