import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCourse } from '@/course/load-course';
import { gradeHandIn } from '@/grader/grade-hand-in';
import type { Course } from '@/schemas/course';
import type { PeopleQuery } from '@/schemas/dashboard';
import { type Grade, GradeSchema } from '@/schemas/grade';
import type { CohortId } from '@/schemas/ids';
import { LearnerIdSchema } from '@/schemas/ids';
import { HandInSchema } from '@/schemas/scenario';
import { selectCohortOverview } from '@/server/dashboard/cohort-overview';
import { inTransaction } from '@/server/db/database';
import { changeDemo } from '@/server/demo/change-demo';
import { addDemo, removeDemo } from '@/server/demo/demo';
import { DEMO_COHORT, demoEmail } from '@/server/demo/demo-cohort';
import { DEMO_PEOPLE } from '@/server/demo/demo-people';
import { issueResetLink, selectLearnerRecord } from '@/server/instructor';
import { markLessonRead } from '@/server/progress';
import { selectReviewQueue } from '@/server/reviews/queue';
import { recomputeRollups } from '@/server/rollups';
import { SELF_PACED_COHORT } from '@/server/self-paced-cohort';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { teach } from '../support/fixture';
import { actorOf, newAccount, newInstructor, type Person } from '../support/people';
import { modelRecord } from '../support/sample-record';

/** One course for both engines: its samples are the same texts, so each is graded once. */
const loading = loadCourse();

/** What the grader says by itself, once for both engines. */
const graded = new Map<string, Grade>();

const EVERYBODY: PeopleQuery = { q: '', standing: 'all', sort: 'risk', after: '' };

/** A morning after which nothing of the story may have happened. */
const NOW = Date.now();

