import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Course } from '@/schemas/course';
import { type RecallCardId, RecallCardIdSchema, RecallReviewIdSchema } from '@/schemas/ids';
import type { Confidence, Response } from '@/schemas/item';
import type { RecallAnswer, RecallQueue } from '@/schemas/recall';
import type { Actor } from '@/server/actor';
import { inTransaction } from '@/server/db/database';
import { deleteLearners } from '@/server/delete-learners';
import { mergeLearner } from '@/server/merge-learner';
import { markLessonRead } from '@/server/progress';
import { answerItem, openQuiz } from '@/server/quizzes';
import { pauseRecall, resetRecall, saveRecallZone } from '@/server/recall/change-recall';
import { selectDueCount, selectRecallQueue } from '@/server/recall/queue';
import { reviewCard, undoReview } from '@/server/recall/review-card';
import { selectRecallProgress } from '@/server/recall/select-retention';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { FIRST_ITEM, handInOf, LESSON, SCENARIO, SECOND_ITEM, teach } from '../support/fixture';
import { newAccount, newGuest } from '../support/people';
import { withItem } from '../support/recall-course';

const DAY = 86_400_000;
const START = Date.parse('2026-11-23T08:00:00Z');
const RIGHT: Response = { type: 'single-choice', chosen: 'sql' };
const WRONG: Response = { type: 'single-choice', chosen: 'code' };
const itemAnswer = (response: Response, confidence: Confidence = 'think-so'): RecallAnswer => ({
  type: 'item',
  response,
  confidence,
});
const self = (rating: 'again' | 'hard' | 'good' | 'easy'): RecallAnswer => ({ type: 'self', rating });

function granted<Value>(outcome: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}

async function answerQuiz(actor: Actor, first: Response, confidence: Confidence, second = 180) {
  const { attemptId } = granted(await openQuiz(actor, LESSON, 'all'));
  granted(await answerItem(actor, attemptId, { itemId: FIRST_ITEM, response: first, confidence }));
  const response = { type: 'numeric', value: second } as const;
  granted(await answerItem(actor, attemptId, { itemId: SECOND_ITEM, response, confidence: 'sure' }));
}

