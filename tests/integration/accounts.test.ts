import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Outcome } from '@/schemas/outcome';
import { changePassword } from '@/server/accounts/change-password';
import { askToConfirm, changeEmail, confirmEmail } from '@/server/accounts/confirm-email';
import { chooseAccountSettings } from '@/server/accounts/current-settings';
import { askForReset } from '@/server/accounts/forgotten';
import { enterAs, type SignedIn, signIn, signUp, startGuest } from '@/server/accounts/people';
import { resetPassword } from '@/server/accounts/reset-password';
import { lookUpSession } from '@/server/accounts/session';
import { endOtherSessions, endSession, selectSessions } from '@/server/accounts/sessions';
import { runDueJobs } from '@/server/jobs/run-jobs';
import { makeLink, selectResetLink } from '@/server/links';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { actorOf, cookiesAfter, cookiesOf, newAccount, newGuest, PASSWORD, type Person } from '../support/people';
import { linkIn, type SmtpCatcher, startSmtpCatcher } from '../support/smtp-catcher';

const ORIGIN = 'https://course.example.org';
const address = () => `${randomUUID()}@example.org`;
const tokenOf = (url: string) => new URL(url).pathname.split('/').at(-1) ?? '';

function cookiesIn(signed: Outcome<SignedIn, string, number> | Outcome<SignedIn, string>): readonly string[] {
  if (!signed.ok) throw new Error(signed.reason);
  return signed.value.setCookies;
}

