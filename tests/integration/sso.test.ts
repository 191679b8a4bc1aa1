import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SsoSettings } from '@/server/accounts/account-settings';
import { chooseAccountSettings } from '@/server/accounts/current-settings';
import { selectOwnWays } from '@/server/accounts/own-ways';
import { signIn, signUp } from '@/server/accounts/people';
import { resetPassword } from '@/server/accounts/reset-password';
import type { Actor } from '@/server/actor';
import { deleteOwnAccount } from '@/server/delete-account';
import { makeLink } from '@/server/links';
import { markLessonRead, selectProgress } from '@/server/progress';
import { beginLink, beginSignIn, redirectUri } from '@/server/sso/begin';
import { comeBack, goOnWithoutAddress } from '@/server/sso/come-back';
import { unlinkIdentity } from '@/server/sso/identities';
import { SEND_MS } from '@/server/sso/provider';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { LESSON, teach } from '../support/fixture';
import { type ForgedProvider, startForgedProvider } from '../support/forged-provider';
import { type Employee, type OidcServer, startOidcServer } from '../support/oidc';
import { actorOf, cookiesAfter, cookiesOf, newAccount, newGuest, PASSWORD } from '../support/people';
import { expectConsoleError } from '../support/setup';

const ORIGIN = 'http://localhost:3999';
const employee = (more: Partial<Employee> = {}): Employee => {
  const sub = randomUUID();
  return { sub, name: 'Vera Victim', email: `${sub}@example.org`, email_verified: true, ...more };
};

