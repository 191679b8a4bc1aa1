import 'server-only';
import { GradeSchema } from '@/schemas/grade';
import type { LearnerId } from '@/schemas/ids';
import { ConfidenceSchema, ItemScoreSchema } from '@/schemas/item';
import { fromJson } from '../db/json';
import type { Db, Tx } from '../db/open-database';
import { readDecisionRows } from '../decisions/decision-store';
import { isAskedAgain } from '../decisions/reconsider';
import { isWithheld } from '../predictions/withhold';

/** Something in a learner's work that calls for a card: what it is about, and when it happened. */
export interface Trace {
  readonly id: string;
  readonly at: number;
}

/** What a learner did, as far as cards are made of it. */
export interface Traces {
  /** Items of quizzes answered wrong, or right by a guess. The placement counts for nothing, here as elsewhere. */
  readonly missedItems: readonly Trace[];
  /** Misconceptions found in any graded record. */
  readonly misconceptions: readonly Trace[];
  /** Criteria not fully met in the latest graded record at a scenario, where the grader could judge. */
  readonly missedCriteria: readonly Trace[];
  /** Hand-ins by scenario, whose rubric may be open. */
  readonly handIns: readonly {
    readonly scenarioId: string;
    readonly count: number;
    readonly best: number;
    readonly at: number;
  }[];
  readonly lessonsRead: readonly Trace[];
  /** Decisions of their own with a day to look at them again. */
  readonly decisions: readonly (Trace & { readonly dueOn: string })[];
}

async function missedItems(db: Db | Tx, learnerId: LearnerId): Promise<Trace[]> {
  const rows = await db
    .selectFrom('item_responses')
    .innerJoin('quiz_attempts', 'quiz_attempts.id', 'item_responses.attemptId')
    .where('quiz_attempts.learnerId', '=', learnerId)
    .select(['itemId', 'confidence', 'item_responses.score', 'answeredAt'])
    .orderBy('answeredAt')
    .execute();
  return rows.flatMap(({ itemId, confidence, score: stored, answeredAt }) => {
    const score = fromJson(stored, ItemScoreSchema);
    if (score.type !== 'scored') return [];
    const isGuessed = ConfidenceSchema.parse(confidence) === 'guess';
    return score.isCorrect && !isGuessed ? [] : [{ id: itemId, at: answeredAt }];
  });
}

/** Every hand-in of a learner, oldest first, with its grade as far as the learner may see it yet. */
async function gradedHandIns(db: Db | Tx, learnerId: LearnerId) {
  const rows = await db
    .selectFrom('submissions')
    .leftJoin('grades', 'grades.submissionId', 'submissions.id')
    .leftJoin('predictions', 'predictions.submissionId', 'submissions.id')
    .select(['scenarioId', 'submittedAt', 'grade', 'predictions.status as asked'])
    .where('learnerId', '=', learnerId)
    .orderBy('submittedAt')
    .orderBy('number')
    .execute();
  return rows.map(({ grade, asked, ...row }) => ({
    ...row,
    grade: grade === null || isWithheld(asked) ? null : fromJson(grade, GradeSchema),
  }));
}

/** Reads everything that cards are made of. Costs a parse of every grade, so it runs only where `readMark` has moved. */
export async function readTraces(db: Db | Tx, learnerId: LearnerId): Promise<Traces> {
  const handIns = await gradedHandIns(db, learnerId);
  const reads = await db
    .selectFrom('lesson_reads')
    .select(['lessonId', 'readAt'])
    .where('learnerId', '=', learnerId)
    .orderBy('readAt')
    .execute();
  const decisions = await readDecisionRows(db, learnerId);
  const scenarioIds = [...new Set(handIns.map(({ scenarioId }) => scenarioId))];
  const byScenario = scenarioIds.map((scenarioId) => handIns.filter((handIn) => handIn.scenarioId === scenarioId));
  return {
    missedItems: await missedItems(db, learnerId),
    misconceptions: handIns.flatMap(({ grade, submittedAt }) =>
      (grade?.misconceptions ?? []).map((id) => ({ id, at: submittedAt })),
    ),
    missedCriteria: byScenario.flatMap((list) => {
      const latest = list.findLast(({ grade }) => grade !== null);
      const missed = (latest?.grade?.criteria ?? []).filter(
        ({ level, judged }) => level !== 'full' && judged !== false,
      );
      return missed.map(({ id }) => ({ id, at: latest?.submittedAt ?? 0 }));
    }),
    handIns: byScenario.map((list) => ({
      scenarioId: list[0]?.scenarioId ?? '',
      count: list.length,
      best: Math.max(0, ...list.map(({ grade }) => grade?.overall ?? 0)),
      at: list.at(-1)?.submittedAt ?? 0,
    })),
    lessonsRead: reads.map(({ lessonId, readAt }) => ({ id: lessonId, at: readAt })),
    decisions: decisions
      .filter(({ record }) => isAskedAgain(record))
      .map(({ id, savedAt, record }) => ({ id, at: savedAt, dueOn: record.reviewOn })),
  };
}

/**
 * How far a learner's rows reach, as text that changes with every row that could make a card; null where there is none.
 * Counts as well as times, so that a clock that was set back hides nothing.
 */
export async function readMark(db: Db | Tx, learnerId: LearnerId): Promise<string | null> {
  const answers = await db
    .selectFrom('item_responses')
    .innerJoin('quiz_attempts', 'quiz_attempts.id', 'item_responses.attemptId')
    .where('quiz_attempts.learnerId', '=', learnerId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const handIns = await db
    .selectFrom('submissions')
    .leftJoin('grades', 'grades.submissionId', 'submissions.id')
    .leftJoin('predictions', 'predictions.submissionId', 'submissions.id')
    .where('learnerId', '=', learnerId)
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      // A prediction that was answered since shows a grade that could make no card before.
      eb.fn.count<number>('predictions.answeredAt').as('answered'),
      eb.fn.count<number>('grades.submissionId').as('graded'),
      eb.fn.max('gradedAt').as('gradedAt'),
    ])
    .executeTakeFirstOrThrow();
  const reads = await db
    .selectFrom('lesson_reads')
    .where('learnerId', '=', learnerId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const decisions = await db
    .selectFrom('decisions')
    .where('learnerId', '=', learnerId)
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number | null>('version').as('versions'),
      eb.fn.max('savedAt').as('savedAt'),
    ])
    .executeTakeFirstOrThrow();
  const parts = [
    answers.count,
    handIns.count,
    handIns.graded,
    handIns.gradedAt ?? 0,
    handIns.answered,
    reads.count,
    decisions.count,
    decisions.versions ?? 0,
    decisions.savedAt ?? 0,
  ].map(Number);
  return parts.every((part) => part === 0) ? null : parts.join('.');
}
