import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AssignmentTarget } from '@/schemas/assignment';
import { AssignmentIdSchema, type CohortId, ModuleIdSchema } from '@/schemas/ids';
import { changeAssignment, makeAssignment, selectAssignments, withdrawAssignment } from '@/server/assignments/desk';
import { grantExtension, takeBackExtension } from '@/server/assignments/grant-extension';
import { selectAssignedExercise, selectOwnAssignments } from '@/server/assignments/own';
import { selectAssignmentPage } from '@/server/assignments/select-page';
import { makeFeed, readCalendar, revokeFeed, selectFeed } from '@/server/calendar/feeds';
import { database, inTransaction } from '@/server/db/database';
import { deleteLearners } from '@/server/delete-learners';
import { exportOwn } from '@/server/export/export-own';
import { mergeLearner } from '@/server/merge-learner';
import { selectNotices } from '@/server/notices';
import { submitHandIn } from '@/server/submit-hand-in';
import { setWebhook } from '@/server/webhooks/webhooks';
import { assign, DAY, enrol, newCohort, planOf } from '../support/assignments';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { handInOf, SCENARIO, teach } from '../support/fixture';
import { newAccount, newGuest, newInstructor, newStaff, type Person } from '../support/people';

const handIn = (person: Person, explanation?: string, idempotencyKey: string = randomUUID()) =>
  submitHandIn(person.actor, { scenarioId: SCENARIO, handIn: handInOf(explanation), idempotencyKey });

async function own(person: Person) {
  const [first] = await selectOwnAssignments(person.actor);
  if (!first) throw new Error('nothing is assigned');
  return first;
}

/** A cohort with an instructor, a learner in it, and an account outside. */
async function team() {
  const cohort = await newCohort();
  const [staff, learner, outsider] = [await newStaff(cohort, 'instructor'), await newAccount(), await newAccount()];
  await enrol(learner, cohort);
  return { cohort, staff, learner, outsider };
}

