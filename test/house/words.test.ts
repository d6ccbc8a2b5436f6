import { describe, expect, it } from "vitest";
import { filesBelow, project, rooms, textOf } from "../support/house.ts";

/** The plan of the house: what may stand at the top. */
const plan =
  /^(\..+|package(-lock)?\.json|tsconfig\.json|bin|src|schemas|records|test|bench|README(\.[\w-]+)?\.md|CHANGELOG\.md|LICENSE|[\w-]+\.config\.(ts|js|mjs)|biome\.json|knip\.json)$/;

const strange: Readonly<Record<string, RegExp>> = {
  "a path that exists on no user's machine":
    /(^|[^a-z.])\/(work|farm|root|home)\/|\.\.\/shared|[A-Z]:\\Users/,
  "a place of download": /registry\W(npm|yarn)|npmmir{2}or/,
  "an unfinished place": /TO[D]O|FIX[M]E|X{3}|[Nn]ot[ _-]?implemented/,
  "a test that is left out": /\b(it|test|describe)\.(skip|only|todo|fails)\b/,
};

const binary = /\.(png|jpe?g|pdf|docx|xlsx|gz|zip|sqlite)$/;

/** Every file of the project that is read by people; the lock file is npm's. */
const files = rooms()
  .flatMap((room) =>
    /^[^.]+$/.test(room) && room !== "LICENSE" ? filesBelow(room) : room.startsWith(".") ? [] : [room],
  )
  .concat(filesBelow(".ci"), filesBelow(".github"))
  .filter((path) => path !== "package-lock.json" && !binary.test(path));

describe("The house as a stranger finds it", () => {
  it("nothing stands at the top but what the plan names", () => {
    expect(rooms().filter((name) => !plan.test(name))).toEqual([]);
  });

  it.each(Object.entries(strange))("no file holds %s", (_, pattern) => {
    const found = files.flatMap((path) =>
      textOf(path)
        .split("\n")
        .flatMap((line, at) =>
          pattern.test(line) ? [`${path}:${at + 1} ${line.trim().slice(0, 100)}`] : [],
        ),
    );
    expect(found).toEqual([]);
  });

  it.each(["npm ci && npm start", "npm ci && npm test"])("README.md names %s", (command) => {
    expect(textOf("README.md")).toContain(command);
  });

  it.each(["src", "schemas", "records", "test"])("%s/ explains itself", (room) => {
    expect(filesBelow(room)).toContain(`${room}/README.md`);
  });

  it("everything is text in UTF-8 with LF, and ends with a line break", () => {
    const odd = files.filter((path) => {
      const text = textOf(path);
      return /\r|\uFFFD|^\uFEFF/.test(text) || (text !== "" && !text.endsWith("\n"));
    });
    expect(odd.filter((path) => !/^(test\/(spec|fixtures)|records)\//.test(path))).toEqual([]);
  });

  it("the scripts that the README, the checks and the machine call are there", () => {
    const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["build", "start", "test", "check"]));
    expect(filesBelow(".ci", project)).toContain(".ci/run");
  });
});
