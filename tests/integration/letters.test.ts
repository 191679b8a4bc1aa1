import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { POST } from '@/app/api/letters/[token]/route';
import type { Letters } from '@/schemas/letter';
import { chooseAccountSettings } from '@/server/accounts/current-settings';
import { writeDigests } from '@/server/assignments/digest';
import { remindLearners } from '@/server/assignments/remind';
import { database, inTransaction } from '@/server/db/database';
import { deleteOwnAccount } from '@/server/delete-account';
import { exportOwn } from '@/server/export/export-own';
import { runDueJobs } from '@/server/jobs/run-jobs';
import { weekOf } from '@/server/jobs/weeks';
import { gatherLetters } from '@/server/letters/gather';
import { sendLetter } from '@/server/letters/send-letter';
import { selectLetterLink } from '@/server/letters/stop-letters';
import { notify } from '@/server/notices';
import { savePreferences, selectPreferences } from '@/server/preferences';
import { saveRecallZone } from '@/server/recall/change-recall';
import { assign, DAY, enrol, newCohort } from '../support/assignments';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { teach } from '../support/fixture';
import { actorOf, newAccount, newStaff, PASSWORD, type Person } from '../support/people';
import { type Caught, type SmtpCatcher, startSmtpCatcher } from '../support/smtp-catcher';

const ORIGIN = 'https://course.example.org';
const NONE: Letters = { dueSoon: false, overdue: false, feedback: false, digest: false, desk: false, timeZone: null };
/** Noon in UTC of some days from now: daytime wherever nothing else is chosen. */
const noon = (days = 0) => Math.floor(Date.now() / DAY) * DAY + DAY / 2 + days * DAY;
const tokenIn = ({ text }: Caught) => /\/letters\/([\w-]{43})/.exec(text)?.[1] ?? '';