describe.each(ENGINES)('assignments on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
  });
  afterAll(() => opened.discard());

  test('an assignment of another cohort does not exist, whoever asks', async () => {
    const { cohort, staff, learner } = await team();
    const id = await assign(staff, cohort);
    const other = await newCohort();
    const elsewhere = await newStaff(other, 'instructor');
    expect(await selectAssignmentPage(elsewhere.actor, other, id, 1)).toBeNull();
    expect(await withdrawAssignment(elsewhere.actor, other, id, true)).toEqual({
      ok: false,
      reason: 'unknown-assignment',
    });
    const body = { dueAt: Date.now() + 30 * DAY, reason: 'No reason' };
    expect(await grantExtension(elsewhere.actor, other, id, learner.actor.learnerId, body)).toMatchObject({
      reason: 'unknown-assignment',
    });
  });

  test('made twice under one key it is there once; another plan under the key is refused', async () => {
    const { cohort, staff } = await team();
    const [plan, key] = [planOf(), randomUUID()];
    const first = await makeAssignment(staff.actor, cohort, plan, key);
    expect(await makeAssignment(staff.actor, cohort, plan, key)).toEqual(first);
    expect(await selectAssignments(staff.actor, cohort)).toHaveLength(1);
    const other = { ...plan, title: 'Another one' };
    expect(await makeAssignment(staff.actor, cohort, other, key)).toEqual({ ok: false, reason: 'key-reused' });
  });

  test('a plan that asks for nothing, or is due before it opens, is refused; so is a cohort that is gone or archived', async () => {
    const { cohort } = await team();
    const owner = await newInstructor();
    const make = (changed: Parameters<typeof planOf>[0], to = cohort) =>
      makeAssignment(owner.actor, to, planOf(changed), randomUUID());
    const target: AssignmentTarget = { type: 'modules', moduleIds: [ModuleIdSchema.parse('M2')] };
    expect(await make({ target })).toEqual({ ok: false, reason: 'nothing-asked' });
    expect(await make({ dueAt: Date.now() - 2 * 3_600_000 })).toEqual({ ok: false, reason: 'due-before-open' });
    expect(await make({}, AssignmentIdSchema.parse('no-such-cohort') as unknown as CohortId)).toMatchObject({
      reason: 'unknown-cohort',
    });
    await database().updateTable('cohorts').set({ archivedAt: 1 }).where('id', '=', cohort).execute();
    expect(await make({})).toEqual({ ok: false, reason: 'archived' });
  });

  test('of two people changing it at once the later is told, and the learner sees the change', async () => {
    const { cohort, staff, learner } = await team();
    const id = await assign(staff, cohort);
    const change = (title: string) =>
      changeAssignment(staff.actor, cohort, id, { baseVersion: 1, plan: planOf({ title }) });
    const both = await Promise.all([change('First title'), change('Second title')]);
    expect(both.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { version: 2 } }]);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed-since' });
    expect((await own(learner)).title).toMatch(/^(First|Second) title$/);
  });

  test('its learner sees it with the next step, nobody else does, and a withdrawn one takes no work away', async () => {
    const { cohort, staff, learner, outsider } = await team();
    const id = await assign(staff, cohort);
    expect(await own(learner)).toMatchObject({
      cohortName: 'Platform team',
      standing: { status: 'open', done: 0, total: 1, next: { type: 'exercise', scenarioId: SCENARIO } },
    });
    expect(await selectOwnAssignments(outsider.actor)).toEqual([]);
    expect(await selectOwnAssignments(null)).toEqual([]);
    expect((await handIn(learner)).ok).toBe(true);
    expect((await withdrawAssignment(staff.actor, cohort, id, true)).ok).toBe(true);
    expect(await selectOwnAssignments(learner.actor)).toEqual([]);
    const kept = await database()
      .selectFrom('submissions')
      .select('id')
      .where('learnerId', '=', learner.actor.learnerId)
      .execute();
    expect(kept).toHaveLength(1);
    await withdrawAssignment(staff.actor, cohort, id, false);
    expect(await selectOwnAssignments(learner.actor)).toHaveLength(1);
    await database()
      .updateTable('enrolments')
      .set({ status: 'withdrawn' })
      .where('learnerId', '=', learner.actor.learnerId)
      .where('cohortId', '=', cohort)
      .execute();
    expect(await selectOwnAssignments(learner.actor)).toEqual([]);
  });

  test('a late hand-in is taken, and marked late by the time of the server', async () => {
    const { cohort, staff, learner } = await team();
    const passing = { type: 'share', share: 0.1 } as const;
    const id = await assign(staff, cohort, { opensAt: Date.now() - 5 * DAY, dueAt: Date.now() - DAY, passing });
    expect((await own(learner)).standing.status).toBe('overdue');
    expect((await handIn(learner)).ok).toBe(true);
    expect((await own(learner)).standing.status).toBe('done-late');
    const page = await selectAssignmentPage(staff.actor, cohort, id, 1);
    expect(page?.people).toMatchObject([{ handIns: 1, lateHandIns: 1, standing: { status: 'done-late' } }]);
  });

  test('an extension moves one person’s date, tells them, and can be taken back', async () => {
    const { cohort, staff, learner, outsider } = await team();
    const other = await newAccount();
    await enrol(other, cohort);
    const id = await assign(staff, cohort, { opensAt: Date.now() - 5 * DAY, dueAt: Date.now() - DAY });
    const body = { dueAt: Date.now() + 9 * DAY, reason: 'Three weeks on call.' };
    const grant = (to: Person, given = body) => grantExtension(staff.actor, cohort, id, to.actor.learnerId, given);
    expect((await grant(learner)).ok).toBe(true);
    expect(await own(learner)).toMatchObject({
      dueAt: body.dueAt,
      extension: { reason: body.reason },
      standing: { status: 'open' },
    });
    expect((await own(other)).standing.status).toBe('overdue');
    expect(await selectNotices(learner.actor)).toMatchObject([
      { kind: 'assignment', text: expect.stringContaining(body.reason) },
    ]);
    expect(await grant(outsider)).toEqual({ ok: false, reason: 'unknown-learner' });
    expect(await grant(learner, { ...body, dueAt: Date.now() - 2 * DAY })).toEqual({ ok: false, reason: 'not-later' });
    const acts = await database()
      .selectFrom('audit_entries')
      .select(['act', 'subjectId'])
      .where('cohortId', '=', cohort)
      .execute();
    expect(acts).toContainEqual({ act: 'extension.granted', subjectId: learner.actor.learnerId });
    expect((await takeBackExtension(staff.actor, cohort, id, learner.actor.learnerId)).ok).toBe(true);
    expect((await own(learner)).standing.status).toBe('overdue');
  });

  test('beyond the limit a hand-in is refused with the text kept; a repeated request still gets its answer', async () => {
    const { cohort, staff, learner } = await team();
    expect((await handIn(learner, 'Handed in before it opened.')).ok).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await assign(staff, cohort, { opensAt: Date.now(), attempts: { counts: 'best', most: 2 } });
    const key = randomUUID();
    const first = await handIn(learner, 'The first one that counts.', key);
    expect(await selectAssignedExercise(learner.actor, SCENARIO)).toMatchObject([{ left: 1, isOverdue: false }]);
    expect((await handIn(learner, 'The second one.')).ok).toBe(true);
    expect(await handIn(learner, 'One too many, but dear to me.')).toMatchObject({
      ok: false,
      reason: 'no-hand-ins-left',
      detail: expect.stringContaining('takes 2 hand-ins'),
    });
    const kept = await database()
      .selectFrom('draft_conflicts')
      .select('handIn')
      .where('learnerId', '=', learner.actor.learnerId)
      .execute();
    expect(kept.map(({ handIn: text }) => text).join()).toContain('dear to me');
    expect(await handIn(learner, 'The first one that counts.', key)).toEqual(first);
  });

  test('of two hand-ins at once for the last place one gets it', async () => {
    const { cohort, staff, learner } = await team();
    await assign(staff, cohort, { attempts: { counts: 'best', most: 1 } });
    const both = await Promise.all([handIn(learner, 'One of the two.'), handIn(learner, 'The other of the two.')]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test('a guest’s extension goes along to the account, and both go with their person', async () => {
    const { cohort, staff } = await team();
    const [guest, account] = [await newGuest(), await newAccount()];
    for (const person of [guest, account]) await enrol(person, cohort);
    const id = await assign(staff, cohort);
    const grant = (to: Person, days: number) =>
      grantExtension(staff.actor, cohort, id, to.actor.learnerId, {
        dueAt: Date.now() + days * DAY,
        reason: `${days} days`,
      });
    await grant(guest, 30);
    await grant(account, 20);
    await makeFeed(guest.actor);
    await mergeLearner(guest.actor.learnerId, account.actor.learnerId);
    expect((await own(account)).extension?.reason).toBe('30 days');
    expect(await selectFeed(account.actor)).not.toBeNull();
    const file = JSON.parse(await exportOwn(account.actor, 'json'));
    expect(JSON.stringify(file)).toContain('30 days');
    await inTransaction((tx) => deleteLearners(tx, [guest.actor.learnerId, account.actor.learnerId]));
    const left = await database()
      .selectFrom('assignment_extensions')
      .select('reason')
      .where('assignmentId', '=', id)
      .execute();
    expect(left).toEqual([]);
  });

  test('a deleted cohort takes its assignments along', async () => {
    const { cohort, staff, learner } = await team();
    await assign(staff, cohort);
    await setWebhook(staff.actor, cohort, 'https://hooks.example.org/x');
    await inTransaction(async (tx) => {
      await tx.deleteFrom('enrolments').where('cohortId', '=', cohort).execute();
      await tx.deleteFrom('cohorts').where('id', '=', cohort).execute();
    });
    expect(await selectOwnAssignments(learner.actor)).toEqual([]);
    expect(await database().selectFrom('assignments').select('id').where('cohortId', '=', cohort).execute()).toEqual(
      [],
    );
  });

  test('the calendar opens by its secret alone, shows one’s own dates, and shuts when it is taken back or made anew', async () => {
    const { cohort, staff, learner, outsider } = await team();
    const id = await assign(staff, cohort, { title: 'Gateway review' });
    const { token } = await makeFeed(learner.actor);
    const text = await readCalendar(token, 'https://course.test');
    expect(text).toContain(`UID:${id}@defensible`);
    expect(text).toContain('SUMMARY:Due: Gateway review');
    const stored = await database().selectFrom('calendar_feeds').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(token);
    const { token: otherToken } = await makeFeed(outsider.actor);
    expect(await readCalendar(otherToken, 'https://course.test')).not.toContain('Gateway review');
    const { token: next } = await makeFeed(learner.actor);
    expect(await readCalendar(token, 'https://course.test')).toBeNull();
    await revokeFeed(learner.actor);
    expect(await readCalendar(next, 'https://course.test')).toBeNull();
    expect(await readCalendar('x'.repeat(43), 'https://course.test')).toBeNull();
  });
});
