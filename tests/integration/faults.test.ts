import { randomUUID } from 'node:crypto';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { GradeSchema } from '@/schemas/grade';
import { type CohortId, LearnerIdSchema, type SubmissionId } from '@/schemas/ids';
import { database, inTransaction } from '@/server/db/database';
import { saveDraft, selectDraft } from '@/server/drafts';
import { enqueue } from '@/server/jobs/enqueue';
import { runDueJobs } from '@/server/jobs/run-jobs';
import type { Net } from '@/server/outbound/post-outside';
import { answerItem, openQuiz } from '@/server/quizzes';
import { readRegrade, startRegrade } from '@/server/regrades/regrades';
import { stepRegrade } from '@/server/regrades/steps';
import { decideOnAll } from '@/server/reviews/decide';
import { recomputeRollups } from '@/server/rollups';
import { submitHandIn } from '@/server/submit-hand-in';
import { deliverMessage } from '@/server/webhooks/deliver';
import { setWebhook } from '@/server/webhooks/webhooks';
import { assign } from '../support/assignments';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { Faults } from '../support/failing-driver';
import { FIRST_ITEM, handInOf, LESSON, SCENARIO, teach } from '../support/fixture';
import { newCohort, newGuest, newLearner, newStaff, type Person } from '../support/people';

/** No step is left out: the process dies at the first statement, then at the second, until the work gets by. */
const MOST_STATEMENTS = 400;

