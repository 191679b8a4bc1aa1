import { createHmac } from 'node:crypto';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { JobBody } from '@/schemas/job';
import { remindLearners } from '@/server/assignments/remind';
import { database, inTransaction } from '@/server/db/database';
import { claimJob, failJob, finishJob, keepJob, LEASE_MS, MOST_TRIES, purgeJobs, renewJob } from '@/server/jobs/claim';
import { enqueue } from '@/server/jobs/enqueue';
import { runDueJobs } from '@/server/jobs/run-jobs';
import { digestAt, weekAfter, weekOf } from '@/server/jobs/weeks';
import { selectNotices } from '@/server/notices';
import { type Net, postOutside } from '@/server/outbound/post-outside';
import { savePreferences } from '@/server/preferences';
import { deliverMessage } from '@/server/webhooks/deliver';
import { openWebhook } from '@/server/webhooks/sealed-secret';
import { selectDeliveries, selectFailedJobs, selectWebhook, setWebhook, testWebhook } from '@/server/webhooks/webhooks';
import { assign, DAY, enrol, newCohort } from '../support/assignments';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { teach } from '../support/fixture';
import { newAccount, newStaff, type Person } from '../support/people';
import { runScript } from '../support/run-script';

const digest = (week: string): JobBody => ({ kind: 'digest', week });
const add = (key: string, runAfter = 0) => enqueue(database(), { key, body: digest('2020-01-06'), runAfter });
const jobs = () => database().selectFrom('jobs').selectAll().orderBy('key').execute();
const titles = async ({ actor }: Person) => (await selectNotices(actor)).map(({ title }) => title);

async function team(size = 1) {
  const cohort = await newCohort();
  const staff = await newStaff(cohort, 'instructor');
  const learners = await Promise.all(Array.from({ length: size }, () => newAccount()));
  for (const learner of learners) await enrol(learner, cohort);
  return { cohort, staff, learners, learner: learners[0] as Person };
}

