/** A repository's own configuration is not trusted: what in it would run programs or bend what is written (store.md 6, 10). */
import { refusal } from "../domain/words/refusals.ts";
import { type Git, runGit } from "./plumbing.ts";

const RUNS_PROGRAMS =
  /^(?:alias\.|filter\.|core\.(?:hookspath|sshcommand|gitproxy|askpass|worktree)$|diff\.external$|diff\..*\.(?:command|textconv)$|merge\..*\.driver$|remote\..*\.(?:uploadpack|receivepack|vcs|proxy)$|credential\.(?:.*\.)?helper$|gpg\.(?:.*\.)?program$|protocol\.ext\.)/i;
const FOREIGN_TRANSPORT = /^\s*[a-z0-9+-]+::/i;

/** Names of settings in the repository's own configuration that keep us from writing. */
export async function hostileConfig(git: Git): Promise<string[]> {
  const args = ["config", "--list", "-z", "--show-scope", "--includes"];
  const parts = (await runGit(git, args)).out.toString().split("\0");
  const found: string[] = [];
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const [name = "", ...value] = (parts[i + 1] ?? "").split("\n");
    if (/^(?:local|worktree)$/.test(parts[i] ?? "") && isHostile(name, value.join("\n"))) found.push(name);
  }
  return [...new Set(found)];
}

function isHostile(name: string, value: string): boolean {
  if (/^core\.fsmonitor$/i.test(name)) return !/^(?:true|false|)$/i.test(value);
  const address = /^(?:remote\..*\.(?:push)?url|url\..*)$/i.test(name);
  return (
    RUNS_PROGRAMS.test(name) || (address && (FOREIGN_TRANSPORT.test(value) || /^url\.[a-z]+::/i.test(name)))
  );
}

/**
 * Refuses to write into a repository whose own configuration is hostile.
 * @throws Refusal repository-config
 */
export async function checkConfig(git: Git): Promise<void> {
  const names = await hostileConfig(git);
  if (names.length > 0) throw refusal("repository-config", { names });
}