describe.each(ENGINES)('a death at every statement on %s', { timeout: 300_000 }, (engine) => {
  const faults = new Faults();
  let opened: TestDatabase;
  let cohort: CohortId;
  let staff: Person;
  let learner: Person;
  beforeAll(async () => {
    opened = await freshDatabase(engine, faults.wrap);
    await teach();
    [cohort] = [await newCohort()];
    [staff, learner] = [await newStaff(cohort, 'instructor'), await newLearner(cohort)];
  });
  afterAll(() => opened.discard());

  /**
   * Prepares, dies at statement n, lives again, checks what `again` left; for n = 1, 2, … until the work needs fewer.
   * Fulfils with how many statements there were.
   */
  async function atEvery<Case>(
    prepare: () => Promise<Case>,
    work: (one: Case) => Promise<unknown>,
    again: (one: Case) => Promise<void>,
  ): Promise<number> {
    // A job that fails is logged; here every one of them does.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let died = 0;
    for (let statement = 1; ; statement += 1) {
      if (statement > MOST_STATEMENTS) throw new Error('the work never ends');
      const one = await prepare();
      faults.arm(statement);
      await work(one).catch(() => undefined);
      if (!faults.revive()) break;
      died += 1;
      await again(one);
    }
    console.info(`${engine}: ${expect.getState().currentTestName?.split(' > ').at(-1)}: ${died} deaths`);
    return died;
  }

  /** Another process takes over: the leases of the dead one have run out. */
  async function takeOver(): Promise<void> {
    const soon = Date.now() + 60_000;
    const open = database().updateTable('jobs').where('doneAt', 'is', null).where('runAfter', '<', soon);
    await open.set({ leaseUntil: 1, runAfter: 1 }).execute();
    await runDueJobs('heir');
  }

  const handIn = (key: string, { actor } = learner, explanation = `A record handed in as ${key}.`) =>
    submitHandIn(actor, { scenarioId: SCENARIO, handIn: handInOf(explanation), idempotencyKey: key });

  async function newSubmission(): Promise<SubmissionId> {
    const handed = await handIn(randomUUID());
    if (!handed.ok) throw new Error(handed.reason);
    return handed.value.submissionId;
  }

  const gradesUnder = (key: string) =>
    database()
      .selectFrom('submissions')
      .leftJoin('grades', 'grades.submissionId', 'submissions.id')
      .select(['submissions.id', 'overall'])
      .where('idempotencyKey', '=', key)
      .execute();

  const eventsOf = (id: SubmissionId) =>
    database().selectFrom('grade_events').select('kind').where('submissionId', '=', id).orderBy('number').execute();

  async function expectTrueSums(): Promise<void> {
    const sums = async () => ({
      exercises: await database().selectFrom('learner_exercises').selectAll().orderBy('learnerId').execute(),
      items: await database().selectFrom('learner_items').selectAll().orderBy('learnerId').execute(),
    });
    const running = await sums();
    for (const { learnerId } of running.exercises)
      await inTransaction((tx) => recomputeRollups(tx, LearnerIdSchema.parse(learnerId)));
    expect(await sums()).toEqual(running);
  }

  test('a hand-in that is tried again under its key is there once, with one grade', async () => {
    const died = await atEvery(
      async () => randomUUID(),
      (key) => handIn(key),
      async (key) => {
        expect(await handIn(key)).toMatchObject({ ok: true });
        expect(await gradesUnder(key)).toEqual([{ id: expect.any(String), overall: expect.any(Number) }]);
      },
    );
    expect(died).toBeGreaterThan(10);
    await expectTrueSums();
  });

  test('a draft that is saved again is the newest, and was never a conflict with itself', async () => {
    const save = async (text: string) => {
      const version = (await selectDraft(learner.actor, SCENARIO))?.version ?? 0;
      return { text, version };
    };
    await atEvery(
      () => save(randomUUID()),
      ({ text, version }) => saveDraft(learner.actor, SCENARIO, version, handInOf(text)),
      async ({ text, version }) => {
        expect(await saveDraft(learner.actor, SCENARIO, version, handInOf(text))).toMatchObject({ ok: true });
        const draft = await selectDraft(learner.actor, SCENARIO);
        expect(draft).toMatchObject({ version: version + 1, handIn: { explanation: text } });
      },
    );
  });

  test('an answer that is sent again counts once', async () => {
    const answer = {
      itemId: FIRST_ITEM,
      response: { type: 'single-choice', chosen: 'sql' },
      confidence: 'sure',
    } as const;
    await atEvery(
      async () => {
        const person = await newGuest();
        const quiz = await openQuiz(person.actor, LESSON, 'all');
        if (!quiz.ok) throw new Error(quiz.reason);
        return { person, attemptId: quiz.value.attemptId };
      },
      ({ person, attemptId }) => answerItem(person.actor, attemptId, answer),
      async ({ person, attemptId }) => {
        await answerItem(person.actor, attemptId, answer);
        const { learnerId } = person.actor;
        expect(
          await database().selectFrom('item_responses').selectAll().where('attemptId', '=', attemptId).execute(),
        ).toHaveLength(1);
        expect(
          await database().selectFrom('learner_items').select('answers').where('learnerId', '=', learnerId).execute(),
        ).toEqual([{ answers: 1 }]);
      },
    );
    await expectTrueSums();
  });

  test('a decision at the review desk that is sent again is one event of the grade', async () => {
    const criterionId = GradeSchema.parse(
      JSON.parse((await database().selectFrom('grades').select('grade').executeTakeFirstOrThrow()).grade),
    ).criteria[0]?.id;
    const rulings = [{ criterionId, level: 'full', reason: 'It says so in the first sentence.' }] as never;
    const decide = ({ id, key }: { id: SubmissionId; key: string }) =>
      decideOnAll(staff.actor, id, { cohortId: cohort, basedOn: 0, rulings, alsoTo: [] }, key);
    await atEvery(
      async () => ({ id: await newSubmission(), key: randomUUID() }),
      decide,
      async (one) => {
        expect(await decide(one)).toMatchObject({ ok: true });
        expect((await eventsOf(one.id)).map(({ kind }) => kind)).toEqual(['machine', 'review']);
      },
    );
    await expectTrueSums();
  });

  test('an announcement whose worker dies is told to everybody once, also when its job is run twice', async () => {
    const others = await Promise.all([newLearner(cohort), newLearner(cohort)]);
    await atEvery(
      async () => {
        const title = `Due ${randomUUID()}`;
        return { title, assignmentId: await assign(staff, cohort, { title }) };
      },
      () => runDueJobs('dying'),
      async ({ title, assignmentId }) => {
        await takeOver();
        await enqueue(database(), { key: randomUUID(), body: { kind: 'announce', assignmentId }, runAfter: 0 });
        await runDueJobs('duplicate');
        const told = await database()
          .selectFrom('notices')
          .select('learnerId')
          .where('notice', 'like', `%${title}%`)
          .execute();
        for (const { actor } of others)
          expect(told.filter(({ learnerId }) => learnerId === actor.learnerId)).toHaveLength(1);
      },
    );
  });

  /** As if an older grader had been milder. */
  async function lowerAll(ids: readonly SubmissionId[]): Promise<void> {
    for (const id of ids) {
      const row = await database()
        .selectFrom('grades')
        .select('grade')
        .where('submissionId', '=', id)
        .executeTakeFirstOrThrow();
      const now = GradeSchema.parse(JSON.parse(row.grade));
      const grade = { ...now, overall: 0.01, receipt: { ...now.receipt, grader: '1.0.0' } };
      await database()
        .updateTable('grades')
        .set({ grade: JSON.stringify(grade), overall: 0.01 })
        .where('submissionId', '=', id)
        .execute();
    }
  }

  test('a regrade whose worker dies while it applies is finished by another: one event and one notice a draft', async () => {
    const group = await newCohort();
    const [teacher, person] = [await newStaff(group, 'instructor'), await newLearner(group)];
    const ids: SubmissionId[] = [];
    for (const key of [randomUUID(), randomUUID()]) {
      const handed = await handIn(key, person);
      if (handed.ok) ids.push(handed.value.submissionId);
    }
    const forget = () => database().deleteFrom('grade_events').where('submissionId', 'in', ids).execute();
    const finish = async (id: Awaited<ReturnType<typeof startRegrade>>) => {
      await takeOver();
      expect((await readRegrade(database(), id))?.status).toBe('applied');
      for (const submissionId of ids)
        expect((await eventsOf(submissionId)).map(({ kind }) => kind)).toEqual(['machine', 'regrade']);
      const notices = await database()
        .selectFrom('notices')
        .select('key')
        .where('key', 'like', `regrade:${id}:%`)
        .execute();
      expect(notices).toHaveLength(ids.length);
    };
    await atEvery(
      async () => {
        await forget();
        await lowerAll(ids);
        const id = await startRegrade(teacher.actor, { cohortId: group, reason: 'The rubric says it more plainly.' });
        await runDueJobs('preview');
        expect(await stepRegrade(teacher.actor, id, { step: 'apply', version: 0 })).toMatchObject({ ok: true });
        return id;
      },
      () => runDueJobs('dying'),
      finish,
    );
  });

  test('a message to a webhook whose sender dies comes again under the same name', async () => {
    const arrived: string[] = [];
    const receiver = createServer((asked, reply) => {
      arrived.push(String(asked.headers['x-defensible-delivery']));
      asked.resume().on('end', () => reply.writeHead(200).end());
    });
    await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
    const { port } = receiver.address() as AddressInfo;
    const net: Net = { lookup: async () => [{ address: '127.0.0.1', family: 4 }], isAllowed: () => true, request };
    await database()
      .insertInto('webhooks')
      .values(await hookRow(port))
      .execute();
    const send = (jobId: string) =>
      deliverMessage({ kind: 'deliver', cohortId: cohort, event: 'test', text: 'Hello' } as never, jobId, net);
    await atEvery(
      async () => randomUUID(),
      send,
      async (jobId) => {
        await send(jobId);
        expect(arrived).toContain(jobId);
        expect(arrived.filter((id) => id === jobId).length).toBeLessThanOrEqual(2);
      },
    );
    receiver.close();
  });

  async function hookRow(port: number) {
    await setWebhook(staff.actor, cohort, 'https://hooks.example.org/x');
    const row = await database()
      .selectFrom('webhooks')
      .selectAll()
      .where('cohortId', '=', cohort)
      .executeTakeFirstOrThrow();
    await database().deleteFrom('webhooks').where('cohortId', '=', cohort).execute();
    return { ...row, url: `http://hooks.example.org:${port}/x` };
  }
});
