import 'server-only';
import type { BeliefGap, CohortGaps, CriterionGap, ObjectiveGap, WrongOption } from '@/schemas/dashboard-view';
import type { Db } from '../db/open-database';
import { cohortParts } from './cohort-people';
import type { DeskCourse } from './desk-course';

/** Trends compare this span with the one before it. */
export const TREND_MS = 28 * 86_400_000;

const MOST_WRONG_OPTIONS = 20;
/** One or two people taking an option say nothing about the cohort. */
const FEWEST_FOR_OPTION = 3;

interface Sums {
  readonly items: Map<string, { right: number; answers: number }>;
  readonly options: Map<string, WrongOption>;
  readonly criteria: Map<string, CriterionGap>;
  readonly holders: Map<string, Set<string>>;
  readonly recent: Map<string, number>;
  readonly before: Map<string, number>;
  readonly handIns: { recent: number; before: number };
  /** Who answered an item of an objective. */
  readonly objectivePeople: Map<string, number>;
}

async function addItems(db: Db, ids: readonly string[], sums: Sums): Promise<void> {
  const rows = await db
    .selectFrom('learner_items')
    .select((eb) => ['itemId', eb.fn.sum<number>('isCorrect').as('right'), eb.fn.countAll<number>().as('answers')])
    .where('learnerId', 'in', ids)
    .groupBy('itemId')
    .execute();
  for (const { itemId, right, answers } of rows) {
    const sum = sums.items.get(itemId) ?? { right: 0, answers: 0 };
    sums.items.set(itemId, { right: sum.right + right, answers: sum.answers + answers });
  }
  const wrong = await db
    .selectFrom('learner_items')
    .select((eb) => [
      'itemId',
      'chosen',
      eb.fn.countAll<number>().as('people'),
      eb.fn.sum<number>(eb.case().when('confidence', '=', 'sure').then(1).else(0).end()).as('sure'),
    ])
    .where('learnerId', 'in', ids)
    .where('isCorrect', '=', 0)
    .where('chosen', 'is not', null)
    .groupBy(['itemId', 'chosen'])
    .execute();
  for (const { itemId, chosen, people, sure } of wrong) {
    const key = `${itemId} ${chosen}`;
    const sum = sums.options.get(key) ?? { itemId, chosen: chosen ?? '', people: 0, sure: 0, answered: 0 };
    sums.options.set(key, { ...sum, people: sum.people + people, sure: sum.sure + sure });
  }
}

async function addCriteria(db: Db, ids: readonly string[], sums: Sums): Promise<void> {
  const rows = await db
    .selectFrom('learner_exercises')
    .innerJoin('grade_criteria', 'grade_criteria.submissionId', 'latestSubmissionId')
    .select((eb) => ['scenarioId', 'criterionId', 'level', eb.fn.countAll<number>().as('count')])
    .where('learnerId', 'in', ids)
    .groupBy(['scenarioId', 'criterionId', 'level'])
    .execute();
  for (const { scenarioId, criterionId, level, count } of rows) {
    const sum = sums.criteria.get(criterionId) ?? { criterionId, scenarioId, full: 0, half: 0, none: 0 };
    if (level === 'full' || level === 'half' || level === 'none')
      sums.criteria.set(criterionId, { ...sum, [level]: sum[level] + count });
  }
}

async function addBeliefs(db: Db, ids: readonly string[], sums: Sums, now: number): Promise<void> {
  const held = await db
    .selectFrom('learner_exercises')
    .innerJoin('grade_beliefs', 'grade_beliefs.submissionId', 'latestSubmissionId')
    .select(['learnerId', 'misconceptionId'])
    .where('learnerId', 'in', ids)
    .execute();
  for (const { learnerId, misconceptionId } of held) {
    const holders = sums.holders.get(misconceptionId) ?? new Set<string>();
    sums.holders.set(misconceptionId, holders.add(learnerId));
  }
  const times = await db
    .selectFrom('submissions')
    .leftJoin('grade_beliefs', 'grade_beliefs.submissionId', 'submissions.id')
    .select(['submissions.id', 'submittedAt', 'misconceptionId'])
    .where('learnerId', 'in', ids)
    .where('submittedAt', '>', now - 2 * TREND_MS)
    .execute();
  const seen = new Set<string>();
  for (const { id, submittedAt, misconceptionId } of times) {
    const span = submittedAt > now - TREND_MS ? 'recent' : 'before';
    if (!seen.has(id)) sums.handIns[span] += 1;
    seen.add(id);
    if (misconceptionId !== null) sums[span].set(misconceptionId, (sums[span].get(misconceptionId) ?? 0) + 1);
  }
}

