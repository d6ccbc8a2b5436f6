/** Did you mean …? The candidates that a typo most likely stood for. */

/** What differs only in case or width is the same word here. */
export const folded = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

/**
 * The candidate nearest to a word.
 * @returns the candidate as it was given, or undefined when none is near enough to be meant
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  return near(word, candidates, 1)[0];
}

/**
 * The candidates near a word, the nearest first: at most one letter in three differs, or the word begins the candidate.
 * @param most how many at most
 */
export function near(word: string, candidates: readonly string[], most = 3): string[] {
  const typed = folded(word);
  const reach = typed.length < 2 ? 0 : Math.max(1, Math.floor(typed.length / 3));
  return candidates
    .map((candidate) => ({ candidate, distance: apart(typed, folded(candidate)) }))
    .filter((found) => found.distance <= reach)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map((found) => found.candidate);
}

function apart(typed: string, candidate: string): number {
  const begins = typed.length >= 3 && candidate.startsWith(typed);
  return begins ? Math.min(1, candidate.length - typed.length) : distance(typed, candidate);
}

/** Damerau–Levenshtein, neighbours swapped count once: the commonest slips of a hand are one step each. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) rows.push(nextRow(a, b, rows));
  return rows[a.length]?.[b.length] ?? 0;
}

function nextRow(a: string, b: string, rows: readonly (readonly number[])[]): number[] {
  const i = rows.length;
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  const row = [i];
  for (let j = 1; j <= b.length; j++) {
    const same = a[i - 1] === b[j - 1] ? 0 : 1;
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const steps = [(row[j - 1] ?? 0) + 1, cell(i - 1, j) + 1, cell(i - 1, j - 1) + same];
    if (swapped) steps.push(cell(i - 2, j - 2) + 1);
    row.push(Math.min(...steps));
  }
  return row;
}
