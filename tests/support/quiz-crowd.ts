import type { Db } from '@/server/db/open-database';
import { newId } from '@/server/new-id';
import { FIRST_ITEM, LESSON, SECOND_ITEM } from './fixture';

/** Somebody's first attempt at the fixture quiz: which of its two items were right, and of which wording they were. */
export interface CrowdMember {
  readonly right: readonly [boolean, boolean];
  readonly hashes?: readonly [string | null, string | null];
  readonly number?: number;
  readonly isFinished?: boolean;
}

const score = (isCorrect: boolean) => JSON.stringify({ type: 'scored', share: isCorrect ? 1 : 0, isCorrect });

/** Writes a crowd of learners with one attempt each into a cohort: 30 s on the first item, 20 s on the second. */
export async function addCrowd(db: Db, cohortId: string, members: readonly CrowdMember[]): Promise<string[]> {
  const now = Date.now();
  const ids: string[] = [];
  for (const { right, hashes = [null, null], number = 1, isFinished = true } of members) {
    const [learnerId, attemptId] = [newId(), newId()];
    ids.push(learnerId);
    await db
      .insertInto('learners')
      .values({ id: learnerId, createdAt: now, lastActiveAt: now, mergedInto: null })
      .execute();
    const enrolment = { learnerId, cohortId, role: 'learner', status: 'active', enrolledAt: now };
    await db.insertInto('enrolments').values(enrolment).execute();
    const attempt = { id: attemptId, learnerId, lessonId: LESSON, number, seed: 1, items: 'all', openedAt: now };
    const itemIds = JSON.stringify([FIRST_ITEM, SECOND_ITEM]);
    const end = isFinished ? { finishedAt: now + 50_000, score: right.filter(Boolean).length / 2 } : null;
    await db
      .insertInto('quiz_attempts')
      .values({ ...attempt, itemIds, finishedAt: null, score: null, ...end })
      .execute();
    const responses = [
      { type: 'single-choice', chosen: right[0] ? 'sql' : 'code' },
      { type: 'numeric', value: right[1] ? 180 : 7 },
    ];
    await db
      .insertInto('item_responses')
      .values(
        responses.map((response, at) => ({
          attemptId,
          itemId: at === 0 ? FIRST_ITEM : SECOND_ITEM,
          response: JSON.stringify(response),
          confidence: 'sure',
          score: score(right[at] ?? false),
          answeredAt: now + (at === 0 ? 30_000 : 50_000),
          itemHash: hashes[at] ?? null,
        })),
      )
      .execute();
  }
  return ids;
}

/** The same member so many times. */
export const times = (count: number, member: CrowdMember): CrowdMember[] => Array.from({ length: count }, () => member);
