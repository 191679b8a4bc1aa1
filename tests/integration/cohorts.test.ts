import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POST as postDeletion } from '@/app/api/account/deletion/route';
import type { LearnerId } from '@/schemas/ids';
import { exportActs, selectActs } from '@/server/acts/select-acts';
import { changePerson } from '@/server/cohorts/change-person';
import { changeCohort, createCohort, deleteCohort, selectCohort } from '@/server/cohorts/cohorts';
import { appointOwner, dismissOwner, renameOrganisation, selectOrganisationName } from '@/server/cohorts/organisation';
import { selectPeople } from '@/server/cohorts/people';
import { selectOwnSight } from '@/server/cohorts/seen-by-others';
import { database } from '@/server/db/database';
import { Forbidden } from '@/server/forbidden';
import { issueResetLink, selectLearnerRecord } from '@/server/instructor';
import { makeInvite } from '@/server/invites/invites';
import { newId } from '@/server/new-id';
import { selectNotices } from '@/server/notices';
import { SELF_PACED_COHORT } from '@/server/self-paced-cohort';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { handInOf, SCENARIO, teach } from '../support/fixture';
import {
  actorOf,
  newAccount,
  newCohort,
  newGuest,
  newInstructor,
  newStaff,
  PASSWORD,
  type Person,
} from '../support/people';

const everybody = { shown: 'active', query: '', page: 1 } as const;
const allActs = { act: null, person: null, cohortId: null, from: null, until: null };

async function learnIn(cohortId: string, person: Person): Promise<LearnerId> {
  const { learnerId } = person.actor;
  await database()
    .insertInto('enrolments')
    .values({ learnerId, cohortId, role: 'learner', status: 'active', enrolledAt: Date.now() })
    .execute();
  return learnerId;
}

async function handIn({ actor }: Person): Promise<string> {
  const sent = { scenarioId: SCENARIO, handIn: handInOf('Go, because the team is on call.'), idempotencyKey: newId() };
  const handed = await submitHandIn(actor, sent);
  if (!handed.ok) throw new Error(handed.reason);
  return handed.value.submissionId;
}