/** The card that is asked now. */
function frontOf(queue: RecallQueue) {
  if (queue.status !== 'asking') throw new Error(`nothing is asked: ${queue.status}`);
  return queue.front;
}
const asked = async (actor: Actor) => frontOf(await selectRecallQueue(actor));
const handIn = async (actor: Actor, explanation: string) =>
  granted(
    await submitHandIn(actor, { scenarioId: SCENARIO, handIn: handInOf(explanation), idempotencyKey: randomUUID() }),
  );

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each(ENGINES)('spaced review on %s', (engine) => {
  let opened: TestDatabase;
  let course: Course;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
  });
  beforeEach(async () => {
    course = await teach();
  });
  afterAll(() => opened.discard());

  const cardsOf = ({ learnerId }: Actor) =>
    opened.db.selectFrom('recall_cards').selectAll().where('learnerId', '=', learnerId).orderBy('sourceKey').execute();
  const logsOf = ({ learnerId }: Actor) =>
    opened.db.selectFrom('recall_logs').selectAll().where('learnerId', '=', learnerId).orderBy('id').execute();

  /** Somebody who has missed the first item of the quiz. */
  async function whoMissed() {
    const { actor } = await newGuest();
    await answerQuiz(actor, WRONG, 'sure');
    return actor;
  }

  describe('a card', () => {
    test('is made of an item answered wrong or right by a guess, and of no other', async () => {
      const { actor } = await newGuest();
      expect(await selectRecallQueue(actor)).toMatchObject({ status: 'empty' });
      await answerQuiz(actor, RIGHT, 'sure');
      expect(await selectDueCount(actor)).toEqual({ today: 0, waiting: 0 });
      await answerQuiz(actor, RIGHT, 'guess');
      expect(await selectDueCount(actor)).toEqual({ today: 1, waiting: 0 });
      const wrong = await whoMissed();
      expect(await cardsOf(wrong)).toEqual([]);
      expect(await asked(wrong)).toMatchObject({ type: 'item', isNew: true, question: { id: FIRST_ITEM } });
      expect(await cardsOf(wrong)).toMatchObject([{ kind: 'item', sourceKey: FIRST_ITEM, version: 0 }]);
    });

    test('is made once, however often the item is missed and however many look at once', async () => {
      const actor = await whoMissed();
      await answerQuiz(actor, WRONG, 'guess');
      await Promise.all([selectDueCount(actor), selectRecallQueue(actor), selectDueCount(actor)]);
      await answerQuiz(actor, WRONG, 'guess');
      await selectDueCount(actor);
      expect(await cardsOf(actor)).toHaveLength(1);
    });

    test('says nothing of the key before it is answered', async () => {
      const actor = await whoMissed();
      expect(JSON.stringify(await selectRecallQueue(actor))).not.toMatch(/rationale|"key"|Seventy|isCorrect/);
    });

    test('of a criterion asks by title and hint, is graded by the grader, and opens its descriptor with the exercise', async () => {
      const { actor } = await newGuest();
      await handIn(
        actor,
        'Everybody likes Go and it is modern, so we take it, and the rest will follow from there, we think, in time.',
      );
      expect((await cardsOf(actor)).length).toBe(0);
      const front = await asked(actor);
      expect(front).toMatchObject({
        type: 'text',
        title: 'The fixed date decides',
        hint: 'Which facts could nobody change?',
      });
      expect(JSON.stringify(front)).not.toMatch(/weighs them against speed|launch date|The date cannot move/);
      const text = 'SQL takes 70 of the 250 ms, which leaves 180 ms, so processor time is not scarce here.';
      const answer = { type: 'text', text, confidence: 'sure' } as const;
      const { back } = granted(await reviewCard(actor, { cardId: front.cardId, version: front.version, answer }));
      expect(back.shown).toMatchObject({ type: 'text', text, descriptor: null });
      expect(back.rating).toBe('again');
    });

    test('of a case and its conditions waits until the exercise is open, then shows them', async () => {
      const { actor } = await newGuest();
      for (let draft = 0; draft < 2; draft += 1)
        await handIn(actor, `Draft ${draft}: Go is modern and everybody likes it here.`);
      await selectRecallQueue(actor);
      const kinds = async () => [...new Set((await cardsOf(actor)).map(({ kind }) => kind))];
      expect(await kinds()).not.toContain('case-flip');
      await handIn(actor, 'Draft 3: Go is modern and everybody likes it here.');
      await selectRecallQueue(actor);
      expect(await kinds()).toContain('case-flip');
    });

    test('of a claim comes with a lesson read, after everything that was missed', async () => {
      const actor = await whoMissed();
      granted(await markLessonRead(actor, LESSON));
      const first = await asked(actor);
      expect(first.type).toBe('item');
      const { queue } = granted(
        await reviewCard(actor, { cardId: first.cardId, version: 0, answer: itemAnswer(RIGHT) }),
      );
      expect(frontOf(queue)).toMatchObject({
        type: 'self',
        about: 'claim',
        quoted: 'A faster language makes every page faster.',
        answers: [{ text: 'A profile shows the time in our own code.' }],
      });
    });
  });

  describe('an answer', () => {
    test.each([
      [itemAnswer(WRONG, 'sure'), 'again', 1],
      [itemAnswer(RIGHT, 'guess'), 'hard', 2],
      [itemAnswer(RIGHT, 'think-so'), 'good', 3],
      [itemAnswer(RIGHT, 'sure'), 'easy', 8],
    ] as const)('%j is rated %s and comes back in %i days', async (answer, rating, days) => {
      const actor = await whoMissed();
      const { cardId, version } = await asked(actor);
      const { back, queue } = granted(await reviewCard(actor, { cardId, version, answer }));
      expect(back).toMatchObject({ rating, dueAt: START + days * DAY, isEarlier: false });
      expect(back.shown).toMatchObject({ answered: { reveal: { key: ['sql'] } } });
      expect(queue).toMatchObject({ status: 'resting', doneToday: 1, next: { type: 'on', at: START + days * DAY } });
      vi.setSystemTime(START + (days - 1) * DAY);
      expect(await selectDueCount(actor)).toEqual({ today: 0, waiting: 0 });
      // From the first minute of its day on, though it was answered at eight.
      vi.setSystemTime(START + days * DAY - 8 * 3_600_000);
      expect(await selectDueCount(actor)).toEqual({ today: 1, waiting: 0 });
    });

    test('given in two tabs, or sent twice, is one: the second gets what came of the first', async () => {
      const actor = await whoMissed();
      const { cardId, version } = await asked(actor);
      const [one, other] = await Promise.all([
        reviewCard(actor, { cardId, version, answer: itemAnswer(RIGHT) }),
        reviewCard(actor, { cardId, version, answer: itemAnswer(WRONG) }),
      ]);
      const backs = [granted(one).back, granted(other).back];
      expect(backs[0]?.reviewId).toBe(backs[1]?.reviewId);
      expect(backs.map(({ isEarlier }) => isEarlier).sort()).toEqual([false, true]);
      expect(await logsOf(actor)).toHaveLength(1);
      const late = granted(await reviewCard(actor, { cardId, version, answer: itemAnswer(WRONG) }));
      expect(late.back).toMatchObject({ isEarlier: true, rating: backs[0]?.rating });
      expect(await logsOf(actor)).toHaveLength(1);
    });

    test('is refused for a card of somebody else, of another version, of another kind, and before it is due', async () => {
      const [actor, other] = [await whoMissed(), await whoMissed()];
      const { cardId } = await asked(actor);
      const refused = async (who: Actor, id: RecallCardId, version: number, answer: RecallAnswer) => {
        const outcome = await reviewCard(who, { cardId: id, version, answer });
        return outcome.ok ? 'granted' : outcome.reason;
      };
      expect(await refused(other, cardId, 0, itemAnswer(RIGHT))).toBe('unknown-card');
      expect(await refused(actor, RecallCardIdSchema.parse('no-such-card'), 0, itemAnswer(RIGHT))).toBe('unknown-card');
      expect(await refused(actor, cardId, 3, itemAnswer(RIGHT))).toBe('stale-card');
      expect(await refused(actor, cardId, 0, self('easy'))).toBe('unscorable');
      expect(await refused(actor, cardId, 0, itemAnswer({ type: 'single-choice', chosen: 'nothing' }))).toBe(
        'unscorable',
      );
      granted(await reviewCard(actor, { cardId, version: 0, answer: itemAnswer(RIGHT) }));
      expect(await refused(actor, cardId, 1, itemAnswer(RIGHT))).toBe('not-due');
      expect(await logsOf(actor)).toHaveLength(1);
    });

    test('can be taken back once, the last one of today only, and counts for nothing then', async () => {
      const [actor, other] = [await whoMissed(), await whoMissed()];
      const { cardId, version } = await asked(actor);
      const { back } = granted(await reviewCard(actor, { cardId, version, answer: itemAnswer(RIGHT) }));
      expect(await undoReview(other, back.reviewId)).toEqual({ ok: false, reason: 'unknown-review' });
      const queue = granted(await undoReview(actor, back.reviewId));
      expect(queue).toMatchObject({ status: 'asking', doneToday: 0, undo: null, front: { isNew: true, version: 2 } });
      expect(granted(await undoReview(actor, back.reviewId))).toEqual(queue);
      // What was sent for the version before is not taken any more.
      expect((await reviewCard(actor, { cardId, version, answer: itemAnswer(RIGHT) })).ok).toBe(false);
      const again = granted(await reviewCard(actor, { cardId, version: 2, answer: itemAnswer(WRONG) })).back;
      vi.setSystemTime(START + DAY);
      expect(await undoReview(actor, again.reviewId)).toEqual({ ok: false, reason: 'too-late' });
      expect(await undoReview(actor, RecallReviewIdSchema.parse('no-such-review'))).toMatchObject({ ok: false });
      expect(await logsOf(actor)).toMatchObject([{ undoneAt: START }, { undoneAt: null, rating: 'again' }]);
    });

    test('on a server whose clock was set back a day leaves no time passed', async () => {
      const actor = await whoMissed();
      const { cardId, version } = await asked(actor);
      granted(await reviewCard(actor, { cardId, version, answer: itemAnswer(WRONG) }));
      vi.setSystemTime(START + DAY);
      granted(await reviewCard(actor, { cardId, version: 1, answer: itemAnswer(WRONG) }));
      vi.setSystemTime(START);
      expect(await selectDueCount(actor)).toEqual({ today: 0, waiting: 0 });
      await opened.db.updateTable('recall_cards').set({ dueAt: START }).where('id', '=', cardId).execute();
      const { back } = granted(await reviewCard(actor, { cardId, version: 2, answer: itemAnswer(RIGHT) }));
      expect(back.dueAt).toBeGreaterThan(START + DAY);
      expect((await logsOf(actor)).at(-1)).toMatchObject({ elapsedDays: 0, reviewedAt: START + DAY });
    });
  });

  describe('the days of a learner', () => {
    test('are those of their own time zone', async () => {
      const actor = await whoMissed();
      const { cardId, version } = await asked(actor);
      granted(await reviewCard(actor, { cardId, version, answer: itemAnswer(WRONG) }));
      // Eleven in the evening in Greenwich is the next day in Auckland.
      vi.setSystemTime(START + 13 * 3_600_000);
      expect(await selectRecallQueue(actor)).toMatchObject({ doneToday: 1, status: 'resting' });
      await saveRecallZone(actor, 'Pacific/Auckland');
      expect(await selectRecallQueue(actor)).toMatchObject({ doneToday: 0, status: 'asking' });
    });
  });

  describe('the course', () => {
    test('edits a card: it is asked at once, says so, and keeps what is remembered', async () => {
      const actor = await whoMissed();
      const { cardId, version } = await asked(actor);
      granted(await reviewCard(actor, { cardId, version, answer: itemAnswer(RIGHT, 'sure') }));
      await teach(withItem(course, (item) => ({ ...item, rationale: 'Better said.' })));
      expect(await selectDueCount(actor)).toEqual({ today: 0, waiting: 0 });
      await teach(withItem(course, (item) => ({ ...item, stem: 'Which part takes longest?' })));
      const front = await asked(actor);
      expect(front).toMatchObject({
        isChanged: true,
        isNew: false,
        version: 2,
        question: { stem: 'Which part takes longest?' },
      });
      // An answer to the old wording is not taken for one to the new.
      expect(await reviewCard(actor, { cardId, version: 1, answer: itemAnswer(RIGHT) })).toMatchObject({
        ok: false,
        reason: 'stale-card',
      });
      granted(await reviewCard(actor, { cardId, version: 2, answer: itemAnswer(RIGHT) }));
      expect(await cardsOf(actor)).toMatchObject([{ changedAt: null }]);
      expect(JSON.parse((await cardsOf(actor))[0]?.memory ?? '{}')).toMatchObject({ reps: 2 });
    });

    test('takes an item out: its card is retired, blocks nothing, and comes back with it', async () => {
      const actor = await whoMissed();
      granted(await markLessonRead(actor, LESSON));
      const { cardId } = await asked(actor);
      await teach(withItem(course, null));
      const queue = await selectRecallQueue(actor);
      expect(queue).toMatchObject({ status: 'asking', retired: 1, front: { about: 'claim' } });
      expect((await reviewCard(actor, { cardId, version: 0, answer: itemAnswer(RIGHT) })).ok).toBe(false);
      vi.setSystemTime(START + 8 * DAY);
      expect(await selectRecallQueue(actor)).toMatchObject({ retired: 0 });
      await teach(course);
      expect(await asked(actor)).toMatchObject({ type: 'item', cardId });
    });
  });

  describe('a pause', () => {
    test('asks nothing, moves dates by its length, and leaves what was never answered as it is', async () => {
      const actor = await whoMissed();
      granted(await markLessonRead(actor, LESSON));
      const { cardId, version } = await asked(actor);
      granted(await reviewCard(actor, { cardId, version, answer: itemAnswer(RIGHT) }));
      expect(await pauseRecall(actor, true)).toMatchObject({ status: 'paused', pausedAt: START });
      vi.setSystemTime(START + 10 * DAY);
      expect(await selectDueCount(actor)).toEqual({ today: 0, waiting: 0 });
      expect(await pauseRecall(actor, true)).toMatchObject({ pausedAt: START });
      expect(await reviewCard(actor, { cardId, version: 1, answer: itemAnswer(RIGHT) })).toMatchObject({
        ok: false,
        reason: 'paused',
      });
      expect(await pauseRecall(actor, false)).toMatchObject({ status: 'asking', front: { about: 'claim' } });
      const card = (await cardsOf(actor)).find(({ kind }) => kind === 'item');
      expect(card?.dueAt).toBe(START + 13 * DAY);
    });
  });

  test('starting over forgets what was remembered, keeps the log, and does not lift the limit of the day', async () => {
    const actor = await whoMissed();
    const { cardId, version } = await asked(actor);
    const { back } = granted(await reviewCard(actor, { cardId, version, answer: itemAnswer(RIGHT, 'sure') }));
    expect(await resetRecall(actor)).toMatchObject({
      status: 'asking',
      doneToday: 1,
      undo: null,
      front: { isNew: true },
    });
    expect(await undoReview(actor, back.reviewId)).toMatchObject({ ok: false, reason: 'too-late' });
    expect(await logsOf(actor)).toHaveLength(1);
  });

  test('retention counts answers at least a day apart that were not taken back', async () => {
    const actor = await whoMissed();
    for (const [day, response] of [WRONG, WRONG, RIGHT].entries()) {
      vi.setSystemTime(START + day * DAY);
      const { cardId, version } = await asked(actor);
      const { back } = granted(await reviewCard(actor, { cardId, version, answer: itemAnswer(response) }));
      if (day === 2) granted(await undoReview(actor, back.reviewId));
    }
    expect(await selectRecallProgress(actor)).toMatchObject({
      retention: { type: 'too-early', n: 1 },
      answers: 2,
      cards: { active: 1, unanswered: 0, retired: 0 },
    });
  });

  test('cards and answers move from a guest to an account, where both had one the later answer stays', async () => {
    const guest = await newGuest();
    const account = await newAccount();
    for (const { actor } of [account, guest]) {
      await answerQuiz(actor, WRONG, 'sure');
      const { cardId, version } = await asked(actor);
      granted(await reviewCard(actor, { cardId, version, answer: itemAnswer(WRONG) }));
      vi.setSystemTime(START + DAY);
    }
    granted(await markLessonRead(guest.actor, LESSON));
    await selectDueCount(guest.actor);
    const [theirs] = await cardsOf(guest.actor).then((cards) => cards.filter(({ kind }) => kind === 'item'));
    await mergeLearner(guest.actor.learnerId, account.actor.learnerId);
    await selectDueCount(account.actor);
    const cards = await cardsOf(account.actor);
    expect(cards.filter(({ kind }) => kind === 'item').map(({ id }) => id)).toEqual([theirs?.id]);
    expect(cards.filter(({ kind }) => kind === 'claim-flip').length).toBeGreaterThan(0);
    expect((await logsOf(account.actor)).map(({ cardVersion }) => cardVersion).sort()).toEqual([-1, 0]);
    expect(await logsOf(guest.actor)).toEqual([]);
    expect(await cardsOf(guest.actor)).toEqual([]);
  });

  test('everything goes with its learner', async () => {
    const actor = await whoMissed();
    const { cardId, version } = await asked(actor);
    granted(await reviewCard(actor, { cardId, version, answer: itemAnswer(WRONG) }));
    await inTransaction((tx) => deleteLearners(tx, [actor.learnerId]));
    expect(await cardsOf(actor)).toEqual([]);
    expect(await logsOf(actor)).toEqual([]);
  });
});
