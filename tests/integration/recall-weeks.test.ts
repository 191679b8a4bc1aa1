import { randomUUID } from 'node:crypto';
import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { selectLesson, selectOptionalItem } from '@/course/select';
import { MOST_A_DAY, MOST_NEW_A_DAY } from '@/grader/recall/plan-day';
import { repeatableRandom } from '@/grader/statistics/repeatable-random';
import type { Course } from '@/schemas/course';
import { EMPTY_DECISION } from '@/schemas/decision';
import type { Confidence, Item, Response } from '@/schemas/item';
import type { RecallAnswer, RecallFront, RecallQueue } from '@/schemas/recall';
import type { Actor } from '@/server/actor';
import { addDecision } from '@/server/decisions/decisions';
import { markLessonRead } from '@/server/progress';
import { answerItem, openQuiz } from '@/server/quizzes';
import { cardsCalledFor } from '@/server/recall/card-sources';
import { pauseRecall } from '@/server/recall/change-recall';
import { dayOf, monthsAfter } from '@/server/recall/days';
import { selectDueCount, selectRecallQueue } from '@/server/recall/queue';
import { reviewCard, undoReview } from '@/server/recall/review-card';
import { readTraces } from '@/server/recall/traces';
import { submitHandIn } from '@/server/submit-hand-in';
import { freshDatabase, type TestDatabase } from '../support/databases';
import { handInOf, SCENARIO, teach } from '../support/fixture';
import { newGuest } from '../support/people';
import { withManyLessons } from '../support/recall-course';

/**
 * Ten people study for eight weeks: they read, answer quizzes, hand records in, review on most evenings, stay away, take
 * answers back, send some twice, and one pauses. The clock is false and chance is seeded; functions and database are real.
 */
const PEOPLE = 10;
const DAYS = 56;
const DAY = 86_400_000;
const START = Date.parse('2026-11-02T18:00:00Z');
const LESSONS = 28;

type Chance = () => number;

let opened: TestDatabase;
let course: Course;
beforeAll(async () => {
  opened = await freshDatabase('sqlite');
  course = withManyLessons(await teach(), LESSONS);
  await teach(course);
});
afterAll(() => opened.discard());
afterEach(() => {
  vi.useRealTimers();
});

function granted<Value>(outcome: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}

/** A right response, or one that fits the item and is wrong. */
function responseTo(item: Item, isRight: boolean): Response {
  if (item.type === 'numeric') return { type: 'numeric', value: isRight ? item.key : item.key + 50 };
  if (item.type !== 'single-choice') throw new Error(`the fixture has no ${item.type}`);
  const chosen = item.options.find(({ id }) => (id === item.key) === isRight)?.id ?? item.key;
  return { type: 'single-choice', chosen };
}

const confidenceBy = (chance: Chance): Confidence =>
  (['sure', 'think-so', 'guess'] as const)[Math.floor(chance() * 3)] ?? 'guess';

async function studyLesson(actor: Actor, number: number, chance: Chance): Promise<void> {
  const { lesson, quiz } = selectLesson(course, `lesson-${number}`);
  granted(await markLessonRead(actor, lesson.id));
  const { attemptId } = granted(await openQuiz(actor, lesson.id, 'all'));
  for (const item of quiz.items) {
    const response = responseTo(item, chance() < 0.55);
    granted(await answerItem(actor, attemptId, { itemId: item.id, response, confidence: confidenceBy(chance) }));
  }
}

async function handInRecord(actor: Actor): Promise<void> {
  const handIn = handInOf('Go is modern and everybody in the team likes it, so we take Go for the whole thing.');
  granted(await submitHandIn(actor, { scenarioId: SCENARIO, handIn, idempotencyKey: randomUUID() }));
}

/** A decision of their own, to be looked at again some days later. */
async function writeDecision(actor: Actor, day: number): Promise<void> {
  const reviewOn = dayOf(START + (day + 9) * DAY, null);
  granted(await addDecision(actor, randomUUID(), { ...EMPTY_DECISION, title: `Decision of day ${day}`, reviewOn }));
}

