import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { discard, editorCommand, editText } from "../../src/asking/edit.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "casetrail edit "));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** An editor as a small program: what it does with the file stands in `body`. */
async function editor(body: string): Promise<string> {
  const script = join(folder, "my editor.mjs");
  await writeFile(
    script,
    `import { readFileSync, writeFileSync } from "node:fs";\nconst file = process.argv.at(-1);\n${body}\n`,
  );
  return `"${process.execPath}" "${script}" --wait`;
}
const editing = (vars: Record<string, string | undefined>) => ({
  text: "一\n",
  folder: join(folder, "drafts"),
  name: "judge_ours CMP-2026-019",
  vars,
});

describe("the editor", () => {
  it("opens a file with the text and gives back what was written", async () => {
    const EDITOR = await editor('writeFileSync(file, "\\ufeff" + readFileSync(file, "utf8") + "二\\r\\n");');
    const edited = await editText(editing({ EDITOR }));
    expect(edited.text).toBe("一\n二");
    expect(edited.file).toMatch(/judge_ours-CMP-2026-019\.yaml$/);
    await discard(edited);
    expect(existsSync(edited.file)).toBe(false);
  });

  it("never writes over a file that an earlier refusal named", async () => {
    const EDITOR = await editor('writeFileSync(file, "kept");');
    const first = await editText(editing({ EDITOR }));
    const second = await editText(editing({ EDITOR }));
    expect(second.file).not.toBe(first.file);
    expect(await readFile(first.file, "utf8")).toBe("kept");
  });

  it("that ends badly is refused; what was written stays in the file named", async () => {
    const EDITOR = await editor('writeFileSync(file, "half"); process.exit(3);');
    const refused = await editText(editing({ EDITOR })).catch(
      (error: unknown) => error as { code: string; exit: number; params: { file: string } },
    );
    expect(refused).toMatchObject({ code: "editor-failed", exit: 2, params: { problem: "3" } });
    expect("params" in refused && (await readFile(refused.params.file, "utf8"))).toBe("half");
  });

  it("that is not there is refused with its name", async () => {
    const EDITOR = join(folder, "no-such-editor");
    await expect(editText(editing({ EDITOR }))).rejects.toMatchObject({
      code: "editor-failed",
      params: { problem: "ENOENT" },
    });
  });

  it("is started without a shell: nothing in EDITOR is a command line", async () => {
    const marker = join(folder, "marker");
    await expect(editText(editing({ EDITOR: `no-such-editor; touch ${marker}` }))).rejects.toMatchObject({
      code: "editor-failed",
    });
    expect(existsSync(marker)).toBe(false);
  });
});

describe("EDITOR", () => {
  it.each([
    [undefined, "linux", ["vi"]],
    ["  ", "darwin", ["vi"]],
    [undefined, "win32", ["notepad"]],
    ["code --wait", "linux", ["code", "--wait"]],
    ["'/opt/my editor/bin' -n", "linux", ["/opt/my editor/bin", "-n"]],
    ["/opt/my\\ editor -n", "linux", ["/opt/my editor", "-n"]],
    [
      '"C:\\Program Files\\Notepad++\\notepad++.exe" -multiInst',
      "win32",
      ["C:\\Program Files\\Notepad++\\notepad++.exe", "-multiInst"],
    ],
    ["C:\\tools\\edit.exe", "win32", ["C:\\tools\\edit.exe"]],
  ] as const)("%j on %s starts %j", (given, platform, command) => {
    expect(editorCommand(given, platform)).toEqual(command);
  });
});
