import 'server-only';
import type { Db } from '../db/open-database';

/** One row of the raw export: a quiz attempt, an answer in it, or a hand-in. What a row does not have is null. */
export interface RawAttempt {
  readonly kind: 'quiz' | 'answer' | 'hand-in';
  readonly learnerId: string;
  readonly id: string;
  /** Lesson or exercise. */
  readonly of: string;
  readonly itemId: string | null;
  readonly number: number;
  readonly openedAt: number | null;
  readonly at: number | null;
  readonly score: number | null;
  readonly isCorrect: boolean | null;
  readonly confidence: string | null;
  readonly response: string | null;
  readonly needsReview: boolean | null;
  readonly graderVersion: string | null;
  readonly rubricHash: string | null;
}

/** So many learners a part, a few thousand rows: others wait that long for the thread. */
export const RAW_PART = 10;

export interface RawPart {
  readonly rows: readonly RawAttempt[];
  /** The last learner of this part; null where there are no more. */
  readonly next: string | null;
}

const nothing = {
  itemId: null,
  openedAt: null,
  at: null,
  score: null,
  isCorrect: null,
  confidence: null,
  response: null,
  needsReview: null,
  graderVersion: null,
  rubricHash: null,
};

async function quizRows(db: Db, ids: readonly string[]): Promise<RawAttempt[]> {
  const attempts = await db
    .selectFrom('quiz_attempts')
    .select(['id', 'learnerId', 'lessonId', 'number', 'openedAt', 'finishedAt', 'score'])
    .where('learnerId', 'in', ids)
    .orderBy('learnerId')
    .orderBy('lessonId')
    .orderBy('number')
    .execute();
  const answers = await db
    .selectFrom('item_responses')
    .innerJoin('quiz_attempts', 'quiz_attempts.id', 'attemptId')
    .select(['attemptId', 'learnerId', 'lessonId', 'number', 'itemId', 'response', 'confidence', 'answeredAt'])
    .select('item_responses.score')
    .where('learnerId', 'in', ids)
    .orderBy('learnerId')
    .orderBy('lessonId')
    .orderBy('number')
    .orderBy('answeredAt')
    .execute();
  return [
    ...attempts.map(({ lessonId, finishedAt, ...row }) => ({
      ...nothing,
      ...row,
      kind: 'quiz' as const,
      of: lessonId,
      at: finishedAt,
    })),
    ...answers.map(({ attemptId, learnerId, lessonId, number, itemId, response, confidence, answeredAt, score }) => {
      const scored: { type: string; share?: number; isCorrect?: boolean } = JSON.parse(score);
      return {
        ...nothing,
        kind: 'answer' as const,
        learnerId,
        id: attemptId,
        of: lessonId,
        number,
        itemId,
        at: answeredAt,
        score: scored.share ?? null,
        isCorrect: scored.isCorrect ?? null,
        confidence,
        response,
      };
    }),
  ];
}

async function handInRows(db: Db, ids: readonly string[]): Promise<RawAttempt[]> {
  const rows = await db
    .selectFrom('submissions')
    .innerJoin('attempts', 'attempts.id', 'attemptId')
    .leftJoin('grades', 'grades.submissionId', 'submissions.id')
    .select(['submissions.id', 'submissions.learnerId', 'submissions.scenarioId', 'submissions.number', 'openedAt'])
    .select(['submittedAt', 'overall', 'needsReview', 'graderVersion', 'rubricHash'])
    .where('submissions.learnerId', 'in', ids)
    .orderBy('submissions.learnerId')
    .orderBy('submissions.scenarioId')
    .orderBy('submissions.number')
    .execute();
  return rows.map(({ scenarioId, submittedAt, overall, needsReview, ...row }) => ({
    ...nothing,
    ...row,
    kind: 'hand-in' as const,
    of: scenarioId,
    at: submittedAt,
    score: overall,
    needsReview: needsReview === null ? null : needsReview === 1,
  }));
}

/** The attempts of the next few learners of a cohort; no text of a record leaves with them. */
export async function readRawPart(db: Db, cohortId: string, after: string): Promise<RawPart> {
  const learners = await db
    .selectFrom('enrolments')
    .select('learnerId')
    .where('cohortId', '=', cohortId)
    .where('role', '=', 'learner')
    .where('status', '=', 'active')
    .where('learnerId', '>', after)
    .orderBy('learnerId')
    .limit(RAW_PART)
    .execute();
  const ids = learners.map(({ learnerId }) => learnerId);
  if (ids.length === 0) return { rows: [], next: null };
  const rows = [...(await quizRows(db, ids)), ...(await handInRows(db, ids))];
  return { rows, next: ids.length < RAW_PART ? null : (ids.at(-1) ?? null) };
}
