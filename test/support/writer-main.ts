/** The program of `writer-process.ts`: writes records, one step each, and says of each that it is in. */
import { openRepository } from "../../src/store/repository.ts";
import { at, author, outreach } from "./records.ts";
import type { Writing } from "./writer-process.ts";

const { dir, numbers, dieAt } = JSON.parse(process.argv[2] ?? "") as Writing;

for (const n of numbers) {
  const record = outreach(n);
  const repository = await openRepository(
    { cwd: dir, vars: process.env },
    { point: (name) => name === dieAt && process.kill(process.pid, "SIGKILL") },
  );
  const { commit, repeated, settle } = await repository.write({
    fingerprint: `put ${record.id}`,
    wait: 60,
    plan: async (fresh) => ({
      files: [{ path: `records/outreach/2026/${record.id}.yaml`, content: await fresh.textOf(record) }],
      message: `${record.id}: put\n`,
      author,
      at,
    }),
  });
  process.stdout.write(`${JSON.stringify({ id: record.id, commit, repeated })}\n`);
  settle();
}
