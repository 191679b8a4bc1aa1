import { type FittedMatcher, fitMatcher, type MatcherModel } from '@/grader/matching/fit-matcher';
import type { Lexicon } from '@/grader/matching/lexicon';
import { fromModel, type Match, matchAnswer } from '@/grader/matching/match-answer';
import { type GradedRow, type MatcherRow, questionKey } from '@/grader/matching/matcher-row';

/** Fewest rows of a data set that are worth weights of its own. */
export const FEWEST_ROWS = 200;

/** Stored weights: one model per data set, and one fitted on all of them. */
export interface ShippedModels {
  readonly provenance: string;
  readonly pooled: MatcherModel;
  readonly datasets: Readonly<Record<string, MatcherModel>>;
}

/** A function that judges rows; what it needs is fitted once, when the first row needs it. */
export type Judge = (row: MatcherRow) => Match;

const judging =
  (matcherFor: (row: MatcherRow) => FittedMatcher): Judge =>
  (row) =>
    matchAnswer(matcherFor(row), row);

/** A judge with the shipped weights. */
export function judgeByShipped(shipped: ShippedModels, lexicon: Lexicon): Judge {
  const matchers = new Map(Object.entries(shipped.datasets).map(([name, model]) => [name, fromModel(model, lexicon)]));
  const pooled = fromModel(shipped.pooled, lexicon);
  return judging((row) => matchers.get(row.dataset) ?? pooled);
}

/** Rows by the data set that they name. */
export function groupByDataset<Row extends MatcherRow>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.dataset);
    if (group) group.push(row);
    else groups.set(row.dataset, [row]);
  }
  return groups;
}

/**
 * A judge fitted on graded rows. A row goes to the data set in which its question stands, else to the one it names, else to
 * what was fitted on all rows; data sets below 200 rows share the pool.
 */
export function judgeByTraining(train: readonly GradedRow[], test: readonly MatcherRow[], lexicon: Lexicon): Judge {
  const groups = groupByDataset(train);
  const large = new Map([...groups].filter(([, rows]) => rows.length >= FEWEST_ROWS));
  const homes = new Map<string, string>();
  for (const [name, rows] of large)
    for (const row of rows) homes.set(questionKey(row), homes.get(questionKey(row)) ?? name);
  const asked = new Set(train.map(questionKey));
  const groupOf = (row: MatcherRow) => homes.get(questionKey(row)) ?? (large.has(row.dataset) ? row.dataset : null);
  const comeAgain = new Set(test.filter((row) => asked.has(questionKey(row))).map(groupOf));
  const fitted = new Map<string | null, FittedMatcher>();
  return judging((row) => {
    const group = groupOf(row);
    const known = fitted.get(group);
    if (known) return known;
    const rows = group === null ? train : (large.get(group) ?? train);
    const made = fitMatcher(rows, lexicon, comeAgain.has(group));
    fitted.set(group, made);
    return made;
  });
}
