/** The title line of a record: number and title, then state, severity and customer at the right. */
import type { CaseRecord } from "../domain/records/record.ts";
import { bold, edge, type Line, type Page, spread } from "./page.ts";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/**
 * `CMP-2026-019  内盒破裂 12 盒            原因分析中 · 轻微 · CUS-002`
 * @returns one line, or two where it does not fit
 */
export function titleOf(record: CaseRecord, page: Page): Line[] {
  const { words } = page;
  const title =
    text(record["title"]) || text(record["short_name"]) || text(record["name"]) || words.kind(record.kind);
  const facts = [
    words.state(record.kind, record.state),
    record["severity"] === undefined ? "" : words.value("severity", text(record["severity"])),
    text(record["customer_id"]),
  ];
  const right = facts.filter((fact) => fact !== "").join(" · ");
  return spread([bold(record.id), "  ", title], [right], edge(page));
}