describe.each(ENGINES)('accounts on %s', (engine) => {
  let opened: TestDatabase;
  let smtp: SmtpCatcher;
  const withMail = () =>
    chooseAccountSettings({ mail: { url: smtp.url, from: 'Course <course@example.org>' }, sso: null });

  beforeAll(async () => {
    opened = await freshDatabase(engine);
    smtp = await startSmtpCatcher();
  });
  afterEach(() => chooseAccountSettings({}));
  afterAll(async () => {
    await smtp.close();
    await opened.discard();
  });

  /** Runs what waits, then reads the latest letter to somebody. */
  async function letterLink(to: string): Promise<string> {
    await runDueJobs('test');
    const letter = smtp.letters.filter((one) => one.to === to).at(-1);
    if (!letter) throw new Error(`no letter to ${to}`);
    return linkIn(letter);
  }
  const again = async (person: Person) => actorOf(person.headers);

  describe('an address', () => {
    test('is confirmed once by the link that was sent there, which is stored nowhere', async () => {
      withMail();
      const ada = await newAccount();
      expect(ada.actor.isConfirmed).toBe(false);
      expect(await askToConfirm(ada.actor)).toEqual({ ok: true, value: null });
      const token = tokenOf(await letterLink(ada.email));
      const stored = await opened.db.selectFrom('one_time_links').selectAll().execute();
      const jobs = await opened.db.selectFrom('jobs').select('body').execute();
      expect(JSON.stringify([stored, jobs])).not.toContain(token);
      expect(await confirmEmail(ada.actor, token)).toEqual({ ok: true, value: null });
      expect((await again(ada)).isConfirmed).toBe(true);
      expect(await confirmEmail(ada.actor, token)).toEqual({ ok: false, reason: 'used' });
      expect(await askToConfirm(await again(ada))).toEqual({ ok: false, reason: 'confirmed' });
    });

    test('is not confirmed in a session of another account, so that no mailbox adopts one by a click', async () => {
      withMail();
      const [mallory, victim] = [await newAccount(), await newAccount()];
      const other = address();
      await changeEmail(mallory.actor, { email: other, password: PASSWORD });
      const token = tokenOf(await letterLink(other));
      expect(await confirmEmail(victim.actor, token)).toEqual({ ok: false, reason: 'other-account' });
      expect((await again(victim)).email).toBe(victim.email);
      expect((await again(mallory)).email).toBe(mallory.email);
    });

    test('changes only after the new one is confirmed, with the password, and never to somebody else’s', async () => {
      withMail();
      const [ada, bob] = [await newAccount(), await newAccount()];
      const next = address();
      expect(await changeEmail(ada.actor, { email: next, password: 'wrong' })).toMatchObject({
        reason: 'wrong-password',
      });
      expect(await changeEmail(ada.actor, { email: bob.email, password: PASSWORD })).toMatchObject({
        reason: 'email-taken',
      });
      expect(await changeEmail(ada.actor, { email: next.toUpperCase(), password: PASSWORD })).toMatchObject({
        ok: true,
      });
      expect((await again(ada)).email).toBe(ada.email);
      const token = tokenOf(await letterLink(next));
      expect(await confirmEmail(ada.actor, token)).toEqual({ ok: true, value: null });
      expect(await again(ada)).toMatchObject({ email: next, isConfirmed: true });
      expect(await signIn(new Headers(), { email: next, password: PASSWORD })).toMatchObject({ ok: true });
    });

    test('that somebody else took meanwhile is not given away a second time', async () => {
      withMail();
      const ada = await newAccount();
      const next = address();
      await changeEmail(ada.actor, { email: next, password: PASSWORD });
      const token = tokenOf(await letterLink(next));
      const bob = await newAccount();
      await opened.db.updateTable('user').set({ email: next }).where('id', '=', bob.actor.learnerId).execute();
      expect(await confirmEmail(ada.actor, token)).toEqual({ ok: false, reason: 'email-taken' });
    });

    test('gets five letters an hour at most, and none where no mail is sent or to a guest', async () => {
      withMail();
      const ada = await newAccount();
      for (let time = 0; time < 5; time += 1) expect((await askToConfirm(ada.actor)).ok).toBe(true);
      expect(await askToConfirm(ada.actor)).toMatchObject({ ok: false, reason: 'too-many-tries' });
      expect(await askToConfirm((await newGuest()).actor)).toMatchObject({ reason: 'guest' });
      chooseAccountSettings({ mail: null, sso: null });
      expect(await askToConfirm(ada.actor)).toMatchObject({ reason: 'no-mail' });
      expect(await changeEmail(ada.actor, { email: address(), password: PASSWORD })).toMatchObject({
        reason: 'no-mail',
      });
    });
  });

  describe('a forgotten password', () => {
    test('is set anew by a link in a letter with our own address; sessions end and the address counts as confirmed', async () => {
      chooseAccountSettings({ mail: { url: smtp.url, from: 'course@example.org' }, sso: null, origin: ORIGIN });
      const ada = await newAccount();
      expect(await askForReset(ada.email.toUpperCase())).toEqual({ ok: true, value: null });
      const url = await letterLink(ada.email);
      expect(url).toMatch(/^https:\/\/course\.example\.org\/reset\//);
      expect(await resetPassword(tokenOf(url), 'a new password')).toEqual({ ok: true, value: null });
      expect((await lookUpSession(ada.headers, { renew: false })).state).toBe('expired');
      const signed = await signIn(new Headers(), { email: ada.email, password: 'a new password' });
      if (!signed.ok) throw new Error(signed.reason);
      expect((await actorOf(cookiesOf(signed.value.setCookies))).isConfirmed).toBe(true);
    });

    test('is answered alike for an address without an account, with the same writes and no letter', async () => {
      withMail();
      const [known, unknown] = [(await newAccount()).email, address()];
      const jobs = async () => (await opened.db.selectFrom('jobs').select('id').execute()).length;
      const before = await jobs();
      expect(await askForReset(known)).toEqual(await askForReset(unknown));
      expect(await jobs()).toBe(before + 2);
      await runDueJobs('test');
      expect(smtp.letters.some(({ to }) => to === known)).toBe(true);
      expect(smtp.letters.some(({ to }) => to === unknown)).toBe(false);
      for (let time = 0; time < 2; time += 1) await askForReset(unknown);
      expect(await askForReset(unknown)).toMatchObject({ ok: false, reason: 'too-many-tries' });
    });

    test('of an account that somebody made with another’s address: the mailbox gets it, and every other way in ends', async () => {
      withMail();
      const mallory = await newAccount();
      await opened.db
        .insertInto('sso_identities')
        .values({ issuer: 'https://idp', subject: randomUUID(), learnerId: mallory.actor.learnerId, linkedAt: 1 })
        .execute();
      const kept = address();
      await changeEmail(mallory.actor, { email: kept, password: PASSWORD });
      const waiting = tokenOf(await letterLink(kept));
      await askForReset(mallory.email);
      await resetPassword(tokenOf(await letterLink(mallory.email)), 'of the victim');
      const identity = await opened.db
        .selectFrom('sso_identities')
        .select('subject')
        .where('learnerId', '=', mallory.actor.learnerId)
        .execute();
      expect(identity).toEqual([]);
      expect(await confirmEmail(mallory.actor, waiting)).toEqual({ ok: false, reason: 'expired' });
      expect(await signIn(new Headers(), { email: mallory.email, password: PASSWORD })).toMatchObject({ ok: false });
    });

    test('by a link that an instructor hands over confirms no address', async () => {
      const ada = await newAccount();
      const { token } = await makeLink('reset-password', ada.actor.learnerId);
      await resetPassword(token, 'a new password');
      const signed = await signIn(new Headers(), { email: ada.email, password: 'a new password' });
      if (!signed.ok) throw new Error(signed.reason);
      expect((await actorOf(cookiesOf(signed.value.setCookies))).isConfirmed).toBe(false);
    });

    test('without mail, or where passwords are off, says so', async () => {
      chooseAccountSettings({ mail: null, sso: null });
      expect(await askForReset(address())).toEqual({ ok: false, reason: 'no-mail' });
    });
  });

  describe('sessions', () => {
    const signedIn = async ({ email }: Person, headers = new Headers()) => {
      const signed = await signIn(headers, { email, password: PASSWORD });
      if (!signed.ok) throw new Error(signed.reason);
      return cookiesOf(signed.value.setCookies);
    };
    const state = async (headers: Headers) => (await lookUpSession(headers, { renew: false })).state;

    test('are listed with their device, and end one by one or all others at once', async () => {
      const ada = await newAccount();
      const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
      const [second, third] = [await signedIn(ada, new Headers({ 'user-agent': agent })), await signedIn(ada)];
      const listed = await selectSessions(ada.actor);
      expect(listed).toHaveLength(3);
      expect(listed[0]).toMatchObject({ id: ada.actor.sessionId, isThis: true });
      const firefox = listed.find(({ device }) => device === 'Firefox on Linux');
      expect(await endSession((await newAccount()).actor, firefox?.id ?? '')).toBe(false);
      expect(await state(second)).toBe('live');
      expect(await endSession(ada.actor, firefox?.id ?? '')).toBe(true);
      expect(await state(second)).toBe('expired');
      expect(await endOtherSessions(ada.actor)).toBe(1);
      expect(await state(third)).toBe('expired');
      expect(await state(ada.headers)).toBe('live');
    });

    test('change with every sign-in: the one that the browser had before is worth nothing', async () => {
      const [ada, guest] = [await newAccount(), await newGuest()];
      const fromGuest = await signedIn(ada, guest.headers);
      expect(await state(guest.headers)).toBe('expired');
      const next = await signedIn(ada, fromGuest);
      expect(next.get('cookie')).not.toBe(fromGuest.get('cookie'));
      expect(await state(fromGuest)).toBe('expired');
      expect(await state(next)).toBe('live');
    });

    test.each<readonly [string, (headers: Headers, person: Person) => Promise<readonly string[]>]>([
      ['signs in', async (headers, { email }) => cookiesIn(await signIn(headers, { email, password: PASSWORD }))],
      [
        'makes an account',
        async (headers) => cookiesIn(await signUp(headers, { name: 'Ada', email: address(), password: PASSWORD })),
      ],
      ['comes by single sign-on', (headers, { actor }) => enterAs(headers, actor.learnerId)],
      ['begins as a guest', async (headers) => (await startGuest(headers)).setCookies],
    ])('that have ended stand in nobody’s way: who %s in the same browser is in', async (_, enter) => {
      const ada = await newAccount();
      await opened.db.deleteFrom('session').where('userId', '=', ada.actor.learnerId).execute();
      expect(await state(ada.headers)).toBe('expired');
      const after = cookiesAfter(ada.headers, await enter(ada.headers, ada));
      expect(await state(after)).toBe('live');
    });

    test('change with the password, and all others end, as do links to a new one', async () => {
      const ada = await newAccount();
      const other = await signedIn(ada);
      const { token } = await makeLink('reset-password', ada.actor.learnerId);
      const wrong = { current: 'not it', next: 'another password' };
      expect(await changePassword(ada.actor, ada.headers, wrong)).toMatchObject({ reason: 'wrong-password' });
      const changed = await changePassword(ada.actor, ada.headers, { ...wrong, current: PASSWORD });
      if (!changed.ok) throw new Error(changed.reason);
      expect([await state(ada.headers), await state(other)]).toEqual(['expired', 'expired']);
      expect(await state(cookiesOf(changed.value.setCookies))).toBe('live');
      expect(await selectResetLink(token)).toBe('expired');
      expect(await signIn(new Headers(), { email: ada.email, password: 'another password' })).toMatchObject({
        ok: true,
      });
    });
  });
});
