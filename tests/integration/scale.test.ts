import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getCourse } from '@/course/course';
import { CohortExportQuerySchema, type PeopleQuery } from '@/schemas/dashboard';
import type { CohortId } from '@/schemas/ids';
import { toAnalysedCourse } from '@/server/analysis/analysed-course';
import { leftOutOf } from '@/server/analysis/managed-cohorts';
import { QuizKeep } from '@/server/analysis/quiz-keep';
import { readItemStatistics } from '@/server/analysis/read-item-statistics';
import { buildBoard } from '@/server/analytics/board';
import { KnownPeople } from '@/server/analytics/known-people';
import { selectCohortOverview } from '@/server/dashboard/cohort-overview';
import { selectCounting } from '@/server/dashboard/counting';
import { exportCohort } from '@/server/dashboard/export-cohort';
import { toDeskCourse } from '@/server/dashboard/to-desk-course';
import { database } from '@/server/db/database';
import type { Db } from '@/server/db/open-database';
import { DEMO_COHORT } from '@/server/demo/demo-cohort';
import { Forbidden } from '@/server/forbidden';
import { markLessonRead } from '@/server/progress';
import { submitHandIn } from '@/server/submit-hand-in';
import { assign, DAY, enrol, newCohort } from '../support/assignments';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { FIRST_ITEM, handInOf, LESSON, SCENARIO, teach } from '../support/fixture';
import { newAccount, newGuest, newInstructor, newStaff, type Person } from '../support/people';
import { addCrowd, times } from '../support/quiz-crowd';
import { seedCohort } from '../support/seed-cohort';

const EVERYBODY: PeopleQuery = { q: '', standing: 'all', sort: 'risk', after: '' };

/** A database that notes which tables are read. */
function watched(db: Db): { readonly db: Db; readonly read: string[] } {
  const read: string[] = [];
  const own = new Proxy(db, {
    get(target, name, receiver) {
      const value = Reflect.get(target, name, receiver);
      if (name !== 'selectFrom') return typeof value === 'function' ? value.bind(target) : value;
      return (from: never) => {
        if (typeof from === 'string') read.push(from);
        return target.selectFrom(from);
      };
    },
  });
  return { db: own, read };
}

