/**
 * The reading index: rows and whole records of a commit as JSON, beside git. Keyed by commit, made from blobs by their id:
 * right by construction, safe to delete, built anew where it is damaged (performance.md).
 */
import type { Calendar } from "../domain/calendar/table.ts";
import type { People, Settings } from "../domain/procedure/step.ts";
import type { KindModel, SharedModel } from "../domain/records/model.ts";
import type { Kind } from "../domain/records/record.ts";
import type { Finding } from "../domain/words/findings.ts";
import type { Place } from "./index-build.ts";
import { indexFolder, isDamaged } from "./index-files.ts";
import { dropIndex, type Manifest, readManifest } from "./index-manifest.ts";
import { BESIDE, type Files, openParts } from "./index-parts.ts";
import { openRecords, type Records } from "./index-read.ts";
import type { Source } from "./index-records.ts";
import type { Location } from "./location.ts";

/** Everything at one commit, read without YAML and without git. */
export interface Index extends Records {
  readonly head: string;
  readonly settings: Settings;
  readonly people: People;
  readonly calendar: Calendar;
  readonly shared: SharedModel;
  readonly unreadable: readonly Finding[];
  readonly procedure: () => Files;
  readonly kind: (kind: Kind) => KindModel;
  /** Brings the index to a commit that was just made from this one. */
  after(location: Location, sources: readonly Source[], contents: ReadonlyMap<string, Buffer>): Promise<void>;
}

export interface IndexOptions {
  readonly progress?: (done: number, total: number) => void;
}

/**
 * Opens the index of HEAD, building what is missing.
 * @throws Refusal no-repository, file-unreadable, procedure-incomplete
 */
export async function openIndex(location: Location, { progress }: IndexOptions = {}): Promise<Index> {
  const place = { location, dir: indexFolder(location.commonDir), ...(progress ? { progress } : {}) };
  const warm = tryOpen(place, readManifest(place.dir, location.head));
  if (warm) return warm;
  const { buildIndex } = await import("./index-build.ts");
  const built = await buildIndex(place);
  const opened = tryOpen(place, built);
  if (opened) return opened;
  dropIndex(place.dir);
  return open(place, await buildIndex(place));
}

function tryOpen(place: Place, manifest: Manifest | undefined): Index | undefined {
  try {
    return manifest && open(place, manifest);
  } catch (thrown) {
    if (isDamaged(thrown)) return undefined;
    throw thrown;
  }
}

function open(place: Place, manifest: Manifest): Index {
  const parts = openParts(place.dir, manifest.parts);
  return {
    head: manifest.head,
    get settings() {
      return parts.settings();
    },
    get people() {
      return parts.people();
    },
    get calendar() {
      return parts.calendar();
    },
    get shared() {
      return parts.shared();
    },
    kind: parts.kind,
    procedure: parts.procedure,
    unreadable: Object.values(manifest.unreadable).flat(),
    ...openRecords(place.dir, manifest, parts),
    after: (location, sources, contents) => advance({ ...place, location }, manifest, sources, contents),
  };
}

async function advance(
  place: Place,
  manifest: Manifest,
  sources: readonly Source[],
  contents: ReadonlyMap<string, Buffer>,
): Promise<void> {
  const onlyRecords = sources.every(
    ({ path }) => !BESIDE.some((name) => path === name || path.startsWith(`${name}/`)),
  );
  const { bring, buildIndex } = await import("./index-build.ts");
  if (onlyRecords) await bring(place, manifest, sources, contents);
  else await buildIndex(place);
}

/** Throws the index away: the next reader builds it from git. */
export function forgetIndex(location: Location): void {
  dropIndex(indexFolder(location.commonDir));
}