describe.each(ENGINES)('single sign-on on %s', (engine) => {
  let opened: TestDatabase;
  let oidc: OidcServer;
  let forged: ForgedProvider;
  const choose = (sso: SsoSettings) => chooseAccountSettings({ sso, mail: null, origin: ORIGIN });

  beforeAll(async () => {
    await teach();
    opened = await freshDatabase(engine);
    choose({} as SsoSettings);
    oidc = await startOidcServer(redirectUri());
    forged = await startForgedProvider();
  });
  afterEach(() => chooseAccountSettings({}));
  afterAll(async () => {
    await Promise.all([oidc.close(), forged.close()]);
    await opened.discard();
  });

  interface Back {
    readonly headers: Headers;
    readonly url: string;
  }

  /** A browser goes to the provider as this person, and stands before our door again. */
  async function goAndReturn(person: Employee, browser = new Headers(), actor: Actor | null = null): Promise<Back> {
    choose(oidc.settings);
    oidc.signsIn(person);
    const begun = await (actor ? beginLink(actor) : beginSignIn('/lessons'));
    if (!begun.ok) throw new Error(begun.reason);
    return { headers: cookiesAfter(browser, begun.value.setCookies), url: await oidc.visit(begun.value.url) };
  }

  /** The whole way in. */
  async function arrive(person: Employee, browser = new Headers()) {
    const { headers, url } = await goAndReturn(person, browser);
    const { location, setCookies } = await comeBack(headers, url);
    return { location, headers: cookiesAfter(headers, setCookies) };
  }

  test('makes an account once and knows it again by issuer and subject, whatever the address says', async () => {
    const person = employee();
    const first = await arrive(person);
    expect(first.location).toBe('/lessons');
    const actor = await actorOf(first.headers);
    expect(actor).toMatchObject({ name: 'Vera Victim', email: person.email, isConfirmed: true, isGuest: false });
    const later = await actorOf((await arrive({ ...person, email: 'married@example.org', name: 'Vera' })).headers);
    expect(later).toMatchObject({ learnerId: actor.learnerId, email: person.email });
    const stored = await opened.db.selectFrom('sso_flows').select('id').execute();
    expect(stored).toEqual([]);
    expect(first.headers.get('cookie')).not.toContain('defensible-sso');
  });

  test('an address that the provider does not vouch for is not confirmed', async () => {
    const { headers } = await arrive(employee({ email_verified: false }));
    expect((await actorOf(headers)).isConfirmed).toBe(false);
  });

  test('keeps the work of a guest, and ends the guest’s session', async () => {
    const guest = await newGuest();
    await markLessonRead(guest.actor, LESSON);
    const { headers } = await arrive(employee(), guest.headers);
    const actor = await actorOf(headers);
    expect((await selectProgress(actor)).lessons.find(({ lessonId }) => lessonId === LESSON)?.isRead).toBe(true);
    await expect(actorOf(guest.headers)).rejects.toThrow('session-expired');
  });

  test('an attacker who signed up with the victim’s address gets nothing, and the victim does not land there', async () => {
    const victim = employee();
    const squatted = await signUp(new Headers(), { name: 'Mallory', email: victim.email ?? '', password: PASSWORD });
    if (!squatted.ok) throw new Error(squatted.reason);
    const asked = await arrive(victim);
    expect(asked.location).toBe('/account/address-taken');
    await expect(actorOf(asked.headers)).rejects.toThrow('no-session');
    const made = await goOnWithoutAddress(asked.headers);
    if (!made.ok) throw new Error(made.reason);
    const own = await actorOf(cookiesAfter(asked.headers, made.value.setCookies));
    expect(own.learnerId).not.toBe(squatted.value.learnerId);
    expect(own).toMatchObject({ email: null, name: 'Vera Victim' });
    expect(await goOnWithoutAddress(asked.headers)).toEqual({ ok: false, reason: 'stale' });
    const mallory = await signIn(new Headers(), { email: victim.email ?? '', password: PASSWORD });
    expect(mallory).toMatchObject({ ok: true, value: { learnerId: squatted.value.learnerId } });
    expect((await actorOf((await arrive(victim)).headers)).learnerId).toBe(own.learnerId);
  });

  test('an attacker at the provider who names the victim’s address does not land in the victim’s account', async () => {
    const victim = await newAccount();
    const asked = await arrive(employee({ email: victim.email.toUpperCase(), name: 'Mallory' }));
    expect(asked.location).toBe('/account/address-taken');
    await expect(actorOf(asked.headers)).rejects.toThrow('no-session');
  });

  test('an account is connected only from within, and an identity belongs to one account', async () => {
    const [ada, bob, person] = [await newAccount(), await newAccount(), employee()];
    const there = await goAndReturn(person, ada.headers, ada.actor);
    expect((await comeBack(there.headers, there.url)).location).toBe('/account?sso=linked');
    expect((await selectOwnWays(ada.actor)).linkedAt).not.toBeNull();
    expect((await actorOf((await arrive(person)).headers)).learnerId).toBe(ada.actor.learnerId);
    const taken = await goAndReturn(person, bob.headers, bob.actor);
    expect((await comeBack(taken.headers, taken.url)).location).toBe('/account?sso=identity-taken');
    const guest = await newGuest();
    expect(await beginLink(guest.actor)).toEqual({ ok: false, reason: 'guest' });
    expect(await unlinkIdentity(ada.actor)).toEqual({ ok: true, value: null });
    expect((await selectOwnWays(ada.actor)).linkedAt).toBeNull();
  });

  test('what one browser began for one account cannot be finished in another', async () => {
    const [mallory, victim] = [await newAccount(), await newAccount()];
    const begun = await goAndReturn(employee(), mallory.headers, mallory.actor);
    // The victim follows Mallory's link, with no cookie of the visit, and even with it.
    expect((await comeBack(victim.headers, begun.url)).location).toBe('/account?sso=stale');
    const flow =
      begun.headers
        .get('cookie')
        ?.split('; ')
        .find((pair) => pair.startsWith('defensible-sso')) ?? '';
    const crossed = new Headers({ cookie: `${victim.headers.get('cookie')}; ${flow}` });
    expect((await comeBack(crossed, begun.url)).location).toBe('/account?sso=other-account');
  });

  test('an answer is taken once, and one that says no is a sentence', async () => {
    const { headers, url } = await goAndReturn(employee());
    expect((await comeBack(headers, url)).location).toBe('/lessons');
    expect((await comeBack(headers, url)).location).toBe('/account?sso=stale');
    const next = await goAndReturn(employee());
    const state = new URL(next.url).searchParams.get('state');
    const no = `${ORIGIN}/x?error=access_denied&state=${state}&iss=${encodeURIComponent(oidc.issuer)}`;
    expect((await comeBack(next.headers, no)).location).toBe('/account?sso=refused');
  });

  test.each([
    ['another audience', { aud: 'another-course' }, false],
    ['another issuer in the token', { iss: 'https://login.example.org' }, false],
    ['another nonce', { nonce: 'not-the-one' }, false],
    ['a token that is over', { exp: 1 }, false],
    ['no subject', { sub: undefined }, false],
    ['another key', {}, true],
  ])('a token with %s opens nothing', async (_, claims, isForged) => {
    choose(forged.settings);
    const begun = await beginSignIn('/');
    if (!begun.ok) throw new Error(begun.reason);
    const asked = new URL(begun.value.url).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    const back = (iss = forged.issuer) =>
      `${ORIGIN}/x?code=c&state=${asked.get('state')}&iss=${encodeURIComponent(iss)}`;
    forged.says(asked.get('nonce') ?? '', claims, isForged);
    const arrived = await comeBack(cookiesAfter(new Headers(), begun.value.setCookies), back());
    expect(arrived.location).toBe('/account?sso=invalid');
    expect(arrived.setCookies.join()).not.toContain('session');
  });

  test('an answer that names another provider is refused (mix-up), and the right one is not', async () => {
    choose(forged.settings);
    const locations: string[] = [];
    for (const iss of ['https://other.example.org', forged.issuer]) {
      const begun = await beginSignIn('/');
      if (!begun.ok) throw new Error(begun.reason);
      const asked = new URL(begun.value.url).searchParams;
      forged.says(asked.get('nonce') ?? '');
      const back = `${ORIGIN}/x?code=c&state=${asked.get('state')}&iss=${encodeURIComponent(iss)}`;
      locations.push((await comeBack(cookiesAfter(new Headers(), begun.value.setCookies), back)).location);
    }
    expect(locations).toEqual(['/account?sso=invalid', '/']);
  });

  test('while the provider is down people are told, and a password still signs in', async () => {
    const ada = await newAccount();
    const { headers, url } = await goAndReturn(employee());
    await oidc.pause();
    try {
      expect((await comeBack(headers, url)).location).toBe('/account?sso=provider-down');
      // Read a moment ago, and settings that were never read, as after a start.
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + SEND_MS });
      expect(await beginSignIn('/')).toEqual({ ok: false, reason: 'provider-down' });
      expectConsoleError();
      vi.useRealTimers();
      choose({ ...oidc.settings });
      expect(await beginSignIn('/')).toEqual({ ok: false, reason: 'provider-down' });
      expectConsoleError();
      expect(await signIn(new Headers(), { email: ada.email, password: PASSWORD })).toMatchObject({ ok: true });
    } finally {
      vi.useRealTimers();
      await oidc.resume();
    }
    expect((await arrive(employee())).location).toBe('/lessons');
  });

  test('where it is the only way, no password opens, makes or mends an account', async () => {
    const ada = await newAccount();
    const { token } = await makeLink('reset-password', ada.actor.learnerId);
    choose({ ...oidc.settings, isOnly: true });
    const refused = { ok: false, reason: 'sso-only' };
    expect(await signIn(new Headers(), { email: ada.email, password: PASSWORD })).toEqual(refused);
    const fresh = { name: 'A', email: 'a@example.org', password: PASSWORD };
    expect(await signUp(new Headers(), fresh)).toEqual(refused);
    expect(await resetPassword(token, 'another one')).toEqual(refused);
    expect(await unlinkIdentity(ada.actor)).toEqual({ ok: false, reason: 'last-way' });
  });

  test('somebody without a password deletes their account in a session that has just begun, and not later', async () => {
    const person = employee();
    const actor = await actorOf((await arrive(person)).headers);
    expect(await unlinkIdentity(actor)).toEqual({ ok: false, reason: 'last-way' });
    const late = { ...actor, sessionStartedAt: Date.now() - 3_600_000 };
    expect(await deleteOwnAccount(late, null)).toEqual({ ok: false, reason: 'stale-session' });
    expect(await deleteOwnAccount(actor, null)).toEqual({ ok: true, value: null });
    expect((await actorOf((await arrive(person)).headers)).learnerId).not.toBe(actor.learnerId);
  });

  test('a path to return to is ours or the account page', async () => {
    choose(oidc.settings);
    for (const path of ['//evil.example', '/\\evil.example', 'https://evil.example', '/ok\r\nx: y']) {
      oidc.signsIn(employee());
      const begun = await beginSignIn(path);
      if (!begun.ok) throw new Error(begun.reason);
      const headers = cookiesOf(begun.value.setCookies);
      expect((await comeBack(headers, await oidc.visit(begun.value.url))).location).toBe('/account');
    }
  });
});
