import { describe, expect, it } from "vitest";
import { textOf } from "../support/house.ts";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly license?: string;
}
const lock = JSON.parse(textOf("package-lock.json")) as { packages: Readonly<Record<string, Locked>> };
const own = JSON.parse(textOf("package.json")) as {
  dependencies: Readonly<Record<string, string>>;
  devDependencies: Readonly<Record<string, string>>;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== "");
const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

/** They may run something at installation; all of them are for development, and all work without it. */
const mayInstall = ["esbuild", "fsevents"];
const licences = /^\(?(MIT|ISC|0BSD|BlueOak-1\.0\.0|BSD-[23]-Clause|Apache-2\.0)\b/;

describe("What is installed", () => {
  it("the lock file names no place of download, so it is the same behind every mirror", () => {
    expect(packages.filter(([, one]) => one.resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  it("every package has its checksum", () => {
    expect(packages.filter(([, one]) => !one.integrity).map(([path]) => path)).toEqual([]);
  });

  it("nothing that a user installs runs a script at installation", () => {
    const running = packages.filter(([, one]) => one.hasInstallScript);
    expect(running.filter(([, one]) => !one.dev).map(([path]) => path)).toEqual([]);
    expect(running.map(([path]) => nameOf(path)).filter((name) => !mayInstall.includes(name))).toEqual([]);
  });

  it("what a user installs may be passed on freely", () => {
    const others = packages.filter(([, one]) => !one.dev && !licences.test(one.license ?? ""));
    expect(others.map(([path, one]) => `${nameOf(path)}: ${one.license}`)).toEqual([]);
  });

  it("every package taken in has its decision in src/README.md", () => {
    const decisions = textOf("src/README.md");
    const names = [...Object.keys(own.dependencies), ...Object.keys(own.devDependencies)];
    const plain = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
    expect(
      names.filter((name) => !new RegExp(`(^|[^\\w/@-])${plain(name)}($|[^\\w/-])`, "m").test(decisions)),
    ).toEqual([]);
  });
});