describe.each(ENGINES)('jobs on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
  });
  afterAll(() => opened.discard());
  beforeEach(async () => {
    await database().deleteFrom('jobs').execute();
  });

  test('noted in a transaction that fails, a job is not there; noted twice under one key, it is there once', async () => {
    const failing = inTransaction(async (tx) => {
      await enqueue(tx, { key: 'a', body: digest('2020-01-06'), runAfter: 0 });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await jobs()).toEqual([]);
    await add('a');
    await add('a', 5);
    expect(await jobs()).toMatchObject([{ key: 'a', runAfter: 0 }]);
  });

  test('of many who ask at once each job goes to one, and none before its time', async () => {
    for (let index = 0; index < 6; index += 1) await add(`job-${index}`);
    await add('later', Date.now() + DAY);
    const claims = await Promise.all(Array.from({ length: 12 }, (_, index) => claimJob(`owner-${index}`)));
    const taken = claims.flatMap((claim) => (claim ? [claim.key] : [])).sort();
    expect(new Set(taken).size).toBe(taken.length);
    while (await claimJob('rest')) taken.push('rest');
    expect(taken).toHaveLength(6);
  });

  test('a job of a process that was killed is taken up when its lease ends, and the dead one can no longer end it', async () => {
    await add('a');
    const dead = await claimJob('dead');
    if (!dead) throw new Error('no claim');
    expect(await claimJob('heir')).toBeNull();
    const heir = await claimJob('heir', Date.now() + LEASE_MS + 1);
    expect(heir).toMatchObject({ key: 'a', tries: 2 });
    await finishJob(dead);
    expect((await jobs())[0]?.doneAt).toBeNull();
    if (heir) await finishJob(heir);
    expect((await jobs())[0]?.doneAt).not.toBeNull();
  });

  test('a job that a clock far ahead took is not held up by it once the clock is right again', async () => {
    await add('a');
    expect(await claimJob('ahead', Date.now() + DAY)).toMatchObject({ key: 'a' });
    expect(await claimJob('heir')).toMatchObject({ key: 'a', tries: 2 });
    // A few seconds between two machines are no jump.
    expect(await claimJob('other', Date.now() - 5_000)).toBeNull();
  });

  test('a job at work renews its lease, which is short; one that lost it cannot', async () => {
    expect(LEASE_MS).toBeLessThanOrEqual(30_000);
    await add('a');
    const job = await claimJob('at-work');
    if (!job) throw new Error('no claim');
    const leaseUntil = async () => Number((await jobs())[0]?.leaseUntil ?? 0);
    const first = await leaseUntil();
    const letGo = keepJob(job, 5);
    await vi.waitFor(async () => expect(await leaseUntil()).toBeGreaterThan(first));
    letGo();
    const later = Date.now() + 20_000;
    expect(await renewJob(job, later)).toBe(true);
    expect(await claimJob('heir', later + LEASE_MS - 1)).toBeNull();
    expect(await claimJob('heir', later + LEASE_MS + 1)).toMatchObject({ key: 'a' });
    expect(await renewJob(job)).toBe(false);
  });

  test('a failed job waits longer each time, and is given up with its reason', async () => {
    await add('a');
    let now = Date.now();
    const waits: number[] = [];
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      const job = await claimJob('w', now);
      if (!job) throw new Error(`no claim ${tries}`);
      await failJob(job, 'it answered 500', now);
      const [row] = await jobs();
      waits.push((row?.runAfter ?? 0) - now);
      now = Math.max(now, row?.runAfter ?? 0);
    }
    expect(waits.slice(0, -1)).toEqual(waits.slice(0, -1).toSorted((one, other) => one - other));
    expect(waits[0]).toBe(30_000);
    expect(await jobs()).toMatchObject([
      { failedAt: expect.any(Number), lastError: 'it answered 500', tries: MOST_TRIES },
    ]);
    expect(await claimJob('w', now + DAY)).toBeNull();
  });

  test('what was done long ago is removed, and what waits is not', async () => {
    await add('old');
    const job = await claimJob('w');
    if (job) await finishJob(job, Date.now() - 500 * DAY);
    await add('waits', 1);
    await purgeJobs();
    expect((await jobs()).map(({ key }) => key)).toEqual(['waits']);
  });

  test('two processes at work at once: every learner is told once', { timeout: 60_000 }, async () => {
    const { cohort, staff, learners } = await team(12);
    for (let index = 0; index < 4; index += 1) await assign(staff, cohort, { title: `Assignment ${index}` });
    const address = JSON.stringify(opened.address);
    const workers = [1, 2].map(() => runScript('tests/support/scripts/work-jobs.ts', [address]).finished);
    const outputs = (await Promise.all(workers)).map(({ output }) => output);
    const counts = outputs.map((output) => Number(/"count":(\d+)/.exec(output)?.[1] ?? -1));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4);
    for (const learner of learners)
      expect((await titles(learner)).sort()).toEqual([0, 1, 2, 3].map((index) => `Assigned: Assignment ${index}`));
    expect((await jobs()).filter(({ kind, tries }) => kind === 'announce' && tries !== 1)).toEqual([]);
  });

  test('reminders go to those who are not done, whose date it is and who want them, and never twice', async () => {
    const { cohort, staff, learners } = await team(2);
    const [learner, unwilling] = learners as [Person, Person];
    await savePreferences(unwilling.actor, { reminders: { dueSoon: false, overdue: true, digest: true } });
    const dueAt = Date.now() + DAY / 2;
    const assignmentId = await assign(staff, cohort, { dueAt, title: 'Gateway' });
    const body = { kind: 'remind', assignmentId, reminder: 'one-day', dueAt } as const;
    await remindLearners(body);
    await remindLearners(body);
    await remindLearners({ ...body, dueAt: dueAt + 1 });
    await remindLearners({ ...body, reminder: 'three-days' });
    await remindLearners({ ...body, reminder: 'overdue' });
    expect(await titles(learner)).toEqual(['Due tomorrow: Gateway']);
    expect(await titles(unwilling)).toEqual([]);
    await database().updateTable('assignments').set({ dueAt: 1, opensAt: 0 }).where('id', '=', assignmentId).execute();
    await remindLearners({ ...body, reminder: 'overdue', dueAt: 1 });
    expect(await titles(unwilling)).toEqual(['Overdue: Gateway']);
  });

  test('making an assignment notes its reminders; a withdrawn one reminds nobody', async () => {
    const { cohort, staff, learner } = await team();
    const assignmentId = await assign(staff, cohort);
    expect((await jobs()).map(({ kind }) => kind).sort()).toEqual(['announce', 'remind', 'remind', 'remind']);
    await database().updateTable('assignments').set({ withdrawnAt: 1 }).where('id', '=', assignmentId).execute();
    await database().updateTable('jobs').set({ runAfter: 0 }).execute();
    expect(await runDueJobs('w')).toBe(4);
    expect(await titles(learner)).toEqual([]);
  });

  test('the digest tells learners and instructors of the week once, without names, and makes the next one', async () => {
    const { cohort, staff, learners } = await team(2);
    const [learner, unwilling] = learners as [Person, Person];
    await savePreferences(unwilling.actor, { reminders: { dueSoon: true, overdue: true, digest: false } });
    await assign(staff, cohort, { dueAt: Date.now() + 2 * DAY });
    await database().deleteFrom('jobs').execute();
    const week = weekOf(Date.now());
    for (const key of ['one', 'other']) await enqueue(database(), { key, body: digest(week), runAfter: 0 });
    await runDueJobs('w');
    expect(await selectNotices(learner.actor)).toMatchObject([
      { title: 'Your week', text: '1 assignment is due this week.' },
    ]);
    expect(await titles(unwilling)).toEqual([]);
    const told = await selectNotices(staff.actor);
    expect(told).toMatchObject([{ text: '1 assignment is due this week. 0 of 2 learners have something overdue.' }]);
    expect(JSON.stringify(told)).not.toContain('Ada');
    const next = weekAfter(week);
    expect((await jobs()).find(({ key }) => key === `digest:${next}`)).toMatchObject({ runAfter: digestAt(next) });
  });

  test('a webhook gets its signed message; what failed is in the log, and what was given up is shown with its reason', async () => {
    const { cohort, staff } = await team();
    const got: { headers: Record<string, unknown>; body: string }[] = [];
    const answers = [500, 204];
    const server = createServer((asked, reply) => {
      let body = '';
      asked.on('data', (chunk) => {
        body += chunk;
      });
      asked.on('end', () => {
        got.push({ headers: asked.headers, body });
        reply.writeHead(answers[got.length - 1] ?? 204).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const set = await setWebhook(staff.actor, cohort, 'https://hooks.example.org/very-secret-path');
    if (!set.ok) throw new Error(set.reason);
    const { secret } = set.value;
    expect(JSON.stringify(await selectWebhook(staff.actor, cohort))).not.toMatch(new RegExp(`${secret}|very-secret`));
    expect((await testWebhook(staff.actor, cohort)).ok).toBe(true);
    const job = await claimJob('w');
    if (job?.body.kind !== 'deliver') throw new Error('no delivery');
    const hook = () =>
      database().selectFrom('webhooks').selectAll().where('cohortId', '=', cohort).executeTakeFirstOrThrow();
    const url = 'https://hooks.example.org/very-secret-path';
    expect(JSON.stringify(await hook())).not.toMatch(new RegExp(`${secret}|very-secret`));
    expect(await openWebhook(await hook())).toEqual({ url, secret });
    // As an earlier version stored it: the first use encrypts it.
    await database().updateTable('webhooks').set({ url, secret }).where('cohortId', '=', cohort).execute();
    expect(await selectWebhook(staff.actor, cohort)).toMatchObject({ url: 'https://hooks.example.org/…' });
    await database().updateTable('webhooks').set({ url, secret }).where('cohortId', '=', cohort).execute();
    const net: Net = {
      lookup: async () => [{ address: '127.0.0.1', family: 4 }],
      isAllowed: () => true,
      request: (url, options, callback) =>
        request({ ...options, host: url.hostname, port, path: url.pathname }, callback),
    };
    await expect(deliverMessage(job.body, job.id, net)).rejects.toThrow('it answered 500');
    await failJob({ ...job, tries: MOST_TRIES }, 'it answered 500');
    await deliverMessage(job.body, job.id, net);
    server.close();
    const sealed = await hook();
    expect(sealed.secret).toMatch(/^v1\./);
    expect(sealed.url).toMatch(/^v1\./);
    const end = sealed.secret.endsWith('A') ? 'B' : 'A';
    const forged = { ...sealed, secret: `${sealed.secret.slice(0, -2)}${end}${end}` };
    await expect(openWebhook(forged)).rejects.toThrow('Set the webhook again');
    await database().updateTable('webhooks').set({ secret: forged.secret }).where('cohortId', '=', cohort).execute();
    expect(await selectWebhook(staff.actor, cohort)).toMatchObject({ url: null });
    const [first, second] = got;
    const timestamp = String(second?.headers['x-defensible-timestamp']);
    const expected = createHmac('sha256', secret).update(`${timestamp}.${second?.body}`).digest('hex');
    expect(second?.headers['x-defensible-signature']).toBe(`sha256=${expected}`);
    expect(Object.keys(JSON.parse(second?.body ?? '{}'))).toEqual(['text']);
    expect(first?.headers['x-defensible-delivery']).toBe(second?.headers['x-defensible-delivery']);
    expect((await selectDeliveries(staff.actor, cohort)).map(({ status }) => status)).toEqual([204, 500]);
    expect(await selectFailedJobs(staff.actor, cohort)).toMatchObject([
      { kind: 'deliver', lastError: 'it answered 500' },
    ]);
  });

  test('an address that is not public over https is refused when it is set', async () => {
    const { cohort, staff } = await team();
    for (const url of ['http://hooks.example.org/x', 'https://127.0.0.1/x', 'https://10.0.0.8/x', 'nothing'])
      expect(await setWebhook(staff.actor, cohort, url)).toMatchObject({ ok: false, reason: 'bad-address' });
    expect(await postOutside('https://localhost/x', { body: '{}', headers: {} })).toMatchObject({ type: 'refused' });
  });
});