describe.each(ENGINES)('the demo cohort on %s', (engine) => {
  let opened: TestDatabase;
  let course: Course;
  let early: Person;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    course = await teach((await loading).course);
    early = await newInstructor();
    await workOf(await newAccount());
  });
  afterAll(() => opened.discard());

  /** What a real learner leaves behind, a rubric that the demo uses too among it. */
  async function workOf(person: Person): Promise<void> {
    const [lesson] = course.lessons;
    if (lesson) await markLessonRead(person.actor, lesson.lesson.id);
    const [exercise] = course.exercises;
    if (!exercise) throw new Error('the course has no exercise');
    const { id: scenarioId } = exercise.scenario;
    const handIn = modelRecord(course, scenarioId);
    await submitHandIn(person.actor, { scenarioId, handIn, idempotencyKey: 'real' });
  }

  /** Every row of every table, in an order of its own. */
  async function everything(): Promise<Record<string, string[]>> {
    const tables = (await opened.db.introspection.getTables()).map(({ name }) => name).sort();
    const rows = tables.map(async (name) => {
      const found = await sql<object>`select * from ${sql.table(name)}`.execute(opened.db);
      return [name, found.rows.map((row) => JSON.stringify(row)).sort()] as const;
    });
    return Object.fromEntries(await Promise.all(rows));
  }

  /** Who asks is found again each time, as every request does: what they teach changes with the demo. */
  const rowsOf = async (cohortId: CohortId, person = early) =>
    (await selectCohortOverview(await actorOf(person.headers), cohortId, EVERYBODY))?.page.people ?? [];
  const demoRows = (person = early) => rowsOf(DEMO_COHORT.id, person);

  test('adding it and removing it leaves every table as it was', async () => {
    const before = await everything();
    expect(await addDemo(NOW)).toBe(DEMO_PEOPLE.length);
    expect(await everything()).not.toEqual(before);
    expect(await removeDemo()).toBe(DEMO_PEOPLE.length);
    expect(await everything()).toEqual(before);
  }, 180_000);

  test('a second time changes nothing, either way', async () => {
    expect(await removeDemo()).toBeNull();
    await addDemo(NOW);
    const once = await everything();
    expect(await addDemo()).toBeNull();
    expect(await everything()).toEqual(once);
    expect(await changeDemo(['--demo'])).toBe('The demo cohort is there already.');
    expect(await changeDemo([])).toBeNull();
  }, 180_000);

  test('everybody in it is called demo wherever their name stands, and nobody else is', async () => {
    const rows = await demoRows();
    const actor = await actorOf(early.headers);
    expect(rows.map(({ name }) => name).sort()).toEqual(DEMO_PEOPLE.map(({ name }) => `${name} (demo)`).sort());
    expect((await selectReviewQueue(actor, DEMO_COHORT.id))?.total).toBeGreaterThan(0);
    for (const { name } of await rowsOf(SELF_PACED_COHORT.id)) expect(name).not.toMatch(/demo/);
  });

  test('its history has finished, stuck and silent learners, and nothing in the future or before they joined', async () => {
    const rows = await demoRows();
    const standings = rows.map(({ modules }) => modules.find(({ isBegun }) => isBegun));
    expect(standings.filter((standing) => standing?.done === standing?.steps && standing).length).toBeGreaterThan(0);
    expect(standings.filter((standing) => standing && standing.done < standing.steps).length).toBeGreaterThan(2);
    expect(standings.filter((standing) => standing === undefined).length).toBeGreaterThan(0);
    for (const { learnerId } of rows) {
      const record = await selectLearnerRecord(await actorOf(early.headers), LearnerIdSchema.parse(learnerId));
      const times = [...(record?.handIns ?? []).map((handIn) => handIn.submittedAt), record?.lastActiveAt ?? 0];
      for (const at of times) expect(at).toBeLessThanOrEqual(NOW);
      for (const at of times) expect(at).toBeGreaterThanOrEqual(record?.createdAt ?? Number.POSITIVE_INFINITY);
    }
  });

  test('its submissions carry the grades that the grader gives their texts', async () => {
    const rows = await opened.db
      .selectFrom('submissions')
      .innerJoin('grades', 'grades.submissionId', 'submissions.id')
      .select(['scenarioId', 'handIn', 'grade', 'idempotencyKey'])
      .where('idempotencyKey', 'like', 'demo-%')
      // What a colleague has decided on has the grade of a person by now.
      .where('submissions.id', 'not in', (query) => query.selectFrom('reviews').select('submissionId'))
      .execute();
    expect(rows.length).toBeGreaterThan(4);
    const different = new Map(rows.map((row) => [`${row.scenarioId} ${row.handIn} ${row.grade}`, row]));
    for (const row of different.values()) {
      const exercise = course.exercises.find(({ scenario }) => scenario.id === row.scenarioId);
      if (!exercise) throw new Error(`no exercise ${row.scenarioId}`);
      const text = `${row.scenarioId} ${row.handIn}`;
      const grade = graded.get(text) ?? gradeHandIn(exercise, HandInSchema.parse(JSON.parse(row.handIn)));
      graded.set(text, grade);
      expect(GradeSchema.parse(JSON.parse(row.grade))).toEqual(grade);
    }
  });

  test('it shows every reason to speak to somebody, work that a person marked and work that waits, and dates', async () => {
    const actor = await actorOf(early.headers);
    const overview = await selectCohortOverview(actor, DEMO_COHORT.id, EVERYBODY);
    if (!overview) throw new Error('the demo cohort has no overview');
    const kinds = new Set(overview.page.people.flatMap(({ reasons }) => reasons.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(
      ['failing', 'inactive', 'never-started', 'overconfident', 'overdue', 'stuck-exercise', 'stuck-item'].sort(),
    );
    const decided = await opened.db.selectFrom('reviews').select('decision').execute();
    expect(new Set(decided.map(({ decision }) => decision))).toEqual(new Set(['confirm', 'override']));
    expect((await selectReviewQueue(actor, DEMO_COHORT.id))?.total).toBeGreaterThan(0);
    const dates = await opened.db.selectFrom('assignments').select('dueAt').execute();
    expect(dates.map(({ dueAt }) => dueAt > NOW).sort()).toEqual([false, true]);
  });

  test('its roll-ups are what its rows sum up to', async () => {
    const rollups = async () => [
      await opened.db.selectFrom('learner_items').selectAll().orderBy('learnerId').orderBy('itemId').execute(),
      await opened.db.selectFrom('learner_exercises').selectAll().orderBy('learnerId').orderBy('scenarioId').execute(),
    ];
    const before = await rollups();
    for (const { learnerId } of await demoRows())
      await inTransaction((tx) => recomputeRollups(tx, LearnerIdSchema.parse(learnerId)));
    expect(await rollups()).toEqual(before);
  });

  test('an instructor who comes later teaches it too, and a learner does not see it', async () => {
    const late = await newInstructor();
    expect(await demoRows(late)).toHaveLength(DEMO_PEOPLE.length);
    const learner = await newAccount();
    expect((await actorOf(learner.headers)).teaches).toEqual([]);
  });

  test('nobody can get a password for a demo person', async () => {
    const [row] = await demoRows();
    if (!row) throw new Error('the demo cohort is empty');
    expect(await issueResetLink(await actorOf(early.headers), row.learnerId)).toEqual({ ok: false, reason: 'demo' });
    const accounts = await opened.db
      .selectFrom('account')
      .innerJoin('user', 'user.id', 'account.userId')
      .select('email')
      .where(
        'email',
        'in',
        DEMO_PEOPLE.map(({ name }) => demoEmail(name)),
      )
      .execute();
    expect(accounts).toEqual([]);
  });

  test('work done beside it stays when it goes', async () => {
    const learner = await newAccount();
    await workOf(learner);
    await removeDemo();
    expect(await demoRows()).toEqual([]);
    // What is counted of a cohort may stand for some seconds where counting it took long.
    await expect
      .poll(async () => (await rowsOf(SELF_PACED_COHORT.id)).map(({ learnerId }) => learnerId), { timeout: 20_000 })
      .toContain(learner.actor.learnerId);
    const record = await selectLearnerRecord(early.actor, learner.actor.learnerId);
    expect(record?.handIns).toHaveLength(1);
    expect(record?.handIns[0]?.overall).toBeGreaterThan(0);
  });
});
