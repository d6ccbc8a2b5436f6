/** Reading many objects from one git process (`cat-file --batch`): ten thousand a second instead of two hundred. */
import { type Git, gitFailed, startGit } from "./plumbing.ts";

export interface Blob {
  readonly id: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export interface BlobReader {
  /** One object by id or `REV:path`; undefined where there is none. */
  read(name: string): Promise<Blob | undefined>;
  close(): Promise<void>;
}

interface Waiting {
  readonly take: (blob: Blob | undefined) => void;
  readonly fail: (error: Error) => void;
}

const ARGS = ["cat-file", "--batch"];

/**
 * Starts a reader. Requests may overlap; they are answered in order.
 * @throws (from `read`) Refusal git-missing, git-failed
 */
export function openBlobs(git: Git): BlobReader {
  const { child, ended } = startGit(git, ARGS);
  const waiting: Waiting[] = [];
  const parser = answers((blob) => waiting.shift()?.take(blob));
  child.stdout.on("data", parser);
  let over: Error | undefined;
  void ended
    .then(({ code, err }) => gitFailed(git, ARGS, { code, err }))
    .catch((error: Error) => error)
    .then((error) => {
      over = error;
      for (const one of waiting.splice(0)) one.fail(error);
    });
  return {
    read: (name) =>
      new Promise((take, fail) => {
        if (over) return fail(over);
        if (/[\n\0]/.test(name)) return take(undefined);
        waiting.push({ take, fail });
        child.stdin.write(`${name}\n`);
      }),
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/** Cuts the stream of answers into objects: `<id> <type> <size>LF<bytes>LF`, or `<name> missing`. */
function answers(give: (blob: Blob | undefined) => void): (part: Buffer) => void {
  let parts: Buffer[] = [];
  let held = 0;
  let needed = 1;
  return (part) => {
    parts.push(part);
    held += part.length;
    if (held < needed) return;
    let rest = parts.length === 1 ? part : Buffer.concat(parts);
    for (let next = cut(rest); ; next = cut(rest)) {
      needed = next.needed;
      if (next.needed > 0) break;
      give(next.blob);
      rest = rest.subarray(next.used);
    }
    parts = [rest];
    held = rest.length;
  };
}

interface Cut {
  readonly blob?: Blob;
  readonly used: number;
  /** Bytes that must be there before it is worth looking again; 0 when one answer was whole. */
  readonly needed: number;
}

function cut(bytes: Buffer): Cut {
  const lineEnd = bytes.indexOf(10);
  if (lineEnd < 0) return { used: 0, needed: bytes.length + 1 };
  const line = bytes.toString("utf8", 0, lineEnd);
  const head = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(line);
  if (!head) return { used: lineEnd + 1, needed: 0 };
  const [, id = "", type = "", size = "0"] = head;
  const end = lineEnd + 1 + Number(size);
  if (bytes.length < end + 1) return { used: 0, needed: end + 1 };
  return { blob: { id, type, bytes: bytes.subarray(lineEnd + 1, end) }, used: end + 1, needed: 0 };
}