async function addObjectivePeople(db: Db, ids: readonly string[], course: DeskCourse, sums: Sums): Promise<void> {
  const rows = await db
    .selectFrom('learner_items')
    .select(['learnerId', 'itemId'])
    .where('learnerId', 'in', ids)
    .execute();
  const objectivesOf = new Map(course.items.map(({ id, objectives }) => [id, objectives]));
  const seen = new Set<string>();
  for (const { learnerId, itemId } of rows)
    for (const objectiveId of objectivesOf.get(itemId) ?? []) {
      const key = `${learnerId} ${objectiveId}`;
      if (seen.has(key)) continue;
      seen.add(key);
      sums.objectivePeople.set(objectiveId, (sums.objectivePeople.get(objectiveId) ?? 0) + 1);
    }
}

const shareMet = ({ full, half, none }: CriterionGap) => full / Math.max(1, full + half + none);

function objectivesOf(course: DeskCourse, sums: Sums): ObjectiveGap[] {
  const byObjective = new Map<string, ObjectiveGap>();
  for (const { id, objectives } of course.items) {
    const item = sums.items.get(id);
    if (!item) continue;
    for (const objectiveId of objectives) {
      const sum = byObjective.get(objectiveId) ?? { objectiveId, right: 0, answers: 0, people: 0 };
      const people = sums.objectivePeople.get(objectiveId) ?? 0;
      byObjective.set(objectiveId, {
        objectiveId,
        right: sum.right + item.right,
        answers: sum.answers + item.answers,
        people,
      });
    }
  }
  return [...byObjective.values()].sort((one, other) => one.right / one.answers - other.right / other.answers);
}

function beliefsOf(sums: Sums): BeliefGap[] {
  const ids = new Set([...sums.holders.keys(), ...sums.recent.keys(), ...sums.before.keys()]);
  return [...ids]
    .map((misconceptionId) => ({
      misconceptionId,
      holders: sums.holders.get(misconceptionId)?.size ?? 0,
      recent: sums.recent.get(misconceptionId) ?? 0,
      recentOf: sums.handIns.recent,
      before: sums.before.get(misconceptionId) ?? 0,
      beforeOf: sums.handIns.before,
    }))
    .sort((one, other) => other.holders - one.holders || other.recent - one.recent);
}

function optionsOf(course: DeskCourse, sums: Sums): WrongOption[] {
  const known = new Set(course.items.map(({ id }) => id));
  return [...sums.options.values()]
    .filter(({ itemId, people }) => known.has(itemId) && people >= FEWEST_FOR_OPTION)
    .map((option) => ({ ...option, answered: sums.items.get(option.itemId)?.answers ?? 0 }))
    .sort((one, other) => other.people / other.answered - one.people / one.answered || other.people - one.people)
    .slice(0, MOST_WRONG_OPTIONS);
}

/** What a cohort gets wrong, weakest first: objectives, criteria, misconceptions, and wrong options that many take. */
export async function buildGaps(
  db: Db,
  course: DeskCourse,
  cohortId: string,
  now: number,
  onPart: (read: number) => void = () => undefined,
): Promise<CohortGaps> {
  const sums: Sums = {
    items: new Map(),
    options: new Map(),
    criteria: new Map(),
    holders: new Map(),
    recent: new Map(),
    before: new Map(),
    handIns: { recent: 0, before: 0 },
    objectivePeople: new Map(),
  };
  let people = 0;
  for await (const part of cohortParts(db, cohortId)) {
    const ids = part.map(({ learnerId }) => learnerId);
    people += ids.length;
    await addItems(db, ids, sums);
    await addObjectivePeople(db, ids, course, sums);
    await addCriteria(db, ids, sums);
    await addBeliefs(db, ids, sums, now);
    onPart(people);
  }
  return {
    asOf: now,
    people,
    objectives: objectivesOf(course, sums),
    criteria: [...sums.criteria.values()].sort((one, other) => shareMet(one) - shareMet(other)),
    beliefs: beliefsOf(sums),
    wrongOptions: optionsOf(course, sums),
  };
}
