import 'server-only';
import { randomInt } from 'node:crypto';
import { getCourse } from '@/course/course';
import { selectOptionalLesson } from '@/course/select';
import { isQuizMastered } from '@/grader/passing';
import { toReveal } from '@/grader/reveal-item';
import { scoreItem } from '@/grader/score-item';
import { shuffleQuestion } from '@/grader/shuffle';
import type { ItemResponse, QuizAttempt } from '@/schemas/attempt';
import type { LoadedLesson } from '@/schemas/course';
import { type AttemptId, AttemptIdSchema, type ItemId, type LearnerId, type LessonId } from '@/schemas/ids';
import type { Confidence, Item, Response } from '@/schemas/item';
import type { Outcome } from '@/schemas/outcome';
import { toQuestion } from '@/schemas/question';
import type { AnsweredItem, QuizView } from '@/schemas/reveal';
import type { Actor } from './actor';
import { type AskedItems, hashesOf, keepItems, readAskedItems } from './asked-items';
import { database, inTransaction } from './db/database';
import { contentHash, toJson } from './db/json';
import type { Db, Tx } from './db/open-database';
import { itemHash } from './item-hash';
import { lockLearner } from './learners';
import { newId } from './new-id';
import { readAttempt, readLatestAttempt } from './quiz-attempts';
import { rollUpResponse } from './rollups';

const SEEDS = 2 ** 31;

function toAnswered(item: Item, stored: ItemResponse): AnsweredItem {
  const { response, confidence, score } = stored;
  const [isCorrect, share] = score.type === 'scored' ? [score.isCorrect, score.share] : [false, 0];
  return { itemId: item.id, response, confidence, isCorrect, share, reveal: toReveal(item, response) };
}

async function standingOf(db: Db | Tx, learnerId: LearnerId, loaded: LoadedLesson): Promise<QuizView['standing']> {
  const ids = loaded.quiz.items.map((item) => item.id);
  const rows = await db
    .selectFrom('learner_items')
    .select('itemId')
    .where('learnerId', '=', learnerId)
    .where('itemId', 'in', ids)
    .where('isCorrect', '=', 1)
    .execute();
  const { masteryScore } = loaded.quiz;
  const isMastered = isQuizMastered(rows.length, ids.length, masteryScore);
  return { right: rows.length, total: ids.length, masteryScore, isMastered };
}

/** What the learner's browser may hold: questions without keys, reveals only for what was answered. */
async function toView(
  db: Db | Tx,
  loaded: LoadedLesson,
  attempt: QuizAttempt,
  { items, isChanged }: AskedItems,
): Promise<QuizView> {
  const answered = attempt.responses.flatMap((response) => {
    const item = items.find((candidate) => candidate.id === response.itemId);
    return item ? [toAnswered(item, response)] : [];
  });
  const order = (item: Item) => (item.type === 'ordering' ? item.key : undefined);
  return {
    attemptId: attempt.id,
    lessonId: attempt.lessonId,
    number: attempt.number,
    questions: items.map((item) => shuffleQuestion(toQuestion(item), attempt.seed, order(item))),
    answered,
    isFinished: attempt.status === 'finished',
    share: attempt.status === 'finished' ? attempt.score : null,
    isChanged: isChanged && attempt.status === 'open',
    standing: await standingOf(db, attempt.learnerId, loaded),
  };
}

/** The latest attempt at a lesson's quiz, or null for a visitor, an unknown lesson or a quiz not begun. */
export async function selectQuizView(actor: Actor | null, lessonId: LessonId): Promise<QuizView | null> {
  const loaded = selectOptionalLesson(await getCourse(), lessonId);
  if (!actor || !loaded) return null;
  const attempt = await readLatestAttempt(database(), actor.learnerId, lessonId);
  return attempt && toView(database(), loaded, attempt, await readAskedItems(database(), loaded, attempt));
}

async function missedItems(tx: Tx, learnerId: LearnerId, loaded: LoadedLesson): Promise<Item[]> {
  const rows = await tx
    .selectFrom('learner_items')
    .select('itemId')
    .where('learnerId', '=', learnerId)
    .where('isCorrect', '=', 0)
    .execute();
  return loaded.quiz.items.filter(({ id }) => rows.some((row) => row.itemId === id));
}

/** Whether anything is left to answer: an attempt whose last open items are gone is over. */
function hasLeft(attempt: QuizAttempt, { items }: AskedItems): boolean {
  const answered = attempt.responses.map((response) => response.itemId);
  return attempt.status === 'open' && items.some((item) => !answered.includes(item.id));
}

interface NewAttempt {
  readonly learnerId: LearnerId;
  readonly lessonId: LessonId;
  readonly items: 'all' | 'missed';
  readonly list: readonly Item[];
  readonly number: number;
}

async function insertAttempt(tx: Tx, attempt: NewAttempt): Promise<QuizAttempt> {
  const id = AttemptIdSchema.parse(newId());
  const { learnerId, lessonId, items, list, number } = attempt;
  const itemIds = list.map((item) => item.id);
  const seed = randomInt(SEEDS);
  const openedAt = Date.now();
  await tx
    .insertInto('quiz_attempts')
    .values({
      id,
      learnerId,
      lessonId,
      items,
      number,
      seed,
      itemIds: toJson(itemIds),
      itemHashes: toJson(hashesOf(list)),
      openedAt,
      finishedAt: null,
      score: null,
    })
    .execute();
  await keepItems(tx, list, openedAt);
  return {
    status: 'open',
    id,
    learnerId,
    lessonId,
    number,
    seed,
    itemIds,
    responses: [],
    openedAt,
  };
}

