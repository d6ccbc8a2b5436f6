/** The editor: a text goes into a file, the person's own editor opens it, what was written comes back. No shell in between. */
import { spawn } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { textOfFile } from "../domain/input/assignments.ts";
import { refusal } from "../domain/words/refusals.ts";

/** What to edit, and with what. */
export interface Editing {
  /** What the file holds when the editor opens. */
  readonly text: string;
  /** Folder for the file: below the git directory of the repository, never in a commit. */
  readonly folder: string;
  /** Name of the file; signs that a file system may refuse are replaced. */
  readonly name: string;
  /** `.txt` for prose, so that no editor indents it as YAML. */
  readonly suffix?: ".yaml" | ".txt";
  readonly vars: Readonly<Record<string, string | undefined>>;
  readonly platform?: NodeJS.Platform;
}

/** What was written, and the file that keeps it until `discard` is called: a refusal after this loses nothing. */
export interface Edited {
  readonly text: string;
  readonly file: string;
}

/**
 * Opens the editor and waits for it. `EDITOR` may carry arguments; unset: notepad on Windows, vi elsewhere.
 * @returns the text as it was saved, without byte order mark and with plain line ends
 * @throws Refusal `editor-failed`, which names the file: it stays where it is
 */
export async function editText(editing: Editing): Promise<Edited> {
  return openEditor(await freshFile(editing), editing.vars, editing.platform);
}

/**
 * Opens the file of an earlier editing again, as it was left.
 * @throws Refusal `editor-failed`
 */
export function editAgain(
  edited: Edited,
  vars: Editing["vars"],
  platform?: NodeJS.Platform,
): Promise<Edited> {
  return openEditor(edited.file, vars, platform);
}

async function openEditor(
  file: string,
  vars: Editing["vars"],
  platform: NodeJS.Platform = process.platform,
): Promise<Edited> {
  const command = editorCommand(vars["EDITOR"], platform);
  const [program = "", ...args] = command;
  const problem = await opened(program, [...args, file]);
  if (problem !== null) throw refusal("editor-failed", { editor: command.join(" "), file, problem });
  return { text: textOfFile(await readFile(file, "utf8")), file };
}

/** Removes the file of an editing that came to its end. */
export async function discard(edited: Edited): Promise<void> {
  await rm(edited.file, { force: true });
}

/**
 * Program and arguments of an editor as `EDITOR` names it; parts in quotation marks may hold blanks.
 * On Windows a backslash is part of a path, elsewhere it takes the next sign as it is.
 */
export function editorCommand(editor: string | undefined, platform: NodeJS.Platform): string[] {
  const given = editor?.trim() ?? "";
  if (given === "") return [platform === "win32" ? "notepad" : "vi"];
  const word = platform === "win32" ? /(?:"[^"]*"|[^\s"])+/g : /(?:"[^"]*"|'[^']*'|\\.|[^\s"'\\])+/g;
  return (given.match(word) ?? []).map((part) => unquoted(part, platform));
}

function unquoted(part: string, platform: NodeJS.Platform): string {
  if (platform === "win32") return part.replaceAll('"', "");
  return part.replace(
    /"([^"]*)"|'([^']*)'|\\(.)/g,
    (_all, double, single, escaped) => double ?? single ?? escaped,
  );
}

/** A new file each time: one that an earlier refusal named is never written over. */
async function freshFile({ folder, name, text, suffix = ".yaml" }: Editing): Promise<string> {
  await mkdir(folder, { recursive: true });
  const stem = name.replace(/[^A-Za-z0-9_-]+/g, "-").replace(/^-+|-+$/g, "") || "form";
  for (let no = 1; ; no++) {
    const file = join(folder, `${stem}${no === 1 ? "" : `-${no}`}${suffix}`);
    if (await created(file, text)) return file;
  }
}

async function created(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Runs the editor on this terminal; what went wrong, or null. */
function opened(program: string, args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    const ended = (code: number | null, signal: string | null): void =>
      resolve(code === 0 ? null : String(code ?? signal));
    try {
      spawn(program, args, { stdio: "inherit", shell: false })
        .once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
        .once("exit", ended);
    } catch (error) {
      // Windows refuses a .cmd or .bat without a shell at once (EINVAL)
      resolve((error as NodeJS.ErrnoException).code ?? String(error));
    }
  });
}
