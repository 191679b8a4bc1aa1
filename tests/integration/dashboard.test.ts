import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { CohortExportQuerySchema, type PeopleQuery } from '@/schemas/dashboard';
import type { DeskPerson } from '@/schemas/dashboard-view';
import { type CohortId, CohortIdSchema, type SubmissionId } from '@/schemas/ids';
import { pagePeople } from '@/server/analytics/page-people';
import { selectCohortGaps } from '@/server/dashboard/cohort-gaps';
import { selectCohortAggregate, selectCohortOverview } from '@/server/dashboard/cohort-overview';
import { exportCohort } from '@/server/dashboard/export-cohort';
import { recordOncePerHour } from '@/server/dashboard/record-view';
import { selectTimeline } from '@/server/dashboard/timeline';
import { database, inTransaction } from '@/server/db/database';
import { deleteLearners } from '@/server/delete-learners';
import { Forbidden } from '@/server/forbidden';
import { changeGrade } from '@/server/grades/change-grade';
import { readGradeHistory } from '@/server/grades/grade-history';
import { mergeLearner } from '@/server/merge-learner';
import { newId } from '@/server/new-id';
import { markLessonRead } from '@/server/progress';
import { answerItem, openQuiz } from '@/server/quizzes';
import { recomputeRollups } from '@/server/rollups';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { FIRST_ITEM, handInOf, LESSON, SCENARIO, teach } from '../support/fixture';
import { newAccount, newGuest, newInstructor, newStaff, type Person } from '../support/people';

const EVERYBODY: PeopleQuery = { q: '', standing: 'all', sort: 'risk', after: '' };

async function newCohort(): Promise<CohortId> {
  const id = CohortIdSchema.parse(newId());
  await database().insertInto('cohorts').values({ id, name: 'Platform team', createdAt: Date.now() }).execute();
  return id;
}

async function enrol(cohortId: CohortId, { actor }: Person, enrolledAt = Date.now()) {
  await database()
    .insertInto('enrolments')
    .values({ learnerId: actor.learnerId, cohortId, role: 'learner', status: 'active', enrolledAt })
    .execute();
}

async function handIn({ actor }: Person, explanation: string): Promise<SubmissionId> {
  const handed = await submitHandIn(actor, {
    scenarioId: SCENARIO,
    handIn: handInOf(explanation),
    idempotencyKey: randomUUID(),
  });
  if (!handed.ok) throw new Error(handed.reason);
  return handed.value.submissionId;
}

async function answer({ actor }: Person, chosen: string, confidence: 'sure' | 'guess' = 'sure') {
  const opened = await openQuiz(actor, LESSON, 'all');
  if (!opened.ok) throw new Error(opened.reason);
  await answerItem(actor, opened.value.attemptId, {
    itemId: FIRST_ITEM,
    response: { type: 'single-choice', chosen },
    confidence,
  });
}

async function textOf(body: ReadableStream<Uint8Array> | undefined): Promise<string> {
  return new Response(body).text();
}

