import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Course } from '@/schemas/course';
import type { Item } from '@/schemas/item';
import { selectExerciseNow } from '@/server/attempts/select-figures';
import { saveDraft } from '@/server/drafts';
import { answerItem, openQuiz, selectQuizView } from '@/server/quizzes';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { FIRST_ITEM, handInOf, LESSON, SCENARIO, SECOND_ITEM, teach } from '../support/fixture';
import { newGuest } from '../support/people';

const NEW_STEM = 'Which part of the page takes longest?';
const wrongNow = { type: 'single-choice', chosen: 'sql' } as const;

function granted<Value>(outcome: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}

describe.each(ENGINES)('content that changes while somebody is in the middle, on %s', (engine) => {
  let opened: TestDatabase;
  let course: Course;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    course = await teach();
  });
  afterEach(() => teach(course));
  afterAll(() => opened.discard());

  async function teachItems(change: (items: readonly Item[]) => Item[], maxAttempts?: number): Promise<void> {
    const lessons = course.lessons.map((loaded) => ({
      ...loaded,
      quiz: { ...loaded.quiz, items: change(loaded.quiz.items), ...(maxAttempts ? { maxAttempts } : {}) },
    }));
    await teach({ ...course, lessons });
  }

  /** The first item asks something else, and another option is right. */
  const edit = (items: readonly Item[]): Item[] =>
    items.map((item) =>
      item.id === FIRST_ITEM && item.type === 'single-choice' ? { ...item, stem: NEW_STEM, key: 'code' } : item,
    );

  test('an attempt goes on with the questions and keys it began with, and says so', async () => {
    const { actor } = await newGuest();
    const before = granted(await openQuiz(actor, LESSON, 'all'));
    expect(before.isChanged).toBe(false);
    await teachItems(edit);
    const again = granted(await openQuiz(actor, LESSON, 'all'));
    expect(again).toMatchObject({ attemptId: before.attemptId, isChanged: true, questions: before.questions });
    expect(await selectQuizView(actor, LESSON)).toMatchObject({ isChanged: true, questions: before.questions });
    const answer = { itemId: FIRST_ITEM, response: wrongNow, confidence: 'sure' } as const;
    expect(granted(await answerItem(actor, before.attemptId, answer)).isCorrect).toBe(true);
  });

  test('an item that was taken out is still asked where the attempt began with it', async () => {
    const { actor } = await newGuest();
    const { attemptId } = granted(await openQuiz(actor, LESSON, 'all'));
    await teachItems((items) => items.filter(({ id }) => id === FIRST_ITEM));
    const view = await selectQuizView(actor, LESSON);
    expect(view?.isChanged).toBe(true);
    expect(view?.questions.map(({ id }) => id)).toEqual([FIRST_ITEM, SECOND_ITEM]);
    const response = { type: 'numeric', value: 180 } as const;
    const answered = await answerItem(actor, attemptId, { itemId: SECOND_ITEM, response, confidence: 'guess' });
    expect(granted(answered).isCorrect).toBe(true);
  });

  test('a better rationale is no change: it is shown at once, and nothing is said', async () => {
    const { actor } = await newGuest();
    const { attemptId } = granted(await openQuiz(actor, LESSON, 'all'));
    await teachItems((items) => items.map((item) => ({ ...item, rationale: 'Said better.' })));
    expect((await selectQuizView(actor, LESSON))?.isChanged).toBe(false);
    const answer = { itemId: FIRST_ITEM, response: wrongNow, confidence: 'sure' } as const;
    expect(JSON.stringify(granted(await answerItem(actor, attemptId, answer)).reveal)).toContain('Said better.');
  });

  test('starting anew asks today’s questions, keeps the answers given and costs no attempt', async () => {
    const { actor } = await newGuest();
    const { attemptId } = granted(await openQuiz(actor, LESSON, 'all'));
    await answerItem(actor, attemptId, { itemId: FIRST_ITEM, response: wrongNow, confidence: 'sure' });
    await teachItems(edit, 1);
    const anew = granted(await openQuiz(actor, LESSON, 'all', true));
    expect(anew).toMatchObject({ number: 2, isChanged: false, answered: [] });
    expect(anew.questions.map(({ stem }) => stem)).toContain(NEW_STEM);
    const kept = opened.db.selectFrom('item_responses').select('itemId').where('attemptId', '=', attemptId).execute();
    expect(await kept).toHaveLength(1);
  });

  test('starting anew where nothing changed goes on with the attempt', async () => {
    const { actor } = await newGuest();
    const { attemptId } = granted(await openQuiz(actor, LESSON, 'all'));
    expect(granted(await openQuiz(actor, LESSON, 'all', true)).attemptId).toBe(attemptId);
  });

  test('a wording is kept once, however many begin with it', async () => {
    for (const _ of [1, 2]) granted(await openQuiz((await newGuest()).actor, LESSON, 'all'));
    const { items } = course.lessons[0]?.quiz ?? { items: [] };
    const rows = await opened.db.selectFrom('item_snapshots').select('item').execute();
    const ids = rows.map(({ item }) => JSON.parse(item)).filter((item) => item.stem !== NEW_STEM);
    expect(ids).toHaveLength(items.length);
  });

  test('an exercise says that its brief or rubric was edited since the attempt began, and only then', async () => {
    const { actor } = await newGuest();
    const [exercise] = course.exercises;
    if (!exercise) throw new Error('the course has no exercise');
    expect((await selectExerciseNow(actor, exercise, undefined)).isChanged).toBe(false);
    await saveDraft(actor, SCENARIO, 0, handInOf('begun'));
    expect((await selectExerciseNow(actor, exercise, undefined)).isChanged).toBe(false);
    const brief = {
      ...exercise,
      scenario: { ...exercise.scenario, brief: 'Another brief altogether, about another page of another shop.' },
    };
    expect((await selectExerciseNow(actor, brief, undefined)).isChanged).toBe(true);
    expect((await selectExerciseNow(actor, { ...exercise, rubricHash: 'other' }, undefined)).isChanged).toBe(true);
    const samples = { ...exercise, samples: [] };
    expect((await selectExerciseNow(actor, samples, undefined)).isChanged).toBe(false);
  });
});