function answerTo(front: RecallFront, chance: Chance): RecallAnswer {
  const isRight = chance() < 0.85;
  if (front.type === 'self') return { type: 'self', rating: isRight ? 'good' : 'again' };
  if (front.type === 'text')
    return { type: 'text', text: 'The date is fixed and the team ships Go.', confidence: 'think-so' };
  if (front.type === 'decision') return { type: 'decision', answer: 'still-right', note: '', again: '1-month' };
  const lessonId = front.place?.id ?? '';
  const item = selectOptionalItem(course, lessonId, front.question.id);
  if (!item) throw new Error(`no item ${front.question.id}`);
  return { type: 'item', response: responseTo(item, isRight), confidence: confidenceBy(chance) };
}

/** Answers what is asked, at most `most`; now and then an answer is sent twice, or taken back and given again. */
async function reviewSitting(actor: Actor, chance: Chance, most: number): Promise<void> {
  let queue: RecallQueue = await selectRecallQueue(actor);
  for (let count = 0; count < most && queue.status === 'asking'; count += 1) {
    const { cardId, version } = queue.front;
    const given = { cardId, version, answer: answerTo(queue.front, chance) };
    const { back, queue: next } = granted(await reviewCard(actor, given));
    queue = next;
    if (chance() < 0.05) expect(granted(await reviewCard(actor, given)).back.reviewId).toBe(back.reviewId);
    if (chance() < 0.03 && queue.undo) queue = granted(await undoReview(actor, back.reviewId));
    vi.setSystemTime(Date.now() + 25_000);
  }
}

async function liveOneDay(actor: Actor, person: number, day: number, chance: Chance): Promise<void> {
  vi.setSystemTime(START + day * DAY + person * 600_000);
  // Person 3 is on holiday for twelve days and says so; person 7 stays away for ten and says nothing.
  if (person === 3 && day === 20) await pauseRecall(actor, true);
  if (person === 3 && day === 32) await pauseRecall(actor, false);
  if ((person === 3 && day >= 20 && day < 32) || (person === 7 && day >= 25 && day < 35)) return;
  if (day % 2 === person % 2 && day / 2 < LESSONS) await studyLesson(actor, Math.floor(day / 2) + 1, chance);
  if (day % 19 === person) await handInRecord(actor);
  if (day % 13 === person) await writeDecision(actor, day);
  // Person 9 misses no evening; the others miss every fourth, and sometimes stop after four cards.
  if (person === 9 || chance() < 0.75) await reviewSitting(actor, chance, chance() < 0.1 ? 4 : 50);
}

const cardsOf = ({ learnerId }: Actor) =>
  opened.db.selectFrom('recall_cards').selectAll().where('learnerId', '=', learnerId).execute();
const logsOf = ({ learnerId }: Actor) =>
  opened.db
    .selectFrom('recall_logs')
    .selectAll()
    .where('learnerId', '=', learnerId)
    .where('undoneAt', 'is', null)
    .orderBy('reviewedAt')
    .orderBy('id')
    .execute();

/** No day above the limit, and no queue above what the limit leaves. */
async function expectBoundedLoad(actor: Actor): Promise<void> {
  const days = new Map<string, { all: number; fresh: number }>();
  for (const { reviewedAt, before, answer } of await logsOf(actor)) {
    const isFresh = before === null && JSON.parse(answer).type !== 'decision';
    const day = days.get(dayOf(reviewedAt, 'UTC')) ?? { all: 0, fresh: 0 };
    days.set(dayOf(reviewedAt, 'UTC'), { all: day.all + 1, fresh: day.fresh + (isFresh ? 1 : 0) });
  }
  expect(days.size).toBeGreaterThan(20);
  expect(Math.max(...[...days.values()].map(({ all }) => all))).toBeLessThanOrEqual(MOST_A_DAY);
  expect(Math.max(...[...days.values()].map(({ fresh }) => fresh))).toBeLessThanOrEqual(MOST_NEW_A_DAY);
}

