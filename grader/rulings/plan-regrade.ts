import type { CriterionGrade, Grade } from '@/schemas/grade';
import type { LevelChange } from '@/schemas/regrade';
import { LEVEL_SHARE } from '@/schemas/rubric';
import { withComments } from '../comments';
import { applyRulings, type Ruling, rulingsOf } from './apply-rulings';
import { withCriteria } from './with-criteria';

/** Overall shares are rounded to four decimals; less than half of that is nothing. */
const LEAST_MOVE = 0.00005;

const lineIn = (grade: Grade, id: string) => grade.criteria.find((line) => line.id === id);

/** The machine's new grade with what people had ruled laid over it again. A criterion that is no more takes its ruling along. */
export function withRulingsOf(now: Grade, machine: Grade): Grade {
  const rulings = rulingsOf(now).filter(({ criterionId }) => lineIn(machine, criterionId));
  return rulings.length > 0 ? applyRulings(machine, rulings) : machine;
}

/** A grade in which a ruling on somebody else's alike sentence counts too. Nobody has read this text, so a wish for a person stays. */
export function withRulingOnAlike(now: Grade, ruling: Ruling): Grade {
  return withComments({ ...applyRulings(now, [ruling]), needsReview: now.needsReview });
}

/** The new grade, but no criterion with a lower level than now: what was earned keeps its level and evidence. */
export function keepHigher(now: Grade, next: Grade): Grade {
  const criteria = next.criteria.map((line): CriterionGrade => {
    const old = lineIn(now, line.id);
    if (!old || LEVEL_SHARE[old.level] <= LEVEL_SHARE[line.level]) return line;
    return { ...old, max: line.max, points: line.max * LEVEL_SHARE[old.level] };
  });
  return withCriteria(next, criteria);
}

/** Which criteria move between two grades of one text, with the sentence behind each: new evidence, or what counts no more. */
export function changesBetween(
  now: Grade,
  next: Grade,
  titleOf: (criterionId: string) => string,
): (Omit<LevelChange, 'criterionId'> & { readonly criterionId: string })[] {
  return next.criteria.flatMap((line) => {
    const from = lineIn(now, line.id)?.level ?? 'none';
    if (from === line.level) return [];
    const isRise = LEVEL_SHARE[line.level] > LEVEL_SHARE[from];
    const evidence = (isRise ? line : lineIn(now, line.id))?.evidence ?? [];
    return [{ criterionId: line.id, title: titleOf(line.id), from, to: line.level, quote: evidence[0]?.quote ?? null }];
  });
}

export interface RegradeOptions {
  readonly neverLowerOverall: boolean;
  readonly neverLowerCriteria: boolean;
}

/** The grade that a regrade puts in force under these options; null where the old one stays. */
export function planRegrade(now: Grade, next: Grade, options: RegradeOptions): Grade | null {
  const grade = options.neverLowerCriteria ? keepHigher(now, next) : next;
  const move = grade.overall - now.overall;
  if (options.neverLowerOverall && move < -LEAST_MOVE) return null;
  const isSame = Math.abs(move) < LEAST_MOVE && changesBetween(now, grade, (id) => id).length === 0;
  return isSame ? null : grade;
}
