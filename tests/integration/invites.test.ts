import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type CohortId, CohortIdSchema } from '@/schemas/ids';
import { type InviteTerms, MOST_ROSTER_ROWS, type RosterLine } from '@/schemas/invite';
import { storedTruth } from '@/server/accounts/addresses';
import { chooseAccountSettings } from '@/server/accounts/current-settings';
import { signIn, signUp } from '@/server/accounts/people';
import { changePerson } from '@/server/cohorts/change-person';
import { changeCohort } from '@/server/cohorts/cohorts';
import { appointOwner } from '@/server/cohorts/organisation';
import { database, inTransaction } from '@/server/db/database';
import { deleteLearners } from '@/server/delete-learners';
import { exportInvites } from '@/server/export/person-sections';
import { selectLearnerRecord } from '@/server/instructor';
import { importList } from '@/server/invites/import-list';
import { makeInvite, revokeInvite, selectInvites } from '@/server/invites/invites';
import { joinByInvite, selectJoin } from '@/server/invites/join';
import { newId } from '@/server/new-id';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { handInOf, SCENARIO, teach } from '../support/fixture';
import {
  actorOf,
  cookiesOf,
  newAccount,
  newCohort,
  newGuest,
  newInstructor,
  newStaff,
  PASSWORD,
  type Person,
  withSeed,
} from '../support/people';

const terms: InviteTerms = { role: 'learner', label: 'Kick-off', days: 7, maxUses: 30 };
const nobody = new Headers();

const tokenOf = (url: string) => url.split('/').at(-1) ?? '';

async function linkFrom({ actor }: Person, cohort: CohortId, own: Partial<InviteTerms> = {}) {
  const made = await makeInvite(actor, cohort, { ...terms, ...own });
  if (!made.ok) throw new Error(made.reason);
  return { ...made.value, token: tokenOf(made.value.url) };
}

async function listOf({ actor }: Person, cohort: CohortId, text: string, mode: 'check' | 'apply' = 'check') {
  const read = await importList(actor, cohort, { text, days: 7, mode });
  if (!read.ok) throw new Error(read.reason);
  return read.value;
}

const statuses = (lines: readonly RosterLine[]) => lines.map(({ status }) => status);

async function accountWith(email: string): Promise<Person> {
  const signed = await signUp(withSeed(), { name: 'Ada Example', email, password: PASSWORD });
  if (!signed.ok) throw new Error(signed.reason);
  const headers = cookiesOf(signed.value.setCookies);
  return { actor: await actorOf(headers), email, password: PASSWORD, headers };
}