describe.each(ENGINES)('letters on %s', (engine) => {
  let opened: TestDatabase;
  let smtp: SmtpCatcher;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
    smtp = await startSmtpCatcher();
  });
  beforeEach(async () => {
    smtp.mood = 'fine';
    chooseAccountSettings({ mail: { url: smtp.url, from: 'Course <course@example.org>' }, sso: null, origin: ORIGIN });
    for (const table of ['letter_parts', 'letters', 'jobs'] as const) await database().deleteFrom(table).execute();
  });
  afterEach(() => chooseAccountSettings({}));
  afterAll(async () => {
    await smtp.close();
    await opened.discard();
  });

  async function confirm(person: Person): Promise<Person> {
    const yes = engine === 'postgres' ? true : 1;
    await database().updateTable('user').set({ emailVerified: yes }).where('email', '=', person.email).execute();
    return { ...person, actor: await actorOf(person.headers) };
  }
  /** A cohort with a confirmed learner for whom something is due within a day. */
  async function team(title = 'Gateway') {
    const cohort = await newCohort();
    const staff = await confirm(await newStaff(cohort, 'instructor'));
    const learner = await confirm(await newAccount());
    await enrol(learner, cohort);
    const dueAt = Date.now() + (20 * DAY) / 24;
    const assignmentId = await assign(staff, cohort, { dueAt, title });
    await database().deleteFrom('jobs').execute();
    const remind = () => remindLearners({ kind: 'remind', assignmentId, reminder: 'one-day', dueAt });
    return { cohort, staff, learner, assignmentId, dueAt, remind };
  }
  const lettersTo = ({ email }: Person) => smtp.letters.filter(({ to }) => to === email);
  const want = ({ actor }: Person, letters: Partial<Letters>) =>
    savePreferences(actor, { letters: { ...NONE, ...letters } });
  /** Tries that failed wait for a while; here they are due at once. */
  const runAll = async () => {
    await database().updateTable('jobs').set({ runAfter: 0 }).execute();
    await runDueJobs('test');
  };
  async function post(now = noon()): Promise<void> {
    await gatherLetters(now);
    await runAll();
  }
  const states = async () =>
    (await database().selectFrom('letters').select('state').execute()).map(({ state }) => state);

  test('a date that comes near is told by letter to a confirmed address, without being asked for, and to no other', async () => {
    const { cohort, learner, remind } = await team();
    const unconfirmed = await newAccount();
    await enrol(unconfirmed, cohort);
    await remind();
    await post();
    const [letter, ...others] = lettersTo(learner);
    expect(others).toEqual([]);
    expect(letter?.headers).toMatch(/^Subject: Due soon: Gateway$/m);
    expect(letter?.headers).toMatch(/^Auto-Submitted: auto-generated$/im);
    expect(letter?.text).toContain('0 of 1 parts are done.');
    expect(letter?.text).toContain(`${ORIGIN}/assignments`);
    expect(lettersTo(unconfirmed)).toEqual([]);
  });

  test('run twice, by two at once, and after a letter went out, it is one letter', async () => {
    const { learner, remind } = await team();
    await Promise.all([remind(), remind()]);
    await Promise.all([gatherLetters(noon()), gatherLetters(noon())]);
    const { id } = await database().selectFrom('letters').select('id').executeTakeFirstOrThrow();
    await Promise.all([sendLetter({ kind: 'mail-letter', letterId: id }), runDueJobs('other')]);
    await remind();
    await post(noon(1));
    expect(lettersTo(learner)).toHaveLength(1);
    expect(await states()).toEqual(['sent']);
  });

  test('at most one a day: what comes later that day waits for the next, in the zone of the reader', async () => {
    const { learner } = await team();
    await want(learner, { feedback: true, timeZone: 'Pacific/Auckland' });
    const tell = (key: string) =>
      inTransaction((tx) =>
        notify(tx, learner.actor.learnerId, key, {
          kind: 'review',
          title: `News ${key}`,
          text: '',
          href: '/results/x',
        }),
      );
    const days = async () =>
      (await database().selectFrom('letters').select('day').orderBy('day').execute()).map(({ day }) => day);
    // 2026-11-22T22:00Z is eleven in the morning of the 23rd in Auckland; two hours later it still is the 23rd there.
    const morning = Date.parse('2126-11-22T22:00:00Z');
    await tell('a');
    await database()
      .updateTable('letter_parts')
      .set({ goodUntil: morning + 9 * DAY })
      .execute();
    await post(morning);
    await tell('b');
    await database()
      .updateTable('letter_parts')
      .set({ goodUntil: morning + 9 * DAY })
      .execute();
    await post(morning + 2 * 3_600_000);
    expect(await days()).toEqual(['2126-11-23']);
    await post(morning + DAY);
    expect(await days()).toEqual(['2126-11-23', '2126-11-24']);
    expect(lettersTo(learner).map(({ headers }) => /^Subject: (.*)$/m.exec(headers)?.[1])).toEqual([
      'News a',
      'News b',
    ]);
  });

  test('nobody is written to at night; without a choice the zone of the cards counts', async () => {
    const { learner, remind } = await team();
    await saveRecallZone(learner.actor, 'America/New_York');
    await remind();
    // Ten in the morning in UTC is five or six there.
    await post(noon() - DAY / 12);
    expect(await states()).toEqual([]);
    await post(noon() + DAY / 6);
    expect(await states()).toEqual(['sent']);
  });

  test('kinds are chosen one by one, and a choice taken back while a letter waits counts', async () => {
    const { cohort, staff, learner, remind } = await team();
    await want(learner, { digest: true });
    await remind();
    expect(await database().selectFrom('letter_parts').select('kind').execute()).toEqual([]);
    await want(staff, { desk: true });
    await writeDigests({ kind: 'digest', week: weekOf(Date.now()) });
    await want(learner, {});
    await post();
    expect(lettersTo(learner)).toEqual([]);
    const [desk] = lettersTo(staff);
    expect(desk?.text).toMatch(
      /^Who needs you\r?\nPlatform team: 1 assignment is due this week\. 0 of 1 learner has something overdue\./,
    );
    expect(desk?.text).toContain(`${ORIGIN}/instructor/cohorts/${cohort}`);
    expect(desk?.text).not.toContain('Ada');
    expect((await states()).toSorted()).toEqual(['dropped', 'sent']);
  });

  test('what is done, withdrawn, moved or left meanwhile is not written about', async () => {
    for (const end of ['withdrawn', 'left', 'moved'] as const) {
      const { cohort, learner, assignmentId, remind } = await team();
      await remind();
      const assignment = database().updateTable('assignments').where('id', '=', assignmentId);
      if (end === 'withdrawn') await assignment.set({ withdrawnAt: 1 }).execute();
      if (end === 'moved') await assignment.set({ dueAt: Date.now() + 9 * DAY }).execute();
      if (end === 'left')
        await database()
          .updateTable('enrolments')
          .set({ status: 'withdrawn' })
          .where('cohortId', '=', cohort)
          .execute();
      await post();
      expect(lettersTo(learner), end).toEqual([]);
    }
  });

  test('a deleted account is not written to, and nothing of its letters stays', async () => {
    const { learner, remind } = await team();
    await remind();
    await gatherLetters(noon());
    expect((await deleteOwnAccount(learner.actor, PASSWORD)).ok).toBe(true);
    await runAll();
    expect(lettersTo(learner)).toEqual([]);
    expect(await states()).toEqual([]);
    expect(await database().selectFrom('letter_parts').select('id').execute()).toEqual([]);
  });

  test('without a mail server nothing is noted, and what waited when it was taken away is dropped', async () => {
    const { learner, remind } = await team();
    await remind();
    await gatherLetters(noon());
    chooseAccountSettings({ mail: null, sso: null, origin: ORIGIN });
    await runAll();
    expect(await states()).toEqual(['dropped']);
    const second = await team();
    await second.remind();
    await gatherLetters(noon());
    expect(await database().selectFrom('letter_parts').select('id').where('letterId', 'is', null).execute()).toEqual(
      [],
    );
    expect([...lettersTo(learner), ...lettersTo(second.learner)]).toEqual([]);
  });

  test('a server that is busy is asked again; one that hangs up after it took a letter is not', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { learner, remind } = await team();
    await remind();
    smtp.mood = 'busy';
    await post();
    expect(await states()).toEqual(['waiting']);
    smtp.mood = 'rude';
    await runAll();
    smtp.mood = 'fine';
    await runAll();
    expect(await states()).toEqual(['unclear']);
    expect(logged.mock.calls.join()).toContain('letter-unclear');
    expect(lettersTo(learner)).toHaveLength(1);
  });

  test('a letter whose process was killed while it was handed over is not sent again', async () => {
    const { learner, remind } = await team();
    await remind();
    await gatherLetters(noon());
    await database().updateTable('letters').set({ state: 'sending' }).execute();
    await runAll();
    expect(lettersTo(learner)).toEqual([]);
  });

  test('what people write stays text: no header, no markup, no second recipient', async () => {
    const title = 'A <b>"bold"</b> & brave\r\nBcc: eve@example.org';
    const { learner, assignmentId, remind } = await team();
    await database().updateTable('assignments').set({ title }).where('id', '=', assignmentId).execute();
    await remind();
    await post();
    const [letter] = lettersTo(learner);
    expect(letter?.headers).not.toMatch(/^Bcc:/im);
    expect(letter?.html).toContain('A &lt;b&gt;&quot;bold&quot;&lt;/b&gt; &amp; brave Bcc: eve@example.org');
    expect(letter?.html).not.toContain('<b>');
    expect(smtp.letters.some(({ to }) => to === 'eve@example.org')).toBe(false);
  });

  const press = (token: string, headers: Record<string, string> = {}) =>
    POST(
      new Request(`${ORIGIN}/api/letters/${token}`, {
        method: 'POST',
        body: 'List-Unsubscribe=One-Click',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      }),
      { params: Promise.resolve({ token }) },
    );

  test('the button of a mail program stops all letters without signing in, as often as it is pressed', async () => {
    const { learner, remind } = await team();
    await remind();
    await post();
    const [letter] = lettersTo(learner) as [Caught];
    const address = /^List-Unsubscribe: <(.+)>$/im.exec(letter.headers)?.[1] ?? '';
    expect(letter.headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/im);
    const token = tokenIn(letter);
    expect(address).toBe(`${ORIGIN}/api/letters/${token}`);
    const stored = await database().selectFrom('letters').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(await selectLetterLink(token)).toBe('on');
    // Another site’s page may send it as well: the secret is what counts, and no cookie is looked at.
    const answers = [await press(token), await press(token, { origin: 'https://mail.example.net' })];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await selectLetterLink(token)).toBe('stopped');
    expect((await selectPreferences(learner.actor)).letters).toMatchObject({ dueSoon: false, digest: false });
    expect((await press('x'.repeat(43))).status).toBe(404);
    expect((await press('..')).status).toBe(404);
    expect(await selectLetterLink('nonsense')).toBe('unknown');
  });

  test('over http a mail program is given the page, which asks, and no button of its own', async () => {
    chooseAccountSettings({
      mail: { url: smtp.url, from: 'c@example.org' },
      sso: null,
      origin: 'http://localhost:3000',
    });
    const { learner, remind } = await team();
    await remind();
    await post();
    const [letter] = lettersTo(learner);
    expect(letter?.headers).toMatch(/^List-Unsubscribe: <http:\/\/localhost:3000\/letters\//im);
    expect(letter?.headers).not.toMatch(/List-Unsubscribe-Post/i);
  });

  test('one’s own data say which letters came, without their links', async () => {
    const { learner, remind } = await team();
    await remind();
    await post();
    const file = await exportOwn(learner.actor, 'json');
    expect(file).toContain('"state": "sent"');
    expect(file).not.toContain('tokenHash');
  });
});
