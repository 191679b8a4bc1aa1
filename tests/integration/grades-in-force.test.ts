import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyRulings, rulingsOf } from '@/grader/rulings/apply-rulings';
import type { SubmissionId } from '@/schemas/ids';
import { recordAct } from '@/server/audit';
import { cohortsWith, mayIn, requireIn } from '@/server/authority';
import { database, inTransaction } from '@/server/db/database';
import { deleteLearners } from '@/server/delete-learners';
import { Forbidden } from '@/server/forbidden';
import { changeGrade, latestEvent } from '@/server/grades/change-grade';
import { readGradeHistory } from '@/server/grades/grade-history';
import { mergeLearner } from '@/server/merge-learner';
import { countUnseenNotices, markNoticesSeen, notify, selectNotices } from '@/server/notices';
import { selectResult } from '@/server/submissions';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { handInOf, SCENARIO, teach } from '../support/fixture';
import { actorOf, newAccount, newCohort, newGuest, newInstructor, newStaff, type Person } from '../support/people';

async function handIn({ actor }: Person, explanation: string): Promise<SubmissionId> {
  const key = randomUUID();
  const handed = await submitHandIn(actor, {
    scenarioId: SCENARIO,
    handIn: handInOf(explanation),
    idempotencyKey: key,
  });
  if (!handed.ok) throw new Error(handed.reason);
  return handed.value.submissionId;
}

/** Rules that the first criterion is fully met, as a reviewer would. */
async function ruleFull(by: Person, submissionId: SubmissionId, basedOn: number) {
  const [first] = (await readGradeHistory(database(), submissionId)).slice(-1);
  const criterionId = first?.grade.criteria[0]?.id;
  if (!first || !criterionId) throw new Error('no grade');
  const reason = 'The constraint is named in the second sentence.';
  const grade = applyRulings(first.grade, [{ criterionId, level: 'full', reason }]);
  return inTransaction((tx) =>
    changeGrade(tx, { submissionId, kind: 'review', grade, byId: by.actor.learnerId, reason, basedOn }),
  );
}

