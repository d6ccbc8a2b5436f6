/** Shape of a refusal in the catalogue: exit code, sentence and remedy in both languages. */
export type Exit = 1 | 2 | 3 | 4 | 5 | 130;
export interface RefusalEntry<P> {
  readonly exit: Exit;
  readonly zh: (p: P) => string;
  readonly en: (p: P) => string;
  readonly remedy?: { readonly zh: (p: P) => string; readonly en: (p: P) => string };
}

/** Gives an entry its parameter type. */
export const entry = <P>(made: RefusalEntry<P>): RefusalEntry<P> => made;
export type None = Record<string, never>;
