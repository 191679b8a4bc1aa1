import 'server-only';
import { z } from 'zod';
import type { WorkFacts } from '@/grader/assignments/standing';
import { verdict } from '../db/counting';
import { fromJson } from '../db/json';
import type { Db } from '../db/open-database';
import { isWithheld } from '../predictions/withhold';
import type { AssignmentInCourse } from './asked';

/** Who looks: a learner knows no grade that waits for their own marks. */
export type Eyes = 'learner' | 'staff';

const IdsSchema = z.array(z.string());

const itemIdsOf = (all: readonly AssignmentInCourse[]) => [
  ...new Set(all.flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'quiz' ? part.lesson.itemIds : [])))),
];
const lessonIdsOf = (all: readonly AssignmentInCourse[]) => [
  ...new Set(
    all.flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'lesson' ? [String(part.lesson.id)] : []))),
  ),
];

async function readsOf(db: Db, learnerIds: readonly string[], lessonIds: readonly string[]) {
  if (lessonIds.length === 0) return [];
  return db
    .selectFrom('lesson_reads')
    .select(['learnerId', 'lessonId', 'readAt as at'])
    .where('learnerId', 'in', learnerIds)
    .where('lessonId', 'in', lessonIds)
    .execute();
}

/** Attempts whose answers are read by one query. */
const ATTEMPTS_AT_ONCE = 400;

/** The attempts of these people in which one of the items was asked, with their learner. There are few different lists of items. */
async function attemptsWith(db: Db, learnerIds: readonly string[], wanted: ReadonlySet<string>) {
  const rows = await db
    .selectFrom('quiz_attempts')
    .select(['id', 'learnerId', 'itemIds'])
    .where('learnerId', 'in', learnerIds)
    .execute();
  const isAsked = new Map<string, boolean>();
  for (const { itemIds } of rows)
    if (!isAsked.has(itemIds))
      isAsked.set(
        itemIds,
        fromJson(itemIds, IdsSchema).some((id) => wanted.has(id)),
      );
  return new Map(rows.filter(({ itemIds }) => isAsked.get(itemIds)).map(({ id, learnerId }) => [id, learnerId]));
}

/**
 * In two steps: joined, PostgreSQL would read the answers of everybody for a hundred people, and SQLite would look for every
 * item in every attempt.
 */
async function answersOf(db: Db, learnerIds: readonly string[], itemIds: readonly string[]) {
  if (itemIds.length === 0) return [];
  const wanted = new Set(itemIds);
  const learnerOf = await attemptsWith(db, learnerIds, wanted);
  const ids = [...learnerOf.keys()];
  const answers: { learnerId: string; itemId: string; at: number; isCorrect: boolean }[] = [];
  for (let from = 0; from < ids.length; from += ATTEMPTS_AT_ONCE) {
    const rows = await db
      .selectFrom('item_responses')
      .select(['attemptId', 'itemId', 'answeredAt as at', verdict.as('verdict')])
      .where('attemptId', 'in', ids.slice(from, from + ATTEMPTS_AT_ONCE))
      .execute();
    for (const { attemptId, itemId, at, verdict: own } of rows) {
      const learnerId = learnerOf.get(attemptId);
      if (own !== null && learnerId !== undefined && wanted.has(itemId))
        answers.push({ learnerId, itemId, at, isCorrect: own === 1 });
    }
  }
  return answers;
}

async function handInsOf(db: Db, learnerIds: readonly string[], scenarioIds: readonly string[], eyes: Eyes) {
  if (scenarioIds.length === 0) return [];
  const rows = await db
    .selectFrom('submissions')
    .leftJoin('grades', 'grades.submissionId', 'submissions.id')
    .leftJoin('predictions', 'predictions.submissionId', 'submissions.id')
    .select(['learnerId', 'scenarioId', 'submittedAt as at', 'overall', 'status'])
    .where('learnerId', 'in', learnerIds)
    .where('scenarioId', 'in', scenarioIds)
    .execute();
  return rows.map(({ status, overall, ...row }) => ({
    ...row,
    overall: eyes === 'learner' && isWithheld(status) ? null : overall,
  }));
}

async function draftsOf(db: Db, learnerIds: readonly string[], scenarioIds: readonly string[]) {
  if (scenarioIds.length === 0) return [];
  return db
    .selectFrom('drafts')
    .select(['learnerId', 'scenarioId'])
    .where('learnerId', 'in', learnerIds)
    .where('scenarioId', 'in', scenarioIds)
    .execute();
}

const nothing = (): { -readonly [Name in keyof WorkFacts]: WorkFacts[Name][number][] } => ({
  reads: [],
  answers: [],
  handIns: [],
  drafts: [],
});

/** What these people did of what these assignments ask for: four queries, however many people. Callers take people by the hundred. */
export async function selectWorkFacts(
  db: Db,
  learnerIds: readonly string[],
  all: readonly AssignmentInCourse[],
  eyes: Eyes,
): Promise<ReadonlyMap<string, WorkFacts>> {
  const facts = new Map(learnerIds.map((id) => [id, nothing()]));
  if (learnerIds.length === 0 || all.length === 0) return facts;
  const scenarioIds = [...new Set(all.flatMap(({ exerciseIds }) => exerciseIds))];
  for (const { learnerId, ...read } of await readsOf(db, learnerIds, lessonIdsOf(all)))
    facts.get(learnerId)?.reads.push(read);
  for (const { learnerId, ...answer } of await answersOf(db, learnerIds, itemIdsOf(all)))
    facts.get(learnerId)?.answers.push(answer);
  for (const { learnerId, ...handIn } of await handInsOf(db, learnerIds, scenarioIds, eyes))
    facts.get(learnerId)?.handIns.push(handIn);
  for (const { learnerId, scenarioId } of await draftsOf(db, learnerIds, scenarioIds))
    facts.get(learnerId)?.drafts.push(scenarioId);
  return facts;
}
