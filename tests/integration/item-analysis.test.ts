import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getCourse } from '@/course/course';
import { CohortIdSchema } from '@/schemas/ids';
import type { ItemAnalysis } from '@/schemas/item-analysis';
import { toAnalysedCourse } from '@/server/analysis/analysed-course';
import { selectItemAnalysis } from '@/server/analysis/item-analysis';
import { readItemStatistics } from '@/server/analysis/read-item-statistics';
import { database, inTransaction } from '@/server/db/database';
import { deleteLearners } from '@/server/delete-learners';
import { itemHash } from '@/server/item-hash';
import { answerItem, openQuiz } from '@/server/quizzes';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { FIRST_ITEM, LESSON, SECOND_ITEM, teach } from '../support/fixture';
import { newCohort, newGuest, newStaff } from '../support/people';
import { addCrowd, times } from '../support/quiz-crowd';

const CROWD = [
  ...times(20, { right: [true, true] }),
  ...times(10, { right: [true, false] }),
  ...times(10, { right: [false, true] }),
  ...times(20, { right: [false, false] }),
];

const count = async (cohortId: ItemAnalysis['items'][number]['itemId'] | string) =>
  readItemStatistics(database(), toAnalysedCourse(await getCourse()), {
    key: 'test',
    cohortIds: [CohortIdSchema.parse(cohortId)],
  });
const itemOf = (analysis: ItemAnalysis, id: string) => {
  const found = analysis.items.find(({ itemId }) => itemId === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

describe.each(ENGINES)('figures of items on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
  });
  afterAll(() => opened.discard());

  /** φ = (20·20 − 10·10) / (30·30) = ⅓; totals 2, 1, 0 each twenty times: variance ⅔, KR-20 = 2 · (1 − ½ / ⅔) = ½. */
  test('are those worked out by hand, from finished first attempts of the cohort alone', async () => {
    const [cohort, other] = [await newCohort(), await newCohort()];
    await addCrowd(database(), cohort, CROWD);
    await addCrowd(database(), cohort, times(9, { right: [true, true], number: 2 }));
    await addCrowd(database(), cohort, times(9, { right: [true, true], isFinished: false }));
    await addCrowd(database(), other, times(9, { right: [true, true] }));
    const analysis = await count(cohort);
    const { figures, problems } = itemOf(analysis, FIRST_ITEM);
    expect(figures.difficulty).toMatchObject({ type: 'estimate', value: 0.5, n: 60 });
    expect(figures.discrimination.type === 'estimate' && figures.discrimination.value).toBeCloseTo(1 / 3, 12);
    expect(figures.medianSeconds).toMatchObject({ value: 30, n: 60 });
    expect(itemOf(analysis, SECOND_ITEM).figures.medianSeconds).toMatchObject({ value: 20 });
    expect(figures.options.map(({ id, rate }) => [id, rate.type === 'estimate' && rate.value])).toEqual([
      ['sql', 0.5],
      ['code', 0.5],
      ['network', 0],
    ]);
    expect(problems).toEqual([{ kind: 'unused-distractor', optionIds: ['network'] }]);
    const quiz = analysis.quizzes.find(({ lessonId }) => lessonId === LESSON);
    expect(quiz?.alpha.type === 'estimate' && quiz.alpha.value).toBeCloseTo(0.5, 12);
  });

  test('keep wordings apart: an edit shows before and after, and the figures are those of today', async () => {
    const cohort = await newCohort();
    const item = (await getCourse()).lessons.flatMap(({ quiz }) => quiz.items).find(({ id }) => id === FIRST_ITEM);
    if (!item) throw new Error('no item');
    await addCrowd(database(), cohort, times(12, { right: [false, true], hashes: ['old', null] }));
    await addCrowd(database(), cohort, times(12, { right: [true, true], hashes: [itemHash(item), null] }));
    const { figures, versions } = itemOf(await count(cohort), FIRST_ITEM);
    expect(figures.difficulty).toMatchObject({ value: 1, n: 12 });
    expect(versions.map(({ hash, isCurrent, figures: { difficulty } }) => [hash, isCurrent, difficulty])).toMatchObject(
      [
        ['old', false, { value: 0, n: 12 }],
        [itemHash(item), true, { value: 1, n: 12 }],
      ],
    );
  });

  test('an answer keeps the wording it was given to', async () => {
    const learner = await newGuest();
    const quiz = await openQuiz(learner.actor, LESSON, 'all');
    if (!quiz.ok) throw new Error(quiz.reason);
    const response = { type: 'single-choice', chosen: 'sql' } as const;
    await answerItem(learner.actor, quiz.value.attemptId, {
      itemId: FIRST_ITEM,
      response: response as never,
      confidence: 'sure',
    });
    const row = await database()
      .selectFrom('item_responses')
      .select('itemHash')
      .where('attemptId', '=', quiz.value.attemptId)
      .executeTakeFirstOrThrow();
    expect(row.itemHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('nobody answered: every figure says so, and no item is accused', async () => {
    const analysis = await count(await newCohort());
    expect(analysis.items.length).toBeGreaterThan(0);
    for (const { figures, problems, versions } of analysis.items)
      expect([figures.difficulty.type, problems, versions]).toEqual(['undefined', [], []]);
  });

  test('are kept, counted again, and follow the people who leave', async () => {
    const cohort = await newCohort();
    const { actor } = await newStaff(cohort, 'instructor');
    const ids = await addCrowd(database(), cohort, times(12, { right: [true, true] }));
    const read = async () => {
      const kept = await selectItemAnalysis(actor, cohort);
      return kept.status === 'counted' ? itemOf(kept.data, FIRST_ITEM).figures.n : kept.status;
    };
    // A page waits a second and a half and then shows what was there before; a busy machine takes longer.
    const soon = () => expect.poll(read, { timeout: 30_000 });
    await soon().toBe(12);
    await inTransaction((tx) => deleteLearners(tx, ids.slice(0, 5)));
    await database().updateTable('analyses').set({ countedAt: 0 }).execute();
    await soon().toBe(7);
    expect(await database().selectFrom('analyses').selectAll().execute()).toHaveLength(1);
  });
});