describe.each(ENGINES)('the views of a cohort on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
  });
  afterAll(() => opened.discard());

  test('a learner of the cohort sees no timeline, and nobody sees that of a stranger', async () => {
    const [cohort, learner, stranger] = [await newCohort(), await newAccount(), await newAccount()];
    await enrol(cohort, learner);
    const teacher = await newStaff(cohort, 'instructor');
    await expect(selectTimeline(learner.actor, learner.actor.learnerId)).rejects.toThrow(Forbidden);
    expect(await selectTimeline(teacher.actor, stranger.actor.learnerId)).toBeNull();
    await markLessonRead(learner.actor, LESSON);
    await handIn(learner, 'Go.');
    const kinds = (await selectTimeline(teacher.actor, learner.actor.learnerId))?.map(({ kind }) => kind);
    expect(kinds).toEqual(['hand-in', 'read']);
  });

  test('an empty cohort has nobody and no number about anybody', async () => {
    const [cohort, owner] = [await newCohort(), await newInstructor()];
    const view = await selectCohortOverview(owner.actor, cohort, EVERYBODY);
    expect(view).toMatchObject({
      first: [],
      doubted: 0,
      page: { people: [], found: 0, next: null },
      summary: { people: 0, medianMinutes: null, funnel: { started: 0, passed: 0 } },
    });
    expect(await selectCohortOverview(owner.actor, CohortIdSchema.parse('no-such-cohort'), EVERYBODY)).toBeNull();
  });

  test('what a learner does is there with the next look: reading, answers, drafts, and who is stuck', async () => {
    const [cohort, learner, teacher] = [await newCohort(), await newAccount(), await newInstructor()];
    await enrol(cohort, learner);
    await markLessonRead(learner.actor, LESSON);
    for (const text of ['Go.', 'Go again.', 'Go once more.']) await handIn(learner, text);
    const view = await selectCohortOverview(teacher.actor, cohort, EVERYBODY);
    expect(view?.first[0]).toMatchObject({
      learnerId: learner.actor.learnerId,
      email: learner.email,
      standing: 'under-way',
      reasons: [{ kind: 'failing', scenarioId: SCENARIO, handIns: 3 }],
    });
    expect(view?.first[0]?.modules[0]).toMatchObject({ moduleId: 'M1', lessonsRead: 1, handIns: 3, isPassed: false });
    expect(view?.summary.funnel).toEqual({ started: 1, read: 1, quiz: 0, handedIn: 1, passed: 0 });
    const gaps = await selectCohortGaps(teacher.actor, cohort);
    expect(gaps?.criteria.length).toBeGreaterThan(0);
    expect(gaps?.criteria[0]).toMatchObject({ scenarioId: SCENARIO, full: 0, half: 0, none: 1 });
  });

  test('sums of an item keep certainty, choice and failures, however they are made', async () => {
    const learner = await newAccount();
    await answer(learner, 'sql', 'sure');
    const rows = () =>
      database()
        .selectFrom('learner_items')
        .select(['itemId', 'isCorrect', 'answers', 'failures', 'confidence', 'chosen'])
        .where('learnerId', '=', learner.actor.learnerId)
        .execute();
    const running = await rows();
    expect(running).toMatchObject([{ itemId: FIRST_ITEM, answers: 1, confidence: 'sure', chosen: 'sql' }]);
    expect(running[0]?.failures).toBe(1 - (running[0]?.isCorrect ?? 0));
    await inTransaction((tx) => recomputeRollups(tx, learner.actor.learnerId));
    expect(await rows()).toEqual(running);
  });

  test('levels follow the grade in force, move with a merge, and go with their learner', async () => {
    const [learner, target, reviewer] = [await newGuest(), await newAccount(), await newAccount()];
    const submissionId = await handIn(learner, 'Go.');
    const levels = () =>
      database()
        .selectFrom('grade_criteria')
        .select('level')
        .where('submissionId', '=', submissionId)
        .orderBy('criterionId')
        .execute();
    expect((await levels()).map(({ level }) => level)).toContain('none');
    const [event] = await readGradeHistory(database(), submissionId);
    if (!event) throw new Error('no grade');
    const person = { machineLevel: 'none', reason: 'It is there.' } as const;
    const criteria = event.grade.criteria.map((one) => ({ ...one, level: 'full' as const, points: one.max, person }));
    const { learnerId: byId } = reviewer.actor;
    const grade = { ...event.grade, criteria };
    await inTransaction((tx) =>
      changeGrade(tx, { submissionId, kind: 'review', grade, byId, reason: 'It is there.', basedOn: 0 }),
    );
    expect(new Set((await levels()).map(({ level }) => level))).toEqual(new Set(['full']));
    await mergeLearner(learner.actor.learnerId, target.actor.learnerId);
    expect((await levels()).length).toBeGreaterThan(0);
    await inTransaction((tx) => deleteLearners(tx, [learner.actor.learnerId, target.actor.learnerId]));
    expect(await levels()).toEqual([]);
  });

  test('those who lead see numbers from the fifth person on, never a name, and no median of fewer than five', async () => {
    const cohort = await newCohort();
    const lead = await newStaff(cohort, 'lead');
    const people: Person[] = [];
    for (let count = 0; count < 4; count += 1) people.push(await newAccount());
    for (const person of people) await enrol(cohort, person);
    expect((await selectCohortAggregate(lead.actor, cohort))?.summary).toBeNull();
    const fifth = await newAccount();
    await enrol(cohort, fifth);
    await markLessonRead(fifth.actor, LESSON);
    // Figures that took long to count, as on a busy machine, stand for some seconds (server/analytics/keep.ts).
    const counted = async () => {
      const found = await selectCohortAggregate(lead.actor, cohort);
      expect(found?.summary).toMatchObject({ people: 5, funnel: { read: 1 } });
      return found;
    };
    const view = await vi.waitFor(counted, { timeout: 30_000, interval: 500 });
    expect(view?.summary?.modules[0]).toMatchObject({ begun: 1, medianShare: null });
    const text = JSON.stringify(view);
    for (const person of [...people, fifth])
      for (const secret of [person.email, person.actor.learnerId, person.actor.name])
        expect(text).not.toContain(secret);
    expect(text).not.toContain('atRisk');
  });

  test('an export is safe in a spreadsheet, names versions, holds no text of a record, and is noted', async () => {
    const [cohort, learner, teacher] = [await newCohort(), await newAccount(), await newInstructor()];
    await enrol(cohort, learner);
    await database()
      .updateTable('user')
      .set({ name: '=HYPERLINK("x")' })
      .where('id', '=', learner.actor.learnerId)
      .execute();
    await handIn(learner, 'a sentence that stays at home');
    await answer(learner, 'sql');
    const make = async (what: string, format: string) =>
      textOf((await exportCohort(teacher.actor, CohortExportQuerySchema.parse({ cohort, what, format })))?.body);
    const csv = await make('overview', 'csv');
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(JSON.parse(await make('overview', 'json')).rows).toHaveLength(1);
    const attempts = JSON.parse(await make('attempts', 'json'));
    expect(attempts.rows.map(({ kind }: { kind: string }) => kind)).toEqual(['quiz', 'answer', 'hand-in']);
    expect(attempts.rows[2].graderVersion).toMatch(/./);
    expect(attempts.rows[2].rubricHash).toMatch(/./);
    expect(JSON.stringify(attempts) + (await make('attempts', 'csv'))).not.toContain('stays at home');
    const acts = await database()
      .selectFrom('audit_entries')
      .select(['act', 'details'])
      .where('cohortId', '=', cohort)
      .execute();
    expect(acts).toHaveLength(4);
    expect(acts[0]).toEqual({ act: 'export.made', details: '{"what":"overview","format":"csv"}' });
  });

  test('a look is noted once an hour for each actor and text', async () => {
    const [teacher, other, learner] = [await newInstructor(), await newInstructor(), await newAccount()];
    const look = (by: Person, submission: string) =>
      recordOncePerHour(database(), by.actor, {
        act: 'text.viewed',
        subjectId: learner.actor.learnerId,
        details: { submission },
      });
    await look(teacher, 'one');
    await look(teacher, 'one');
    await look(teacher, 'two');
    await look(other, 'one');
    const acts = () =>
      database().selectFrom('audit_entries').selectAll().where('subjectId', '=', learner.actor.learnerId).execute();
    expect(await acts()).toHaveLength(3);
    await database()
      .updateTable('audit_entries')
      .set({ at: Date.now() - 3_600_001 })
      .execute();
    await look(teacher, 'one');
    expect(await acts()).toHaveLength(4);
  });
});