async function countFullAttempts(tx: Tx, learnerId: LearnerId, lessonId: LessonId): Promise<number> {
  const row = await tx
    .selectFrom('quiz_attempts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('learnerId', '=', learnerId)
    .where('lessonId', '=', lessonId)
    .where('items', '=', 'all')
    .executeTakeFirstOrThrow();
  return row.count;
}

/**
 * Opens a quiz: all its items, or those whose latest answer was wrong. An open attempt over the same items is handed
 * back as it stands, so that a second click or a second tab does not start over; with `isAnew` it is left behind where
 * its questions have changed since, and that costs no attempt.
 */
export async function openQuiz(
  actor: Actor,
  lessonId: LessonId,
  items: 'all' | 'missed',
  isAnew = false,
): Promise<Outcome<QuizView, 'unknown-lesson' | 'nothing-missed' | 'no-attempts-left'>> {
  const loaded = selectOptionalLesson(await getCourse(), lessonId);
  if (!loaded) return { ok: false, reason: 'unknown-lesson' };
  return inTransaction(async (tx) => {
    const learnerId = await lockLearner(tx, actor.learnerId, Date.now());
    const latest = await readLatestAttempt(tx, learnerId, lessonId);
    const asked = latest?.items === items ? await readAskedItems(tx, loaded, latest) : null;
    const isLeft = latest !== null && asked !== null && hasLeft(latest, asked);
    const isLeftBehind = isLeft && isAnew && asked.isChanged;
    if (isLeft && !isLeftBehind) return { ok: true, value: await toView(tx, loaded, latest, asked) };
    const list = items === 'all' ? loaded.quiz.items : await missedItems(tx, learnerId, loaded);
    if (list.length === 0) return { ok: false, reason: 'nothing-missed' };
    const limit = loaded.quiz.maxAttempts;
    const isLimited = items === 'all' && limit !== undefined && !isLeftBehind;
    if (isLimited && (await countFullAttempts(tx, learnerId, lessonId)) >= limit)
      return { ok: false, reason: 'no-attempts-left' };
    const number = (latest?.number ?? 0) + 1;
    const attempt = await insertAttempt(tx, { learnerId, lessonId, items, list, number });
    return { ok: true, value: await toView(tx, loaded, attempt, { items: list, isChanged: false }) };
  });
}

export interface ItemAnswer {
  readonly itemId: ItemId;
  readonly response: Response;
  readonly confidence: Confidence;
}

/** The attempt with one more response; finished with the last one. */
function withResponse({ items }: AskedItems, attempt: QuizAttempt, response: ItemResponse): QuizAttempt {
  const responses = [...attempt.responses, response];
  const given = items.flatMap((item) => responses.find((candidate) => candidate.itemId === item.id) ?? []);
  const next = { ...attempt, responses };
  if (given.length < items.length) return { ...next, status: 'open' };
  const right = given.filter(({ score }) => score.type === 'scored' && score.isCorrect).length;
  return { ...next, status: 'finished', finishedAt: response.answeredAt, score: right / items.length };
}

interface Answered {
  readonly item: Item;
  readonly response: ItemResponse;
}

async function storeResponse(
  tx: Tx,
  before: QuizAttempt,
  after: QuizAttempt,
  { item, response }: Answered,
): Promise<void> {
  await tx
    .insertInto('item_responses')
    .values({
      attemptId: before.id,
      itemId: response.itemId,
      response: toJson(response.response),
      confidence: response.confidence,
      score: toJson(response.score),
      answeredAt: response.answeredAt,
      itemHash: itemHash(item),
    })
    .execute();
  await rollUpResponse(tx, before.learnerId, before.lessonId, response);
  if (after.status === 'finished')
    await tx
      .updateTable('quiz_attempts')
      .set({ finishedAt: after.finishedAt, score: after.score })
      .where('id', '=', before.id)
      .execute();
}

type AnswerRefusal = 'unknown-attempt' | 'unknown-item' | 'already-answered' | 'unscorable';

/**
 * Scores and stores the answer to one item; from then on its key and rationales are in the view. An item is answered
 * once per attempt; the same answer again is a retry and gets the same reply. `detail` of unscorable says why.
 */
export async function answerItem(
  actor: Actor,
  attemptId: AttemptId,
  answer: ItemAnswer,
): Promise<Outcome<AnsweredItem & { view: QuizView }, AnswerRefusal, string>> {
  const course = await getCourse();
  return inTransaction(async (tx) => {
    const learnerId = await lockLearner(tx, actor.learnerId, Date.now());
    const attempt = await readAttempt(tx, learnerId, attemptId);
    const loaded = attempt && selectOptionalLesson(course, attempt.lessonId);
    if (!attempt || !loaded) return { ok: false, reason: 'unknown-attempt' };
    const asked = await readAskedItems(tx, loaded, attempt);
    const item = asked.items.find((candidate) => candidate.id === answer.itemId);
    if (!item) return { ok: false, reason: 'unknown-item' };
    const earlier = attempt.responses.find((response) => response.itemId === item.id);
    if (earlier) {
      if (contentHash(earlier.response) !== contentHash(answer.response))
        return { ok: false, reason: 'already-answered' };
      return { ok: true, value: { ...toAnswered(item, earlier), view: await toView(tx, loaded, attempt, asked) } };
    }
    const score = scoreItem(item, answer.response);
    if (score.type === 'unscorable') return { ok: false, reason: 'unscorable', detail: score.reason };
    const response: ItemResponse = { ...answer, score, answeredAt: Date.now() };
    const after = withResponse(asked, attempt, response);
    await storeResponse(tx, attempt, after, { item, response });
    return { ok: true, value: { ...toAnswered(item, response), view: await toView(tx, loaded, after, asked) } };
  });
}
