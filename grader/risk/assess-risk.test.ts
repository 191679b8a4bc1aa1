import { describe, expect, test } from 'vitest';
import { assessRisk, type RiskFacts } from './assess-risk';

const quiet: RiskFacts = {
  isGuest: false,
  hasBegun: true,
  isDone: false,
  daysSinceJoined: 30,
  daysSinceActive: 1,
  openExercises: [],
  wrongItems: [],
  sure: 0,
  sureAndWrong: 0,
  overdue: 0,
  daysOverdue: 0,
};
const kinds = (facts: Partial<RiskFacts>) => assessRisk({ ...quiet, ...facts }).reasons.map(({ kind }) => kind);

describe('who is at risk', () => {
  test('nobody, where all goes well', () => {
    expect(assessRisk(quiet)).toEqual({ weight: 0, reasons: [] });
  });

  test.each([
    ['13 days away', { daysSinceActive: 13 }, []],
    ['14 days away', { daysSinceActive: 14 }, ['inactive']],
    ['away, but done', { daysSinceActive: 90, isDone: true }, []],
    ['enrolled 6 days ago, nothing begun', { hasBegun: false, daysSinceJoined: 6, daysSinceActive: 6 }, []],
    [
      'enrolled 7 days ago, nothing begun',
      { hasBegun: false, daysSinceJoined: 7, daysSinceActive: 7 },
      ['never-started'],
    ],
    ['a guest who only looked', { isGuest: true, hasBegun: false, daysSinceJoined: 90, daysSinceActive: 90 }, []],
    ['one draft that failed', { openExercises: [{ scenarioId: 'S01', handIns: 1, best: 0.3 }] }, []],
    ['two', { openExercises: [{ scenarioId: 'S01', handIns: 2, best: 0.3 }] }, ['stuck-exercise']],
    ['three', { openExercises: [{ scenarioId: 'S01', handIns: 3, best: 0.3 }] }, ['failing']],
    ['an item missed once', { wrongItems: [{ itemId: 'a', failures: 1 }] }, []],
    ['an item missed twice', { wrongItems: [{ itemId: 'a', failures: 2 }] }, ['stuck-item']],
    ['an assignment that is overdue since today', { overdue: 1, daysOverdue: 0 }, ['overdue']],
    ['a guest who only looked, where something is overdue', { isGuest: true, hasBegun: false, overdue: 1 }, []],
    ['sure and wrong twice', { sure: 4, sureAndWrong: 2 }, []],
    ['sure and wrong three times of ten', { sure: 10, sureAndWrong: 3 }, ['overconfident']],
    ['sure and wrong three times of eleven', { sure: 11, sureAndWrong: 3 }, []],
  ] as const)('%s', (_, facts, expected) => {
    expect(kinds(facts)).toEqual(expected);
  });

  test('the worst item stands for all, with how many others there are', () => {
    const { reasons } = assessRisk({
      ...quiet,
      wrongItems: [
        { itemId: 'a', failures: 2 },
        { itemId: 'b', failures: 4 },
        { itemId: 'c', failures: 1 },
      ],
    });
    expect(reasons).toEqual([{ kind: 'stuck-item', itemId: 'b', failures: 4, others: 1 }]);
  });

  test('a date that passed stands between an exercise and an item that somebody is stuck on', () => {
    const facts = {
      overdue: 9,
      daysOverdue: 400,
      openExercises: [{ scenarioId: 'S01', handIns: 2, best: 0.2 }],
      wrongItems: [{ itemId: 'a', failures: 2 }],
    };
    expect(kinds(facts)).toEqual(['stuck-exercise', 'overdue', 'stuck-item']);
  });

  test('trouble with the work weighs more than absence, and reasons come heaviest first', () => {
    const failing = assessRisk({ ...quiet, openExercises: [{ scenarioId: 'S01', handIns: 3, best: 0.2 }] });
    const away = assessRisk({ ...quiet, daysSinceActive: 400 });
    expect(failing.weight).toBeGreaterThan(away.weight);
    expect(
      kinds({
        daysSinceActive: 20,
        openExercises: [{ scenarioId: 'S01', handIns: 5, best: null }],
        sure: 3,
        sureAndWrong: 3,
      }),
    ).toEqual(['failing', 'inactive', 'overconfident']);
  });
});