/** Exactly the cards that the rows call for, each once. */
async function expectNothingLost(actor: Actor): Promise<void> {
  await selectDueCount(actor);
  const keys = (await cardsOf(actor)).map(({ kind, sourceKey }) => `${kind}:${sourceKey}`).sort();
  const called = cardsCalledFor(course, await readTraces(opened.db, actor.learnerId));
  expect(keys).toEqual(called.map(({ kind, sourceKey }) => `${kind}:${sourceKey}`).sort());
  expect(keys.length).toBeGreaterThan(30);
}

const library = fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: false });
const RATINGS: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

/** Replays each card's log through the library alone. A pause moves the date of the card afterwards, by its length. */
async function expectLibraryDates(actor: Actor, pauses: ReadonlyMap<string, number>): Promise<number> {
  const logs = await logsOf(actor);
  let replayed = 0;
  // A decision comes back on its day, and the scheduler of memory has no say in it.
  for (const card of (await cardsOf(actor)).filter(({ kind }) => kind !== 'decision')) {
    const own = logs.filter(({ cardId }) => cardId === card.id);
    let known = createEmptyCard(new Date(card.createdAt));
    for (const log of own) {
      known = library.next(known, new Date(log.reviewedAt), RATINGS[log.rating] ?? Rating.Again).card;
      expect({ due: log.dueAfter, days: log.scheduledDays }).toEqual({
        due: known.due.getTime(),
        days: known.scheduled_days,
      });
      replayed += 1;
    }
    expect(card.memory === null).toBe(own.length === 0);
    if (own.length > 0) expect(card.dueAt).toBe(known.due.getTime() + (pauses.get(card.id) ?? 0));
  }
  return replayed;
}

/** No decision is asked before its day; answered, it has the day that was chosen. Fulfils with how many were answered. */
async function expectDecisionsOnTheirDay(actor: Actor): Promise<number> {
  const cards = (await cardsOf(actor)).filter(({ kind }) => kind === 'decision');
  const logs = (await logsOf(actor)).filter(({ cardId }) => cards.some(({ id }) => id === cardId));
  for (const { reviewedAt, dueBefore, dueAfter } of logs) {
    expect(dayOf(reviewedAt, 'UTC') >= dayOf(dueBefore, 'UTC')).toBe(true);
    expect(dayOf(dueAfter, 'UTC')).toBe(monthsAfter(dayOf(reviewedAt, 'UTC'), 1));
  }
  expect(cards.every(({ memory }) => memory === null)).toBe(true);
  return logs.length;
}

/** Cards that person 3 has not answered since the pause still carry its length. */
async function pausedCards(actor: Actor): Promise<ReadonlyMap<string, number>> {
  const from = START + 20 * DAY + 3 * 600_000;
  const length = 12 * DAY;
  const logs = await logsOf(actor);
  const answered = new Set(logs.filter(({ reviewedAt }) => reviewedAt >= from + length).map(({ cardId }) => cardId));
  const before = new Set(logs.filter(({ reviewedAt }) => reviewedAt < from).map(({ cardId }) => cardId));
  return new Map([...before].filter((id) => !answered.has(id)).map((id) => [id, length]));
}

test('ten people over eight weeks: a bounded day, no card lost or made twice, and the dates of the library', {
  timeout: 120_000,
}, async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  const people = [];
  for (let person = 0; person < PEOPLE; person += 1)
    people.push({ actor: (await newGuest()).actor, chance: repeatableRandom(person + 1) });
  for (let day = 0; day < DAYS; day += 1)
    for (const [person, { actor, chance }] of people.entries()) await liveOneDay(actor, person, day, chance);

  let [replayed, asked] = [0, 0];
  for (const [person, { actor }] of people.entries()) {
    await expectBoundedLoad(actor);
    await expectNothingLost(actor);
    asked += await expectDecisionsOnTheirDay(actor);
    replayed += await expectLibraryDates(actor, person === 3 ? await pausedCards(actor) : new Map());
  }
  expect(replayed).toBeGreaterThan(1_500);
  expect(asked).toBeGreaterThan(20);
});
