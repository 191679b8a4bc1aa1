import type { CriterionGrade, Evidence, Grade } from '@/schemas/grade';
import type { Opinion, SecondLevel, Standing } from '@/schemas/opinion';
import { LEVEL_SHARE, type Level } from '@/schemas/rubric';
import { overallShare } from './overall-share';
import { isExercisePassed } from './passing';

/** What a judge says about one criterion, before anything of it is believed. */
export interface ClaimedLevel {
  readonly id: string;
  readonly level: Level;
  readonly quotes: readonly string[];
}

interface Merged {
  readonly grade: Grade;
  /** The explanation as it was graded; quotes must stand in it. */
  readonly explanation: string;
  readonly claims: readonly ClaimedLevel[];
  readonly passMark: number;
}

/** A word or two prove nothing, and a quote that is half of the record points at nothing. */
const QUOTE_LEAST = 12;
const QUOTE_MOST = 600;
const QUOTES_KEPT = 3;
const RANK: Readonly<Record<Level, number>> = { none: 0, half: 1, full: 2 };

function findQuote(explanation: string, claimed: string): Evidence[] {
  const quote = claimed.trim();
  if (quote.length < QUOTE_LEAST || quote.length > QUOTE_MOST) return [];
  const start = explanation.indexOf(quote);
  return start < 0 ? [] : [{ start, end: start + quote.length, quote }];
}

function standingOf(local: Level, level: Level): Standing {
  const distance = Math.abs(RANK[local] - RANK[level]);
  if (distance === 0) return 'same';
  return distance === 1 ? 'near' : 'far';
}

function secondLevel(line: CriterionGrade, explanation: string, claims: readonly ClaimedLevel[]): SecondLevel {
  const [claim, ...more] = claims.filter(({ id }) => id === line.id);
  if (!claim || more.length > 0) return { id: line.id, level: null, standing: 'silent', evidence: [] };
  if (claim.level === 'none')
    return { id: line.id, level: 'none', standing: standingOf(line.level, 'none'), evidence: [] };
  const found = claim.quotes.flatMap((quote) => findQuote(explanation, quote));
  const evidence = found.filter(({ start }, index) => found.findIndex((other) => other.start === start) === index);
  if (evidence.length === 0) return { id: line.id, level: null, standing: 'unproven', evidence: [] };
  return {
    id: line.id,
    level: claim.level,
    standing: standingOf(line.level, claim.level),
    evidence: evidence.slice(0, QUOTES_KEPT),
  };
}

/** The total as it would be with the judge's levels, the grader's own where the judge has none. */
function overallWith(grade: Grade, criteria: readonly SecondLevel[]): number {
  const points = grade.criteria.reduce((sum, line) => {
    const level = criteria.find(({ id }) => id === line.id)?.level;
    return sum + (level ? line.max * LEVEL_SHARE[level] : line.points);
  }, 0);
  return overallShare({
    explanation: points / grade.explanation.max,
    choices: Object.values(grade.choices).map(({ credit }) => credit),
    boundary: grade.boundary.credit,
    isContradicted: grade.contradictions.length > 0,
  });
}

/**
 * Puts a judge's levels beside a grade. The grade is an input and comes out of this unchanged: the judge decides no
 * point. Levels without a quote that stands in the explanation are dropped; none against full, or another answer to
 * "passed?", asks for a person. Null where nothing of what the judge said can be used.
 */
export function mergeOpinion({ grade, explanation, claims, passMark }: Merged): Omit<Opinion, 'receipt'> | null {
  const criteria = grade.criteria.map((line) => secondLevel(line, explanation, claims));
  if (criteria.every(({ level }) => level === null)) return null;
  const rule = { exerciseOverall: passMark };
  const overall = overallWith(grade, criteria);
  const isPassed = isExercisePassed(overall, rule);
  const reasons: Opinion['reasons'] = [];
  if (criteria.some(({ standing }) => standing === 'far')) reasons.push('levels-apart');
  if (isPassed !== isExercisePassed(grade.overall, rule)) reasons.push('pass-changed');
  return { criteria, overall, isPassed, needsReview: reasons.length > 0, reasons };
}
