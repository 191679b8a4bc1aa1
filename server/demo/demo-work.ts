import 'server-only';
import { gradeHandIn } from '@/grader/grade-hand-in';
import { scoreItem } from '@/grader/score-item';
import type { Exercise, LoadedLesson } from '@/schemas/course';
import type { Grade } from '@/schemas/grade';
import { type LearnerId, SubmissionIdSchema } from '@/schemas/ids';
import type { Confidence, Item } from '@/schemas/item';
import type { HandIn } from '@/schemas/scenario';
import { openAttempt } from '../attempts/current-attempt';
import { contentHash, toJson } from '../db/json';
import type { Tx } from '../db/open-database';
import { storeGrade } from '../grading';
import { itemHash } from '../item-hash';
import { newId } from '../new-id';
import { storeSubmission } from '../store-submission';
import { chance } from './chance';
import type { DemoPerson } from './demo-people';
import { demoResponse } from './demo-response';
import type { DemoStep } from './demo-story';

/** The grader says the same of the same text: a sample that several of these people hand in is graded once. */
const grades = new WeakMap<HandIn, Grade>();

function gradeSample(exercise: Exercise, sample: HandIn): Grade {
  const grade = grades.get(sample) ?? gradeHandIn(exercise, sample);
  grades.set(sample, grade);
  return grade;
}

type StepOf<Type extends DemoStep['type']> = Extract<DemoStep, { type: Type }>;

const MINUTE = 60_000;
const RETRY_AFTER = 12 * MINUTE;

interface Attempt {
  readonly items: 'all' | 'missed';
  readonly list: readonly Item[];
  readonly number: number;
  readonly openedAt: number;
  /** Share of items that this person gets right. */
  readonly skill: number;
}

function confidenceOf(person: DemoPerson, item: Item): Confidence {
  if (person.manner === 'sure') return 'sure';
  const level = chance(person.name, item.id, 'confidence') + person.skill / 2;
  return level > 0.9 ? 'sure' : level > 0.45 ? 'think-so' : 'guess';
}

/** One finished attempt; answers with the items that were missed. */
async function takeAttempt(
  tx: Tx,
  learnerId: LearnerId,
  person: DemoPerson,
  { lesson, quiz }: LoadedLesson,
  { items, list, number, openedAt, skill }: Attempt,
): Promise<Item[]> {
  const id = newId();
  const answers = list.map((item, index) => {
    const isRight = chance(person.name, item.id, number) < skill;
    const response = demoResponse(item, isRight, chance(item.id, person.name, number));
    return { item, response, score: scoreItem(item, response), answeredAt: openedAt + (index + 1) * MINUTE };
  });
  const missed = answers.filter(({ score }) => score.type !== 'scored' || !score.isCorrect).map(({ item }) => item);
  await tx
    .insertInto('quiz_attempts')
    .values({
      id,
      learnerId,
      lessonId: lesson.id,
      number,
      seed: Math.floor(chance(person.name, quiz.lesson, number) * 2 ** 31),
      items,
      itemIds: toJson(list.map((item) => item.id)),
      openedAt,
      finishedAt: openedAt + list.length * MINUTE,
      score: (list.length - missed.length) / list.length,
    })
    .execute();
  const rows = answers.map(({ item, response, score, answeredAt }) => ({
    attemptId: id,
    itemId: item.id,
    response: toJson(response),
    confidence: confidenceOf(person, item),
    score: toJson(score),
    answeredAt,
    itemHash: itemHash(item),
  }));
  await tx.insertInto('item_responses').values(rows).execute();
  return missed;
}

/** Two more goes at what was missed, hardly better than the first: a person would have to help. */
async function tryAgain(
  tx: Tx,
  learnerId: LearnerId,
  person: DemoPerson,
  lesson: LoadedLesson,
  missed: readonly Item[],
  at: number,
): Promise<void> {
  for (let number = 2, list = missed; number <= 3 && list.length > 0; number += 1) {
    const openedAt = at + (number - 1) * RETRY_AFTER;
    const retry: Attempt = { items: 'missed', list, number, openedAt, skill: 0.3 };
    list = await takeAttempt(tx, learnerId, person, lesson, retry);
  }
}

/** A quiz, and for those who care a second go at what was missed. */
export async function takeQuiz(tx: Tx, learnerId: LearnerId, person: DemoPerson, step: StepOf<'quiz'>): Promise<void> {
  const { lesson, at } = step;
  const { items: list } = lesson.quiz;
  const first: Attempt = { items: 'all', list, number: 1, openedAt: at, skill: person.skill };
  const missed = await takeAttempt(tx, learnerId, person, lesson, first);
  if (missed.length === 0) return;
  if (person.manner === 'tries-again') return tryAgain(tx, learnerId, person, lesson, missed, at);
  if (person.skill < 0.65) return;
  const retry: Attempt = { items: 'missed', list: missed, number: 2, openedAt: at + RETRY_AFTER, skill: 0.9 };
  await takeAttempt(tx, learnerId, person, lesson, retry);
}

/** Hands in a record and has the grader grade it, as it would anybody's. */
export async function handIn(tx: Tx, learnerId: LearnerId, { exercise, handIn, at }: StepOf<'hand-in'>): Promise<void> {
  const scenarioId = exercise.scenario.id;
  const submissionId = SubmissionIdSchema.parse(newId());
  // Samples speak of the figures of the files, so everybody in the demo has those (their study seed is 0).
  const { id: attemptId } = await openAttempt(tx, learnerId, exercise, at);
  await storeSubmission(tx, {
    submissionId,
    learnerId,
    attemptId,
    scenarioId,
    handIn,
    contentHash: contentHash({ scenarioId, handIn }),
    idempotencyKey: `demo-${submissionId}`,
    pressedAt: null,
    submittedAt: at,
    gradingTries: 0,
  });
  await storeGrade(tx, { submissionId, learnerId, scenarioId }, exercise, gradeSample(exercise, handIn), at);
}