describe.each(ENGINES)('cohorts and their people on %s', (engine) => {
  let opened: TestDatabase;
  let owner: Person;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
    owner = await newInstructor();
  });
  afterAll(() => opened.discard());

  const terms = { role: 'learner', label: '', days: 7, maxUses: 1 } as const;

  test('an instructor moves nobody into a cohort of somebody else', async () => {
    const [from, to] = [await newCohort(`Team ${newId()}`), await newCohort(`Team ${newId()}`)];
    const [instructor, learner] = [await newStaff(from, 'instructor'), await newAccount()];
    const id = await learnIn(from, learner);
    await expect(changePerson(instructor.actor, from, id, { type: 'transfer', to })).rejects.toThrow(Forbidden);
    expect(
      await changePerson(instructor.actor, from, (await newAccount()).actor.learnerId, { type: 'grant', role: 'lead' }),
    ).toEqual({
      ok: false,
      reason: 'unknown-person',
    });
  });

  test('a role that is taken is gone with the next request, and both stand in the record', async () => {
    const cohort = await newCohort(`Team ${newId()}`);
    const [instructor, person] = [await newStaff(cohort, 'instructor'), await newAccount()];
    const id = await learnIn(cohort, person);
    for (const _ of [1, 2]) await changePerson(instructor.actor, cohort, id, { type: 'grant', role: 'instructor' });
    const promoted = await actorOf(person.headers);
    expect((await selectPeople(promoted, cohort, everybody)).total).toBe(2);
    await changePerson(instructor.actor, cohort, id, { type: 'remove', role: 'instructor' });
    await expect(selectPeople(await actorOf(person.headers), cohort, everybody)).rejects.toThrow(Forbidden);
    const { lines } = await selectActs(instructor.actor, { ...allActs, cohortId: cohort }, null);
    expect(lines.map(({ act, details }) => [act, details])).toEqual([
      ['role.removed', 'role: instructor'],
      ['role.granted', 'role: instructor'],
    ]);
    const other = await newStaff(await newCohort(`Team ${newId()}`), 'instructor');
    expect((await selectActs(other.actor, { ...allActs, cohortId: cohort }, null)).lines).toEqual([]);
  });

  test('taken out, let in again and moved: no grade is lost, and the person is told', async () => {
    const [from, to] = [await newCohort(`Team ${newId()}`), await newCohort('Where they go')];
    const learner = await newAccount();
    const [id, submission] = [await learnIn(from, learner), await handIn(learner)];
    const actor = { ...owner, actor: await actorOf(owner.headers) }.actor;
    const instructor = await newStaff(from, 'instructor');
    const grades = async () =>
      database().selectFrom('grades').selectAll().where('submissionId', '=', submission).executeTakeFirstOrThrow();
    const before = await grades();
    const seen = async () => (await selectLearnerRecord(instructor.actor, id))?.handIns.length ?? null;
    expect(await seen()).toBe(1);
    await changePerson(instructor.actor, from, id, { type: 'withdraw' });
    expect(await seen()).toBeNull();
    expect(await selectPeople(instructor.actor, from, { ...everybody, shown: 'withdrawn' })).toMatchObject({
      total: 1,
      people: [{ learnerId: id, learner: 'withdrawn' }],
    });
    await changePerson(instructor.actor, from, id, { type: 'readmit' });
    expect(await seen()).toBe(1);
    for (const _ of [1, 2])
      expect(await changePerson(actor, from, id, { type: 'transfer', to })).toEqual({ ok: true, value: null });
    expect(await seen()).toBeNull();
    expect(await grades()).toEqual(before);
    expect((await selectPeople(actor, to, everybody)).people).toMatchObject([{ learnerId: id, learner: 'active' }]);
    const told = (await selectNotices(learner.actor)).map(({ title }) => title);
    expect(told).toContain('You are in Where they go now');
  });

  test('from everybody’s own pace somebody is added, not taken away; nobody is taken out of it', async () => {
    const [to, learner] = [await newCohort(`Team ${newId()}`), await newAccount()];
    const { learnerId } = learner.actor;
    const actor = await actorOf(owner.headers);
    expect((await changePerson(actor, SELF_PACED_COHORT.id, learnerId, { type: 'transfer', to })).ok).toBe(true);
    expect((await selectOwnSight(learner.actor)).cohorts.map(({ cohortId }) => cohortId)).toEqual(
      expect.arrayContaining([to, SELF_PACED_COHORT.id]),
    );
    expect(await changePerson(actor, SELF_PACED_COHORT.id, learnerId, { type: 'withdraw' })).toMatchObject({
      reason: 'everybody',
    });
  });

  test('a guest gets no role, and an archived cohort takes nobody in', async () => {
    const cohort = await newCohort(`Team ${newId()}`);
    const [guest, account] = [await newGuest(), await newAccount()];
    const [guestId, accountId] = [await learnIn(cohort, guest), await learnIn(cohort, account)];
    const actor = await actorOf(owner.headers);
    const grant = { type: 'grant', role: 'instructor' } as const;
    expect(await changePerson(actor, cohort, guestId, grant)).toMatchObject({ reason: 'guest' });
    await changePerson(actor, cohort, accountId, { type: 'withdraw' });
    await changeCohort(actor, cohort, { isArchived: true });
    expect(await changePerson(actor, cohort, accountId, grant)).toMatchObject({ reason: 'archived' });
    expect(await changePerson(actor, cohort, accountId, { type: 'readmit' })).toMatchObject({ reason: 'archived' });
    expect(await makeInvite(actor, cohort, terms)).toMatchObject({ reason: 'archived' });
    await changeCohort(actor, cohort, { isArchived: false });
    expect((await changePerson(actor, cohort, accountId, { type: 'readmit' })).ok).toBe(true);
  });

  test('people are found by parts of name and address; signs of LIKE mean themselves', async () => {
    const cohort = await newCohort(`Team ${newId()}`);
    const learner = await newAccount();
    await learnIn(cohort, learner);
    const actor = await actorOf(owner.headers);
    const count = async (query: string) => (await selectPeople(actor, cohort, { ...everybody, query })).total;
    expect(await count(learner.email.slice(0, 8).toUpperCase())).toBe(1);
    expect(await count('ada ex')).toBe(1);
    expect(await count('%')).toBe(0);
    expect(await count('_da')).toBe(0);
  });

  test('a deleted cohort takes places and invitations with it; people, work and grades stay', async () => {
    const actor = await actorOf(owner.headers);
    const made = await createCohort(actor, 'To be deleted');
    if (!made.ok) throw new Error(made.reason);
    const { cohortId } = made.value;
    expect(await createCohort(actor, 'TO BE deleted')).toMatchObject({ reason: 'name-taken' });
    const learner = await newAccount();
    await learnIn(cohortId, learner);
    const submission = await handIn(learner);
    await makeInvite(actor, cohortId, terms);
    expect(await deleteCohort(actor, cohortId, 'to be')).toMatchObject({ reason: 'not-confirmed' });
    expect(await deleteCohort(actor, SELF_PACED_COHORT.id, SELF_PACED_COHORT.name)).toMatchObject({
      reason: 'built-in',
    });
    expect(await deleteCohort(actor, cohortId, 'To be deleted')).toEqual({ ok: true, value: null });
    expect(await selectCohort(await actorOf(owner.headers), cohortId, 'manage')).toBeNull();
    for (const table of ['enrolments', 'invites'] as const)
      expect(await database().selectFrom(table).select('cohortId').where('cohortId', '=', cohortId).execute()).toEqual(
        [],
      );
    const grades = database().selectFrom('grades').select('overall').where('submissionId', '=', submission);
    expect(await grades.execute()).toHaveLength(1);
    const sight = await selectOwnSight(learner.actor);
    expect(sight.cohorts).toMatchObject([{ cohortId: SELF_PACED_COHORT.id, handIns: 1 }]);
    const { lines } = await selectActs(actor, { ...allActs, act: 'cohort.deleted' }, null);
    expect(lines[0]).toMatchObject({
      cohortName: null,
      details: 'name: To be deleted, invites: 1, regrades: 0, enrolments: 1',
    });
  });

  test('owners appoint and dismiss each other, and one always stays', async () => {
    const [first, second] = [await newInstructor(), await newAccount()];
    const actor = await actorOf(first.headers);
    await database().deleteFrom('owners').where('learnerId', '!=', actor.learnerId).execute();
    expect(await dismissOwner(actor, actor.learnerId)).toMatchObject({ reason: 'last-owner' });
    const deletion = new Headers(first.headers);
    for (const [key, value] of Object.entries({
      host: 'course.test',
      origin: 'http://course.test',
      'content-type': 'application/json',
    }))
      deletion.set(key, value);
    const body = JSON.stringify({ confirm: 'delete', password: PASSWORD });
    const refused = await postDeletion(
      new Request('http://course.test/', { method: 'POST', headers: deletion, body }),
      {
        params: Promise.resolve({}),
      },
    );
    expect([refused.status, await refused.json()]).toMatchObject([409, { error: { code: 'last-owner' } }]);
    expect(await appointOwner(actor, 'nobody@example.org')).toMatchObject({ reason: 'unknown-account' });
    expect(await appointOwner(actor, second.email.toUpperCase())).toEqual({ ok: true, value: null });
    const other = await actorOf(second.headers);
    expect(other.isOwner).toBe(true);
    const both = await Promise.allSettled([dismissOwner(actor, other.learnerId), dismissOwner(other, actor.learnerId)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await database().selectFrom('owners').selectAll().execute()).toHaveLength(1);
    await database().deleteFrom('owners').execute();
    await database().insertInto('owners').values({ learnerId: owner.actor.learnerId, since: Date.now() }).execute();
    owner = { ...owner, actor: await actorOf(owner.headers) };
  });

  test('nobody makes a password link for an owner or for anybody with a role', async () => {
    const instructor = await newStaff(SELF_PACED_COHORT.id, 'instructor');
    const lead = await newStaff(await newCohort(`Team ${newId()}`), 'lead');
    const target = await newAccount();
    await appointOwner(await actorOf(owner.headers), target.email);
    for (const { actor } of [lead, target])
      expect(await issueResetLink(instructor.actor, actor.learnerId)).toMatchObject({ reason: 'instructor' });
    await dismissOwner(await actorOf(owner.headers), target.actor.learnerId);
    expect((await issueResetLink(instructor.actor, target.actor.learnerId)).ok).toBe(true);
  });

  test('the record is read a page at a time, filtered, and exported without a live formula', async () => {
    const actor = await actorOf(owner.headers);
    const cohort = await newCohort('=1+1');
    await renameOrganisation(actor, 'Example Works');
    expect(await selectOrganisationName()).toBe('Example Works');
    const learner = await newAccount();
    const id = await learnIn(cohort, learner);
    for (let step = 0; step < 60; step += 1)
      await changePerson(actor, cohort, id, { type: step % 2 ? 'remove' : 'grant', role: 'lead' });
    const first = await selectActs(actor, { ...allActs, cohortId: cohort }, null);
    const second = await selectActs(actor, { ...allActs, cohortId: cohort }, first.next);
    expect([first.lines.length, second.lines.length, second.next]).toEqual([50, 10, null]);
    expect(new Set([...first.lines, ...second.lines].map((line) => line.id)).size).toBe(60);
    const today = new Date().toISOString().slice(0, 10);
    const count = async (filter: Partial<typeof allActs>) =>
      (await selectActs(actor, { ...allActs, cohortId: cohort, ...filter } as typeof allActs, null)).lines.length;
    expect(await count({ act: 'role.granted' as never })).toBe(30);
    expect(await count({ person: 'nobody of that name' as never })).toBe(0);
    expect(await count({ until: '2020-01-01' as never })).toBe(0);
    expect(await count({ from: today as never, person: 'ADA' as never })).toBe(50);
    const file = await exportActs(actor, { ...allActs, cohortId: cohort });
    expect(file).toContain("'=1+1");
    expect(file.split('\r\n').filter((line) => /(^|,)"?[=+@-]/.test(line))).toEqual([]);
    expect((await selectActs(actor, { ...allActs, act: 'export.made' }, null)).lines.length).toBeGreaterThan(0);
  });

  test('what others see of me is what they see', async () => {
    const cohort = await newCohort('Seen');
    const [instructor, learner] = [await newStaff(cohort, 'instructor'), await newAccount()];
    const id = await learnIn(cohort, learner);
    await newStaff(cohort, 'reviewer');
    await handIn(learner);
    const sight = (await selectOwnSight(learner.actor)).cohorts.find(({ cohortId }) => cohortId === cohort);
    const theirs = await selectLearnerRecord(instructor.actor, id);
    expect(sight).toMatchObject({
      shown: { name: theirs?.name, email: theirs?.email, isGuest: false, lastActiveAt: theirs?.lastActiveAt },
      handIns: theirs?.handIns.length,
      instructors: ['Ada Example'],
      reviewers: 1,
      leads: 0,
      learners: 1,
    });
  });
});