describe.each(ENGINES)('large cohorts on %s', (engine) => {
  let opened: TestDatabase;
  let owner: Person;
  let seeded: CohortId;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    const course = await teach();
    owner = await newInstructor();
    const { cohortId } = await seedCohort(opened.db, course, 600, engine === 'postgres');
    seeded = cohortId as CohortId;
  });
  afterAll(() => opened.discard());

  const board = async (known: KnownPeople, db: Db = database()) =>
    buildBoard(db, toDeskCourse(await getCourse()), seeded, Date.now(), { known });

  test('who has not changed is not read again, and who has is', async () => {
    const known = new KnownPeople();
    const before = await board(known);
    const again = watched(opened.db);
    expect((await board(known, again.db)).people).toEqual(before.people);
    expect(again.read).not.toContain('learner_exercises');
    const learner = await newAccount();
    await enrol(learner, seeded);
    await board(known);
    await markLessonRead(learner.actor, LESSON);
    const third = watched(opened.db);
    const after = (await board(known, third.db)).people.find(({ learnerId }) => learnerId === learner.actor.learnerId);
    expect(after?.modules[0]?.lessonsRead).toBe(1);
    // One part of one person; all others are known.
    expect(third.read.filter((table) => table === 'learner_exercises')).toHaveLength(1);
    const handed = { scenarioId: SCENARIO, handIn: handInOf('Go.'), idempotencyKey: randomUUID() };
    expect((await submitHandIn(learner.actor, handed)).ok).toBe(true);
    const fourth = (await board(known)).people;
    expect(fourth).toEqual((await board(new KnownPeople())).people);
  });

  test('an assignment that is made changes the dates of everybody, read again or not', async () => {
    const known = new KnownPeople();
    const overdueOf = async () => (await board(known)).people.reduce((sum, { due }) => sum + due.overdue, 0);
    const before = await overdueOf();
    await assign(owner, seeded, { opensAt: Date.now() - 3 * DAY, dueAt: Date.now() - 2 * DAY });
    expect(await overdueOf()).toBeGreaterThan(before);
  });

  test('the first look does not wait: it hears how far the reading is, or that there is nothing to wait for', async () => {
    const counting = await selectCounting(owner.actor, seeded, 'board');
    if (counting) expect(counting).toMatchObject({ people: 601 });
    expect((await selectCohortOverview(owner.actor, seeded, EVERYBODY))?.summary.people).toBe(601);
    expect(await selectCounting(owner.actor, seeded, 'board')).toBeNull();
  });

  test('an export in many parts holds everybody once, in both formats', async () => {
    const read = async (format: string) => {
      const query = CohortExportQuerySchema.parse({ cohort: seeded, what: 'overview', format });
      return new Response((await exportCohort(owner.actor, query))?.body).text();
    };
    const { rows } = JSON.parse(await read('json')) as { rows: { learnerId: string; writes?: number }[] };
    expect(new Set(rows.map(({ learnerId }) => learnerId)).size).toBe(601);
    expect(rows[0]).not.toHaveProperty('writes');
    const lines = (await read('csv')).trimEnd().split('\r\n');
    expect(lines).toHaveLength(602);
    expect(lines[0]).toContain('next due,overdue');
  });

  test.each([
    ['owner', () => newInstructor(), true, true],
    ['instructor', (id: CohortId) => newStaff(id, 'instructor'), true, true],
    ['instructor of another cohort', async () => newStaff(await newCohort(), 'instructor'), false, false],
    ['reviewer', (id: CohortId) => newStaff(id, 'reviewer'), false, false],
    ['lead', (id: CohortId) => newStaff(id, 'lead'), true, false],
    ['learner', () => newAccount(), false, false],
    ['guest', () => newGuest(), false, false],
  ] as const)('how far the counting is, to an %s', async (_, make, mayBoard, mayGaps) => {
    const cohort = await newCohort();
    const by = await make(cohort);
    for (const [what, may] of [['board', mayBoard] as const, ['gaps', mayGaps] as const])
      if (may) expect(await selectCounting(by.actor, cohort, what)).toBeNull();
      else await expect(selectCounting(by.actor, cohort, what)).rejects.toThrow(Forbidden);
  });

  test('dates: what is overdue and what is next, by filter and by order, and gone when the work is done', async () => {
    const [cohort, late, done] = [await newCohort(), await newAccount(), await newAccount()];
    for (const person of [late, done]) await enrol(person, cohort);
    const now = Date.now();
    const without = await selectCohortOverview(owner.actor, cohort, EVERYBODY);
    expect(without?.summary.assignments).toBe(0);
    await assign(owner, cohort, { opensAt: now - 9 * DAY, dueAt: now - 2 * DAY });
    const ahead = { type: 'modules', moduleIds: ['M1'] } as never;
    await assign(owner, cohort, { target: ahead, dueAt: now + 5 * DAY });
    await assign(owner, cohort, { opensAt: now + DAY, dueAt: now + 2 * DAY });
    const { passMark } = toDeskCourse(await getCourse());
    const handed = { scenarioId: SCENARIO, handIn: handInOf('Go.'), idempotencyKey: randomUUID() };
    await submitHandIn(done.actor, handed);
    await database().updateTable('grades').set({ overall: passMark }).execute();
    const view = await selectCohortOverview(owner.actor, cohort, { ...EVERYBODY, sort: 'due' });
    expect(view?.summary.assignments).toBe(2);
    expect(view?.page.people.map(({ learnerId, due }) => [learnerId, due])).toEqual([
      [late.actor.learnerId, { nextAt: now + 5 * DAY, overdue: 1, overdueSince: now - 2 * DAY }],
      [done.actor.learnerId, { nextAt: now + 5 * DAY, overdue: 0, overdueSince: null }],
    ]);
    expect(view?.page.people[0]?.reasons).toContainEqual({ kind: 'overdue', assignments: 1, days: 2 });
    const overdue = await selectCohortOverview(owner.actor, cohort, { ...EVERYBODY, standing: 'overdue' });
    expect(overdue?.page.people.map(({ learnerId }) => learnerId)).toEqual([late.actor.learnerId]);
  });

  test('a quiz is counted again where somebody finished it, and only then', async () => {
    const cohort = await newCohort();
    await addCrowd(database(), cohort, times(12, { right: [true, true] }));
    const keep = new QuizKeep();
    const analysed = toAnalysedCourse(await getCourse());
    const figures = async (db: Db = database()) =>
      (await readItemStatistics(db, analysed, { key: 'test', cohortIds: [cohort] }, keep)).items.find(
        ({ itemId }) => itemId === FIRST_ITEM,
      );
    const first = await figures();
    await addCrowd(database(), cohort, times(1, { right: [false, true], isFinished: false }));
    expect(await figures()).toBe(first);
    await addCrowd(database(), cohort, times(1, { right: [false, true] }));
    expect((await figures())?.figures.n).toBe(13);
  });
});

test('the demo cohort is named as left out beside another one, and never alone', () => {
  const demo = { id: DEMO_COHORT.id, name: 'Demo cohort' };
  const own = { id: 'mine' as CohortId, name: 'Mine' };
  expect(leftOutOf([demo, own])).toEqual(demo);
  expect(leftOutOf([demo])).toBeNull();
  expect(leftOutOf([own])).toBeNull();
});
