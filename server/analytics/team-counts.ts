import 'server-only';
import { descriptorsOpen } from '@/grader/passing';
import { HandInSchema } from '@/schemas/scenario';
import { fromJson } from '../db/json';
import type { Db } from '../db/open-database';
import { cohortParts } from './cohort-people';

type Counts = Record<string, number>;

/** What the latest drafts of a cohort chose and met, for one scenario. Raw numbers: they leave the server as splits only. */
export interface ScenarioCounts {
  readonly handedIn: number;
  /** By component, then by choice. */
  readonly choices: Record<string, Counts>;
  readonly boundary: Counts;
  readonly graded: number;
  /** Drafts that met a criterion at least by half. */
  readonly heard: Counts;
  /** Whether the exercise is open to everybody who handed it in. */
  readonly isOpen: boolean;
}

interface Sum extends Omit<ScenarioCounts, 'handedIn' | 'graded' | 'isOpen'> {
  handedIn: number;
  graded: number;
  isOpen: boolean;
}

const add = (counts: Counts, key: string) => {
  counts[key] = (counts[key] ?? 0) + 1;
};

const newSum = (): Sum => ({ handedIn: 0, choices: {}, boundary: {}, graded: 0, heard: {}, isOpen: true });

async function addHandIns(db: Db, ids: readonly string[], passMark: number, sums: Map<string, Sum>): Promise<void> {
  const rows = await db
    .selectFrom('learner_exercises')
    .innerJoin('submissions', 'submissions.id', 'latestSubmissionId')
    .leftJoin('grades', 'grades.submissionId', 'latestSubmissionId')
    .select(['learner_exercises.scenarioId', 'handIn', 'handIns', 'bestOverall', 'overall'])
    .where('learner_exercises.learnerId', 'in', ids)
    .execute();
  for (const { scenarioId, handIn, handIns, bestOverall, overall } of rows) {
    const sum = sums.get(scenarioId) ?? newSum();
    sums.set(scenarioId, sum);
    const { choices, boundary } = fromJson(handIn, HandInSchema);
    sum.handedIn += 1;
    if (overall !== null) sum.graded += 1;
    sum.isOpen &&= descriptorsOpen({ isPassed: (bestOverall ?? 0) >= passMark, handIns });
    add(sum.boundary, boundary);
    for (const [component, choice] of Object.entries(choices)) {
      const counts = sum.choices[component] ?? {};
      sum.choices[component] = counts;
      add(counts, choice);
    }
  }
}

async function addHeard(db: Db, ids: readonly string[], sums: ReadonlyMap<string, Sum>): Promise<void> {
  const rows = await db
    .selectFrom('learner_exercises')
    .innerJoin('grade_criteria', 'grade_criteria.submissionId', 'latestSubmissionId')
    .select((eb) => ['scenarioId', 'criterionId', eb.fn.countAll<number>().as('count')])
    .where('learnerId', 'in', ids)
    .where('level', '!=', 'none')
    .groupBy(['scenarioId', 'criterionId'])
    .execute();
  for (const { scenarioId, criterionId, count } of rows) {
    const heard = sums.get(scenarioId)?.heard;
    if (heard) heard[criterionId] = (heard[criterionId] ?? 0) + Number(count);
  }
}

/** What a cohort chose, scenario by scenario, by the latest draft of each of its learners. */
export async function countTeam(
  db: Db,
  cohortId: string,
  passMark: number,
): Promise<Readonly<Record<string, ScenarioCounts>>> {
  const sums = new Map<string, Sum>();
  for await (const part of cohortParts(db, cohortId)) {
    const ids = part.map(({ learnerId }) => learnerId);
    await addHandIns(db, ids, passMark, sums);
    await addHeard(db, ids, sums);
  }
  return Object.fromEntries(sums);
}
