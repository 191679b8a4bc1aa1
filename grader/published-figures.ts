/**
 * How far the grader agrees with the reference markings, as pages quote it: the figures under "How good it is" in
 * docs/grader.md, printed by `npm run bench:grader`. published-figures.test.ts fails where the two differ.
 */
export const PUBLISHED_FIGURES = {
  measuredOn: '2026-11-22',
  samples: 286,
  exercises: 25,
  judgements: 1754,
  /** Quadratic weighted kappa per criterion, each exercise graded by weights that had not seen it. */
  kappa: 0.854,
  sameLevel: 0.827,
  withinOneLevel: 0.974,
  /** Mean error of the total, of 20 points. */
  meanError: 1.69,
  halfMarkRecall: 0.43,
  /** Share sent to a person: of all texts, gamed ones included, and of honest ones. */
  toPerson: { all: 0.38, honest: 0.11 },
} as const;
