/** The step of a command: planned on a trusted reading of HEAD, written, and the reading index brought after. */
import type { BlobReader } from "./blobs.ts";
import type { Change } from "./change.ts";
import { forgetIndex, type Index } from "./index.ts";
import { slotOf } from "./index-records.ts";
import type { Location } from "./location.ts";
import { parseRecord } from "./record-file.ts";
import { type Step, type StepRequest, writeStep } from "./write.ts";

interface Request<R> extends Omit<StepRequest, "plan"> {
  readonly open: (location: Location) => Promise<{ index: Index; repository: R }>;
  readonly plan: (fresh: R) => Promise<Change>;
}

/**
 * Takes a step.
 * @throws what `writeStep` and the plan refuse
 */
export async function writeThrough<R>(location: Location, request: Request<R>): Promise<Step> {
  let planned: { readonly index: Index; readonly change: Change } | undefined;
  const step = await writeStep(location, {
    ...request,
    plan: async (now, blobs) => {
      planned = (await attempt(now, blobs, request)) ?? (await anew(now, blobs, request));
      return planned.change;
    },
  });
  if (planned && !step.repeated) await bringIndexAfter(location, step, planned);
  return step;
}

interface Planned {
  readonly index: Index;
  readonly change: Change;
}

/** undefined when the index showed another record than stands in HEAD: what is written must not rest on a cache. */
async function attempt<R>(
  now: Location,
  blobs: BlobReader,
  { open, plan }: Request<R>,
): Promise<Planned | undefined> {
  const { index, repository } = await open(now);
  const change = await plan(repository);
  const agree = await Promise.all(
    change.files.map(({ path }) => agrees(index, path, (name) => blobs.read(`${now.head}:${name}`))),
  );
  return agree.every(Boolean) ? { index, change } : undefined;
}

async function anew<R>(now: Location, blobs: BlobReader, request: Request<R>): Promise<Planned> {
  forgetIndex(now);
  const planned = await attempt(now, blobs, request);
  if (planned) return planned;
  throw new Error("a freshly built index disagrees with HEAD");
}

async function agrees(
  index: Index,
  path: string,
  read: (path: string) => ReturnType<BlobReader["read"]>,
): Promise<boolean> {
  const slot = slotOf(path, index.shared);
  if (!slot) return true;
  const found = index.record(slot.id);
  const blob = await read(path);
  if (!blob || !found) return !blob === !found || index.unreadable.some(({ file }) => file === path);
  const parsed = found.blob === blob.id ? await parseRecord(blob.bytes, path) : undefined;
  return parsed?.ok === true && JSON.stringify(parsed.record) === JSON.stringify(found.record);
}

/** The step is in: an index that cannot follow is made anew by the next reader. */
async function bringIndexAfter(location: Location, step: Step, { index, change }: Planned): Promise<void> {
  const contents = new Map(change.files.map(({ path, content }) => [path, Buffer.from(content ?? "")]));
  const sources = step.files.map(({ path, blob }) => ({ path, mode: "100644", blob }));
  try {
    await index.after({ ...location, head: step.commit }, sources, contents);
  } catch {
    forgetIndex(location);
  }
}
