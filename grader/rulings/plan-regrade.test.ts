import { expect, test } from 'vitest';
import type { CriterionGrade, Grade } from '@/schemas/grade';
import type { Level } from '@/schemas/rubric';
import { FIXTURE_EXERCISE } from '@/tests/support/graded-exercise';
import { gradeHandIn } from '../grade-hand-in';
import { findAlikeSentence } from '../similarity/alike-sentence';
import { applyRulings } from './apply-rulings';
import { changesBetween, keepHigher, planRegrade, withRulingOnAlike, withRulingsOf } from './plan-regrade';

const base = gradeHandIn(FIXTURE_EXERCISE, { choices: {}, explanation: 'We keep Go for now.' });
const [one, two] = base.criteria.map(({ id }) => String(id)) as [string, string];

/** The grade with these levels, as a machine might have given them. */
function graded(...levels: readonly [Level, Level]): Grade {
  const rulings = [one, two].map((criterionId, at) => ({ criterionId, level: levels[at] ?? 'none', reason: 'x' }));
  const grade = applyRulings(base, rulings);
  const criteria = grade.criteria.map(({ person: _, ...line }): CriterionGrade => {
    const evidence = line.level === 'none' ? [] : [{ start: 0, end: 2, quote: `We ${line.id} ${line.level}` }];
    return { ...line, evidence };
  });
  return { ...grade, criteria, needsReview: true };
}
const levelsOf = (grade: Grade | null) => grade?.criteria.map(({ level }) => level);
const FREE = { neverLowerOverall: false, neverLowerCriteria: false };

test('what a person ruled is laid over the new grade, and the rest is the machine’s', () => {
  const now = applyRulings(graded('none', 'none'), [{ criterionId: one, level: 'full', reason: 'It is there.' }]);
  const next = withRulingsOf(now, graded('none', 'half'));
  expect(levelsOf(next)).toEqual(['full', 'half']);
  expect(next.criteria[0]?.person).toEqual({ machineLevel: 'none', reason: 'It is there.' });
});

test('a ruling on a criterion that is no more is left behind', () => {
  const now = applyRulings(graded('none', 'none'), [{ criterionId: two, level: 'full', reason: 'It is there.' }]);
  const machine = graded('half', 'none');
  const next = withRulingsOf(now, { ...machine, criteria: machine.criteria.slice(0, 1) });
  expect(levelsOf(next)).toEqual(['half']);
});

test('never lower, per criterion: what was earned keeps its level, evidence and points, and rises count', () => {
  const [now, next] = [graded('full', 'none'), graded('none', 'half')];
  const kept = keepHigher(now, next);
  expect(levelsOf(kept)).toEqual(['full', 'half']);
  expect(kept.criteria[0]?.evidence).toEqual(now.criteria[0]?.evidence);
  expect(kept.explanation.points).toBe(1.5 * (kept.criteria[0]?.max ?? 0));
  expect(kept.overall).toBe(graded('full', 'half').overall);
});

test('never lower overall leaves the old grade alone; without it a fall is applied', () => {
  const [now, next] = [graded('full', 'none'), graded('none', 'half')];
  expect(levelsOf(planRegrade(now, next, FREE))).toEqual(['none', 'half']);
  expect(planRegrade(now, next, { ...FREE, neverLowerOverall: true })).toBeNull();
  expect(levelsOf(planRegrade(now, next, { neverLowerOverall: true, neverLowerCriteria: true }))).toEqual([
    'full',
    'half',
  ]);
});

test('where nothing moves, nothing is applied; where levels change places and the sum stays, it is', () => {
  expect(planRegrade(graded('half', 'none'), graded('half', 'none'), FREE)).toBeNull();
  expect(levelsOf(planRegrade(graded('half', 'none'), graded('none', 'half'), FREE))).toEqual(['none', 'half']);
});

test('a change names the new evidence where it rises and the lost one where it falls', () => {
  const [now, next] = [graded('full', 'none'), graded('half', 'half')];
  expect(changesBetween(now, next, (id) => id)).toEqual([
    { criterionId: one, title: one, from: 'full', to: 'half', quote: now.criteria[0]?.evidence[0]?.quote },
    { criterionId: two, title: two, from: 'none', to: 'half', quote: next.criteria[1]?.evidence[0]?.quote },
  ]);
});

test('a ruling on an alike sentence leaves the wish for a person as it was', () => {
  const next = withRulingOnAlike(graded('none', 'none'), { criterionId: one, level: 'full', reason: 'Alike.' });
  expect(levelsOf(next)).toEqual(['full', 'none']);
  expect(next.needsReview).toBe(true);
});

test('an alike sentence is found in other words and order, and one that denies it is not', () => {
  const wanted = 'The launch date was promised to a customer and cannot move.';
  const found = findAlikeSentence(
    wanted,
    'We like Go. The customer was promised a launch date that cannot move! Done.',
  );
  expect(found?.quote).toBe('The customer was promised a launch date that cannot move!');
  expect(findAlikeSentence(wanted, 'The launch date was promised to a customer and can move.')).toBeNull();
  expect(findAlikeSentence(wanted, 'The team knows Go and the date is near.')).toBeNull();
});
