/** An answer to a question with reference answers: all that the matcher may know of it. */
export interface MatcherRow {
  readonly dataset: string;
  readonly question: string;
  readonly references: readonly string[];
  /** BEST, GOOD or MINIMAL per reference, where the set says so. */
  readonly referenceGrades: readonly (string | null)[];
  readonly answer: string;
}

/** A row that somebody graded. */
export interface GradedRow extends MatcherRow {
  /** 0 … 1 */
  readonly score: number;
  readonly isCorrect: boolean;
}

/** Rows with equal keys ask the same. The reference belongs to it: "Explain your reasoning." is asked more than once. */
export const questionKey = (row: MatcherRow): string =>
  `${row.question} ${row.references[0] ?? ''}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