describe.each(ENGINES)('invitations on %s', (engine) => {
  let opened: TestDatabase;
  let owner: Person;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
    owner = await newInstructor();
  });
  afterEach(() => chooseAccountSettings({}));
  afterAll(() => opened.discard());

  const placesIn = (cohort: CohortId) =>
    database()
      .selectFrom('enrolments')
      .select(['learnerId', 'role', 'status'])
      .where('cohortId', '=', cohort)
      .execute();

  test('only the hash of a link is stored', async () => {
    const { token } = await linkFrom(owner, await newCohort(`Team ${newId()}`));
    const rows = await database().selectFrom('invites').selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('a guest joins with their work, twice without harm, and takes the place along to an account', async () => {
    const cohort = await newCohort(`Team ${newId()}`);
    const instructor = await newStaff(cohort, 'instructor');
    const [guest, { token, inviteId }] = [await newGuest(), await linkFrom(instructor, cohort)];
    const sent = { scenarioId: SCENARIO, handIn: handInOf('Go.'), idempotencyKey: newId() };
    expect((await submitHandIn(guest.actor, sent)).ok).toBe(true);
    expect(await selectLearnerRecord(instructor.actor, guest.actor.learnerId)).toBeNull();
    for (const _ of [1, 2]) expect(await joinByInvite(guest.actor, token)).toEqual({ ok: true, value: null });
    expect((await selectLearnerRecord(instructor.actor, guest.actor.learnerId))?.handIns).toHaveLength(1);
    expect((await selectInvites(instructor.actor, cohort)).find(({ id }) => id === inviteId)?.uses).toBe(1);
    const account = await newAccount(guest.headers);
    expect((await selectLearnerRecord(instructor.actor, account.actor.learnerId))?.handIns).toHaveLength(1);
    expect(await joinByInvite(account.actor, token)).toEqual({ ok: true, value: null });
    expect((await selectInvites(instructor.actor, cohort)).find(({ id }) => id === inviteId)?.uses).toBe(1);
    expect(await selectJoin(token, account.actor, nobody)).toMatchObject({ status: 'in', role: 'learner' });
    expect(await exportInvites(account.actor)).toMatchObject({ data: [{ cohortId: cohort, role: 'learner' }] });
  });

  test('who was taken out stays out, as themselves and by way of a guest', async () => {
    const cohort = await newCohort(`Team ${newId()}`);
    const { token } = await linkFrom(owner, cohort);
    const account = await newAccount();
    await joinByInvite(account.actor, token);
    await changePerson(await actorOf(owner.headers), cohort, account.actor.learnerId, { type: 'withdraw' });
    const other = await linkFrom(owner, cohort);
    for (const link of [token, other.token]) {
      expect(await joinByInvite(account.actor, link)).toMatchObject({ reason: 'withdrawn' });
      expect(await selectJoin(link, account.actor, nobody)).toMatchObject({ status: 'withdrawn' });
    }
    const guest = await newGuest();
    expect((await joinByInvite(guest.actor, other.token)).ok).toBe(true);
    expect((await signIn(guest.headers, { email: account.email, password: PASSWORD })).ok).toBe(true);
    expect((await placesIn(cohort)).map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn']);
  });

  test('of two people racing for the last use, one gets it', async () => {
    const cohort = await newCohort(`Team ${newId()}`);
    const { token } = await linkFrom(owner, cohort, { maxUses: 1 });
    const racers = await Promise.all([newAccount(), newAccount(), newAccount(), newAccount()]);
    const came = await Promise.all(racers.map(({ actor }) => joinByInvite(actor, token)));
    expect(came.filter(({ ok }) => ok)).toHaveLength(1);
    expect(came.filter((one) => !one.ok).map((one) => (one.ok ? '' : one.reason))).toEqual(['used', 'used', 'used']);
    expect(await placesIn(cohort)).toHaveLength(1);
    expect(await selectJoin(token, null, nobody)).toEqual({ status: 'used' });
  });

  test('a link that is over says why, and nothing about whose it was', async () => {
    const cohort = await newCohort('A secret team');
    const [account, actor] = [await newAccount(), await actorOf(owner.headers)];
    const [revoked, expired, archived] = [
      await linkFrom(owner, cohort),
      await linkFrom(owner, cohort),
      await linkFrom(owner, cohort),
    ];
    await revokeInvite(actor, cohort, revoked.inviteId);
    expect(await revokeInvite(actor, await newCohort(`Team ${newId()}`), expired.inviteId)).toMatchObject({
      reason: 'unknown-invite',
    });
    await database().updateTable('invites').set({ expiresAt: 1 }).where('id', '=', expired.inviteId).execute();
    const told = async (token: string) => [
      await selectJoin(token, null, nobody),
      await joinByInvite(account.actor, token).then((one) => (one.ok ? 'in' : one.reason)),
    ];
    expect(await told(revoked.token)).toEqual([{ status: 'revoked' }, 'revoked']);
    expect(await told(expired.token)).toEqual([{ status: 'expired' }, 'expired']);
    expect(await told('not-a-link')).toEqual([{ status: 'unknown' }, 'unknown']);
    await changeCohort(actor, cohort, { isArchived: true });
    expect(await told(archived.token)).toEqual([{ status: 'archived' }, 'archived']);
    expect(await placesIn(cohort)).toEqual([]);
  });

  test('a role over others needs an account, and is there with the next request', async () => {
    const cohort = await newCohort(`Team ${newId()}`);
    const { token } = await linkFrom(owner, cohort, { role: 'reviewer' });
    const [guest, account] = [await newGuest(), await newAccount()];
    expect(await joinByInvite(guest.actor, token)).toMatchObject({ reason: 'needs-account' });
    expect(await joinByInvite(account.actor, token)).toMatchObject({ ok: true });
    expect((await actorOf(account.headers)).reviews).toEqual([cohort]);
  });

  test('a personal link is for the account with its address, and for nobody else', async () => {
    const cohort = await newCohort(`Team ${newId()}`);
    const email = `${newId()}@example.org`;
    const [line] = await listOf(owner, cohort, `${email},Grace,lead`, 'apply');
    const token = tokenOf(line?.url ?? '');
    const stranger = await newAccount();
    expect(await joinByInvite((await newGuest()).actor, token)).toMatchObject({ reason: 'needs-account' });
    expect(await joinByInvite(stranger.actor, token)).toMatchObject({ reason: 'other-address' });
    const view = await selectJoin(token, stranger.actor, nobody);
    expect(view).toMatchObject({ status: 'other-address', address: `${email[0]}…@example.org`, needsAccount: true });
    expect(JSON.stringify(view)).not.toContain(email);
    const grace = await accountWith(email);
    expect((await actorOf(grace.headers)).leads).toEqual([]);
    expect(await joinByInvite(grace.actor, token)).toMatchObject({ ok: true });
    expect((await actorOf(grace.headers)).leads).toEqual([cohort]);
    await inTransaction((tx) => deleteLearners(tx, [grace.actor.learnerId]));
    const left = database().selectFrom('invites').select('id').where('email', '=', email);
    expect(await left.execute()).toEqual([]);
  });

  test('where mail is sent, whoever made an account with another’s address gets neither their place nor ownership', async () => {
    chooseAccountSettings({ mail: { url: 'smtp://127.0.0.1:9', from: 'course@example.org' }, sso: null });
    const [cohort, email] = [await newCohort(`Team ${newId()}`), `${newId()}@example.org`];
    const [line] = await listOf(owner, cohort, `${email},Grace,lead`, 'apply');
    const token = tokenOf(line?.url ?? '');
    const mallory = await accountWith(email);
    const refused = { ok: false, reason: 'unconfirmed' };
    expect(await joinByInvite(mallory.actor, token)).toEqual(refused);
    expect(await appointOwner(owner.actor, email.toUpperCase())).toEqual(refused);
    expect(await actorOf(mallory.headers)).toMatchObject({ isOwner: false, leads: [], isConfirmed: false });
    expect(await placesIn(cohort)).toEqual([]);
    expect(await selectInvites(owner.actor, cohort)).toMatchObject([{ uses: 0 }]);
    const confirmed = { emailVerified: storedTruth(true) };
    await database().updateTable('user').set(confirmed).where('email', '=', email).execute();
    const grace = await actorOf(mallory.headers);
    expect(await joinByInvite(grace, token)).toEqual({ ok: true, value: null });
    expect(await appointOwner(owner.actor, email)).toEqual({ ok: true, value: null });
    expect(await actorOf(mallory.headers)).toMatchObject({ isOwner: true, leads: [cohort] });
  });

  test('a list is checked line by line without changing anything, then applied', async () => {
    const [cohort, other] = [await newCohort(`Team ${newId()}`), await newCohort('The other team')];
    const [member, elsewhere, gone] = [await newAccount(), await newAccount(), await newAccount()];
    await joinByInvite(member.actor, (await linkFrom(owner, cohort)).token);
    await joinByInvite(gone.actor, (await linkFrom(owner, cohort)).token);
    await joinByInvite(elsewhere.actor, (await linkFrom(owner, other)).token);
    owner = { ...owner, actor: await actorOf(owner.headers) };
    await changePerson(owner.actor, cohort, gone.actor.learnerId, { type: 'withdraw' });
    const text = [
      '\ufeffE-mail;Role;Name',
      'new@example.org;;"Lovelace; Ada"',
      `${member.email.toUpperCase()};learner;`,
      `${elsewhere.email};;`,
      `${gone.email};;`,
      'NEW@example.org;learner;',
      'new@example.org;reviewer;',
      'not an address;;',
      'boss@example.org;owner;',
      'x@example.org;;=HYPERLINK("http://example.org")',
      '',
    ].join('\r\n');
    const before = await database().selectFrom('invites').select('id').execute();
    const lines = await listOf(owner, cohort, text);
    expect(statuses(lines)).toEqual([
      'new',
      'already-in',
      'elsewhere',
      'withdrawn',
      'duplicate',
      'new',
      'wrong-address',
      'unknown-role',
      'formula',
    ]);
    expect(lines.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(lines[0]).toMatchObject({ name: 'Lovelace; Ada', role: 'learner', url: null });
    expect(lines[2]?.detail).toContain('The other team');
    expect(await database().selectFrom('invites').select('id').execute()).toEqual(before);
    const applied = await listOf(owner, cohort, text, 'apply');
    expect(applied.filter(({ url }) => url !== null).map(({ line }) => line)).toEqual([2, 4, 7]);
    expect(await selectInvites(owner.actor, cohort)).toHaveLength(5);
    const again = await listOf(owner, cohort, text, 'apply');
    expect(statuses(again).filter((status) => status === 'again')).toHaveLength(3);
    expect(await selectJoin(tokenOf(applied[0]?.url ?? ''), null, nobody)).toEqual({ status: 'revoked' });
    expect(await selectJoin(tokenOf(again[0]?.url ?? ''), null, nobody)).toMatchObject({ status: 'open' });
  });

  test('an instructor learns nothing about people of cohorts that they do not run', async () => {
    const [cohort, foreign] = [await newCohort(`Team ${newId()}`), await newCohort(`Team ${newId()}`)];
    const [instructor, person] = [await newStaff(cohort, 'instructor'), await newAccount()];
    await joinByInvite(person.actor, (await linkFrom(owner, foreign)).token);
    expect(await listOf(instructor, cohort, `${person.email}\nnobody@example.org`)).toMatchObject([
      { status: 'new', detail: '' },
      { status: 'new', detail: '' },
    ]);
  });

  test.each([
    ['first,last\nAda,Lovelace', 'wrong-columns'],
    ['name,role\nAda,learner', 'wrong-columns'],
    ['email,email\na@example.org,b@example.org', 'wrong-columns'],
    ['email,password\na@example.org,secret', 'wrong-columns'],
    ['', 'empty'],
    ['email,name\n\n\n', 'empty'],
    ['email,name\na@example.org,"Ada', 'unreadable'],
    [`email\n${'x'.repeat(1_000_001)}`, 'too-large'],
    [`email\n${'a@b.org\n'.repeat(MOST_ROSTER_ROWS + 1)}`, 'too-many-rows'],
  ])('a list beginning %j is refused: %s', async (text, reason) => {
    const cohort = await newCohort(`Team ${newId()}`);
    expect(await importList(await actorOf(owner.headers), cohort, { text, days: 1, mode: 'apply' })).toMatchObject({
      reason,
    });
    expect(await database().selectFrom('invites').select('id').where('cohortId', '=', cohort).execute()).toEqual([]);
  });

  test('five thousand people are invited at once, each with their own link', async () => {
    const cohort = await newCohort(`Team ${newId()}`);
    const text = Array.from({ length: MOST_ROSTER_ROWS }, (_, index) => `person-${index}@example.org`).join('\n');
    owner = { ...owner, actor: await actorOf(owner.headers) };
    const lines = await listOf(owner, cohort, text, 'apply');
    expect(new Set(lines.map(({ url }) => url)).size).toBe(MOST_ROSTER_ROWS);
    expect(statuses(await listOf(owner, cohort, text)).every((status) => status === 'again')).toBe(true);
  }, 60_000);

  test('nobody is invited to what everybody is in, nor into the demo', async () => {
    const actor = await actorOf(owner.headers);
    expect(await makeInvite(actor, CohortIdSchema.parse('self-paced'), terms)).toMatchObject({ reason: 'everybody' });
    expect(await makeInvite(actor, CohortIdSchema.parse('self-paced'), { ...terms, role: 'lead' })).toMatchObject({
      ok: true,
    });
    await database().insertInto('cohorts').values({ id: 'demo-cohort', name: 'Demo', createdAt: 1 }).execute();
    expect(await makeInvite(await actorOf(owner.headers), CohortIdSchema.parse('demo-cohort'), terms)).toMatchObject({
      reason: 'demo',
    });
  });
});
