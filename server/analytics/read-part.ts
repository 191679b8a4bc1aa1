import 'server-only';
import { STUCK_FAILURES } from '@/grader/risk/assess-risk';
import type { Db } from '../db/open-database';

/** An attempt that lay open for longer was not worked on all the time: no more of it is counted. */
export const LONGEST_ATTEMPT_MS = 30 * 60_000;

interface LessonAnswers {
  right: number;
  answered: number;
  sure: number;
  sureAndWrong: number;
}

/** What a part of the learners did, by learner. */
export interface PartFacts {
  readonly reads: ReadonlyMap<string, ReadonlySet<string>>;
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, LessonAnswers>>;
  readonly wrongItems: ReadonlyMap<string, readonly { itemId: string; failures: number }[]>;
  readonly exercises: ReadonlyMap<string, ReadonlyMap<string, { handIns: number; best: number | null }>>;
  /** Milliseconds in finished quiz attempts, by lesson. */
  readonly times: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Of nobody. */
export const NO_FACTS: PartFacts = {
  reads: new Map(),
  answers: new Map(),
  wrongItems: new Map(),
  exercises: new Map(),
  times: new Map(),
};

function group<Row extends { learnerId: string }, Value>(
  rows: readonly Row[],
  empty: () => Value,
  add: (value: Value, row: Row) => void,
): Map<string, Value> {
  const map = new Map<string, Value>();
  for (const row of rows) {
    let value = map.get(row.learnerId);
    if (value === undefined) {
      value = empty();
      map.set(row.learnerId, value);
    }
    add(value, row);
  }
  return map;
}

async function readAnswers(db: Db, ids: readonly string[], itemIds: readonly string[]) {
  const rows = await db
    .selectFrom('learner_items')
    .select((eb) => [
      'learnerId',
      'lessonId',
      eb.fn.sum<number>('isCorrect').as('right'),
      eb.fn.countAll<number>().as('answered'),
      eb.fn.sum<number>(eb.case().when('confidence', '=', 'sure').then(1).else(0).end()).as('sure'),
      eb.fn
        .sum<number>(
          eb
            .case()
            .when(eb.and([eb('confidence', '=', 'sure'), eb('isCorrect', '=', 0)]))
            .then(1)
            .else(0)
            .end(),
        )
        .as('sureAndWrong'),
    ])
    .where('learnerId', 'in', ids)
    .where('itemId', 'in', itemIds)
    .groupBy(['learnerId', 'lessonId'])
    .execute();
  return group(
    rows,
    () => new Map<string, LessonAnswers>(),
    (map, { lessonId, right, answered, sure, sureAndWrong }) =>
      map.set(lessonId, { right, answered, sure, sureAndWrong }),
  );
}

async function readWrongItems(db: Db, ids: readonly string[], itemIds: readonly string[]) {
  const rows = await db
    .selectFrom('learner_items')
    .select(['learnerId', 'itemId', 'failures'])
    .where('learnerId', 'in', ids)
    .where('itemId', 'in', itemIds)
    .where('isCorrect', '=', 0)
    .where('failures', '>=', STUCK_FAILURES)
    .execute();
  return group(
    rows,
    (): { itemId: string; failures: number }[] => [],
    (list, { itemId, failures }) => list.push({ itemId, failures }),
  );
}

async function readTimes(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom('quiz_attempts')
    .select(['learnerId', 'lessonId', 'openedAt', 'finishedAt'])
    .where('learnerId', 'in', ids)
    .where('finishedAt', 'is not', null)
    .execute();
  return group(
    rows,
    () => new Map<string, number>(),
    (map, { lessonId, openedAt, finishedAt }) => {
      const time = Math.min(LONGEST_ATTEMPT_MS, Math.max(0, (finishedAt ?? openedAt) - openedAt));
      map.set(lessonId, (map.get(lessonId) ?? 0) + time);
    },
  );
}

/** Five queries, each by the first column of an index, for at most a few hundred learners. */
export async function readPart(db: Db, ids: readonly string[], itemIds: readonly string[]): Promise<PartFacts> {
  const reads = await db
    .selectFrom('lesson_reads')
    .select(['learnerId', 'lessonId'])
    .where('learnerId', 'in', ids)
    .execute();
  const exercises = await db
    .selectFrom('learner_exercises')
    .select(['learnerId', 'scenarioId', 'handIns', 'bestOverall'])
    .where('learnerId', 'in', ids)
    .execute();
  return {
    reads: group(
      reads,
      () => new Set<string>(),
      (set, { lessonId }) => set.add(lessonId),
    ),
    exercises: group(
      exercises,
      () => new Map<string, { handIns: number; best: number | null }>(),
      (map, { scenarioId, handIns, bestOverall }) => map.set(scenarioId, { handIns, best: bestOverall }),
    ),
    answers: await readAnswers(db, ids, itemIds),
    wrongItems: await readWrongItems(db, ids, itemIds),
    times: await readTimes(db, ids),
  };
}
