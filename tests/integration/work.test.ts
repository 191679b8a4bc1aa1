import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AttemptIdSchema, LessonIdSchema, SubmissionIdSchema } from '@/schemas/ids';
import { saveDraft, selectDraft } from '@/server/drafts';
import { savePreferences, selectPreferences } from '@/server/preferences';
import { markLessonRead, selectProgress } from '@/server/progress';
import { answerItem, openQuiz, selectQuizView } from '@/server/quizzes';
import { selectHandIns, selectResult } from '@/server/submissions';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { FIRST_ITEM, handInOf, LESSON, SCENARIO, SECOND_ITEM, teach, UNKNOWN_SCENARIO } from '../support/fixture';
import { newGuest } from '../support/people';

const right = { type: 'single-choice', chosen: 'sql' } as const;
const wrong = { type: 'single-choice', chosen: 'code' } as const;
const numeric = (value: number) => ({ type: 'numeric', value }) as const;
const key = () => randomUUID();

function granted<Value>(outcome: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}

const ALL_REMINDERS = { dueSoon: true, overdue: true, digest: true };
const DATES_BY_LETTER = {
  dueSoon: true,
  overdue: false,
  feedback: false,
  digest: false,
  desk: false,
  timeZone: null,
};

describe.each(ENGINES)('a learner on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
  });
  afterAll(() => opened.discard());

  test('a visitor without a session has not begun and gets default preferences', async () => {
    expect((await selectProgress(null)).hasBegun).toBe(false);
    expect(await selectPreferences(null)).toEqual({
      editor: 'monaco',
      predictions: 'ask',
      reminders: ALL_REMINDERS,
      letters: DATES_BY_LETTER,
      sharing: 'undecided',
    });
    expect(await selectQuizView(null, LESSON)).toBeNull();
  });

  test('reading a lesson counts once, and an unknown lesson is refused', async () => {
    const { actor } = await newGuest();
    const { readAt } = granted(await markLessonRead(actor, LESSON));
    expect(granted(await markLessonRead(actor, LESSON)).readAt).toBe(readAt);
    expect((await selectProgress(actor)).modules[0]?.lessonsRead).toBe(1);
    expect(await markLessonRead(actor, LessonIdSchema.parse('none-such'))).toEqual({
      ok: false,
      reason: 'unknown-lesson',
    });
  });

  test('preferences are kept per person', async () => {
    const [one, other] = [await newGuest(true), await newGuest(true)];
    await savePreferences(one.actor, { editor: 'plain' });
    expect(await selectPreferences(one.actor)).toEqual({
      editor: 'plain',
      predictions: 'ask',
      reminders: ALL_REMINDERS,
      letters: DATES_BY_LETTER,
      sharing: 'undecided',
    });
    await savePreferences(one.actor, { predictions: 'never' });
    expect(await selectPreferences(one.actor)).toEqual({
      editor: 'plain',
      predictions: 'never',
      reminders: ALL_REMINDERS,
      letters: DATES_BY_LETTER,
      sharing: 'undecided',
    });
    expect(await selectPreferences(other.actor)).toEqual({
      editor: 'monaco',
      predictions: 'ask',
      reminders: ALL_REMINDERS,
      letters: DATES_BY_LETTER,
      sharing: 'undecided',
    });
  });

  describe('quizzes', () => {
    test('a view holds no key or rationale before answering, and both afterwards', async () => {
      const { actor } = await newGuest();
      const view = granted(await openQuiz(actor, LESSON, 'all'));
      expect(view.questions).toHaveLength(2);
      expect(JSON.stringify(view)).not.toContain('Seventy milliseconds');
      expect(JSON.stringify(view)).not.toContain('rationale');
      const answered = granted(
        await answerItem(actor, view.attemptId, { itemId: FIRST_ITEM, response: wrong, confidence: 'sure' }),
      );
      expect(answered).toMatchObject({ isCorrect: false, reveal: { key: ['sql'] } });
      expect(JSON.stringify(answered.view)).toContain('Seventy milliseconds');
      expect(JSON.stringify(answered.view)).not.toContain('250 − 70 = 180');
    });

    test('one right and one wrong finish an attempt at a half; the missed one can be gone over to mastery', async () => {
      const { actor } = await newGuest();
      const { attemptId } = granted(await openQuiz(actor, LESSON, 'all'));
      await answerItem(actor, attemptId, { itemId: FIRST_ITEM, response: wrong, confidence: 'guess' });
      const half = granted(
        await answerItem(actor, attemptId, { itemId: SECOND_ITEM, response: numeric(180), confidence: 'sure' }),
      );
      expect(half.view).toMatchObject({
        isFinished: true,
        share: 0.5,
        standing: { right: 1, total: 2, isMastered: false },
      });
      const missed = granted(await openQuiz(actor, LESSON, 'missed'));
      expect(missed).toMatchObject({ number: 2, answered: [], isFinished: false });
      expect(missed.questions.map((question) => question.id)).toEqual([FIRST_ITEM]);
      const all = granted(
        await answerItem(actor, missed.attemptId, { itemId: FIRST_ITEM, response: right, confidence: 'sure' }),
      );
      expect(all.view).toMatchObject({
        isFinished: true,
        share: 1,
        standing: { right: 2, total: 2, isMastered: true },
      });
      expect(await openQuiz(actor, LESSON, 'missed')).toEqual({ ok: false, reason: 'nothing-missed' });
      expect(await selectQuizView(actor, LESSON)).toEqual(all.view);
    });

    test('opening twice at once gives one attempt', async () => {
      const { actor } = await newGuest();
      const views = await Promise.all([openQuiz(actor, LESSON, 'all'), openQuiz(actor, LESSON, 'all')]);
      expect(new Set(views.map((view) => granted(view).attemptId)).size).toBe(1);
    });

    test('an answer is final: the same again is a retry, another one is refused', async () => {
      const { actor } = await newGuest();
      const { attemptId } = granted(await openQuiz(actor, LESSON, 'all'));
      const answer = { itemId: FIRST_ITEM, response: wrong, confidence: 'sure' } as const;
      const [first, second] = await Promise.all([
        answerItem(actor, attemptId, answer),
        answerItem(actor, attemptId, answer),
      ]);
      expect(granted(second).view).toEqual(granted(first).view);
      expect(await answerItem(actor, attemptId, { ...answer, response: right })).toEqual({
        ok: false,
        reason: 'already-answered',
      });
    });

    test('a response that does not fit its item is refused and not stored', async () => {
      const { actor } = await newGuest();
      const { attemptId } = granted(await openQuiz(actor, LESSON, 'all'));
      const answer = {
        itemId: FIRST_ITEM,
        response: { type: 'single-choice', chosen: 'none-such' },
        confidence: 'sure',
      } as const;
      expect(await answerItem(actor, attemptId, answer)).toMatchObject({ ok: false, reason: 'unscorable' });
      expect(granted(await openQuiz(actor, LESSON, 'all')).answered).toEqual([]);
    });

    test('an attempt from before wordings were kept, whose open items were taken out, does not stand in the way of a new one', async () => {
      const { actor } = await newGuest();
      const { attemptId } = granted(await openQuiz(actor, LESSON, 'all'));
      await answerItem(actor, attemptId, { itemId: FIRST_ITEM, response: right, confidence: 'sure' });
      await opened.db.updateTable('quiz_attempts').set({ itemHashes: null }).where('id', '=', attemptId).execute();
      const course = await teach();
      const lessons = course.lessons.map((loaded) => ({
        ...loaded,
        quiz: { ...loaded.quiz, items: loaded.quiz.items.filter((item) => item.id === FIRST_ITEM) },
      }));
      await teach({ ...course, lessons });
      const next = granted(await openQuiz(actor, LESSON, 'all'));
      await teach(course);
      expect(next).toMatchObject({ number: 2, answered: [], standing: { right: 1, total: 1 } });
    });

    test('nobody answers in the attempt of somebody else', async () => {
      const [owner, other] = [await newGuest(), await newGuest()];
      const { attemptId } = granted(await openQuiz(owner.actor, LESSON, 'all'));
      const answer = { itemId: FIRST_ITEM, response: right, confidence: 'sure' } as const;
      expect(await answerItem(other.actor, attemptId, answer)).toEqual({ ok: false, reason: 'unknown-attempt' });
      expect(await answerItem(other.actor, AttemptIdSchema.parse('no-such-attempt'), answer)).toMatchObject({
        ok: false,
      });
    });
  });

  describe('drafts', () => {
    test('a save on the stored version raises it; a stale one is refused and both texts are kept', async () => {
      const { actor } = await newGuest();
      expect(granted(await saveDraft(actor, SCENARIO, 0, handInOf('first'))).version).toBe(1);
      expect(granted(await saveDraft(actor, SCENARIO, 1, handInOf('second'))).version).toBe(2);
      const stale = await saveDraft(actor, SCENARIO, 1, handInOf('from the other tab'));
      expect(stale).toMatchObject({
        ok: false,
        reason: 'stale',
        detail: { version: 2, handIn: { explanation: 'second' } },
      });
      expect((await selectDraft(actor, SCENARIO))?.handIn.explanation).toBe('second');
      const kept = await opened.db
        .selectFrom('draft_conflicts')
        .select('handIn')
        .where('learnerId', '=', actor.learnerId)
        .execute();
      expect(kept.map((row) => JSON.parse(row.handIn).explanation)).toEqual(['from the other tab']);
    });

    test('saving the stored text again is a retry, not a conflict', async () => {
      const { actor } = await newGuest();
      await saveDraft(actor, SCENARIO, 0, handInOf('same'));
      expect(granted(await saveDraft(actor, SCENARIO, 0, handInOf('same'))).version).toBe(1);
    });

    test('two first saves at once: one is stored, the other text is kept', async () => {
      const { actor } = await newGuest();
      const both = await Promise.all(['one', 'two'].map((text) => saveDraft(actor, SCENARIO, 0, handInOf(text))));
      expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
      const kept = await opened.db
        .selectFrom('draft_conflicts')
        .select('id')
        .where('learnerId', '=', actor.learnerId)
        .execute();
      expect(kept).toHaveLength(1);
    });

    test('a draft is its own learner’s only, and needs an exercise that exists', async () => {
      const [owner, other] = [await newGuest(), await newGuest()];
      await saveDraft(owner.actor, SCENARIO, 0, handInOf('mine'));
      expect(await selectDraft(other.actor, SCENARIO)).toBeNull();
      expect(await saveDraft(owner.actor, UNKNOWN_SCENARIO, 0, handInOf())).toEqual({
        ok: false,
        reason: 'unknown-exercise',
      });
    });

    test('text comes back exactly: emoji, lone surrogates, line ends, 20,000 characters', async () => {
      const { actor } = await newGuest();
      const text = `ü🦀\ud800\r\n\t"\\${'x'.repeat(19_900)}`;
      await saveDraft(actor, SCENARIO, 0, handInOf(text));
      expect((await selectDraft(actor, SCENARIO))?.handIn.explanation).toBe(text);
    });
  });

  describe('hand-ins', () => {
    test('a hand-in is graded, numbered and found again by its learner only', async () => {
      const [owner, other] = [await newGuest(), await newGuest()];
      const first = granted(
        await submitHandIn(owner.actor, { scenarioId: SCENARIO, handIn: handInOf(), idempotencyKey: key() }),
      );
      const second = granted(
        await submitHandIn(owner.actor, { scenarioId: SCENARIO, handIn: handInOf(), idempotencyKey: key() }),
      );
      expect([first.number, second.number]).toEqual([1, 2]);
      const result = await selectResult(owner.actor, second.submissionId);
      expect(result).toMatchObject({
        number: 2,
        scenarioId: SCENARIO,
        grade: { choices: { 'http-api': { credit: 1 } } },
      });
      expect(result?.handIns.map((handIn) => handIn.submissionId)).toEqual([first.submissionId, second.submissionId]);
      expect(await selectHandIns(owner.actor, SCENARIO)).toEqual(result?.handIns);
      expect(await selectResult(other.actor, second.submissionId)).toBeNull();
      expect(await selectResult(owner.actor, SubmissionIdSchema.parse('no-such-submission'))).toBeNull();
      expect(await selectHandIns(other.actor, SCENARIO)).toEqual([]);
    });

    test('descriptors, worked numbers and model answers open with the third hand-in, not before', async () => {
      const { actor } = await newGuest();
      const exercise = (await teach()).exercises[0];
      const secrets = exercise?.rubric.criteria.flatMap(({ asks, full, half }) => [asks, full, half]) ?? [];
      expect(secrets.length).toBeGreaterThan(0);
      const results: string[] = [];
      for (let number = 1; number <= 3; number += 1) {
        const { submissionId } = granted(
          await submitHandIn(actor, {
            scenarioId: SCENARIO,
            handIn: handInOf(`draft ${number}`),
            idempotencyKey: key(),
          }),
        );
        results.push(JSON.stringify(await selectResult(actor, submissionId)));
      }
      for (const secret of secrets)
        expect([results[1]?.includes(secret), results[2]?.includes(secret)]).toEqual([false, true]);
      expect(results.map((text) => text.includes('modelAnswers'))).toEqual([false, false, true]);
      expect(results[1]).not.toContain('People and tests keep software alive');
      for (const opened of [
        'no later speed could repay',
        'Somebody else carries the learning',
        'Who maintains it in year',
      ])
        expect(results.map((text) => text.includes(opened))).toEqual([false, false, true]);
    });

    test('the same key and text give the same reply; the same key with another text is refused', async () => {
      const { actor } = await newGuest();
      const request = { scenarioId: SCENARIO, handIn: handInOf(), idempotencyKey: key() };
      const replies = await Promise.all([
        submitHandIn(actor, request),
        submitHandIn(actor, request),
        submitHandIn(actor, request),
      ]);
      expect(new Set(replies.map((reply) => granted(reply).submissionId)).size).toBe(1);
      expect(await selectHandIns(actor, SCENARIO)).toHaveLength(1);
      const other = await submitHandIn(actor, { ...request, handIn: handInOf('another text') });
      expect(other).toEqual({ ok: false, reason: 'key-reused' });
    });

    test('a key belongs to its learner: somebody else may use the same one', async () => {
      const [one, other] = [await newGuest(), await newGuest()];
      const request = { scenarioId: SCENARIO, handIn: handInOf(), idempotencyKey: key() };
      const [mine, theirs] = [
        granted(await submitHandIn(one.actor, request)),
        granted(await submitHandIn(other.actor, request)),
      ];
      expect(mine.submissionId).not.toBe(theirs.submissionId);
    });

    test('parallel different hand-ins all arrive, numbered without a gap', async () => {
      const { actor } = await newGuest();
      const texts = Array.from({ length: 8 }, (_, index) => `draft ${index}`);
      await Promise.all(
        texts.map((text) =>
          submitHandIn(actor, { scenarioId: SCENARIO, handIn: handInOf(text), idempotencyKey: key() }),
        ),
      );
      const handIns = await selectHandIns(actor, SCENARIO);
      expect(handIns.map((handIn) => handIn.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    });

    test('an unknown exercise, a missing choice, a foreign component and an empty record are refused', async () => {
      const { actor } = await newGuest();
      const submit = (handIn: object, scenarioId = SCENARIO) =>
        submitHandIn(actor, { scenarioId, handIn: { ...handInOf(), ...handIn }, idempotencyKey: key() });
      expect(await submit({}, UNKNOWN_SCENARIO)).toEqual({ ok: false, reason: 'unknown-exercise' });
      expect(await submit({ choices: {} })).toMatchObject({ reason: 'incomplete', detail: 'no choice for HTTP API' });
      expect(await submit({ choices: { 'http-api': 'go', other: 'go' } })).toMatchObject({ reason: 'incomplete' });
      expect(await submit({ explanation: ' \n' })).toMatchObject({
        reason: 'incomplete',
        detail: 'the record has no text',
      });
      expect(await selectHandIns(actor, SCENARIO)).toEqual([]);
    });

    test('progress follows reading, quiz and hand-in', async () => {
      const { actor } = await newGuest();
      await submitHandIn(actor, { scenarioId: SCENARIO, handIn: handInOf(), idempotencyKey: key() });
      const progress = await selectProgress(actor);
      expect(progress.hasBegun).toBe(true);
      expect(progress.exercises.find((exercise) => exercise.scenarioId === SCENARIO)?.handIns).toBe(1);
    });
  });
});
