import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { chooseDatabase, database } from '@/server/db/database';
import { type OpenDatabase, openDatabase } from '@/server/db/open-database';
import { EXERCISE, QUIZ_LESSON, realHandIn } from '../support/attack/real-exercise';
import { type Answered, codeIn, signUpAt, type Visitor } from '../support/visitor';

let opened: OpenDatabase;
beforeAll(() => {
  opened = openDatabase({ engine: 'sqlite', file: join(inject('appDataDir'), 'defensible.db') });
  chooseDatabase(opened);
});
afterAll(() => opened.close());

const handIn = (visitor: Visitor, text: string, more: object = {}, key: string = randomUUID()) =>
  visitor.send('POST', '/api/submissions', {
    body: { scenarioId: EXERCISE, handIn: realHandIn(text), ...more },
    headers: { 'idempotency-key': key },
  });

const storedOf = (learnerId: string) =>
  database()
    .selectFrom('submissions')
    .leftJoin('grades', 'grades.submissionId', 'submissions.id')
    .select(['submissions.id', 'number', 'submittedAt', 'pressedAt', 'overall'])
    .where('learnerId', '=', learnerId)
    .execute();
const answer = (reply: Answered) => [reply.status, codeIn(reply)];

describe('a hand-in', () => {
  test('22 that is sent twice at once is one draft with one grade', async () => {
    const { visitor, learnerId } = await signUpAt(inject('appUrl'), 'Ada Example');
    const key = randomUUID();
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => handIn(visitor, 'Four of six know Go.', {}, key)),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    const stored = await storedOf(learnerId);
    expect(stored).toHaveLength(1);
    expect(stored[0]?.overall).toEqual(expect.any(Number));
  });

  test('23 under a key that was used for another text is refused, and nothing is stored', async () => {
    const { visitor, learnerId } = await signUpAt(inject('appUrl'), 'Ada Example');
    const key = randomUUID();
    expect((await handIn(visitor, 'Four of six know Go.', {}, key)).status).toBe(201);
    expect(answer(await handIn(visitor, 'Five of six know Go.', {}, key))).toEqual([409, 'key-reused']);
    expect(await storedOf(learnerId)).toHaveLength(1);
  });

  test('24, 07 with a score, a grade, a time of receipt, a number or a person of its own is refused', async () => {
    const { visitor, learnerId } = await signUpAt(inject('appUrl'), 'Ada Example');
    const claims = {
      score: 1,
      grade: { overall: 1 },
      overall: 1,
      submittedAt: 1,
      number: 9,
      learnerId: 'x',
      role: 'owner',
    };
    for (const [name, value] of Object.entries(claims))
      expect([name, ...answer(await handIn(visitor, 'Go.', { [name]: value }))]).toEqual([name, 422, 'invalid-body']);
    expect(answer(await handIn(visitor, 'Go.', { attempt: 7 }))).toEqual([409, 'attempt-closed']);
    expect(await storedOf(learnerId)).toEqual([]);
  });

  test('24, 29 is received when the server says, whatever the clock of its browser says', async () => {
    const { visitor, learnerId } = await signUpAt(inject('appUrl'), 'Ada Example');
    const from = Date.now();
    for (const pressedAt of [0, from - 86_400_000, from + 86_400_000, 8_640_000_000_000_000])
      expect((await handIn(visitor, `Go, at ${pressedAt}.`, { pressedAt })).status).toBe(201);
    for (const pressedAt of [-1, 1.5, 8_640_000_000_000_001, '1970'])
      expect(answer(await handIn(visitor, 'Go.', { pressedAt }))).toEqual([422, 'invalid-body']);
    const stored = await storedOf(learnerId);
    expect(stored.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    for (const { submittedAt } of stored) {
      expect(submittedAt).toBeGreaterThanOrEqual(from - 1_000);
      expect(submittedAt).toBeLessThanOrEqual(Date.now() + 1_000);
    }
  });

  test('21, 25 to a closed attempt, and a twist before its turn, are refused and store nothing', async () => {
    const { visitor, learnerId } = await signUpAt(inject('appUrl'), 'Ada Example');
    expect(answer(await handIn(visitor, 'Go.', { attempt: 2 }))).toEqual([409, 'attempt-closed']);
    expect(await storedOf(learnerId)).toEqual([]);
    const { submissionId } = JSON.parse((await handIn(visitor, 'Four know Go.')).text) as { submissionId: string };
    const body = {
      twistId: `${EXERCISE}-T2`,
      changeHash: 'guessed',
      answer: { choices: {}, boundary: 'none', note: 'n' },
    };
    const skipped = await visitor.send('POST', `/api/twists/${submissionId}/2`, { body });
    expect([403, 404, 409]).toContain(skipped.status);
    const rounds = await database().selectFrom('twist_rounds').select('submissionId').execute();
    expect(rounds.filter((round) => round.submissionId === submissionId)).toEqual([]);
  });
});

interface Question {
  readonly id: string;
  readonly type: string;
  readonly options?: readonly { readonly id: string }[];
}

test('26 an answer is final, so that no search by trying finds the right one', async () => {
  const { visitor } = await signUpAt(inject('appUrl'), 'Ada Example');
  const opened = await visitor.send('POST', '/api/quizzes', { body: { lessonId: QUIZ_LESSON, items: 'all' } });
  const { view } = JSON.parse(opened.text) as { view: { attemptId: string } };
  const questions = findQuestions(view);
  const question = questions.find(({ type, options }) => type === 'single-choice' && (options?.length ?? 0) > 2);
  if (!question) throw new Error(`${QUIZ_LESSON} asks no single choice`);
  const give = (chosen: string) =>
    visitor.send('POST', `/api/attempts/${view.attemptId}/responses`, {
      body: { itemId: question.id, response: { type: 'single-choice', chosen }, confidence: 'guess' },
    });
  const [first, ...others] = question.options ?? [];
  expect((await give(first?.id ?? '')).status).toBe(200);
  for (const { id } of others) expect(answer(await give(id))).toEqual([409, 'already-answered']);
  // Opening again is the same attempt, with that answer in it.
  const again = await visitor.send('POST', '/api/quizzes', { body: { lessonId: QUIZ_LESSON, items: 'all' } });
  expect((JSON.parse(again.text) as { view: { attemptId: string } }).view.attemptId).toBe(view.attemptId);
});

/** Questions wherever a view holds them. */
function findQuestions(value: unknown): Question[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'id' in value && 'type' in value ? [value as Question] : [];
  return [...own, ...Object.values(value).flatMap(findQuestions)];
}