describe('pages of people', () => {
  const person = (index: number): DeskPerson => ({
    learnerId: `learner-${String(index).padStart(4, '0')}` as DeskPerson['learnerId'],
    name: `Person ${index % 7}`,
    email: `p${index}@example.org`,
    isGuest: index % 5 === 0,
    joinedAt: 0,
    lastActiveAt: index % 3,
    standing: 'under-way',
    weight: index % 4,
    reasons: [],
    due: { nextAt: index % 2 === 0 ? null : index, overdue: 0, overdueSince: null },
    quizMinutes: null,
    modules: [],
  });
  const people = Array.from({ length: 103 }, (_, index) => person(index));

  test.each(['risk', 'due', 'name', 'seen'] as const)(
    'by %s, every page after the other, everybody comes exactly once',
    (sort) => {
      const seen: string[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const page = pagePeople(people, { ...EVERYBODY, sort, after }, 10);
        expect(page.found).toBe(103);
        seen.push(...page.people.map(({ learnerId }) => learnerId));
        after = page.next;
      }
      expect(seen).toHaveLength(103);
      expect(new Set(seen).size).toBe(103);
    },
  );

  test('an address that nobody here wrote shows the first page', () => {
    const first = pagePeople(people, EVERYBODY, 10).people;
    expect(pagePeople(people, { ...EVERYBODY, after: 'nonsense' }, 10).people).toEqual(first);
    expect(pagePeople(people, { ...EVERYBODY, after: '~x' }, 10).people).toEqual(first);
  });

  test('a search finds parts of names and addresses, and guests by the name they are shown under', () => {
    expect(pagePeople(people, { ...EVERYBODY, q: 'P42@' }).people.map(({ email }) => email)).toEqual([
      'p42@example.org',
    ]);
    expect(pagePeople(people, { ...EVERYBODY, q: 'guest' }).found).toBe(21);
  });
});