describe.each(ENGINES)('grades in force, roles, acts and news on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
  });
  afterAll(() => opened.discard());

  test('a person’s ruling is in force at once, the machine’s grade is kept, and the best counts again', async () => {
    const [learner, reviewer] = [await newGuest(), await newAccount()];
    const submissionId = await handIn(learner, 'We take Go because everybody likes it.');
    const before = await selectResult(learner.actor, submissionId);
    expect(await ruleFull(reviewer, submissionId, 0)).toEqual({ ok: true, value: { number: 1 } });
    const after = await selectResult(learner.actor, submissionId);
    expect(after?.grade?.overall).toBeGreaterThan(before?.grade?.overall ?? 1);
    expect(after?.grade?.criteria[0]).toMatchObject({
      level: 'full',
      feedback: 'The constraint is named in the second sentence.',
      person: { machineLevel: 'none' },
    });
    const history = await readGradeHistory(database(), submissionId);
    expect(history.map(({ kind, number }) => [kind, number])).toEqual([
      ['machine', 0],
      ['review', 1],
    ]);
    expect(history[0]?.grade.overall).toBe(before?.grade?.overall);
    expect(rulingsOf(history[1]?.grade ?? (null as never))).toHaveLength(1);
    const sum = await database()
      .selectFrom('learner_exercises')
      .select('bestOverall')
      .where('learnerId', '=', learner.actor.learnerId)
      .executeTakeFirstOrThrow();
    expect(sum.bestOverall).toBe(after?.grade?.overall);
  });

  test('of two people deciding at once the later is told, and nothing of theirs is stored', async () => {
    const [learner, reviewer] = [await newGuest(), await newAccount()];
    const submissionId = await handIn(learner, 'We take Go because everybody likes it.');
    const both = await Promise.all([ruleFull(reviewer, submissionId, 0), ruleFull(reviewer, submissionId, 0)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed-since' });
    expect(await inTransaction((tx) => latestEvent(tx, submissionId))).toBe(1);
  });

  test('the history goes with its learner', async () => {
    const [learner, reviewer] = [await newGuest(), await newAccount()];
    const submissionId = await handIn(learner, 'Go.');
    await ruleFull(reviewer, submissionId, 0);
    await inTransaction((tx) => deleteLearners(tx, [learner.actor.learnerId]));
    expect(await readGradeHistory(database(), submissionId)).toEqual([]);
  });

  test('whoever uses the link of the first start owns the installation and has every power in every cohort', async () => {
    const [owner, cohort] = [await newInstructor(), await newCohort()];
    const actor = await actorOf(owner.headers);
    expect(actor.isOwner).toBe(true);
    for (const power of ['own', 'manage', 'review', 'aggregate'] as const) {
      expect(mayIn(actor, cohort, power)).toBe(true);
      expect(cohortsWith(actor, power)).toContain(cohort);
    }
  });

  test.each([
    ['instructor', { own: false, manage: true, review: true, aggregate: true }],
    ['reviewer', { own: false, manage: false, review: true, aggregate: false }],
    ['lead', { own: false, manage: false, review: false, aggregate: true }],
  ] as const)('a %s has their powers in their cohort and none in another', async (role, powers) => {
    const [own, other] = [await newCohort(), await newCohort()];
    const { actor } = await newStaff(own, role);
    for (const [power, may] of Object.entries(powers)) {
      expect(mayIn(actor, own, power as keyof typeof powers)).toBe(may);
      expect(mayIn(actor, other, power as keyof typeof powers)).toBe(false);
    }
    expect(() => requireIn(actor, other, 'aggregate', 'look')).toThrow(Forbidden);
  });

  test('a role that is taken back is gone with the next request, and learners and guests never have one', async () => {
    const cohort = await newCohort();
    const staff = await newStaff(cohort, 'instructor');
    await database()
      .updateTable('enrolments')
      .set({ status: 'withdrawn' })
      .where('learnerId', '=', staff.actor.learnerId)
      .where('role', '=', 'instructor')
      .execute();
    for (const actor of [await actorOf(staff.headers), (await newAccount()).actor, (await newGuest()).actor])
      for (const power of ['own', 'manage', 'review', 'aggregate'] as const) {
        expect(mayIn(actor, cohort, power)).toBe(false);
        expect(cohortsWith(actor, power)).toEqual([]);
      }
  });

  test('an act is written with its actor, and stays when the actor goes', async () => {
    const [owner, cohort] = [await newInstructor(), await newCohort()];
    await recordAct(database(), owner.actor, { act: 'cohort.made', cohortId: cohort, details: { name: 'Platform' } });
    await inTransaction((tx) => deleteLearners(tx, [owner.actor.learnerId]));
    const rows = await database().selectFrom('audit_entries').selectAll().where('cohortId', '=', cohort).execute();
    expect(rows).toMatchObject([{ act: 'cohort.made', actorName: 'Ada Example', details: '{"name":"Platform"}' }]);
  });

  test('news reaches its learner once, is new until seen, and new again when said again', async () => {
    const [learner, other] = [await newGuest(), await newGuest()];
    const say = (title: string) =>
      inTransaction((tx) =>
        notify(tx, learner.actor.learnerId, 'review:1', { kind: 'review', title, text: '', href: '/results/1' }),
      );
    await say('Ready');
    await say('Ready again');
    expect(await selectNotices(learner.actor)).toMatchObject([{ title: 'Ready again', isSeen: false }]);
    expect(await selectNotices(other.actor)).toEqual([]);
    await markNoticesSeen(other.actor, Date.now());
    expect(await countUnseenNotices(learner.actor)).toBe(1);
    await markNoticesSeen(learner.actor, Date.now());
    expect(await countUnseenNotices(learner.actor)).toBe(0);
    await say('Once more');
    expect(await countUnseenNotices(learner.actor)).toBe(1);
    await mergeLearner(learner.actor.learnerId, other.actor.learnerId);
    expect(await selectNotices(other.actor)).toMatchObject([{ title: 'Once more', isSeen: false }]);
  });
});
